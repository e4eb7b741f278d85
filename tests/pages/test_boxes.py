"""Every box of a hit lies on its word: a table of hits that were looked at, in eight languages, and the pages that are hard to get right.

What stands in a box is read by another process straight from the PDF, letter by letter, not by our own way from words to boxes.
"""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import papers
from archiveviewer import assets
from archiveviewer.pages.viewer import Handed, Viewers
from archiveviewer.records import Box, Light, LitPage, View

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "km")
_READ = """
import json, sys, pymupdf
path, hits = sys.argv[1], json.loads(sys.argv[2])
page = pymupdf.open(path)[0]
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
MADE = """
page = document.new_page(width=500, height=700)
page.insert_textbox((40, 40, 240, 300), "Clearance of the mine-\\nfields goes on. The dead-\\nline was extended.", fontsize=11)
page.insert_textbox((270, 40, 460, 300), "In the second column the\\ndeadlines stand as well.", fontsize=11)
for row, cells in enumerate((("Province", "Mines"), ("Pailin", "1,204"), ("Battambang", "203,671"))):
    for column, cell in enumerate(cells):
        page.insert_text((60 + 120 * column, 340 + 16 * row), cell, fontsize=11)
page.insert_text((40, 450), "La r\\u00e9colte des donn\\u00e9es \\u00e0 P\\u00e9tange", fontsize=11)
page.insert_text((40, 500), "A large deadline", fontsize=40)
page.insert_text((40, 540), "and a small deadline", fontsize=5)
page.insert_text((480, 300), "An upright deadline", fontsize=11, rotate=90)
"""
TURNED = MADE + "page.set_rotation(90)\n"
MADE_HITS = [
    ("minefields", ["mine-|fields"]),
    ("deadline", ["dead-|line", "deadlines", "deadline", "deadline", "deadline"]),
    ("mines", ["Mines", "mine"]),
    ("203671", ["203,671"]),
    ("203,671", ["203,671"]),
    ("battambang", ["Battambang"]),
    ("donnees", ["données"]),
    ("petange", ["Pétange"]),
    ("second column", ["secondcolumn"]),
]
SAMPLE_HITS = [
    ("Analysis (English).pdf", "en", "deadline", ["deadline"] * 2),
    ("Analysis (English).pdf", "en", "requests", ["Request", *["request"] * 7]),
    ("Analysis (English).pdf", "en", "State Parties", ["StateParty", "StatesParties"]),
    ("Analysis (English).pdf", "en", "1 January", ["1January"] * 2),
    ("Analysis (French).pdf", "fr", "delai", ["délai"] * 2),
    ("Analysis (French).pdf", "fr", "demande", [*["demande"] * 5, "demander", *["demande"] * 2]),
    ("Analysis (French).pdf", "fr", "Etats", ["État"]),
    ("Analysis (French).pdf", "fr", "déminage", ["déminage"]),
    ("Analysis (French).pdf", "fr", "l'article", ["L'article"]),
    ("Analysis (Spanish).pdf", "es", "plazo", ["plazo"] * 2),
    ("Analysis (Spanish).pdf", "es", "solicitud", ["solicitud"] * 7),
    ("Analysis (Spanish).pdf", "es", "articulo", ["artículo"]),
    ("Analysis (Russian).pdf", "ru", "срок", ["срока", "срока", "срок", "срок"]),
    ("Analysis (Arabic).pdf", "ar", "الألغام", ["الألغام"]),
    ("Analysis (Arabic).pdf", "ar", "الطلب", ["طلب", "طلب", "طلبها", "الطلب", "الطلب", "الطلب"]),
    ("Analysis (Arabic).pdf", "ar", "كمبوديا", ["كمبوديا"] * 3),
    ("Analysis (Arabic).pdf", "ar", "الموعد", ["الموعد"]),
    ("Analysis (Chinese).pdf", "zh", "地雷", ["地雷"]),
    ("Analysis (Chinese).pdf", "zh", "请求", ["请求"] * 8),
    ("Analysis (Chinese).pdf", "zh", "柬埔寨", ["柬埔寨"] * 3),
    ("Analysis (Chinese).pdf", "zh", "期限", ["期限"] * 2),
    ("Summary (Khmer).pdf", "km", "មីន", ["មីន"] * 2),
    ("Summary (Khmer).pdf", "km", "កម្ពុជា", ["កម្ពុជា"] * 4),
]
Find = Callable[[Path, str, str], list[str]]


@pytest.fixture(scope="module")
def find() -> Iterator[Find]:
    """Return what looks for words on the first page of a PDF, and reads what stands in the box of each line of each hit."""
    viewers, views = Viewers(), queue.Queue[View]()

    def call(path: Path, language: str, words: str) -> list[str]:
        viewer = viewers.open(Handed(path.read_bytes(), language, LANGUAGES), views.put)
        assert views.get(timeout=30).fault is None
        viewer.lit(1, (Light(words),))
        lit = views.get(timeout=30).value
        viewer.close()
        assert isinstance(lit, LitPage)
        return ["|".join(_bare(line) for line in hit) for hit in _read(path, lit.hits)]

    yield call
    viewers.close()


def _read(path: Path, hits: tuple[tuple[Box, ...], ...]) -> list[list[str]]:
    run = subprocess.run([sys.executable, "-c", _READ, str(path), json.dumps(hits)], capture_output=True, check=True, timeout=60)
    found: list[list[str]] = json.loads(run.stdout)
    return found


def _bare(text: str) -> str:
    """Return the letters of a line without marks, whose boxes reach over those of their neighbours."""
    return "".join(letter for letter in text if not letter.isspace() and not unicodedata.category(letter).startswith("M"))


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert sum(len(found) for *_, found in (*SAMPLE_HITS, *MADE_HITS, *MADE_HITS)) >= 60


@pytest.mark.parametrize(("name", "language", "words", "found"), SAMPLE_HITS)
def test_boxes_of_real_pages_lie_on_the_words(find: Find, name: str, language: str, words: str, found: list[str]) -> None:
    path = next(assets.data("sample").rglob(name))
    assert find(path, language, words) == ["|".join(map(_bare, hit.split("|"))) for hit in found]


@pytest.fixture(scope="module", params=[MADE, TURNED], ids=["upright", "turned"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a PDF with a page that is hard to get right."""
    return papers.make(tmp_path_factory.mktemp("boxes") / "made.pdf", request.param)


@pytest.mark.parametrize(("words", "found"), MADE_HITS)
def test_boxes_of_hard_pages_lie_on_the_words(find: Find, made: Path, words: str, found: list[str]) -> None:
    assert sorted(find(made, "en", words)) == sorted(found)
