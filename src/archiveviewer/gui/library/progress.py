"""The run that reads folders, as the library shows it: how far, how long still, Pause and Cancel."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from archiveviewer.gui.indexing import Indexing
from archiveviewer.gui.kinds import counted, number
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.records import Progress
from archiveviewer.text.paths import shown

translate = QCoreApplication.translate
_MINUTE = 60
_HOUR = 3600


def time_left(seconds: float | None) -> str:
    """Return "about 3 minutes left", or nothing while that is not known."""
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return translate("library", "less than a minute left")
    if seconds < _HOUR:
        minutes = round(seconds / _MINUTE)
        return translate("library", "about 1 minute left") if minutes == 1 else translate("library", "about %n minutes left", "", minutes)
    hours = round(seconds / _HOUR)
    return translate("library", "about 1 hour left") if hours == 1 else translate("library", "about %n hours left", "", hours)


class ProgressPanel(Ground):
    """Shows an `Indexing` while it runs or waits, why it could not go on, and that files are left which nobody reads."""

    def __init__(self, indexing: Indexing, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", line="line", parent=parent)
        self._indexing = indexing
        self._title = Words(theme, role="title", parent=self)
        self._count = Words(theme, token="quiet", parent=self)
        self._now = Words(theme, role="caption", token="quiet", wrap=True, parent=self)
        self._pause = QPushButton(self.tr("Pause"), self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._pause.setToolTip(self.tr("Stop reading for now. What was read is kept, and reading goes on from there."))
        self._cancel.setToolTip(self.tr("Stop reading. What was read is kept; the rest waits for the next reading."))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._tick = QTimer(self, interval=1000)
        self._lay_out()
        self._pause.clicked.connect(self._on_pause)
        self._cancel.clicked.connect(indexing.cancel)
        indexing.changed.connect(self._show_state)
        indexing.progressed.connect(self._on_progressed)
        self._tick.timeout.connect(self._show_count)
        theme.changed.connect(self._show_state)
        self._show_state()

    def _lay_out(self) -> None:
        head = beside(self._title, self._count, ..., self._pause, self._cancel, spacing=8)
        stacked(head, self._bar, self._now, within=self, margins=(16, 8, 16, 10), spacing=8)

    def _show_state(self) -> None:
        """Show whether it runs, waits, could not go on, or is over."""
        running, paused, failure = self._indexing.running, self._indexing.paused, self._indexing.failure
        idle = not (running or paused or failure)
        self.setVisible(not idle or bool(self._indexing.left))
        self._bar.setVisible(not failure and not idle)
        self._cancel.setVisible(not idle)
        self._pause.setText(self.tr("Pause") if running else self.tr("Try again") if failure else self.tr("Go on"))
        self._theme.dress(self._pause, "pause" if running else "rotate-cw")
        self._cancel.setText(self.tr("Close") if failure else self.tr("Cancel"))
        self._theme.dress(self._cancel, "x")
        self._title.setText(self._state().format(folder=self._what()))
        if running:
            self._tick.start()
        else:
            self._tick.stop()
        if running and self._indexing.progress is None:
            self._bar.setRange(0, 0)
            self._now.setText(self.tr("Looking for new and changed files."))
        if failure:
            self._now.setText(failure)
        elif idle:
            self._now.setText(self.tr("What was read is kept. Reading goes on from there."))
        self._show_count()

    def _state(self) -> str:
        if self._indexing.failure:
            return self.tr("Could not go on: {folder}")
        if self._indexing.paused:
            return self.tr("Paused: {folder}")
        return self.tr("Reading {folder}") if self._indexing.running else self._left()

    def _left(self) -> str:
        """Return how many files wait."""
        left = self._indexing.left
        return self.tr("1 file waits to be read") if left == 1 else self.tr("%Ln files wait to be read", "", left)

    def _what(self) -> str:
        """Return what is read."""
        names = [PurePath(folder).name or folder for folder in self._indexing.folders]
        return shown(names[0]) if len(names) == 1 else self.tr("%n folders", "", len(names)) if names else self.tr("the library")

    def _on_progressed(self, step: Progress) -> None:
        if step.stage == "read" and step.total:
            self._bar.setRange(0, step.total)
            self._bar.setValue(step.done)
        elif step.stage != "read":
            self._bar.setRange(0, 0)
        name = shown(PurePath(step.current).name)
        self._now.setText(
            self.tr("Now: {file}. You can search meanwhile. Pulling the disk out loses nothing.").format(file=name) if name else ""
        )
        self._show_count()

    def _show_count(self) -> None:
        step = self._indexing.progress
        over = self._indexing.failure or not (self._indexing.running or self._indexing.paused)
        if step is None or not step.total or over:
            self._count.setText("")
            return
        files = self.tr("{done} of {files}").format(done=number(step.done), files=counted(step.total, "file"))
        if self._indexing.paused:
            self._count.setText(files)
            self._bar.setRange(0, step.total)
            self._bar.setValue(step.done)
            kept, wait = counted(step.done, "file"), number(step.total - step.done)
            self._now.setText(
                self.tr("{files} are kept, {rest} wait. You can close the window; reading goes on from here.").format(files=kept, rest=wait)
            )
            return
        left = time_left(self._indexing.seconds_left())
        self._count.setText(", ".join(part for part in (files, left) if part))

    def _on_pause(self) -> None:
        if self._indexing.running:
            self._indexing.pause()
        else:
            self._indexing.go_on()
