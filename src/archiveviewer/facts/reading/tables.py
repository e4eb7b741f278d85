"""Tables of figures by years, as they come out of pages: with bars, with blanks, a cell a line; years down or years across.

    Year | Killed | Injured | Total          Casualties   2015   2016   2017          Year
    2015 | 42     | 103     | 145            Total         145    120     98          Total
    2016 | 40     | 80      | 120                                                     2015
                                                                                      145

A table is read only where it is clear which figure stands under which head, and has at least two years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

_YEAR = re.compile(r"(?:19|20)\d\d")
CELL = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|-+|n/?[ar]|unknown|none")
_HEAD = re.compile(r"(?:calendar |reporting )?year(?:$|[ :|]+(?=[^\d\s|]))")
_ACROSS = re.compile(r"[^\d]{0,60}?(?P<years>(?:(?:19|20)\d\d(?:[ |]+|$)){2,})(?P<total>total)?")
_FEWEST = 2
TITLE_LINES = 2
_HAS_YEAR, _HAS_YEARS = re.compile(r"year\b"), re.compile(r"(?:19|20)\d\d[ |]+(?:19|20)\d\d(?=[ |])")
_BEFORE_YEAR = ("", "calendar", "reporting")
_MOST_HEADS, _MOST_ROWS = 12, 40
_LONGEST_HEAD, _LONGEST_LINE, _LONGEST_TITLE = 200, 300, 400


class Line(NamedTuple):
    """A line that is not blank: its half-open span in the text, and its words in small letters with single blanks."""

    start: int
    end: int
    words: str


class Figure(NamedTuple):
    """A figure of a year, empty where the table has none, without separators, with the half-open span of what says so."""

    year: str
    value: str
    start: int
    end: int


class Column(NamedTuple):
    """The figures under one head. Where the cells of the head run together, the first column has all of them and so has the last."""

    head: str
    figures: Sequence[Figure]
    part: str = ""

    def has(self, head: re.Pattern[str]) -> bool:
        """Tell whether the figures stand under a head."""
        if self.part == "first":
            return any(head.fullmatch(self.head, 0, blank.start()) for blank in _BLANK.finditer(self.head))
        if self.part == "last":
            return any(head.fullmatch(self.head, blank.end()) for blank in _BLANK.finditer(self.head))
        return head.fullmatch(self.head) is not None


class Table(NamedTuple):
    """A table: what is said above it and in its head, and its columns (or rows, where the years stand across)."""

    title: str
    columns: Sequence[Column]

    def figures(self, head: re.Pattern[str]) -> Iterator[Figure]:
        """Yield the figures that stand under a head, when only one column does."""
        meant = [column for column in self.columns if column.has(head)]
        if len(meant) == 1:
            yield from (figure for figure in meant[0].figures if figure.value[:1].isdigit())


_BLANK = re.compile(" ")


def tables(text: str, small: str) -> Iterator[Table]:
    """Yield the tables of a text; `small` is the same in small letters, with blanks for line ends."""
    for start in dict.fromkeys(_starts(text, small)):
        near = [*islice(lines(text, start), 1 + _MOST_HEADS)]
        head, below = near[0] if near else Line(start, start, ""), near[1:]
        if len(head.words) > _LONGEST_HEAD or not (_HEAD.match(head.words) or _ACROSS.match(head.words)):
            continue
        columns = _across(head, below) or _by_cells(head, below, text) or _down(head, below, text)
        if columns:
            above = [*lines(text[max(0, start - _LONGEST_TITLE) : start], 0)]
            yield Table(title=title((*above, head)), columns=columns)


def title(near: Sequence[Line]) -> str:
    """Return what the head of a table and the lines above it say, but for a sentence that ends above their heading."""
    said = near[-1 - TITLE_LINES :]
    ends = [number for number, line in enumerate(said[:-2]) if line.words.endswith(".") and not said[-2].words.endswith(".")]
    return " ".join(line.words for line in said[ends[-1] + 1 if ends else 0 :])


def _starts(text: str, small: str) -> Iterator[int]:
    """Yield where lines begin that may be the head of a table."""
    for found in _HAS_YEAR.finditer(small):
        start = text.rfind("\n", 0, found.start()) + 1
        if small[start : found.start()].strip() in _BEFORE_YEAR:
            yield start
    for found in _HAS_YEARS.finditer(small):
        yield text.rfind("\n", 0, found.start()) + 1


def lines(text: str, start: int) -> Iterator[Line]:
    """Yield the lines of a text from a place on, but for those that nobody reads a table for."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        words = " ".join(text[start : min(end, start + _LONGEST_LINE)].lower().split())
        if words:
            yield Line(start, start + len(text[start:end].rstrip()), words)
        start = end + 1


