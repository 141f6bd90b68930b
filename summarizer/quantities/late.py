"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern, and takes over its methods one by one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that costs nothing before it is used.

    Args:
        source: As `re.compile` takes it.
        flags: As `re.compile` takes them.
    """
    return cast("re.Pattern[str]", _Late(source, flags))
