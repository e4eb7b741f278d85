"""The window says the same as the command line, and says it through the translator."""

from __future__ import annotations

import pytest

from archiveviewer.gui.language import NBSP
from archiveviewer.gui.search import words
from archiveviewer.query.completing import HELP
from archiveviewer.records import Completion, How, Reading, Reason, Remark
from readings import READINGS, REASONS, REMARKS, A, B


def plain(said: str) -> str:
    """Return words with the quotes and spaces that the command line has."""
    return said.translate({ord("“"): '"', ord("”"): '"', ord(NBSP): " "})


@pytest.mark.parametrize(("reading", "said"), READINGS)
def test_readings(reading: Reading, said: str) -> None:
    assert plain(words.reading_words(reading)) == said


@pytest.mark.parametrize(("remark", "said"), REMARKS)
def test_remarks(remark: Remark, said: str) -> None:
    assert words.remark_words(remark) == said


@pytest.mark.parametrize(("reason", "said"), REASONS)
def test_reasons(reason: Reason, said: str) -> None:
    assert plain(words.reason_words(reason)) == said


COMPLETED = [
    *((Completion(f"{name}:", 0, f"{name}:", said, field=name), said) for name, said in HELP.items()),
    (Completion("", 0, "country:KHM", "", 3, field="country", value="KHM"), "Cambodia"),
    (Completion("", 0, "lang:fr", "", 3, field="lang", value="fr"), "French"),
    (Completion("", 0, 'kind:"article 7 report"', "", 3, field="kind", value="article_7_report"), "Article 7 report"),
    (Completion("", 0, "has:ocr", "", 3, field="has", value="ocr"), "with text recognised from pictures"),
    (Completion("", 0, "folder:Reports", "Reports", 3, field="folder", value="Reports"), "Reports"),
]


@pytest.mark.parametrize(("completion", "said"), COMPLETED)
def test_completions(completion: Completion, said: str) -> None:
    assert words.completion_words(completion) == said


CHIPS = [
    (Reading(How.NEAR, inner=(A, Reading(How.BEGINNING, ("gran",)))), "a near gran…"),
    (Reading(How.WITHOUT, inner=(A,)), "without a"),
    (Reading(How.WITHOUT, inner=(Reading(How.ANY, inner=(A, B)),)), "without (a or b)"),
    (Reading(How.IN_TITLE, inner=(Reading(How.EXACTLY, ("in force",)),)), "in the title: “in force”"),
    (Reading(How.UNKNOWN, ("country", "Atlantis"), (A,)), "country:Atlantis as words"),
    (Reading(How.YEARS, ("2008", "")), "dated 2008 or later"),
]


@pytest.mark.parametrize(("reading", "said"), CHIPS)
def test_a_chip_says_it_in_few_words(reading: Reading, said: str) -> None:
    assert words.chip_words(reading) == said


def test_all_of_it_can_be_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "translate", lambda _, text: f"<{text}>")
    said = [words.reading_words(reading) for reading, _ in READINGS]
    said += [words.remark_words(remark) for remark, _ in REMARKS] + [words.reason_words(reason) for reason, _ in REASONS]
    assert [one for one in said if "<" not in one] == []
