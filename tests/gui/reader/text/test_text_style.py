"""How the text of a document stands in the text view."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from archiveviewer.gui.reader.text.text_style import TextStyle
from archiveviewer.gui.theme import Theme

MARKDOWN = "# Chad\n\nWork goes on.\n\n## Deadlines\n\n```\n# a remark in code\n```\n#hashtag\n### Requests\n"


def sizes(theme: Theme, *, markdown: bool) -> dict[str, list[float]]:
    """Return the sizes of the letters of each line, one for each run of them."""
    document = QTextDocument()
    TextStyle(theme, markdown=markdown).put(QTextCursor(document), "", MARKDOWN)
    assert document.toPlainText() == MARKDOWN, "positions of words are counted in the text as it is"
    lines = map(document.findBlockByNumber, range(document.blockCount()))
    return {line.text(): [run.format.fontPointSize() for run in line.textFormats()] for line in lines}


def test_headings_of_markdown_are_larger_and_their_signs_take_no_room(theme: Theme) -> None:
    found = sizes(theme, markdown=True)
    (body,) = found["Work goes on."]
    heads = [found[line] for line in ("# Chad", "## Deadlines", "### Requests")]
    assert all(signs < 2 for signs, _ in heads)
    assert [words for _, words in heads] == sorted((words for _, words in heads), reverse=True)
    assert all(words > body for _, words in heads)


@pytest.mark.parametrize("line", ["# a remark in code", "#hashtag", "Work goes on."])
def test_what_is_no_heading_of_markdown(theme: Theme, line: str) -> None:
    found = sizes(theme, markdown=True)
    assert found[line] == found["Work goes on."]


def test_another_text_is_left_as_it_is(theme: Theme) -> None:
    found = sizes(theme, markdown=False)
    assert found["# Chad"] == found["Work goes on."]
