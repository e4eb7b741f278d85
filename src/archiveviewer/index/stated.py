"""Reads back what documents state: facts, events, attachments, each with its source and evidence."""

from __future__ import annotations

from typing import Any

from archiveviewer.index.connect import Connection
from archiveviewer.index.values import loaded_path
from archiveviewer.records import Attachment, Event, Evidence, Fact, Source, StatedEvent, StatedFact

_PLACE = "page, span_start, span_end, quote"
_SOURCE = "document, path, source_title, source_kind, source_date"
_ORDER = "ORDER BY path, page, span_start, id"
_COUNTRIES = """
SELECT country, sum(documents) FROM (
    SELECT country, 1 AS documents FROM v_document WHERE country IS NOT NULL
    UNION ALL SELECT country, 0 FROM v_fact
    UNION ALL SELECT country, 0 FROM v_event
    UNION ALL SELECT country, 0 FROM v_attachment
) GROUP BY country ORDER BY country
"""

Row = tuple[Any, ...]  # Any: a row of the database


def facts(connection: Connection, country: str | None) -> tuple[StatedFact, ...]:
    """Return the facts about `country`, or about all."""
    rows = _rows(connection, "v_fact", columns="type, value, unit, as_of, rule, computed", country=country)
    return tuple(StatedFact(_fact(row), _source(row[11:])) for row in rows)


def events(connection: Connection, country: str | None) -> tuple[StatedEvent, ...]:
    """Return the events of `country`, or of all."""
    rows = _rows(connection, "v_event", columns="treaty, article, date, kind, text, computed", country=country)
    return tuple(StatedEvent(_event(row), _source(row[11:])) for row in rows)


def attachments(connection: Connection, country: str | None) -> tuple[tuple[Attachment, Source], ...]:
    """Return the files listed by pages about `country`, or about all."""
    rows = _rows(connection, "v_attachment", columns="title, language, size, bytes, received, family", country=country)
    return tuple((_attachment(row), _source(row[11:])) for row in rows)


def countries(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Return each country with the number of its documents."""
    return tuple(connection.execute(_COUNTRIES))


def _rows(connection: Connection, view: str, *, columns: str, country: str | None) -> list[Row]:
    where, values = ("WHERE country = ?", [country]) if country is not None else ("", [])
    return connection.execute(f"SELECT country, {columns}, {_PLACE}, {_SOURCE} FROM {view} {where} {_ORDER}", values).fetchall()


def _fact(row: Row) -> Fact:
    country, type, value, unit, as_of, rule, computed = row[:7]
    return Fact(country, type, value, unit, as_of, evidence=_evidence(row[7:11]), rule=rule, computed=bool(computed))


def _event(row: Row) -> Event:
    country, treaty, article, date, kind, text, computed = row[:7]
    return Event(country, treaty, article, date, kind, text, evidence=_evidence(row[7:11]), computed=bool(computed))


def _attachment(row: Row) -> Attachment:
    country, title, language, size, length, received, family = row[:7]
    return Attachment(country, title, language, size, length, received, family, evidence=_place(row[7:11]))


def _place(row: Row) -> Evidence:
    return Evidence(page=row[0], span=(row[1], row[2]), quote=row[3])


def _evidence(row: Row) -> Evidence | None:
    return None if row[0] is None else _place(row)


def _source(row: Row) -> Source:
    return Source(document=row[0], path=loaded_path(row[1]), title=row[2], kind=row[3], date=row[4])
