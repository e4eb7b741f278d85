"""The rows of the list of notes."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.notes.note_words import sentence
from archiveviewer.gui.reader.notes.notes_view import NotesView
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.records import Note


def test_a_long_title_does_not_hide_the_day(qtbot: QtBot, theme: Theme) -> None:
    view = NotesView(theme)
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()

    def row(day: str) -> QImage:
        view.show_notes((Note("0" * 64, "/a/request.pdf", "Request for an extension of the deadline " * 4, 12, "12", changed_at=day),))
        return view.grab().toImage()

    assert row("2019-03-27") == row("2019-03-27")
    assert row("2019-03-27") != row("2026-11-29")


def test_a_document_without_pages_has_sections(qtbot: QtBot, theme: Theme) -> None:
    view = NotesView(theme)
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()

    def row(*, paged: bool) -> QImage:
        view.show_notes((Note("0" * 64, "/a/page.html", "Profile", 3, "3", changed_at="2026-11-29", paged=paged),))
        return view.grab().toImage()

    assert row(paged=True) != row(paged=False)
    assert sentence(Note("0" * 64, "/a/page.html", "Profile", 3, "3", paged=False)).startswith("Profile, section 3.")


def test_whose_notes_are_listed_is_chosen_from_a_menu_like_all_others(qtbot: QtBot, theme: Theme) -> None:
    view = NotesView(theme)
    qtbot.addWidget(view)
    which, more = view.findChildren(DropButton)
    assert (which.text(), more.text()) == ("This document", "Export and merge")
    all_documents = which.menu().actions()[1]
    with qtbot.waitSignal(view.wanted):
        all_documents.trigger()
    assert view.everywhere
    assert (which.text(), which.accessibleName(), all_documents.isChecked()) == ("All documents", "Whose notes: All documents", True)
    with qtbot.assertNotEmitted(view.wanted):
        all_documents.trigger()
