"""What a document is (a request, a decision, a country page ...) and what its own date is, from its title and first lines."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import pairwise

from archiveviewer import assets
from archiveviewer.records import Kind
from archiveviewer.text import dates

_HEAD = 900
_LINE = 60
_LABEL = re.compile(r"deadline|due|until|expir|échéance|délai|plazo", re.IGNORECASE)
_UPDATED = re.compile(
    r"^\W*(?:last updated|updated on|updated?|date of submission|received(?: on)?|dated?)\b\s*:?\s*(?:\w+day,?\s*)?([^\n]{4,30})",
    re.IGNORECASE | re.MULTILINE,
)


@cache
def _kinds() -> tuple[tuple[Kind, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...]:
    rows = tomllib.loads(assets.text("kinds.toml"))["kind"]
    return tuple((Kind(row["name"]), _compiled(row["title"]), _compiled(row["head"])) for row in rows)


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def kind(text: str, title: str) -> Kind:
    """Return what a document is, from its title and its first lines."""
    name, head = _words(title), _words(text[:_HEAD])
    for found, in_title, in_head in _kinds():
        if any(pattern.search(name) for pattern in in_title) or any(pattern.search(head) for pattern in in_head):
            return found
    return Kind.OTHER


def kind_by_title(title: str) -> Kind:
    """Return what a document is, from its title alone: for documents that say nothing about the treaties."""
    name = _words(title)
    return next((found for found, in_title, _ in _kinds() if any(pattern.search(name) for pattern in in_title)), Kind.OTHER)


def _words(text: str) -> str:
    return re.sub(r"[ \t\u00a0_]+", " ", text).lower()


def stated_date(text: str) -> str | None:
    """Return the day that a document says it was updated, received or made: "Last updated: ...", or a line that is a date."""
    head = text[: 3 * _HEAD]
    for said in _UPDATED.finditer(head):
        day = next((mention for mention in dates.find(said[1]) if mention.is_whole), None)
        if day and day.span[0] == 0:
            return day.value
    lines = [line for line in head.splitlines()[:40] if line.strip()]
    for before, line in pairwise(["", *lines]):
        day_alone = dates.parse(line) if len(line) < _LINE and not _LABEL.search(before) else None
        if day_alone and not day_alone.startswith((dates.INVALID, dates.INCOMPLETE)):
            return day_alone
    return None
