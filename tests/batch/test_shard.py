"""Every article is in exactly one part, and stays in it."""

import pytest

from summarizer import Document, UsageError
from summarizer.batch.shard import Shard
from summarizer.errors import InputError


@pytest.mark.parametrize("count", [1, 2, 7])
def test_the_parts_together_are_the_whole_and_about_equal(count):
    sources = [Document(source="x", content="", id=f"a{n}") for n in range(700)]
    sources += [InputError("gone", subject="b.txt")]
    parts = [list(Shard(number, count).of(sources)) for number in range(1, count + 1)]
    assert sorted(id(one) for part in parts for one in part) == sorted(map(id, sources))
    assert min(map(len, parts)) > 0.7 * len(sources) / count


def test_an_article_is_in_the_same_part_in_every_release():
    assert [n for n in range(20) if Shard(1, 4).has(f"a{n}")] == [1, 8, 9, 14]


def test_a_part_is_read_from_words():
    assert Shard.parse("2/8") == Shard(2, 8)


@pytest.mark.parametrize("text", ["", "2", "0/8", "9/8", "2/", "/8", "a/b", "-1/8", "2/8/9"])
def test_what_is_no_part_is_said(text):
    with pytest.raises(UsageError, match="--shard must be like 2/8"):
        Shard.parse(text)
