"""Whether something went up or down by, or to, an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.changes import compared_by, given_up, told

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Direction, Kind

# Verbs, nouns and adverbs that say it before an amount. Left out for their other senses: edge,
# tick and inch ("edged down" is read by its "down"), contract, discount.
_UP = """
    rise rises rose risen rising increase increases increased increasing grow grows grew grown
    growing jump jumps jumped jumping climb climbs climbed climbing surge surges surged surging
    soar soars soared soaring gain gains gained gaining advance advances advanced advancing
    rally rallies rallied rallying leap leaps leapt leaped leaping spike spikes spiked spiking
    skyrocket skyrockets skyrocketed skyrocketing rebound rebounds rebounded rebounding raise
    raises raised raising boost boosts boosted boosting lift lifts lifted lifting hike hikes
    hiked hiking up higher expand expands expanded expanding expansion appreciate appreciated
    strengthen strengthened strengthening swell swelled swelling balloon ballooned ballooning
    growth upside improve improved improvement improving uptick upturn recover recovered
    recovering widen widened widening spurt added adding bounce bounced upped multiplied
    elevated
"""
_DOWN = """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined
    declining decrease decreases decreased decreasing slip slips slipped slipping slide slides
    slid sliding sink sinks sank sunk sinking tumble tumbles tumbled tumbling plunge plunges
    plunged plunging plummet plummets plummeted plummeting crash crashed crashing shed sheds
    shedding cut cuts cutting lower lowers lowered lowering reduce reduces reduced reducing
    reduction shrink shrinks shrank shrunk shrinking contracted contraction down dip dips dipped
    dipping slash slashes slashed slashing slump slumps slumped slumping ease eases eased easing
    retreat retreats retreated retreating weaken weakened weakening narrow narrowed narrowing
    reductions downside depreciate depreciated dive dived diving nosedive tank tanked downturn
    erase erased wipe wiped trim trimmed trimming collapse collapsed
"""
# The same after an amount: "9.2% higher", "a 5% drop".
_UP_AFTER = """
    higher increase increases rise rises gain gains growth advance jump surge hike climb rally
    uptick improvement boost raise up rebound leap upside upswing spike expansion
"""
_DOWN_AFTER = """
    lower decrease decreases fall falls drop drops decline declines reduction cut cuts loss
    slide slump plunge tumble dip down contraction off dive downturn downside retreat haircut
