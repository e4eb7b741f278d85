"""Starts the window: the application, its look, the library of last time, and the loop until it is closed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from archiveviewer.gui import libraries
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.trace import Trace
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import ArchiveError
from archiveviewer.settings import Paths

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_NO_SCREEN = 3


def run(
    library: Path | None = None,
    *,
    sample: bool = False,
    theme: str | None = None,
    place: str | None = None,
    trace: Path | None = None,
    settings_file: Path | None = None,
) -> int:
    """Open the window and return the exit code when it is closed.

    `library` is the one to open (the one of last time when it is the usual one), `sample` opens the sample archive instead.
    `theme` overrides the one that was chosen in the menu, `place` the place one was in; `trace` names a file for stalls and times.
    """
    if not _has_screen():
        print("There is no display to open a window on. Use the commands instead; `archiveviewer --help` lists them.", file=sys.stderr)
        return _NO_SCREEN
    app = _application()
    state = WindowState(settings_file)
    look = Theme(theme or state.text("theme", "system"), percent=round(state.number("text", 100)))
    look.apply()
    app.setWindowIcon(QIcon(look.icon("archive", size=64, token="accent", ratio=1.0)))
    tracer = Trace(trace) if trace is not None else None
    chosen = _library(library, state)
    archive, trouble = _archive(chosen)
    window = MainWindow(None, look, state, open_archive=_open, library=library or Paths.of_user().library, trace=tracer)
    window.set_archive(archive, trouble=trouble)
    if sample:
        window.open_sample()
    if place:
        window.go(place)
    window.show()
    if tracer is not None:
        QTimer.singleShot(0, tracer.note_usable)
    code = app.exec()
    if tracer is not None:
        tracer.close()
    return code


def _has_screen() -> bool:
    """Whether a window can be opened; Qt itself would end the process without one."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _application() -> QApplication:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    made = QApplication(sys.argv[:1])
    made.setApplicationName("archiveviewer")
    made.setDesktopFileName("archiveviewer")
    if QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return made


def _open(library: Path) -> Archive:
    """Open a library, made when it is not there."""
    from archiveviewer.archive.door import Archive

    return Archive.open(library)


def _library(asked: Path | None, state: WindowState) -> Path:
    """Return the library to open: the one asked for, or that of last time when the usual one was."""
    usual = Paths.of_user().library
    if asked is not None and asked != usual:
        return asked
    last = state.text("library")
    return Path(last) if last else usual


def _archive(library: Path) -> tuple[Archive | None, str]:
    """Return the archive when there is a library, else None; and what the trouble is when there should be one."""
    if not libraries.is_library(library):
        return None, ""
    try:
        return _open(library), ""
    except ArchiveError as error:
        return None, str(error)
