"""What is measured and when, in languages other than English: closed lists, no grammar.

Nouns of results and the commonest forms of years, quarters, halves and months. What no list holds
stays unread: no label is better than a wrong one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.engines.rules.tokens import Sentence

_NOUNS = {
    "de": """
    Umsatz Umsätze Umsatzerlöse Erlöse Gewinn Nettogewinn Jahresüberschuss Überschuss Verlust
    Nettoverlust Ergebnis Betriebsergebnis Betriebsgewinn Ebit Ebitda Marge Rendite Dividende
    Schulden Verschuldung Auftragseingang Auftragsbestand Aktie Aktien Aktienkurs Kurs Preis Preise
    Investitionen Kosten Ausgaben Löhne Lohn Gehälter Einmalzahlung Beschäftigte Beschäftigten
    Mitarbeiter Menschen Stellen Arbeitsplätze Inflation Inflationsrate Wirtschaft Exporte Importe
    Arbeitslosigkeit Arbeitslosenquote Bußgeld Strafe Forderung Absatz Produktion Marktanteil
    """,
    "fr": """
    chiffre-d'affaires|bénéfice-net|résultat-opérationnel|résultat-net|perte-nette|bénéfice|perte
    recettes|ventes|marge-opérationnelle|marge|dividende|dette-nette|dette|investissements
    investissement|effectifs|salariés|emplois|inflation|chômage|exportations|importations
    commandes|amende|prix|coûts|dépenses|croissance|production|actions|action
    """,
    "es": """
    ingresos|ventas|facturación|beneficio-neto|beneficio|ganancias|pérdidas|pérdida|margen|deuda-neta
    deuda|dividendo|inversión|inversiones|plantilla|empleados|empleos|inflación|paro|desempleo
    exportaciones|importaciones|pedidos|multa|precio|precios|costes|gastos|gasto|presupuesto
    producción|crecimiento|acciones|déficit
    """,
    "it": """
    ricavi|fatturato|utile-netto|utile-operativo|utile|perdita|perdite|margine|debito-netto|debito
    dividendo|investimenti|investimento|dipendenti|posti-di-lavoro|inflazione|disoccupazione
    esportazioni|importazioni|ordini|multa|prezzo|prezzi|costi|spesa|produzione|crescita|azioni
    """,
    "pt": """
    receita-líquida|receita|receitas|faturamento|vendas|lucro-líquido|lucro-operacional|lucro|prejuízo
    margem|dívida-líquida|dívida|dividendo|dividendos|investimento|investimentos|funcionários
    empregos|inflação|desemprego|exportações|importações|encomendas|multa|preço|preços|custos
    gastos|produção|crescimento|ações|orçamento
    """,
    "zh": """
    营业收入|营业总收入|营收|总收入|收入|净利润|归母净利润|营业利润|毛利润|利润|净亏损|亏损|毛利率|净利率|利润率
    股价
    销售额|销量|出货量|产量|交付量|投资额|总投资|投资|市值|估值|融资|债务|负债|员工|用户|股息|分红|成交额|出口额
    进口额|出口|进口|通胀率|失业率|关税|罚款|价格|成本|支出|预算|订单|产能
    """,
    "ja": """
    売上高|売上収益|営業収益|営業利益|経常利益|純利益|最終利益|当期利益|利益|純損失|営業損失|最終赤字|赤字
    利益率|株価|販売台数|販売量|出荷台数|生産台数|生産量|投資額|総投資額|設備投資|投資|時価総額|評価額|調達額
    負債|従業員|社員|配当
    輸出額|輸入額|輸出|輸入|失業率|物価|罰金|課徴金|価格|費用|予算|受注額|受注高|受注|能力|買収額
    """,
}
_ORDERED = {
    "de": (
        r"(?:erste|zweite|dritte|vierte)[nsr]? (?:Quartal|Halbjahr|Geschäftshalbjahr)s?"
        r"(?: (?:19|20)\d\d)?|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober"
        r"|November|Dezember)(?: (?:19|20)\d\d)?|Gesamtjahr(?: (?:19|20)\d\d)?"
        r"|(?:19|20)\d\d(?:/\d\d)?"
    ),
    "fr": (
        r"(?:premier|deuxième|second|troisième|quatrième) (?:trimestre|semestre)(?: (?:19|20)\d\d)?"
        r"|(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
        r"(?: (?:19|20)\d\d)?|(?:19|20)\d\d"
    ),
    "es": (
        r"(?:primer|segundo|tercer|cuarto) (?:trimestre|semestre)(?: de (?:19|20)\d\d)?"
        r"|(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre"
        r"|diciembre)(?: de (?:19|20)\d\d)?|(?:19|20)\d\d"
    ),
    "it": (
        r"(?:primo|secondo|terzo|quarto) (?:trimestre|semestre)(?: (?:del )?(?:19|20)\d\d)?"
        r"|(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre"
        r"|novembre|dicembre)(?: (?:19|20)\d\d)?|(?:19|20)\d\d"
    ),
    "pt": (
        r"(?:primeiro|segundo|terceiro|quarto) (?:trimestre|semestre)(?: de (?:19|20)\d\d)?"
        r"|(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro"
        r"|dezembro)(?: de (?:19|20)\d\d)?|(?:19|20)\d\d"
    ),
    "zh": (
        r"(?:(?:19|20)\d\d年)?(?:第?[一二三四]季度|上半年|下半年|前三季度|全年)"
        r"|(?:19|20)\d\d(?:财年|年(?:度|\d{1,2}月)?)"
    ),
    "ja": (
        r"(?:(?:19|20)\d\d年)?\d{1,2}[~〜～－-]\d{1,2}月期|第[1-4１-４一二三四]四半期"
        r"|上半期|下半期|通期"
        r"|(?:19|20)\d\d年(?:度|\d{1,2}月期?)?"
    ),
}
_UNSPACED = frozenset(("zh", "ja"))
_BEHIND = re.compile(
    r"(?:seit|ab|depuis|dès|desde|dal|dall'|a partire|自|从)\s*$|(?:als|que|que en|di) (?:im )?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"^(?:年)?(?:同期)?(?:比|以来|来)|^ ?年?前")
_ENDINGS = re.compile(
    r"\b(?P<stem>erst|zweit|dritt|viert)e[nrs]? (?P<noun>\w+?)s?(?P<year> \d{4})?$"
)
_LONGEST, _BEHIND_IT = 110, 50
"""How far before and behind an amount, in characters, its noun may stand."""
_PARTING = re.compile(r"[,;:，、；。]|\s[-–—]\s")


def noun_beside(sentence: Sentence, index: int, language: str) -> str:
    """The noun of results that stands next to the amount at token `index`; "" where none does.

    One that the amount counts comes first, then one before it, then one behind it.
    """
    nouns = _nouns(language)
    if nouns is None:
        return ""
    mention = sentence.mentions[index]
    start, end = mention.start - sentence.start, mention.end - sentence.start
    counted = nouns.search(mention.text)
    if counted:
        return counted.group()
    found = list(nouns.finditer(sentence.text[max(0, start - _LONGEST) : start]))
    if found:
        return found[-1].group()
    after = _PARTING.split(sentence.text[end : end + _BEHIND_IT], maxsplit=1)[0]
    behind = nouns.search(after)
    return behind.group() if behind else ""


def period_beside(sentence: Sentence, index: int, language: str) -> str | None:
    """The year, quarter, half or month that stands nearest to an amount in its sentence.

    Before it first. A time that something is counted from, or held against, is none.
    """
    pattern = _periods(language)
    if pattern is None:
        return None
    mention = sentence.mentions[index]
    start, end = mention.start - sentence.start, mention.end - sentence.start
    held = [(m.start - sentence.start, m.end - sentence.start) for m in sentence.mentions.values()]
    found = [
        m
        for m in pattern.finditer(sentence.text)
        if not any(low <= m.start() < high for low, high in held)
        and not _BEHIND.search(sentence.text[: m.start()][-12:])
        and not _COMPARED.search(sentence.text[m.end() : m.end() + 4])
    ]
    before = [m for m in found if m.end() <= start]
    chosen = before[-1] if before else next((m for m in found if m.start() >= end), None)
    return None if chosen is None else _told(chosen.group(), language)


def _told(words: str, language: str) -> str:
    """A period as it stands, in German uninflected: "ersten Halbjahr" is "erstes Halbjahr"."""
    inflected = _ENDINGS.search(words) if language == "de" else None
    if inflected is None:
        return words
    return f"{inflected['stem']}es {inflected['noun']}{inflected['year'] or ''}"


@lru_cache(maxsize=8)
def _nouns(language: str) -> re.Pattern[str] | None:
    listed = _NOUNS.get(language)
    if listed is None:
        return None
    # A hyphen stands for the space inside a term.
    terms = [term.replace("-", " ") for term in listed.replace("|", " ").split()]
    ordered = "|".join(sorted(map(re.escape, terms), key=len, reverse=True))
    flags = re.NOFLAG if language == "de" else re.IGNORECASE
    return re.compile(ordered if language in _UNSPACED else rf"\b(?:{ordered})\b", flags)


@lru_cache(maxsize=8)
def _periods(language: str) -> re.Pattern[str] | None:
    words = _ORDERED.get(language)
    if words is None:
        return None
    flags = re.NOFLAG if language == "de" else re.IGNORECASE
    return re.compile(words if language in _UNSPACED else rf"\b(?:{words})\b", flags)
