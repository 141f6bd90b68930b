"""What was glued behind the last sentence of a paragraph: sign-offs and "Most Read" headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.articles.assemble import Cut
from summarizer.articles.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def tail_cuts(text: str, lines: Sequence[Span]) -> dict[int, Cut]:
    """The sentences at the ends of lines that are not the article's, by where the line starts.

    The first sentence of a line is never cut: the line was judged as a whole before.

    Args:
        text: The page.
        lines: Those of its lines that stay.
    """
    ends = [text[max(start, end - _REACH) : end].lower() for start, end in lines]
    page = "\n".join(ends)
    hints = [hint for hint in _HINTS if hint in page]
    cuts: dict[int, Cut] = {}
    for line, tail in zip(lines, ends, strict=True) if hints else ():
        for hint in hints:
            if hint in tail:
                if cut := _tail_cut(text, line):
                    cuts[line.start] = cut
                break
    return cuts


def _tail_cut(text: str, line: Span) -> Cut | None:
    words = text[line.start : line.end]
    sentences = split_sentences(words)
    first = len(sentences)
    while first > 1 and _foreign(words[sentences[first - 1].start : sentences[first - 1].end]):
        first -= 1
    if first == len(sentences):
        return None
    return Cut(line.start + sentences[first - 1].end, line.end, "sign_off")


def _foreign(sentence: str) -> bool:
    return bool(_SIGN_OFF.match(sentence)) or (
        len(sentence) < 200 and bool(_EMAIL.search(sentence))
    )
