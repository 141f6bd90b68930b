"""Which currency a sign, code or name means."""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.currency_names import NAMES as CLDR
from summarizer.quantities.currency_scales import OPENERS, SCALED_CODES, SHORT, scaled_before
from summarizer.quantities.more_currency_names import MORE_NAMES

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

ISO = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR "
    "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH "
    "UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW CNH DEM FRF ITL ESP PTE NLG BEF "
    "ATS FIM IEP GRD BTC ETH USDT USDC HRK LTL LVL EEK SKK VEF ROL TRL MXP CLF XDR".split()
)
# Codes that are also English words: money only beside a number and in capitals.
SIGNS = {
    "$": "USD", "£": "GBP", "￡": "GBP", "€": "EUR", "¥": "JPY", "￥": "JPY", "₩": "KRW",
    "₹": "INR", "₨": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB",
    "₴": "UAH", "₦": "NGN", "₱": "PHP", "₵": "GHS", "₡": "CRC", "₲": "PYG", "₸": "KZT",
    "₮": "MNT", "₭": "LAK", "₼": "AZN", "₾": "GEL", "₿": "BTC", "₤": "GBP", "＄": "USD",
}  # fmt: skip
# What stands before "$".
DOLLARS = {
    "us": "USD", "u.s.": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "aus": "AUD",
    "c": "CAD", "ca": "CAD", "cad": "CAD", "can": "CAD", "hk": "HKD", "hkd": "HKD", "nt": "TWD",
    "ntd": "TWD", "nz": "NZD", "nzd": "NZD", "s": "SGD", "sg": "SGD", "sgd": "SGD", "r": "BRL",
    "mx": "MXN", "mex": "MXN", "j": "JMD", "tt": "TTD", "bds": "BBD", "z": "ZWL", "n": "NAD",
}  # fmt: skip
# Written before the number, glued or not, where the case is as here.
PREFIXES = {
    "Rs": "INR", "RS": "INR", "Rs.": "INR", "RM": "MYR", "RMB": "CNY", "Rp": "IDR", "R": "ZAR",
    "kr": "SEK", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "Fr": "CHF", "SFr": "CHF", "Sfr": "CHF",
    "Dh": "AED", "Dhs": "AED", "TL": "TRY", "CN¥": "CNY", "NIS": "ILS", "KSh": "KES",
    "Ksh": "KES", "Sh": "KES", "Tk": "BDT", "GH₵": "GHS", "Php": "PHP",
    "B/.": "PAB", "S/": "PEN", "S/.": "PEN", "NTD": "TWD", "JP¥": "JPY",
}  # fmt: skip
# In capitals before or after the number, as an ISO code is.
CODES = {code: code for code in ISO} | {
    "RMB": "CNY", "NTD": "TWD", "STG": "GBP", "UKP": "GBP", "YTL": "TRY",
}  # fmt: skip
_NAMES = {
    "USD": "dollar|dollars|us dollar|us dollars|u . s . dollar|u . s . dollars|us . dollar|"
    "us . dollars|u . s dollar|u . s dollars|american dollar|"
    "american dollars|buck|bucks|united states dollar|united states dollars|달 러|долл",
    "EUR": "euro|euros|euroa|eurot|eurojen|евро|유 로",
    "GBP": "pound|pounds|pound sterling|pounds sterling|british pound|british pounds|sterling|quid",
    "CNY": "yuan|renminbi|rmb|chinese yuan|yuan renminbi|chinese renminbi",
    "JPY": "yen|japanese yen",
    "KRW": "won|south korean won|korean won|원",
    "INR": "rupee|rupees|indian rupee|indian rupees",
    "PKR": "pakistani rupee|pakistani rupees|pakistan rupees",
    "LKR": "sri lankan rupee|sri lankan rupees",
    "MYR": "ringgit|ringgits|malaysia ringgit|malaysia ringgits|malaysian ringgit|"
    "malaysian ringgits",
    "RUB": "ruble|rubles|rouble|roubles|russian ruble|russian rubles|russian roubles|"
    "рубль|рубли|руб .",
    "CHF": "swiss franc|swiss francs|franc|francs",
    "FRF": "french franc|french francs",
    "BEF": "belgian franc|belgian francs",
    "AUD": "australian dollar|australian dollars|aussie dollars",
    "CAD": "canadian dollar|canadian dollars",
    "HKD": "hong kong dollar|hong kong dollars",
    "SGD": "singapore dollar|singapore dollars",
    "NZD": "new zealand dollar|new zealand dollars",
    "TWD": "taiwan dollar|taiwan dollars|new taiwan dollar|new taiwan dollars",
    "BRL": "real|reais|brazilian real|brazilian reais|brazilian reals",
    "MXN": "mexican peso|mexican pesos|peso|pesos",
    "ARS": "argentine peso|argentine pesos|argentinian pesos",
    "CLP": "chilean peso|chilean pesos",
    "COP": "colombian peso|colombian pesos",
    "PHP": "philippine peso|philippine pesos",
    "SEK": "swedish krona|swedish kronor|krona|kronor|swedish crowns|crowns",
    "NOK": "norwegian krone|norwegian kroner|norwegian crowns|krone|kroner",
    "DKK": "danish krone|danish kroner|danish crowns",
    "ISK": "icelandic krona|icelandic kronur",
    "PLN": "zloty|zlotys|polish zloty|polish zlotys|złoty|złote|złotych",
    "CZK": "czech koruna|czech crowns|koruna|korunas",
    "HUF": "forint|forints|hungarian forint|hungarian forints",
    "TRY": "turkish lira|turkish liras|lira|liras",
    "ITL": "italian lira|italian lire|lire",
    "ZAR": "rand|rands|south african rand",
    "THB": "baht|thai baht",
    "IDR": "rupiah|indonesian rupiah",
    "VND": "dong|vietnamese dong",
    "ILS": "shekel|shekels|israeli shekel|israeli shekels|new israeli shekels",
    "SAR": "riyal|riyals|saudi riyal|saudi riyals",
    "QAR": "qatari riyal|qatari riyals",
    "IRR": "iranian rial|iranian rials|rial|rials",
    "AED": "dirham|dirhams|uae dirham|uae dirhams|emirati dirham|emirati dirhams",
    "KWD": "kuwaiti dinar|kuwaiti dinars|dinar|dinars",
    "BHD": "bahraini dinar|bahraini dinars",
    "JOD": "jordanian dinar|jordanian dinars",
    "EGP": "egyptian pound|egyptian pounds",
    "LBP": "lebanese pound|lebanese pounds",
    "NGN": "naira|nairas|nigerian naira",
    "KES": "kenyan shilling|kenyan shillings",
    "UAH": "hryvnia|hryvnias|ukrainian hryvnia",
    "KZT": "tenge",
    "BDT": "taka|bangladeshi taka",
    "DEM":
        "mark|marks|deutsche mark|deutsche marks|deutschmark|deutschmarks|german marks|german "
        "mark|d - mark|d - marks",
    "ESP": "peseta|pesetas|spanish peseta|spanish pesetas",
    "NLG": "guilder|guilders|dutch guilder|dutch guilders",
    "FIM": "finnish markka|finnish markkas|markka|markkas",
    "BTC": "bitcoin|bitcoins",
    "ETH": "ether|ethers",
    "USDT": "tether|tethers",
}  # fmt: skip
_NAME_TOKEN = re.compile(r"[^\W\d_]+|\S")


