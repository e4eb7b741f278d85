"""Rules about facts are tried from the command line, as somebody would who writes one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archiveviewer import assets
from archiveviewer.cli.main import main

RULE = """
language = "en"

[[rule]]
name = "mine.handed_back"
article = ""
type = "clearance.area_km2"
unit = "km2"
as_of = "auto"
sure = true
say = ['{who} {has}handed {most}{number:value}{km2} (?:of land )?back to (?:farmers|communities|its people)']

[[rule.example]]
text = "In 2021, Cambodia handed 84.5km2 of land back to farmers."
gives = { "clearance.area_km2" = "84.5" }

[[rule.example]]
text = "Cambodia hopes to have handed 84.5km2 of land back to farmers by 2025."
gives = {}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a rule file with a wording that no rule of ours knows."""
    path = tmp_path / "en-mine.toml"
    path.write_text(RULE, encoding="utf-8")
    return path


def test_right_examples_end_with_0(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"rule": "mine.handed_back", "examples": 2, "wrong": []}


def test_a_wrong_example_ends_with_1_and_says_what_was_found(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(RULE.replace('= "84.5" }', '= "85" }'), encoding="utf-8")
    assert main(["rules", "check", str(file)]) == 1
    assert "expected clearance.area_km2 = 85" in capsys.readouterr().out


def test_other_words_are_tried(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "It handed nearly 3km2 back to its people."
    assert main(["rules", "check", str(file), "--text", words, "--country", "Peru"]) == 0
    assert capsys.readouterr().out == "clearance.area_km2 = 3\n"


def test_words_that_give_nothing_say_so(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(file), "--text", "It rained."]) == 0
    assert capsys.readouterr().out == "These words give nothing.\n"


@pytest.mark.parametrize("content", ["[[rule]]\nname = 'a'\n", "[[rule]]\nname = 'a'\nsay = ['(']\n", "no toml"])
def test_a_file_that_cannot_be_used_says_why(file: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(content, encoding="utf-8")
    assert main(["rules", "check", str(file)]) == 3
    assert "README" in capsys.readouterr().err


def test_our_own_rules_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(assets.data("rules/en-reports.toml"))]) == 0
    assert "Every example gives what it says." in capsys.readouterr().out
