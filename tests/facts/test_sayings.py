r"""What many ways of saying a thing give, in the manner of country pages, Monitor profiles and clearance reviews of many countries.

The sentences are our own and stand in `sayings/*.txt`, one a line: country and kind of page, words, and what they give (nothing when
they are a near miss). `\n` breaks a line. Dates and figures may be made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.facts.reading.read import read
from archiveviewer.records import PageText
from archiveviewer.text import names

FOLDER = Path(__file__).parent / "sayings"
HEADINGS = {
    "": "Anti-Personnel Mine Ban Convention",
    "c": "Cluster Munition Ban Policy",
    "m": "Mine Action",
    "r": "Key Data",
    "-": "",
    "f": "Convention sur l’interdiction des mines antipersonnel",
    "fc": "Convention sur les armes à sous-munitions",
    "e": "Convención sobre la prohibición de las minas antipersonal",
    "ec": "Convención sobre Municiones en Racimo",
}
PARTY = ("status", "state_party")
CURRENT = "apmbc.art5.deadline_current"
_GIVES = re.compile(r"([\w.]+)=((?:INVALID|INCOMPLETE):.*?(?= [\w.]+=|$)|\S+)")


def _rows() -> Iterator[tuple[str, str, str, frozenset[tuple[str, str]]]]:
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                who, rest = line.split(" | ", 1)
                words, _, gives = rest.rpartition(" |")
                code, _, kind = who.partition("/")
                yield code, kind, words.replace("\\n", "\n").replace("\\t", "\t"), frozenset(_GIVES.findall(gives.strip()))


ROWS = tuple(_rows())


def facts_of(code: str, kind: str, words: str) -> set[tuple[str, str]]:
    """Return what a page of a country with a few words states about that country."""
    name = names.name_of(code)
    text = f"{name}\n\n{HEADINGS[kind]}\n\n{words}\n"
    found = read((PageText(number=1, label="1", text=text),), paged=False, title=f"{name}, country page", name=name)
    return {(fact.type, fact.value) for fact in found.facts if fact.country == code and fact.type != CURRENT}


@pytest.mark.parametrize(("code", "kind", "words", "gives"), ROWS, ids=[words[:80] for _, _, words, _ in ROWS])
def test_a_saying_gives_its_facts_and_no_others(code: str, kind: str, words: str, gives: frozenset[tuple[str, str]]) -> None:
    assert facts_of(code, kind, words) == set(gives)