def _cldr(language: str) -> dict[str, str]:
    """The names of the currencies in a language, as tokens joined by blanks."""
    lines = (line.split("|") for line in CLDR[language].strip().splitlines())
    return {" ".join(_NAME_TOKEN.findall(name)): code for code, *names in lines for name in names}


NAMES = _cldr("en") | {name: code for code, names in _NAMES.items() for name in names.split("|")}
_CENT = Decimal("0.01")
# Parts of a currency: the currency that the word alone suggests, and the worth in it.
PARTS = {
    "cent": ("USD", _CENT), "cents": ("USD", _CENT), "¢": ("USD", _CENT), "￠": ("USD", _CENT),
    "us cents": ("USD", _CENT), "us cent": ("USD", _CENT), "pence": ("GBP", _CENT),
    "penny": ("GBP", _CENT), "pennies": ("USD", _CENT), "euro cents": ("EUR", _CENT),
    "euro cent": ("EUR", _CENT), "kopecks": ("RUB", _CENT), "kopek": ("RUB", _CENT),
    "kopeks": ("RUB", _CENT), "sen": ("MYR", _CENT), "paise": ("INR", _CENT),
    "paisa": ("INR", _CENT),
    "australian cents": ("AUD", _CENT), "canadian cents": ("CAD", _CENT),
}  # fmt: skip
# Words that need more than a number before them to be money: "a 5 real", "100 pounds" (weight).
_CONTEXT = {"real", "crowns", "sterling", "sen", "won"}
# First words, with the length of the longest name that begins with each.
_HEADS: dict[str, int] = {}
for _name in (*NAMES, *PARTS):
    _first, *_others = _name.split(" ")
    _HEADS[_first] = max(_HEADS.get(_first, 0), 1 + len(_others))


