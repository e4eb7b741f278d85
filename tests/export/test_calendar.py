"""The iCalendar file that a deadline becomes."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from archiveviewer.export.calendar import calendar
from archiveviewer.records import Event, Evidence, Source, StatedEvent

NOW = datetime(2026, 11, 23, tzinfo=UTC)
QUOTE = "a new deadline set for 31 December 2025, and more, so that the line has to be folded by the rules of the calendar"


def _stated(day: str, kind: str = "art5_deadline") -> StatedEvent:
    event = Event("KHM", "apmbc", "5", day, kind, "second extension", Evidence(1, (0, len(QUOTE)), QUOTE))
    return StatedEvent(event, Source(1, "/x/Cambodia.html", "Cambodia, country page", "country_page", "2019-11"), "passed")


def test_a_deadline_is_one_event_with_an_alarm_and_its_source() -> None:
    entry = Calendar.from_ical(calendar([_stated("2025-12-31")], name="library", now=NOW)).events[0]
    assert entry.start == date(2025, 12, 31)
    assert QUOTE in (entry.description or "")
    assert "Cambodia, country page, page 1" in (entry.description or "")
    assert len(entry.walk("VALARM")) == 1


def test_the_same_deadline_keeps_its_name() -> None:
    first, second = (calendar([_stated("2025-12-31")], name="library", now=NOW) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("day", "kind"), [("2025", "art5_deadline"), ("2019-03-27", "art5_request_submitted")])
def test_what_is_no_exact_deadline_is_left_out(day: str, kind: str) -> None:
    assert "VEVENT" not in calendar([_stated(day, kind)], name="library", now=NOW)
