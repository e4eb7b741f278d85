"""Paints set pages as PDF: what is seen, and what is read.

PDF writers shape Khmer and Arabic well and yet make files from which the text cannot be read back. So for these two the shaped
page is turned into outlines, and the words are laid over it invisibly, in the order of reading. The other scripts are written as text.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pymupdf
from fpdf import FPDF
from fpdf.enums import TextMode

from sample.layout import PAGE, Sheet, Word
from sample.shaping import Shaper

_FOLDERS = (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/opentype/noto"))
_FACES = {
    "ar": ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    "km": ("NotoSerifKhmer-Regular.ttf", "NotoSerifKhmer-Bold.ttf"),
    "zh": ("NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"),
}
_LATIN = ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf")
_SIMPLIFIED = 2
"""Number of the simplified Chinese face in the collection."""
_OVERLAID = ("ar", "km")


_DAY = datetime(2019, 11, 25, tzinfo=UTC)
"""Fixed, so that the same text gives the same file."""


def pdf(source: str, *, language: str) -> bytes:
    """Return `source` as a PDF with subset fonts, an outline and its title. Raises FileNotFoundError without the fonts."""
    if language in _OVERLAID:
        shaper = Shaper(*(_font(name) for name in _FACES[language]))
        sheet = Sheet(shaper.width, language=language)
        sheet.set(source)
        document = _outlined(sheet, shaper)
        _overlay(document, _invisible(sheet, language))
    else:
        sheet = Sheet(partial(_width, _paper(language)), language=language)
        sheet.set(source)
        document = pymupdf.open("pdf", _written(sheet, language))
    document.set_toc([[heading.level, heading.text, heading.page] for heading in _nested(sheet)])
    document.set_metadata({"title": source.split("\n", 1)[0].replace("\u200b", ""), "creationDate": "D:20191125000000Z"})
    return document.tobytes(garbage=4, deflate=True, clean=True, no_new_id=True)


def scan(text: bytes) -> bytes:
    """Return the first page of a PDF as a picture in a PDF: a scan, with no text."""
    picture = pymupdf.open("pdf", text)[0].get_pixmap(dpi=90, colorspace=pymupdf.csGRAY)
    document = pymupdf.open()
    page = document.new_page(width=PAGE[0], height=PAGE[1])
    page.insert_image(page.rect, stream=picture.tobytes("jpeg", jpg_quality=45))
    return document.tobytes(garbage=4, deflate=True, no_new_id=True)


def _nested(sheet: Sheet) -> list:
    """Return the headings so that the first is of level 1, as outlines must be."""
    return sheet.headings if not sheet.headings or sheet.headings[0].level == 1 else []


def _font(name: str) -> Path:
    for folder in _FOLDERS:
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(f"The font {name} is not here. Install fonts-noto-core and fonts-noto-cjk.")


def _paper(language: str) -> FPDF:
    paper = FPDF(unit="pt", format=PAGE)
    paper.set_auto_page_break(False)
    paper.set_creation_date(_DAY)
    regular, bold = _FACES.get(language, _LATIN)
    for style, name in (("", regular), ("B", bold)):
        paper.add_font("text", style, _font(name), collection_font_number=_SIMPLIFIED if name.endswith(".ttc") else 0)
    return paper


def _width(paper: FPDF, text: str, size: float, bold: bool) -> float:
    paper.set_font("text", "B" if bold else "", size)
    return paper.get_string_width(text)


def _written(sheet: Sheet, language: str) -> bytes:
    """Return the pages as text, each line one run, so that it reads as one."""
    paper = _paper(language)
    for words in sheet.pages:
        paper.add_page()
        for run in _lines(words):
            paper.set_font("text", "B" if run[0].bold else "", run[0].size)
            paper.text(run[0].x, run[0].y, "".join(word.text for word in run))
    return bytes(paper.output())


def _lines(words: list[Word]) -> list[list[Word]]:
    """Return the words of each line, and of each cell of a table, together."""
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][-1] if lines else None
        if last is not None and last.y == word.y and abs(last.x + last.width - word.x) < 1:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _outlined(sheet: Sheet, shaper: Shaper) -> pymupdf.Document:
    """Return the pages with every letter as an outline, so that no text can be read from them."""
    result = pymupdf.open()
    for words in sheet.pages:
        drawing = "".join(shaper.drawing(word) for word in words)
        size = f'width="{PAGE[0]}pt" height="{PAGE[1]}pt" viewBox="0 0 {PAGE[0]} {PAGE[1]}"'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawing}</svg>'
        result.insert_pdf(pymupdf.open("pdf", pymupdf.open("svg", svg.encode()).convert_to_pdf()))
    return result


def _invisible(sheet: Sheet, language: str) -> bytes:
    """Return pages with the words as invisible text, each as wide as it is seen."""
    paper = _paper(language)
    for words in sheet.pages:
        paper.add_page()
        paper.text_mode = TextMode.INVISIBLE
        for word in words:
            paper.set_font("text", "B" if word.bold else "", word.size)
            paper.set_stretching(100)
            paper.set_stretching(100 * word.width / (paper.get_string_width(word.text) or 1))
            if language == "ar":
                _backwards(paper, word)
            else:
                paper.text(word.x, word.y, word.text)
    return bytes(paper.output())


def _backwards(paper: FPDF, word: Word) -> None:
    """Write an Arabic word from the right: a reader of PDFs takes letters from left to right and turns runs of Arabic round.

    Digits run from left to right as they are. Marks such as the comma are runs of their own, else they end up before the word.
    """
    x = word.x + word.width
    for run in re.findall(r"\d+|[^\W\d]+|\W", word.text):
        x -= paper.get_string_width(run)
        paper.text(x, word.y, run if run.isdigit() else run[::-1])


def _overlay(document: pymupdf.Document, words: bytes) -> None:
    layer = pymupdf.open("pdf", io.BytesIO(words))
    for page in document:
        page.show_pdf_page(page.rect, layer, page.number)
