"""Keeping article text out of logs.

Instructor logs whole answers at ERROR, and openai whole requests at DEBUG. What they log while
they work for us is dropped; what they log for anybody else in the process is left alone.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOTS = ("openai", "instructor", "anthropic", "httpx2", "httpcore2", "httpx", "httpcore")
_ours: ContextVar[bool] = ContextVar("summarizer_call", default=False)


class _NotOurs(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - logging's signature
        return not _ours.get()


_FILTER = _NotOurs()


def hush() -> None:
    """Put the filter on every logger that the SDKs have made; call after importing them.

    A logger's filter sees what is logged on that very logger only, so each needs its own.
    """
    for name in (*_ROOTS, *logging.root.manager.loggerDict):
        if name.partition(".")[0] in _ROOTS:
            logging.getLogger(name).addFilter(_FILTER)


@contextmanager
def quietly() -> Iterator[None]:
    """Drop what the SDKs log inside this block, in this task and those that it starts."""
    token = _ours.set(True)
    try:
        yield
    finally:
        _ours.reset(token)
