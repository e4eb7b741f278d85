"""Which rows of the table of pages belong to which document."""

from __future__ import annotations

from pathlib import Path

from archiveviewer.index.reader import Reader
from libraries import document, library

PAGES = {"one": document("a", "b", "c"), "none": document(), "two": document("d", "e")}


def test_rows_are_pages_of_documents(tmp_path: Path) -> None:
    with Reader(library(tmp_path, PAGES)) as reader, reader.snapshot():
        rows = reader.rows()
        ids = {found.path.rpartition("/")[2]: found.id for found in reader.documents()}
        first, last = rows.span(ids["one"])
        other = rows.first_row(ids["two"])
        assert last - first == 2
        assert rows.owners([first, last, other]) == {ids["one"], ids["two"]}
        assert rows.owners([other + 1, other + 99]) == {ids["two"]}
        assert rows.owners([]) == set()
        assert rows.numbers([first, last, other], ids["one"]) == {1, 3}
        assert rows.numbers([first, last, other + 1], ids["two"]) == {2}
        assert rows.numbers([first, last, other], ids["none"]) == frozenset()
