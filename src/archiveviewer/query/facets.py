"""Counts the documents that answer a question by country, kind, language, year and folder.

All of them are counted, not only those that are listed, so this is asked apart from the answer and after it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archiveviewer.index.connect import Connection
from archiveviewer.index.reader import Reader
from archiveviewer.index.values import loaded_path
from archiveviewer.query.clock import Clock, never
from archiveviewer.query.judging import Judge
from archiveviewer.query.leaves import Plan, is_final, leaves
from archiveviewer.query.plan import Planned
from archiveviewer.query.sql import statement
from archiveviewer.query.tokens import QUOTES
from archiveviewer.query.vocabulary import LibraryVocabulary
from archiveviewer.query.widening import plans_of
from archiveviewer.records import Facet, SearchRequest
from archiveviewer.text.language_names import language_name

_COUNTED = ("country", "kind", "lang", "year", "folder")
_CHUNK = 200
_SECONDS = 2.0
"""Nobody waits for counts with their hands on the keys, so they may take this long at least."""
_ABOUT = """
SELECT coalesce(country, ''), kind, coalesce(language, ''), coalesce(substr(date, 1, 4), ''), folder, path
FROM v_document WHERE id IN ({ids})
"""
_LISTED = "SELECT value FROM json_each(?)"


@dataclass(slots=True)
class _Counts:
    """Counts documents one by one. Folders are those of the library, and the ones directly in them."""

    values: Counter[tuple[str, str]] = field(default_factory=Counter)
    roots: set[str] = field(default_factory=set)

    def add(self, rows: Iterable[tuple[str, str, str, str, str | bytes, str | bytes]]) -> None:
        for country, kind, language, year, folder, path in rows:
            root = loaded_path(folder)
            self.roots.add(root)
            self.values.update(zip(_COUNTED, (country, kind, language, year), strict=False))
            self.values.update(("folder", inner) for inner in _folders(root, loaded_path(path)))


def facets(reader: Reader, request: SearchRequest, *, stop: Callable[[], bool] = never) -> tuple[Facet, ...]:
    """Count what answers `request`; of an empty question, the whole library. Raises ArchiveError when it cannot be read."""
    seconds = _SECONDS if request.seconds is None else max(request.seconds, _SECONDS)
    clock = Clock(seconds, soft=seconds, stop=stop)
    counts = _Counts()
    with reader.snapshot() as connection, clock.watching(connection):
        planned, wide = plans_of(request, reader.languages(), vocabulary=LibraryVocabulary(connection, clock, small=False))
        planned = wide.planned if wide else planned
        with clock.stage():
            if planned.root is not None:
                _count(reader, connection, planned, planned.root, clock=clock, counts=counts)
            elif not request.text.strip():
                counts.add(connection.execute(_ABOUT.format(ids="SELECT id FROM v_document")))
    return tuple(_sorted(counts, at_least=clock.cut_short))


def _count(reader: Reader, connection: Connection, planned: Planned, root: Plan, *, clock: Clock, counts: _Counts) -> None:
    """Count the documents for which a plan holds, as far as time allows."""
    numbers, values = statement(planned.parts).numbers
    if is_final(root):
        counts.add(connection.execute(_ABOUT.format(ids=numbers), values))
        return
    judge = Judge(connection, reader.rows(), languages=reader.languages())
    ids = [id for (id,) in connection.execute(numbers, values)]
    judge.prepare([leaf for leaf in leaves(root, negated=True) if not leaf.whole], ids)
    for start in range(0, len(ids), _CHUNK):
        if clock.over():
            break
        holding = judge.holding(root, ids[start : start + _CHUNK])
        counts.add(connection.execute(_ABOUT.format(ids=_LISTED), (json.dumps(sorted(holding)),)))


def _folders(root: str, path: str) -> Iterator[str]:
    """Give the library folder of a file, and the folder in it that the file is in or below, each with the mark at its end."""
    mark = "\\" if "\\" in root and "/" not in root else "/"
    bare = root.rstrip(mark) + mark
    if path.startswith(bare):
        yield bare
        inner, deeper, _ = path[len(bare) :].partition(mark)
        if deeper:
            yield f"{bare}{inner}{mark}"


def _sorted(counts: _Counts, *, at_least: bool) -> Iterator[Facet]:
    """Give the counts field by field, the commonest first, years newest first."""
    names = _Names(tuple(counts.roots))
    for name in _COUNTED:
        found = {value: count for (field, value), count in counts.values.items() if field == name and names.says(name, value)}
        rows = [Facet(name, value, names.of(name, value), count, at_least=at_least) for value, count in found.items()]
        if name == "year":
            yield from sorted(rows, key=lambda facet: facet.value, reverse=True)
        else:
            yield from sorted(rows, key=lambda facet: (-facet.documents, facet.name, facet.value))


@dataclass(frozen=True, slots=True)
class _Names:
    """How values read, in a library whose documents lie in these folders."""

    roots: Sequence[str]

    def says(self, name: str, value: str) -> bool:
        """Whether a value tells documents apart and can be typed."""
        if name == "folder":
            return QUOTES.isdisjoint(value) and not (len(self.roots) == 1 and _trimmed(value) == _trimmed(self.roots[0]))
        return bool(value)

    def of(self, name: str, value: str) -> str:
        """Return a value in plain English."""
        match name:
            case "country":
                from archiveviewer.text.names import name_of  # reads tables that few questions need

                return name_of(value)
            case "kind":
                return value.replace("_", " ")
            case "lang":
                return language_name(value)
            case "folder":
                return self._folder(_trimmed(value))
            case _:
                return value

    def _folder(self, path: str) -> str:
        """Return the last part of a path; of a folder inside one of several library folders also what comes before it."""
        parts = path.replace("\\", "/").split("/")
        inner = len(self.roots) > 1 and path not in map(_trimmed, self.roots)
        return "/".join(parts[-2 if inner else -1 :]) or path


def _trimmed(path: str) -> str:
    return path.rstrip("/\\")
