"""The sheet of a country as HTML and as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

from archiveviewer.export.sheet import CountrySheet, SheetGroup, SheetRow, SheetSource, SheetTable, html
from archiveviewer.export.sheet import csv as sheet_csv

SHEET = CountrySheet(
    title="Cambodia <script>",
    subtitle="KHM · as seen on 23 November 2026",
    language="ar",
    backwards=True,
    lead=("Clearance deadline 31 December 2025", "It ran out."),
    apart="Not in this archive: 31 December 2030",
    head=("Article", "What", "Value", "As of", "Read in"),
    groups=(
        SheetGroup(
            "Mine Ban Convention",
            "State Party",
            (
                SheetRow(
                    "Art. 3", "Mines retained", "1,235 mines", "2019", source=1, place="§ 3", quote="=1,235 & more", more=((2, "p. 4"),)
                ),
                SheetRow("Art. 9", "National law", "not stated in this archive", quiet=True),
            ),
        ),
        SheetGroup("Not in this archive", "", (SheetRow("", "In force", "1 January 2000"),), apart=True),
        SheetGroup("Situation", "", ()),
    ),
    tables=(SheetTable("Sources", "", ("", "Title"), (("[1]", "Country page"),)),),
    foot=("Read from saved documents.",),
    sources=(SheetSource(1, "Country page", "2019", "Cambodia.html", "00ff"), SheetSource(2, "Monitor", "2011", "Monitor.pdf", "11ff")),
)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser calls it so
        self.seen.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_html_is_whole_and_holds_nothing_foreign() -> None:
    tags = _Tags()
    tags.feed(html(SHEET))
    assert tags.open == []
    assert not {"script", "a", "img", "link"} & set(tags.seen)
    assert tags.seen.count("table") == 3


def test_the_html_says_value_sentence_and_every_source() -> None:
    text = html(SHEET)
    assert '<html lang="ar" dir="rtl">' in text
    text = text.replace("\u2068", "").replace("\u2069", "")
    assert "<b>1,235 mines</b>" in text
    assert "“=1,235 &amp; more”" in text
    assert "[1]&nbsp;§ 3, [2]&nbsp;p. 4" in text
    assert '<p class="apart">Not in this archive: 31 December 2030</p>' in text
    assert "max-width" not in html(SHEET, printed=True)


def test_what_runs_from_right_to_left_keeps_the_direction_of_each_text() -> None:
    assert "\u2068“=1,235 &amp; more”\u2069" in html(SHEET)
    texts = [html(SHEET, printed=printed) for printed in (False, True)]
    order = [text.index("Mines retained") < text.index("1,235 mines") for text in texts]
    assert order == [True, False]
    assert "\u2068" not in html(replace(SHEET, backwards=False))


def test_the_table_names_the_file_of_each_source_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(sheet_csv(SHEET))))
    assert [(row["Value"], row["file"], row["place"], row["sentence"]) for row in rows] == [
        ("1,235 mines", "Cambodia.html", "§ 3", "'=1,235 & more"),
        ("1,235 mines", "Monitor.pdf", "p. 4", ""),
        ("not stated in this archive", "", "", ""),
        ("1 January 2000", "", "", ""),
    ]