def _down(head: Line, below: Sequence[Line], text: str) -> Sequence[Column]:
    """Return the columns of a table with a year at the beginning of each line."""
    found = _HEAD.match(head.words)
    said = head.words[found.end() :] if found else ""
    if not said or not below or len(_cells(below[0])) <= 1:
        return ()
    near = islice(lines(text, below[0].start), _MOST_ROWS)
    rows = [*takewhile(lambda row: len(row[1]) > 1, ((line, _cells(line)) for line in near))]
    width = len(rows[0][1])
    if len(rows) < _FEWEST or any(len(cells) != width or not _YEAR.fullmatch(cells[0]) for _, cells in rows):
        return ()
    return _headed(said, [[_figure(cells[0], cell, line.start, line.end) for cell in cells[1:]] for line, cells in rows])


def _cells(line: Line) -> Sequence[str]:
    """Return the figures of a line that has nothing else; none when it has."""
    cells = [cell.strip() for cell in line.words.split("|")] if "|" in line.words else line.words.split()
    return cells if all(map(CELL.fullmatch, cells)) else ()


def _headed(said: str, rows: Sequence[Sequence[Figure]]) -> Sequence[Column]:
    by_column = [*zip(*rows, strict=True)]
    for heads in ([head.strip() for head in said.split("|")], said.split()):
        if len(heads) == len(by_column):
            return [Column(head, figures) for head, figures in zip(heads, by_column, strict=True)]
    return [] if "|" in said else [Column(said, by_column[0], "first"), Column(said, by_column[-1], "last")]


def _by_cells(head: Line, below: Sequence[Line], text: str) -> Sequence[Column]:
    """Return the columns of a table with each cell on a line of its own."""
    heads = [line.words for line in takewhile(lambda line: not CELL.fullmatch(line.words), below)]
    if _HEAD.fullmatch(head.words) is None or not 0 < len(heads) < len(below):
        return ()
    near = islice(lines(text, below[len(heads)].start), _MOST_ROWS * (len(heads) + 1))
    cells = [*takewhile(lambda line: CELL.fullmatch(line.words), near)]
    width = len(heads) + 1
    rows = [row for row in (cells[first : first + width] for first in range(0, len(cells), width)) if len(row) == width]
    if len(rows) < _FEWEST or not all(_YEAR.fullmatch(row[0].words) for row in rows):
        return ()
    figures = [[_figure(row[0].words, cell.words, row[0].start, row[-1].end) for cell in row[1:]] for row in rows]
    return [Column(said, column) for said, column in zip(heads, zip(*figures, strict=True), strict=True)]


def _across(head: Line, below: Sequence[Line]) -> Sequence[Column]:
    """Return the rows of a table whose years stand in its head."""
    found = _ACROSS.fullmatch(head.words)
    years = _YEAR.findall(found["years"]) if found else []
    if not found or len(set(years)) != len(years):
        return ()
    width = len(years) + bool(found["total"])
    rows = []
    for line in below:
        label, cells = _labelled(line, width)
        if not label:
            break
        rows.append(Column(label, [_figure(year, cell, head.start, line.end) for year, cell in zip(years, cells, strict=False)]))
    return rows


def _labelled(line: Line, width: int) -> tuple[str, Sequence[str]]:
    """Return a label and the figures behind it, when there are as many; else nothing."""
    parts = [part.strip() for part in line.words.split("|")] if "|" in line.words else line.words.split()
    label, cells = " ".join(parts[:-width]), parts[-width:]
    fits = len(cells) == width and all(map(CELL.fullmatch, cells)) and not CELL.fullmatch(parts[-width - 1] if label else "0")
    return (label.rstrip(" :"), cells) if fits else ("", ())


def _figure(year: str, cell: str, start: int, end: int) -> Figure:
    return Figure(year, cell.replace(",", ""), start, end)
