"""Problems by what can be done about them, one row a file."""

from __future__ import annotations

from archiveviewer.gui.language import NBSP
from archiveviewer.gui.library.problems import FIRST, FileRow, Group, MoreRow, Remedy, first_files, groups, sentence, where
from archiveviewer.records import Problem, ProblemCode
from gui.fakes import FakeArchive

ARCHIVE = FakeArchive()
GROUPS = groups(ARCHIVE.problems(), ARCHIVE.folders())


def test_the_commonest_group_comes_first() -> None:
    assert [(row.group, len(row.files)) for row in GROUPS] == [(Group.SCANS, 5), (Group.UNREADABLE, 2), (Group.UNSUPPORTED, 1)]
    assert GROUPS[0].text == f"5{NBSP}files. The pages can be looked at, not searched."


def test_pages_of_a_file_are_one_row() -> None:
    row = next(row for row in GROUPS[0].files if row.name.startswith("Annex 19"))
    assert row.why == f"Pictures only, without text (2{NBSP}pages)"
    assert (row.remedy, row.page) == (Remedy.SHOW, 1)
    assert row.where == "Stick › 2019 request"


def test_each_reason_has_its_remedy() -> None:
    remedies = {row.code: row.remedy for group in GROUPS for row in group.files}
    assert remedies == {
        ProblemCode.NO_TEXT: Remedy.SHOW,
        ProblemCode.DAMAGED: Remedy.AGAIN,
        ProblemCode.PASSWORD: Remedy.SHOW,
        ProblemCode.UNSUPPORTED: Remedy.OUTSIDE,
    }


def test_a_row_is_a_sentence() -> None:
    row = next(row for group in GROUPS for row in group.files if row.code is ProblemCode.DAMAGED)
    assert sentence(row) == (
        "Revised request 24 August 2009.pdf, Stick › 2009 request: The file stops after 2.1 of 5.9 MB. Copy it again from its source."
    )


def test_names_that_are_not_utf8_are_written_out() -> None:
    odd = Problem.of(ProblemCode.BAD_NAME, path="/archive/Stick/\udce9t\udce9.pdf")
    row = groups([odd], ARCHIVE.folders())[0].files[0]
    assert row.name == "\\xe9t\\xe9.pdf"
    row.name.encode("utf-8")


def test_where_without_a_folder_is_the_way_itself() -> None:
    assert where("/elsewhere/a.pdf", ARCHIVE.folders()) == "/elsewhere"


def test_many_files_are_shown_step_by_step() -> None:
    many = [Problem.of(ProblemCode.UNSUPPORTED, path=f"/archive/Stick/{number:03}.doc") for number in range(20)]
    group = groups(many, ())[0]
    few = first_files(group, 0)
    assert len(few) == FIRST + 1
    assert few[-1] == MoreRow(Group.UNSUPPORTED, 15)
    assert sentence(few[-1]) == "15 more"
    assert all(isinstance(row, FileRow) for row in first_files(group, 1))
    assert len(first_files(groups(many[:6], ())[0], 0)) == 6
