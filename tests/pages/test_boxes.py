"""Every box of a hit lies on its word: a table of hits that were looked at, in eight languages, and pages that are hard to get right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import papers
from archiveviewer import assets
from lit_words import LitWords, bare

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


@pytest.fixture(scope="module")
def words_lit() -> Iterator[LitWords]:
    """Return what looks for words."""
    lit = LitWords()
    yield lit
    lit.close()


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert sum(len(found) for *_, found in (*SAMPLE_HITS, *MADE_HITS, *MADE_HITS)) >= 60


@pytest.mark.parametrize(("name", "language", "words", "found"), SAMPLE_HITS)
def test_boxes_of_real_pages_lie_on_the_words(words_lit: LitWords, name: str, language: str, words: str, found: list[str]) -> None:
    path = next(assets.data("sample").rglob(name))
    assert words_lit.find(path, language, words) == ["|".join(map(bare, hit.split("|"))) for hit in found]


@pytest.fixture(scope="module", params=[MADE, TURNED], ids=["upright", "turned"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a PDF with a page that is hard to get right."""
    return papers.make(tmp_path_factory.mktemp("boxes") / "made.pdf", request.param)


@pytest.mark.parametrize(("words", "found"), MADE_HITS)
def test_boxes_of_hard_pages_lie_on_the_words(words_lit: LitWords, made: Path, words: str, found: list[str]) -> None:
    assert sorted(words_lit.find(made, "en", words)) == sorted(found)
