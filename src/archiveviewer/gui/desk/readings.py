"""The reading of folders, as the window as a whole sees it: begun from anywhere, and told of when it ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archiveviewer.gui.desk.navigator import Navigator
from archiveviewer.gui.footer import Footer
from archiveviewer.gui.indexing import End, Outcome
from archiveviewer.gui.kinds import counted
from archiveviewer.gui.tasks import Tasks
from archiveviewer.records import Place

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


class Readings(QObject):
    """Belongs to one desk."""

    def __init__(self, archive: Archive, navigator: Navigator, footer: Footer, tasks: Tasks) -> None:
        super().__init__(navigator)
        self._archive, self._navigator, self._footer, self._tasks = archive, navigator, footer, tasks
        self._then = ""

    def read(self, folder: str, *, then: str = "") -> None:
        """Make a folder part of the library and read it; then show a country, if one is named and one has not gone elsewhere."""
        self._then = then or self._then
        self._navigator.go("library")
        self._navigator.workspace.library.add(folder)

    def on_read(self, outcome: Outcome) -> None:
        """Say how the reading of folders ended."""
        if outcome.end is End.FAILED:
            self._footer.say(outcome.reason, deed=self.tr("Show"), do=partial(self._navigator.go, "library"))
        elif outcome.end is End.DONE and outcome.summary is not None:
            self._say_read(outcome.summary.indexed, outcome.summary.failed)
            self._go_on()

    def _say_read(self, read: int, failed: int) -> None:
        files = counted(read, "file")
        if failed:
            said = self.tr("{files} read, 1 with problems.") if failed == 1 else self.tr("{files} read, %n with problems.", "", failed)
            self._footer.say(said.format(files=files), deed=self.tr("Show"), do=self._navigator.show_problems)
        elif read:
            self._footer.say(self.tr("{files} read.").format(files=files))
        else:
            self._footer.say(self.tr("Nothing new to read."))

    def _go_on(self) -> None:
        """Show the country that was to be shown after the first reading, with the proof of its deadline."""
        then, self._then = self._then, ""
        if then and self._navigator.place == "library":
            self._navigator.show_country(then)
            self._tasks.run(partial(_proof, self._archive, then), self._on_proof, lambda _: None)

    def _on_proof(self, place: Place | None) -> None:
        if place is not None:
            self._navigator.show_place(place)


def _proof(archive: Archive, code: str) -> Place | None:
    """Return where the deadline of a country that stands was read; runs in a thread."""
    from archiveviewer.gui.search.named import known, proof

    country = next((found for found in known(archive) if found.code == code), None)
    return proof(country) if country else None
