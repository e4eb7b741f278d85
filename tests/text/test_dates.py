"""Dates as real pages print them."""

from __future__ import annotations

import time

import pytest

from archiveviewer.text import dates


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("not later than 1 January 2010", "2010-01-01"),
        ("not later than 1\u00a0January\u00a02010.", "2010-01-01"),
        ("a new deadline set for 31 December 2025.", "2025-12-31"),
        ("sets December 31, 2030, as", "2030-12-31"),
        ("acceded to the APMBC in December 2017, with", "2017-12"),
        ("an extension until January 2018, and", "2018-01"),
        ("In 2007, Ecuador reported", "2007"),
        ("on the 3rd of March 1999", "1999-03-03"),
        ("on 2nd July 2001", "2001-07-02"),
        ("vencía el 1o de marzo de 2009", "2009-03-01"),
        ("el 1.º de marzo de 2009", "2009-03-01"),
        ("el primero de marzo de 2009", "2009-03-01"),
        ("en marzo de 2009", "2009-03"),
        ("Depuis le 1er Juin 2018, la Palestine", "2018-06-01"),
        ("D’ici au 28 novembre 2018", "2018-11-28"),
        ("el 27 de marzo de 2019", "2019-03-27"),
        ("em 27 de março de 2019", "2019-03-27"),
        ("27 марта 2019 года", "2019-03-27"),
        ("في ٢٧ آذار/مارس ٢٠١٩", "2019-03-27"),
        ("27 تشرين الثاني/نوفمبر 2019", "2019-11-27"),
        ("2019年3月27日", "2019-03-27"),
        ("01.06.2018", "2018-06-01"),
        ("27/03/2019", "2019-03-27"),
        ("03/27/2019", "2019-03-27"),
        ("2009-08-24", "2009-08-24"),
        ("Last Updated: Wednesday, November 18, 2020", "2020-11-18"),
        ("Oct. 2004", "2004-10"),
        ("15 August 27", "INVALID:15 August 27"),
        ("18 November 2OO7", "INVALID:18 November 2OO7"),
        ("31 June 2010", "INVALID:31 June 2010"),
        ("3 December 1007", "INVALID:3 December 1007"),
        ("November of 1999", "1999-11"),
        ("Today, January 10, Finland's withdrawal", "INCOMPLETE:January 10"),
        ("which took place on 15 March in Phnom Penh", "INCOMPLETE:15 March"),
        ("on 15 August 27 people came", "INCOMPLETE:15 August"),
    ],
)
def test_one_date(said: str, day: str) -> None:
    assert [mention.value for mention in dates.find(said)] == [day]


@pytest.mark.parametrize(
    "said", ["3,235 mines", "12 mines", "03/04/2010", "S/2025/194", "paragraph 2", "20095", "1,999", "0.2010", "May I ask"]
)
def test_no_date(said: str) -> None:
    assert dates.find(said) == ()


def test_a_span_of_days_counts_by_its_last() -> None:
    (mention,) = dates.find("Oslo, 25 – 29 November 2019, Norway")
    assert (mention.since, mention.value) == ("2019-11-25", "2019-11-29")
    (mention,) = dates.find("in Geneva on December 1–5, 2025")
    assert (mention.since, mention.value) == ("2025-12-01", "2025-12-05")


def test_spans_cover_exactly_the_words() -> None:
    text = "on 21 June and 24 August 2018 it came"
    assert [text[slice(*mention.span)] for mention in dates.find(text)] == ["21 June", "24 August 2018"]


@pytest.mark.parametrize(("text", "value"), [("1 March 2000", "2000-03-01"), ("on 1 March 2000", None), ("", None), ("mines", None)])
def test_parse_takes_a_date_and_nothing_else(text: str, value: str | None) -> None:
    assert dates.parse(text) == value


@pytest.mark.parametrize("bait", ["1 a", "12 ", "aaaaaaaaaaaaa ", "1-", "1 January ", "may 1-", "２０"])
def test_hostile_text_takes_linear_time(bait: str) -> None:
    text = bait * (100_000 // len(bait))
    started = time.process_time()
    dates.find(text)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("line", "breaks"),
    [
        ("Kenya signed the Convention on 5 December", True),
        ("Le Mali l'a signée le 3 décembre", True),
        ("Perú la firmó el 3 de diciembre", True),
        ("Kenya signed the Convention in December", False),
        ("Kenya destroyed 35 mines", False),
        ("Kenya signed the Convention on 5 December 1997", False),
    ],
)
def test_a_day_without_its_year_at_the_end_of_a_line(line: str, breaks: bool) -> None:
    assert dates.breaks_off(line) is breaks
