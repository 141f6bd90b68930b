"""When "up to" is a way and its end ("edged up to 5.2%") and no bound ("pays up to $8 billion").

The verb decides, by whether "up" is its own particle. "Edge", "inch", "tick", "creep", "drift" and
"went" move nowhere without one, so "up" goes with them. A verb that already says upwards ("rose",
"jumped", "gained") needs none: after it "up to" stays a bound. "Move", "push" and their like may
take an amount of things as their object ("moved up to 500 people"), so that right before "up to"
they count only with a share or an index; with another object between them ("pushed claims up to
$37 billion") "up" is theirs whatever follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Kind

_PARTICLE = frozenset(
    "edge edges edged edging inch inches inched inching tick ticks ticked ticking creep creeps "
    "crept creeping drift drifts drifted drifting went gone came goes going".split()
)
_MOVERS = frozenset(
    "move moves moved moving push pushes pushed pushing nudge nudges nudged nudging bump bumps "
    "bumped bumping drive drives drove driven driving bring brings brought bringing take takes "
    "took taken taking send sends sent sending lift lifts lifted lifting pull pulls pulled "
    "pulling raise raises raised raising shoot shoots shot shooting drag drags dragged".split()
)
_LEVELS = frozenset({"percent", "percentage_point", "basis_point", "index_level"})
_ADVERBS = frozenset("back further slowly slightly gradually steadily sharply again".split())
# An object ends before these, and a person that something is sent to is none of the kind.
_NO_OBJECT = frozenset(
    "in on at for with by to from into out off him them us me her you and or but that which who "
    "can could may might will would is are was were be been".split()
)
_OBJECT = 4


def leads_up(tokens: Tokens, up: int, floor: int, kind: Kind) -> bool:
    """Whether the "up" of "up to" at a token belongs to the verb before it.

    Args:
        tokens: The tokens.
        up: The place of "up".
        floor: The first token that may be looked at.
        kind: The kind of the amount after "up to".
    """
    j = up - 1
    while j > floor and tokens.low(j) in _ADVERBS:
        j -= 1
    if j < floor:
        return False
    if tokens.low(j) in _PARTICLE:
        return True
    if tokens.low(j) in _MOVERS:
        return kind in _LEVELS
    for k in range(j, max(floor, j - _OBJECT + 1) - 1, -1):
        word = tokens.low(k)
        if word in _NO_OBJECT or not (word.isalpha() or word in {"-", "’", "'"}):
            return False
        if k - 1 >= floor and tokens.low(k - 1) in _MOVERS:
            return True
    return False
