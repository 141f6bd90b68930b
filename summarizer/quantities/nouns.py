"""The noun that a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "wives": "wife", "lives": "life",
    "knives": "knife", "halves": "half", "leaves": "leaf", "shelves": "shelf", "loaves": "loaf",
    "criteria": "criterion", "phenomena": "phenomenon", "analyses": "analysis",
    "crises": "crisis", "bases": "base", "series": "series", "species": "species",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "sheep": "sheep", "fish": "fish",
    "deer": "deer", "personnel": "personnel", "staff": "staff", "police": "police",
    "cattle": "cattle", "troops": "troop", "movies": "movie", "cookies": "cookie",
    "ties": "tie", "pies": "pie", "dies": "die", "lies": "lie", "calories": "calorie",
    "houses": "house", "causes": "cause", "cases": "case", "businesses": "business",
    "viruses": "virus", "buses": "bus", "bonuses": "bonus", "campuses": "campus",
    "gases": "gas", "lenses": "lens", "heroes": "hero", "tomatoes": "tomato",
    "potatoes": "potato", "cargoes": "cargo", "vetoes": "veto", "women's": "woman",
    "shoes": "shoe", "toes": "toe", "canoes": "canoe", "indices": "index", "vertices": "vertex",
    "matrices": "matrix", "axes": "axis", "data": "data", "media": "media", "thieves": "thief",
    "wolves": "wolf", "calves": "calf", "selves": "self", "oxen": "ox", "dice": "die",
    "salesmen": "salesman", "policemen": "policeman", "fishermen": "fisherman",
    "congressmen": "congressman", "servicemen": "serviceman", "gunmen": "gunman",
    "grandchildren": "grandchild", "stimuli": "stimulus", "alumni": "alumnus",
    "nuclei": "nucleus", "bacteria": "bacterium", "exes": "ex", "axles": "axle",
    "aches": "ache", "caches": "cache", "headaches": "headache", "niches": "niche",
    "teu": "teu", "teus": "teu",
}  # fmt: skip
# Plural without an s.
_BARE_PLURALS = frozenset(w for w, s in _IRREGULAR.items() if not w.endswith("s") or w == s)
# Words in -s that are no plural, or a verb far more often than a noun.
_NOT_PLURAL = frozenset(
    "is was has does his its this thus us as less plus yes always perhaps news unless across "
    "towards afterwards besides minus versus pass class gas bus loss process business boss glass "
    "grass mass press express success access address dress stress congress princess means "
    "includes remains becomes goes comes makes takes gives seems needs wants gets keeps puts "
    "lets sees knows thinks expects believes adds proves has offers series species previous "
    "various famous serious enormous obvious religious continuous anonymous dangerous "
    "consecutive tennis basis analysis crisis focus status virus bonus campus census consensus "
    "corpus radius surplus genius chaos lens overseas whereas athletics economics politics "
    "physics james charles texas paris los las angeles illinois kansas massachusetts arkansas "
    "mercedes airbus sous vis alias atlas canvas bias christmas".split()
)
# A noun phrase ends before these.
_STOP = frozenset(
    "a an the and or but nor so yet if then than that which who whom whose when where while why "
    "how because since until till although though as of in on at by for from to into onto upon "
    "with within without over under above below between among across through during before after "
    "against about around near off out up down per via toward towards is are was were be been "
    "being am has have had having do does did done will would shall should can could may might "
    "must he she it they we you i him her them us me his its their our your my this these those "
    "there here not no also just only even still already yet again ever never now today "
    "yesterday tomorrow ago later earlier away apart together each every both either neither all "
    "any some such what whether said says say told tells according including despite except like "
    "unlike versus vs amid et via expected set due ahead alone compared respectively went goes "
    "came come made make makes took take got get left won lost rose fell gained dropped pledged "
    "required increased decreased declined jumped climbed surged plunged last next this more "
    "behind less higher lower better worse too very well back first second third usd yuan euros "
    "dollars percent".split()
)
# Adjectives and quantifiers between the number and its noun do not end the phrase; everything
# that is no stop word may stand there, up to this many words.
_REACH = 7
_LONGEST_ACRONYM = 6
_HYPHENS = frozenset("-‐‑")
_OWNERS = frozenset("the its his her their our my your those these all".split())
_LONG_WORD = 40
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten hundred thousand million billion".split()
)
_SMALL_MEASURES = frozenset(
    "ml cl l liter litre kg g lb oz gram pound inch foot ft mm cm meter metre km mile gallon mw "
    "kw gb tb ton tonne watt volt year month week day hour minute".split()
)


FORECASTERS = frozenset({"analyst", "economist", "forecaster", "investor", "strategist", "trader"})
"""Nobody counts thousands of them: "more than the 1.8bn analysts expected"."""


class Noun(NamedTuple):
    """The noun that a number counts.

    Attributes:
        name: Its head in the singular, lower case.
        end: The first token after it.
    """

    name: str
    end: int


def singular(word: str) -> str:
    """The singular of an English noun.

    Args:
        word: A noun in lower case, singular or plural.

    Returns:
        The singular by a short list of irregular nouns and the usual endings.
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _NOT_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _plural_at(tokens: Tokens, j: int) -> bool:
    """Whether the word at a token is plural; "GPUs" and "TEUs" look like "corpus" in lower case."""
    return is_plural(tokens.lows[j]) or _is_acronym(tokens.words[j])


