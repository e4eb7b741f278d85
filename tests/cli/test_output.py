"""What is printed: JSON for scripts, lines that cannot play tricks for people."""

from __future__ import annotations

import io
import json

import pytest

from archiveviewer.cli.output import Printer, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a\ufffd[2Jb"),
        ("រក\u200bមីន", "រក\u200bមីន"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u202egpj.exe", "a\ufffdgpj.exe"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
    ],
)
def test_control_characters_of_a_document_are_not_printed(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_json_keeps_the_text_as_it_is() -> None:
    out = io.StringIO()
    Printer(as_json=True, stream=out).row({"text": "地雷\x1b"}, "unused")
    assert json.loads(out.getvalue()) == {"text": "地雷\x1b"}
    assert "地雷" in out.getvalue()


def test_notes_are_for_people_only() -> None:
    out = io.StringIO()
    Printer(as_json=True, stream=out).note("3 shown")
    assert out.getvalue() == ""
