"""How often the full-text tables find something, and that nothing is asked for twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.query import tables
from archiveviewer.query.tables import TERMS, Tables
from libraries import document, library

EVERY_SECOND = {f"{number:03}": document("mine clearance", "mine" if number % 2 else "nothing else") for number in range(1, 101)}
PHRASE = '"mine" + "clearanc"'


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("library"), EVERY_SECOND)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a hundred documents be many."""
    for name, value in (("_SMALL", 10), ("_RARE", 8), ("_SCANNED", 20), ("_ASKED_AFTER", 8), ("_MOST_OF_RARE", 8), ("_SHARE_OF_RARE", 1)):
        monkeypatch.setattr(tables, name, value)


@pytest.mark.parametrize(("expression", "documents"), [('"mine"', 100), ('"noth"', 50), ('"absent"', 0)])
def test_what_is_common_is_counted_in_places(reader: Reader, expression: str, documents: int) -> None:
    with reader.snapshot() as connection:
        asked = Tables(connection, reader.rows())
        assert asked.about(TERMS, expression) == pytest.approx(documents, rel=0.3)
        assert asked.is_scanned(TERMS, expression) == (documents == 0)


def test_documents_passed_on_the_way_are_known(reader: Reader) -> None:
    with reader.snapshot() as connection:
        asked = Tables(connection, reader.rows())
        met: list[int] = []
        assert asked.first_rows(PHRASE, met, enough=lambda: True) is False
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        assert [asked.rows(PHRASE, id) for id in (1, 2)] == [{1}, {1}]
        assert statements == []
        assert asked.rows(PHRASE, 99) == {1}
        assert statements
        connection.set_trace_callback(None)


@pytest.mark.parametrize(("expression", "once"), [('"nothing"', False), ('"nothi" *', True)])
def test_what_begins_alike_is_gathered_once(reader: Reader, expression: str, *, once: bool) -> None:
    statements: list[str] = []
    with reader.snapshot() as connection:
        asked = Tables(connection, reader.rows())
        asked.about(TERMS, expression)
        connection.set_trace_callback(statements.append)
        assert asked.among(TERMS, expression, range(1, 21)) >= set(range(2, 21, 2))
        connection.set_trace_callback(None)
    assert (sum(one.startswith("SELECT") for one in statements) == 1) == once


@pytest.mark.parametrize(
    ("expression", "share", "few"), [('"noth"', 0.1, False), ('"noth"', 0.8, True), ('"mine"', 0.8, False), ('"absent"', 0.1, True)]
)
def test_what_many_documents_have_is_on_many_pages(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, expression: str, share: float, *, few: bool
) -> None:
    monkeypatch.setattr(tables, "_SCANNED", 1000)
    with reader.snapshot() as connection:
        asked = Tables(connection, reader.rows())
        assert asked.is_scanned(TERMS, expression)
        assert asked.is_on_few_pages(expression, share=share) == few
