"""The clock of a question gives more time to show what was found, but never much more."""

from __future__ import annotations

from contextlib import closing

import pytest

from archiveviewer.index.connect import Connection
from archiveviewer.query.clock import Clock, never

ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Set the time by hand."""
    moment = [100.0]
    monkeypatch.setattr("archiveviewer.query.clock.time.perf_counter", lambda: moment[0])
    return moment


def test_what_was_found_may_still_be_shown(now: list[float]) -> None:
    one = Clock(0.8, soft=0.1, stop=lambda: False)
    now[0] += 0.9
    assert one.over()
    one.grace()
    assert not one.over()
    assert one.cut_short


def test_all_graces_together_are_short(now: list[float]) -> None:
    one = Clock(0.8, soft=0.1, stop=lambda: False)
    for _ in range(5):
        now[0] += 0.2
        one.grace()
    assert one.over()


@pytest.mark.parametrize(
    ("passed", "documents", "late", "all_over"),
    [(0.3, 20, False, False), (0.5, 20, True, False), (0.7, 20, True, False), (0.8, 20, True, True), (0.8, 200, True, False)],
)
def test_first_the_best_is_given_up_then_all(now: list[float], passed: float, documents: int, *, late: bool, all_over: bool) -> None:
    one = Clock(0.6, soft=0.1, stop=never, documents=documents)
    now[0] += passed
    assert (one.late(), one.all_over()) == (late, all_over)


def test_who_wants_to_stop_is_given_no_grace(now: list[float]) -> None:
    one = Clock(0.8, soft=0.1, stop=lambda: now[0] > 100.5)
    now[0] += 0.6
    assert one.over()
    one.grace()
    assert one.over()


def test_enough_ends_one_stage_and_not_the_question() -> None:
    one = Clock(60.0, soft=60.0, stop=never)
    rows: list[int] = []
    with closing(Connection(":memory:")) as connection, one.watching(connection), one.stage():
        with one.stage(lambda: len(rows) > 10):
            rows.extend(row for (row,) in connection.execute(ENDLESS))
        assert connection.execute("SELECT count(*) FROM (" + ENDLESS + " LIMIT 5000)").fetchone() == (5000,)
    assert not one.cut_short
