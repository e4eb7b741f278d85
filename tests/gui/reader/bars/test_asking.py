"""A question above the page is asked as long as its document is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.bars.asking import Question, QuestionBar
from archiveviewer.gui.theme import Theme

ASKED = Question(7, "In doubt: is scan.pdf the listed “Annex 18”?", "the size differs", about="Annex 18")


def _bar(qtbot: QtBot, theme: Theme) -> QuestionBar:
    bar = QuestionBar(theme)
    qtbot.addWidget(bar)
    bar.ask(ASKED)
    return bar


def test_the_answer_comes_with_what_it_is_about(qtbot: QtBot, theme: Theme) -> None:
    bar = _bar(qtbot, theme)
    assert bar.isVisible()
    assert bar.accessibleName() == "In doubt: is scan.pdf the listed “Annex 18”? the size differs"
    with qtbot.waitSignal(bar.answered) as answered:
        bar.no.click()
    assert answered.args == ["Annex 18", False]
    assert not bar.isVisible()


def test_it_is_answered_by_keys_wherever_one_is(qtbot: QtBot, theme: Theme) -> None:
    bar = _bar(qtbot, theme)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    with qtbot.waitSignal(bar.answered) as answered:
        QTest.keyClick(bar, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert answered.args == ["Annex 18", True]


def test_another_document_ends_the_question(qtbot: QtBot, theme: Theme) -> None:
    bar = _bar(qtbot, theme)
    bar.keep(7)
    assert bar.question is ASKED
    bar.keep(8)
    assert bar.question is None
