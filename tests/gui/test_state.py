"""What the window remembers, and that broken memories count as none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from archiveviewer.gui.state import WindowState


def test_values_come_back_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    state = WindowState(file)
    state.set_text("theme", "dark")
    state.set_number("splitter/search", 0.41580)
    state.set_texts("libraries", ("/media/Стик, A", "/b"))
    state.set_shape("here", {"place": "search", "text": 'deadline "1 January 2020"'})
    state.set_bytes("geometry", QByteArray(b"\x01\x02"))
    state.save()
    again = WindowState(file)
    assert again.text("theme") == "dark"
    assert again.number("splitter/search", 0) == 0.4158
    assert again.texts("libraries") == ("/media/Стик, A", "/b")
    assert again.shape("here") == {"place": "search", "text": 'deadline "1 January 2020"'}
    assert again.bytes("geometry") == QByteArray(b"\x01\x02")


def test_what_cannot_be_understood_counts_as_not_there(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[General]\nsize=wide\nhere={broken\nlist=[1]\n", encoding="utf-8")
    state = WindowState(file)
    assert state.number("size", 1.5) == 1.5
    assert state.shape("here") == {}
    assert state.texts("list") == ()
    assert state.text("never", "light") == "light"
    assert state.bytes("size").isEmpty()
