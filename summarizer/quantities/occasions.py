"""Whether "times" counts occasions or multiplies: "31 times last year", "31 times earnings"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

# What is compared with, right after "times".
_COMPARED = frozenset(
    "as more less higher lower greater larger bigger smaller faster slower longer heavier better "
    "worse stronger richer cheaper its their his her our your my the that those these what of "
    "earnings sales revenue revenues turnover book ebitda ebit profit profits forward trailing "
    "expected estimated projected annual annualised annualized cash net gross pre normal usual "
    "average leverage oversubscribed subscribed covered current next operating core free price "
    "income assets equity deposits gdp debt tangible consensus likelier likely over".split()
)
# After these it multiplies, whatever follows: "grew three times", "at 31 times".
_LEADS = frozenset(
    "grew grown grow grows rose risen increased increase multiplied jumped surged expanded by at "
    "to up trades trading traded trade valued worth above under".split()
)
_BOUNDS = frozenset(
    "about around nearly almost roughly some over than more less just some only approximately "
    "up barely as much".split()
)
_NEAR = frozenset({"last", "this", "previous", "prior"})


def multiplies(tokens: Tokens, begin: int, end: int) -> bool:
    """Whether a number of times multiplies.

    Args:
        tokens: The tokens.
        begin: The number's first token.
        end: The first token after "times".

    Returns:
        False where it counts how often something happened.
    """
    if "." in tokens.word(begin):
        return True
    following = tokens.low(end)
    if following in _COMPARED:
        return True
    if following in _NEAR and tokens.low(end + 2) in {"'", "’"}:
        return True
    j = begin - 1
    while j > 0 and tokens.low(j) in _BOUNDS:
        j -= 1
    return tokens.low(j) in _LEADS
