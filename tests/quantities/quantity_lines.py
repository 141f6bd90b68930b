"""A quantity as one short line, so that a table of them can be read."""

from decimal import Decimal

from summarizer.quantities import Quantity, scan


def plain(value: Decimal | None) -> str:
    return "?" if value is None else format(value, "f")


def line(q: Quantity) -> str:
    """Comparator, value or range, unit (with what it is counted by), kind and direction."""
    value = plain(q.value) if q.high is None else f"{plain(q.value)}..{plain(q.high)}"
    unit = f"{q.unit}/{q.per}" if q.per else q.unit
    return " ".join(filter(None, (q.comparator, value, unit, q.kind, q.direction)))


def read(text: str, language: str | None = "en") -> list[tuple[str, str]]:
    """What is found in a text: the words of each mention with what they mean."""
    return [(m.text, line(m.quantity)) for m in scan(text, language).mentions]
