"""Which languages a listed document has here and which are missing, as chips for its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from archiveviewer.gui.chips import Chip, Look
from archiveviewer.gui.kinds import UN_LANGUAGES
from archiveviewer.records import DocumentHit, ListedAttachment

_Key = tuple[str, str, int]


def chips_of(
    hits: Iterable[DocumentHit], listed: Mapping[str, Sequence[ListedAttachment]], *, yours: Collection[str]
) -> dict[int, tuple[Chip, ...]]:
    """Return for each document the languages that the same page lists it in.

    `listed` has the attachments of each country, `yours` the languages that one reads.
    """
    made: dict[int, tuple[Chip, ...]] = {}
    versions = {country: _versions(rows) for country, rows in listed.items()}
    for hit in hits:
        for rows in versions.get(hit.country or "", {}).values():
            if any(row.match == hit.path for row in rows):
                made[hit.document] = _chips(rows, yours)
    return made


def _versions(rows: Iterable[ListedAttachment]) -> dict[_Key, list[ListedAttachment]]:
    """Return the listed files that are one document in several languages."""
    grouped: dict[_Key, list[ListedAttachment]] = defaultdict(list)
    for row in rows:
        if row.attachment.language:
            grouped[row.attachment.family, row.attachment.title, row.source.document].append(row)
    return {key: same for key, same in grouped.items() if len({row.attachment.language for row in same}) > 1}


def _chips(rows: Sequence[ListedAttachment], yours: Collection[str]) -> tuple[Chip, ...]:
    here = {row.attachment.language: row.state != "missing" for row in rows}
    order = {language: at for at, language in enumerate(UN_LANGUAGES)}
    languages = sorted((language for language in here if language), key=lambda language: (order.get(language, 99), language))
    return tuple(Chip(language.upper(), _look(language, yours, here=here[language])) for language in languages)


def _look(language: str, yours: Collection[str], *, here: bool) -> Look:
    if not here:
        return Look.MISSING
    return Look.YOURS if language in yours else Look.HERE
