"""Reads what tells which documents belong together, and which do."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from archiveviewer.index.connect import Connection
from archiveviewer.index.values import loaded_path
from archiveviewer.records import Identity, Kind, Sibling

IDENTITIES = "SELECT id, path, language, country, kind, date, paged, pages, sha256, symbol FROM v_document"
KINDS = {kind.value: kind for kind in Kind}
_FAMILIES = """
SELECT family, id, language, path, sha256 FROM v_document
WHERE family IN (SELECT family FROM document WHERE id IN (SELECT value FROM json_each(?))) ORDER BY id
"""


def identity(row: tuple[Any, ...]) -> Identity:  # Any: a row of the database
    """Return a row of IDENTITIES as a record."""
    id, path, language, country, kind, date, paged, pages, sha256, symbol = row
    return Identity(
        id=id,
        path=loaded_path(path),
        language=language,
        country=country,
        kind=KINDS.get(kind, Kind.OTHER),
        date=date,
        paged=bool(paged),
        pages=pages,
        sha256=sha256,
        symbol=symbol,
    )


def relatives(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[Sibling, ...]]:
    """Return for each of the documents `ids` that is not alone its whole family, itself included, the oldest first."""
    families: dict[int, list[Sibling]] = {}
    wanted = set(ids)
    for family, id, language, path, sha256 in connection.execute(_FAMILIES, (json.dumps(sorted(wanted)),)):
        families.setdefault(family, []).append(Sibling(document=id, language=language, path=loaded_path(path), sha256=sha256))
    return {one.document: tuple(members) for members in families.values() if len(members) > 1 for one in members if one.document in wanted}
