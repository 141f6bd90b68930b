"""What stands around an amount: comparators and directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Comparator, Direction, Kind

_BEFORE: dict[Comparator, str] = {
    "gt": "more than|over|above|exceeding|beyond|exceeds|exceeded|exceed|greater than|larger than|"
    "higher than|bigger than|in excess of|upwards of|upward of|north of|topping|topped|surpassing|"
    "surpassed|surpasses|better than|longer than|older than|further than|farther than|heavier than|>|"
    "over than|just over|well over|a little over|slightly over|slightly more than|well above|"
    "just above|little more than|a little more than|just more than|well beyond",
    "ge": "at least|greater than or equal to|greater or equal than|higher or equal than|larger or equal than|more or equal than|greater or equal to|equal or greater than|a minimum of|minimum of|no less than|not less than|no fewer than|not fewer than|"
    "a minimum|minimum|≥|> =",
    "lt": "less than|sub -|under|below|fewer than|lower than|smaller than|shorter than|short of|"
    "younger than|just under|well under|just below|well below|slightly under|slightly less than|"
    "just shy of|shy of|south of|just short of|a little under|a little less than|<|cheaper than",
    "le": "up to|less than or equal to|less or equal than|lower or equal than|smaller or equal than|less or equal to|lower than or equal to|equal or less than|as much as|at most|within|no more than|not more than|as many as|a maximum of|"
    "maximum of|as high as|no later than|capped at|not exceeding|≤|< =|at the most|no greater than|"
    "no higher than|as long as|a maximum|maximum",
    "approx": "about|around|approximately|nearly|almost|some|roughly|an estimated|estimated|~|"
    "circa|c .|ca .|approx|approx .|close to|in the region of|in the neighborhood of|about some|"
    "more or less|near|just about|somewhere around|somewhere near|≈|an approximate|nearing|approaching|"
    "virtually|practically|or so|"
    "barely|something like|an approximately|only about|only around",
}  # fmt: skip
_AFTER: dict[str, Comparator] = {
    "or more": "ge", "or above": "ge", "and above": "ge", "or higher": "ge", "and over": "ge", "or over": "ge",
    "or older": "ge", "and older": "ge", "or longer": "ge", "or greater": "ge", "and up": "ge",
    "and more": "ge", "at least": "ge", "or better": "ge", "or up": "ge", "at the least": "ge",
    "minimum": "ge", "plus": "ge", "+": "ge", "or less": "le", "or fewer": "le", "or below": "le", "and under": "le",
    "and below": "le", "or under": "le", "or lower": "le", "at most": "le", "or younger": "le", "and younger": "le",
    "at the most": "le", "maximum": "le", "tops": "le", "or so": "approx", "or thereabouts": "approx",
}  # fmt: skip
COMPARATORS = {p: c for c, phrases in _BEFORE.items() for p in phrases.split("|")}
_LAST_WORDS = frozenset(p.split(" ")[-1] for p in COMPARATORS)
# "over three years" is a length of time; after one of these it is more than that.
_TIMED = frozenset(
    "for after in with is was are were been be lasted took takes take last lasts just well little of by every since".split()
)

_UP_VERBS = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown "
    "growing jump jumps jumped jumping climb climbs climbed climbing surge surges surged surging "
    "soar soars soared soaring gain gains gained gaining advance advances advanced advancing "
    "rally rallies rallied rallying leap leaps leapt leaped leaping spike spikes spiked spiking "
    "skyrocket skyrockets skyrocketed skyrocketing rebound rebounds rebounded rebounding "
    "raise raises raised raising boost boosts boosted boosting lift lifts lifted lifting hike "
    "hikes hiked hiking up higher expand expands expanded expanding expansion appreciate "
    "appreciated strengthen strengthened strengthening "
    "swell swelled swelling balloon ballooned ballooning growth upside improve improved "
    "improvement improving uptick upturn rallied recover recovered recovering "
    "widen widened widening hiked spurt added adding bounce bounced tick ticked edge edged upped "
    "inch inched jumped climbs multiplied elevated greater"
)
_DOWN_VERBS = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined "
    "declining decrease decreases decreased decreasing slip slips slipped slipping slide slides "
    "slid sliding sink sinks sank sunk sinking tumble tumbles tumbled tumbling plunge plunges "
    "plunged plunging plummet plummets plummeted plummeting crash crashed crashing lose loses "
    "lost losing shed sheds shedding cut cuts cutting lower lowers lowered lowering reduce "
    "reduces reduced reducing reduction shrink shrinks shrank shrunk shrinking contract "
    "contracted contraction down dip dips dipped dipping slash slashes slashed slashing slump "
    "slumps slumped slumping ease eases eased easing retreat retreats retreated retreating "
    "weaken weakened weakening narrow narrowed narrowing downside depreciate depreciated "
    "dive dived diving nosedive tank tanked downturn discount erase erased wipe wiped "
    "trim trimmed trimming fewer smaller collapse collapsed"
)
_DIRECTION: dict[str, Direction] = dict.fromkeys(_UP_VERBS.split(), "up")
_DIRECTION.update(dict.fromkeys(_DOWN_VERBS.split(), "down"))
# Too many other senses to say a direction on their own: "edged down" is read by its "down".
for _word in ("edge", "edged", "tick", "ticked", "inch", "inched", "lost", "lose", "loses", "losing",
              "contract", "greater", "discount", "smaller", "fewer"):  # fmt: skip
    _DIRECTION.pop(_word, None)
_NEUTRAL_BETWEEN = frozenset(
    "by to of a an the about around nearly almost over more than less approximately some roughly "
    "as much many another further additional only just at least up down an estimated "
    "average sharply slightly modestly significantly steeply dramatically rapidly strongly "
    "steadily higher lower another whopping massive huge record its their his expected "
    "forecast even in total total combined least under below above exceeding daily weekly monthly annual "
    "quarterly again most well".split()
)
_AFTER_WORDS: dict[str, Direction] = {
    w: d
    for d, words in (
        (
            "up",
            "higher increase increases rise rises gain gains growth advance jump surge hike climb rally "
            "uptick improvement boost raise up rebound leap upside upswing spike expansion",
        ),
        (
            "down",
            "lower decrease decreases fall falls drop drops decline declines reduction cut cuts loss slide slump plunge "
            "tumble dip down contraction off dive downturn downside retreat haircut",
        ),
    )
    for w in words.split()
}  # type: ignore[misc]
_LOSSES = frozenset({"lost", "loses", "losing", "lose"})
_QUOTED = frozenset({"percent", "index_level", "basis_point", "percentage_point"})
_GIVING = frozenset(
    {"gave", "give", "gives", "giving", "given", "coughed", "made", "make", "makes", "ended", "end"}
)
_CLAUSE_END = frozenset(".;:!?—–()")
_REACH = 9


class Before(NamedTuple):
    """A comparator before an amount: what it says and where it begins."""

    comparator: Comparator
    start: int


def comparator_before(
    tokens: Tokens, i: int, floor: int, *, duration: bool = False
) -> Before | None:
    """The comparator that ends right before a token.

    Args:
        tokens: The tokens.
        i: The first token of the amount.
        floor: The first token that may be looked at.
        duration: Whether the amount is one of time, so that "over" may mean "during".

    Returns:
        The comparator with the longest spelling, or None.
    """
    j = i
    while j - 1 >= floor and tokens.low(j - 1) in {"a", "an", "another"} and i - j < 2:
        j -= 1
    for end in dict.fromkeys((i, j)):
        if end - 1 < floor or tokens.low(end - 1) not in _LAST_WORDS:
            continue
        for n in (5, 4, 3, 2, 1):
            if end - n < floor:
                continue
            phrase = tokens.phrase(end - n, n)
            if phrase in COMPARATORS:
                if phrase == "over" and duration and tokens.low(end - 2) not in _TIMED:
                    return None
                return Before(COMPARATORS[phrase], end - n)
    return None


def comparator_after(tokens: Tokens, i: int) -> tuple[Comparator, int] | None:
    """The comparator that begins right after an amount, with the token after it."""
    for n in (3, 2, 1):
        phrase = tokens.phrase(i, n)
        if phrase in _AFTER:
            if phrase == "plus" and tokens.low(i + 1) in {"a", "the", "an"}:
                return None
            if phrase == "+" and not tokens.glued(i - 1):
                return None
            if phrase in {"minimum", "maximum"} and tokens.low(i + 1).isalpha():
                return None
            return _AFTER[phrase], i + n
    return None


def direction(
    tokens: Tokens, start: int, end: int, floor: int, kind: Kind = "other"
) -> Direction | None:
    """Whether the text says that something went up or down by, or to, an amount.

    Args:
        tokens: The tokens.
        start: The first token of the mention, comparator included.
        end: The first token after it.
        floor: The first token that may be looked at: the end of the amount before.
        kind: The amount's kind: "lost 2%" is a fall, "lost 20 jobs" is not one by 20.

    Returns:
        The direction of the verb, noun or adverb that governs the amount, or None.
    """
    j = start - 1
    low = max(floor, start - _REACH)
    while j >= low:
        word = tokens.low(j)
        found = _DIRECTION.get(word)
        if found is None and word in _LOSSES and kind in _QUOTED:
            found = "down"
        if word == "up" and tokens.low(j - 1) in _GIVING:
            return None
        if found is not None and not (word in {"up", "down"} and _verb_before(tokens, j, low)):
            return found
        if found is not None:
            return _DIRECTION[tokens.low(j - 1)]
        if word not in _NEUTRAL_BETWEEN:
            break
        j -= 1
    return _after(tokens, end)


def _verb_before(tokens: Tokens, j: int, low: int) -> bool:
    return (
        j - 1 >= low and tokens.low(j - 1) in _DIRECTION and tokens.low(j - 1) not in {"up", "down"}
    )


def _after(tokens: Tokens, end: int) -> Direction | None:
    for j in (end, end + 1, end + 2):
        word = tokens.low(j)
        if word in _AFTER_WORDS and not (
            word in {"off", "up", "down", "gains"}
            and (tokens.low(j + 1) in {"to", "the", "a", "at"} or _amount_next(tokens, j + 1))
        ):
            return _AFTER_WORDS[word]
        if j > end + 1 or not word.isalpha() or word not in _ADJECTIVES:
            break
    return _compared(tokens, end)


_ADJECTIVES = frozenset(
    "annual yearly year monthly quarterly daily weekly sequential pay price net overall further "
    "intraday average tax rate wage salary real drop more or budget weekly relative".split()
)


def _amount_next(tokens: Tokens, i: int) -> bool:
    """ "16,369.03 up 58.06 points": the word belongs to the amount after it."""
    return tokens.digits(i) or tokens.low(i) in {"$", "€", "£", "by", "about", "more", "nearly"}


def _compared(tokens: Tokens, end: int) -> Direction | None:
    """ "…$32 billion on AI in 2025, significantly higher than …": later in the same clause."""
    for j in range(end, min(end + 14, len(tokens) - 1)):
        word = tokens.low(j)
        if word in {"higher", "lower"} and tokens.low(j + 1) == "than":
            return "up" if word == "higher" else "down"
        if word in {"up", "down"} and tokens.low(j + 1) == "from" and j < end + 8:
            return "up" if word == "up" else "down"
        if word in _CLAUSE_END or word in {"$", "while", "but"}:
            return None
        if tokens.digits(j) and len(word) != 4:
            return None
    return None
