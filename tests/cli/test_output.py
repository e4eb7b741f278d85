"""What is printed: JSON for scripts, lines that cannot play tricks for people."""

from __future__ import annotations

import json

import pytest

from archiveviewer.cli.output import Printer, printable, say


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


def test_json_keeps_the_text_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Printer(as_json=True).row({"text": "地雷\x1b"}, "unused")
    out = capsys.readouterr().out
    assert json.loads(out) == {"text": "地雷\x1b"}
    assert "地雷" in out


def test_notes_are_for_people_only(capsys: pytest.CaptureFixture[str]) -> None:
    Printer(as_json=True).note("3 shown")
    assert capsys.readouterr().out == ""


def test_what_was_done_is_said_to_all(capsys: pytest.CaptureFixture[str]) -> None:
    say("Kept\x1b.")
    assert capsys.readouterr().out == "Kept\ufffd.\n"