def _is_acronym(word: str) -> bool:
    return word[-1:] == "s" and 2 < len(word) <= _LONGEST_ACRONYM and word[:-1].isupper()


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in _BARE_PLURALS:
        return True
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in _NOT_PLURAL
    )


def _possessive(tokens: Tokens, i: int) -> bool:
    """Whether the word at i carries an apostrophe: "Wood's", "funds'"."""
    return tokens.low(i + 1) in {"'", "’"} and tokens.glued(i)


def _after_possessive(tokens: Tokens, i: int) -> int:
    i += 2
    return i + 1 if tokens.low(i) == "s" and tokens.glued(i - 1) else i


def counted(tokens: Tokens, i: int, *, single: bool = False) -> Noun | None:
    """Find the noun that a number before it counts.

    Args:
        tokens: The tokens.
        i: The first token after the number.
        single: Whether the number is one, so that the noun is no plural.

    Returns:
        The head noun and where it ends, or None: "four companies", "two of its funds",
        "12-page report" (page).
    """
    if tokens.language is not None:
        return _next_word(tokens, i)
    if tokens.low(i) in _HYPHENS and tokens.glued(i - 1) and tokens.glued(i):
        word = tokens.low(i + 1)
        counts = word.isalpha() and word not in _STOP and word not in {"strong", "odd"}
        return Noun(singular(word), i + 2) if counts else None
    if tokens.low(i) == "of":
        return _of(tokens, i + 1, single=single)
    inner = _past_measure(tokens, i) if tokens.digits(i) or tokens.low(i) in _NUMBERS else 0
    if inner:
        # "eight million 250ml bottles": the noun is counted, the measure is read on its own.
        noun = counted(tokens, inner, single=single)
        return None if noun is None else Noun(noun.name, i)
    return _phrase(tokens, i, single=single, through=False)


def _of(tokens: Tokens, i: int, *, single: bool) -> Noun | None:
    """ "two of Wood's funds": through "of" and a possessive."""
    if tokens.low(i) in {"them", "which", "whom", "us", "those", "these"}:
        return None
    begin = i
    while tokens.low(i) in _OWNERS:
        i += 1
    if tokens.low(i) in _NUMBERS and (inner := _past_measure(tokens, i)):
        # "five of the three-ton trucks": the measure is read on its own.
        noun = _phrase(tokens, inner, single=single, through=True)
        return None if noun is None else Noun(noun.name, begin - 1)
    return _phrase(tokens, i, single=single, through=True)


def _phrase(tokens: Tokens, i: int, *, single: bool, through: bool) -> Noun | None:
    """The first plural of the noun phrase that begins at a token, or the one right after it."""
    last: Noun | None = None
    j, seen = i, 0
    while j < len(tokens) and seen < _REACH:
        word, seen = tokens.low(j), seen + 1
        step = _link(tokens, i, j, open_=last is None)
        if step:
            j += step
            continue
        if not _in_phrase(tokens, j):
            break
        if _possessive(tokens, j):
            if is_plural(word) and not single:
                return Noun(singular(word), j + 1)
            if not through:
                return last
            j = _after_possessive(tokens, j)
            continue
        if single or _plural_at(tokens, j):
            acronym = _is_acronym(tokens.words[j])
            last = Noun(word[:-1] if acronym else singular(word), j + 1)
            if single or not _plural_follows(tokens, j + 1):
                return last
        j += 1
    if last is None and not through and not single and j - i >= 2:
        return _attributive(tokens, i)
    return last


