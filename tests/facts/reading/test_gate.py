"""The quick look at a page lets through whatever names mines or their treaties."""

from __future__ import annotations

import pytest

from archiveviewer.facts.reading.gate import may_hold_facts


@pytest.mark.parametrize(
    "text",
    [
        "Cambodia submitted an extension\nrequest.", "the Mine\u00a0Ban Convention", "LANDMINE survivors",
        "at the Meeting of the States\nParties", "an anti\u00a0personnel mine", "www.clusterconvention.org",
        "12 mine/ERW casualties", "the Cluster Bomb Treaty",
        "armes à sous-munitions", "zones minées", "la solicitud de prórroga", "противопехотных мин", "просьба о продлении срока",
        "第五条延期请求", "地雷受害者", "ضحايا الألغام", "គ្រាប់មីន",
    ],
)  # fmt: skip
def test_a_page_about_mines_may_hold_facts(text: str) -> None:
    assert may_hold_facts(text)


@pytest.mark.parametrize(
    "text", ["", "The quantity was determined in minutes.", "An article of the constitution", "Les mineurs et le droit"]
)
def test_other_pages_hold_none(text: str) -> None:
    assert not may_hold_facts(text)
