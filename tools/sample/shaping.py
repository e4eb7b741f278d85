"""Shapes words with HarfBuzz and gives their outlines: Arabic letters joined, Khmer signs in their places."""

from __future__ import annotations

from pathlib import Path

import uharfbuzz
from fontTools.pens.svgPathPen import SVGPathPen

from sample.layout import Word


class Shaper:
    """Measures and draws words in one face, regular and bold."""

    def __init__(self, regular: Path, bold: Path) -> None:
        """Load both fonts."""
        self._fonts = {False: _load(regular), True: _load(bold)}
        self._paths: dict[tuple[bool, int], str] = {}

    def width(self, text: str, size: float, bold: bool) -> float:
        """Return the width in points of `text` set at `size`."""
        _, places = self._shaped(text, bold)
        return sum(place.x_advance for place in places) * size / self._fonts[bold].face.upem

    def drawing(self, word: Word) -> str:
        """Return the word as SVG paths at its place."""
        scale = word.size / self._fonts[word.bold].face.upem
        x, parts = word.x, []
        glyphs, places = self._shaped(word.text, word.bold)
        for glyph, place in zip(glyphs, places, strict=True):
            path = self._path(word.bold, glyph.codepoint)
            if path:
                left, base = x + place.x_offset * scale, word.y - place.y_offset * scale
                parts.append(f'<path transform="matrix({scale:.5f} 0 0 {-scale:.5f} {left:.2f} {base:.2f})" d="{path}"/>')
            x += place.x_advance * scale
        return "".join(parts)

    def _shaped(self, text: str, bold: bool) -> tuple[list[uharfbuzz.GlyphInfo], list[uharfbuzz.GlyphPosition]]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._fonts[bold], buffer)
        return buffer.glyph_infos, buffer.glyph_positions

    def _path(self, bold: bool, glyph: int) -> str:
        if (bold, glyph) not in self._paths:
            pen = SVGPathPen(None, ntos=lambda number: f"{number:.0f}")
            self._fonts[bold].draw_glyph_with_pen(glyph, pen)
            self._paths[bold, glyph] = pen.getCommands()
        return self._paths[bold, glyph]


def _load(path: Path) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))
