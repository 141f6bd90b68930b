"""The library: three lines from an article to a summary whose numbers were checked."""

import asyncio
import datetime as dt
from pathlib import Path

import pytest

import summarizer
from summarizer import (
    Document,
    EngineError,
    Failure,
    InputError,
    Settings,
    Summarizer,
    Summary,
    check,
    clean,
    find_figures,
    summarize,
)
from summarizer.errors import DecodeError, NoArticleError
from summarizer.models import Draft, DraftFigure, DraftPoint
from summarizer.testing import ScriptedServer, no_waits

TEXT = (Path(__file__).parent / "grounding" / "orrin.txt").read_text(encoding="utf-8")


def _sentence(words):
    """The number of the sentence of the cleaned article that holds `words`."""
    article = clean(TEXT, settings=Settings())
    return article.sentence_at(article.text.index(words))


GOOD = Draft(
    headline="Orrin Foods lifts its forecast",
    summary="Revenue rose 12% to $4.4 billion. Profit may reach up to $610 million.",
    key_points=(
        DraftPoint(
            text="Orrin will close four plants in Ohio.", sentence=_sentence("close four plants")
        ),
    ),
    figures=(
        DraftFigure(
            sentence=_sentence("revenue rose"),
            quote="revenue rose 12% to $4.4 billion",
            amount="$4.4 billion",
            metric="revenue",
            entity="Orrin Foods",
            period="the second quarter of 2026",
        ),
    ),
)
SLIPPED = GOOD.model_copy(
    update={
        "figures": (GOOD.figures[0].model_copy(update={"amount": "$44 billion"}),),
        "summary": "Revenue rose 12% to $44 billion. Profit may reach up to $610 million.",
    }
)


@pytest.fixture(autouse=True)
def _no_user_settings(monkeypatch, tmp_path):
    (tmp_path / "config.toml").write_text("")
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("SUMMARIZER_MODEL", raising=False)


@pytest.fixture
def server():
    with ScriptedServer() as running, no_waits():
        yield running


@pytest.fixture
def model(server):
    with Summarizer("openai/scripted", settings=_settings(server), api_key="k") as summarizer:
        yield summarizer


def _settings(server, **changes):
    return Settings(base_url=server.base_url, **changes)


def test_a_model_points_and_the_code_counts(server, model):
    server.answer(GOOD)
    summary = model.summarize(TEXT)
    assert isinstance(summary, Summary)
    figure = summary.figures[0]
    assert (figure.text, figure.value, figure.unit) == ("$4.4 billion", 4_400_000_000, "USD")
    assert (figure.status, figure.metric, figure.entity) == ("verified", "revenue", "Orrin Foods")
    assert summary.article.text[figure.start : figure.end] == figure.text
    point = summary.key_points[0].evidence
    assert summary.article.text[point.start : point.end] == point.quote
    assert "close four plants in Ohio" in point.quote
    assert not summary.rejected
    assert not summary.warnings
    assert {finding.status for finding in summary.findings} == {"verified"}


def test_a_wrong_number_is_sent_back_and_then_right(server, model):
    server.answer(SLIPPED)
    server.answer(GOOD)
    summary = model.summarize(TEXT)
    assert summary.figures[0].value == 4_400_000_000
    assert summary.provenance.attempts == 2
    assert "a power of ten off" in server.requests[1].text
    assert "revenue rose 12% to $4.4 billion in the second quarter" in server.requests[1].text


def test_a_wrong_number_that_stays_wrong_is_rejected_and_its_prose_withheld(server):
    server.answer(SLIPPED)
    settings = _settings(server, reasks=0)
    with Summarizer("openai/scripted", settings=settings, api_key="k") as summarizer:
        summary = summarizer.summarize(TEXT)
    assert summary.figures == ()
    assert [(r.text, r.status) for r in summary.rejected] == [("$44 billion", "mismatch")]
    assert "a power of ten off" in summary.rejected[0].reason
    assert summary.summary == "Profit may reach up to $610 million."
    assert any("Revenue rose 12% to $44 billion." in line for line in summary.warnings)
    bad = [finding for finding in summary.findings if finding.status == "mismatch"]
    assert [(f.where, f.text) for f in bad] == [("summary", "$44 billion")]


def test_a_headline_with_a_wrong_number_gives_way_to_the_articles_own(server):
    server.answer(GOOD.model_copy(update={"headline": "Orrin's $99 billion spring"}))
    with Summarizer(
        "openai/scripted", settings=_settings(server, reasks=0), api_key="k"
    ) as summarizer:
        summary = summarizer.summarize(TEXT)
    assert "99" not in summary.headline
    assert "headline withheld for an unsupported number: Orrin's $99 billion spring" in (
        summary.warnings
    )


def test_the_same_in_an_event_loop(server):
    for _ in range(3):
        server.answer(GOOD)

    async def run():
        async with Summarizer("openai/s", settings=_settings(server), api_key="k") as summarizer:
            first = await summarizer.asummarize(TEXT)
            rest = [result async for result in summarizer.amap([TEXT, TEXT])]
            return [first, *rest]

    results = asyncio.run(run())
    assert [type(result) for result in results] == [Summary] * 3
    assert all(result.figures[0].status == "verified" for result in results)


