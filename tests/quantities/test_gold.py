"""The two annotated articles: every figure, and nothing else."""

import json
from pathlib import Path

import pytest

from summarizer.quantities import Mention, scan

GOLD = Path(__file__).parents[3] / "shared" / "dev" / "gold"
NAMES = ["seed-000", "seed-003"]


def read(name: str) -> tuple[str, dict]:
    if not GOLD.is_dir():
        pytest.skip("the annotated articles are not on this machine")
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    return text, json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))


def plain(value) -> str | None:
    return None if value is None else format(value, "f")


def fields(text: str, mention: Mention) -> dict:
    q = mention.quantity
    return {
        "text": mention.text,
        "core": text[mention.core.start : mention.core.end],
        "value": plain(q.value),
        "value_high": plain(q.high),
        "kind": q.kind,
        "unit": q.unit,
        "comparator": q.comparator,
        "direction": q.direction,
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_annotated_figure_is_read_in_every_field_and_nothing_else_is(name):
    text, gold = read(name)
    found = {m.start: fields(text, m) for m in scan(text, "en").mentions}
    wanted = {}
    for figure in gold["figures"]:
        row = {key: figure[key] for key in next(iter(found.values()))}
        row = {key: None if value == "none" else value for key, value in row.items()}
        row["kind"] = {"ordinal_rank": "ordinal"}.get(row["kind"], row["kind"])
        wanted[figure["start"]] = row
    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_no_decoy_holds_a_figure(name):
    text, gold = read(name)
    for decoy in gold["decoys"]:
        assert scan(decoy, "en").mentions == (), decoy
        start = text.find(decoy)
        assert not [m for m in scan(text).mentions if start <= m.start < start + len(decoy)], decoy
