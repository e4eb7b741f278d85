"""Documents that would not open by themselves: locked ones, and pages that take too long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import papers
from archiveviewer.gui.library.problems import Remedy, remedy_word
from archiveviewer.gui.reader.bars.banner import Banner
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.reader.password import PasswordPrompt
from archiveviewer.gui.theme import Theme
from archiveviewer.pages.viewer import Viewer
from archiveviewer.records import Document, PageText, Place, View, ViewFault
from reading_room import Library

WAIT = 15_000
LOCKED = "document.new_page(); document.save(out, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw='secret', owner_pw='x'); sys.exit()"
SLOW = 2


class SlowLibrary(Library):
    """Says of the second page of every document that it takes too long, until somebody chooses to wait."""

    def viewer(
        self,
        document: Document,
        on_view: Callable[[View], None],
        /,
        *,
        password: str = "",
        patient: bool = False,
        beside: bool = False,
        by_hand: bool = False,
    ) -> Viewer:
        """Open a document."""
        waiting = _Waiting()

        def take(view: View) -> None:
            late = view.page == SLOW and not waiting.patient
            on_view(replace(view, value=None, fault=ViewFault.TOO_SLOW) if late else view)

        waiting.viewer = super().viewer(document, take, password=password, patient=patient, beside=beside, by_hand=by_hand)
        return cast("Viewer", waiting)


class _Waiting:
    """A viewer that notes whether somebody waits."""

    viewer: Viewer
    patient = False

    def wait_longer(self) -> None:
        """Take note."""
        self.patient = True

    def __getattr__(self, name: str) -> object:
        return getattr(self.viewer, name)


@pytest.fixture
def library() -> Iterator[Library]:
    library = SlowLibrary()
    yield library
    library.viewers.close()


@pytest.fixture
def reader(qtbot: QtBot, library: Library, theme: Theme) -> Iterator[ReaderPane]:
    reader = ReaderPane(library, theme)
    reader.resize(753, 600)
    qtbot.addWidget(reader)
    reader.show()
    qtbot.waitExposed(reader)
    yield reader
    reader.close_documents()


@pytest.fixture
def locked(library: Library, tmp_path: Path) -> Document:
    return library.add(papers.make(tmp_path / "locked.pdf", LOCKED), ())


def words(prompt: PasswordPrompt) -> str:
    return " ".join(label.text() for label in prompt.findChildren(QLabel))


def type_password(prompt: PasswordPrompt, password: str) -> None:
    field = prompt.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(field, password)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "", "what was typed does not stay on the screen"


def prompt_of(qtbot: QtBot, reader: ReaderPane) -> PasswordPrompt:
    prompt = reader.findChild(PasswordPrompt)
    assert isinstance(prompt, PasswordPrompt)
    qtbot.waitUntil(prompt.isVisible, timeout=WAIT)
    return prompt


def test_the_right_password_opens_a_locked_file(qtbot: QtBot, reader: ReaderPane, locked: Document) -> None:
    reader.show_place(Place(locked.id))
    prompt = prompt_of(qtbot, reader)
    assert "This file asks for a password" in words(prompt)
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        type_password(prompt, "secret")
    pages = reader.findChild(PageView)
    assert isinstance(pages, PageView)
    assert pages.isVisible()
    banner = reader.findChild(Banner)
    assert isinstance(banner, Banner)
    assert "was not read into the library" in banner.accessibleName()


def test_after_three_wrong_passwords_no_more_are_taken_until_it_is_chosen_again(qtbot: QtBot, reader: ReaderPane, locked: Document) -> None:
    reader.show_place(Place(locked.id))
    prompt = prompt_of(qtbot, reader)
    for left, said in ((2, "2 more times"), (1, "once more"), (0, "Three passwords did not fit")):
        type_password(prompt, "guess")
        qtbot.waitUntil(lambda left=left: prompt.left == left, timeout=WAIT)  # type: ignore[misc]  # a lambda that keeps its value
        assert said in words(prompt)
    field = prompt.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert not field.isVisible()
    reader.show_place(Place(locked.id))  # as one is told to
    assert field.isVisible()
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        type_password(prompt, "secret")


def test_a_page_that_takes_too_long_is_grey_until_one_chooses_to_wait(
    qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path
) -> None:
    path = papers.make(tmp_path / "three.pdf", papers.THREE_PAGES)
    paper = library.add(path, tuple(PageText(number, str(number), "Some text.") for number in (1, 2, 3)))
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        reader.show_place(Place(paper.id, SLOW))
    pages, banner = reader.findChild(PageView), reader.findChild(Banner)
    assert isinstance(pages, PageView)
    assert isinstance(banner, Banner)
    qtbot.waitUntil(lambda: "takes longer than 20 seconds" in banner.accessibleName(), timeout=WAIT)
    assert set(pages.faults) == {SLOW}, "the others can be read"
    button = banner.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.text() == "Wait longer"

    def waited() -> bool:
        if reader.page != SLOW:  # what was learnt of the page before may have moved this one down
            pages.show_page(SLOW)
        if button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return pages.lit(SLOW) is not None

    qtbot.waitUntil(waited, timeout=WAIT)
    assert pages.faults == {}


def test_the_button_has_the_word_of_the_rows_that_lead_here(qtbot: QtBot, theme: Theme) -> None:
    prompt = PasswordPrompt(theme)
    qtbot.addWidget(prompt)
    assert [button.text() for button in prompt.findChildren(QPushButton)] == [remedy_word(Remedy.SHOW)]
