"""What can be done about the run that reads folders, for the palette: only what can be done now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.commands import Command
from archiveviewer.gui.indexing import Indexing

translate = QCoreApplication.translate


def run_deeds(indexing: Indexing) -> tuple[Command, ...]:
    """Return what the panel of the run offers too, under words that tell what is meant wherever one is."""
    hint = translate("library", "library")
    cancel = Command(translate("library", "Cancel reading"), hint, indexing.cancel, "x")
    if indexing.running:
        return (Command(translate("library", "Pause reading"), hint, indexing.pause, "pause"), cancel)
    go_on = Command(translate("library", "Go on with reading"), hint, indexing.go_on, "rotate-cw")
    if indexing.paused:
        return (go_on, cancel)
    return (go_on,) if indexing.failure or indexing.left else ()
