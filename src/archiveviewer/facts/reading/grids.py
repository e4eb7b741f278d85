"""Tables without years whose rows end in a total, and one thing told of each kind of weapon.

    Province             Antipersonnel landmine
    CHAs                 Cluster munition remnant
    Area (km2)           Reported contamination
    Khatlon              1,188.64km2
    58                   CHA: 1,092.44km2
    2.6                  185.95km2
    Total
    81
    4.9

The first may have its rows on lines: "Province CHAs Area (km2)", "Khatlon 58 2.6", "Total 81 4.9", with bars or with blanks.

Such a table is read only where it is clear which cell stands under which head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from archiveviewer.facts.reading.tables import CELL, TITLE_LINES, Column, Figure, Line, Table, lines

_TOTAL = re.compile(r"^[^\S\n]*(?:grand |overall )?totals?:?[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
_SUM = re.compile(
    r"^[^\S\n]*\|?[^\S\n]*(?:grand |overall )?totals?:?(?=[\s|])"
    r"(?P<cells>(?:(?:[^\S\n]+|[^\S\n]*\|[^\S\n]*)\d[\d,.]*){2,12})(?:[^\S\n]|\|)*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A total with its figures on its line."""
_HEADS = re.compile(
    r"(?:number of )?(?:[cs]has?|(?:confirmed|suspected)(?: hazardous)? areas?(?: \([cs]has?\))?|tasks|minefields|communities|polygons)"
    r"|(?:total )?(?:area|size)(?: of [cs]has)? \((?:in )?(?:km2|km²|m2|m²|sq\.? ?k?m)\)|total(?: areas?)?"
)
_LABEL = re.compile(r"^[^\S\n]*reported contamination[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
_WEAPON = re.compile(
    r"(?:anti-? ?personnel |anti-? ?vehicle )?(?:land)?mines?|cluster munition(?:s| remnants?)?"
    r"|(?:other )?erw|explosive remnants of war|ieds?"
)
_PLACE = re.compile(
    r"(?:province|region|district|governorate|county|department|oblast|municipality|state|location|area|zone|territory|canton)(?:s|/\w+)?"
)
"""What the rows are of stands before the other heads."""
_SIZE = re.compile(r"(?P<value>\d[\d,]*(?:\.\d+)?) ?km[2²]")
_NONE = re.compile(r"n/?[ar]\*?|-+|unknown\*?|none|not (?:known|reported|applicable)")
_PART = re.compile(r"[cs]has?:")
"""What of a size is confirmed, and what suspected, stands below it."""
_REACH = 4000
"""The head of a table stands no further above its total."""
_MOST_CELLS, _FEWEST_CELLS = 12, 2
_FEWEST_WEAPONS = 2
_MOST_LINES = 20
_MOST_SUMS = 50
"""No text has more tables with their rows on lines."""


def grids(text: str, small: str) -> Iterator[Table]:
    """Yield the tables of a text; `small` is the text in small letters."""
    for found in _whole_lines(text, small, "total", _TOTAL):
        yield from _above_total(text, found)
    for found in islice(_whole_lines(text, small, "total", _SUM), _MOST_SUMS):
        yield from _above_sum(text, found)
    for found in _whole_lines(text, small, "reported contamination", _LABEL):
        yield from _by_weapon(text, found)


def _whole_lines(text: str, small: str, word: str, line: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the lines that are what a pattern says; all of them have a word, which is found in no time."""
    place = small.find(word)
    while place >= 0:
        found = line.match(text, text.rfind("\n", 0, place) + 1)
        if found:
            yield found
        place = small.find(word, place + len(word))


def _above_total(text: str, total: re.Match[str]) -> Iterator[Table]:
    """Yield the table that a total ends: above its rows, each of a name and as many figures, stand as many heads."""
    cells = [*takewhile(_is_cell, islice(lines(text, total.end()), _MOST_CELLS))]
    above = [*lines(text[max(0, total.start() - _REACH) : total.start()], 0)]
    width, first = len(cells), _first_row(above, len(cells))
    heads = above[max(0, first - width) : first]
    places = above[first - width - 1].words if first > width else ""
    if width < _FEWEST_CELLS or first == len(above) or not _PLACE.fullmatch(places) or any(map(_is_cell, heads)):
        return
    title = " ".join(line.words for line in (*above[max(0, first - width - 1 - TITLE_LINES) : first - width], *heads))
    said = (total.start() + len(total[0]) - len(total[0].lstrip()), cells[-1].end)
    yield Table(title, [Column(head, (_figure(cell.words, *said),)) for head, cell in zip(_said(heads), cells, strict=True)])


def _above_sum(text: str, total: re.Match[str]) -> Iterator[Table]:
    """Yield the table whose rows stand on lines, the last of which is a total."""
    cells = [cell.rstrip(".,") for cell in total["cells"].replace("|", " ").split()]
    above = [*lines(text[max(0, total.start() - _REACH) : total.start()], 0)]
    rows = [*takewhile(lambda line: _has_cells(line, len(cells)), reversed(above))]
    heads = above[: len(above) - len(rows)]
    said = _heads(heads[-1].words, len(cells)) if rows and heads else ()
    if said:
        title = " ".join(line.words for line in heads[-1 - TITLE_LINES :])
        span = (total.start() + len(total[0]) - len(total[0].lstrip()), total.end())
        yield Table(title, [Column(head, (_figure(cell, *span),)) for head, cell in zip(_together(said), cells, strict=True)])


def _has_cells(line: Line, width: int) -> bool:
    """Tell whether a line is a row: a name, and as many figures."""
    words = line.words.replace("|", " ").split()
    return len(words) > width and all(map(CELL.fullmatch, words[-width:])) and not CELL.fullmatch(words[-width - 1])


def _heads(line: str, width: int) -> Sequence[str]:
    """Return the heads of a line that names places and then as many heads; none where it is not clear which they are."""
    place = _PLACE.match(line.lstrip("| "))
    rest = line.lstrip("| ")[place.end() :] if place else ""
    parts = [part.strip() for part in rest.split("|") if part.strip()] if "|" in rest else _HEADS.findall(rest)
    whole = "".join(parts).replace(" ", "") == rest.replace("|", "").replace(" ", "")
    return parts if len(parts) == width and whole else ()


def _first_row(above: Sequence[Line], width: int) -> int:
    """Return where the rows begin that end at the end of some lines: each is a name with as many cells behind it."""
    first = len(above)
    while width and first > width and not _is_cell(above[first - width - 1]) and all(map(_is_cell, above[first - width : first])):
        first -= width + 1
    return first


def _said(heads: Sequence[Line]) -> list[str]:
    """Return what heads say: an "area" is that of what is counted before it."""
    return _together([head.words for head in heads])


def _together(words: Sequence[str]) -> list[str]:
    return [f"{before} {word}" if word.startswith("area") and before else word for before, word in zip(("", *words), words, strict=False)]


def _by_weapon(text: str, label: re.Match[str]) -> Iterator[Table]:
    """Yield the sizes behind a label, one for each kind of weapon that is named above it."""
    above = [*lines(text[max(0, label.start() - _REACH) : label.start()], 0)][-_MOST_LINES:]
    weapons = _last_run(above)
    cells = [line for line in islice(lines(text, label.end()), _MOST_LINES) if not _PART.match(line.words)][: len(weapons)]
    if len(weapons) < _FEWEST_WEAPONS or len(cells) < len(weapons) or not all(map(_is_size, cells)):
        return
    said = label[0].strip().lower()
    yield Table(
        said, [Column(f"{said} {head}", (_figure(cell.words, cell.start, cell.end),)) for head, cell in zip(weapons, cells, strict=True)]
    )


def _last_run(above: Sequence[Line]) -> list[str]:
    """Return the last kinds of weapons that stand on lines in a row."""
    behind = [*takewhile(lambda line: not _WEAPON.fullmatch(line.words), reversed(above))]
    found = [line.words for line in takewhile(lambda line: _WEAPON.fullmatch(line.words), reversed(above[: len(above) - len(behind)]))]
    return found[::-1]


def _is_cell(line: Line) -> bool:
    return CELL.fullmatch(line.words.rstrip("*")) is not None


def _is_size(line: Line) -> bool:
    return (_SIZE.fullmatch(line.words) or _NONE.fullmatch(line.words)) is not None


def _figure(cell: str, start: int, end: int) -> Figure:
    size = _SIZE.fullmatch(cell)
    return Figure("", (size["value"] if size else cell.rstrip("*")).replace(",", ""), start, end)
