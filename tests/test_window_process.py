"""The window's process never loads PyMuPDF, and merely starting it loads nothing heavy."""

from __future__ import annotations

import json

import pytest

import fresh
import layers

HEAVY = ("pymupdf", "fitz", "numpy")
WRITING = ("sqlite_utils", "sqlite3")
"""Only an index run writes; importing these costs the start of the window 0.1 s, and two SQLite libraries drop each other's locks."""
CODE = "import importlib, json, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\nprint(json.dumps(sorted(sys.modules)))"


def _loaded(*modules: str) -> set[str]:
    """Return the top-level modules that a fresh process holds after importing these."""
    return {name.partition(".")[0] for name in json.loads(fresh.python("-c", CODE, *modules))}


def _of(*packages: str) -> list[str]:
    return [module for package in packages for module in layers.members(package)]


def test_the_modules_of_the_window_load_no_pymupdf() -> None:
    window = [*_of("gui", "cli"), "archiveviewer.archive"]
    assert not _loaded(*window) & {*HEAVY, *WRITING}


def test_the_viewer_and_the_search_load_no_pymupdf() -> None:
    reached = layers.reached_from(*_of("gui", "cli"), "archiveviewer.archive") & {*_of("pages", "query", "archive", "text", "workers")}
    assert not _loaded(*sorted(reached)) & set(HEAVY)


@pytest.mark.parametrize("module", ["archiveviewer", "archiveviewer.records", "archiveviewer.cli"])
def test_the_command_line_starts_without_qt_and_sqlite(module: str) -> None:
    assert not _loaded(module) & {"PySide6", "pysqlite3", *HEAVY, *WRITING}
