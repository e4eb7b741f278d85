"""Notes as tables that come back whole, and as Markdown that shows what was written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.export.notes import as_csv, as_markdown, read_csv
from archiveviewer.records import Note, NoteColour, NoteKind

MARK = Note(
    sha256="ab" * 32,
    path="/archive/request.pdf",
    title="Second request",
    page=12,
    label="xii",
    colour=NoteColour.GREEN,
    quote='The dead-\nline moved, "twice"; it *did*',
    start=40,
    text="=ask\nheadquarters",
    uid="cd" * 16,
    made_at="2026-11-01T10:00:00Z",
    changed_at="2026-11-02T10:00:00Z",
)
PLACE = replace(MARK, kind=NoteKind.BOOKMARK, quote="", text="", uid="ef" * 16, deleted=True, label="+1")


def test_a_table_comes_back_whole() -> None:
    assert read_csv(as_csv([MARK, PLACE])) == ((MARK, PLACE), 0)
    assert read_csv("\ufeff" + as_csv([MARK])) == ((MARK,), 0)


def test_a_spreadsheet_takes_no_note_for_a_formula() -> None:
    assert "'=ask" in as_csv([MARK])


@pytest.mark.parametrize(
    ("column", "cell"),
    [("sha256", "xy"), ("uid", ""), ("number", "-1"), ("number", "12345678901"), ("kind", "virus"), ("colour", "black")],
)
def test_rows_that_are_none_of_ours_are_counted_and_left_out(column: str, cell: str) -> None:
    head, row = as_csv([replace(MARK, quote="", text="")]).splitlines()
    cells = dict(zip(head.split(","), row.split(","), strict=True))
    cells[column] = cell
    broken = f"{head}\n{','.join(cells.values())}\n"
    assert read_csv(broken) == ((), 1)


def test_something_else_is_no_table_of_notes() -> None:
    assert read_csv("country,type\nKHM,fact\n") == ((), 1)
    assert read_csv("") == ((), 1)


def test_markdown_shows_signs_as_they_are() -> None:
    said = as_markdown([MARK, replace(PLACE, deleted=False)])
    assert said.startswith("## Second request\n\n/archive/request.pdf · SHA-256 abababababab\n")
    assert '- p. xii · green\n  > The deadline moved, "twice"; it \\*did\\*\n  =ask\n  headquarters' in said
    assert "- p. +1 · bookmark" in said


def test_markdown_names_the_sections_of_a_document_without_pages() -> None:
    assert "- section xii · green" in as_markdown([replace(MARK, paged=False)])
