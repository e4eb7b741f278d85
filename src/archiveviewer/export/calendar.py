"""Deadlines and due dates as an iCalendar file, one all-day event each, with an alarm six months before.

Written with the `icalendar` library: folding of lines, escaping and the calendar's grammar (RFC 5545) are not ours to get wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from dateutil.relativedelta import relativedelta
from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from archiveviewer.records import Event, StatedEvent
from archiveviewer.text.names import name_of
from archiveviewer.text.paths import shown

_KINDS = ("deadline", "due")
_BEFORE = relativedelta(months=6)
_WHOLE = len("2026-11-23")
_WORDS = {
    "art5_deadline": "clearance deadline",
    "ccm_art4_deadline": "clearance deadline",
    "art4_deadline": "stockpile deadline",
    "ccm_art3_deadline": "stockpile deadline",
    "art7_due": "transparency report due",
    "ccm_art7_due": "transparency report due",
    "work_plan_due": "work plan due",
}


def calendar(rows: Sequence[StatedEvent], *, name: str, now: datetime | None = None) -> str:
    """Return the deadlines and due dates among `rows` as the text of an .ics file; dates less exact than a day are left out.

    A day that several documents state, or that is stated and computed, is one event.
    """
    result = Calendar()
    result.add("prodid", "-//archiveviewer//deadlines//EN")
    result.add("version", "2.0")
    result.add("x-wr-calname", name)
    for uid, row in _one_each(rows).items():
        result.add_component(_entry(uid, row, now or datetime.now(UTC)))
    text: str = result.to_ical().decode("utf-8")
    return text


def _one_each(rows: Iterable[StatedEvent]) -> dict[str, StatedEvent]:
    """Return one row for each name of an event: one that was read before one that was computed, the newest source first."""
    best: dict[str, StatedEvent] = {}
    for row in rows:
        if row.event.kind.endswith(_KINDS) and len(row.event.date) == _WHOLE:
            uid = _uid(row.event)
            if uid not in best or _weight(row) > _weight(best[uid]):
                best[uid] = row
    return best


def _weight(row: StatedEvent) -> tuple[bool, str]:
    return (row.event.evidence is not None, (row.source.date or "") if row.source else "")


def _entry(uid: str, row: StatedEvent, now: datetime) -> Entry:
    event = row.event
    day = date.fromisoformat(event.date)
    entry = Entry()
    entry.add("uid", uid)
    entry.add("dtstamp", now)
    entry.add("dtstart", day)
    entry.add("summary", _summary(event))
    entry.add("description", _source(row))
    entry.add("transp", "TRANSPARENT")  # a deadline keeps nobody from other work on that day
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(event))
    alarm.add("trigger", (day - _BEFORE) - day)
    entry.add_component(alarm)
    return entry


def _summary(event: Event) -> str:
    what = _WORDS.get(event.kind, event.kind.removeprefix("ccm_").replace("_", " "))
    article = f" Article {event.article}" if event.article else ""
    return f"{name_of(event.country, 'en')}: {what} ({event.treaty.upper()}{article})"


def _uid(event: Event) -> str:
    """Return a name that stays the same when the file is made again, so that a calendar updates the entry."""
    key = "|".join((event.country, event.treaty, event.kind.removeprefix("ccm_"), event.date))
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@archiveviewer"


def _source(row: StatedEvent) -> str:
    """Return the words that state a day and where they stand, or the formula; and the state of its chain."""
    state = {"passed": "passed as far as this archive knows", "met_late": "met late"}.get(row.state or "", row.state or "")
    said = [row.event.text if row.event.computed or row.source is None or row.event.evidence is None else _quoted(row)]
    return "\n".join([*said, f"State: {state}"] if state else said)


def _quoted(row: StatedEvent) -> str:
    assert row.source is not None
    assert row.event.evidence is not None
    quote = " ".join(row.event.evidence.quote.split())
    return f"“{quote}”\n{row.source.title}, page {row.event.evidence.page}\n{shown(row.source.path)}"
