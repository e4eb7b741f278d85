"""Countries in questions, languages of documents, and the counts of filters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.gui.search.facets import choices
from archiveviewer.gui.search.languages import chips_of, versions
from archiveviewer.gui.search.named import known, named, proof, row
from archiveviewer.gui.search.question import Filter, Question
from archiveviewer.gui.widgets.chips import Chip, Look
from archiveviewer.query.clock import never
from archiveviewer.records import Attachment, Evidence, ListedAttachment, SearchRequest, Sibling, Source
from gui.fakes import FakeArchive, door

ARCHIVE = FakeArchive()


@pytest.mark.parametrize(
    ("text", "code"), [("camb", "KHM"), ("Cambodia", "KHM"), ("KHM", "KHM"), ("ang", "AGO"), ("s", None), ("deadline", None), ("", None)]
)
def test_country_that_a_question_names(text: str, code: str | None) -> None:
    found = named(text, known(door(ARCHIVE)))
    assert (found.code if found else None) == code


def test_row_of_a_country_says_deadline_and_state() -> None:
    cambodia = named("cambodia", known(door(ARCHIVE)))
    assert cambodia is not None
    said = row(cambodia)
    assert said.state == "passed"
    assert said.sentence.replace("\u00a0", " ") == "Clearance deadline 31 December 2025. Passed, as far as this archive knows."
    place = proof(cambodia)
    assert place is not None
    assert place.value == "2025-12-31"


def listed(language: str, *, state: str, match: str | None = None) -> ListedAttachment:
    attachment = Attachment("KHM", "Analysis", language, "102 KB", None, None, "2009", Evidence(1, (0, 8), "Analysis"))
    return ListedAttachment(attachment, Source(102, "/p", "Country page", "country_page", None), state, match)


def test_languages_listed_here_and_missing() -> None:
    hit = replace(ARCHIVE.search(SearchRequest("analysis")).hits[0], siblings=())
    rows = (listed("ru", state="missing"), listed("en", state="present", match=hit.path), listed("ar", state="present", match="/other"))
    assert chips_of([hit], {"KHM": versions(rows)}, yours=("en",)) == {
        103: (Chip("AR", Look.HERE), Chip("EN", Look.YOURS), Chip("RU", Look.MISSING))
    }
    assert chips_of([hit], {"KHM": versions(rows[1:2])}, yours=()) == {}


def test_languages_that_a_row_stands_for() -> None:
    hit = ARCHIVE.search(SearchRequest("analysis")).hits[0]
    arabic, khmer = Sibling(9, "ar", "/other", "9"), Sibling(8, "km", "/third", "8")
    hit = replace(hit, siblings=(arabic, khmer))
    here = (Chip("AR", Look.HERE), Chip("EN", Look.YOURS), Chip("KM", Look.HERE))
    assert chips_of([hit], {}, yours=("en",)) == {103: here}
    rows = (listed("ru", state="missing"), listed("ar", state="present", match="/other"))
    assert chips_of([hit], {"KHM": versions(rows)}, yours=("en",)) == {103: (*here[:2], Chip("RU", Look.MISSING), here[2])}
    assert chips_of([replace(hit, siblings=())], {}, yours=("en",)) == {}


def test_filters_count_what_the_question_finds() -> None:
    found = choices(door(ARCHIVE), Question("deadline", (Filter("kind", "annex", "annex"),)), "kind", never)
    assert {choice.filter.label: choice.count for choice in found} == {
        "extension request": 1,
        "country page": 1,
        "analysis": 1,
        "annex": 1,
        "other documents": 1,
        "statement": 1,
    }
    languages = choices(door(ARCHIVE), Question("deadline"), "lang", never)
    assert [(choice.filter, choice.count) for choice in languages] == [(Filter("lang", "en", "English"), 6)]
    folders = choices(door(ARCHIVE), Question("deadline"), "folder", never)
    assert [(choice.filter.label, choice.count) for choice in folders] == [("Cambodia 2019", 6)]


def test_filters_without_a_question_count_the_library() -> None:
    countries = choices(door(ARCHIVE), Question(), "country", never)
    assert [(choice.filter, choice.count) for choice in countries] == [(Filter("country", "KHM", "Cambodia"), 7)]
