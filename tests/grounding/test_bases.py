"""A forecast is told as done by nobody; what is so already, or is agreed, may be."""

import pytest

from summarizer.grounding import ground_figure
from summarizer.models import DraftFigure, KeyFigure

ROWS = [
    ("The 12,800 owners will receive a letter.", "12,800 owners", "stated"),
    ("It will send 12,800 owners a letter.", "12,800 owners", "forecast"),
    ("Two of its nine plants would close.", "nine plants", "stated"),
    ("It would close nine plants.", "nine plants", "forecast"),
    ("The pension will rise to $15 from $12.", "$12", "stated"),
    ("The pension will rise to $15 from $12.", "$15", "forecast"),
    ("He expects the key rate, now 5.25%, to be cut.", "5.25%", "stated"),
    ("He expects the key rate to be cut to 5.25%.", "5.25%", "forecast"),
    ("She would not cut the key rate of 4.25% yet.", "4.25%", "stated"),
    ("She expects a key rate of 4.25%.", "4.25%", "forecast"),
    ("Acme would have earned $14 million without the fire.", "$14 million", "stated"),
    ("Acme would earn $14 million without the fire.", "$14 million", "forecast"),
    ("Patients were 29% less likely to die.", "29%", "stated"),
    ("Profits are likely to fall 29%.", "29%", "forecast"),
    ("The stock trades on 11 times expected earnings.", "11 times", "stated"),
    ("The stock is expected to trade on 11 times earnings.", "11 times", "forecast"),
    ("Shareholders will receive $52 for each share.", "$52", "stated"),
    ("Shareholders will receive $52 million by 2030.", "$52 million", "forecast"),
    ("Acme will pay $9 million to settle the case.", "$9 million", "stated"),
    ("Acme will pay $9 million for new machines.", "$9 million", "forecast"),
    ("Each team may spend up to $7 million.", "up to $7 million", "stated"),
    ("Each team may spend $7 million.", "$7 million", "forecast"),
    ("Acme plans 75 shops.", "75 shops", "forecast"),
    ("Acme has plans. Its 75 shops are open.", "75 shops", "stated"),
]


@pytest.mark.parametrize(("text", "amount", "basis"), ROWS, ids=[f"{r[0]} {r[1]}" for r in ROWS])
def test_what_is_forecast_is_not_told_as_done(text, amount, basis, source_of):
    sentence = next(part for part in text.split(". ") if amount in part).removesuffix(".")
    claim = DraftFigure(quote=sentence, amount=amount, metric=sentence.split(amount)[0] or amount)
    found = ground_figure(claim, source_of(text, language="en"))
    told_as_done = isinstance(found, KeyFigure)
    assert told_as_done == (basis == "stated")
    if not told_as_done:
        assert [f.check for f in found.findings if f.status == "mismatch"] == ["basis"]
