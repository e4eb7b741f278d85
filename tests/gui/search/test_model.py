"""The tree of results: documents, their pages, and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from archiveviewer.gui.search.model import ResultsModel
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search.rows import DocumentRow, NoteRow, PageRow, rows
from archiveviewer.records import SearchRequest
from gui.fakes import FakeArchive


@pytest.fixture
def model(qapp: QApplication) -> ResultsModel:
    assert qapp is not None
    archive = FakeArchive()
    made = ResultsModel(archive.country_name)
    text = "stockpile Cartagena"
    made.set_rows(rows(archive.search(SearchRequest(text)), Question(text), archive.coverage(), limit=20))
    return made


def test_model_keeps_the_rules_of_qt(model: ResultsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt does not say its types
    rows_before = model.rows()
    model.set_rows(())
    model.set_rows(rows_before)


def test_pages_are_below_their_document(model: ResultsModel) -> None:
    assert isinstance(model.row_at(model.index(0)), NoteRow)
    document = model.index(1)
    assert isinstance(model.row_at(document), DocumentRow)
    page = model.index(0, 0, document)
    assert isinstance(model.row_at(page), PageRow)
    assert model.parent(page) == document
    assert model.rowCount(page) == 0


def test_places_are_found_again(model: ResultsModel) -> None:
    found = model.index_of(101, 12)
    assert found.parent() == model.index_of(101)
    row = model.row_at(found)
    assert isinstance(row, PageRow)
    assert row.page.page == 12
    assert model.index_of(101, 99) == model.index_of(101)
    assert not model.index_of(999).isValid()


def test_notes_cannot_be_selected_and_rows_are_heard(model: ResultsModel) -> None:
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    heard = model.data(model.index_of(101), Qt.ItemDataRole.AccessibleTextRole)
    assert str(heard).startswith("Second extension request, Cambodia, extension request")


def test_tooltips_show_markup_as_it_is(model: ResultsModel) -> None:
    tip = str(model.data(model.index_of(101), Qt.ItemDataRole.ToolTipRole))
    assert "/archive/Cambodia 2019/2019 request/Request received 27 March 2019.pdf" in tip
    assert tip.startswith("<p style='white-space:pre-wrap'>")
