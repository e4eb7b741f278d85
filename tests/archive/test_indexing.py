"""An indexing run over small folders, with real worker processes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from archiveviewer import assets
from archiveviewer.archive.crew import Crew
from archiveviewer.archive.door import Archive
from archiveviewer.archive.indexing import index
from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from archiveviewer.records import ArchiveError, IndexSummary, ProblemCode, Progress
from archiveviewer.settings import Limits

Run = Callable[..., IndexSummary]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return the folder of an empty library."""
    folder = tmp_path / "library"
    folder.mkdir()
    return folder


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Return a folder with three readable files and three that are not."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text("Cambodia\n\nCambodia ratified the Convention on 28 July 1999.\n", encoding="utf-8")
    (folder / "b.html").write_text("<html><title>Mines</title><p>A saved page about mines.</p></html>", encoding="utf-8")
    (folder / "c.pdf").write_bytes(next(assets.data("sample").rglob("Decision (English).pdf")).read_bytes())
    (folder / "d.zip").write_bytes(b"PK\x03\x04 not read yet")
    (folder / "e.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (folder / "f.txt").write_bytes(b"")
    return folder


@pytest.fixture
def run(library: Path) -> Iterator[Run]:
    """Return a function that brings the library up to date with one folder."""

    def call(folder: Path, *, stop: Callable[[], bool] = lambda: False, seen: list[Progress] | None = None) -> IndexSummary:
        with Writer(library) as writer:
            on_progress = (seen if seen is not None else []).append
            with Crew(Limits(), most=2) as crew:
                return index(writer, [folder], on_progress=on_progress, stop=stop, crew=crew)

    yield call


def _codes(library: Path) -> dict[str, ProblemCode]:
    with Reader(library) as reader:
        return {Path(problem.path).name: problem.code for problem in reader.problems()}


def _titles(library: Path) -> list[str]:
    with Reader(library) as reader:
        return [Path(document.path).name for document in reader.documents()]


def test_every_file_is_read_or_named(run: Run, library: Path, documents: Path) -> None:
    done = run(documents)
    assert (done.files, done.indexed, done.failed, done.unchanged) == (6, 3, 3, 0)
    assert _titles(library) == ["a.txt", "b.html", "c.pdf"]
    assert _codes(library) == {"d.zip": ProblemCode.UNSUPPORTED, "e.pdf": ProblemCode.DAMAGED, "f.txt": ProblemCode.EMPTY}


def test_a_pdf_that_was_not_read_may_be_looked_at_and_is_no_document(run: Run, library: Path, documents: Path) -> None:
    run(documents)
    archive = Archive.open(library)
    path = str(documents / "e.pdf")
    found = archive.file_at(path)
    assert found
    assert (archive.document(found.id), archive.document_at(path)) == (found, None)
    assert (found.title, found.paged, found.pages) == ("e", True, 0)
    assert archive.file_at(str(documents / "d.zip")) is None
    archive.close()


def test_another_file_under_the_name_of_a_document_is_told_from_it(run: Run, library: Path, documents: Path) -> None:
    run(documents)
    file = documents / "c.pdf"
    content = file.read_bytes()
    with closing(Archive(library)) as archive:
        document = archive.document_at(str(file))
        assert document
        assert not archive.has_changed(document)
        os.utime(file, (1, 1))
        assert not archive.has_changed(document), "a copy has another time, and is the same"
        file.write_bytes(content[:-1] + b"x")
        assert archive.has_changed(document)
        file.write_bytes(content + b"x")
        assert archive.has_changed(document)
        file.unlink()
        assert not archive.has_changed(document)


def test_a_second_run_reads_nothing(run: Run, documents: Path) -> None:
    run(documents)
    done = run(documents)
    assert (done.files, done.indexed, done.failed, done.unchanged) == (6, 0, 0, 6)


def test_a_changed_file_is_read_again_and_a_touched_one_is_not(run: Run, documents: Path) -> None:
    run(documents)
    (documents / "a.txt").write_text("Jordan completed mine clearance.", encoding="utf-8")
    os.utime(documents / "b.html", ns=(1, 1))
    done = run(documents)
    assert (done.indexed, done.unchanged) == (1, 5)


def test_a_file_that_is_gone_is_found_no_more(run: Run, library: Path, documents: Path) -> None:
    run(documents)
    (documents / "a.txt").unlink()
    run(documents)
    assert _titles(library) == ["b.html", "c.pdf"]
    with Reader(library) as reader:
        assert {Path(file.path).name: file.state for file in reader.files()}["a.txt"] == "gone"


def test_a_folder_that_is_not_there_loses_nothing(run: Run, library: Path, documents: Path) -> None:
    run(documents)
    documents.rename(documents.with_name("pulled out"))
    run(documents)
    assert _titles(library) == ["a.txt", "b.html", "c.pdf"]
    assert _codes(library)["documents"] == ProblemCode.MISSING_FOLDER


def test_a_folder_that_goes_away_during_a_run_loses_nothing(run: Run, library: Path, documents: Path) -> None:
    run(documents)
    for number in range(8):
        (documents / f"page {number}.txt").write_text(f"Page {number} about mines.", encoding="utf-8")
    (documents / "a.txt").write_text("Cambodia has changed its page since.", encoding="utf-8")
    away = documents.with_name("pulled out")

    def pull(step: Progress) -> None:
        if step.stage == "read" and documents.exists():
            documents.rename(away)

    with Writer(library) as writer, Crew(Limits(), most=1) as crew:
        done = index(writer, [documents], on_progress=pull, stop=lambda: False, crew=crew)
    assert (done.indexed, done.failed) == (0, 0)
    assert _titles(library) == ["a.txt", "b.html", "c.pdf"]
    assert _codes(library)["documents"] == ProblemCode.MISSING_FOLDER
    away.rename(documents)
    assert run(documents).indexed == 9


def test_progress_counts_what_is_committed(run: Run, documents: Path) -> None:
    seen: list[Progress] = []
    run(documents, seen=seen)
    assert [step.done for step in seen] == sorted(step.done for step in seen)
    assert (seen[-1].stage, seen[-1].done, seen[-1].total) == ("finish", 6, 6)


def test_a_stopped_run_goes_on_later(run: Run, library: Path, documents: Path) -> None:
    answers = iter([False, True])
    first = run(documents, stop=lambda: next(answers, True))
    second = run(documents)
    assert first.indexed + first.failed < 6
    assert first.indexed + second.indexed == 3
    assert len(_titles(library)) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="finds the worker by the list of processes that Linux keeps")
