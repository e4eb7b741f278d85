"""What is worked out once for each state of the index, however often it is asked for."""

from __future__ import annotations

from functools import cached_property

from archiveviewer.index.connect import Connection
from archiveviewer.index.rowmap import RowMap
from archiveviewer.records import Coverage

_COVERAGE = """
SELECT count(*), coalesce(sum(state = 'indexed'), 0), coalesce(sum(state = 'problem' AND pages > 0), 0),
    coalesce(sum(state = 'problem' AND pages = 0 AND EXISTS (
        SELECT 1 FROM problem WHERE problem.file = v_file.id AND code = 'unsupported')), 0),
    coalesce(sum(pages), 0)
FROM v_file WHERE state <> 'gone'
"""
_WAITING = """
SELECT count(*), coalesce(sum(NOT EXISTS (SELECT 1 FROM v_file WHERE v_file.path = job.path AND state <> 'gone')), 0) FROM job
"""


class State:
    """The index as it is between two commits of a writer; its `version` is another number after each. Ask it inside a snapshot."""

    def __init__(self, connection: Connection, version: int) -> None:
        """Read nothing yet."""
        self._connection = connection
        self.version = version

    @cached_property
    def coverage(self) -> Coverage:
        """How much of the library can be searched."""
        files, searched, scans, unsupported, pages = self._connection.execute(_COVERAGE).fetchone()
        waiting, unseen = self._connection.execute(_WAITING).fetchone()
        newest = self._connection.execute("SELECT max(date) FROM v_document").fetchone()[0]
        unreadable = files - searched - scans - unsupported
        return Coverage(files + unseen, searched, scans, unreadable, unsupported=unsupported, waiting=waiting, pages=pages, newest=newest)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the library's pages, the commonest first."""
        rows = self._connection.execute("SELECT language FROM v_language ORDER BY pages DESC, language")
        return tuple(language for (language,) in rows)

    @cached_property
    def rows(self) -> RowMap:
        """Which rows of the table of pages belong to which document."""
        return RowMap(self._connection)
