"""How well and how fast quantities are read.

    python benchmarks/quantities.py [--suite GLOB]… [--langs en,de]

prints a table of the development suites beside the repository (`../shared/dev/quantities`), where
they are there, with the misses of each sorted by kind, and the throughput next to that of one plain
regular expression, in the same run.

Columns: expectations; recall: the value was found; exact: value and unit; named: the same, where
units that a suite names in its own language ("Dólar", "Mètres") are known by those names; prec:
what was found and is expected; chg: value and bound or direction (the news suite); false: forbidden
spans that hold a figure. Then the misses: missed: nothing was found; value; range: a range as two,
or the other way round; kind; unit; name: right, but for the language of the unit's name; comp, dir:
bound or direction; extra: found and not expected; false.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.quantities import Mention, scan

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

SUITES = Path(__file__).resolve().parents[2] / "shared" / "dev" / "quantities"
# What most programs use: a sign, digits, a scale and a unit or two.
FLOOR = re.compile(
    r"[$€£¥]?\s?\d[\d,.]*\s?(?:thousand|million|billion|trillion|[kmb]n?\b)?\s?"
    r"(?:%|percent|dollars|euros|yuan)?",
    re.IGNORECASE,
)
OWN_TEXT = (
    "The maker said on Wednesday that sales rose 9.2% to $5.3 billion in the third quarter, from "
    "$4.8 billion a year earlier. It employs more than 2,400 people at four plants and plans to "
    "spend between $3 and $5 million on a 30-MW solar park within five years. Its shares, which "
    "had lost a third of their value since December 2021, closed 2.5% higher at HK$54.30. "
    "Analysts had expected less, as demand for the older models was thought to be weak. The chief "
    "executive called the result a first step and gave no new target for the year.\n\n"
)
ROUNDS = 5
FAULTS = (
    "missed", "value", "range", "kind", "unit", "name", "comp", "dir", "extra", "false",
)  # fmt: skip
# What suites call units in their own language, and what they are called here.
OWN_NAMES = {
    "USD": "dólar|dólares|dollar états-unis|dólar estadunidense|centavo",
    "HKD": "dólar de hong kong",
    "GBP": "libra|livre|penique|pêni", "CNY": "yuan chino|yuan chinês", "CHF": "franco",
    "FIM": "marco finlandés|mark finlandais|finnish markka|marco finlandês",
    "NLG": "florim holandês|netherlands guilder", "JPY": "yen",
    "year": "ans|an|año|ano|anni|anno", "month": "mois|mes|mês|mese", "day": "día|dia|jour|jours",
    "week": "semaines|semana|settimana", "meter": "metro|mètres|mètre",
    "kilometer": "kilómetro|quilômetro|kilomètres|chilometro", "mile": "milla|milha|miglio|mile",
    "centimeter": "centimètres|centímetro|centimetro", "inch": "pulgada|polegada|pollice",
    "millimeter": "millimètres|milímetro|millimetro", "foot": "pie|pé|pied|piede",
    "square meter": "metro cuadrado|mètre carré|metro quadrato|metro quadrado",
    "cubic foot": "pie cúbico|pieds cube|piede cubo", "acre": "acro|acre",
    "square kilometer": "chilometro quadrato", "milliliter": "mililitro|millilitro",
    "liter": "litro|litre", "gallon": "galón|galão|gallon", "barrel": "barril|baril|barile",
    "tonne": "tonelada métrica|tonnellata|tonne|tonelada", "ounce": "oncia|onza|onça",
    "pound": "libbra|libra|livre", "degree": "grado|grau|degré",
    "celsius": "grado celsius|grau celsius|degré celsius",
}  # fmt: skip
NAMED = {
    (name, unit) for unit, names in OWN_NAMES.items() for name in names.split("|")
}  # fmt: skip


def plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def row(mention: Mention) -> dict[str, object]:
    """A mention in the form that the scorer reads."""
    q = mention.quantity
    return {
        "text": mention.text, "start": mention.start, "end": mention.end, "value": plain(q.value),
        "high": plain(q.high), "kind": q.kind, "unit": q.unit, "comparator": q.comparator,
        "direction": q.direction,
    }  # fmt: skip


def answer() -> None:
    """Answer each line of standard input with its figures, as the scorer asks for them."""
    for line in sys.stdin:
        case = json.loads(line)
        figures = [row(mention) for mention in scan(case["text"], case.get("lang")).mentions]
        print(json.dumps({"id": case["id"], "figures": figures}), flush=True)


def rate(run: Callable[[], object], size: int) -> float:
    """The best of a few rounds, in MB/s of CPU time."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return size / best / 1e6


