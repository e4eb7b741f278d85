"""The command line: what may be written, and that all of it is explained."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import pytest

from archiveviewer.cli.parser import build, parse


@pytest.mark.parametrize(
    "line", ["--library here --json search mine", "search mine --library here --json", "search --json mine --library here"]
)
def test_library_and_json_stand_before_or_after_the_command(line: str) -> None:
    options = parse(line.split())
    assert (options.library, options.json, options.query) == (Path("here"), True, ["mine"])


def test_without_a_library_the_usual_one_is_meant() -> None:
    assert parse(["problems"]).library.name == "library"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("timeline KHM --as-of 2019-11-30", "as_of", date(2019, 11, 30)),
        ("timeline --due 6m", "due", 6),
        ("index there --file-seconds 5", "file_seconds", 5.0),
        ("search mine --limit 3", "limit", 3),
        ("show a.pdf --page 12", "page", 12),
        ("--theme dark", "theme", "dark"),
    ],
)
def test_values_are_read(line: str, name: str, value: object) -> None:
    assert getattr(parse(line.split()), name) == value


@pytest.mark.parametrize(
    "line",
    [
        "find mine",
        "search --limit 0 x",
        "timeline --as-of 31.12.2025",
        "timeline --as-of 9999-12-31",
        "timeline --due soon",
        "index --file-seconds 0",
        "show a --page 0",
    ],
)
def test_wrong_use_ends_with_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(line.split())
    assert end.value.code == 2
    assert "archiveviewer" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "said"), [("search x --limit abc", "give a number from 1"), ("index --file-seconds soon", "give seconds between 0 and 86400")]
)
def test_wrong_use_is_told_in_plain_words(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(line.split())
    assert said in capsys.readouterr().err


def _parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    inner = [choice for action in parser._actions if isinstance(action, argparse._SubParsersAction) for choice in action.choices.values()]
    return [parser, *inner]


@pytest.mark.parametrize("parser", _parsers(build()), ids=lambda parser: parser.prog)
def test_every_option_says_what_it_is_for(parser: argparse.ArgumentParser) -> None:
    silent = [action.dest for action in parser._actions if not action.help and not isinstance(action, argparse._SubParsersAction)]
    assert not silent, f"no help for {silent}"
