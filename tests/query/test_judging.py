"""Which pages of which documents a table finds, however they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.query.clock import Clock
from archiveviewer.query.judging import Judge
from archiveviewer.query.terms import alternatives
from libraries import document, library

PAGES = ("mine clearance", "mine", "clearance of a mine", "nothing")
ARCHIVE = {
    "first": document("nothing", "nothing"),
    "second": document(*PAGES),
    "empty": document(),
    "third": document("nothing"),
    "fourth": document("mine clearance"),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("library"), ARCHIVE)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("expression", "pages"),
    [
        ('"mine"', {2: {1, 2, 3}, 5: {1}}),
        ('"mine" + "clearanc"', {2: {1}, 5: {1}}),
        ('("clearanc" + "mine" OR "mine" + "clearanc")', {2: {1}, 5: {1}}),
        ('("clearanc" + "of" OR "mine" + "clearanc")', {2: {1, 3}, 5: {1}}),
        ('NEAR("mine" "clearanc", 10)', {2: {1, 3}, 5: {1}}),
        ('"absent"', {}),
    ],
)
@pytest.mark.parametrize("rare", [False, True])
def test_pages_asked_for_one_by_one_and_all_at_once(reader: Reader, expression: str, pages: dict[int, set[int]], rare: bool) -> None:
    with reader.snapshot() as connection:
        judge = Judge(connection, reader.rows(), languages=["en"])
        judge.tables.prepare_rows(expression, [5, 3, 1, 2, 4], rare=rare)
        assert {id: set(judge.tables.rows(expression, id)) for id in range(1, 6) if judge.tables.rows(expression, id)} == pages


@pytest.mark.parametrize(
    ("expression", "each"),
    [
        ('("a" + "b" OR "c" + "d")', ['"a" + "b"', '"c" + "d"']),
        ('"a" + "b"', ['"a" + "b"']),
        ('(NEAR("a" "b", 1) OR NEAR("c" "d", 1))', ['NEAR("a" "b", 1)', 'NEAR("c" "d", 1)']),
        ('NEAR("a" "b", 1)', ['NEAR("a" "b", 1)']),
        ('("a" OR "b")', ['("a" OR "b")']),
        ('("a" + "b" OR ("c" AND "d"))', ['("a" + "b" OR ("c" AND "d"))']),
    ],
)
def test_only_a_choice_of_phrases_is_taken_apart(expression: str, each: list[str]) -> None:
    assert alternatives(expression) == each


COUNT_ON = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM (SELECT i FROM n LIMIT 3000000)"


def test_only_what_is_a_stage_is_ended_when_time_is_over(reader: Reader) -> None:
    clock = Clock(0.0, soft=0.0, stop=lambda: False)
    with reader.snapshot() as connection, clock.watching(connection):
        found = None
        with clock.stage():
            found = connection.execute(COUNT_ON).fetchone()
        assert (found, clock.cut_short) == (None, True)
        assert connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9999) SELECT max(i) FROM n"
        ).fetchone()
