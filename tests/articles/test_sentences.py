"""Sentences: where they end, and where a full stop is only part of a word or a figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import split_sentences

CASES = {
    "two plain ones": ["Sales rose.", "Costs fell."],
    "a country's name": ["It grew in the U.S. last year.", "Exports fell."],
    "a country's name at the end": ["It grew in the U.S.", "The firm sells there."],
    "an amount at the end": ["It paid $1.5 billion.", "Nobody else did."],
    "a decimal inside": ["Output rose 9.2% to 3.5 million tons."],
    "number two": ["The No. 2 foundry grew.", "It leads now."],
    "a company's form": ["Acme Inc. bought Beta Corp. for $3 million.", "Shares rose."],
    "a title": ["Mr. Smith and Dr. Jones met.", "They spoke."],
    "initials": ["J. P. Stone signed.", "So did G. Hill."],
    "a month": ["On Jan. 5 it fell.", "In Feb. 2024 it rose."],
    "a closing quote": ["“It will grow.”", "Analysts doubt it."],
    "a question that is attributed": ["“Why now?” Lee said.", "Nobody knew."],
    "an ellipsis in mid-sentence": ["It rose… but not by much."],
    "an internet name": ["JD.com rose.", "So did Booking.com shares."],
    "exclamation": ["It won!", "Then it lost."],
    "people after a country's name": ["It grew in the U.S.", "Officials said so."],
    "a country's name before a noun": ["U.S. officials met.", "The U.S. Treasury said it acts."],
    "a council's name": ["The U.N. Security Council met.", "It failed."],
    "an hour at the end": ["It opened at 9 a.m.", "Trading was thin."],
    "an hour with its zone": ["It opened at 9 a.m. Eastern time and closed at 4 p.m. ET."],
    "a name with a shout": ["Yahoo! Finance said so.", "It did."],
    "a name with a shout at the end": ["They asked Yahoo!", "The firm said no."],
    "dots with spaces": ["It rose . . . and fell."],
    "a spaced ellipsis at the end": ["It rose ...", "Then it fell."],
    "a price": ["It cost $5.", "That was cheap."],
    "a quarter": ["The deal closes in Q3.", "Costs will fall in Q4 2025."],
    "a fraction": ["Growth was 2.5 percent.", "The bank had forecast 3."],
    "versus": ["Revenue was $5 million vs. $4 million a year ago.", "Costs rose."],
    "a possessive of a form": ["Acme Inc.'s shares rose.", "Beta fell."],
    "a district": ["He lives in Washington, D.C.", "He works there."],
    "a bracketed ticker": ["The company (NYSE: ACM) rose 5%.", "(It fell later.)"],
    "a quote of two sentences": ["“It grew 5%.", "We expect more.”", "He left."],
    "a bank's initials": ["It was J.P. Morgan's best year.", "Profit rose."],
    "figures and sections": ["See Fig. 3 and Sec. 4.2 for more.", "It is short."],
}
GLUED = {
    "a missing space": ["It fell on new offerings.", "The preview came later."],
    "a missing space after a figure": ["It fell by 9%.", "The rest held."],
    "Chinese": ["营收增长。", "利润下降！", "为什么？"],
    "a percentage, then glued": ["It grew 5%.", "Profit fell."],
    "Chinese with a decimal": ["公司收入增长3.5%，达到12亿元。", "利润下降了5%。"],
    "a Chinese quote": ["他说：“我们会增长。”", "市场下跌。"],
    "a Japanese quote inside": ["「そうだ。」と彼は言った。", "終わり。"],
}


def _found(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize("sentences", CASES.values(), ids=CASES)
def test_a_text_is_split_where_its_sentences_end(sentences: list[str]) -> None:
    assert _found(" ".join(sentences)) == sentences


@pytest.mark.parametrize("sentences", GLUED.values(), ids=GLUED)
def test_sentences_are_told_apart_without_a_space(sentences: list[str]) -> None:
    assert _found("".join(sentences)) == sentences


def test_a_line_break_ends_a_sentence() -> None:
    assert _found("Shares up\nSales rose.") == ["Shares up", "Sales rose."]


def test_german_ordinals_do_not_end_a_sentence() -> None:
    text = "Am 24. September stieg der Umsatz auf 5,3 Mrd. Euro. Die Aktie fiel."
    assert _found(text, "de") == [
        "Am 24. September stieg der Umsatz auf 5,3 Mrd. Euro.",
        "Die Aktie fiel.",
    ]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Das gilt z. B. für Berlin.", "Es gilt u. a. auch dort."]),
        ("de", ["„Das ist gut“, sagte er.", "„Wir wachsen.“", "Die Aktie stieg."]),
        ("de", ["Rund 30 Mio. Euro flossen.", "Ca. 5 Prozent blieben."]),
        ("fr", ["M. Dupont a dit oui.", "« C'est bien. »", "Il part."]),
        ("es", ["El Sr. García habló.", "¿Por qué?", "EE. UU. creció un 3 %."]),
        ("ko", ["매출은 5억 달러였다.", "이익은 3.5% 늘었다."]),
    ],
    ids=["spaced", "low quotes", "amounts", "French quotes", "Spanish", "Korean"],
)
def test_other_languages_have_their_own_marks(language: str, sentences: list[str]) -> None:
    assert _found(" ".join(sentences), language) == sentences


def test_the_number_of_a_list_belongs_to_its_sentence() -> None:
    assert _found("1. Revenue rose.\n2. Costs fell.") == ["1. Revenue rose.", "2. Costs fell."]


def test_a_paragraph_wrapped_at_a_fixed_width_is_read_through_its_line_breaks() -> None:
    text = (
        "The company said that it would spend as much as $3 billion on the plant\n"
        "over the next four years, which is far more than it had first planned to\n"
        "spend there. Work begins in May."
    )
    assert [sentence.replace("\n", " ") for sentence in _found(text)] == [
        (
            "The company said that it would spend as much as $3 billion on the plant over the next"
            " four years, which is far more than it had first planned to spend there."
        ),
        "Work begins in May.",
    ]


@given(st.text(alphabet=st.sampled_from("aAbB1. \n!?…。”“\"')U S$%,-"), max_size=80) | st.text())
def test_sentences_are_trimmed_in_order_and_hold_every_sign(text: str) -> None:
    spans = split_sentences(text)
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
