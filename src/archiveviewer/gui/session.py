"""One run of the window: application, look, settings, and the library that was asked for or left open last time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from archiveviewer.gui.language import speak_english
from archiveviewer.gui.memory import return_early
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import ArchiveError
from archiveviewer.settings import Paths, is_library
from archiveviewer.text.escaping import isolate
from archiveviewer.text.paths import shown

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.trace import Trace

translate = QCoreApplication.translate
_SETTLED = 3000
_QUIET = 250
"""Milliseconds after the window takes keys until it begins what nobody waits for."""


class Session:
    """Holds what lives as long as the window. `on_settled` is called when all is made that the start makes."""

    def __init__(
        self,
        *,
        theme: str | None = None,
        trace: Path | None = None,
        settings_file: Path | None = None,
        on_settled: Callable[[], None] = lambda: None,
    ) -> None:
        self._app = application()
        self._trace = _tracer(trace)
        self._state = WindowState(settings_file)
        self._theme = Theme(theme or self._state.text("theme", "system"), percent=round(self._state.number("text", 100)))
        self._theme.apply()
        self._on_settled = on_settled
        self._window: MainWindow | None = None
        self._tasks = Tasks(threads=1)
        self._chosen, self._sample = Path(), False

    def open(self, library: Path | None, *, sample: bool = False, place: str | None = None) -> MainWindow:
        """Show the window at once, and then in it the library, the sample, or the ways to begin when there is none yet."""
        usual = Paths.of_user().library
        window = MainWindow(self._theme, self._state, open_archive=open_archive, library=library or usual, trace=self._trace)
        self._window = window
        self._chosen = _library(library, self._state, usual)
        self._sample = sample
        window.expect_archive(place or "")
        window.show()
        QTimer.singleShot(0, window, self._tell_usable)
        return window

    def run(self) -> int:
        """Run until the window is closed, and return the exit code."""
        code = self._app.exec()
        self.close()
        return code

    def close(self) -> None:
        """End what the session holds."""
        self._window = None
        self._tasks.close()
        if self._trace is not None:
            self._trace.close()

    def _tell_usable(self) -> None:
        """Open the archive in a thread, now that the window takes keys; what is typed until then waits in the field."""
        if self._trace is not None:
            self._trace.note_usable()
        QTimer.singleShot(_SETTLED, self._on_settled)
        self._tasks.run(self._open_library, self._on_opened, self._on_error)

    def _open_library(self) -> Archive | None:
        """Open the library when there is one, with all that a first question and its first page need; runs in a thread.

        Nobody waits for the window yet. What is imported later, while one types, takes the interpreter from it again and again.
        """
        import archiveviewer.gui.desk.desk
        import archiveviewer.gui.reader.pane
        import archiveviewer.gui.search.pane  # noqa: F401 - imported to be there

        know_widgets()
        here = is_library(self._chosen) and not self._sample
        return open_archive(self._chosen) if here else None

    def _on_opened(self, archive: Archive | None) -> None:
        window = self._window
        if window is None:
            return
        if self._sample:
            window.choosing.open_sample()
        else:
            window.set_archive(archive, trouble="" if archive else self._missed())
        return_early()
        QTimer.singleShot(_QUIET, window, window.warm_up)
        QTimer.singleShot(_QUIET, window, partial(_give_icon, self._app, self._theme))

    def _missed(self) -> str:
        """Return that a library of other days is not there; nothing when there never was one."""
        if str(self._chosen) not in self._state.texts("libraries"):
            return ""
        said = translate("session", "The library in {folder} is not there now. Connect the disk that it is on, or open another one.")
        return said.format(folder=isolate(shown(str(self._chosen))))

    def _on_error(self, error: Exception) -> None:
        if self._window is None:
            return
        if not isinstance(error, ArchiveError):
            raise error
        self._window.set_archive(None)
        self._window.choosing.tell(error)
        self._window.warm_up()


def application() -> QApplication:
    """Return the application, made when there is none."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    made = QApplication(sys.argv[:1])
    made.setApplicationName("archiveviewer")
    made.setDesktopFileName("archiveviewer")
    speak_english()
    return made


def know_widgets() -> None:
    """Let PySide make all its classes of widgets, which it would do in one go when it first meets one that we did not make."""
    from PySide6 import QtWidgets

    for name in dir(QtWidgets):
        getattr(QtWidgets, name)


def open_archive(library: Path) -> Archive:
    """Open a library, made when it is not there. Raises ArchiveError."""
    from archiveviewer.archive.door import Archive

    return Archive.open(library)


def _give_icon(app: QApplication, theme: Theme) -> None:
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon(theme.icon("archive", size=64, token="accent", ratio=1.0)))


def _tracer(file: Path | None) -> Trace | None:
    if file is None:
        return None
    from archiveviewer.gui.trace import Trace

    return Trace(file)


def _library(asked: Path | None, state: WindowState, usual: Path) -> Path:
    """Return the library to open: the one asked for, or that of last time when the usual one was."""
    if asked is not None and asked != usual:
        return asked
    last = state.text("library")
    return Path(last) if last else usual
