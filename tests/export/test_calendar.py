"""The iCalendar file that a deadline becomes."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

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


def test_a_day_is_one_event_however_often_it_is_said() -> None:
    said, newer = _stated("2025-12-31"), _stated("2025-12-31")
    newer = StatedEvent(newer.event, Source(2, "/x/b", "Decision", "decision", "2019-11-29"), "passed")
    computed = StatedEvent(Event("KHM", "apmbc", "5", "2025-12-31", "art5_deadline", "by the treaty text", None, computed=True), None)
    (entry,) = Calendar.from_ical(calendar([computed, said, newer], name="library", now=NOW)).events
    assert "Decision, page 1" in (entry.description or "")


@pytest.mark.parametrize(
    ("kind", "treaty", "article", "summary"),
    [
        ("art5_deadline", "apmbc", "5", "Cambodia: clearance deadline (APMBC Article 5)"),
        ("ccm_art4_deadline", "ccm", "4", "Cambodia: clearance deadline (CCM Article 4)"),
        ("art7_due", "apmbc", "7", "Cambodia: transparency report due (APMBC Article 7)"),
    ],
)
def test_what_an_event_is_called(kind: str, treaty: str, article: str, summary: str) -> None:
    row = StatedEvent(Event("KHM", treaty, article, "2027-04-30", kind, "30 April each year", None, computed=True), None)
    (entry,) = Calendar.from_ical(calendar([row], name="library", now=NOW)).events
    assert str(entry["summary"]) == summary


@pytest.mark.parametrize(("day", "reminder"), [("2025-12-31", "2025-06-30"), ("2026-03-01", "2025-09-01")])
def test_the_alarm_is_six_months_before(day: str, reminder: str) -> None:
    (entry,) = Calendar.from_ical(calendar([_stated(day)], name="library", now=NOW)).events
    (alarm,) = entry.walk("VALARM")
    (before,) = re.findall(r"TRIGGER:-P(\d+)D", alarm.to_ical().decode())
    assert entry.start - timedelta(days=int(before)) == date.fromisoformat(reminder)


def test_the_file_keeps_the_rules_of_its_format() -> None:
    text = calendar([_stated("2025-12-31"), _stated("2020-01-01")], name="Tài liệu, 2019; ភាសាខ្មែរ", now=NOW)
    lines = text.encode("utf-8").split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    for needed in (b"PRODID:", b"VERSION:2.0", b"DTSTAMP:20261123T000000Z", b"DTSTART;VALUE=DATE:20251231", b"TRIGGER:-P184D"):
        assert sum(line.startswith(needed) for line in lines) >= 1, needed
    uids = [line for line in lines if line.startswith(b"UID:")]
    assert len(uids) == len(set(uids)) == 2
    assert Calendar.from_ical(text).to_ical().decode("utf-8") == text
