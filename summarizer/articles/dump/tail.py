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
_EMAIL = re.compile(r"\S@\w[\w-]*\.\w")


def tail_cut(text: str, line: Span) -> Cut | None:
    """The sentences at the end of `line` that are not the article's, if there are any.

    The first sentence of a line is never cut: the line was judged as a whole before.
    """
    end = text[max(line.start, line.end - _REACH) : line.end].lower()
    if not any(hint in end for hint in _HINTS):
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
