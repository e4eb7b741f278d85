"""What can be done with a listed file: open it, confirm or correct its match, take that back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from archiveviewer.records import ListedAttachment
from archiveviewer.text.paths import shown

translate = QCoreApplication.translate
Wanted = Callable[[ListedAttachment, "FileDeed"], None]


class FileDeed(StrEnum):
    """Something that is done with a listed file."""

    OPEN = "open"
    LISTING = "listing"
    YES = "yes"
    NO = "no"
    CHOOSE = "choose"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A match that a person is asked about, while the reader shows `document`: the file, or the page that lists it."""

    listed: ListedAttachment
    document: int

    @property
    def question(self) -> str:
        """What is asked."""
        found = self.listed.attachment
        named = ", ".join(" ".join(part.split()) for part in (found.title, found.size) if part)
        file = shown(PurePath(self.listed.match or "").name)
        return translate("files", "In doubt: is {file} the listed “{listed}”?").format(file=file, listed=named)

    @property
    def why(self) -> str:
        """Why the match is in doubt."""
        return self.listed.why


def offered(listed: ListedAttachment) -> tuple[tuple[FileDeed, str], ...]:
    """Return what can be done with a listed file, in words."""
    name = shown(PurePath(listed.match or "").name)
    found = []
    if listed.match:
        found.append((FileDeed.OPEN, translate("files", "Open {file}").format(file=name)))
    found.append((FileDeed.LISTING, translate("files", "Open the page that lists it")))
    if listed.state == "doubtful":
        found.append((FileDeed.YES, translate("files", "Yes, it is {file}").format(file=name)))
    if listed.match:
        found.append((FileDeed.NO, translate("files", "No, {file} is another document").format(file=name)))
    found.append((FileDeed.CHOOSE, translate("files", "Choose its file…")))
    if listed.decided:
        found.append((FileDeed.UNDO, translate("files", "Take back what was decided")))
    return tuple(found)


def menu_of(files: Sequence[ListedAttachment], wanted: Wanted, parent: QWidget) -> QMenu:
    """Return the menu of a cell; of several files each has a menu of its own."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for listed in files:
        found = listed.attachment
        title = ", ".join(" ".join(part.split()) for part in (found.title, found.size, found.received) if part)
        inner = menu.addMenu(title.replace("&", "&&")) if len(files) > 1 else menu
        for deed, words in offered(listed):
            action = inner.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, listed=listed, deed=deed: wanted(listed, deed))
    return menu
