"""The reading of folders, as the window as a whole sees it: begun from anywhere, and told of when it ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archiveviewer.gui.desk.navigator import Navigator
from archiveviewer.gui.footer import Footer
from archiveviewer.gui.indexing import End, Outcome
from archiveviewer.gui.kinds import counted
from archiveviewer.gui.tasks import Tasks
from archiveviewer.records import IndexSummary, Place, ProblemCode
from archiveviewer.text.escaping import isolate
from archiveviewer.text.paths import shown

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


_OFFER_SECONDS = 30


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

    def read_all(self) -> None:
        """Read all folders of the library."""
        self._navigator.go("library")
        self._navigator.workspace.library.start()

    def offer_renewal(self) -> None:
        """Offer to read all again when the rules have changed since it was read, and it can be."""
        archive = self._archive
        self._tasks.run(lambda: archive.outdated() and archive.may_index(), self._on_outdated, lambda _: None)

    def _on_outdated(self, outdated: bool) -> None:
        if outdated:
            said = self.tr("The rules that find facts have changed since these files were read.")
            self._footer.say(said, deed=self.tr("Read again"), do=self.read_all, seconds=_OFFER_SECONDS)

    def on_read(self, outcome: Outcome) -> None:
        """Say how the reading of folders ended."""
        if outcome.end is End.FAILED:
            self._say_and_show(outcome.reason)
        elif outcome.end is End.DONE and outcome.summary is not None:
            told = partial(self._say_read, outcome.summary)
            self._tasks.run(partial(_away, self._archive, outcome.folders), told, lambda _: told(()))
            self._go_on()

    def _say_and_show(self, text: str) -> None:
        self._footer.say(text, deed=self.tr("Show"), do=partial(self._navigator.go, "library"))

    def _say_read(self, done: IndexSummary, away: tuple[str, ...]) -> None:
        files, failed = counted(done.indexed, "file"), done.failed
        if away:
            said = self.tr("{folder} is not connected; what was read of it is kept. {files} read.")
            self._say_and_show(said.format(folder=isolate(away[0]), files=files))
            return
        if failed:
            said = self.tr("{files} read, 1 with problems.") if failed == 1 else self.tr("{files} read, %n with problems.", "", failed)
            self._footer.say(said.format(files=files), deed=self.tr("Show"), do=self._navigator.show_problems)
        elif done.indexed:
            self._footer.say(self.tr("{files} read.").format(files=files))
        else:
            self._footer.say(self.tr("Nothing to read: no file is new or has changed."))

    def _go_on(self) -> None:
        """Show the country that was to be shown after the first reading, with the proof of its deadline."""
        then, self._then = self._then, ""
        if then and self._navigator.place == "library":
            self._navigator.show_country(then)
            self._tasks.run(partial(_proof, self._archive, then), self._on_proof, lambda _: None)

    def _on_proof(self, place: Place | None) -> None:
        if place is not None:
            self._navigator.show_place(place)


def _away(archive: Archive, folders: Sequence[str]) -> tuple[str, ...]:
    """Return the names of those folders, of all of the library when none is named, that are not there; runs in a thread."""
    missing = {problem.path for problem in archive.problems() if problem.code is ProblemCode.MISSING_FOLDER}
    among = folders or [folder.path for folder in archive.folders()]
    return tuple(shown(PurePath(path).name or path) for path in among if path in missing)


def _proof(archive: Archive, code: str) -> Place | None:
    """Return where the deadline of a country that stands was read; runs in a thread."""
    from archiveviewer.gui.search.named import known, proof

    country = next((found for found in known(archive) if found.code == code), None)
    return proof(country) if country else None
