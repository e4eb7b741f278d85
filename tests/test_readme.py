"""The README tells the truth: each of its commands prints what it shows, on the sample archive."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer import assets
from archiveviewer.cli.main import main

README = Path(__file__).resolve().parents[1] / "README.md"
_SECONDS = re.compile(r"\d+\.\d s\b")


def _commands() -> Iterator[tuple[str, list[str]]]:
    """Yield each command of the README, and the lines that it shows below it."""
    for block in re.findall(r"^```\n\$ archiveviewer (.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE):
        command, *lines = block.splitlines()
        yield command, lines


def _prints(line: str, shown: str) -> bool:
    return line.startswith(shown.removesuffix("…")) if shown.endswith("…") else line == shown


def test_each_command_prints_what_the_readme_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(assets.data("sample"), tmp_path / "data" / "sample")
    monkeypatch.chdir(tmp_path)
    commands = list(_commands())
    assert [command.split()[0] for command, _ in commands] == ["index", "search", "facts", "timeline", "attachments", "sheet", "problems"]
    for command, lines in commands:
        main(["--library", str(tmp_path / "library"), *shlex.split(command)])
        printed = iter(_SECONDS.sub("", line.replace(f"{tmp_path}/", "")) for line in capsys.readouterr().out.splitlines())
        for shown in lines:
            assert any(_prints(line, _SECONDS.sub("", shown)) for line in printed), f"{command} does not print, there: {shown}"
