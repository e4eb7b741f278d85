"""What is said of a database that this program cannot read as it is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from archiveviewer.index.connect import open_writer
from archiveviewer.index.versions import refuse_other
from archiveviewer.records import ArchiveError


@pytest.mark.parametrize(
    ("version", "said"),
    [(0, "was begun and not finished. Index its folders again"), (1, "by an older version"), (99, "by a newer version")],
)
def test_why_an_index_is_refused(tmp_path: Path, version: int, said: str) -> None:
    with closing(open_writer(tmp_path / "index.db")) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
        with pytest.raises(ArchiveError, match=said):
            refuse_other(connection, tmp_path / "index.db")
