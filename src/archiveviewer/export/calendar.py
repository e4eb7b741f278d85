"""Deadlines as an iCalendar file, one all-day event each, with an alarm six months before.

Written with the `icalendar` library: folding of lines, escaping and the calendar's grammar (RFC 5545) are not ours to get wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from archiveviewer.records import StatedEvent

_KINDS = ("deadline", "due")
_BEFORE = timedelta(days=-183)


def calendar(rows: Sequence[StatedEvent], *, name: str, now: datetime | None = None) -> str:
    """Return the deadlines and due dates among `rows` as the text of an .ics file; dates less exact than a day are left out."""
    result = Calendar()
    result.add("prodid", "-//archiveviewer//deadlines//EN")
    result.add("version", "2.0")
    result.add("x-wr-calname", name)
    for row in rows:
        if row.event.kind.endswith(_KINDS) and len(row.event.date) == len("2026-11-23"):
            result.add_component(_entry(row, now or datetime.now(UTC)))
    text: str = result.to_ical().decode("utf-8")
    return text


def _entry(row: StatedEvent, now: datetime) -> Entry:
    event = row.event
    entry = Entry()
    entry.add("uid", _uid(row))
    entry.add("dtstamp", now)
    entry.add("dtstart", date.fromisoformat(event.date))
    entry.add("summary", f"{event.country}: {event.kind.replace('_', ' ')}")
    entry.add("description", _source(row))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{event.country}: {event.text}")
    alarm.add("trigger", _BEFORE)
    entry.add_component(alarm)
    return entry


def _uid(row: StatedEvent) -> str:
    """Return a name that stays the same when the file is made again, so that a calendar updates the entry."""
    event = row.event
    key = "|".join((event.country, event.treaty, event.article, event.kind, event.date))
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@archiveviewer"


def _source(row: StatedEvent) -> str:
    if row.event.computed or row.source is None or row.event.evidence is None:
        return row.event.text
    return f"“{row.event.evidence.quote}”\n{row.source.title}, page {row.event.evidence.page}"
