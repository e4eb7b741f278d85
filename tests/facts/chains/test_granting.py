"""What can have been granted, and since when a deadline can have been known."""

from __future__ import annotations

import pytest

from archiveviewer.facts.chains.granting import is_only_asked, not_before
from archiveviewer.records import Evidence, Fact, Source, StatedFact


def fact(kind: str, value: str, *, words: tuple[int, int] = (0, 40), written: str | None = "2019-09-23") -> StatedFact:
    evidence = Evidence(page=1, span=words, quote="Extension request 19 March 2019: 1 March 2023")
    source = Source(document=1, path="/a/page.txt", title="page", kind="monitor", date=written)
    return StatedFact(Fact("ARG", kind, value, None, None, evidence, "test"), source)


REQUEST = fact("apmbc.art5.request_submitted", "2019-03-19")


@pytest.mark.parametrize(
    ("said", "others", "asked"),
    [
        ([fact("apmbc.art5.deadline", "2023-03-01")], ["2020-03-01"], True),
        ([fact("apmbc.art5.deadline", "2023-03-01", written="2019-11-29")], ["2020-03-01"], False),  # the 4RC has decided by then
        ([fact("apmbc.art5.deadline", "2023-03-01", written=None)], ["2020-03-01"], False),
        ([fact("apmbc.art5.deadline", "2023-03-01", words=(50, 90))], ["2020-03-01"], False),  # another sentence states it
        ([fact("apmbc.art5.deadline", "2020-03-01")], [], False),  # "asked to extend its deadline of 1 March 2020"
        ([fact("apmbc.art5.deadline", "2020-03-01")], ["2010-03-01"], False),
        ([fact("apmbc.art5.deadline", "2023-03-01"), fact("apmbc.art5.deadline", "2023-03-01", words=(50, 90))], ["2020-03-01"], False),
    ],
)
def test_words_of_a_request(said: list[StatedFact], others: list[str], *, asked: bool) -> None:
    assert is_only_asked(said, [REQUEST], others, treaty="apmbc") is asked


@pytest.mark.parametrize(
    ("deadline", "requests", "deadlines", "day"),
    [
        ("2026-03-01", ["2008-06-02", "2018-03-29"], ["2009-03-01", "2019-03-01", "2026-03-01"], "2018-03-29"),
        ("2026-03-01", ["2008-06-02", "2025-03-31"], ["2009-03-01", "2019-03-01", "2026-03-01"], "2008-06-02"),
        ("2026-03-01", [], ["2019-03-01", "2026-03-01"], None),
        ("2009-03-01", ["2008-06-02"], ["2009-03-01", "2019-03-01"], None),
    ],
)
def test_an_undated_deadline_came_after_its_request(deadline: str, requests: list[str], deadlines: list[str], day: str | None) -> None:
    assert not_before(deadline, requests, deadlines) == day
