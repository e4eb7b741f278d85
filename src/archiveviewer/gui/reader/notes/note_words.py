"""How notes are named and coloured."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from archiveviewer.records import Note, NoteColour, NoteKind
from archiveviewer.text.flowing import in_one_line

translate = QCoreApplication.translate


def colour_token(colour: NoteColour) -> str:
    """Return the name of the token of a colour."""
    return f"note_{colour.value}"


def colour_word(colour: NoteColour) -> str:
    """Return what a colour is called."""
    return {
        NoteColour.GREEN: translate("reader", "Green"),
        NoteColour.TURQUOISE: translate("reader", "Turquoise"),
        NoteColour.ROSE: translate("reader", "Rose"),
        NoteColour.VIOLET: translate("reader", "Violet"),
    }[colour]


def head_of(note: Note) -> str:
    """Return what a note is on: its words, or the page."""
    if note.quote.strip():
        return in_one_line(note.quote)
    return translate("reader", "Bookmark") if note.kind is NoteKind.BOOKMARK else translate("reader", "The whole page")


def sentence(note: Note) -> str:
    """Return a note as one sentence, for those who hear the window."""
    place = translate("reader", "{title}, page {label}") if note.paged else translate("reader", "{title}, section {label}")
    parts = [place.format(title=note.title, label=note.label), head_of(note)]
    if note.kind is NoteKind.HIGHLIGHT:
        parts.append(colour_word(note.colour))
    if note.text.strip():
        parts.append(in_one_line(note.text))
    return ". ".join(parts)
