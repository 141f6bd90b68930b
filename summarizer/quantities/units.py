"""Units: percent, points, measures and durations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens
    from summarizer.quantities.types import Kind


class Unit(NamedTuple):
    """A unit that was read.

    Attributes:
        kind: What sort of amount it makes.
        name: Its singular name or sign.
        end: The first token after it.
        per: What a rate is counted by.
    """

    kind: Kind
    name: str
    end: int
    per: str | None = None


# name: its other spellings, split at "|"; a phrase is tokens joined by blanks.
_MEASURES = {
    "nanometer": "nm|nanometre", "micrometer": "micron|µm|μm|micrometre",
    "millimeter": "mm|millimetre", "centimeter": "cm|centimetre", "meter": "m|metre",
    "kilometer": "km|kms|kilometre|kilometres", "inch": "inches|in .",
    "foot": "feet|ft|'|′", "yard": "yds|yd", "mile": "mi", "nautical mile": "nmi",
    "light year": "light - year|light years|light - years",
    "square foot": "square feet|sq ft|sq . ft|sq . ft .|sq feet|ft2|ft²|sqft|square - foot",
    "square meter":
        "square metre|square metres|sq m|sqm|m2|m²|sq metre|sq metres|sq meters|square - meter",
    "square kilometer": "square kilometre|square kilometres|sq km|sqkm|km2|km²|sq kilometers",
    "square mile": "mi²|sq mi|sq mile|sq miles|square - mile",
    "square inch": "in²|square inches|sq in",
    "square yard": "yd²|sq yd", "square centimeter": "cm2|cm²|sq cm",
    "acre": "", "hectare": "ha",
    "cubic meter": "cubic metre|cubic metres|m3|m³|cu m|cbm",
    "cubic foot": "cubic feet|cu ft|ft3|ft³",
    "cubic centimeter": "cc|cubic centimetre|cm3|cm³|cubic inch",
    "cubic inch": "cubic inches|cu in|in³", "square millimeter": "mm²|sq mm",
    "cubic millimeter": "mm³", "cubic decimeter": "dm³", "cubic yard": "yd³",
    "cubic kilometer": "km³|cubic kilometre|cubic kilometres", "cubic mile": "mi³",
    "liter": "litre|l|ltr", "milliliter": "ml|millilitre", "gallon": "gal|gals", "pint": "",
    "quart": "", "fluid ounce": "fl oz|fl . oz|fl . oz .", "barrel": "bbl|bbls",
    "bushel": "", "cup": "", "tablespoon": "tbsp", "teaspoon": "tsp",
    "nanomole": "nmol", "micromole": "µmol", "millimole": "mmol", "deciliter": "dl|decilitre",
    "milligram": "mg|milligramme", "microgram": "mcg|µg|μg", "gram": "g|gramme|gm|gr",
    "kilogram": "kg|kgs|kilo|kilogramme",
    "tonne": "metric ton|metric tons|metric - ton|mt", "ton": "short ton|long ton|t",
    "ounce": "oz", "troy ounce": "troy ounces|troy oz", "pound": "lb|lbs", "stone": "",
    "carat": "ct", "megatonne": "", "kilotonne": "kt", "gigatonne": "gt", "kiloton": "",
    "megaton": "", "gigaton": "",
    "watt": "w", "kilowatt": "kw", "megawatt": "mw", "gigawatt": "gw", "terawatt": "tw",
    "watt hour": "wh|watt - hour|watt hours|watt - hours",
    "kilowatt hour": "kwh|kilowatt - hour|kilowatt hours|kilowatt - hours",
    "megawatt hour": "mwh|megawatt - hour|megawatt hours|megawatt - hours",
    "gigawatt hour": "gwh|gigawatt - hour|gigawatt hours|gigawatt - hours",
    "terawatt hour": "twh|terawatt - hour|terawatt hours|terawatt - hours",
    "joule": "j", "kilojoule": "kj", "megajoule": "mj", "calorie": "cal", "kilocalorie": "kcal",
    "volt": "v", "kilovolt": "kv", "ampere": "amp|amps", "milliampere": "ma|milliamp", "ohm": "Ω",
    "milliampere hour": "mah", "hertz": "hz", "kilohertz": "khz", "megahertz": "mhz",
    "gigahertz": "ghz",
    "horsepower": "hp|bhp|ps", "brake horsepower": "", "newton": "",
    "newton meter": "n ⋅ m|newton metres|newton - meters|newton - metre",
    "pound foot": "pound - feet|lb - ft|pound feet|lb ft|pounds - feet|pound - foot|foot - pounds",
    "pascal": "pa", "kilopascal": "kpa", "megapascal": "mpa", "gigapascal": "gpa",
    "hectopascal": "hpa", "kilopound per square inch": "ksi", "bar": "", "psi": "",
    "millibar": "mbar|mb of pressure",
    "bit": "", "kilobit": "kbit", "megabit": "mbit", "gigabit": "gbit", "byte": "",
    "kilobyte": "kb", "megabyte": "mb", "gigabyte": "gb", "terabyte": "tb", "petabyte": "pb",
    "exabyte": "eb", "zettabyte": "zb",
    "pixel": "px", "megapixel": "mp", "decibel": "db", "lumen": "", "nit": "", "kelvin": "",
    "radian": "rad", "decimeter": "dm|decimetre", "hectoliter": "hl|hectolitre",
    "teraelectronvolt": "tev",
    "picometer": "picometre", "milligray": "", "degree": "°|deg",
    "celsius":
        "ºc|° celsius|c|° c|℃|celcius|degrees celcius|degrees celsius|degree celsius|degrees c|"
        "degrees centigrade|degree centigrade|"
        "centigrade|deg c",
    "fahrenheit":
        "ºf|° fahrenheit|f|° f|℉|"
        "farenheit|degrees farenheit|degrees fahrenheit|degree fahrenheit|degrees f|deg f",
    "knot": "kt", "gigaflop": "", "teraflop": "tflop|tflops", "petaflop": "", "exaflop": "",
    "kilogray": "", "electronvolt": "ev",
}  # fmt: skip
DURATIONS = {
    "second": "sec|secs|s", "minute": "min|mins", "hour": "hr|hrs|h", "day": "", "night": "",
    "week": "wk|wks", "fortnight": "", "month": "mos|mth|mths", "quarter": "", "year": "yr|yrs",
    "decade": "", "century": "centuries", "millennium": "millennia|millenniums",
    "business day": "business days|working day|working days|trading day|trading days",
    "millisecond": "ms|msec", "microsecond": "µs", "nanosecond": "ns",
    "light minute": "",
}  # fmt: skip
_RATES = {
    "mph": ("mile", "hour"), "kph": ("kilometer", "hour"), "kmh": ("kilometer", "hour"),
    "kmph": ("kilometer", "hour"), "mpg": ("mile", "gallon"), "rpm": ("revolution", "minute"),
    "bpd": ("barrel", "day"), "b / d": ("barrel", "day"), "mbps": ("megabit", "second"),
    "gbps": ("gigabit", "second"), "kbps": ("kilobit", "second"), "bpm": ("beat", "minute"),
    "fps": ("frame", "second"), "km / h": ("kilometer", "hour"), "km / hr": ("kilometer", "hour"),
    "m / s": ("meter", "second"), "tpa": ("tonne", "year"), "mtpa": ("million tonne", "year"),
    "boepd": ("barrel of oil equivalent", "day"), "boe / d": ("barrel of oil equivalent", "day"),
    "ppm": ("part", "million"), "ppb": ("part", "billion"),
}  # fmt: skip
_SHARES = {
    "%": ("percent", "%"), "percent": ("percent", "%"), "per cent": ("percent", "%"),
    "proc .": ("percent", "%"), "procent": ("percent", "%"), "prosent": ("percent", "%"),
    "prosenttia": ("percent", "%"),
    "процент": ("percent", "%"), "процента": ("percent", "%"), "процентов": ("percent", "%"),
    "% 포 인 트": ("percentage_point", "pp"), "포 인 트": ("index_level", "point"),
    "p . p .": ("percentage_point", "pp"), "p . p": ("percentage_point", "pp"),
    "pct": ("percent", "%"), "pc": ("percent", "%"), "percents": ("percent", "%"), "％": ("percent",
    "%"),
    "per - cent": ("percent", "%"), "percentage": ("percent", "%"), "pct .": ("percent", "%"),
    "points of base": ("basis_point", "bp"), "points basis basis": ("basis_point", "bp"),
    "point basis basis": ("basis_point", "bp"), "points básicos": ("basis_point", "bp"),
    "points base": ("basis_point", "bp"), "points - base": ("basis_point", "bp"),
    "point básico": ("basis_point", "bp"),
    "points of percent": ("percentage_point", "pp"), "point of percent": ("percentage_point", "pp"),
    "points porcentuales": ("percentage_point", "pp"),
    "point porcentual": ("percentage_point", "pp"),
    "points percentuali": ("percentage_point", "pp"),
    "punto percentuale": ("percentage_point", "pp"), "points percentuais": ("percentage_point",
    "pp"), "point percentual": ("percentage_point", "pp"), "percentuale": ("percent", "%"),
    "por #100": ("percent", "%"), "per #100": ("percent", "%"), "pour #100": ("percent", "%"),
    "pour - #100": ("percent", "%"), "por - #100": ("percent", "%"),
    "percentage point": ("percentage_point", "pp"), "percentage points": ("percentage_point", "pp"),
    "percentage - point": ("percentage_point", "pp"), "percentage - points": ("percentage_point",
    "pp"),
    "percent point": ("percentage_point", "pp"), "percent points": ("percentage_point", "pp"),
    "% points": ("percentage_point", "pp"), "% point": ("percentage_point", "pp"),
    "% pts": ("percentage_point", "pp"), "pp": ("percentage_point", "pp"),
    "ppt": ("percentage_point", "pp"),
    "ppts": ("percentage_point", "pp"), "pps": ("percentage_point", "pp"),
    "per cent points": ("percentage_point", "pp"), "pct points": ("percentage_point", "pp"),
    "basis point": ("basis_point", "bp"), "basis points": ("basis_point", "bp"),
    "basis - point": ("basis_point", "bp"), "basis - points": ("basis_point", "bp"),
    "bp": ("basis_point", "bp"), "bps": ("basis_point", "bp"), "bips": ("basis_point", "bp"),
}  # fmt: skip


# "mètres carrés", "pies cúbicos": an English length with a power in its own language.
_SQUARES = "carrés carré cuadrados cuadrado quadrati quadrato quadri quadrados quadrado".split()
_CUBES = "cubes cube cúbicos cúbico cubi cubo cubos".split()


def _foreign_powers() -> dict[str, str]:
    lengths = {"meter": "meter", "kilometer": "kilometer", "centimeter": "centimeter",
               "feet": "foot", "mile": "mile"}  # fmt: skip
    return {
        f"{spelling} {word}": f"{power} {name}"
        for spelling, name in lengths.items()
        for power, words in (("square", _SQUARES), ("cubic", _CUBES))
        for word in words
    }


def _table() -> dict[str, tuple[Kind, str, str | None]]:
    table: dict[str, tuple[Kind, str, str | None]] = {}
    groups: list[tuple[Kind, dict[str, str]]] = [("measure", _MEASURES), ("duration", DURATIONS)]
    for kind, units in groups:
        for name, others in units.items():
            for spelling in (name, *filter(None, others.split("|"))):
                table.setdefault(spelling, (kind, name, None))
                if len(spelling) > 2 and spelling[-1].isalpha() and not spelling.endswith("s"):
                    table.setdefault(spelling + "s", (kind, name, None))
    for spelling, name in _foreign_powers().items():
        table[spelling] = ("measure", name, None)
    for spelling, (name, per) in _RATES.items():
        table[spelling] = ("measure", name, per)
    for spelling, (share, sign) in _SHARES.items():
        table[spelling] = (share, sign, None)  # type: ignore[assignment]
    return table


UNITS = _table()
# First words, with the length of the longest spelling that begins with each.
_HEADS: dict[str, int] = {}
for _spelling in UNITS:
    _first, *_others = _spelling.split(" ")
    _HEADS[_first] = max(_HEADS.get(_first, 0), 1 + len(_others))
# Signs of one or two letters that are also words or scales: a unit only when glued to digits
# or in the case given.
SHY = frozenset(
    "c f ' ′ nm m l s h g j v w t in pa ma mi mp ps ha cc gr px mt gt kt ct cal mo deg min sec "
    "pc gal ms ns pb eb tb mb gb kb amp pp db".split()
)


def read_unit(tokens: Tokens, i: int) -> Unit | None:
    """Read the unit that begins at a token, with a hyphen before it or not.

    Args:
        tokens: The tokens.
        i: The first token after a number.

    Returns:
        The unit with the longest spelling, or None.
    """
    glued = tokens.glued(i - 1)
    if tokens.low(i) in {"-", "‐", "‑", "–"} and (
        (glued and tokens.glued(i))
        or (not glued and not tokens.glued(i) and tokens.low(i + 1).isalpha())
    ):
        i += 1
    if tokens.low(i) in _BRACKETS and tokens.low(i + 2) == _BRACKETS[tokens.low(i)]:
        inner = UNITS.get(tokens.low(i + 1))
        return Unit(inner[0], inner[1], i + 3, inner[2]) if inner else None
    if tokens.low(i) == '"':
        return Unit("measure", "inch", i + 1) if _inch_sign(tokens, i) else None
    if tokens.low(i) not in _HEADS:
        return None
    power = _power(tokens, i)
    if power is not None:
        return power
    for n in range(_HEADS[tokens.low(i)], 0, -1):
        phrase = tokens.phrase(i, n)
        entry = UNITS.get(phrase)
        if entry is None or i + n > len(tokens):
            continue
        if n == 1 and phrase in SHY and not _shy_ok(tokens, i, glued=glued):
            continue
        if tokens.low(i + n) == "⁻":
            return None
        kind, name, per = entry
        if tokens.words[i] == "Nm" and n == 1:
            name = "newton meter"
        return Unit(kind, name, i + n, per)
    return None


_BRACKETS = {"[": "]", "{": "}", "<": ">"}
_POWERS = {"m": "meter", "km": "kilometer", "cm": "centimeter", "mm": "millimeter", "ft": "foot"}


def _power(tokens: Tokens, i: int) -> Unit | None:
    """ "m2", "km3": a length with its power glued to it."""
    name, power = _POWERS.get(tokens.low(i)), tokens.word(i + 1)
    if name is None or power not in {"2", "3"} or not tokens.glued(i) or tokens.words[i].isupper():
        return None
    if tokens.glued(i + 1) and tokens.word(i + 2)[:1].isalnum():
        return None
    return Unit("measure", f"{'square' if power == '2' else 'cubic'} {name}", i + 2)


def _inch_sign(tokens: Tokens, i: int) -> bool:
    """Whether a quotation mark after a number is the sign of an inch: it closes no quotation."""
    if not tokens.digits(i - 1):
        return False
    opened = tokens.lows[max(0, i - 60) : i].count('"') % 2
    return not opened and not tokens.word(i + 1)[:1].isupper()


def _shy_ok(tokens: Tokens, i: int, *, glued: bool) -> bool:
    low, word = tokens.low(i), tokens.word(i)
    if low in {"c", "f"}:
        return (
            word.isupper()
            and (tokens.low(i + 1) != "." or glued)
            and tokens.low(i + 1) != "$"
            and (tokens.digits(i - 1) or tokens.low(i - 1) == "°")
        )
    if low in {"'", "′"}:
        return (
            glued
            and tokens.digits(i - 1)
            and not (tokens.glued(i) and tokens.word(i + 1)[:1].isalpha())
            and tokens.word(i - 1).isdigit()
        )
    if low == "s" and "." not in tokens.word(i - 1):
        return False
    if low in {"in", "mi"} and not glued:
        return (
            tokens.digits(i - 1)
            and not tokens.word(i + 1)[:1].isalnum()
            and tokens.low(i + 1) != "$"
        )
    if low in {"pa", "ma", "s", "pc"} and not glued:
        return low == "pc" and tokens.digits(i - 1)
    if tokens.glued(i) and tokens.word(i + 1)[:1].isalnum():
        return False
    if low in {"m", "l", "h", "g", "j", "v", "w", "t"}:
        return (
            tokens.digits(i - 1)
            and (glued or low in {"m", "g", "l", "v", "w"})
            and (word == low or low in "wvlj")
        )
    return tokens.digits(i - 1) or low in {"pp", "min", "sec", "mt"}
