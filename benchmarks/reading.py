"""Reads real documents, one of thousands of pages and one huge drawing in a window, and times it; run as a process by `benchmarks.reader`.

Prints one JSON object. Bare PyMuPDF runs beside it in a process of its own and is asked in turn, so that both see the same machine.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.records import Place
from benchmarks.driven import Driven, beating
from benchmarks.programs import ENV, ROOT

ROUNDS = 3
JUMPS = 60
SECONDS = 6.0
"""How long the long document is scrolled in each way."""

_FRAME = 1 / 60
_AHEAD = 0.6


class Bare:
    """Bare PyMuPDF in a process of its own."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "benchmarks.bare", "pages"]
        self._process = subprocess.Popen(command, cwd=ROOT, env=ENV, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def page(self, path: str, page: int, scale: float) -> float | None:
        """Return how many seconds it takes to open a document and render a page."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([path, page, scale]) + "\n")
        self._process.stdin.flush()
        seconds: float | None = json.loads(self._process.stdout.readline())
        return seconds

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


def first_pages(driven: Driven, documents: Sequence[tuple[int, str]]) -> Iterator[dict[str, object]]:
    """Yield for each document the seconds of its first page in the window and barely: the least of some, taken in turn."""
    bare = Bare()
    ours: dict[int, list[float]] = {}
    least: dict[int, list[float]] = {}
    for _ in range(ROUNDS):
        for document, path in documents:
            took = driven.show(Place(document))
            if took is None:
                continue
            base = bare.page(path, 1, driven.scale())
            driven.rest()
            if base is not None:
                ours.setdefault(document, []).append(took)
                least.setdefault(document, []).append(base)
    bare.close()
    for document, path in documents:
        if document in ours:
            yield {"path": path, "ours": min(ours[document]), "bare": min(least[document])}


def neighbours(driven: Driven, document: int) -> list[float]:
    """Return the seconds of each next page, while one reads on with time for what is beside it to be drawn."""
    driven.show(Place(document, 10))
    took = []
    for _ in range(40):
        driven.rest()
        driven.wait(_AHEAD / 2)
        took += driven.sharp(driven.reader.commands.next_page.trigger)
    return took


def long_document(driven: Driven, document: int, path: str) -> dict[str, object]:
    """Open, scroll and jump in a document of thousands of pages; return times and stalls."""
    pages = driven.reader._views.pages
    driven.rest()
    with beating() as opening:
        opened = driven.show(Place(document)) or 0.0
        driven.rest()
    bar = pages.verticalScrollBar()
    whole = len(pages._sheets)
    with beating() as wheel:
        _wheel(driven)
    with beating() as drag:
        begin = time.perf_counter()
        while (part := (time.perf_counter() - begin) / SECONDS) < 1:
            bar.setSliderDown(True)
            bar.setValue(round(bar.maximum() * part))
            driven.wait(_FRAME)
        bar.setSliderDown(False)
        driven.rest()
    chance, jumps = random.Random(3), []
    with beating() as jumping:
        for _ in range(JUMPS):
            jumps += driven.sharp(partial(driven.reader._jump_to, chance.randint(1, whole)))
            driven.wait(0.05)
    held = driven.memory()
    stalls = {name: [beat.worst(), beat.p99()] for name, beat in (("open", opening), ("wheel", wheel), ("drag", drag), ("jump", jumping))}
    return {"pages": whole, "opened": opened, "path": path, "stalls": stalls, "jumps": jumps, "memory": held}


def _wheel(driven: Driven) -> None:
    """Turn the wheel as fast as a hand does, for some seconds."""
    view = driven.reader._views.pages.viewport()
    at = QPointF(view.rect().center())
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        event = QWheelEvent(
            at,
            view.mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
        driven.wait(_FRAME)


def drawing(driven: Driven, document: int) -> dict[str, object]:
    """Look around in a drawing of the size A0 at 800 per cent; return what window and worker hold at most."""
    pages = driven.reader._views.pages
    before = driven.memory()
    driven.show(Place(document))
    pages.set_zoom(Zoom(Fit.NOTHING, 800))
    most = [0.0, 0.0]
    chance = random.Random(4)
    with beating() as beat:
        for _ in range(25):
            for bar in (pages.verticalScrollBar(), pages.horizontalScrollBar()):
                bar.setValue(chance.randint(0, bar.maximum()))
            driven.wait(0.1)
            driven.rest()
            most = [max(pair) for pair in zip(most, driven.memory(), strict=True)]
    return {"before": before, "memory": most, "stalls": [beat.worst(), beat.p99()], "percent": pages.percent}


def main(library: Path, job: str) -> None:
    """Do one job on all documents of a library: `first`, `long` or `drawing`."""
    driven = Driven(library)
    files = [(file.path, driven.archive.document_at(file.path) or driven.archive.file_at(file.path)) for file in driven.archive.files()]
    documents = [(document.id, path) for path, document in sorted(files) if document]
    found: object
    match job:
        case "first":
            found = list(first_pages(driven, documents))
        case "long":
            (document, path), *_ = documents
            found = {**long_document(driven, document, path), "next": neighbours(driven, document)}
        case _:
            found = drawing(driven, documents[0][0])
    driven.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
