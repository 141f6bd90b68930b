"""When an article was published, from the words and figures of a line."""

from datetime import UTC, date, datetime

import pytest

from summarizer.articles.dates import find_published

CASES = [
    ("2026-03-04", date(2026, 3, 4)),
    ("2026-03-04T05:06:07Z", datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)),
    ("2026-03-04T05:06:07+02:00", datetime(2026, 3, 4, 3, 6, 7, tzinfo=UTC)),
    ("2026-03-04T05:06", datetime.fromisoformat("2026-03-04T05:06")),
    ("Wed, March 4, 2026 at 6:10 AM CDT 3 min read", datetime(2026, 3, 4, 11, 10, tzinfo=UTC)),
    ("Published Mar 4, 2026 12:05 pm", datetime.fromisoformat("2026-03-04T12:05")),
    ("March 4, 2026 at 7:45 AM GMT+2 4 min", datetime(2026, 3, 4, 5, 45, tzinfo=UTC)),
    ("2026-03-04 12:00 -0330", datetime(2026, 3, 4, 15, 30, tzinfo=UTC)),
    ("4 March 2026", date(2026, 3, 4)),
    ("4. März 2026, 15:30 Uhr", datetime.fromisoformat("2026-03-04T15:30")),
    ("04.03.2026", date(2026, 3, 4)),
    ("le 4 mars 2026", date(2026, 3, 4)),
    ("4 de marzo de 2026", date(2026, 3, 4)),
    ("2026年3月4日", date(2026, 3, 4)),
    ("25/03/2026", date(2026, 3, 25)),
    ("03/04/2026", None),
    ("31 February 2026", None),
    ("March 4", None),
    ("rose 2026 points", None),
]


@pytest.mark.parametrize(("text", "published"), CASES, ids=[text for text, _ in CASES])
def test_a_date_is_read_only_as_far_as_it_is_written(text: str, published: object) -> None:
    found = find_published(text)
    assert found == published
    assert type(found) is type(published)
