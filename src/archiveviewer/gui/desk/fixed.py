"""A library that may not be written to, as on a protected stick: what would change it is not offered, and it is said why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.writing import fixed_words

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class Fixed(QObject):
    """Belongs to one desk. The place Library asks for itself, as a disk may be protected while it is shown."""

    def __init__(self, archive: Archive, workspace: Workspace, frame: Frame, tasks: Tasks) -> None:
        super().__init__(workspace)
        self._archive, self._workspace, self._frame, self._tasks = archive, workspace, frame, tasks

    def ask(self) -> None:
        """Ask whether the library may be changed, and offer what changes it only then."""
        self._tasks.run(self._archive.may_change, self._on_answer, lambda _: None)

    def _on_answer(self, may: bool) -> None:
        save = self._frame.commands.save_search
        save.setEnabled(may)
        if not may:
            self._workspace.reader.forbid_changes(fixed_words())
            self._frame.footer.say(fixed_words())
