"""Reads the stored text of the pages that a question comes to, each block once."""

from __future__ import annotations

import re
import unicodedata

from archiveviewer.index.blocks import PAGES, Block, DamagedBlockError, unpack
from archiveviewer.index.connect import Connection

_MOST_BLOCKS = 256


class Page:
    """A page as it is stored."""

    __slots__ = ("_lowered", "_simple", "_tricky", "label", "language", "text")

    def __init__(self, text: str, *, language: str | None, label: str = "") -> None:
        """Take its text, its language and what is printed on it."""
        self.text = text
        self.language = language
        self.label = label
        self._lowered: str | None = None
        self._tricky: bool | None = None
        self._simple: bool | None = None

    @property
    def lowered(self) -> str:
        """The text in small letters without accents, for plain searches; as long as the text, as a rule."""
        if self._lowered is None:
            lowered = self.text.lower()
            self._lowered = lowered.translate(_bare) if not lowered.isascii() and _ACCENTS.search(lowered) else lowered
        return self._lowered

    def is_tricky(self) -> bool:
        """Whether words may be written in it such that a plain search misses them."""
        if self._tricky is None:
            signs = _BROKEN if self.text.isascii() else _TRICKY
            self._tricky = signs.search(self.text) is not None or len(self.lowered) != len(self.text)
        return self._tricky

    def is_simple(self) -> bool:
        """Whether all terms of it stand in `lowered`, letter by letter."""
        if self._simple is None:
            self._simple = (self.lowered.isascii() or not _UNUSUAL.search(self.lowered)) and not self.is_tricky()
        return self._simple


class _Bare(dict[int, int]):
    """Letters without their accents, one for one, as `str.translate` asks for them."""

    def __missing__(self, code: int) -> int:
        letter = chr(code)
        base = unicodedata.normalize("NFKD", letter)[0] if _ACCENTS.match(letter) else letter
        self[code] = ord(base)
        return self[code]


_bare = _Bare()
_ACCENTS = re.compile("[\u00c0-\u024f\u0390\u03ac-\u03b0\u03ca-\u03ceё]")
_TRICKY = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]|[-\u2010][ \t]*\r?\n")
"""Soft hyphens, marks, invisible signs, ligatures, wide and mathematical letters, and words broken at the end of a line."""

_UNUSUAL = re.compile("[^\\x00-\\x7f\u00a1-\u00a7\u00ab\u00b0\u00b1\u00b7\u00bb\u00bf\u0430-\u044f\u2010-\u2015\u2018-\u201f\u2022\u2026]")
"""All but letters without accents, and signs that part words or stand between them."""
_BROKEN = re.compile(r"-[ \t]*\r?\n")
"""All of that which can stand in a text of ASCII characters."""

_NOTHING = Page("", language=None)


class Texts:
    """The pages read for one question."""

    def __init__(self, connection: Connection) -> None:
        """Read through `connection`."""
        self._connection = connection
        self._blocks: dict[int, list[Page]] = {}

    def page(self, first_row: int, document: int, number: int) -> Page:
        """Return page `number` of `document`, whose pages begin at `first_row`; a damaged one is empty, and `check` names it."""
        start = (number - 1) // PAGES * PAGES
        row = first_row + start
        if row not in self._blocks:
            if len(self._blocks) >= _MOST_BLOCKS:
                self._blocks.clear()
            self._blocks[row] = self._block(row, document, start)
        block = self._blocks[row]
        at = number - 1 - start
        return block[at] if at < len(block) else _NOTHING

    def _block(self, row: int, document: int, start: int) -> list[Page]:
        about = self._connection.execute(
            "SELECT label, language, bytes FROM v_page WHERE document = ? AND number BETWEEN ? AND ? ORDER BY number",
            (document, start + 1, start + PAGES),
        ).fetchall()
        stored = self._connection.execute("SELECT data, checksum FROM text_block WHERE id = ?", (row,)).fetchone()
        try:
            texts = unpack(Block(*stored), [length for _, _, length in about]) if stored else []
        except DamagedBlockError:
            texts = []
        return [Page(text, language=language, label=label) for (label, language, _), text in zip(about, texts, strict=False)]
