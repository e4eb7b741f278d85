"""Searches kept under a name: saved, opened again, renamed and deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from archiveviewer.gui.commands import Command
from archiveviewer.gui.desk.navigator import Navigator
from archiveviewer.gui.frame import Frame
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ArchiveError, SavedSearch
from archiveviewer.text.escaping import isolate

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class SavedSearches(QObject):
    """Belongs to one desk. `saved` are the saved searches as last read."""

    def __init__(self, archive: Archive, navigator: Navigator, frame: Frame, tasks: Tasks) -> None:
        super().__init__(navigator)
        self._archive, self._navigator, self._frame, self._tasks = archive, navigator, frame, tasks
        self._changing = Latest(tasks)
        self.saved: tuple[SavedSearch, ...] = ()

    def stop(self) -> None:
        """End the work in threads."""
        self._changing.stop()

    def learn(self) -> None:
        """Read the saved searches, so that the palette has them at once."""
        self._tasks.run(self._archive.saved_searches, self._on_saved, lambda _: None)

    def _on_saved(self, saved: tuple[SavedSearch, ...]) -> None:
        self.saved = saved

    def commands(self) -> list[Command]:
        """Return what opens each of them, for the palette."""
        return [self.command(saved, self.tr("saved search")) for saved in self.saved]

    def command(self, saved: SavedSearch, hint: str = "") -> Command:
        """Return what opens a saved search."""
        return Command(saved.name, hint, partial(self._open_saved, saved), "bookmark", (saved.query,))

    def _open_saved(self, saved: SavedSearch) -> None:
        from archiveviewer.gui.search.saved import question_of

        self._navigator.ask(question_of(saved))

    def save(self, name: str = "", trouble: str = "") -> None:
        """Ask for a name, and keep the question that is asked now under it."""
        from archiveviewer.gui.search.saved import SaveDialog, name_for

        question = self._navigator.workspace.search.question
        if not question.worth_asking:
            self._frame.footer.say(self.tr("Ask something first, then it can be saved."))
            return
        dialog = SaveDialog(name or name_for(question), self._frame.theme, trouble=trouble, parent=self._frame.window())
        self._open(dialog)
        dialog.named.connect(self._on_named)

    def _on_named(self, name: str) -> None:
        from archiveviewer.gui.search.saved import to_options

        archive, question = self._archive, self._navigator.workspace.search.question
        self._tasks.do(
            lambda: archive.save_search(name, question.query, to_options(question)),
            self._on_kept,
            lambda error: self.save(name, self._sentence(error)),
        )

    def _on_kept(self, saved: SavedSearch) -> None:
        self.learn()
        self._frame.footer.say(self.tr("Saved as “{name}”. Down in the empty search field shows it.").format(name=isolate(saved.name)))

    def manage(self) -> None:
        """Show the saved searches, to open, rename and delete them."""
        from archiveviewer.gui.search.saved import SavedDialog

        archive = self._archive
        dialog = SavedDialog(self.saved, self._frame.theme, self._frame.window())

        def change(deed: Callable[[], object]) -> None:
            self._changing.do(lambda: _changed(archive, deed), shown, lambda error: dialog.say(self._sentence(error)))

        def shown(found: tuple[tuple[SavedSearch, ...], str]) -> None:
            self.saved, trouble = found
            dialog.show_saved(self.saved)
            if trouble:
                dialog.say(trouble)

        dialog.opened.connect(self._open_saved)
        dialog.renamed.connect(lambda saved, name: change(lambda: archive.rename_search(saved.id, name)))
        dialog.deleted.connect(lambda saved: change(lambda: archive.delete_search(saved.id)))
        dialog.restored.connect(lambda saved: change(lambda: archive.restore_search(saved)))
        dialog.destroyed.connect(self._changing.stop)
        self._open(dialog)
        change(lambda: None)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _sentence(self, error: Exception) -> str:
        if not isinstance(error, ArchiveError):
            raise error
        return str(error)


def _changed(archive: Archive, deed: Callable[[], object]) -> tuple[tuple[SavedSearch, ...], str]:
    """Do something to the saved searches; return them as they are then, and why it was not possible; runs in a thread."""
    trouble = ""
    try:
        deed()
    except ArchiveError as error:
        trouble = str(error)
    return archive.saved_searches(), trouble
