"""Feed altered sentences to the reader of figures and to the checks, and look for broken promises.

    python tools/fuzz.py [--cases N] [--seed S]

Every case is a sentence of the corpus below with a few mutations: letters, digits, separators and
words are dropped, doubled, swapped, spliced and replaced by anything that Unicode has. The same
seed makes the same cases. The first broken promise is printed with its text; exit code 1.

What is promised of every text: reading it raises nothing and gives the same twice; offsets slice
the text; mentions and masks are in order and never overlap; values are finite decimals, and the
high end of a range is not below its low end. And a sentence is supported by an article of itself.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.articles import Document, clean
from summarizer.grounding import Source, check_numbers
from summarizer.quantities import scan

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from summarizer.quantities import Mention

CORPUS = (
    ("en", "Sales rose 9.2% to $5.3 billion in the third quarter, from $4.8 billion a year ago."),
    ("en", "The maker employs more than 2,400 people at four plants and pays them £31.50 an hour."),
    ("en", "It will spend between $3 and $5 million on a 30-MW park by 2030, its chief said."),
    ("en", "Shares closed 2.5% higher at HK$54.30, after losing a third of their value."),
    (
        "en",
        "Output fell by half to 380,000 barrels per day; exports slipped 1.5 percentage points.",
    ),
    ("en", "The S&P 500 gained 58.06 points, or 0.4%, to 16,369.03 on Sept. 24, 2025."),
    ("en", "Net profit doubled to €1.25bn (RMB 9.9bn), the 737 Max supplier said at 10:30 a.m."),
    ("en", "A dozen firms raised two and a half million euros, up to 25 basis points cheaper."),
    ("en", "Call +44 20 7946 0958 or see http://example.org/a?b=7 for Section 232 and Covid-19."),
    ("en", "Results (in millions)\nRevenue 1,234 (56)\nProfit 41 n/a\n\nMargins widened 110 bps."),
    ("en", "She ran 26.2 miles in 3 hours; one in five of the 1,000 runners, aged 35-44, did not."),
    ("en", "Yields on 10-year notes eased 7/32 to 4½%, three-fold the €312 million¹ of 1990s."),
    ("de", "Der Umsatz stieg um 9,2 Prozent auf 5,3 Milliarden Euro, rund 1.234,5 Tonnen mehr."),
    ("fr", "Le chiffre d'affaires a reculé de 3,5 % à 12 milliards d'euros en 2024."),
    ("es", "Las ventas subieron un 4,5% hasta 2.300 millones de dólares, casi mil más."),
    ("it", "I ricavi sono saliti del 7% a 1,2 miliardi di euro, oltre 350 milioni in più."),
    ("pt", "A receita cresceu 8,1% para R$ 3,4 bilhões, com cerca de 2 mil funcionários."),
    ("zh", "公司营收增长9.2%，达到53亿元人民币，约为三千八百万美元，超过百分之五十。"),
    ("ja", "売上高は前年同期比12.5%増の3兆4500億円、従業員は約2万人となった。"),
)
SPLICES = (
    "$ € £ ¥ ₹ % ( ) [ ] - – — − + / . , ; : ' ’ \" @ # & * ½ ⅓ ¹ ² ³ ° × ~ million billion "
    "bn m k hundred half dozen and to from of over up by per x 00 1 7 2024 May Q3 "
    "万 亿 千 百 円 元 ５ ﹪ \u00a0 \u202f \u200b \u00ad \u0301 \n \n\n \t"
).split(" ")
PROVEN_EVERY = 20
"""How many cases go by between two that are also held against an article of themselves."""
_BAD = {"mismatch", "unsupported"}


class BrokenPromiseError(Exception):
    """What was promised of every text, and does not hold of this one."""


def _anything(chance: random.Random) -> str:
    """One code point: plain, of the scripts that news is written in, or any at all."""
    top = chance.choice((0x80, 0x250, 0x3000, 0xA000, 0x110000))
    code = chance.randrange(1, top)
    return " " if 0xD800 <= code < 0xE000 else chr(code)


def _drop(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + text[at + chance.randrange(1, 4) :]


def _double(text: str, at: int, chance: random.Random) -> str:
    end = at + chance.randrange(1, 6)
    return text[:end] + text[at:end] * chance.choice((1, 1, 2, 9)) + text[end:]


def _swap(text: str, at: int, chance: random.Random) -> str:
    end = at + chance.randrange(1, 9)
    return text[:at] + text[end : end + 5] + text[at:end] + text[end + 5 :]


def _splice(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + chance.choice(SPLICES) + text[at:]


def _strange(text: str, at: int, chance: random.Random) -> str:
    return text[:at] + _anything(chance) + text[at + chance.randrange(2) :]


def _other(text: str, at: int, chance: random.Random) -> str:
    other = chance.choice(CORPUS)[1]
    return text[:at] + other[chance.randrange(len(other)) :]


def _case(text: str, at: int, chance: random.Random) -> str:
    end = at + chance.randrange(1, 12)
    return text[:at] + chance.choice((str.upper, str.lower, str.title))(text[at:end]) + text[end:]


MUTATIONS: tuple[Callable[[str, int, random.Random], str], ...] = (
    _drop, _double, _swap, _splice, _splice, _strange, _other, _case,
)  # fmt: skip


def mutated(chance: random.Random) -> tuple[str | None, str]:
    """A sentence of the corpus with some mutations, and the language to read it in."""
    language, text = chance.choice(CORPUS)
    for _ in range(chance.randrange(5)):
        text = chance.choice(MUTATIONS)(text, chance.randrange(len(text) + 1), chance)
    return chance.choice((language, language, "en", None)), text


def check_scan(text: str, language: str | None) -> None:
    """Check what is promised of the reading of every text.

    Raises:
        BrokenPromiseError: it does not hold.
    """
    found = scan(text, language)
    for mention in found.mentions:
        _hold(text[mention.start : mention.end] == mention.text, "offsets slice the text")
        core = mention.core
        inside = mention.start <= core.start < core.end <= mention.end
        _hold(inside, "the number stands in its mention")
        _check_values(mention)
    for mask in found.masks:
        _hold(text[mask.start : mask.end] == mask.text, "offsets slice the text")
    mentions = [(mention.start, mention.end) for mention in found.mentions]
    masks = [(mask.start, mask.end) for mask in found.masks]
    ordered = mentions == sorted(mentions) and masks == sorted(masks)
    _hold(ordered, "mentions and masks are in order")
    apart = all(a[1] <= b[0] for a, b in pairwise(sorted(mentions + masks)))
    _hold(apart, "mentions and masks do not overlap")


def _check_values(mention: Mention) -> None:
    quantity = mention.quantity
    values: tuple[Decimal | None, ...] = (quantity.value, quantity.high, quantity.precision)
    _hold(all(v is None or v.is_finite() for v in values), "values are finite")
    if quantity.value is not None and quantity.high is not None:
        _hold(quantity.value <= quantity.high, "a range goes upwards")


def check_again(text: str, language: str | None) -> None:
    """Check that a text is read alike every time.

    Raises:
        BrokenPromiseError: it is not.
    """
    _hold(scan(text, language) == scan(text, language), "the same text is read alike twice")


def check_support(text: str) -> None:
    """Check that a text is supported by an article of itself.

    Raises:
        BrokenPromiseError: a number of it is not.
    """
    if not text.strip():
        return
    article = clean(Document("fuzz", text.encode(), "text", "text", raw=True))
    bad = [f for f in check_numbers(article.text, Source(article)) if f.status in _BAD]
    _hold(not bad, f"a text supports itself: {bad[0].text!r}, {bad[0].reason}" if bad else "")


def _hold(promise: bool, name: str) -> None:  # noqa: FBT001 - what is promised
    if not promise:
        raise BrokenPromiseError(name)


def main() -> int:
    """Run the cases; 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    started = time.process_time()
    for _, sentence in CORPUS:
        check_support(sentence)
    for number in range(options.cases):
        language, text = mutated(chance)
        try:
            check_scan(text, language)
            if number % PROVEN_EVERY == 0:
                check_again(text, language)
                check_support(text)
        except Exception as error:  # noqa: BLE001 - whatever is raised is what is looked for
            said = f"{type(error).__name__}: {error}"
            print(f"case {number}, language {language}: {said}\n{text!r}", file=sys.stderr)
            return 1
    spent = time.process_time() - started
    print(f"{options.cases:,} cases of seed {options.seed} hold ({spent:.1f} s).")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
