"""What holds digits and is no quantity: found, named, and given a normal form."""

import pytest

from summarizer.quantities import scan

DATES = [
    ("As 2025 draws to a close", "2025", "year", "2025"),
    ("April 15: the last day", "April 15", "date", "--04-15"),
    ("-2020-07-01-", "2020-07-01", "date", "2020-07-01"),
    ("on 9/24", "9/24", "date", "--09-24"),
    ("since December 2021", "December 2021", "date", "2021-12"),
    ("on September 24, 2025 at", "September 24, 2025", "date", "2025-09-24"),
    ("Sept. 24", "Sept. 24", "date", "--09-24"),
    ("the 24th of May 2019", "24th of May 2019", "date", "2019-05-24"),
    ("2025-09-24", "2025-09-24", "date", "2025-09-24"),
    ("dated 24.9.2025", "24.9.2025", "date", "2025-09-24"),
    ("in 2025", "2025", "year", "2025"),
    ("in 2019 companies hired", "2019", "year", "2019"),
    ("between 1600 and 1900 it fell", "1600", "year", "1600"),
    ("at 6:10 AM CDT", "6:10 AM CDT", "time", "06:10"),
    ("at 2.15pm", "2.15pm", "time", "14:15"),
    ("in Q3 2024", "Q3 2024", "period", "2024-Q3"),
    ("the third quarter of 2024", "third quarter of 2024", "period", "2024-Q3"),
    ("H1 was good", "H1", "period", "--H1"),
    ("in FY24", "FY24", "period", "FY2024"),
    ("for fiscal 2024", "fiscal 2024", "period", "FY2024"),
    ("the 2012-13 season", "2012-13", "period", "2012/2013"),
    ("leave at 6.45?", "6.45", "time", None),
    ("meet me next month at 6.", "6", "time", None),
    ("this Friday 7.6 with Ann", "7.6", "date", None),
    ("done on 5.12", "5.12", "date", None),
    ("on the 17 from 2pm", "17", "date", None),
    ("13 Sept nineteen seventy two", "nineteen seventy two", "year", "1972"),
    ("6 April seventeen hundred thirty three", "seventeen hundred thirty three", "year", "1733"),
    ("at ten past 9", "ten past 9", "time", None),
    ("in the 1990s", "1990s", "period", None),
]
NAMES = [
    ("type 2 diabetes", "type 2", "name", None),
    ("open 24/7 now", "24/7", "name", None),
    ("at No. 10 Downing Street", "No. 10 Downing Street", "name", None),
    ("the Qwen3-Max model", "Qwen3-Max", "name", None),
    ("the RTX Pro 6000D chip", "RTX Pro 6000D", "name", None),
    ("a 401(k) plan", "401(k)", "name", None),
    ("the S&P 500 fell", "S&P 500", "name", None),
    ("Covid-19 cases", "Covid-19", "name", None),
    ("the G7 met", "G7", "name", None),
    ("5G networks", "5G", "name", None),
    ("under Section 232", "Section 232", "name", None),
    ("a Boeing 737 jet", "Boeing 737", "name", None),
    ("won 2-0 at home", "2-0", "score", None),
    ("for a 10th time", "10th", "numbering", None),
    ("3 min read", "3 min read", "numbering", None),
]
ADDRESSES = [
    ("see https://a.example/47290?x=5%25", "https://a.example/47290?x=5%25", "url", None),
    ("write to ann.lee24@mail.example now", "ann.lee24@mail.example", "email", None),
    ("by @user24", "@user24", "handle", None),
    ("call 1 (877) 609-2233 today", "1 (877) 609-2233", "phone", None),
    ("call 0176 -12345678.", "0176 -12345678", "phone", None),
    ("call 123)456-7890", "123)456-7890", "phone", None),
    ("enter 011-82-10-1234-5678.", "011-82-10-1234-5678", "phone", None),
    ("%7B06 is a code", "7B", "identifier", None),
    ("address ::1", "1", "identifier", None),
    ("phone +49 171 1234567", "+49 171 1234567", "phone", None),
    ("host 192.168.0.1 is down", "192.168.0.1", "identifier", None),
    ("release 3.11.7 is out", "3.11.7", "version", None),
]
ALL = [*DATES, *NAMES, *ADDRESSES]


@pytest.mark.parametrize(("text", "words", "kind", "value"), ALL, ids=[row[0] for row in ALL])
def test_this_is_masked_and_holds_no_quantity(text, words, kind, value):
    found = scan(text, "en")
    assert (words, kind, value) in [(m.text, m.kind, m.value) for m in found.masks]
    start = text.index(words)
    inside = range(start, start + len(words))
    assert [m.text for m in found.mentions if m.start in inside] == []


@pytest.mark.parametrize("text", ["on Wednesday", "in May", "no digits here", "first appeared"])
def test_a_weekday_a_month_or_a_word_alone_is_neither_mask_nor_mention(text):
    found = scan(text, "en")
    assert found.mentions == ()
    assert found.masks == ()


@pytest.mark.parametrize(
    "text", ["first appeared", "the first investment since 2021", "doubling down"]
)
def test_words_that_only_look_like_ranks_or_multiples_are_no_mentions(text):
    assert scan(text, "en").mentions == ()
