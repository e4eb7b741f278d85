"""The arrows between the packages point one way, as the table in `docs/architecture.md` says."""

from __future__ import annotations

import re

import pytest

import layers

PACKAGES = sorted({layers.part(module) for module in layers.modules()} - {"", "__main__"})
WORKER_MAINS = ("archiveviewer.archive.job", "archiveviewer.pages.serve")
PYMUPDF = frozenset({"pymupdf", "fitz"})
SQL_MODULES = frozenset({"sqlite3", "pysqlite3", "sqlite_utils"})
STATEMENT = re.compile(
    r"\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIEW)|PRAGMA\s)", re.DOTALL
)


def _users(outside: frozenset[str]) -> set[str]:
    """Return the modules that import one of these packages from outside."""
    return {module for module in layers.modules() if {name.partition(".")[0] for name in layers.imports(module)} & outside}


def test_the_table_names_every_package() -> None:
    assert len(layers.allowed()) == 17
    assert set(PACKAGES) <= set(layers.allowed()), "a new package belongs into the table of docs/architecture.md first"


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_point_one_way(package: str) -> None:
    imported = {name for module in layers.members(package) for name in layers.imports(module) if name.startswith("archiveviewer.")}
    extra = {layers.part(name) for name in imported} - layers.allowed()[package] - {package}
    assert not extra, f"{package} may not know {sorted(extra)}; see docs/architecture.md"


def test_only_main_imports_the_command_line() -> None:
    users = {module for module in layers.modules() if any(layers.part(name) == "cli" for name in layers.imports(module))}
    outside = {module for module in users if layers.part(module) not in {"cli", "__main__"}}
    assert not outside, f"{sorted(outside)} may not know the command line"


def test_nobody_imports_the_main_of_a_worker() -> None:
    users = {module for module in layers.modules() if layers.imports(module) & set(WORKER_MAINS)}
    assert not users, f"{sorted(users)} should name the main to workers as a string"


def test_pymupdf_stays_in_the_workers() -> None:
    roots = [module for module in layers.modules() if layers.part(module) in {"", "__main__", "cli", "gui"}]
    window = layers.reached_from(*roots, "archiveviewer.archive")
    assert not _users(PYMUPDF) & window, "reached from the window or the command line, and imports PyMuPDF"


def test_qt_stays_in_the_window() -> None:
    outside = {module for module in _users(frozenset({"PySide6", "shiboken6"})) if layers.part(module) != "gui"}
    assert not outside, f"{sorted(outside)} may not know Qt"


def test_the_sqlite_module_stays_in_index_and_query() -> None:
    outside = {module for module in _users(SQL_MODULES) if layers.part(module) not in {"index", "query"}}
    assert not outside, f"{sorted(outside)} may not know SQLite"


def test_sql_stays_in_index_and_query() -> None:
    places = [
        f"{module}:{line}"
        for module in layers.modules()
        if layers.part(module) not in {"index", "query"}
        for line, value in layers.strings(module)
        if STATEMENT.match(value)
    ]
    assert not places, f"SQL outside index and query: {places}"


def test_records_know_only_the_standard_library() -> None:
    known = {name.partition(".")[0] for module in layers.members("records") for name in layers.imports(module)}
    assert known <= {"__future__", "archiveviewer", "dataclasses", "enum", "datetime", "typing", "collections", "importlib"}


@pytest.mark.parametrize(
    ("statement", "is_sql"),
    [
        ("SELECT id FROM page", True),
        ("  insert into page VALUES (?)".upper(), True),
        ("Select a folder from the list", False),
        ("PRAGMA synchronous=FULL", True),
        ("UPDATE page SET text = ?", True),
        ("Update", False),
    ],
)
def test_a_statement_is_told_from_a_sentence(statement: str, is_sql: bool) -> None:
    assert bool(STATEMENT.match(statement)) is is_sql
