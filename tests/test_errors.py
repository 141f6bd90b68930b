"""An error is one line: what, why, and the way out."""

import inspect

import pytest

from summarizer import errors
from summarizer.errors import NoArticleError, RateLimitError, SummarizerError, UsageError


@pytest.mark.parametrize(
    ("error", "line", "code", "exit_code"),
    [
        (NoArticleError("no running text"), "no running text", "no_article", 3),
        (
            UsageError("unknown model", subject="--model x", way_out="Try rules"),
            "--model x: unknown model. Try rules.",
            "usage",
            2,
        ),
        (RateLimitError("slow down", subject="openai"), "openai: slow down", "rate_limit", 3),
    ],
    ids=["cause", "all parts", "subject"],
)
def test_an_error_says_what_why_and_the_way_out(error, line, code, exit_code):
    assert (str(error), error.code, error.exit_code) == (line, code, exit_code)


def test_the_tree_in_the_docstring_is_the_tree():
    tree = [
        cls.__name__
        for _, cls in inspect.getmembers(errors, inspect.isclass)
        if issubclass(cls, SummarizerError)
    ]
    for name in tree:
        assert name in (errors.__doc__ or "")
