"""What kinds of documents are called in the window, and that they are found by what they are called."""

from __future__ import annotations

import pytest

from archiveviewer.gui.kinds import document_word
from archiveviewer.query.fields import filter_of
from archiveviewer.query.nodes import Field
from archiveviewer.records import Kind


@pytest.mark.parametrize("kind", list(Kind))
def test_a_kind_is_found_by_the_word_that_stands_beside_a_document(kind: Kind) -> None:
    found = filter_of(Field("kind", document_word(kind.value, "a.pdf")))
    assert found is not None
    assert found.values == (kind.value,)
