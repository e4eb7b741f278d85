"""What this installation is made of and what protects it: for a report when something does not work."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from archiveviewer import __version__
from archiveviewer.index.connect import sqlite_version
from archiveviewer.workers.lockdown import available

_PACKAGES = ("PySide6-Essentials", "pymupdf", "sqlite-utils", "pysqlite3", "PyStemmer", "msgspec")
_MEGABYTE = 1 << 20


def examine(library: Path) -> tuple[tuple[str, str], ...]:
    """Return names and values, in the order in which they are printed."""
    return (
        ("archiveviewer", __version__),
        ("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"),
        ("sqlite", sqlite_version()),
        *((name, _version(name)) for name in _PACKAGES),
        ("protections of readers", ", ".join(available()) or "none on this system"),
        ("text recognition", _recognition()),
        ("processors", str(os.cpu_count() or 1)),
        ("library", str(library)),
        ("free space", _free(library)),
        ("names of files", sys.getfilesystemencoding()),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not found"


def _recognition() -> str:
    """Return the languages that Tesseract could recognise, when it is installed; they are not used yet."""
    roots = [Path(root) for root in (os.environ.get("TESSDATA_PREFIX", ""), "/usr/share/tesseract-ocr/5/tessdata") if root]
    found = sorted({path.stem for root in roots if root.is_dir() for path in root.glob("*.traineddata")})
    return ", ".join(found) or "none found"


def _free(library: Path) -> str:
    place = next((folder for folder in (library, *library.parents) if folder.exists()), Path.home())
    return f"{shutil.disk_usage(place).free // _MEGABYTE} MB"