"""
_UPWARDS: Direction = "up"
_DOWNWARDS: Direction = "down"
_BEFORE = dict.fromkeys(_UP.split(), _UPWARDS) | dict.fromkeys(_DOWN.split(), _DOWNWARDS)
_AFTER = dict.fromkeys(_UP_AFTER.split(), _UPWARDS)
_AFTER |= dict.fromkeys(_DOWN_AFTER.split(), _DOWNWARDS)
# A fall only where what is lost is a share or points: "lost 20 jobs" is no fall by 20.
_LOSSES = frozenset({"lost", "loses", "losing", "lose"})
_QUOTED = frozenset({"percent", "index_level", "basis_point", "percentage_point"})
# "gave up 517 yards", "made up 40%": no movement.
_RAISED = frozenset("raise raises raised raising".split())
_GIVING = frozenset(
    "gave give gives giving given made make makes made ended end ends take takes took taking taken "
    "set sets signed sign signs picked pick picks build builds built bought buy buys opened open "
    "opens snapped called call stand stands backed lined used use uses eat eats ate held tied "
    "followed follow soak soaks soaked put puts putting turn turns turned turning".split()
)
# "turned down $46 a share"
_REFUSING = frozenset("turn turns turned turning".split())
# What may stand between the word and the amount. Not "from": what it moved from did not move.
_BETWEEN = frozenset(
    "by to of a an the about around nearly almost over more than less approximately some roughly "
    "as much many another further additional only just at least up down estimated average "
    "sharply slightly modestly significantly steeply dramatically rapidly strongly steadily "
    "higher lower whopping massive huge record its their his expected forecast even in total "
    "combined under below above exceeding daily weekly monthly annual quarterly again "
    "most well one".split()
)
# Not "shrank in 46% of patients", but "fell in total 46%", "cut in half".
_IN = frozenset({"total", "half"})
_REACH = 9
_OBJECT = 9
# An object or an adverbial between a verb and "to" ends at none of these.
_BARRIERS = frozenset(
    "that which who whom and or but as after before while when because if since until although "
    "though unless whether is are was were will would could may might should can said says than "
    "to not no".split()
)
# "due to 5 strikes", "according to 12 people"
_NO_OBJECT = frozenset(
    "due according compared relative thanks owing prior next close equal amounted amounts "
    "amounting came comes expects plans wants set subject similar exposure access related "
    "committed limited entitled ready able likely adding up expected going want need plan has have "
    "had it them us him responded attributed linked devoted leading led tied addition".split()
)
# "a gain of $5 million" is what was earned.
_BOOKED = frozenset({"gain", "gains"})
# "narrowed its forecast to between 3 and 4" moved no amount.
_SPREADS = frozenset("narrow narrowed narrowing widen widened widening".split())
_FORECASTS = frozenset("forecast forecasts guidance range outlook estimate target".split())
_NOUNS = frozenset("growth increase expansion gain rise decline drop fall".split())
# Verbs of movement that may have an object, or an adverbial, before "to" or "by".
_VERBS = frozenset(
    "rose fell grew jumped climbed surged soared dropped declined decreased slipped slid sank "
    "tumbled plunged plummeted raise raises raised raising lower lowers lowered lowering cut cuts "
    "cutting reduce reduces reduced reducing increase increases increased increasing boost boosts "
    "boosted boosting lift lifts lifted lifting hike hikes hiked hiking trim trimmed trimming "
    "slash slashed slashing shrink shrank shrinking widened narrowed narrowing widening expand "
    "expanded expanding rising falling".split()
)
# What may stand between an amount and the noun of its movement: "a 3% annual rise".
_ADJECTIVES = frozenset(
    "annual yearly year monthly quarterly daily weekly sequential pay price net overall further "
    "intraday average tax rate wage salary real or more budget relative".split()
)
_CLAUSE_END = frozenset(".;:!?—–()$")
_COMPARED = 14
_PARTICIPLES = frozenset(
    "gestiegen gefallen gesunken gesenkt erhöht gewachsen gekürzt angehoben geklettert "
    "zurückgegangen eingebrochen gesteigert verringert reduziert".split()
)
_FROM = 8
_TELLING = frozenset({*_BEFORE, *_LOSSES, *_NOUNS, *_BOOKED, *_RAISED})


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
    lead = tokens.lows[start - 1]
    if lead == "up" and given_up(tokens, start, end, kind):
        return _DOWNWARDS
    way, done = _before(tokens, start, floor, kind)
    if way is not None or done:
        return way
    return (
        _behind(tokens, end, kind)
        or _compared(tokens, end)
        or told(tokens, start, end, floor, kind)
        or (_after_comma(tokens, start, floor) if lead == "to" else None)
    )


def _before(tokens: Tokens, start: int, floor: int, kind: Kind) -> tuple[Direction | None, bool]:
    """What the words before an amount say, and whether nothing else needs to be asked."""
    lows = tokens.lows
    for j in range(start - 1, max(floor, start - _REACH) - 1, -1):
        word = lows[j]
        if word not in _TELLING:
            if word not in _BETWEEN or (word == "in" and lows[j + 1] not in _IN):
                break
            continue
        before = lows[j - 1]
        if _moves_nothing(tokens, j, kind):
            return None, True
        if word in {"up", "down"} and j > floor and before in _BEFORE:
            return _BEFORE[before], True
        if word in _NOUNS and (verb := past_object(tokens, j - 1, floor, kind)) is not None:
            # "cut its growth forecast to 3%" is no growth.
            return verb, True
        if word in _BEFORE:
            return _BEFORE[word], True
        if word in _LOSSES and kind in _QUOTED:
            return _DOWNWARDS, True
        if word not in _BETWEEN:
            break
    if lows[start - 1] in {"to", "by"} and lows[start - 2] not in _NO_OBJECT:
        return past_object(tokens, start - 2, floor, kind), False
    return None, False


def _moves_nothing(tokens: Tokens, j: int, kind: Kind) -> bool:
    """Whether the word at a token looks like a movement and is none: "made up 40%"."""
    word, before, following = tokens.low(j), tokens.low(j - 1), tokens.low(j + 1)
    if word == "up" and before in _GIVING:
        return True
    if word == "down" and before in _REFUSING:
        return True
    if word in _BOOKED:
        return kind == "money" and following == "of"
    # "raised $5 million" of investors.
    raised = word in _RAISED and following not in {"by", "to"}
    return raised and kind in {"money", "count", "ratio"}


def governs(tokens: Tokens, i: int, floor: int) -> bool:
    """Whether a verb, noun or adverb of movement stands before a token."""
    return _before(tokens, i, floor, "other")[0] is not None


def way_of(word: str) -> Direction | None:
    """The way that a word in lower case says before an amount: "rose" is up."""
    return _BEFORE.get(word)


def past_object(tokens: Tokens, last: int, floor: int, kind: Kind) -> Direction | None:
    """The way of the verb before an object or an adverbial that ends before "to" or "by".

    "lowered its dividend to 10 cents", "rose in the quarter to $5 million".

    Args:
        tokens: The tokens.
        last: The last token of the object.
        floor: The first token that may be looked at.
        kind: The kind of the amount after it.
    """
    for j in range(last, max(floor, last - _OBJECT) - 1, -1):
        word = tokens.low(j)
        if word in _VERBS:
            raised = word in _RAISED and kind == "count" and tokens.low(last + 1) == "to"
            spread = word in _SPREADS and not _FORECASTS.isdisjoint(tokens.lows[j : last + 1])
            return None if raised or spread else _BEFORE[word]
        year = len(word) == 4 and word.isdigit()
        if word in _BARRIERS or not (word.isalpha() or year or word in {"'", "’", "-"}):
            return None
    return None


def _after_comma(tokens: Tokens, start: int, floor: int) -> Direction | None:
    """ "It will rise a little, to six percent": a verb before a comma and "to"."""
    if tokens.low(start - 2) != ",":
        return None
    for j in range(start - 3, max(floor, start - 7) - 1, -1):
        word = tokens.low(j)
        if word in _BEFORE:
            return _BEFORE[word]
        if word in _BARRIERS or not word.isalpha():
            return None
    return None


def _behind(tokens: Tokens, end: int, kind: Kind) -> Direction | None:
    """The noun or adverb after an amount: "2.5% advance", "9.2% higher"."""
    if (way := compared_by(tokens, end, kind)) is not None:
        return way
    if tokens.language == "de":
        for j in range(end, end + 4):
            # "um 25 Basispunkte auf 4,25 Prozent gesenkt"
            if tokens.words[j] in _PARTICIPLES:
                return _BEFORE.get(tokens.low(j))
    for j in (end, end + 1, end + 2):
        word = tokens.low(j)
        if word in _AFTER and not _belongs_further(tokens, j):
            return _AFTER[word]
        if j > end + 1 or word not in _ADJECTIVES:
            return None
    return None


def _belongs_further(tokens: Tokens, j: int) -> bool:
    """ "16,369.03 up 58.06 points": the word belongs to the amount after it."""
    following = tokens.low(j + 1)
    if tokens.low(j) not in {"off", "up", "down", "gains"}:
        return False
    amount = tokens.digits(j + 1) or following in {"$", "€", "£", "by", "about", "more", "nearly"}
    return amount or following in {"to", "the", "a", "at"}


def _compared(tokens: Tokens, end: int) -> Direction | None:
    """ "…$32 billion on AI in 2025, significantly higher than …": later in the same clause."""
    window = tokens.lows[end : end + _COMPARED + 1]
    if "than" not in window and "from" not in window:
        return None
    for j in range(end, min(end + _COMPARED, len(tokens) - 1)):
        word, following = tokens.low(j), tokens.low(j + 1)
        if word in {"higher", "lower"} and following == "than":
            return _UPWARDS if word == "higher" else _DOWNWARDS
        near = j < end + _FROM or tokens.low(j - 1) == ","
        if word in {"up", "down"} and following == "from" and near:
            return _UPWARDS if word == "up" else _DOWNWARDS
        if word in _CLAUSE_END or word in {"while", "but"}:
            return None
        if tokens.digits(j) and len(word) != 4:
            return None
    return None
