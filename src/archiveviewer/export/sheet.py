"""The sheet of one country for a report: every fact with its day, its sentence and its source, and the listed documents.

All words come with the sheet, in the language of the reader; this writes them as one HTML file without scripts, fonts or links, or as a
table. The HTML keeps to what text documents of Qt know too, for the PDF is printed from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archiveviewer.export.tables import csv_text
from archiveviewer.text.escaping import html as escaped


@dataclass(frozen=True, slots=True)
class SheetSource:
    """A document that facts were read in, with its number on the sheet."""

    number: int
    title: str
    date: str
    file: str
    digest: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the sheet. `remark` says what is special ("2 sources differ", "older"); `quiet` marks what is not the answer now.

    `source` is the number of its source, 0 for none; `place` says where in it ("p. 12"). `more` are further sources that say the same.
    """

    article: str
    what: str
    value: str
    as_of: str = ""
    remark: str = ""
    source: int = 0
    place: str = ""
    quote: str = ""
    quiet: bool = False
    more: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Lines under one heading; `answer` is its short form. A group that is `apart` comes from elsewhere and is framed as such."""

    name: str
    answer: str
    rows: tuple[SheetRow, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table with a heading, such as the listed documents or the sources."""

    name: str
    answer: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CountrySheet:
    """All that the sheet says. `lead` are the lines under the name, the first of them the answer; `apart` is known only from elsewhere."""

    title: str
    subtitle: str
    language: str
    backwards: bool
    lead: tuple[str, ...]
    apart: str
    head: tuple[str, str, str, str, str]
    groups: tuple[SheetGroup, ...]
    tables: tuple[SheetTable, ...]
    foot: tuple[str, ...]
    sources: tuple[SheetSource, ...] = ()


_SCREEN = "body { background: #FFFFFF; max-width: 60em; margin: 1.5em auto; padding: 0 1em; }"
_STYLE = """
body { font-family: sans-serif; font-size: 10pt; color: #1A1F26; }
h1 { font-size: 18pt; margin-bottom: 0; }
h2 { font-size: 12pt; margin-top: 14pt; margin-bottom: 2pt; }
p { margin-top: 2pt; margin-bottom: 2pt; }
table { border-collapse: collapse; }
td, th { vertical-align: top; border-bottom: 1px solid #DCE1E7; }
.quiet, .quiet td { color: #4C5662; }
.small { font-size: 8.5pt; color: #4C5662; }
.answer { font-size: 12pt; font-weight: 600; }
.apart { border: 1px dashed #78838F; padding: 4pt; }
"""


def html(sheet: CountrySheet, *, printed: bool = False) -> str:
    """Return the sheet as one HTML file; `printed` leaves out what only a browser needs, such as margins of its own."""
    style = _STYLE if printed else _SCREEN + _STYLE
    side = "right" if sheet.backwards else "left"
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escaped(sheet.language)}" dir="{"rtl" if sheet.backwards else "ltr"}">',
        f'<head><meta charset="utf-8"><title>{escaped(sheet.title)}</title><style>{style}</style></head>',
        f"<body>\n<h1>{escaped(sheet.title)}</h1>",
        _line(sheet.subtitle, "small"),
        *(_line(line, "answer" if number == 0 else "") for number, line in enumerate(sheet.lead)),
        _line(sheet.apart, "apart"),
        *(_group(group, sheet.head, side) for group in sheet.groups if group.rows),
        *(_table(table, side) for table in sheet.tables if table.rows),
        *(_line(line, "small") for line in sheet.foot),
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def csv(sheet: CountrySheet) -> str:
    """Return the facts of the sheet as a table, each with the file that it was read in."""
    known = {source.number: source for source in sheet.sources}
    rows = []
    for group in sheet.groups:
        for row in group.rows:
            source = known.get(row.source)
            where = (source.title, source.date, row.place, source.file, source.digest) if source else ("", "", "", "", "")
            rows.append((group.name, row.article, row.what, row.value, row.as_of, row.remark, *where, row.quote))
            for number, place in row.more:
                source = known[number]
                where = (source.title, source.date, place, source.file, source.digest)
                rows.append((group.name, row.article, row.what, row.value, "", row.remark, *where, ""))
    head = ("group", *sheet.head[:4], "remark", sheet.head[4], "date of source", "place", "file", "SHA-256", "sentence")
    return csv_text(head, rows)


def _line(text: str, kind: str) -> str:
    if not text:
        return ""
    return f'<p class="{kind}">{escaped(text)}</p>' if kind else f"<p>{escaped(text)}</p>"


def _heading(name: str, answer: str) -> str:
    return f'<h2>{escaped(name)} <span class="small">{escaped(answer)}</span></h2>'


def _head(cells: Iterable[str], side: str) -> str:
    return f'<tr class="small">{"".join(f"<th align={side}>{escaped(cell)}</th>" for cell in cells)}</tr>'


def _group(group: SheetGroup, head: Sequence[str], side: str) -> str:
    rows = "\n".join(_row(row) for row in group.rows)
    kind = ' class="apart"' if group.apart else ""
    return f'{_heading(group.name, group.answer)}\n<table width="100%" cellpadding="3"{kind}>\n{_head(head, side)}\n{rows}\n</table>'


def _row(row: SheetRow) -> str:
    value = escaped(row.value) if row.quiet else f"<b>{escaped(row.value)}</b>"
    remark = f' <span class="small">{escaped(row.remark)}</span>' if row.remark else ""
    quote = f'<br><span class="small">“{escaped(row.quote)}”</span>' if row.quote else ""
    places = ((row.source, row.place), *row.more) if row.source else ()
    read_in = ", ".join(f"[{number}]&nbsp;{escaped(place)}" for number, place in places)
    cells = (
        f'<td width="8%" class="small">{escaped(row.article)}</td>',
        f'<td width="20%">{escaped(row.what)}</td>',
        f'<td width="41%">{value}{remark}{quote}</td>',
        f'<td width="18%" class="small">{escaped(row.as_of)}</td>',
        f'<td width="13%" class="small">{read_in}</td>',
    )
    return f"<tr{' class=quiet' if row.quiet else ''}>{''.join(cells)}</tr>"


def _table(table: SheetTable, side: str) -> str:
    rows = "\n".join(f"<tr>{''.join(f'<td>{escaped(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    return f'{_heading(table.name, table.answer)}\n<table width="100%" cellpadding="3">\n{_head(table.head, side)}\n{rows}\n</table>'
