"""Reads the stored text of the pages that a question comes to, each block once."""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.index.blocks import PAGES, Block, DamagedBlockError, unpack
from archiveviewer.index.connect import Connection

_MOST_BLOCKS = 256


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is stored, and its text in small letters for plain searches."""

    label: str
    text: str
    language: str | None
    lowered: str


_NOTHING = Page(label="", text="", language=None, lowered="")


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
        return [Page(label, text, language, text.lower()) for (label, language, _), text in zip(about, texts, strict=False)]
