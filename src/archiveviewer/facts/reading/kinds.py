"""What a document is (a request, a decision, a country page ...), from its title and first lines."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from archiveviewer import assets
from archiveviewer.records import Kind

PAPERS = frozenset((Kind.REQUEST, Kind.REVISED_REQUEST, Kind.ADDITIONAL_INFORMATION, Kind.ANALYSIS, Kind.DECISION, Kind.ANNEX))
"""What belongs to a request family."""
_HEAD = 900
_TITLE = 130
"""A longer title is a sentence, which may name anything."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A kind and its patterns: in a title, in a title that names a request, in the first lines."""

    kind: Kind
    title: tuple[re.Pattern[str], ...]
    of_request: tuple[re.Pattern[str], ...]
    head: tuple[re.Pattern[str], ...]


@cache
def _table() -> dict[str, Any]:  # TOML as it comes; `_kinds` takes its parts
    return tomllib.loads(assets.text("kinds.toml"))


@cache
def _kinds() -> tuple[_Known, ...]:
    return tuple(
        _Known(
            kind=Kind(row["name"]),
            title=_compiled(row["title"]),
            of_request=_compiled(row.get("of_request", [])),
            head=_compiled(row["head"]),
        )
        for row in _table()["kind"]
    )


@cache
def _request() -> re.Pattern[str]:
    return re.compile(_table()["request"])


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def kind(text: str, title: str) -> Kind:
    """Return what a document is: its title says it, else its first lines."""
    named = _named(title)
    if named is not None:
        return named
    head = _words(text[:_HEAD])
    return next((known.kind for known in _kinds() if any(pattern.search(head) for pattern in known.head)), Kind.OTHER)


def kind_by_title(title: str) -> Kind:
    """Return what a document is, from its title alone: for documents that say nothing about the treaties."""
    named = _named(title)
    return Kind.OTHER if named is None else named


def _named(title: str) -> Kind | None:
    """Return the kind that a title names, None when it names none."""
    name = _words(title)
    if len(name) > _TITLE:
        return None
    about_request = _request().search(name) is not None
    for known in _kinds():
        patterns = (*known.title, *known.of_request) if about_request else known.title
        if any(pattern.search(name) for pattern in patterns):
            return known.kind
    return None


_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]+")


def _words(text: str) -> str:
    return re.sub(r"[ \t\u00a0_]+", " ", _UNSEEN.sub("", text)).lower()