def throughput(name: str, text: str) -> None:
    size = len(text.encode())
    ours = rate(lambda: scan(text, "en"), size)
    floor = rate(lambda: FLOOR.findall(text), size)
    print(
        f"{name:12s} {size / 1e6:6.2f} MB   scan {ours:6.2f} MB/s   plain regex {floor:6.2f} MB/s"
    )


def fault(miss: dict[str, Any]) -> str:
    """What sort of mistake a line of the scorer's list is."""
    found = miss["miss"]
    if found in {"extra", "false"}:
        return str(found)
    expected, got = miss["expect"], miss["got"]
    if found == "missed" and not got:
        return "missed"
    ranged = expected.get("high") or any(figure.get("high") for figure in got)
    if found in {"ends", "missed"}:
        return "range" if ranged or found == "ends" else "value"
    names = {(str(expected["unit"]).lower(), figure["unit"]) for figure in got}
    if names & NAMED:
        return "name"
    things = {"physical": "thing", "count": "thing"}
    kind = things.get(expected["unit_kind"], expected["unit_kind"])
    return "unit" if kind in {things.get(g["kind"], g["kind"]) for g in got} else "kind"


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:7.1f}" if whole else "      -"


def line(name: str, sums: Counter[str], faults: Counter[str]) -> str:
    """One suite: its shares in percent, then how many misses of each sort."""
    n = sums["n"]
    shares = [
        share(sums["recall"], n), share(sums["exact"], n), share(sums["exact"] + faults["name"], n),
        share(sums["tp"], sums["tp"] + sums["fp"]), share(sums["chg"], sums["nchg"]),
        share(sums["false"], sums["nf"]),
    ]  # fmt: skip
    faults = faults | Counter(comp=sums["nc"] - sums["cmp"], dir=sums["nd"] - sums["dir"])
    counts = "".join(f"{faults[name] or '.':>7}" for name in FAULTS)
    return f"{name:24s}{n or sums['nf']:5d}{''.join(shares)}{counts}"


def accuracy(suites: list[str], languages: str) -> int:
    """Score the suites, and print each with its misses sorted by kind."""
    chosen = [part for glob in suites for part in ("--suite", glob)]
    chosen += ["--langs", languages] if languages else []
    own = [sys.executable, str(Path(__file__).resolve()), "--answer"]
    with tempfile.TemporaryDirectory() as folder:
        out, mistakes = Path(folder, "out.json"), Path(folder, "mistakes.jsonl")
        options = ["--name", "quantities", "--out", str(out), "--mistakes", str(mistakes)]
        command = [sys.executable, str(SUITES / "score.py"), *options, *chosen, "--", *own]
        code = subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode
        if code:
            return code
        scores = json.loads(out.read_text(encoding="utf-8"))["suites"]
        faults: dict[str, Counter[str]] = {name: Counter() for name in scores}
        for row_ in mistakes.read_text(encoding="utf-8").splitlines():
            miss = json.loads(row_)
            faults[miss["suite"]][fault(miss)] += 1
    shares = ("recall", "exact", "named", "prec", "chg", "false")
    heads = (*shares, *FAULTS)
    print(f"{'suite':24s}{'n':>5s}{''.join(f'{head:>7s}' for head in heads)}")
    for name, sums in scores.items():
        print(line(name, Counter(sums), faults[name]))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--suite", action="append", default=[], metavar="GLOB")
    parser.add_argument("--langs", default="", metavar="en,de")
    parser.add_argument("--answer", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.answer:
        answer()
        return 0
    throughput("own text", OWN_TEXT * 400)
    news = SUITES / "newsquant.jsonl"
    if not news.is_file():
        print(f"no development suites in {SUITES}: accuracy was not measured", file=sys.stderr)
        return 0
    lines = news.read_text(encoding="utf-8").splitlines()
    throughput("news suite", "\n\n".join(json.loads(line)["text"] for line in lines) * 8)
    return accuracy(options.suite, options.langs)


if __name__ == "__main__":
    raise SystemExit(main())
