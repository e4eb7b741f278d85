"""Ways that would find something in place of a question, in words and as a row above the list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.kinds import counted
from archiveviewer.gui.search.facets import field_word
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search.rows import WayRow
from archiveviewer.records import Part, Way, WaysOut
from archiveviewer.text.escaping import isolate

translate = QCoreApplication.translate


def way_row(question: Question, ways: WaysOut, also: int) -> WayRow | None:
    """Return the row of the best way on from documents that lack words; `also` is how many have them in other languages and words."""
    if also:
        better = replace(question, also=True, also_not=())
        return WayRow(better, better.text, translate("search", "also in other languages and words"), counted(also, "document"))
    if ways.best is None:
        return None
    better = question.read_back(ways.best.text)
    words = better.text or translate("search", "Everything")
    return WayRow(better, words, what_is_different(ways.best, question, ways), documents_word(ways.best))


def documents_word(way: Way) -> str:
    """Return how many documents a way finds, as far as they were counted; nothing when none was met until time ran out."""
    if way.at_least and not way.documents:
        return ""
    documents = counted(way.documents, "document")
    return translate("search", "at least {documents}").format(documents=documents) if way.at_least else documents


def bare(part: Part) -> str:
    """Return a part as it was typed, to be put in quotation marks: a phrase brings its own, which are left out."""
    return part.text.strip('"') if part.text.startswith('"') else part.text


def what_is_different(way: Way, question: Question, ways: WaysOut) -> str:
    """Return in words what a way changes: "spelling changed, without Language: Khmer"."""
    names = {str(chosen): f"{field_word(chosen.field)}: {chosen.label}" for chosen in question.filters}
    said = [translate("search", "spelling changed")] if any(one.word in way.text.split() for one in ways.suggestions) else []
    lost = [names.get(part.text, translate("search", "“{word}”").format(word=isolate(bare(part)))) for part in way.left_out]
    if lost:
        said.append(translate("search", "without {words}").format(words=", ".join(lost)))
    return ", ".join(said)
