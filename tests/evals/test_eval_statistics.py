"""Intervals and tests against known values, and against their own promises."""

from __future__ import annotations

import random

import pytest

from summarizer.evals.statistics import bootstrap, paired, percentile, sign_flip, wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (50, 100, 0.4038, 0.5962),
        (81, 263, 0.2553, 0.3662),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson_gives_the_published_intervals(right, of, low, high):
    found = wilson(right, of)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_the_sign_flip_test_is_exact_for_few_articles():
    assert sign_flip([1.0] * 5) == pytest.approx(2 / 32)
    assert sign_flip([1.0, -1.0]) == 1.0
    assert sign_flip([0.0, 0.0]) == 1.0
    assert sign_flip([2.0, 1.0, -1.0]) == pytest.approx(6 / 8)


def test_the_sign_flip_test_by_draws_agrees_with_the_binomial():
    p = sign_flip([1.0] * 14 + [-1.0] * 3)  # two-sided sign test: 0.0127
    assert p == pytest.approx(0.0127, abs=0.004)


def test_a_seed_makes_every_draw_the_same():
    right, of = [3, 4, 1, 5, 2], [5, 5, 5, 5, 5]
    assert bootstrap(right, of) == bootstrap(right, of)
    assert sign_flip([1.0, -2.0] * 10) == sign_flip([1.0, -2.0] * 10)


def test_the_bootstrap_holds_the_share_and_widens_when_articles_differ():
    alike = bootstrap([4, 5] * 20, [5, 5] * 20)
    unlike = bootstrap([0, 5] * 4 + [5, 5] * 16, [5, 5] * 20)
    assert alike.low < 0.9 < alike.high
    assert unlike.high - unlike.low > alike.high - alike.low


def test_the_bootstrap_never_prints_an_interval_without_width():
    assert bootstrap([5, 5, 5], [5, 5, 5]) is None
    assert bootstrap([1], [2]) is None
    assert bootstrap([], []) is None


def test_two_equal_runs_have_no_difference_and_nothing_to_detect():
    assert paired([1, 2], [1, 2], [3, 3]) == (0.0, None, 1.0, None)


def test_a_large_difference_is_found_and_a_chance_one_is_not():
    rng = random.Random(7)  # noqa: S311 - a simulation
    of = [8.0] * 60
    a = [float(sum(rng.random() < 0.9 for _ in range(8))) for _ in of]
    worse = [max(0.0, x - 2) for x in a]
    assert paired(a, worse, of).p < 0.001
    assert paired(a, worse, of).interval.high < 0
    shuffled = [x + rng.choice([-1, 0, 1]) for x in a]
    assert paired(a, shuffled, of).p > 0.05


def test_more_articles_show_smaller_differences():
    changes = [1.0, 0.0, 0.0, -1.0, 0.0]
    few = paired([3.0] * 5, [3 + c for c in changes], [5.0] * 5)
    many = paired([3.0] * 50, [3 + c for c in changes * 10], [5.0] * 50)
    assert many.detectable < few.detectable


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([3, 1, 2], 0.5, 2), ([1, 2, 3, 4], 0.95, 4), ([], 0.5, None), ([7], 0.0, 7)],
)
def test_percentiles_are_values_that_were_seen(values, share, expected):
    assert percentile(values, share) == expected
