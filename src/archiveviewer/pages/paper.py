"""An open PDF: sizes, labels and outline of its pages, and for the pages in use what they are drawn and read from.

A page is interpreted once into a display list; pictures at any scale, the text and the box of what is printed come from that. Only used
inside a render worker.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from mmap import mmap
from typing import Any

import pymupdf
from pymupdf import mupdf

from archiveviewer.pages.headings import MOST_PAGES, Finder
from archiveviewer.pages.letters import Letters
from archiveviewer.records import Box, Contents, Headings, OpenedDocument, OutlineItem, PageLink, ViewFault
from archiveviewer.records.views import union
from archiveviewer.text.labels import label, rules

_SHEETS = 8
_ROUND, _HALF = 360, 180
_FULL = 0.97
_LONGEST_SIDE = 100_000.0
_USUAL = (595.0, 842.0)
_LONGEST_TITLE = 500
_MOST_FILES = 50
_WHITE = 255
_TEXT = pymupdf.TEXTFLAGS_TEXT
_MOMENT = 0.05
"""Seconds for which headings are looked for at a time: a page that is to be drawn meanwhile waits no longer."""

Memory = mmap | bytearray
_EVERYWHERE = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)


DAMAGE = (mupdf.FzErrorBase, RuntimeError, ValueError, LookupError, TypeError, AttributeError, AssertionError)
"""How the library reports damage, according to how deep it was when it found out."""


class PaperError(Exception):
    """The document or page cannot be read, because of `fault`."""

    def __init__(self, fault: ViewFault) -> None:
        super().__init__(fault)
        self.fault = fault


@contextmanager
def sound() -> Iterator[None]:
    """Turn what the library says about a bad file into a PaperError, and about too little memory into a MemoryError."""
    try:
        yield
    except DAMAGE as error:
        if "malloc" in str(error) or "out of memory" in str(error):
            raise MemoryError(str(error)) from error
        raise PaperError(ViewFault.DAMAGED) from error


class _Document(pymupdf.Document):
    """A document that is not looked at while it is opened: to read its outline and what is said about it took most of that time."""

    def init_doc(self) -> None:
        """Leave that for `outlined`."""

    def outlined(self) -> list[tuple[int, str, int]]:
        """Return level, title and page of each entry of the outline."""
        super().init_doc()  # type: ignore[no-untyped-call]  # the library is untyped
        return [(int(level), str(title), int(page)) for level, title, page in self.get_toc(simple=True)]


def _opened(data: memoryview) -> Any:  # noqa: ANN401 - what the library hands out is untyped
    made: Any = _Document
    return made(stream=data, filetype="pdf")


class Paper:
    """A document in memory. Raises PaperError when it cannot be opened; pages are counted from 1.

    `turned` is by how many degrees, clockwise, all pages are shown turned; the file itself is never changed.
    """

    def __init__(self, data: memoryview, password: str, *, turned: int = 0) -> None:
        self._sheets: OrderedDict[int, Sheet] = OrderedDict()
        self._turned = turned % _ROUND
        self._turned_pages: set[int] = set()
        self._finder = Finder()
        self._looked_at = 0
        if not data:
            raise PaperError(ViewFault.EMPTY)
        with sound():
            self._document = _opened(data)
            if self._document.needs_pass and not self._document.authenticate(password):
                raise PaperError(ViewFault.PASSWORD)
            if self._document.page_count < 1:
                raise PaperError(ViewFault.EMPTY)

    def describe(self) -> OpenedDocument:
        """Return the sizes and labels of all pages. Raises PaperError."""
        sizes = self._sizes()
        if self._document.page_count != len(sizes):  # a page that was not there made the library count again
            sizes = self._sizes()
        if not sizes or self._document.page_count != len(sizes):
            raise PaperError(ViewFault.EMPTY)
        return OpenedDocument(sizes=sizes, labels=self._labels())

    def contents(self) -> Contents:
        """Return the outline and what is attached; in a long document this takes longer than anything else."""
        return Contents(self._outline(), self._attached())

    def headings(self, first: int) -> Headings:
        """Look for headings for a moment, on the pages from `first` on, and return the outline that is made of all so far."""
        last = min(self._document.page_count, MOST_PAGES)
        until = time.perf_counter() + _MOMENT
        for page in range(first, last + 1):
            if time.perf_counter() > until:
                return Headings((), page)
            if page > self._looked_at:
                self._looked_at = page
                self._look_at(page)
        return Headings(self._finder.outline(), 0)

    def _look_at(self, page: int) -> None:
        try:
            text = self._document[page - 1].get_textpage(flags=_TEXT)
            self._finder.read(page, text.extractDICT()["blocks"])
        except DAMAGE:  # a page that cannot be read has no headings
            return

    def sheet(self, page: int) -> Sheet:
        """Return the page, interpreted; those used last are kept. Raises PaperError."""
        if page in self._sheets:
            self._sheets.move_to_end(page)
            return self._sheets[page]
        while len(self._sheets) >= _SHEETS:
            self._sheets.popitem(last=False)
        with sound():
            self._sheets[page] = Sheet(self._load(page - 1))
        return self._sheets[page]

    def close(self) -> None:
        """Give the memory back."""
        self._sheets.clear()
        self._document.close()

    def _load(self, index: int) -> pymupdf.Page:
        page: pymupdf.Page = self._document[index]
        if self._document.is_pdf and page.xref and not self._document.xref_get_keys(page.xref):
            raise PaperError(ViewFault.DAMAGED)  # nothing describes it; MuPDF would draw a white page
        if self._turned and index not in self._turned_pages:
            self._turned_pages.add(index)
            page.set_rotation((page.rotation + self._turned) % _ROUND)
            page = self._document.reload_page(page)
        return page

    def _sizes(self) -> tuple[tuple[float, float], ...]:
        return tuple(self._size(index) for index in range(self._document.page_count))

    def _size(self, index: int) -> tuple[float, float]:
        """Return width and height as drawn; a usual page where the file gives nothing sensible."""
        try:
            box = mupdf.fz_bound_page(mupdf.fz_load_page(self._document.this, index))
        except DAMAGE:  # a page that is not there still has its place in the row
            return _USUAL
        sides = (box.x1 - box.x0, box.y1 - box.y0)
        if self._turned % _HALF and index not in self._turned_pages:
            sides = (sides[1], sides[0])
        return sides if all(math.isfinite(side) and 1 <= side <= _LONGEST_SIDE for side in sides) else _USUAL

    def _labels(self) -> tuple[str, ...]:
        try:
            ordered = rules(self._document.get_page_labels())
        except DAMAGE:  # damaged labels are no labels
            ordered = ()
        return tuple(label(index, ordered) for index in range(self._document.page_count))

    def _attached(self) -> tuple[str, ...]:
        """Return the names of the files inside this one. They are listed, not opened."""
        try:
            names = [
                str(self._document.embfile_info(name).get("filename") or name) for name in self._document.embfile_names()[:_MOST_FILES]
            ]
        except DAMAGE:
            return ()
        return tuple(" ".join(name.split())[:_LONGEST_TITLE] for name in names)

    def _outline(self) -> tuple[OutlineItem, ...]:
        count = self._document.page_count
        try:
            entries = self._document.outlined()
        except DAMAGE:  # a damaged outline is none
            return ()
        return tuple(
            OutlineItem(level, " ".join(title.split())[:_LONGEST_TITLE], page) for level, title, page in entries if 1 <= page <= count
        )


class Sheet:
    """One page of a document: a display list, and what was read from it so far."""

    def __init__(self, page: pymupdf.Page) -> None:
        self._page = page
        self._list = page.get_displaylist()
        self._text: pymupdf.TextPage | None = None
        self._letters: Letters | None = None

    def draw(self, scale: float, part: tuple[int, int, int, int], pixels: Memory) -> int:
        """Lay the pixels of a part of the page into `pixels`, as the wire wants them; return how many bytes a row takes.

        They are drawn where they are to lie: to take memory for them and give it back took longer than most pages take to be drawn. Raises
        PaperError.
        """
        left, top, width, height = part
        with sound():
            area = mupdf.FzIrect(left, top, left + width, top + height)
            room = mupdf.python_mutable_buffer_data(pixels)
            picture = mupdf.fz_new_pixmap_with_bbox_and_data(mupdf.fz_device_bgr(), area, mupdf.FzSeparations(), 1, room)
            mupdf.fz_clear_pixmap_with_value(picture, _WHITE)
            device = mupdf.fz_new_draw_device(mupdf.fz_scale(scale, scale), picture)
            mupdf.fz_run_display_list(self._list.this, device, mupdf.FzMatrix(), _EVERYWHERE, mupdf.FzCookie())
            mupdf.fz_close_device(device)
            return int(picture.stride())

    def text(self) -> str:
        """Return the text of the page. Raises PaperError."""
        with sound():
            return str(self._read().extractText())

    def letters(self) -> Letters:
        """Return the letters that the text is made of, with their boxes. Raises PaperError."""
        if self._letters is None:
            with sound():
                self._letters = Letters(self._read().extractRAWDICT()["blocks"])
        return self._letters

    @cached_property
    def printed(self) -> Box | None:
        """The box around all that is printed: None when a picture fills the page, a point in its middle when there is nothing.

        Raises PaperError.
        """
        with sound():
            ink, page = self._ink(), self._list.rect
            fills = ink is not None and (ink[2] - ink[0]) >= _FULL * page.width and (ink[3] - ink[1]) >= _FULL * page.height
            if ink is not None and not fills:
                return ink  # it holds the words as well, and is found three times as quickly as they are
            words = self._box(*[block[:4] for block in self._read().extractBLOCKS() if str(block[4]).strip()])
            across, down = (page.x0 + page.x1) / 2, (page.y0 + page.y1) / 2
            return words if words or fills else (across, down, across, down)

    def links(self) -> tuple[PageLink, ...]:
        """Return the links of the page. What is damaged has none."""
        try:
            return tuple(_link(link) for link in self._page.get_links() if link["kind"] != pymupdf.LINK_NONE)
        except DAMAGE:
            return ()

    def _read(self) -> pymupdf.TextPage:
        if self._text is None:
            self._text = pymupdf.TextPage(self._list.get_textpage(_TEXT))
        return self._text

    def _ink(self) -> Box | None:
        """Return the box of letters, lines and pictures."""
        box = mupdf.FzRect()
        device = mupdf.fz_new_bbox_device(box)
        mupdf.fz_run_display_list(self._list.this, device, mupdf.FzMatrix(), _EVERYWHERE, mupdf.FzCookie())
        mupdf.fz_close_device(device)
        return self._box((box.x0, box.y0, box.x1, box.y1))

    def _box(self, *boxes: Box) -> Box | None:
        """Return the box around all that lies on the page."""
        page = self._list.rect
        around: Box | None = None
        for box in boxes:
            inside = pymupdf.Rect(box) & page
            if not inside.is_empty and not inside.is_infinite:
                around = union(around, tuple(inside)) if around else tuple(inside)
        return around


def _link(link: dict[str, object]) -> PageLink:
    area = pymupdf.Rect(link["from"])
    page = link.get("page")
    inside = link["kind"] == pymupdf.LINK_GOTO and isinstance(page, int) and page >= 0
    return PageLink(
        box=(area.x0, area.y0, area.x1, area.y1),
        page=page + 1 if isinstance(page, int) and inside else None,
        target=str(link.get("uri") or link.get("file") or ""),
    )
