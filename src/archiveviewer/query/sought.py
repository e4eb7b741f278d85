"""How one word or phrase of a question is looked for in the text of pages; each thing is worked out when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from archiveviewer.query.roots import Root, Row, loosely, row_of
from archiveviewer.records import Light
from archiveviewer.text.terms import QueryTerm, query_terms

_SHORTEST_ROOT = 2


class Sought:
    """One light, in a library of some languages. `seen` is where it stands in the small letters of the pages looked at."""

    def __init__(self, light: Light, languages: Sequence[str]) -> None:
        """Take the light."""
        self.light = light
        self._languages = languages
        self.seen: dict[str, int] = {}

    @cached_property
    def _written(self) -> tuple[QueryTerm, ...]:
        return query_terms(self.light.words, ())

    @property
    def has_several(self) -> bool:
        """Whether it is of several terms."""
        return len(self._written) > 1

    @cached_property
    def line(self) -> str:
        """How its terms stand in the row of terms as written, with the spaces around them."""
        open_end = self.light.prefix or bool(self._written and self._written[-1].prefix)
        row = " ".join(term.exact for term in self._written)
        return f" {row}" if open_end else f" {row} "

    @cached_property
    def row(self) -> Row | None:
        """The row that it is, when it is a phrase of plain words."""
        return row_of(self.light, self._written)

    @cached_property
    def loose(self) -> re.Pattern[str] | None:
        """What stands in each simple page that holds it, when it has several terms and that can be told."""
        return loosely(self._written) if self.has_several else None

    @cached_property
    def roots(self) -> tuple[Root, ...]:
        """The roots of its terms that are long enough to be looked for."""
        terms = query_terms(self.light.words, self._languages)
        roots = [Root(term, self.light, last=term is terms[-1]) for term in terms]
        return tuple(root for root in roots if len(root.text) >= _SHORTEST_ROOT or (root.plain and root.text))

    @cached_property
    def longest(self) -> Root | None:
        """The longest of its roots."""
        return max(self.roots, key=lambda root: len(root.text), default=None)
