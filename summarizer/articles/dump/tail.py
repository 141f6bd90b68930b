"""What was glued behind the last sentence of a paragraph: sign-offs and "Most Read" headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.articles.assemble import Cut
from summarizer.articles.sentences import split_sentences

if TYPE_CHECKING:
    from summarizer.quantities.types import Span

_SIGN_OFF = re.compile(
    r"(?:Write to|Contact|Email|E-mail|Follow(?=[ :])|Reach(?= )|With assistance|Sign up"
    r"|Subscribe|Read more|Most Read|Read (?:also|next)|Related|Recommended|More from"
    r"|Story continues|Download|Copyright|©|\(Reporting by|Reporting by|Editing by)\b",
    re.IGNORECASE,
)
_HINTS = (
    *("write to", "contact", "email", "e-mail", "follow ", "follow:", "reach ", "with assistance"),
    *("sign up", "subscribe", "read more", "most read", "read also", "read next", "related"),
    *("recommended", "more from", "story continues", "download", "copyright", "©", "reporting by"),
    *("editing by", "@"),
)
"""What one of the above has in it, in small letters."""
_REACH = 600
"""Characters at the end of a line in which a sign-off begins, if there is one."""
_LONG = 1_000_000
_EMAIL = re.compile(r"\S@\w[\w-]*\.\w")


def tail_hints(text: str) -> tuple[str, ...]:
    """The hints of sign-offs that a text has anywhere, in small letters; of a long text, all."""
    if len(text) > _LONG:
        return _HINTS
    lowered = text.lower()
    return tuple([hint for hint in _HINTS if hint in lowered])


def tail_cut(text: str, line: Span, hints: tuple[str, ...]) -> Cut | None:
    """The sentences at the end of `line` that are not the article's, if there are any.

    The first sentence of a line is never cut: the line was judged as a whole before.

    Args:
        text: The page.
        line: A line of it.
        hints: Those of the page; a line without any has no sign-off.
    """
    end = text[max(line.start, line.end - _REACH) : line.end].lower()
    for hint in hints:
        if hint in end:
            break
    else:
        return None
    sentences = split_sentences(text[line.start : line.end])
    first = len(sentences)
    while first > 1 and _foreign(
        text[line.start + sentences[first - 1][0] :][
            : sentences[first - 1][1] - sentences[first - 1][0]
        ]
    ):
        first -= 1
    if first == len(sentences):
        return None
    return Cut(line.start + sentences[first - 1].end, line.end, "sign_off")


def _foreign(sentence: str) -> bool:
    return bool(_SIGN_OFF.match(sentence)) or (
        len(sentence) < 200 and bool(_EMAIL.search(sentence))
    )
