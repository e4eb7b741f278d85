"""What goes wrong around the program: it says so in a sentence, and loses nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from archiveviewer.archive.door import Archive
from archiveviewer.cli.main import main
from archiveviewer.records import ArchiveError, DamagedIndexError, Progress


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Return a folder with one text."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text("Cambodia cleared its last mine.\n", encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, documents: Path) -> Path:
    """Return a library that has read the folder."""
    assert main(["index", str(documents), "--library", str(tmp_path / "library")]) == 0
    return tmp_path / "library"


def test_a_folder_that_never_was_is_refused_and_not_remembered(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(tmp_path / "mistyped"), "--library", str(library)]) == 3
    assert "There is no folder" in capsys.readouterr().err
    assert len(Archive.open(library).folders()) == 1


def test_a_folder_that_is_away_is_named(library: Path, documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents.rename(documents.with_name("away"))
    capsys.readouterr()
    assert main(["index", "--library", str(library)]) == 1
    assert f"{documents}: The folder is not there now" in capsys.readouterr().out


def test_the_library_is_no_folder_of_documents(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", str(library), "--library", str(library)]) == 3
    assert "own folder" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["", "PRAGMA user_version = 1"])
def test_an_empty_or_old_index_is_read_again(library: Path, line: str) -> None:
    if line:
        with closing(sqlite3.connect(library / "index.db")) as connection:
            connection.execute(line)
    else:
        (library / "index.db").write_bytes(b"")
    assert main(["index", "--library", str(library)]) == 0
    assert [file.state for file in Archive.open(library).files()] == ["indexed"]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_library_removed_during_a_run_is_said(library: Path, documents: Path) -> None:
    (documents / "b.txt").write_text("Another text about mines.\n", encoding="utf-8")

    def remove(_: Progress) -> None:
        (library / "index.db").unlink(missing_ok=True)

    with pytest.raises(ArchiveError, match="was removed"):
        Archive.open(library).index(on_progress=remove)


def test_marks_inside_a_question_do_not_end_its_line(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "questions").write_text("\ufeffa\tmine\u2028cleared\r\n\nno tab\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["search", "--json", "--batch", str(tmp_path / "questions"), "--library", str(library)]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["query_id"] for line in said.out.split("\n") if line] == ["a"]
    assert "line 3" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["timeline", "--due", "99999m", "--reference"],
        ["timeline", "--due", "6m", "--as-of", "2999-12-31"],
        ["timeline", "--due", f"{10**30}m"],
        ["search", "mine", "--limit", str(10**30)],
    ],
)
def test_numbers_may_be_too_large(library: Path, words: list[str]) -> None:
    assert main([*words, "--library", str(library)]) == 0


@pytest.mark.parametrize("words", [["index", ""], ["--library", "", "files"], ["timeline", "--due", "²m"]])
def test_an_empty_name_is_wrong_use(words: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(words)


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="needs /dev/full, which is always full")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_full_disk_for_the_output_is_said(library: Path, form: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "archiveviewer", "files", *form, "--library", str(library)]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 3
    assert run.stderr.startswith("archiveviewer: writing failed:")
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["search", "mine"], ["facts"], ["timeline"], ["attachments"], ["files"], ["problems"], ["notes"], ["sheet", "KHM"], ["index"]]
)
def test_a_mistyped_library_is_said_and_not_made(tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--library", str(tmp_path / "mistyped")]) == 3
    assert "There is no library in" in capsys.readouterr().err
    assert not (tmp_path / "mistyped").exists()


def test_a_folder_of_documents_is_no_library(documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "mine", "--library", str(documents)]) == 3
    assert "only other files" in capsys.readouterr().err
    assert [file.name for file in documents.iterdir()] == ["a.txt"]


def test_what_is_not_there_is_not_called_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--library", str(tmp_path / "mistyped")]) == 0
    assert "nothing to test" in capsys.readouterr().out
    assert not (tmp_path / "mistyped").exists()


@pytest.mark.parametrize("words", [["search", "-mine"], ["search", "cambodia", "-mine"], ["search", "-kind:report", "--limit", "2"]])
def test_a_question_may_begin_with_what_it_leaves_out(library: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--library", str(library)]) == 0
    assert "document" in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
@pytest.mark.parametrize("words", [["search", "mine"], ["index"]])
def test_a_library_that_may_not_be_entered_is_said(library: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    library.chmod(0)
    try:
        assert main([*words, "--library", str(library)]) == 3
    finally:
        library.chmod(0o700)
    assert "fault of the program" not in capsys.readouterr().err


def test_a_damaged_index_can_be_made_anew_and_keeps_what_a_person_made(library: Path, documents: Path) -> None:
    (library / "index.db").write_bytes(b"no database at all")
    with pytest.raises(DamagedIndexError) as told:
        Archive.open(library)
    assert told.value.library == str(library)
    with closing(Archive.open_anew(library)) as archive:
        assert [folder.path for folder in archive.folders()] == [str(documents)]
        assert archive.coverage().files == 0
    assert main(["index", "--library", str(library)]) == 0
    assert [file.state for file in Archive.open(library).files()] == ["indexed"]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("UPDATE document_terms_data SET block = zeroblob(length(block)) WHERE id > 10", ["search", "mine"]),
        ("UPDATE text_block SET data = x'00'", ["show", "a.txt"]),
        ("UPDATE text_block SET checksum = checksum + 1", ["check"]),
    ],
    ids=["terms", "text", "checked"],
)
def test_damage_that_is_met_later_is_said_and_mended_alike(
    library: Path, documents: Path, damage: str, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(documents)
    with closing(sqlite3.connect(library / "index.db")) as connection, connection:
        connection.execute(damage)
    assert main([*words, "--library", str(library)]) in (1, 3)
    printed = "".join(capsys.readouterr())
    assert DamagedIndexError.SENTENCE in printed
    assert f"`archiveviewer index --anew --library {library}` makes it anew." in printed
    assert main(["index", "--anew", "--library", str(library)]) == 0
    assert main(["check", "--library", str(library)]) == 0
    assert main([*words, "--library", str(library)]) == 0


def test_a_damaged_list_of_folders_is_said_once(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "library.db").write_bytes(b"no database at all" * 100)
    capsys.readouterr()
    assert main(["check", "--library", str(library)]) == 1
    assert capsys.readouterr().out.count("is damaged") == 1
