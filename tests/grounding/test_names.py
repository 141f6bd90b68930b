"""Of whom an amount is said is judged only where the sentence leaves no doubt."""

import pytest

from summarizer.grounding.names import name_words, other_subject, subject_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orrin Foods and Brackley’s rival", {"orrin", "foods", "brackley"}),
        ("In May the company said U.S. sales fell", set()),
        ("AT&T and Volvo-Geely", {"at&t", "volvo-geely"}),
        ("shares of J.P. Morgan", {"j.p", "morgan"}),
    ],
)
def test_names_are_words_with_a_capital_that_name_somebody(text, words):
    assert name_words(text.replace("’", "'")) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("while Brackley slipped", {"brackley"}),
        ("and hired people in Ohio", set()),
        ("and Mary Smith said revenue rose", set()),
        ("shares of Orrin Foods gained", {"orrin", "foods"}),
        ("drove Hong Kong stock prices up", set()),
        ("while China's exports fell", {"china"}),
    ],
)
def test_places_and_speakers_are_no_subjects(text, words):
    assert subject_words(text) == words


@pytest.mark.parametrize(
    ("sentence", "amount", "claimed", "said_of"),
    [
        ("Acme rose 5%, while Bolt fell 3%.", "3%", "Acme", "Bolt"),
        ("Acme rose 5%, while Bolt fell 3%.", "5%", "Bolt", "Acme"),
        ("Acme rose 5%, while Bolt fell 3%.", "5%", "Acme", None),
        ("Acme rose 5%, while Bolt fell 3%.", "5%", "Cobalt", None),
        ("Acme up by 15% and Bolt up by 10%.", "10%", "Acme", "Bolt"),
        ("Sales grew 5% at Acme and 3% at Bolt.", "3%", "Bolt", None),
        ("Acme will hire 90 people and close four plants in Ohio.", "four plants", "Acme", None),
        ("Acme paid $5 million, and Smith said revenue rose 12%.", "12%", "Acme", None),
        ("Acme's plan drove Hong Kong prices up by 9%.", "9%", "Acme", None),
        ("Acme hired 20 people in Ohio and 30 in Texas.", "30", "Acme", None),
    ],
)
def test_another_subject_is_named_only_when_there_is_one(
    sentence, amount, claimed, said_of, source_of
):
    source = source_of(sentence, language="en")
    stated = next(m for m in source.scan.mentions if amount in m.text)
    reason = other_subject(name_words(claimed), stated, source)
    assert reason == (f"the article says this of {said_of}" if said_of else None)