def test_one_that_fails_takes_its_place_and_the_others_go_on(server, model):
    server.answer(GOOD)
    server.refusal()
    server.answer(GOOD)
    inputs = [
        TEXT,
        DecodeError("binary", subject="photo.png"),
        Document(source="b", content=TEXT, id="b"),
        Document(source="c", content=TEXT, id="c"),
        Document(source="d", content="Home\nLogin\nMenu\n", id="d"),
    ]
    with Summarizer(
        "openai/scripted", settings=_settings(server, concurrency=1), api_key="k"
    ) as summarizer:
        results = list(summarizer.map(inputs))
    kinds = [r.error.type if isinstance(r, Failure) else r.id for r in results]
    assert kinds == [results[0].id, "decode", "refusal", "c", "no_article"]
    assert results[1].source == "photo.png"


def test_a_fault_of_ours_in_one_article_does_not_cost_the_others(monkeypatch):
    class Broken:
        def draft(self, article, judge, *, repeat):
            if article.id == "b":
                raise ZeroDivisionError("oops")
            return real(article, judge, repeat=repeat)

    with Summarizer("rules") as summarizer:
        real = summarizer._engine.draft
        monkeypatch.setattr(summarizer._engine, "draft", Broken().draft)
        sources = [Document(source=name, content=TEXT, id=name) for name in "abc"]
        results = list(summarizer.map(sources))
    assert [type(result) for result in results] == [Summary, Failure, Summary]
    assert results[1].error.type == "fault"
    assert "a fault of this program (ZeroDivisionError: oops)" in results[1].error.message


def test_provenance_says_how_it_came_to_be(server, model):
    server.answer(GOOD)
    before = dt.datetime.now(dt.UTC)
    provenance = model.summarize(TEXT).provenance
    assert (provenance.engine, provenance.attempts, provenance.cached) == ("llm", 1, False)
    assert (provenance.prompt.name, len(provenance.prompt.sha256)) == ("summarize", 64)
    assert before <= provenance.created_at <= dt.datetime.now(dt.UTC)
    assert provenance.input_tokens > 0
    assert provenance.output_tokens > 0
    assert provenance.cost_usd is None
    assert provenance.summarizer_version == summarizer.__version__


def test_an_engine_error_is_raised_for_one_article(server, model):
    server.refusal()
    with pytest.raises(EngineError):
        model.summarize(TEXT)


def test_without_a_model_the_rules_engine_works_and_says_so():
    with Summarizer() as summarizer:
        assert summarizer.model == "rules"
        assert "No model is configured" in summarizer.notice
        summary = summarizer.summarize(TEXT)
    assert summary.provenance.engine == "rules"
    assert {figure.status for figure in summary.figures} == {"verified"}
    assert 4_400_000_000 in {figure.value for figure in summary.figures}


def test_rules_that_were_chosen_need_no_notice():
    with Summarizer("rules") as summarizer:
        assert summarizer.notice is None


def test_rules_give_the_same_answer_every_time():
    first, second = (summarize(TEXT, model="rules") for _ in range(2))
    varying = {"provenance": {"seconds", "created_at"}}
    assert first.model_dump(exclude=varying) == second.model_dump(exclude=varying)


def test_a_summary_survives_its_own_json():
    summary = summarize(TEXT, model="rules")
    again = Summary.model_validate_json(summary.model_dump_json())
    assert again.model_dump_json() == summary.model_dump_json()


def test_what_comes_in_may_be_text_a_path_bytes_or_an_article(tmp_path):
    path = tmp_path / "orrin.txt"
    path.write_text(TEXT, encoding="utf-8")
    articles = [clean(TEXT), clean(path), clean(TEXT.encode()), clean(clean(TEXT))]
    assert len({article.text for article in articles}) == 1
    assert [article.id for article in articles][1] == "orrin"


def test_figures_are_found_in_a_text_as_it_is():
    text = "Shares fell 2.5% to $40."
    found = [(f.text, str(f.value), f.unit, f.direction) for f in find_figures(text)]
    assert found[0] == ("2.5%", "2.5", "%", "down")
    assert found[1][:3] == ("$40", "40", "USD")


def test_a_summary_by_anybody_can_be_checked():
    assert check("Revenue rose 12%.", TEXT).verdict == "supported"
    report = check("Revenue rose 21%.", TEXT, id="mine")
    assert (report.id, report.verdict) == ("mine", "unsupported")


def test_an_empty_text_is_no_article():
    with pytest.raises(NoArticleError):
        clean("  \n ")
    with pytest.raises(InputError):
        summarize("", model="rules")


def test_every_public_name_is_there_and_costs_nothing_before_its_use():
    for name in summarizer.__all__:
        assert getattr(summarizer, name) is not None
    assert set(dir(summarizer)) == set(summarizer.__all__)
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        _ = summarizer.summarise


@pytest.mark.parametrize(
    ("model", "error"), [("nosuch/model", "ModelError"), ("openai/model", "AuthError")]
)
def test_a_mistake_of_configuration_ends_a_run_of_many(model, error, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(summarizer.UsageError) as caught, Summarizer(model) as bad:
        list(bad.map([TEXT, TEXT]))
    assert type(caught.value).__name__ == error
