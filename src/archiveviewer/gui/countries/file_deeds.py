"""What can be done with a listed file: open it, confirm or correct its match, take that back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from archiveviewer.gui.countries.labels import source_label
from archiveviewer.gui.kinds import language_name
from archiveviewer.records import ListedAttachment, MatchDoubt
from archiveviewer.text.escaping import isolate
from archiveviewer.text.paths import shown

translate = QCoreApplication.translate


def language_word(language: str | None) -> str:
    """Return a language in words, or that none is named."""
    return language_name(language) if language else translate("files", "no language named")


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
        return translate("files", "In doubt: is {file} the listed “{listed}”?").format(file=isolate(file), listed=isolate(named))

    @property
    def why(self) -> str:
        """Why the match is in doubt."""
        return why_words(self.listed)


def why_words(listed: ListedAttachment) -> str:
    """Return why a match is in doubt, in the language of the interface."""
    return "; ".join(map(_reason, listed.reasons)) or listed.why


def _reason(reason: MatchDoubt) -> str:
    both = (reason.listed, reason.here)
    listed, here = map(language_word, both) if reason.code == "language" else both
    return {
        "unreadable": translate("files", "the file here cannot be read"),
        "size": translate("files", "the size differs: {listed} listed, {here} here").format(listed=listed, here=here),
        "language": translate("files", "the language differs: {listed} listed, {here} here").format(listed=listed, here=here),
        "number": translate("files", "the number in the title differs"),
        "paper": translate("files", "it is another sort of paper: {kind}").format(kind=source_label(here, here.replace("_", " "))),
        "year": translate("files", "the year differs"),
        "only_title": translate("files", "only a part of the title agrees"),
        "only_size": translate("files", "only the size agrees"),
    }.get(reason.code, reason.code)


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
