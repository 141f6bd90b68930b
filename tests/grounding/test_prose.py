"""Every number in somebody's prose is held against the article."""

import json
from pathlib import Path

import pytest

from summarizer.grounding import Source, check_numbers, ground_figure
from summarizer.models import DraftFigure
from summarizer.quantities import Span

GOOD = [
    ("Revenue rose 12% to $4.4 billion.", ["verified", "verified"]),
    ("Revenue was $4,400 million in the second quarter of 2026.", ["verified", "verified"]),
    ("Profit may reach up to $610 million.", ["verified"]),
    ("Profit of at least $500 million had been forecast.", ["verified"]),
    ("Orrin gained more than 6%.", ["verified"]),
    ("Orrin gained 6%.", ["verified"]),
    ("Revenue grew by $0.5 billion.", ["derived"]),
    ("Margins widened by 150 basis points.", ["verified"]),
    ("It will hire 2,400 people and close four plants.", ["verified", "verified"]),
    ("It will close four factories.", ["ambiguous"]),
    ("The site cost 380 million yuan in 2023.", ["verified", "verified"]),
    ("The Harvest-7 oven is thriftier.", ["verified"]),
    ("Nothing was said about the future.", []),
    ("1. Revenue rose 12%.\n2. Four plants will close.", ["verified", "verified"]),
    ("Orrin said so on Tuesday.", ["verified"]),
    ("Sales grew in the second quarter.", ["verified"]),
]
BAD = [
    ("Revenue rose 12% to $44 billion.", "$44 billion", "amount", "a power of ten off"),
    ("Revenue rose to $4.4 million.", "$4.4 million", "amount", "a power of ten off"),
    ("Revenue fell 12%.", "12%", "direction", "the direction is up"),
    ("Profit of $610 million is expected.", "$610 million", "comparator", "'up to' is lost"),
    ("Profit of more than $610 million.", "more than $610 million", "comparator", "'up to'"),
    ("Revenue was 4.4 billion euros.", "4.4 billion euros", "unit", "USD"),
    ("Margins widened by 1.5%.", "1.5%", "unit", "percentage point"),
    ("Brackley gained 6.3%.", "6.3%", "entity", "Orrin Foods"),
    ("Orrin slipped 2.1%.", "2.1%", "entity", "Brackley"),
    ("It paid $53 million in 2022.", "2022", "year", "not in the article"),
    ("Revenue was $4.4 billion in 2023.", "$4.4 billion", "period", "2026"),
    ("Shares gained 7.3%.", "7.3%", "amount", "'6.3%'"),
    ("It will close five plants.", "five plants", "amount", "not in the article"),
    ("The Harvest-8 oven is thriftier.", "Harvest-8", "name", "not in the article"),
    ("Sales were strong in the third quarter.", "third quarter", "date", "not in the article"),
    ("It said so on Friday.", "Friday", "date", "not in the article"),
    ("The plants close in October.", "October", "date", "not in the article"),
    ("The vote was 7-2.", "7-2", "score", "not in the article"),
    ("Revenue grew by $350,00.0.", "$350,00.0.", "digits", "cannot be read"),
    ("Revenue grew 15%.", "15%", "amount", "not in the article"),
]


@pytest.mark.parametrize(("prose", "statuses"), GOOD, ids=[row[0] for row in GOOD])
def test_a_true_number_has_its_place_in_the_article(prose, statuses, source):
    findings = check_numbers(prose, source)
    assert [finding.status for finding in findings] == statuses
    for finding in findings:
        assert prose[finding.start : finding.end] == finding.text
        if finding.evidence:
            evidence = finding.evidence
            assert source.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(("prose", "text", "check", "reason"), BAD, ids=[row[0] for row in BAD])
def test_a_wrong_number_is_named(prose, text, check, reason, source):
    bad = [f for f in check_numbers(prose, source) if f.status in ("mismatch", "unsupported")]
    named = {(f.text, f.check): f.reason for f in bad}
    assert reason in named[text, check]


@pytest.mark.parametrize(
    ("prose", "published", "status"),
    [
        ("On October 22, 2026 it said so.", "2026-10-22", "verified"),
        ("On October 23, 2026 it said so.", "2026-10-22", "unsupported"),
        ("On 22 October it said so.", "2026-10-22", "verified"),
        ("In October it said so.", "2026-10-22", "verified"),
        ("In November it said so.", "2026-10-22", "unsupported"),
    ],
)
def test_a_date_may_be_that_of_publication(prose, published, status, source_of):
    source = source_of("Acme said so on Thursday.", published=published, language="en")
    assert [finding.status for finding in check_numbers(prose, source)] == [status]


def _probes():
    folder = Path(__file__).parents[3] / "shared"
    if not (folder / "dev" / "altered_quotes.json").exists():
        return []
    probes = json.loads((folder / "dev" / "altered_quotes.json").read_text(encoding="utf-8"))
    texts = {p["seed"]: (folder / "seeds" / p["seed"]).read_text(encoding="utf-8") for p in probes}
    return [(probe, texts[probe["seed"]]) for probe in probes]


