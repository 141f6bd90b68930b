"""Several sources side by side: what is compared, what conflicts, which one is off."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from summarizer import reconcile, summarize
from summarizer.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

DEAL = (
    "Acme will buy Bolt, a maker of valves, for {} in cash, the two companies said on Monday. The "
    "shares of Acme and of Bolt rose."
)
SHARES = " The regulator had compared Telvia and Nordcom."
ROSE = " The shares of Bolt rose."
CONFLICTS = [
    ("power_of_ten", DEAL.format("$5.3 billion"), DEAL.format("$53 billion")),
    ("scale_word", DEAL.format("$5.3 billion"), DEAL.format("$5.3 million")),
    ("currency", DEAL.format("US$640 million"), DEAL.format("A$640 million")),
    ("digits", DEAL.format("$468 million"), DEAL.format("$486 million")),
    (
        "sign",
        "Bolt made an operating profit of €37 million in the second quarter, it said on Monday.",
        "Bolt made an operating loss of €37 million in the second quarter, it said on Monday.",
    ),
    (
        "percent_or_points",
        "The share of children with both shots against measles rose by 4 percentage points in May.",
        "The share of children with both shots against measles rose by 4 percent in May.",
    ),
    (
        "swapped",
        "Telvia had a market share of 34.2% in June. Nordcom had a market share of 28.7%." + SHARES,
        "Nordcom had a market share of 34.2% in June. Telvia had a market share of 28.7%." + SHARES,
    ),
]
AGREEMENTS = [
    ("agree", DEAL.format("$5.3 billion"), DEAL.format("5,300 million dollars")),
    ("rounding", DEAL.format("$4.96 billion"), DEAL.format("nearly $5 billion")),
    ("rounding", DEAL.format("380 billion yuan"), DEAL.format("$53 billion")),
    (
        "revision",
        "The economy of Norvalia grew 0.5% in the second quarter, the statistics office said.",
        (
            "The economy of Norvalia grew 0.4% in the second quarter, the statistics office said, "
            "revising its first estimate of 0.5% growth."
        ),
    ),
    (
        "different_period",
        "Bolt said that its revenue was $412 million in the second quarter of 2025." + ROSE,
        "Bolt said that its revenue was $1.61 billion in 2025." + ROSE,
    ),
    (
        "different_scope",
        "Bolt said that adjusted operating profit was $412 million in 2025." + ROSE,
        "Bolt said that operating profit was $361 million in 2025." + ROSE,
    ),
]


@pytest.mark.parametrize(("slip", "one", "two"), CONFLICTS, ids=[row[0] for row in CONFLICTS])
def test_two_sources_that_cannot_both_be_right_conflict(slip, one, two) -> None:
    for sources in ((one, two), (two, one)):
        found = reconcile(*sources, model="rules")
        assert found.conflicts
        assert {group.slip for group in found.conflicts} == {slip}
        assert all(group.suspect is None for group in found.conflicts)


@pytest.mark.parametrize(
    ("relation", "one", "two"),
    AGREEMENTS,
    ids=[f"{row[0]}-{i}" for i, row in enumerate(AGREEMENTS)],
)
def test_what_goes_together_is_no_conflict(relation, one, two) -> None:
    for sources in ((one, two), (two, one)):
        found = reconcile(*sources, model="rules")
        assert relation in {group.relation for group in found.groups}
        assert not found.conflicts


APART = [
    (
        "Velora Air carried 9.1 million people in May. Fuel accounted for 28% of costs.",
        "Baltwing, a rival of Velora Air, is full. Fuel made up 31% of its costs.",
    ),
    (
        "The head of Ostara said that it is aiming for 850,000 to 900,000 ounces of gold now.",
        "The head of Ostara said that it produced 863,000 ounces of gold in 2024.",
    ),
]


@pytest.mark.parametrize(("one", "two"), APART, ids=["first word", "aim"])
def test_what_is_not_surely_one_thing_is_not_compared(one, two) -> None:
    assert reconcile(one, two, model="rules").groups == ()


def test_a_headline_that_agrees_with_the_others_does_not_hide_the_text() -> None:
    slipped = (
        "Quillon settles price-fixing case for $730 million\n\nQuillon agreed on Tuesday to pay "
        "$730 billion to settle claims of 38 states, the lender Quillon said."
    )
    right = "The bank Quillon is to pay $730 million to end the case brought by 38 states."
    (group,) = reconcile(slipped, right, model="rules").conflicts
    assert (group.slip, [clue.what for clue in group.clues]) == ("scale_word", ["own_text"])
    assert group.suspect is not None


SUSPECTS = [
    (
        "arithmetic",
        (
            "Telvia has a market share of 34.2%: of 55.8 million customers 19.1 million are with "
            "Telvia."
        ),
        "Telvia has a market share of 342%, the regulator said.",
    ),
    (
        "arithmetic",
        (
            "The £340 million plan for Millwater Quay can begin.\n\n£195 million goes into towers."
            "\n\n£88 million goes into shops.\n\n£57 million goes into paths."
        ),
        "The £3.4 billion plan for Millwater Quay can begin, said the council.",
    ),
    (
        "exchange_rate",
        "Acme will invest $53 billion (380 billion yuan) in data centres, it said in 2025.",
        "Acme will invest $5.3 billion in data centres, it said in 2025.",
    ),
    (
        "arithmetic",
        (
            "Tarn will build 1,260 homes on the docks: 740 homes in the north and 520 homes in the "
            "south."
        ),
        "Tarn will build 1,620 homes on the docks, the council said.",
    ),
    (
        "arithmetic",
        "Acme will buy Bolt for $2.6 billion. It pays $52 for each of Bolt's 50 million shares.",
        "Acme will buy Bolt for $2.6 million, the two said.",
    ),
    (
        "change",
        "Tarn said that revenue rose 12% to $4.2 billion from $3.75 billion a year earlier.",
        "Tarn said that revenue rose to $4.2 million in the year.",
    ),
]


@pytest.mark.parametrize(("clue", "right", "wrong"), SUSPECTS, ids=lambda v: v[:12])
def test_the_source_that_the_evidence_speaks_against_is_named(clue, right, wrong) -> None:
    for sources in ((right, wrong), (wrong, right)):
        documents = [summarize(text, model="rules") for text in sources]
        named = [
            one.model_copy(update={"id": "right" if text == right else "wrong"})
            for one, text in zip(documents, sources, strict=True)
        ]
        (group,) = reconcile(*named).conflicts
        assert group.suspect == "wrong"
        assert clue in {found.what for found in group.clues}


def test_a_majority_of_independent_sources_names_the_odd_one() -> None:
    texts = {
        "a": "Acme will buy Bolt, a maker of valves, for $5.3 billion in cash, both said.",
        "b": "The price that Acme agreed to pay for Bolt is $5.3 billion, said a person there.",
        "c": "Bolt is to be bought by Acme for $53 billion in cash, according to a statement.",
    }
    summaries = [
        summarize(text, model="rules").model_copy(update={"id": name})
        for name, text in texts.items()
    ]
    (group,) = reconcile(*summaries).conflicts
    assert group.suspect == "c"
    assert [clue.what for clue in group.clues] == ["majority"]


def test_copies_of_one_text_are_one_voice() -> None:
    wire = (
        "The regulator of Orland fined the glass maker Quorra 468 million euros on Monday for "
        "fixing the prices of windscreens with two rivals over five years."
    )
    other = "Quorra has to pay a fine of 486 million euros in Orland, its lawyers said on Monday."
    found = reconcile(wire, f"{wire} Its shares fell.", other, model="rules")
    (group,) = found.conflicts
    assert group.suspect is None
    assert [source.copy_of for source in found.sources][1] == found.sources[0].id


def test_what_only_one_source_states_is_counted_and_not_compared() -> None:
    found = reconcile(
        "Bolt employs 1,900 people in Ulsund.", "Acme sold 48 ferries in May.", model="rules"
    )
    assert (found.groups, found.compared, found.not_compared) == ((), 0, 2)


@pytest.mark.parametrize("sources", [(), ("Bolt employs 1,900 people in Ulsund.",)])
def test_fewer_than_two_sources_cannot_be_compared(sources) -> None:
    with pytest.raises(UsageError, match="Give two or more articles"):
        reconcile(*sources, model="rules")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="no ../shared")
def test_the_seeds_conflict_by_a_power_of_ten_and_the_rate_names_the_suspect() -> None:
    left, right = sorted(SEEDS.iterdir())
    found = reconcile(left, right, model="rules")
    (conflict,) = found.conflicts
    assert (conflict.slip, conflict.suspect) == ("power_of_ten", left.stem)
    assert [clue.what for clue in conflict.clues] == ["exchange_rate"]
    (share,) = [g for g in found.groups if {f.text for f in g.figures} == {"more than 9%", "9.2%"}]
    assert share.relation == "rounding"
    assert any(c.what == "role" and c.id == left.stem for c in found.contradictions)


def test_the_sets_of_the_golden_set_come_out_well_enough(capsys, monkeypatch) -> None:
    spec = importlib.util.spec_from_file_location("evals_sets", ROOT / "evals" / "sets.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "evals_sets", module)
    spec.loader.exec_module(module)
    assert module.main(["labour", "deals"]) == 0
    assert "conflicts: precision 1.000" in capsys.readouterr().out
