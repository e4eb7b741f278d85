"""PDFs made on the spot for tests, by a process of their own: a test of the window must not load PyMuPDF into its process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_MAKE = """
import sys, pymupdf
source, out = sys.argv[1:]
document = pymupdf.open()
exec(source)
document.save(out)
"""


def make(path: Path, source: str) -> Path:
    """Run `source` with an empty `document` (and `pymupdf`) at hand, save the document as `path`, and return that."""
    subprocess.run([sys.executable, "-c", _MAKE, source, str(path)], check=True, timeout=60)
    return path


THREE_PAGES = """
words = [
    ["The deadline moved to 1 January 2020.", "A second dead-", "line follows."],
    ["Nothing to see here."],
    ["Two deadlines: the first deadline, and", "destroyed 203,671 mines by 31 December 2025."],
]
for number, lines in enumerate(words):
    page = document.new_page(width=400, height=500)
    page.insert_textbox((60, 80, 360, 400), "\\n".join(lines), fontsize=12)
roman, plain = {"startpage": 0, "style": "r", "firstpagenum": 1}, {"startpage": 1, "style": "D", "firstpagenum": 1}
document.set_page_labels([roman, plain])
document.set_toc([[1, "How it came about", 1], [2, "What comes next", 3]])
document[0].insert_link({"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(60, 80, 100, 95), "page": 2, "to": pymupdf.Point(0, 0)})
document[0].insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(60, 110, 100, 125), "uri": "https://example.org/"})
"""
"""Three pages labelled i, 1, 2, with an outline, a link inside and a link outside."""