class Money(NamedTuple):
    """A currency that was read.

    Attributes:
        code: ISO 4217.
        end: The first token after it.
        factor: What the number is to be multiplied with (0.01 for cents).
        assumed: Whether the words leave the currency open.
    """

    code: str
    end: int
    factor: Decimal = Decimal(1)
    assumed: bool = False


# "HK $5.4m": set apart from the sign, in capitals; "A $5 coupon" is an article.
_SPACED = frozenset("US HK AU NZ C S NT CA SG CAD AUD USD HKD SGD NZD us hk au nz c nt".split())
# Codes that are written in small letters as well.
COMMON = frozenset(
    "USD EUR GBP CNY RMB JPY AUD CAD HKD INR CHF SGD KRW PLN RUB USDT USDC BTC ETH MYR IDR THB "
    "TWD NZD SEK NOK DKK ZAR BRL MXN CZK HUF RON TRY".split()
)
# Codes that are words when a headline is set in capitals.
_WORDY = frozenset("ALL TOP TRY CUP MOP PEN SOS COP MAD GEL LAK BAM AMD ERN XDR STG".split())
# Abbreviations that stand behind the number, in this case.
_BEHIND = {
    "Rs": "INR", "RM": "MYR", "Rp": "IDR", "Fr": "CHF", "lei": "RON", "Lei": "RON", "lv": "BGN",
    "лв": "BGN", "руб": "RUB", "рублей": "RUB", "рубля": "RUB", "р": "RUB", "Р": "RUB", "р.": "RUB",
    "грн": "UAH", "тг": "KZT", "zł": "PLN", "Zł": "PLN", "zl": "PLN", "Kč": "CZK", "kč": "CZK",
    "Kc": "CZK", "Ft": "HUF", "TL": "TRY", "FCFA": "XOF", "CFA": "XOF", "Dhs": "AED",
    "Dh": "AED", "KSh": "KES", "TSh": "TZS", "USh": "UGX", "Fdj": "DJF", "Nfk": "ERN",

    "kn": "HRK", "ден": "MKD", "дин": "RSD", "din": "RSD", "NIS": "ILS", "원": "KRW", "円": "JPY",
    "تومان": "IRR", "ریال": "IRR", "﷼": "IRR", "֏": "AMD", "ƒ": "ANG", "₣": "FRF", "đ": "VND",
    "€uro": "EUR", "Euro": "EUR", "EURO": "EUR", "Afl": "AWG",
}  # fmt: skip
_SCALED = frozenset({"thousand", "million", "billion", "trillion", "bn", "m"})
# A weight, where one of these stands near: "208 pounds".
_WEIGHTY = frozenset(
    "weigh weighs weighed weighing weight heavy heavier lighter lose losing gain shape body "
    "muscle bench meat beef pork chicken fish force thrust torque baby lift lifting bag bags "
    "cocaine marijuana drugs per".split()
)
# Names whose bare form says which currency only by convention.
_OPEN_NAMES = frozenset(
    {"dollar", "dollars", "buck", "bucks", "pound", "pounds", "rupee", "rupees", "peso", "pesos",
     "franc", "francs", "krona", "krone", "kroner", "crowns", "dinar", "dinars", "rial",
     "rials", "riyal", "riyals", "dirham", "dirhams", "lira", "liras", "cent", "cents", "¢",
     "penny", "pennies"}
)  # fmt: skip


_CODES_AND_SIGNS = CODES | SIGNS