def test_no_altered_quote_is_accepted_and_every_true_one_is_found_where_it_stands(source_of):
    probes = _probes()
    if not probes:
        pytest.skip("the reference data is not here")
    sources = {}
    for probe, text in probes:
        source = sources.setdefault(probe["seed"], source_of(text, language="en"))
        evidence = source.locate(probe["quote"])
        statuses = {finding.status for finding in check_numbers(probe["quote"], source)}
        if probe["expect"] == "accept":
            assert (evidence.start, evidence.end) == (probe["start"], probe["end"])
            assert statuses == {"verified"}
        else:
            assert evidence is None, probe
            assert statuses & {"mismatch", "unsupported"}, probe


EUROS = "Kerr Foods reported sales of 12 million euros. The loaf costs 85 cents."
DOLLARS = "Kerr Foods reported sales of $12 million. The loaf costs 85 cents."
AUSTRALIAN = "Kerr Foods reported sales of A$12 million. The loaf costs 85 cents."
NO_MONEY = "Kerr Foods bakes bread. The loaf costs 85 cents."
CENTS = [
    (EUROS, "The loaf costs €0.85.", "ambiguous"),
    (EUROS, "The loaf costs $0.85.", "ambiguous"),
    (EUROS, "The loaf costs £0.85.", "mismatch"),
    (EUROS, "The loaf costs 85 cents.", "verified"),
    (EUROS, "The loaf costs 86 cents.", "unsupported"),
    (DOLLARS, "The loaf costs $0.85.", "verified"),
    (DOLLARS, "The loaf costs €0.85.", "mismatch"),
    (DOLLARS, "The loaf costs 85 cents.", "verified"),
    (AUSTRALIAN, "The loaf costs 85 cents.", "verified"),
    (AUSTRALIAN, "The loaf costs A$0.85.", "ambiguous"),
    (NO_MONEY, "The loaf costs 85 cents.", "verified"),
    (NO_MONEY, "The loaf costs €0.85.", "ambiguous"),
    ("Kerr Foods bakes bread. The loaf costs €0.85.", "The loaf costs 85 cents.", "ambiguous"),
    ("Kerr Foods bakes bread. The loaf costs €0.85.", "The loaf costs $0.85.", "mismatch"),
]


@pytest.mark.parametrize(("text", "prose", "status"), CENTS)
def test_bare_cents_may_be_those_of_another_currency(text, prose, status, source_of):
    [finding] = check_numbers(prose, source_of(text, language="en"))
    assert finding.status == status


RIVALS = [
    ("Brandel slid. Rival Osker said its market value fell by $40 billion.",
     "market value fell by $40 billion"),
    ("Chip maker Brandel slid. Its rival Osker, hit by the same news, lost $40 billion in value.",
     "lost $40 billion in value"),
    ("Brandel, whose chips are in every phone, will cut 500 jobs. Osker said it will cut 700 jobs.",
     "will cut 700 jobs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), RIVALS, ids=["its value", "called a rival", "the like"])
@pytest.mark.parametrize(("name", "status"), [("Osker", "verified"), ("Brandel", "mismatch")])
def test_an_amount_is_not_said_of_the_rival(text, said, name, status, source_of):
    prose = f"{name}'s {said}." if said.startswith("market") else f"{name} {said}."
    [finding] = check_numbers(prose, source_of(text, language="en"))
    assert (finding.status, finding.check) == (status, "amount" if name == "Osker" else "entity")


@pytest.mark.parametrize(
    "text",
    [
        "Brandel will cut 500 jobs. Chief executive Ana Ruiz said its value fell by $40 billion.",
        "Brandel slid. Ana Ruiz, its chief, said it fell by $40 billion in value.",
        "Osker said Brandel's value fell by $40 billion.",
    ],
    ids=["a chief executive", "a person", "a speaker"],
)
def test_whoever_speaks_may_speak_of_another(text, source_of):
    [finding] = check_numbers(
        "Brandel's value fell by $40 billion.", source_of(text, language="en")
    )
    assert finding.status == "verified"


def test_what_only_the_title_says_of_an_amount_is_flagged(source_of):
    text = "Acme told of an increase in it, exceeding the original approximately $5.3 million."
    article = source_of(text, language="en").article
    title = "Acme's budget raised by over $5 million"
    for headline, status in ((title, "ambiguous"), (f"Now {title}", "mismatch")):
        source = Source(article.model_copy(update={"title": title}))
        [finding] = check_numbers(headline, source)
        assert (finding.check, finding.status) == ("direction", status)


@pytest.mark.parametrize(
    ("places", "status"),
    [((), "verified"), ((0,), "verified"), ((0, 1), "ambiguous")],
    ids=["sure", "another line is sure", "no line is sure"],
)
def test_an_amount_that_only_uncertain_lines_state_is_flagged(places, status, source_of):
    article = source_of("Acme lost $5 million.\nAcme lost $5 million.", language="en").article
    lines = (Span(0, 21), Span(22, 43))
    doubtful = tuple(lines[n] for n in places)
    source = Source(article.model_copy(update={"uncertain": doubtful}))
    [finding] = check_numbers("Acme lost $5 million.", source)
    claim = DraftFigure(quote="Acme lost $5 million", amount="$5 million", metric="loss")
    assert (finding.status, ground_figure(claim, source).status) == (status, status)
