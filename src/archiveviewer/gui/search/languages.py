"""Which languages a document has here and which are listed but missing, as chips for its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from archiveviewer.gui.kinds import in_order
from archiveviewer.gui.widgets.chips import Chip, Look
from archiveviewer.records import DocumentHit, ListedAttachment

_Key = tuple[str, str, int]
Versions = Mapping[str, Sequence[tuple[ListedAttachment, ...]]]
"""Listed files that are one document in several languages, by the path of each of them that is here."""


def chips_of(hits: Iterable[DocumentHit], listed: Mapping[str, Versions], *, yours: Collection[str]) -> dict[int, tuple[Chip, ...]]:
    """Return for each document with several languages those that it has here, and those that the same page lists and that are missing.

    `listed` has what pages list of each country, `yours` the languages that one reads.
    """
    made: dict[int, tuple[Chip, ...]] = {}
    for hit in hits:
        here = {hit.language, *(sibling.language for sibling in hit.siblings)}
        paths = {hit.path, *(sibling.path for sibling in hit.siblings)}
        known = listed.get(hit.country or "", {})
        for rows in dict.fromkeys(rows for path in sorted(paths) for rows in known.get(path, ())):
            here |= {row.attachment.language for row in rows if row.state != "missing"}
            made[hit.document] = _chips(here, {row.attachment.language for row in rows} - here, yours)
        if hit.document not in made and len(here - {None}) > 1:
            made[hit.document] = _chips(here, (), yours)
    return made


def versions(rows: Iterable[ListedAttachment]) -> Versions:
    """Return the listed files that are one document in several languages, by the path of each that is here."""
    grouped: dict[_Key, list[ListedAttachment]] = defaultdict(list)
    for row in rows:
        if row.attachment.language:
            grouped[row.attachment.family, row.attachment.title, row.source.document].append(row)
    found: dict[str, list[tuple[ListedAttachment, ...]]] = defaultdict(list)
    for same in map(tuple, grouped.values()):
        if len({row.attachment.language for row in same}) > 1:
            for path in {row.match for row in same if row.match}:
                found[path].append(same)
    return found


def _chips(here: Collection[str | None], missing: Collection[str | None], yours: Collection[str]) -> tuple[Chip, ...]:
    languages = sorted((language for language in {*here, *missing} if language), key=in_order)
    return tuple(Chip(language.upper(), _look(language, yours, here=language in here)) for language in languages)


def _look(language: str, yours: Collection[str], *, here: bool) -> Look:
    if not here:
        return Look.MISSING
    return Look.YOURS if language in yours else Look.HERE
