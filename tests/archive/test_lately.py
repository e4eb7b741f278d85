"""The page of a document that was read last is known without asking the disk each time."""

from __future__ import annotations

from archiveviewer.archive.lately import LastPages
from archiveviewer.records import Visit


def visit(path: str, page: int) -> Visit:
    return Visit(path, page, str(page), path, "", "")


def test_the_newest_visit_of_a_document_counts() -> None:
    pages = LastPages(lambda: [visit("a.pdf", 7), visit("b.pdf", 2), visit("a.pdf", 1)])
    assert (pages.of("a.pdf"), pages.of("b.pdf"), pages.of("never.pdf")) == (7, 2, 1)


def test_what_is_visited_later_is_known_without_loading_again() -> None:
    loads: list[int] = []

    def load() -> list[Visit]:
        loads.append(1)
        return [visit("a.pdf", 7)]

    pages = LastPages(load)
    pages.note(visit("a.pdf", 9))
    pages.note(visit("b.pdf", 3))
    assert (pages.of("a.pdf"), pages.of("b.pdf"), len(loads)) == (9, 3, 1)