def before(tokens: Tokens, i: int) -> Money | None:
    """The currency that begins at a token and stands before its number.

    Args:
        tokens: The tokens.
        i: Where it begins: "US$", "$", "HK$", "USD", "Rs.".

    Returns:
        The currency, or None.
    """
    word, low = tokens.word(i), tokens.low(i)
    found: Money | None = None
    if word in OPENERS or word.lower() in SHORT:
        scaled = scaled_before(tokens, i, _CODES_AND_SIGNS)
        return None if scaled is None else Money(*scaled)
    if low in DOLLARS and tokens.low(i + 1) == "$" and (tokens.glued(i) or word in _SPACED):
        found = Money(DOLLARS[low], i + 2)
    elif word == "Y" and tokens.low(i + 1) in {"=", "¥"} and tokens.glued(i):
        found = Money("JPY", i + 2)
    elif low == "u" and tokens.phrase(i, 5) == "u . s . $":
        found = Money("USD", i + 5)
    elif word in {"CN", "RMB", "JP"} and tokens.low(i + 1) in {"¥", "￥"}:
        found = Money("JPY" if word == "JP" else "CNY", i + 2)
    elif word in SIGNS:
        after = tokens.low(i + 1)
        if word == "$" and after in {"us", "usd", "aud", "cad", "hkd"} and tokens.glued(i):
            found = Money(DOLLARS[after], i + 2)
        else:
            found = Money(SIGNS[word], i + 1, assumed=word in "$¥￥₨＄")
    elif (word in CODES and word not in _WORDY) or (
        low.upper() in COMMON and _number_next(tokens, i + 1)
    ):
        skip = i + 2 if tokens.low(i + 1) in {"$", "€", "£", "¥"} else i + 1
        found = Money(CODES[low.upper()], skip)
    elif word in PREFIXES:
        dot = tokens.low(i + 1) == "." and (tokens.digits(i + 2))
        found = Money(PREFIXES[word], i + 2 if dot else i + 1, assumed=word in {"Rs", "RS", "kr"})
    if found and tokens.low(found.end) == ":" and tokens.digits(found.end + 1):
        found = found._replace(end=found.end + 1)
    return found


def _number_next(tokens: Tokens, i: int) -> bool:
    """Whether a code goes with the number after it: the one before has a currency of its own."""
    own = tokens.low(i - 3).upper() in COMMON or tokens.low(i - 3) in SIGNS
    return tokens.digits(i) and (own or not tokens.digits(i - 2))


def after(tokens: Tokens, i: int) -> Money | None:
    """The currency that stands after its number: "billion yuan", "5 USD", "50p", "12 €".

    Args:
        tokens: The tokens.
        i: The first token after the number.

    Returns:
        The currency, or None.
    """
    if tokens.language is not None:
        named = _named(tokens, i, tokens.language)
        if named is not None:
            return named
    if tokens.lows[i] == "," and tokens.lows[i + 1] == "-":
        # "50,- Kč"
        i += 2
    if not _may_follow(tokens.words[i]) and tokens.lows[i] not in _HEADS:
        return None
    return _by_name(tokens, i) or _by_code(tokens, i) or _by_sign(tokens, i)


@functools.lru_cache(maxsize=10_000)
def _may_follow(word: str) -> bool:
    """Whether a word, as written, may be the code or the sign of a currency after a number."""
    upper = word.upper()
    return (
        word in CODES
        or upper in COMMON
        or word in _BEHIND
        or word in SCALED_CODES
        or word.lower() in DOLLARS
        or word in SIGNS
        or word in {"p", "kr"}
    )


def _by_name(tokens: Tokens, i: int) -> Money | None:
    """ "billion yuan", "5 Hong Kong dollars", "20 cents"."""
    for n in range(_HEADS.get(tokens.low(i), 0), 0, -1):
        phrase = tokens.phrase(i, n)
        if phrase in PARTS:
            code, factor = PARTS[phrase]
            return Money(code, i + n, factor, assumed=phrase in _OPEN_NAMES)
        if phrase not in NAMES:
            continue
        if phrase in {"mark", "marks"} and not _priced(tokens, i):
            return None
        if phrase in {"pound", "pounds"} and _weighs(tokens, i):
            return None
        return Money(NAMES[phrase], i + n, assumed=phrase in _OPEN_NAMES)
    return None


