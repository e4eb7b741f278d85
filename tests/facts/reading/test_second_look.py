"""A draft decides nothing, and a declaration that is taken back undoes the completion; sentences stand in `sayings/second-look.txt`."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.facts.reading.second_look import is_draft
from archiveviewer.records import Kind, PageText

DECISION = """{head}
Decision on the request submitted by Angola for an extension of the deadline for completing the destruction of anti-personnel mines
1. The Meeting of the States Parties assessed the request submitted by Angola, agreeing to grant the request for an extension until 31 \
December 2028.
"""


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Fourth Review Conference", "apmbc.art5.deadline"),
        ("Draft submitted by the President", "apmbc.art5.deadline_requested"),
        ("DRAFT", "apmbc.art5.deadline_requested"),
    ],
)
def test_a_draft_sets_no_deadline(head: str, kind: str) -> None:
    text = DECISION.format(head=head)
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Decision", name="decision")
    assert [fact.type for fact in found.facts if fact.value == "2028-12-31" and not fact.type.endswith("_current")] == [kind]


@pytest.mark.parametrize(
    ("kind", "head", "title", "draft"),
    [
        (Kind.DECISION, "Draft decision on the request submitted by Chad", "", True),
        (Kind.DECISION, "Decision (draft as of 3 November 2019)", "", True),
        (Kind.DECISION, "", "Proposed decision on the extension request of Angola", True),
        (Kind.DECISION, "PROYECTO DE DECISIÓN", "", True),
        (Kind.DECISION, "Projet de décision", "", True),
        (Kind.DECISION, "Decision on the request. The Committee had drafted its analysis.", "Decision", False),
        (Kind.COUNTRY_PAGE, "Draft decision", "", False),
    ],
)
def test_what_a_draft_is(kind: Kind, head: str, title: str, *, draft: bool) -> None:
    assert is_draft(kind, head, title) is draft


BACK = """Croatia

Anti-Personnel Mine Ban Convention

Croatia's mine clearance deadline is 1 March 2026.
On 27 February 2026, Croatia declared completion of its Article 5 obligations.
On 5 June 2026 Croatia withdrew its declaration of completion.
"""


def test_a_declaration_taken_back_is_told() -> None:
    found = read((PageText(number=1, label="1", text=BACK),), paged=False, title="Croatia", name="Croatia")
    told = [(event.kind, event.date) for event in found.events if event.date > "2026-02"]
    assert set(told) == {
        ("art5_completion", "2026-02-27"),
        ("completion_declared", "2026-02-27"),
        ("art5_deadline", "2026-03-01"),
        ("new_mined_areas", "2026-06-05"),
    }


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("On 24 April 2012, Jordan declared completion.", ["2012-04-24"]),
        ("On 24 April 2012, Jordan declared completion, but residual contamination remains in 10 square kilometres.", []),
        ("Media wrongly reported that Jordan declared completion on 24 April 2012.", []),
    ],
)
def test_a_declaration_that_is_only_told_is_looked_at_too(said: str, told: list[str]) -> None:
    text = f"Jordan\n\nAnti-Personnel Mine Ban Convention\n\nJordan's mine clearance deadline is 1 May 2012.\n{said}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title="Jordan", name="Jordan")
    assert sorted({event.date for event in found.events if "completion" in event.kind}) == told
