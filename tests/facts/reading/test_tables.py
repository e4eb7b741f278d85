"""Tables of figures by years are read where it is clear which column a figure stands in."""

from __future__ import annotations

import re

import pytest

from archiveviewer.facts.reading.context import small
from archiveviewer.facts.reading.tables import tables

TOTAL = re.compile("total|casualties|ap mines destroyed")


def figures(text: str) -> list[tuple[str, str]]:
    """Return the figures with their years that stand under the one head that is meant."""
    return [(figure.year, figure.value) for table in tables(text, small(text)) for figure in table.figures(TOTAL)]


@pytest.mark.parametrize(
    "text",
    [
        "Year | Killed | Total\n2015 | 42 | 1,145\n2016 | 40 | 120",
        "Year | Total\n2015 | 1,145\n2016 | 120\n",
        "Year Killed Total\n2015 42 1,145\n2016 40 120\nSum 82 1,265",
        "Year\nKilled\nTotal\n2015\n42\n1,145\n2016\n40\n120\nSource: x",
        "Reporting year: AP mines found AP mines destroyed\n\n2015 42 1,145\n\n2016 40 120",
        "Year Casualties Of these children\n2015 1,145 3\n2016 120 5",
        "By year 2015 2016\nKilled 42 40\nTotal 1,145 120\nOthers were not counted",
        "2015 | 2016 | Total\nTotal: | 1,145 | 120 | 1,265",
        "Year Total\n2014 n/a\n2015 1,145\n2016 120",
    ],
)
def test_figures_are_found_in_every_layout(text: str) -> None:
    assert figures(f"About them\n{text}\n") == [("2015", "1145"), ("2016", "120")]


@pytest.mark.parametrize(
    "text",
    [
        "Year Total\n2015 145",
        "Year Killed\n2015 145\n2016 120",
        "Year Total Total\n2015 145 3\n2016 120 3",
        "Year Total\n2015 145\n2016 120 12",
        "Year Total\nNorth 145\nSouth 120",
        "Year | Killed | Total\n2015 | 42\n2016 | 40",
        "In the years 2015 2016 there were many.\nTotal 145 120",
        "Years of work 2015 2015\nTotal 145 120",
        "The year that was total\n2015 145\n2016 120",
    ],
)
def test_what_is_not_clear_is_left_alone(text: str) -> None:
    assert figures(text) == []


def test_blanks_and_long_lines_are_no_tables() -> None:
    for text in (" " * 500 + "2015 2016 ", "x" * 500 + " 2015 2016 \nTotal 1 2", "year", "year\n", "2015 2016 |"):
        assert figures(text) == []


def test_a_sentence_above_the_heading_of_a_table_is_no_part_of_its_title() -> None:
    (table,) = tables(text := "Stock: none is held.\n\nAchievements\n\nYear Total\n2015 145\n2016 120\n", small(text))
    assert table.title == "achievements year total"


def test_a_figure_stands_where_its_row_stands() -> None:
    text = "Casualties\nYear Total\n2015 145\n2016 120\n"
    (table,) = tables(text, small(text))
    assert table.title == "casualties year total"
    assert [text[figure.start : figure.end] for figure in table.figures(TOTAL)] == ["2015 145", "2016 120"]
