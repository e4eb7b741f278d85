"""Opens documents away from the window's thread, one at a time, and the one that will likely be asked for next ahead of that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from archiveviewer.gui.reader.document.attempt import NO_KEY, Attempt, How, Key, Ready
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.document.session import Session
from archiveviewer.gui.tasks import Tasks
from archiveviewer.layout.aim import Aim
from archiveviewer.records import Place

_LATER_MS = 400
"""After so long a document that was left is closed in any case."""


class Opening(QObject):
    """Opens one document at a time, the newest asked for. `ready` comes with a Ready, `failed` with a sentence."""

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, archive: Archive, tasks: Tasks, parent: QObject | None = None, *, beside: bool = False) -> None:
        super().__init__(parent)
        self._archive, self._tasks, self._beside = archive, tasks, beside
        self._current: Attempt | None = None
        self._ahead: Attempt | None = None
        self._wanted: tuple[Place, Aim] | None = None
        self._left: list[Session] = []
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.close_left)

    def open(self, place: Place, key: Key = NO_KEY, *, aim: Aim | None = None) -> None:
        """Open the document of a place; one that is being opened is given up. `aim` says what will be seen of the page.

        What has been opened ahead is ready at once.
        """
        self.stop()
        ahead, self._ahead, self._wanted = self._ahead, None, None
        if ahead and ahead.place == place and key is NO_KEY:
            self._follow(ahead)
        else:
            attempt = Attempt(self._archive, self._tasks, place, How(key, aim, beside=self._beside), self)
            self._follow(attempt)
            attempt.start(before=self._stopped(ahead))

    def expect(self, place: Place, aim: Aim) -> None:
        """Take note of the place that will likely be asked for next; its document is opened as soon as nobody waits for another."""
        if self._ahead and self._ahead.place == place:
            return
        self._wanted = (place, aim)
        if self._current is None and not self._left:
            self.go_ahead()

    def is_ahead(self, place: Place) -> bool:
        """Tell whether the document of a place is open before anybody asked for it."""
        return self._ahead is not None and self._ahead.place == place and self._ahead.ready is not None

    def go_ahead(self) -> None:
        """Open what is expected, now that what was asked for is on the screen."""
        self.close_left()
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        before, (place, aim) = self._ahead, wanted
        self._ahead = Attempt(self._archive, self._tasks, place, How(aim=aim, ahead=True), self)
        self._ahead.start(before=self._stopped(before))

    def stop(self) -> None:
        """Give up what is being opened."""
        current, self._current = self._current, None
        if current:
            self._give_up(current)

    def stop_ahead(self) -> None:
        """Give up what is opened ahead."""
        ahead, self._ahead, self._wanted = self._ahead, None, None
        if ahead:
            self._give_up(ahead)

    def leave(self, session: Session) -> None:
        """Let a session rest, and close it when the page of the next document is on the screen: that should wait for nothing."""
        session.rest()
        self._left.append(session)
        self._later.start()

    def close_left(self) -> None:
        """Close what has been left."""
        self._later.stop()
        left, self._left = self._left, []
        for session in left:
            self.close(session)

    def close(self, session: Session) -> None:
        """Close a session; its worker may take a moment, so not here."""
        viewer = session.detach()
        if viewer:
            self._tasks.run(viewer.close, lambda _: session.deleteLater())
        else:
            session.deleteLater()

    def _follow(self, attempt: Attempt) -> None:
        self._current = attempt
        attempt.done.connect(self._on_done)
        attempt.failed.connect(self._on_failed)
        if attempt.ready:
            self._on_done(attempt.ready)

    def _give_up(self, attempt: Attempt) -> None:
        attempt.stop()
        self._tasks.run(attempt.release, lambda _: None)

    def _stopped(self, attempt: Attempt | None) -> Callable[[], None] | None:
        """Stop an attempt and return what releases its worker, which the next is to use."""
        if attempt is None:
            return None
        attempt.stop()
        return attempt.release

    def _on_done(self, ready: Ready) -> None:
        attempt, self._current = self._current, None
        if attempt is None:
            return
        if ready.session is None:
            self._give_up(attempt)
        else:
            attempt.deleteLater()
        self.ready.emit(ready)

    def _on_failed(self, sentence: str) -> None:
        self.stop()
        self.failed.emit(sentence)
