"""Why a match is in doubt, in the words of the window."""

from __future__ import annotations

import pytest

from archiveviewer.gui.countries.file_deeds import why_words
from archiveviewer.records import Attachment, Evidence, ListedAttachment, MatchDoubt, Source

ITEM = Attachment("KHM", "Decision", "en", "118KB", 120_832, None, "2019", Evidence(1, (0, 8), "Decision"))
PAGE = Source(1, "/a/page.html", "Cambodia", "country_page", None)


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        ((MatchDoubt("size", "118KB", "5.9 MB"),), "the size differs: 118KB listed, 5.9 MB here"),
        ((MatchDoubt("language", "en", "fr"), MatchDoubt("year")), "the language differs: English listed, French here; the year differs"),
        ((MatchDoubt("paper", "request", "revised_request"),), "it is another sort of paper: Revised request"),
        ((), "as it was said before"),
    ],
)
def test_reasons_in_words(reasons: tuple[MatchDoubt, ...], words: str) -> None:
    listed = ListedAttachment(ITEM, PAGE, "doubtful", "/a/x.pdf", "as it was said before", reasons=reasons)
    assert why_words(listed) == words
