"""One amount: a number with its sign, currency, unit or counted noun."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities import currencies
from summarizer.quantities.amount import Amount
from summarizer.quantities.brackets import inside
from summarizer.quantities.common import NO_PARTS, read_common
from summarizer.quantities.compounds import read_inches
from summarizer.quantities.late import late
from summarizer.quantities.letters import letter_scale
from summarizer.quantities.marks import open_to_doubt
from summarizer.quantities.multiples import MULTIPLES, read_multiple
from summarizer.quantities.nouns import FORECASTERS, counted
from summarizer.quantities.numbers import EXACT, Stated, quotient, scaled
from summarizer.quantities.numerals import read_numeral
from summarizer.quantities.occasions import multiplies
from summarizer.quantities.proportions import one_in, one_of_a_kind
from summarizer.quantities.ranks import RANKS, SUFFIXES, read_rank
from summarizer.quantities.rates import read_per
from summarizer.quantities.scales import SCALES, Numeral, and_a_part
from summarizer.quantities.signs import SIGN_WORDS, read_plus, read_sign
from summarizer.quantities.units import read_unit
from summarizer.quantities.vague import VAGUE_HEADS, read_vague

if TYPE_CHECKING:
    from summarizer.quantities.currencies import Money
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Kind


_THREE_PLACES = late(r"[0-9]{1,3}\.[0-9]{3}\Z")
_CENT = Decimal("0.01")
_ONE = frozenset({"a", "an", "one"})
_NEAR = 12
_RATES = frozenset(
    "rate rates fed interest bank banks yield yields inflation unemployment borrowing mortgage "
    "percent % percentage".split()
)
_AGES = frozenset({"age", "edad", "idade"})
# "35-jährige Frau"
_AGED = frozenset(f"jährige{ending}" for ending in ("", "r", "n", "s", "m")) | {"jährig"}
_HALVED = frozenset({"duration", "measure"})
_TIMES = frozenset("year month week day quarter annum hour".split())
_SPECIAL = RANKS | MULTIPLES.keys() | VAGUE_HEADS | {"("}
# After these a number may be a share of another: "one in five", "two out of three", "3-for-2".
_SHARING = frozenset({"in", "out", "of", "to", "-", ":", "sur", "su", "sobre"})
_POINTS = frozenset({".", ","})
_COMPARING = frozenset("than versus vs against from above below to beat beating with".split())
_MANY = 1000
_EXPECTED = frozenset(
    "expected expect forecast forecasted predicted estimated anticipated projected average "
    "expecting forecasting looking hoping hoped wanted".split()
)
_PLUSES = frozenset({"+", "-"})
# "+0.2%" says that it went up.
_SIGNED = frozenset({"percent", "percentage_point", "basis_point", "index_level"})


def read_amount(tokens: Tokens, i: int, language: str | None = None) -> Amount | None:
    """Read the amount that begins at a token.

    Args:
        tokens: The tokens.
        i: Where it begins: a sign, a currency or a number.
        language: The language of the text.

    Returns:
        The amount, or None where none begins there.
    """
    if i in tokens.amounts:
        # The second amount of what might have been a range.
        return tokens.amounts[i]
    found: Amount | None = None
    if tokens.words[i]:
        found = read_common(tokens, i, language) or _read(tokens, i, language)
    tokens.amounts[i] = found
    return found


def _read(tokens: Tokens, i: int, language: str | None) -> Amount | None:
    low = tokens.lows[i]
    ranked = low in _SPECIAL or tokens.lows[i + 1] in SUFFIXES
    special = _special(tokens, i, language) if ranked else None
    if special is not None:
        return special
    j, minus = read_sign(tokens, i) if low in SIGN_WORDS else (i, False)
    money = None if tokens.digits(j) else currencies.before(tokens, j)
    if money is not None and not minus:
        inner, minus = read_sign(tokens, money.end)
        if inner != money.end:
            money = money._replace(end=inner)
    k = money.end if money is not None else j
    bracketed = inside(tokens, k, language) if money is not None else None
    if money is not None and bracketed is not None:
        amount = _money(tokens, i, bracketed, money)
        return amount._replace(value=EXACT.minus(bracketed.value))
    if (j > i or money is not None) and not _number_at(tokens, k):
        return None
    numeral = _numeral(tokens, k, language)
    if numeral is None:
        return None
    if money is not None:
        read: Amount | None = _money(tokens, i, numeral, money)
    else:
        read = _with_unit(tokens, i, numeral, language)
    if read is None or (numeral.scale == 1 and open_to_doubt(tokens, k, read.kind)):
        return None
    if numeral.plus or tokens.low(read.core_end - 1) in {"+", "plus"}:
        read = read._replace(comparator="ge")
    if j > i and not minus and read.kind in _SIGNED:
        read = read._replace(direction="up")
    if not minus or read.value is None:
        return read
    return read._replace(value=EXACT.minus(read.value))


def _bracketed_share(tokens: Tokens, i: int, language: str | None) -> Amount | None:
    """ "(3.2)%": negative, as the accounts of companies set it."""
    numeral = inside(tokens, i, language)
    unit = None if numeral is None else read_unit(tokens, numeral.end)
    if numeral is None or unit is None or unit.kind not in _SIGNED:
        return None
    return Amount(i, unit.end, unit.end, unit.kind, EXACT.minus(numeral.value), unit=unit.name,
                  precision=numeral.precision)  # fmt: skip


def _special(tokens: Tokens, i: int, language: str | None) -> Amount | None:
    """A rank, a multiple in one word, a vague amount, or a share in brackets."""
    if tokens.lows[i] == "(":
        return _bracketed_share(tokens, i, language)
    rank = read_rank(tokens, i)
    if rank is not None:
        core = rank.core_end
        return Amount(i, core, rank.end, "ordinal", rank.value, core_begin=core - 1)
    multiple = read_multiple(tokens, i)
    if multiple is not None:
        end, way = multiple.end, multiple.direction
        return Amount(i, end, end, "ratio", multiple.value, direction=way)
    vague = read_vague(tokens, i)
    if vague is None:
        return None
    begin = i - vague.led
    return Amount(begin, vague.core_end, vague.end, vague.kind, None, unit=vague.unit)


def _numeral(tokens: Tokens, k: int, language: str | None) -> Numeral | None:
    """The numeral at a token, with the plus after it."""
    point = False
    if tokens.lows[k] in _POINTS:
        sign = "," if tokens.low(k) == "," and tokens.language is not None else "."
        point = tokens.low(k) == sign and tokens.digits(k + 1) and tokens.glued(k)
    if point and not (k and tokens.glued(k - 1) and tokens.words[k - 1].isalnum()):
        numeral = _leading_point(tokens, k)
    else:
        numeral = read_numeral(tokens, k, language)
    if numeral is None or numeral.plus or tokens.lows[numeral.end] not in _PLUSES:
        return numeral
    width = read_plus(tokens, numeral.end)
    return numeral._replace(end=numeral.end + width, plus=True) if width else numeral


def _number_at(tokens: Tokens, k: int) -> bool:
    if tokens.digits(k) or (tokens.low(k) in {".", ","} and tokens.digits(k + 1)):
        return True
    return read_numeral(tokens, k) is not None


def _leading_point(tokens: Tokens, k: int) -> Numeral | None:
    """ ".500": a decimal without its zero."""
    digits = tokens.words[k + 1]
    if not digits.isdigit():
        return None
    numeral = read_numeral(tokens, k + 1)
    if numeral is None:
        return None
    stated = scaled(Stated(Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits))), numeral.scale)
    return numeral._replace(value=stated.value, precision=stated.precision)


def _money(tokens: Tokens, begin: int, numeral: Numeral, money: Money) -> Amount:
    numeral = letter_scale(tokens, _grouped(tokens, numeral, money.code), money=True)
    if money.factor != 1:
        # "TEUR 1.200", "Mio. EUR 12,3"
        whole = scaled(Stated(numeral.value, numeral.precision), money.factor)
        numeral = numeral._replace(value=whole.value, precision=whole.precision)
    end = numeral.end
    code, assumed = money.code, money.assumed
    behind = currencies.after(tokens, end)
    if behind is not None and behind.factor == 1 and not tokens.digits(behind.end):
        # "$5.3 billion USD", "$84 Australian": the name says which.
        if behind.code != code and (assumed or money.code == behind.code):
            code, assumed, end = behind.code, behind.assumed, behind.end
        elif behind.code == code:
            end, assumed = behind.end, assumed and behind.assumed
    if tokens.low(end) == "and" and numeral.scale == 1:
        whole = Stated(numeral.value, numeral.precision)
        stated, end = _small_change(tokens, whole, money._replace(code=code, end=end), None)
        numeral = numeral._replace(value=stated.value, precision=stated.precision)
    per = read_per(tokens, end)
    return Amount(
        begin, end, end, "money", numeral.value, unit=code, precision=numeral.precision,
        per=per[0] if per else None, assumed=("unit",) if assumed else (), scale=numeral.scale,
        words=numeral.words,
    )  # fmt: skip


def _grouped(tokens: Tokens, numeral: Numeral, code: str) -> Numeral:
    """ "Rp 31.500": a point before three digits groups them where no part has three places."""
    word = tokens.words[numeral.end - 1]
    if code not in NO_PARTS or numeral.scale != 1 or not _THREE_PLACES.match(word):
        return numeral
    return numeral._replace(value=Decimal(word.replace(".", "")), precision=Decimal(1))


def _small_change(
    tokens: Tokens, stated: Stated, money: Money, language: str | None
) -> tuple[Stated, int]:
    """ "3 dollars and 50 cents" as one; also "75 USD million"."""
    j = money.end
    scale = SCALES.get(tokens.low(j), Decimal(0))
    if scale >= 1000 and tokens.digits(j - 2):
        return scaled(stated, scale), j + 1
    if tokens.low(j) == "and":
        j += 1
    if money.factor != 1 or not (
        tokens.digits(j) or tokens.low(j)[:1].isalpha() or tokens.low(j)[:1] == "#"
    ):
        return stated, money.end
    coins = read_numeral(tokens, j, language)
    if coins is None or coins.value >= 100 or coins.fraction:
        return stated, money.end
    part = currencies.after(tokens, coins.end)
    closed = tokens.low(coins.end) in {"", ".", ",", "!", "?", ";"}
    if part is None and closed and j == money.end and coins.value >= 10:
        # "15 dollars 50."
        value = EXACT.add(stated.value, EXACT.multiply(coins.value, _CENT))
        return Stated(value, _CENT), coins.end
    if part is None or part.factor >= 1 or not (part.code == money.code or part.assumed):
        return stated, money.end
    value = EXACT.add(stated.value, EXACT.multiply(coins.value, part.factor))
    return Stated(value, part.factor), part.end


def _with_unit(tokens: Tokens, begin: int, numeral: Numeral, language: str | None) -> Amount | None:
    numeral = letter_scale(tokens, numeral, money=False)
    j = numeral.end
    low = tokens.lows[j]
    after = j + 1 if low == "-" and tokens.glued(j - 1) and tokens.glued(j) else j
    of_a = after + 2 if low == "of" and tokens.low(after + 1) in _ONE else None
    behind = currencies.after(tokens, after)
    if behind is None and tokens.low(after) == "in" and tokens.low(after + 1) == "us":
        behind = currencies.after(tokens, after + 1)
    if behind is not None:
        numeral = _grouped(tokens, numeral, behind.code)
        stated = scaled(Stated(numeral.value, numeral.precision), behind.factor)
        stated, end = _small_change(tokens, stated, behind, language)
        per = read_per(tokens, end)
        return Amount(
            begin, end, end, "money", stated.value, unit=behind.code,
            precision=stated.precision, per=per[0] if per else None,
            assumed=("unit",) if behind.assumed else (), scale=numeral.scale, words=numeral.words,
            part=behind.factor,
        )  # fmt: skip
    share = one_in(tokens, begin, numeral, language) if low in _SHARING else None
    if share is None and tokens.low(begin) == "one" and numeral.end == begin + 1:
        share = one_of_a_kind(tokens, begin, numeral, language)
    if share is not None:
        return share
    if tokens.language is not None and numeral.scale > 1 and low == "of":
        # "12 millones de toneladas", "2 millions de voitures"
        of_a = j + 1
    unit = read_unit(tokens, j) or (read_unit(tokens, of_a) if of_a else None)
    base = Amount(begin, j, j, "count", numeral.value, precision=numeral.precision,
                  scale=numeral.scale, words=numeral.words)  # fmt: skip
    if unit is not None and not _not_one(tokens, numeral, begin, strict=False):
        return _measured(tokens, base, unit.kind, unit.name, unit.end, unit.per)
    point = of_a or after
    if numeral.fraction and numeral.value < 1 and tokens.low(point) in {"point", "points"}:
        return _part_of_a_point(tokens, base, point + 1)
    if numeral.fraction:
        return base._replace(kind="ratio")
    return _counted(tokens, base, numeral)


def _part_of_a_point(tokens: Tokens, base: Amount, end: int) -> Amount:
    """ "a half-point cut", "7/32 of a point": a percentage point where a rate is spoken of."""
    near = tokens.lows[max(0, base.begin - _NEAR) : end + _NEAR]
    base = base._replace(core_end=end, end=end)
    if _RATES.isdisjoint(near):
        return base._replace(kind="index_level", unit="point")
    return base._replace(kind="percentage_point", unit="pp", assumed=("unit",))


def _not_one(tokens: Tokens, numeral: Numeral, begin: int, *, strict: bool) -> bool:
    """ "one" as a pronoun or an article."""
    if tokens.low(begin) != "one" or numeral.end != begin + 1:
        return False
    return (
        strict
        or tokens.low(begin - 1) in {"this", "no", "each", "every"}
        or tokens.low(begin + 1) == "day"
    )


def _measured(
    tokens: Tokens, base: Amount, kind: Kind, name: str, end: int, per: str | None
) -> Amount:
    if name == "foot" and base.value is not None and (more := read_inches(tokens, end)):
        value = EXACT.add(base.value, quotient(more.value, 12))
        return base._replace(kind=kind, unit=name, value=value, precision=quotient(1, 12),
                             core_end=more.end, end=more.end)  # fmt: skip
    halves = and_a_part(tokens, end) if kind in _HALVED and base.value is not None else 0
    if halves and base.value is not None:
        # "a year and a half", "tres años y medio"
        part = Decimal("0.5") if tokens.low(end + halves - 1) == "half" else Decimal("0.25")
        base = base._replace(value=EXACT.add(base.value, part), precision=part)
        end += halves
    if kind == "percent" and (yearly := read_per(tokens, end)) and yearly[0] in _TIMES:
        return base._replace(kind=kind, unit=name, per=yearly[0], core_end=end, end=end)
    rate = read_per(tokens, end) if per is None and kind == "measure" else None
    after_rate = rate[1] if rate else end
    if kind == "duration":
        age = end if tokens.low(base.begin - 1) == "aged" else _age(tokens, end)
        if age is not None:
            return base._replace(kind="age", unit=name, core_end=age, end=age)
    return Amount(
        base.begin, after_rate, after_rate, kind, base.value, unit=name, precision=base.precision,
        per=per or (rate[0] if rate else None), scale=base.scale, words=base.words,
    )  # fmt: skip


def _age(tokens: Tokens, end: int) -> int | None:
    """ "35-year-old", "35 years old", "35 years of age"."""
    if tokens.low(end) == "-" and tokens.low(end + 1) in {"old", "olds"}:
        return end + 2
    if tokens.low(end) in {"old", "olds"}:
        return end + 1
    return end + 2 if tokens.low(end) == "of" and tokens.low(end + 1) in _AGES else None


def _multiplies(tokens: Tokens, base: Amount, end: int) -> bool:
    whole = base.value is not None and base.value == base.value.to_integral_value()
    return not whole or multiplies(tokens, base.begin, end)


def _expected(tokens: Tokens, base: Amount, j: int) -> bool:
    """ "than the 1.8bn analysts had expected": they are no analysts that are counted."""
    compared = tokens.low(base.begin - 1) == "the" and tokens.low(base.begin - 2) in _COMPARING
    if not compared and (base.value is None or base.value < _MANY):
        return False
    k = j + 1 if tokens.low(j) in {"had", "have", "were", "on"} else j
    return tokens.low(k) in _EXPECTED


def _is_times(tokens: Tokens, j: int) -> bool:
    """Whether an x at a token multiplies, "2.5x", and measures no sides: "10x10 cm"."""
    return tokens.glued(j - 1) and not (tokens.glued(j) and tokens.digits(j + 1))


def _counted(tokens: Tokens, base: Amount, numeral: Numeral) -> Amount | None:
    """A number without a unit: a multiple, points, an age, a count, or a bare number."""
    j = numeral.end
    odd = tokens.phrase(j, 2) == "- odd" and tokens.glued(j - 1) and tokens.glued(j)
    if odd and (noun := counted(tokens, j + 2)) is not None:
        return base._replace(unit=noun.name, core_end=j + 2, end=noun.end, comparator="approx")
    if numeral.scale == 1 and _not_one(tokens, numeral, base.begin, strict=True):
        return None
    hyphen = tokens.low(j) == "-"
    word = tokens.low(j + 1) if hyphen else tokens.low(j)
    end = j + 2 if hyphen else j + 1
    if word == "times" and not hyphen and not _multiplies(tokens, base, end):
        per = read_per(tokens, end)
        return base._replace(unit="time", end=end, per=per[0] if per else None)
    times = word in {"fold", "times"} or (tokens.word(j) == "x" and _is_times(tokens, j))
    if times or tokens.phrase(base.begin - 2, 2) == "factor of":
        end = end if times else j
        return base._replace(kind="ratio", core_end=end, end=end)
    if word in {"point", "points", "pts"}:
        return base._replace(kind="index_level", unit="point", core_end=end, end=end)
    if (hyphen and word in _AGED) or (word == "yo" and tokens.digits(j - 1)):
        return base._replace(kind="age", unit="year", core_end=end, end=end)
    if tokens.low(base.begin - 1) in {"aged", "age", "ages"}:
        return base._replace(kind="age", unit="year")
    of_many = tokens.language is not None and numeral.scale > 1 and tokens.low(j) == "of"
    noun = counted(tokens, j + of_many, single=numeral.value == 1)
    if noun is not None and not (noun.name in FORECASTERS and _expected(tokens, base, noun.end)):
        rate = read_per(tokens, noun.end)
        return base._replace(unit=noun.name, end=noun.end, per=rate[0] if rate else None)
    if tokens.low(j) == "per" and tokens.low(j + 1).isalpha() and tokens.digits(j - 1):
        # "150 yen" as "150 per dollar"
        rate = read_per(tokens, j)
        base = base._replace(per=rate[0] if rate else None)
    # "the two will merge": a small number in words counts what the sentence leaves out.
    small = numeral.words and numeral.scale == 1 and numeral.value < 10
    return base._replace(kind="count" if small and tokens.low(j).isalpha() else "other")