def _link(tokens: Tokens, i: int, j: int, *, open_: bool) -> int:
    """How many tokens at j hold a noun phrase together that goes on after them; 0 for none."""
    word, following = tokens.low(j), tokens.low(j + 1)
    if following == "." and len(word) == 1 and _initials(tokens, j):
        # "two U.S. companies"
        return 4
    if j == i:
        # "five more losses"
        return 1 if word in {"more", "other", "additional"} and is_plural(following) else 0
    if word in _HYPHENS:
        # "gas-only options": the second half of a compound ends no phrase.
        compound = tokens.glued(j) and following.isalpha() and not is_plural(following)
        return 2 if compound else 1
    if word == "&" or (word in {"and", "or"} and open_ and tokens.low(j - 1) not in _STOP):
        return 1
    # "63,000 Model 3 sedans"
    return 1 if tokens.digits(j) and tokens.word(j - 1)[:1].isupper() and len(word) < 3 else 0


def _initials(tokens: Tokens, j: int) -> bool:
    """Whether two capitals with points stand at a token: "U.S.", "U.K."."""
    second = tokens.word(j + 2)
    capitals = tokens.words[j].isupper() and len(second) == 1 and second.isupper()
    touching = tokens.glued(j) and tokens.glued(j + 1) and tokens.glued(j + 2)
    return capitals and touching and tokens.low(j + 3) == "." and tokens.low(j + 4).isalpha()


def _in_phrase(tokens: Tokens, j: int) -> bool:
    word = tokens.low(j)
    if not word.isalpha() or word in _STOP or word in _NUMBERS or len(word) > _LONG_WORD:
        return False
    return len(word) > 1 or word.isascii()


def _attributive(tokens: Tokens, i: int) -> Noun | None:
    """ "12 page document", "11 member trade agreement": the counted noun before another one."""
    word, after = tokens.words[i], tokens.low(i + 1)
    if not (word.islower() and word.isalpha() and after.isalpha()) or word.endswith(
        ("ly", "ed", "ing", "al", "ic")
    ):
        return None
    if after in _STOP or is_plural(after) or len(word) < 3:
        return None
    return Noun(word, i + 1)


_FOREIGN_STOP = frozenset(
    "der die das den dem des im in am an zu zum zur mit aus bei nach vor seit für ist sind war "
    "oder auch wie so le la les des du dans en sur pour avec est sont ou qui que el los las del "
    "al con para es son o se su il lo gli i della dei con per è sono o che os as do da dos das "
    "no na nos nas com para é são ou um percent million billion thousand".split()
)


def _next_word(tokens: Tokens, i: int) -> Noun | None:
    """The noun in a language whose grammar is not known here: the next word, as it stands."""
    word = tokens.words[i] if i < len(tokens) else ""
    low = word.lower()
    if len(word) < 3 or not word.isalpha() or low != tokens.low(i) or low in _FOREIGN_STOP:
        return None
    return Noun(low, i + 1)


def _past_measure(tokens: Tokens, j: int) -> int:
    """The token after "250ml" or "9 litre" in "eight million 250ml bottles"; 0 for none."""
    after = tokens.low(j + 1)
    if after in _SMALL_MEASURES and not tokens.digits(j + 2):
        return j + 2
    if after != "-" or tokens.low(j + 2) not in _SMALL_MEASURES:
        return 0
    # "two 9-year-old girls"
    return j + 5 if tokens.phrase(j + 3, 2) == "- old" else j + 3


def _plural_follows(tokens: Tokens, j: int) -> bool:
    """Whether the next word is a plural too ("FA Cup finals" after "sports")."""
    word = tokens.low(j)
    return word.isalpha() and word not in _STOP and is_plural(word) and not _possessive(tokens, j)
