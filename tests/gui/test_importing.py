"""The Qt binding reads no source of ours."""

from __future__ import annotations

import fresh

_CODE = """
import linecache
from archiveviewer.gui.importing import import_plainly
print(import_plainly(), import_plainly())
import archiveviewer.gui.window
print(any("archiveviewer" in name for name in linecache.cache))
"""


def test_nothing_that_is_imported_is_read_as_source() -> None:
    assert fresh.python("-c", _CODE).split() == ["True", "False", "False"]
