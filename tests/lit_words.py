"""What a render worker lights on a page of a PDF, read back: the letters that stand in each box.

They are read by another process straight from the PDF, letter by letter, not by our own way from words to boxes.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import unicodedata
from pathlib import Path

from archiveviewer.pages.desk import Handed
from archiveviewer.pages.viewers import Viewers
from archiveviewer.records import Box, Light, LitPage, View

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "km")
_READ = """
import json, sys, pymupdf
path, hits, number = sys.argv[1], json.loads(sys.argv[2]), int(sys.argv[3])
page = pymupdf.open(path)[number - 1]
turned = page.rotation_matrix
letters = [
    (letter["c"], pymupdf.Rect(letter["bbox"]) * turned, pymupdf.Point(letter["origin"]) * turned)
    for block in page.get_text("rawdict", flags=pymupdf.TEXTFLAGS_TEXT)["blocks"]
    for line in block.get("lines", ()) for span in line["spans"] for letter in span["chars"]
]
def inside(box):
    area = pymupdf.Rect(box)
    middles = ((c, (rect.tl + rect.br) / 2, rect, origin) for c, rect, origin in letters)
    return "".join(c for c, middle, rect, origin in middles
                   if area.contains(pymupdf.Point(middle.x, min(max(middle.y, area.y0), area.y1)))
                   and area.y0 - 1 <= origin.y <= area.y1 + 1)
print(json.dumps([[inside(box) for box in hit] for hit in hits]))
"""


class LitWords:
    """Looks for words on pages; close it at the end."""

    def __init__(self) -> None:
        self._viewers, self._views = Viewers(), queue.Queue[View]()

    def find(self, path: Path, language: str, words: str, *, page: int = 1) -> list[str]:
        """Return what stands in the boxes of each hit, `|` between those of its lines."""
        viewer = self._viewers.open(Handed(path.read_bytes(), language, LANGUAGES), self._views.put)
        assert self._views.get(timeout=30).fault is None
        viewer.lit(page, (Light(words),))
        lit = self._views.get(timeout=30).value
        viewer.close()
        assert isinstance(lit, LitPage)
        return ["|".join(map(bare, hit)) for hit in _read(path, lit.hits, page=page)]

    def close(self) -> None:
        """End the workers."""
        self._viewers.close()


def _read(path: Path, hits: tuple[tuple[Box, ...], ...], *, page: int) -> list[list[str]]:
    command = [sys.executable, "-c", _READ, str(path), json.dumps(hits), str(page)]
    run = subprocess.run(command, capture_output=True, check=True, timeout=60)
    found: list[list[str]] = json.loads(run.stdout)
    return found


def bare(text: str) -> str:
    """Return the letters of a line without marks, whose boxes reach over those of their neighbours."""
    return "".join(letter for letter in text if not letter.isspace() and not unicodedata.category(letter).startswith("M"))
