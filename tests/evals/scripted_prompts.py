"""Answers of a scripted server, made from golden cases: no model, and nothing that was recorded."""

from __future__ import annotations

import json
import re
from decimal import Decimal

from summarizer.articles import clean
from summarizer.testing import completion

PROMPT = """\
---
name: {name}
version: "1"
description: A prompt for tests
language: en
created: 2026-01-31
---
# System
You answer as {name}.
# User
{{% for sentence in sentences %}}
{{{{ sentence.number }}}} {{{{ sentence.text }}}}
{{% endfor %}}
"""
COMPARATORS = {
    None: "exactly", "approx": "about", "gt": "more than", "ge": "at least", "lt": "less than",
    "le": "at most",
}  # fmt: skip
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def write_prompt(folder, name):
    """A prompt whose answers the server can tell from those of others."""
    path = folder / f"{name}.md"
    path.write_text(PROMPT.format(name=name), encoding="utf-8")
    return str(path)


def ten_times(words):
    """Words of an amount with a slip of a power of ten."""

    def shifted(found):
        return f"{Decimal(found[0].replace(',', '')) * 10:f}"

    return _NUMBER.sub(shifted, words, count=1)


def answer_of(golden, spoiled=()):
    """The answer of a model that reads as the golden case expects, but for `spoiled` figures."""
    return {
        "headline": golden.about,
        "summary": golden.about,
        "key_points": [],
        "figures": [
            {
                "sentence": None,
                "quote": one.quote,
                "amount": ten_times(one.text) if one.id in spoiled else one.text,
                "metric": one.metric,
                "entity": one.entity,
                "period": one.period,
                "basis": one.basis,
                "importance": one.importance,
                "comparator": COMPARATORS[one.comparator],
                "direction": one.direction or "none",
            }
            for one in golden.figures
        ],
    }


def responder(data, spoiled):
    """What a server answers: for each prompt's name and case the ids of figures that slip.

    Args:
        data: The golden cases.
        spoiled: Prompt name to case id to figure ids.
    """
    keys = {}
    for case in data.cases:
        article = clean(case.document())
        sentences = [article.sentence(n) for n in range(1, len(article.sentences) + 1)]
        keys[case.id] = max(sentences, key=len)[:200]

    def respond(seen):
        case = next(case for case in data.cases if keys[case.id] in seen.text)
        name = next(name for name in spoiled if f"You answer as {name}." in seen.text)
        slips = spoiled[name].get(case.id, ())
        return completion(json.dumps(answer_of(case.golden, slips)))

    return respond


def slips_of(data, share):
    """Every so many-th money or count figure, spread over the cases."""
    found = {}
    able = [
        (case.id, one.id)
        for case in data.cases
        for one in case.figures
        if one.kind in ("money", "count", "percent") and _NUMBER.search(one.text)
    ]
    wanted = round(share * data.expected)
    for n in range(wanted):
        case, figure = able[n * len(able) // wanted]
        found.setdefault(case, []).append(figure)
    return found
