"""Pages that were looked at, as the palette and the empty search field list them: under the day, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.commands import Command, Heading, Offer, matching
from archiveviewer.gui.dates import long_date
from archiveviewer.gui.kinds import page_word
from archiveviewer.gui.widgets.rows import joined
from archiveviewer.records import Visit

translate = QCoreApplication.translate
_WEEK = 7


def day_of(visit: Visit) -> date | None:
    """Return the day of a visit where the person is, or None when it is not known."""
    try:
        return datetime.fromisoformat(visit.seen_at).replace(tzinfo=UTC).astimezone().date()
    except ValueError:
        return None


def day_word(day: date | None, today: date) -> str:
    """Return "Today", "Yesterday", "Last week" or the month."""
    if day is None:
        return translate("visits", "No date")
    ago = (today - day).days
    if ago <= 0:
        return translate("visits", "Today")
    if ago == 1:
        return translate("visits", "Yesterday")
    if ago <= _WEEK:
        return translate("visits", "Last week")
    return long_date(day.isoformat()[:7])


def command_of(visit: Visit, opens: Callable[[Visit], None], *, hint: str | None = None) -> Command:
    """Return a visit as something to go to; its hint is the words that were searched."""
    words = joined(visit.title, page_word(visit.label, paged=True))
    return Command(words, visit.query if hint is None else hint, lambda: opens(visit), "file-text", (visit.title, visit.query, visit.path))


def by_day(visits: Sequence[Visit], text: str, today: date, opens: Callable[[Visit], None]) -> tuple[Offer, ...]:
    """Return the visits that have all words of `text` in title, question or path, under their days."""
    kept = [visit for visit in visits if matching((command_of(visit, opens),), text)]
    made: list[Offer] = []
    for word, group in groupby(kept, key=lambda visit: day_word(day_of(visit), today)):
        made.append(Heading(word))
        made += [command_of(visit, opens) for visit in group]
    return tuple(made)
