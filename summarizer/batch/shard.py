"""One part of n of a run, for those who have a job scheduler: every article is in exactly one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from summarizer.articles import Document
from summarizer.errors import InputError, UsageError
from summarizer.models import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Source = TypeVar("Source", Document, Article, Document | InputError)


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` of `count`, counted from 1.

    An article is in a part by the SHA-256 of its id, whatever its place among the inputs, so that
    the parts stay what they are when inputs are added.
    """

    number: int
    count: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Read "2/8".

        Raises:
            UsageError: it is no part of anything.
        """
        number, slash, count = text.partition("/")
        if slash and number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count):
            return cls(int(number), int(count))
        raise UsageError(
            f"--shard must be like 2/8, from 1/8 to 8/8, not {text!r}",
            way_out="Give each job a part of its own",
        )

    def has(self, ident: str) -> bool:
        """Whether the article of this id is in the part."""
        digest = hashlib.sha256(ident.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.number - 1

    def of(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The articles of the part, and the inputs whose name is in it."""
        for source in sources:
            ident = source.subject if isinstance(source, InputError) else source.id
            if self.has(ident or ""):
                yield source
