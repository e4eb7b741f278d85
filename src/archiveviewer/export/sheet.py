"""The sheet of one country for a report: every fact with its day, its sentence and its source, and the listed documents.

All words come with the sheet, in the language of the reader; this writes them as one HTML file without scripts, fonts or links, or as a
table. The HTML keeps to what text documents of Qt know too, for the PDF is printed from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archiveviewer.export.tables import csv_text
from archiveviewer.text.escaping import html as escaped
from archiveviewer.text.escaping import isolate


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


# margins in px: text documents of Qt pass over those in pt
_SCREEN = "body { background: #FFFFFF; max-width: 60em; margin: 1.5em auto; padding: 0 1em; }"
_STYLE = """
body { font-family: sans-serif; font-size: 10pt; color: #1A1F26; }
h1 { font-size: 18pt; margin-bottom: 9px; }
h2, .heading { font-size: 12pt; font-weight: 600; margin-top: 18px; margin-bottom: 3px; }
.beside { font-size: 8.5pt; font-weight: 400; color: #4C5662; }
p { margin-top: 3px; margin-bottom: 3px; }
table { border-collapse: collapse; }
td, th { vertical-align: top; border-bottom: 1px solid #DCE1E7; }
.quiet, .quiet td { color: #4C5662; }
.small { font-size: 8.5pt; color: #4C5662; }
.answer { font-size: 12pt; font-weight: 600; }
.apart { border: 1px dashed #78838F; padding: 5px; }
"""


_FULL_LINE = '<span style="font-size: 10pt">&#8203;</span>'
"""Makes the first line of small letters as high as that of others: a text document of Qt moves each cell to the next page for itself."""


def html(sheet: CountrySheet, *, printed: bool = False) -> str:
    """Return the sheet as one HTML file; `printed` leaves out what only a browser needs, and does what Qt's text documents do not."""
    style = _STYLE if printed else _SCREEN + _STYLE
    page = _Page(backwards=sheet.backwards, printed=printed)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escaped(sheet.language)}" dir="{"rtl" if sheet.backwards else "ltr"}">',
        f'<head><meta charset="utf-8"><title>{escaped(sheet.title)}</title><style>{style}</style></head>',
        f"<body>\n<h1>{page.said(sheet.title)}</h1>",
        page.line(sheet.subtitle, "small"),
        *(page.line(line, "answer" if number == 0 else "") for number, line in enumerate(sheet.lead)),
        page.line(sheet.apart, "apart"),
        *(page.group(group, sheet.head) for group in sheet.groups if group.rows),
        *(page.table(table) for table in sheet.tables if table.rows),
        *(page.line(line, "small") for line in sheet.foot),
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


@dataclass(frozen=True, slots=True)
class _Page:
    """Writes the parts of the HTML. Where the sheet runs from right to left each text keeps its own direction.

    A text document of Qt does not mirror the columns of a table, so a `printed` sheet has them the other way round.
    """

    backwards: bool
    printed: bool

    def said(self, text: str) -> str:
        """Return a text as HTML shows it."""
        return escaped(isolate(text)) if self.backwards and text else escaped(text)

    def line(self, text: str, kind: str) -> str:
        """Return a paragraph, or nothing for no text."""
        if not text:
            return ""
        return f'<p class="{kind}">{self.said(text)}</p>' if kind else f"<p>{self.said(text)}</p>"

    def _cells(self, cells: Iterable[str]) -> str:
        found = list(cells)
        return "".join(reversed(found) if self.backwards and self.printed else found)

    def _head(self, cells: Iterable[str]) -> str:
        side = "right" if self.backwards else "left"
        return f'<tr class="small">{self._cells(f"<th align={side}>{self.said(cell)}</th>" for cell in cells)}</tr>'

    def _heading(self, name: str, answer: str) -> str:
        tag, end = ('p class="heading"', "p") if self.printed else ("h2", "h2")  # Qt enlarges all that stands in a heading
        return f'<{tag}>{self.said(name)} <span class="beside">{self.said(answer)}</span></{end}>'

    def group(self, group: SheetGroup, head: Sequence[str]) -> str:
        """Return a group as a table under its heading."""
        rows = "\n".join(self._row(row) for row in group.rows)
        kind = ' class="apart"' if group.apart else ""
        table = f'<table width="100%" cellpadding="3"{kind}>\n{self._head(head)}\n{rows}\n</table>'
        return f"{self._heading(group.name, group.answer)}\n{table}"

    def _row(self, row: SheetRow) -> str:
        value = self.said(row.value) if row.quiet else f"<b>{self.said(row.value)}</b>"
        remark = f' <span class="small">{self.said(row.remark)}</span>' if row.remark else ""
        quote = f'<br><span class="small">{self.said(f"“{row.quote}”")}</span>' if row.quote else ""
        places = ((row.source, row.place), *row.more) if row.source else ()
        read_in = ", ".join(f"[{number}]&nbsp;{self.said(place)}" for number, place in places)
        first = _FULL_LINE if self.printed else ""
        cells = (
            f'<td width="8%" class="small">{first}{self.said(row.article)}</td>',
            f'<td width="19%">{self.said(row.what)}</td>',
            f'<td width="38%">{value}{remark}{quote}</td>',
            f'<td width="22%" class="small">{first}{self.said(row.as_of)}</td>',
            f'<td width="13%" class="small">{first}{read_in}</td>',
        )
        return f"<tr{' class=quiet' if row.quiet else ''}>{self._cells(cells)}</tr>"

    def table(self, table: SheetTable) -> str:
        """Return a table under its heading."""
        rows = "\n".join(f"<tr>{self._cells(f'<td>{self.said(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
        body = f'<table width="100%" cellpadding="3">\n{self._head(table.head)}\n{rows}\n</table>'
        return f"{self._heading(table.name, table.answer)}\n{body}"
