"""Files that pages list, in the layouts that pages print them in. Titles are made up."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import Findings, read
from archiveviewer.records import PageText

LAYOUTS: tuple[tuple[str, tuple[tuple[str, str | None, str | None], ...]], ...] = (
    (
        "Peru's Extension Request received 20 July 2016 Spanish PDF 3.2 MB\n"
        "Peru's Extension Request - Summary\nEnglish PDF 210 KB | French PDF 220KB",
        (
            ("Peru's Extension Request", "es", "3.2 MB"),
            ("Peru's Extension Request - Summary", "en", "210 KB"),
            ("Peru's Extension Request - Summary", "fr", "220KB"),
        ),
    ),
    (
        "Additional information received on 4 September 2016 PDF 1.1MB\nAnalysis of the request\nArabic PDF 101KB l Chinese PDF 301KB",
        (("Additional information", None, "1.1MB"), ("Analysis of the request", "ar", "101KB"), ("Analysis of the request", "zh", "301KB")),
    ),
    (
        "Statement by Peru, November 2019 (PDF, 120 KB)\nWorkplan for 2020-2024 [PDF 2.3 Mo]",
        (("Statement by Peru, November 2019", None, "120 KB"), ("Workplan for 2020-2024", None, "2.3 Mo")),
    ),
    (
        "2021 Peru's request (English, PDF 1.2 MB; French, PDF 1.3 MB)\nPeru's work plan, received on 30 April 2022, English PDF 2.2MB",
        (("2021 Peru's request", "en", "1.2 MB"), ("2021 Peru's request", "fr", "1.3 MB"), ("Peru's work plan", "en", "2.2MB")),
    ),
    (
        "Demande de prolongation, 9 juin 2020 | French | PDF 1.6 MB\nReport, phase III Danish PDF 7.4MB",
        (("Demande de prolongation, 9 juin 2020", "fr", "1.6 MB"), ("Report, phase III", "da", "7.4MB")),
    ),
    (
        "2021 Extension RequestTürkiye's Extension Request Received 31 March 2021 PDF 4.4MB"
        "Türkiye's Additional Information Received 17 June 2021 PDF 92KB",
        (("Türkiye's Extension Request", None, "4.4MB"), ("Türkiye's Additional Information", None, "92KB")),
    ),
    (
        "Decision PDF 40KB\n\nDeclaration of Completion\n\nPeru's Declaration of Completion, 2012 | English PDF 156KB",
        (("Decision", None, "40KB"), ("Peru's Declaration of Completion, 2012", "en", "156KB")),
    ),
    ("Download the press release | PDF 150KB", (("press release", None, "150KB"),)),
    ("Press release | PDF 96KB\nDecision | English PDF 40KB", (("Decision", "en", "40KB"),)),
    (
        "Peru's Extension Request, received 3 April 2017 | PDF 2.1MB\nPeru's Revision (received: 3 May 2018) [PDF, 3.0 MB]",
        (("Peru's Extension Request", None, "2.1MB"), ("Peru's Revision", None, "3.0 MB")),
    ),
    (
        "Peru's Extension Request Received 28 May 2020\nSpanish PDF 1.9MB\nPeru's Decision\nEnglish PDF 122KB",
        (("Peru's Extension Request", "es", "1.9MB"), ("Peru's Decision", "en", "122KB")),
    ),
    (
        "Analysis [EN, 131 KB] [FR, 140 KB]\nPeru's request - 31 March 2023 - ESP - 4.8 MB\nThe DVD PDF 2MB",
        (
            ("Analysis", "en", "131 KB"),
            ("Analysis", "fr", "140 KB"),
            ("Peru's request - 31 March 2023", "es", "4.8 MB"),
            ("The DVD", None, "2MB"),
        ),
    ),
    (
        "Peru's 2021 Extension Request (Portuguese) PDF 1.1MB\nPeru's Extension Request AnalysisEnglish PDF 139KB | Spanish PDF 146KB",
        (
            ("Peru's 2021 Extension Request", "pt", "1.1MB"),
            ("Peru's Extension Request Analysis", "en", "139KB"),
            ("Peru's Extension Request Analysis", "es", "146KB"),
        ),
    ),
    (
        "Chad | new deadline: 1 May 2010 | Decision English PDF 36KB | Spanish PDF 37KB",
        (("Chad: Decision", "en", "36KB"), ("Chad: Decision", "es", "37KB")),
    ),
    (
        "Extension request - 5 May 2022 | Revised request - 4 August 2022 PDF 1.1MB",
        (("Extension request - 5 May 2022", None, None), ("Revised request - 4 August 2022", None, "1.1MB")),
    ),
    ("Peru: Request PDF 154KB | Analysis PDF 88KB", (("Peru: Request", None, "154KB"), ("Peru: Analysis", None, "88KB"))),
    ("Decision English PDF 40KB French PDF 42KB", (("Decision", "en", "40KB"), ("Decision", "fr", "42KB"))),
)


@pytest.mark.parametrize(("listing", "files"), LAYOUTS)
def test_listed_files(listing: str, files: tuple[tuple[str, str | None, str | None], ...]) -> None:
    text = f"Peru\n\nPeru ratified the Convention on 17 June 1998.\n\nExtension Requests\n\n{listing}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Peru", name="peru")
    assert [(item.title, item.language, item.size) for item in found.attachments] == list(files)


def test_a_day_on_the_line_of_the_title_is_that_of_the_file_below() -> None:
    found = _found("Peru\n\nPeru's Extension Request Received 28 May 2020\nSpanish PDF 1.9MB\nPeru's Decision\nEnglish PDF 122KB\n")
    assert [item.received for item in found.attachments] == ["2020-05-28", None]


@pytest.mark.parametrize("below", ["English | French", "Spanish PDF 1.9MB | Annex A PDF 2MB"])
def test_a_day_on_the_line_of_the_title_is_that_of_no_other_file(below: str) -> None:
    found = _found(f"Peru\n\nPeru's Extension Request Received 28 May 2020\n{below}\nPeru's Decision\nEnglish PDF 122KB\n")
    others = [item for item in found.attachments if item.title != "Peru's Extension Request"]
    assert others
    assert all(item.received is None for item in others)


def _found(text: str) -> Findings:
    return read((PageText(number=1, label="1", text=text),), paged=False, title="Peru, country page", name="peru")


def test_a_line_without_a_size_counts_behind_other_items_even_when_sentences_follow() -> None:
    found = _found(
        "Peru\n\nPeru ratified the Convention on 17 June 1998.\n\nPeru's Presentation, May 2019 PDF 1.3 MB\n\n"
        "Peru's National Mine Action Strategy 2009-2013\n\n"
        "Peru is a State Party to the Convention on the Rights of Persons with Disabilities.\n"
    )
    assert [item.title for item in found.attachments] == ["Peru's Presentation, May 2019", "Peru's National Mine Action Strategy 2009-2013"]


@pytest.mark.parametrize(
    "line",
    [
        "Peru's Extension Request Decision (English, French)",
        "Peru's Extension Request Decision | English | French",
        "Peru's Extension Request Decision English and French",
        "Peru's Extension Request Decision\nEnglish | French",
    ],
)
def test_a_document_may_be_listed_with_its_languages_only(line: str) -> None:
    found = _found(f"Peru\n\nPeru ratified the Convention on 17 June 1998.\n\nPeru's Extension Request PDF 1.3 MB\n\n{line}\n")
    said = [(item.title, item.language) for item in found.attachments]
    assert said[1:] == [("Peru's Extension Request Decision", "en"), ("Peru's Extension Request Decision", "fr")]


@pytest.mark.parametrize(
    ("line", "country"),
    [
        ("Decision on the Article 5 extension request submitted by Chad", "TCD"),
        ("Chad: Statement", "TCD"),
        ("Plan on Victim Assistance 2010-2014", "PER"),
    ],
)
def test_a_title_may_say_whose_document_it_is(line: str, country: str) -> None:
    found = _found(f"Peru\n\nPeru ratified the Convention on 17 June 1998.\n\nPeru's Extension Request PDF 1.3 MB\n\n{line}\n")
    assert [(item.title, item.country) for item in found.attachments[1:]] == [(line, country)]


def test_a_menu_of_languages_lists_no_file() -> None:
    assert not _found("Peru\n\nEnglish | French | Spanish\n\nPeru ratified the Mine Ban Treaty on 17 June 1998.\n").attachments


def test_a_sentence_about_what_was_received_lists_no_file() -> None:
    assert not _found("Peru\n\nPeru reports on mines every year. The latest one received is that of 15 May 2018.\n").attachments


def test_a_received_work_plan_is_an_event() -> None:
    found = _found(
        "Peru\n\nPeru ratified the Mine Ban Treaty on 17 June 1998.\n\nPeru's Work Plan 2022-2024 Received 16 May 2022 Spanish PDF 690KB\n"
    )
    assert ("work_plan", "2022-05-16") in [(event.kind, event.date) for event in found.events]


def test_a_title_may_end_in_the_day_of_a_step() -> None:
    text = "Peru\n\nPeru ratified the Mine Ban Treaty on 17 June 1998.\n\nRevised request - 4 August 2022 PDF 1.1MB\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Peru", name="peru")
    assert ("revised_request", "2022-08-04") in {(event.kind, event.date) for event in found.events}
