"""Files that pages list, in the layouts that pages print them in. Titles are made up."""

from __future__ import annotations

import pytest

from archiveviewer.facts.read import read
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
    ("Decision English PDF 40KB French PDF 42KB", (("Decision", "en", "40KB"), ("Decision", "fr", "42KB"))),
)


@pytest.mark.parametrize(("listing", "files"), LAYOUTS)
def test_listed_files(listing: str, files: tuple[tuple[str, str | None, str | None], ...]) -> None:
    text = f"Peru\n\nPeru ratified the Convention on 17 June 1998.\n\nExtension Requests\n\n{listing}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Peru", name="peru")
    assert [(item.title, item.language, item.size) for item in found.attachments] == list(files)
