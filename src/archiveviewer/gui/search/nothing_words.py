"""What is said in place of results: that nothing was found, or not in time, where was looked, and what could not be searched."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.kinds import counted
from archiveviewer.gui.search.asking import Shown
from archiveviewer.gui.search.facets import field_word
from archiveviewer.gui.search.question import Question, single_words
from archiveviewer.gui.search.rows import unsearched
from archiveviewer.records import Coverage

translate = QCoreApplication.translate


def heading(shown: Shown) -> str:
    """Return what is known of the answer in a few words."""
    if shown.answer.at_least:
        found = shown.answer.documents
        return translate("nothing", "Found, but not listed in time") if found else translate("nothing", "Nothing was found in time")
    words = single_words(shown.question.text)
    if not words:
        return translate("nothing", "Nothing was found")
    return {
        1: translate("nothing", "No page has this word"),
        2: translate("nothing", "No page has both words"),
        3: translate("nothing", "No page has all three words"),
        4: translate("nothing", "No page has all four words"),
    }.get(len(words), translate("nothing", "No page has all these words"))


def where(shown: Shown) -> str:
    """Return in which files was looked, or that not everything was looked through."""
    if shown.answer.at_least:
        return translate("nothing", "The time was too short to look through everything. Another word, or a filter, makes it quicker.")
    files = counted(shown.coverage.searched, "file")
    if not shown.question.filters:
        return translate("nothing", "Looked at the text of {files}.").format(files=files)
    kept = filters(shown.question)
    return translate("nothing", "Looked at the files with {filters}, of {files} that can be searched.").format(filters=kept, files=files)


def filters(question: Question) -> str:
    """Return the filters of a question: "Country: Chad, Kind: decision"."""
    return ", ".join(f"{field_word(chosen.field)}: {chosen.label}" for chosen in question.filters)


def not_searched(coverage: Coverage) -> tuple[str, str]:
    """Return how many files could not be searched, and why, in two sentences; there are some."""
    count = unsearched(coverage)
    parts = []
    if coverage.scans:
        one = coverage.scans == 1
        parts.append(
            translate("nothing", "1 scan without text") if one else translate("nothing", "%Ln scans without text", "", coverage.scans)
        )
    if coverage.unreadable:
        parts.append(translate("nothing", "%Ln unreadable", "", coverage.unreadable))
    if coverage.unsupported:
        parts.append(translate("nothing", "%Ln in formats not read yet", "", coverage.unsupported))
    if coming := count - coverage.scans - coverage.unreadable - coverage.unsupported:
        parts.append(translate("nothing", "%Ln still to read", "", coming))
    title, form = (
        (translate("nothing", "1 file was not searched"), translate("nothing", "{files}. The answer may be in it."))
        if count == 1
        else (
            translate("nothing", "%Ln files were not searched", "", count),
            translate("nothing", "{files}. The answer may be in one of them."),
        )
    )
    return title, form.format(files=", ".join(parts))