def _by_code(tokens: Tokens, i: int) -> Money | None:
    """ "5 USD", "30 MUSD", "12 Kč"."""
    word, upper = tokens.word(i), tokens.low(i).upper()
    if word in CODES or (upper in COMMON and upper not in _WORDY):
        # "3 USD50 cards": the code goes with the number that it touches.
        ahead = tokens.glued(i) and tokens.digits(i + 1)
        return None if ahead else Money(CODES[upper], i + 1)
    if word in _BEHIND:
        return Money(_BEHIND[word], i + 1)
    if word == "kr":
        end = i + 2 if tokens.low(i + 1) == "." and tokens.word(i + 2)[:1].islower() else i + 1
        return Money("SEK", end, assumed=True)
    if word in SCALED_CODES:
        code, factor = SCALED_CODES[word]
        return Money(code, i + 1, factor)
    return None


def _by_sign(tokens: Tokens, i: int) -> Money | None:
    """ "12 €", "5 HK$", "50p"."""
    word, low, behind = tokens.word(i), tokens.low(i), tokens.word(i + 1)
    if low in DOLLARS and behind == "$" and tokens.glued(i):
        return Money(DOLLARS[low], i + 2)
    if word in {"p", "c"} and tokens.glued(i - 1) and tokens.digits(i - 1):
        # "12c" are cents of some dollar or euro.
        open_ = word == "c"
        return Money("USD" if open_ else "GBP", i + 1, _CENT, assumed=open_)
    # "5 $3" is two amounts: the sign goes with what it touches.
    if word not in SIGNS or (tokens.digits(i + 1) and tokens.glued(i)):
        return None
    if word == "$" and (behind in CODES or (len(behind) > 1 and behind.lower() in DOLLARS)):
        return Money(CODES.get(behind) or DOLLARS[behind.lower()], i + 2)
    return Money(SIGNS[word], i + 1, assumed=word in "$¥￥")


def _priced(tokens: Tokens, i: int) -> bool:
    """Whether the number before a word that is seldom money has a scale or decimals."""
    return "." in tokens.word(i - 1) or tokens.low(i - 1) in _SCALED


def _weighs(tokens: Tokens, i: int) -> bool:
    """Whether "pounds" at i are a weight."""
    nxt = tokens.low(i + 1)
    if nxt in {"-", "of"} and tokens.low(i - 1) not in {"million", "billion", "m", "bn"}:
        return nxt == "of" or tokens.low(i + 2) in {"feet", "foot", "force"}
    if tokens.low(i - 1) in {"million", "billion", "trillion", "bn", "m"}:
        return False
    near = tokens.lows[max(0, i - 12) : i + 8]
    return tokens.low(i - 1) == "-" or not _WEIGHTY.isdisjoint(near)


@functools.cache
def _foreign_names(language: str) -> dict[str, str]:
    more = dict(row.split("=") for row in MORE_NAMES[language].split("|"))
    tokens = {" ".join(_NAME_TOKEN.findall(name)): code for name, code in more.items()}
    return _cldr(language) | tokens


_FOREIGN_PARTS = frozenset(
    "cent cents centime centimes céntimo céntimos centavo centavos cêntimo cêntimos centesimi "
    "centesimo".split()
)
_PENCE = frozenset({"peniques", "penique", "pence", "pennies"})
_PART_OF = {("es", "centav"): "MXN", ("pt", "centav"): "BRL"}


def _named(tokens: Tokens, i: int, language: str) -> Money | None:
    """A currency by its name in another language than English: "dollars canadiens"."""
    j = i + 1 if tokens.low(i) in {"of", "d"} else i
    j += tokens.low(j) in {"'", "’"}
    raw = tokens.words[j].lower() if j < len(tokens) else ""
    if raw in _PENCE:
        return Money("GBP", j + 1, _CENT)
    if raw in _FOREIGN_PARTS and (tokens.digits(j - 1) or tokens.low(j - 1)[:1] == "#"):
        return Money(_PART_OF.get((language, raw[:6]), "EUR"), j + 1, _CENT, assumed=True)
    names = _foreign_names(language)
    for n in (6, 5, 4, 3, 2, 1):
        phrase = " ".join(tokens.words[j : j + n]).lower() if j + n <= len(tokens) else ""
        if phrase in names:
            return Money(names[phrase], j + n)
    return after(tokens, j) if j > i else None
