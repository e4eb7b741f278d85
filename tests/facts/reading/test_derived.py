"""Which of several sentences that say the same thing is quoted for it."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (
            "Bulgaria signed the CCM on 3 December 2008 and ratified it on 6 April 2011.\n\n"
            "The Convention entered into force for the country on 1 October 2011.",
            "The Convention entered into force for the country on 1 October 2011.",
        ),
        (
            "Bulgaria becomes 70th State Party\n\nBulgaria ratified the Convention on Cluster Munitions on 6 April 2011.\n\n"
            "Bulgaria thereby becomes the 70th State Party to the Convention.",
            "Bulgaria thereby becomes the 70th State Party to the Convention.",
        ),
        (
            "Bulgaria has become the 162nd State to join the Convention on Cluster Munitions. It ratified on 6 April 2011.",
            "Bulgaria has become the 162nd State to join the Convention on Cluster Munitions.",
        ),
    ],
)
def test_a_status_is_quoted_where_it_is_told_best(words: str, quoted: str) -> None:
    text = f"Bulgaria\n\nConvention on Cluster Munitions\n\n{words}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Bulgaria", name="Bulgaria")
    told = [fact.evidence for fact in found.facts if fact.type == "ccm.status"]
    assert [evidence.quote for evidence in told if evidence] == [quoted]
