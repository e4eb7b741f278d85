"""Keeps what a person decides about facts and listed files, each with a way to undo it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archiveviewer.gui.countries.labels import fact_label
from archiveviewer.gui.countries.row import Row
from archiveviewer.gui.tasks import Tasks
from archiveviewer.records import HiddenFact, ListedAttachment, MatchDecision, StatedFact
from archiveviewer.text.escaping import isolate
from archiveviewer.text.paths import shown

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class Decisions(QObject):
    """Writes decisions in a thread.

    Signals: `decided()` when something is kept or taken back, `undo_offered(sentence, undo)` when it can be, `failed(Exception)`.
    """

    decided = Signal()
    undo_offered = Signal(str, object)
    failed = Signal(object)

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._archive, self._tasks = archive, tasks

    def leave_out(self, row: Row, stated: StatedFact) -> None:
        """Leave out the fact of a row, for a person calls it wrong."""
        archive = self._archive
        said = self.tr("Left out: {fact}, {value}.").format(fact=fact_label(stated.fact.type), value=row.value)

        def done(hidden: HiddenFact) -> None:
            self.decided.emit()
            self.undo_offered.emit(said, lambda: self.take_back(hidden))

        self._tasks.do(lambda: archive.hide_fact(stated), done, self.failed.emit)

    def take_back(self, hidden: HiddenFact) -> None:
        """Show a fact again."""
        archive = self._archive
        self._tasks.do(lambda: archive.show_fact(hidden), lambda _: self.decided.emit(), self.failed.emit)

    def match(self, listed: ListedAttachment, path: str, *, yes: bool) -> None:
        """Keep whether a file is the listed one."""
        archive = self._archive
        said = self.tr("Kept: {file} is “{title}”.") if yes else self.tr("Kept: {file} is not “{title}”.")
        said = said.format(file=isolate(shown(PurePath(path).name)), title=isolate(" ".join(listed.attachment.title.split())))

        def done(decision: MatchDecision) -> None:
            self.decided.emit()
            self.undo_offered.emit(said, lambda: self._forget(decision))

        self._tasks.do(lambda: archive.decide_match(listed, path, is_it=yes), done, self.failed.emit)

    def take_back_match(self, listed: ListedAttachment) -> None:
        """Take back what was said last about a listed file."""
        archive = self._archive

        def last() -> MatchDecision | None:
            return next(reversed(archive.match_decisions(listed)), None)

        self._tasks.run(last, lambda decision: self._forget(decision) if decision else None, self.failed.emit)

    def _forget(self, decision: MatchDecision) -> None:
        archive = self._archive
        self._tasks.do(lambda: archive.forget_match(decision), lambda _: self.decided.emit(), self.failed.emit)
