"""Which lines of a page stand near a paragraph; those that do not are a menu, and not looked at.

Most lines of a page dump are short and stand among others that are: menus, link lists, footers.
What is far from any line of a paragraph's length gets the shape of a loose line of its length, and
costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARAGRAPH = 60
"""Bytes in UTF-8 from which on a line may be a paragraph: a sign of Chinese counts three."""
_REACH = 12
"""Lines on either side of a paragraph that are near it."""


def near_lines(lines: Sequence[str]) -> bytes | None:
    """Say of each line, by a byte, whether it is near a paragraph; None where all are.

    The first line, which is the page's title, is always near, and so is every line of a page
    without any paragraph.
    """
    size = len(lines)
    near = bytearray(size)
    span = b"\1" * (2 * _REACH + 1)
    done = 0
    for i, line in enumerate(lines):
        if len(line) >= _PARAGRAPH or (
            3 * len(line) >= _PARAGRAPH
            and not line.isascii()
            and len(line.encode("utf-8", "surrogatepass")) >= _PARAGRAPH
        ):
            start = max(done, i - _REACH)
            done = min(size, i + _REACH + 1)
            near[start:done] = span[: done - start]
    if not done:
        return None
    near[0] = 1
    return None if all(near) else bytes(near)