def test_a_file_whose_worker_is_killed_is_tried_once_more(run: Run, documents: Path) -> None:
    for number in range(40):
        (documents / f"page {number}.txt").write_text(f"Page {number} about mines. " * 400, encoding="utf-8")
    killed: list[int] = []

    def kill_once() -> bool:
        children = [] if killed else _workers()
        for pid in children[:1]:
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)
        return False

    seen: list[Progress] = []
    done = run(documents, stop=kill_once, seen=seen)
    assert killed
    assert (done.indexed, done.failed) == (43, 3)
    assert len([step for step in seen if step.stage == "again"]) <= 1


def _workers() -> list[int]:
    """Return the process ids of our own workers that are past their start."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if (
                int(stat.read_text().rsplit(")", 1)[1].split()[1]) == os.getpid()
                and b"archive.job" in stat.with_name("cmdline").read_bytes()
            ):
                found.append(int(stat.parent.name))
        except (OSError, ValueError):
            continue
    return found


def test_a_file_that_changed_and_then_went_is_gone(run: Run, library: Path, documents: Path) -> None:
    late = documents / "a.txt"

    class Removing(list[Progress]):
        """A list of steps that removes a file at the first one of reading, as somebody might while the run goes on."""

        def append(self, step: Progress) -> None:
            if step.stage == "read":
                late.unlink(missing_ok=True)

    run(documents, seen=Removing())
    assert _codes(library)["a.txt"] == ProblemCode.CHANGED
    run(documents)
    with Reader(library) as reader:
        assert {state.state for state in reader.files() if state.path == str(late)} == {"gone"}


def test_language_versions_and_copies_are_told_after_a_run(run: Run, library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for path in assets.data("sample").rglob("Decision (*).pdf"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "copy.pdf").write_bytes((folder / "Decision (English).pdf").read_bytes())
    run(folder)
    with Reader(library) as reader:
        document = reader.by_path(str(folder / "Decision (French).pdf"))
        assert document is not None
        family = reader.relatives([document.id])[document.id]
        assert sorted(Path(one.path).name for one in family) == sorted(path.name for path in folder.iterdir())
        assert {one.language for one in family} == {"ar", "en", "es", "fr", "ru", "zh"}
    (folder / "Decision (French).txt").write_text("Les mines restent.", encoding="utf-8")
    (folder / "Decision (French).pdf").unlink()
    run(folder)
    with Reader(library) as reader:
        family = reader.relatives([family[0].document])[family[0].document]
        assert {one.language for one in family} == {"ar", "en", "es", "ru", "zh"}


def test_a_reader_that_cannot_start_is_no_fault_of_a_file(
    run: Run, library: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("archiveviewer.workers.process.sys.executable", str(library / "no-python"))
        with pytest.raises(ArchiveError, match="cannot be started"):
            run(documents)
    assert _codes(library) == {}
    assert run(documents).indexed == 3
