"""Files are read again when the rules that they were read by are others."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from archiveviewer import assets
from archiveviewer.archive import edition, library
from archiveviewer.archive.door import Archive
from archiveviewer.cli.main import main


@pytest.mark.parametrize(("name", "counts"), [("rules/en.toml", True), ("countries.csv", True), ("synonyms.toml", False)])
def test_what_files_are_read_by_makes_the_edition(name: str, counts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    before, text = edition.edition(), assets.text
    monkeypatch.setattr(assets, "text", lambda asked: text(asked) + "\n" * (asked == name))
    assert (edition.edition() != before) is counts


def test_a_new_edition_reads_what_is_there_again_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text("Cambodia ratified the Convention on 28 July 1999.", encoding="utf-8")
    command = ["index", str(documents), "--library", str(tmp_path / "library")]
    assert main(command) == 0
    with closing(Archive.open(tmp_path / "library")) as archive:
        assert not archive.outdated()
        monkeypatch.setattr(edition, "edition", lambda: 7)
        assert archive.outdated()
    monkeypatch.setattr(library, "edition", lambda: 7)
    capsys.readouterr()
    assert (main(command), main(command)) == (0, 0)
    first, *others = capsys.readouterr().out.splitlines()
    assert first == "The rules about facts are others than before, so what was read by those is read again: 1 file."
    assert [line.partition(";")[0] for line in others] == [
        "1 file: 1 read, 0 unchanged, 0 could not be read",
        "1 file: 0 read, 1 unchanged, 0 could not be read",
    ]


def test_an_empty_library_is_not_outdated(tmp_path: Path) -> None:
    with closing(Archive.open(tmp_path)) as archive:
        assert not archive.outdated()
