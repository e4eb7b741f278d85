"""In which order documents come, beyond how often they have the words."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.query.search import search
from archiveviewer.records import ReadDocument, SearchRequest
from libraries import document, library


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        (
            "Complexity of Computations",
            {
                "right": document("Upper bounds " * 40, title="Complexity of computations"),
                "longer": document("Upper bounds.", title="Complexity of Computations (Corrigendum)"),
                "other": document("Nothing of it.", title="Sorting"),
            },
        ),
        (
            "Cambodia signatory of cluster munitions",
            {
                "right": document("Cambodia of cluster munitions, and Cambodia.", country="KHM"),
                "elsewhere": document("A signatory of cluster munitions.", country="NGA"),
                "of no country": document("Cluster munitions."),
            },
        ),
        (
            "mines South Sudan",
            {
                "right": document("South Sudan has mines. " + "Other words. " * 40, country="SSD"),
                "elsewhere": document("Mines laid in South Sudan, mines, mines.", country="SDN"),
                "of no country": document("Nothing."),
            },
        ),
    ],
)
def test_what_the_question_names_comes_first(tmp_path: Path, question: str, documents: dict[str, ReadDocument]) -> None:
    others = {f"other {number}": document(f"Another report {number}.") for number in range(9)}
    with Reader(library(tmp_path, {**documents, **others})) as reader:
        best = search(reader, SearchRequest(question)).hits[0]
        assert best.path.endswith("/right")


def test_a_word_counts_once_in_however_many_forms(tmp_path: Path) -> None:
    documents = {
        "right": document("Nassir, and mines there."),
        "other word": document("Of mines, and of clearing."),
        **{f"clear {number}": document("It is clear.") for number in range(3)},
        **{f"nothing {number}": document("Nothing of it.") for number in range(8)},
    }
    with Reader(library(tmp_path, documents)) as reader:
        hits = search(reader, SearchRequest("clearing mines Nassir")).hits
        assert [Path(hit.path).name for hit in hits[:2]] == ["right", "other word"]
