"""Problems as people see them: one row for each file, grouped by what can be done, the commonest group first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.kinds import counted, number
from archiveviewer.records import Folder, Problem, ProblemCode
from archiveviewer.text.paths import inside, shown

translate = QCoreApplication.translate
FIRST = 5
"""So many files of a group are shown until more are asked for."""
_STEP = 200


class Group(StrEnum):
    """What a problem means for the person."""

    SCANS = "scans"
    UNREADABLE = "unreadable"
    DOUBTFUL = "doubtful"
    UNSUPPORTED = "unsupported"
    PASSED_OVER = "passed_over"


class Remedy(StrEnum):
    """What the button of a row does."""

    SHOW = "show"
    AGAIN = "again"
    OUTSIDE = "outside"
    NONE = "none"


_GROUPS = {
    ProblemCode.NO_TEXT: Group.SCANS,
    ProblemCode.GARBLED: Group.DOUBTFUL,
    ProblemCode.PARTIAL: Group.DOUBTFUL,
    ProblemCode.UNSUPPORTED: Group.UNSUPPORTED,
    ProblemCode.BAD_NAME: Group.PASSED_OVER,
    ProblemCode.SPECIAL_FILE: Group.PASSED_OVER,
    ProblemCode.LINK_LOOP: Group.PASSED_OVER,
    ProblemCode.MISSING_FOLDER: Group.PASSED_OVER,
}
_REMEDIES = {
    ProblemCode.NO_TEXT: Remedy.SHOW,
    ProblemCode.GARBLED: Remedy.SHOW,
    ProblemCode.PARTIAL: Remedy.SHOW,
    ProblemCode.UNSUPPORTED: Remedy.OUTSIDE,
    ProblemCode.PASSWORD: Remedy.SHOW,
    ProblemCode.TOO_LARGE: Remedy.OUTSIDE,
    ProblemCode.SPECIAL_FILE: Remedy.NONE,
    ProblemCode.LINK_LOOP: Remedy.NONE,
}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file with all that is wrong with it. `page` is where to look first."""

    path: str
    name: str
    where: str
    why: str
    next: str
    code: ProblemCode
    remedy: Remedy
    page: int | None = None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a group."""

    group: Group
    title: str
    text: str
    files: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True)
class MoreRow:
    """There are more files in the group than are shown."""

    group: Group
    count: int

    @property
    def text(self) -> str:
        """Return "3 more"."""
        return translate("problems", "{n} more").format(n=number(self.count))


def groups(problems: Iterable[Problem], folders: Sequence[Folder]) -> tuple[GroupRow, ...]:
    """Return the groups with their files, the commonest first."""
    by_file: dict[tuple[Group, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[_GROUPS.get(problem.code, Group.UNREADABLE), problem.path].append(problem)
    files: dict[Group, list[FileRow]] = defaultdict(list)
    for (group, path), found in by_file.items():
        files[group].append(_file_row(path, found, folders))
    made = [GroupRow(group, _title(group), _text(group, len(rows)), tuple(rows)) for group, rows in files.items()]
    return tuple(sorted(made, key=lambda row: (-len(row.files), row.title)))


def _file_row(path: str, found: Sequence[Problem], folders: Sequence[Folder]) -> FileRow:
    first = found[0]
    pages = sum(problem.page is not None for problem in found)
    why = first.reason.rstrip(".")
    if pages > 1:
        why = f"{why} ({counted(pages, 'page')})"
    remedy = _REMEDIES.get(first.code, Remedy.AGAIN)
    visible = shown(path)
    name = PurePath(visible).name or visible
    return FileRow(path, name, where(path, folders), why, first.next, first.code, remedy, first.page)


def where(path: str, folders: Sequence[Folder]) -> str:
    """Return the folder of the library that a file lies in and the way below it, as "Stick › 2009 request"."""
    folder = next((known.path for known in folders if inside(path, known.path)), None)
    if folder is None:
        return shown(str(PurePath(path).parent))
    below = PurePath(path).parent.parts[len(PurePath(folder).parts) :]
    return " › ".join(shown(part) for part in (PurePath(folder).name or folder, *below))


def _title(group: Group) -> str:
    return {
        Group.SCANS: translate("problems", "Scans without text"),
        Group.UNREADABLE: translate("problems", "Unreadable"),
        Group.DOUBTFUL: translate("problems", "Text that cannot be trusted in full"),
        Group.UNSUPPORTED: translate("problems", "Formats not read yet"),
        Group.PASSED_OVER: translate("problems", "Passed over"),
    }[group]


def _text(group: Group, count: int) -> str:
    files = counted(count, "file")
    said = {
        Group.SCANS: translate("problems", "{files}. The pages can be looked at, not searched."),
        Group.DOUBTFUL: translate("problems", "{files}. Compare what was found with the page itself."),
        Group.UNSUPPORTED: translate("problems", "{files}. They open in other programs."),
        Group.PASSED_OVER: translate("problems", "{files} or folders."),
    }.get(group, "{files}")
    return said.format(files=files)


def remedy_word(remedy: Remedy) -> str:
    """Return what stands on the button of a row."""
    return {
        Remedy.SHOW: translate("problems", "Show pages"),
        Remedy.AGAIN: translate("problems", "Try again"),
        Remedy.OUTSIDE: translate("problems", "Open outside"),
        Remedy.NONE: "",
    }[remedy]


def sentence(row: GroupRow | FileRow | MoreRow) -> str:
    """Return a row as one sentence, for those who hear the window."""
    match row:
        case GroupRow(title=title, text=text):
            return f"{title}. {text}"
        case FileRow(name=name, where=place, why=why, next=remedy):
            return f"{name}, {place}: {why}. {remedy}"
        case MoreRow():
            return row.text


def first_files(row: GroupRow, asked: int) -> tuple[FileRow | MoreRow, ...]:
    """Return the files of a group that are shown after "more" was asked for so many times, with a row for the rest."""
    count = FIRST + asked * _STEP
    shown_files: tuple[FileRow | MoreRow, ...] = row.files[:count]
    left = len(row.files) - count
    if left == 1:
        return row.files
    return (*shown_files, MoreRow(row.group, left)) if left > 0 else shown_files
