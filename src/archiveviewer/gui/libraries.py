"""Which library to open: the usual one, the sample, or one that was chosen, and what each is called."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from archiveviewer.assets import data
from archiveviewer.settings import Paths
from archiveviewer.text.paths import shown

translate = QCoreApplication.translate
_SAMPLE = "sample-library"


def sample_library() -> Path:
    """Return where the library of the sample archive lies."""
    return Paths.of_user().library.parent / _SAMPLE


def sample_folder() -> Path:
    """Return the folder of the sample archive. Raises FileNotFoundError when this installation has none."""
    return data("sample")


def name_of(library: Path) -> str:
    """Return what a library is called."""
    if library == sample_library():
        return translate("library", "Sample archive")
    if library == Paths.of_user().library:
        return translate("library", "My library")
    return shown(library.name or str(library))
