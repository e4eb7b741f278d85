"""Tests of the other deadlines under a country's clearance: folded to a line, drawn and walked when unfolded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.facts.chains.profile import profile
from archiveviewer.gui.countries.others import ChainHead, OtherChains, summary
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Chain, State
from gui.countries.sample import TODAY, SampleArchive

CHAINS = {found.country: found for found in SampleArchive().chains()}
STOCKPILE = replace(CHAINS["JOR"], country="KHM", article="4")
REPORTS = replace(CHAINS["SSD"], country="KHM", article="7")


@pytest.fixture
def others(qtbot: QtBot, theme: Theme) -> OtherChains:
    made = OtherChains(theme)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show_chains((STOCKPILE, REPORTS), "Cambodia")
    made.show()
    return made


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ([State.MET, State.PASSED, State.MET], "1 passed, 2 met"),
        ([State.MET_LATE], "1 met late"),
        ([], ""),
    ],
)
def test_what_wants_looking_at_stands_first(states: list[State], said: str) -> None:
    chains: list[Chain] = [replace(STOCKPILE, state=state) for state in states]
    assert summary(chains) == said


def test_folded_it_is_one_line(others: OtherChains) -> None:
    assert others.fold.accessibleName() == "Other deadlines, 1 passed, 1 met, folded"
    assert others.drawings() == []


def test_unfolded_each_chain_is_drawn_under_its_head(others: OtherChains) -> None:
    others.fold.click()
    heads = [head.accessibleName().replace("\u00a0", " ") for head in others.findChildren(ChainHead)]
    assert [head.partition(", passed")[0].partition(", met")[0] for head in heads] == [
        "Cambodia, Mine ban, Article 4",
        "Cambodia, Mine ban, Article 7",
    ]
    assert [mini.accessibleName() for mini in others.drawings()] == [
        "Deadline chain of Cambodia, Mine ban, Article 4",
        "Deadline chain of Cambodia, Mine ban, Article 7",
    ]
    others.grab()


def test_the_line_of_the_day_says_whether_it_is_today(qtbot: QtBot, others: OtherChains) -> None:
    def drawn(*, now: bool) -> QImage:
        others.show_chains((STOCKPILE, REPORTS), "Cambodia", now=now)
        qtbot.waitUntil(lambda: others.drawings()[0].width() > 500)
        return others.drawings()[0].grab().toImage()

    others.fold.click()
    assert drawn(now=True) == drawn(now=True)
    assert drawn(now=True) != drawn(now=False)


def test_tab_goes_from_the_line_through_the_drawings(others: OtherChains) -> None:
    others.fold.click()
    after: list[QWidget] = []
    widget: QWidget | None = others.fold
    while widget is not None and len(after) < len(others.drawings()):
        widget = widget.nextInFocusChain()
        after += [widget] if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    assert after == others.drawings()


def test_one_step_is_current_in_all_drawings(others: OtherChains, qtbot: QtBot) -> None:
    others.fold.click()
    first, second = others.drawings()
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert first.current is not None
    with qtbot.waitSignal(others.step_chosen):
        QTest.keyClick(second, Qt.Key.Key_Left)
    assert first.current is None
    with qtbot.waitSignal(others.step_opened) as opened:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert opened.args == [second.current]


def test_no_other_chain_no_line(others: OtherChains) -> None:
    others.show_chains((), "Angola")
    assert others.isHidden()


def test_a_profile_keeps_clearance_apart() -> None:
    chains = (STOCKPILE, CHAINS["KHM"], REPORTS, CHAINS["AGO"])
    found = profile("KHM", (), (), chains=chains, reference=(), as_of=TODAY)
    assert (found.chain, found.others) == (CHAINS["KHM"], (STOCKPILE, REPORTS))
