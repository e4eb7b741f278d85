"""Garbage is collected in the thread of the window: a widget that another thread destroys can bring both to a standstill."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from archiveviewer.gui.garbage import collect_by_hand, collect_due


class _Part(QObject):
    """A part of a window that only garbage collection can free, for it knows itself."""

    def __init__(self, freed_in: list[threading.Thread]) -> None:
        super().__init__()
        self._self = self
        self._freed_in = freed_in

    def __del__(self) -> None:
        self._freed_in.append(threading.current_thread())


def _make_many() -> None:
    """Make more objects than Python would ever let by without looking for garbage."""
    kept = [[number] for number in range(20 * gc.get_threshold()[0])]
    assert kept


def test_the_loop_of_the_window_frees_what_another_thread_would_have(qtbot: QtBot) -> None:
    freed_in: list[threading.Thread] = []
    collect_by_hand()
    _Part(freed_in)
    busy = threading.Thread(target=_make_many)
    busy.start()
    busy.join()
    assert freed_in == []
    kept = [[number] for number in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: bool(freed_in))
    assert kept
    assert freed_in == [threading.main_thread()]


@pytest.mark.parametrize(
    ("counts", "generation"), [((1, 0, 0), None), ((701, 0, 0), 0), ((701, 11, 0), 1), ((701, 11, 11), 2), ((1, 0, 11), 2)]
)
def test_the_oldest_that_is_due_is_collected(monkeypatch: pytest.MonkeyPatch, counts: tuple[int, int, int], generation: int | None) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    assert collect_due() == generation
