"""What a person did that is worth finding again: searches with a name, and pages one stayed at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question with a name. `query` is in the language of the search; `options` a JSON object, or empty: how the window asks it."""

    id: int
    name: str
    query: str
    options: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page one stayed at, the words one had searched then, and when, as ISO 8601 in UTC.

    The document is named by its path: its number changes when the index is made anew.
    """

    path: str
    page: int
    label: str
    title: str
    query: str
    seen_at: str
