"""Tables and rules are found, and stay within reach when files are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer import assets


@pytest.fixture(autouse=True)
def nothing_held(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin each test with nothing in memory."""
    monkeypatch.setattr(assets, "_held", {})
    yield


def test_names_are_the_same_from_disk_and_from_memory() -> None:
    from_disk = assets.names("rules/en*.toml")
    assets.hold()
    assert from_disk
    assert assets.names("rules/en*.toml") == from_disk


def test_what_is_held_needs_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = assets.text("countries.csv")
    assets.hold()

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refuse)
    assert assets.text("countries.csv") == expected


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-table"):
        assets.text("no-such-table.csv")
