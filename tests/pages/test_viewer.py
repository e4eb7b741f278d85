"""Documents in render workers, seen from the side of the window: real processes, a small PDF made on the spot."""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

import papers
from archiveviewer.layout.aim import Aim
from archiveviewer.layout.looking import Room
from archiveviewer.layout.sheets import Spread
from archiveviewer.layout.tiles import Tile
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.pages.desk import Handed
from archiveviewer.pages.viewer import Viewer
from archiveviewer.pages.viewers import Viewers
from archiveviewer.records import Box, Contents, Light, LitPage, OpenedDocument, PageLinks, PagePicture, View, ViewFault

Answers = Callable[[], View]
_AIM = Aim(Room(200, 200, 1.0), Zoom(Fit.NOTHING, 300), Spread.ALL)
HOLLOW = """
for _ in range(3):
    document.new_page()
document.update_object(document[1].xref, "(broken)")
"""
LOCKED = "document.new_page(); document.save(out, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw='secret', owner_pw='x'); sys.exit()"
NO_KIDS = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Count 1>> endobj
trailer <</Root 1 0 R/Size 3>>
%%EOF"""


class OpenIt(Protocol):
    """Opens a document and returns its viewer and what waits for the next answer."""

    def __call__(self, data: bytes, *, password: str = "") -> tuple[Viewer, Answers]:
        """Open it."""
        ...


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return papers.make(tmp_path_factory.mktemp("papers") / "three.pdf", papers.THREE_PAGES).read_bytes()


@pytest.fixture(scope="module")
def viewers() -> Iterator[Viewers]:
    viewers = Viewers()
    yield viewers
    viewers.close()


@pytest.fixture
def open_it(viewers: Viewers) -> Iterator[OpenIt]:
    opened: list[Viewer] = []

    def open_it(data: bytes, *, password: str = "") -> tuple[Viewer, Answers]:
        views: queue.Queue[View] = queue.Queue()
        opened.append(viewers.open(Handed(data, "en", ("en",), password=password), views.put))
        return opened[-1], lambda: views.get(timeout=20)

    yield open_it
    for viewer in opened:
        viewer.close()


def _height(box: Box) -> float:
    return box[3] - box[1]


def test_an_open_document_says_sizes_labels_and_outline(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    view = answers()
    assert (view.ticket, view.fault) == (viewer.opened, None)
    assert isinstance(view.value, OpenedDocument)
    assert view.value.sizes == ((400, 500),) * 3
    assert view.value.labels == ("i", "1", "2")
    viewer.contents()
    contents = answers().value
    assert isinstance(contents, Contents)
    assert [(item.level, item.title, item.page) for item in contents.outline] == [(1, "How it came about", 1), (2, "What comes next", 3)]


def test_files_attached_inside_are_named(open_it: OpenIt, tmp_path: Path) -> None:
    source = "document.new_page(); document.embfile_add('list', b'a,b', filename='minefields.csv')"
    viewer, answers = open_it(papers.make(tmp_path / "with.pdf", source).read_bytes())
    answers()
    viewer.contents()
    contents = answers().value
    assert isinstance(contents, Contents)
    assert contents.attached == ("minefields.csv",)


def test_a_picture_holds_the_part_asked_for(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    ticket = viewer.picture(1, 2.0, (100, 120, 600, 200))
    view = answers()
    assert view.ticket == ticket
    picture = view.value
    assert isinstance(picture, PagePicture)
    assert (picture.left, picture.top, picture.width, picture.height) == (100, 120, 600, 200)
    assert len(picture.pixels) == picture.stride * 200
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert min(picture.pixels) < 100, "there is text in this part"


@pytest.mark.parametrize(
    ("fill", "pixel"),
    [
        ((0, 0, 0, 1), b"\x00\x00\x00"),  # the black that print shops write letters with
        ((0,), b"\x00\x00\x00"),
        ((1, 0, 0), b"\x00\x00\xff"),
    ],
)
def test_black_is_black_in_whatever_colours_it_is_written(open_it: OpenIt, tmp_path: Path, fill: tuple[float, ...], pixel: bytes) -> None:
    source = f"page = document.new_page(width=100, height=100); page.draw_rect((0, 0, 100, 100), color=None, fill={fill})"
    viewer, answers = open_it(papers.make(tmp_path / "filled.pdf", source).read_bytes())
    answers()
    viewer.picture(1, 1.0, (40, 40, 10, 10))
    picture = answers().value
    assert isinstance(picture, PagePicture)
    assert bytes(picture.pixels[:3]) == pixel


_THREE_SORTS = """
document.new_page(width=400, height=500)
page = document.new_page(width=400, height=500)
picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 4, 5))
page.insert_image(page.rect, pixmap=picture, keep_proportion=False)
page = document.new_page(width=400, height=500)
page.draw_rect((100, 120, 300, 380), fill=(0, 0, 0))
"""


def test_an_empty_page_is_told_from_one_that_a_picture_fills(open_it: OpenIt, tmp_path: Path) -> None:
    viewer, answers = open_it(papers.make(tmp_path / "sorts.pdf", _THREE_SORTS).read_bytes())
    answers()
    found = []
    for page in (1, 2, 3):
        viewer.lit(page)
        frame = answers().value
        assert isinstance(frame, LitPage)
        found.append(frame.text_box)
    assert found[:2] == [(200, 250, 200, 250), None]
    assert found[2] == pytest.approx((100, 120, 300, 380), abs=2)


def test_words_have_boxes_line_by_line(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    viewer.lit(1, (Light("deadline"), Light("1 January 2020", exact=True)))
    lit = answers().value
    assert isinstance(lit, LitPage)
    assert [len(boxes) for boxes in lit.hits] == [1, 1, 2], "the word broken at the end of a line has two boxes"
    for boxes in lit.hits:
        for box in boxes:
            assert 59 < box[0] < box[2] < 361
            assert 10 < _height(box) < 19
    assert lit.text_box is not None
    assert lit.text_box[0] == pytest.approx(60, abs=2)


def test_links_inside_lead_to_a_page_and_links_outside_nowhere(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    viewer.links(1)
    linked = answers().value
    assert isinstance(linked, PageLinks)
    assert [(link.page, link.target) for link in linked.links] == [(3, ""), (None, "https://example.org/")]


def test_an_evidence_has_its_sentence_and_the_value_in_it(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    viewer.lit(3, quote="the first deadline, and destroyed 203,671 mines", value="203671")
    lit = answers().value
    assert isinstance(lit, LitPage)
    assert len(lit.quote) == 2
    assert len(lit.value) == 1
    assert lit.quote[1][0] < lit.value[0][0] < lit.value[0][2] < lit.quote[1][2]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", {ViewFault.EMPTY}),
        (b"%PDF-1.4\nnothing of use", {ViewFault.DAMAGED, ViewFault.EMPTY}),
        (b"\x00" * 2000, {ViewFault.DAMAGED, ViewFault.EMPTY}),
        (NO_KIDS, {ViewFault.DAMAGED, ViewFault.EMPTY}),
    ],
)
def test_what_cannot_be_opened_says_why(open_it: OpenIt, data: bytes, fault: set[ViewFault]) -> None:
    viewer, answers = open_it(data)
    assert answers().fault in fault
    viewer.picture(1, 1.0, (0, 0, 10, 10))
    assert answers().fault in fault


def test_a_page_that_nothing_describes_is_no_white_page(open_it: OpenIt, tmp_path: Path) -> None:
    viewer, answers = open_it(papers.make(tmp_path / "hollow.pdf", HOLLOW).read_bytes())
    answers()
    faults = []
    for page in (1, 2, 3):
        viewer.picture(page, 1.0, (0, 0, 10, 10))
        faults.append(answers().fault)
    assert faults == [None, ViewFault.DAMAGED, None]


def test_a_locked_document_opens_with_its_password_alone(open_it: OpenIt, tmp_path: Path) -> None:
    locked = papers.make(tmp_path / "locked.pdf", LOCKED).read_bytes()
    faults = [open_it(locked, password=password)[1]().fault for password in ("", "wrong", "secret")]
    assert faults == [ViewFault.PASSWORD, ViewFault.PASSWORD, None]


def test_a_password_is_in_no_words_about_the_document() -> None:
    assert "secret" not in repr(Handed(b"", password="secret"))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_worker_that_dies_is_replaced_with_the_document_open(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    assert viewer.pid
    os.kill(viewer.pid, signal.SIGKILL)
    viewer.lit(1, (Light("deadline"),))
    view = answers()
    assert view.restarted
    if view.fault:  # it died after the request was put
        viewer.lit(1, (Light("deadline"),))
        view = answers()
    assert isinstance(view.value, LitPage)
    assert len(view.value.hits) == 2
    viewer.lit(2)
    assert not answers().restarted


def test_no_view_comes_for_what_was_cancelled_or_closed(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    first = viewer.lit(1)
    cancelled = [viewer.lit(2) for _ in range(5)]
    for ticket in cancelled:
        viewer.cancel(ticket)
    last = viewer.lit(3)
    assert {answers().ticket for _ in range(2)} == {first, last}
    viewer.lit(1)
    viewer.close()
    assert viewer.lit(2) == 0


def test_the_third_document_closes_the_first(open_it: OpenIt, paper: bytes) -> None:
    opened = [open_it(paper) for _ in range(3)]
    for _, answers in opened[1:]:
        assert isinstance(answers().value, OpenedDocument)
    assert opened[0][0].lit(1) == 0
    assert opened[2][0].lit(1) > 0


@pytest.mark.parametrize("guess", [None, 0.0, 1.0])
def test_what_is_seen_through_an_aim_is_what_the_window_expects(open_it: OpenIt, paper: bytes, guess: float | None) -> None:
    viewer, answers = open_it(paper)
    document = answers().value
    viewer.lit(1)
    frame = answers().value
    viewer.see(1, _AIM, guess)
    picture = answers().value
    assert isinstance(document, OpenedDocument)
    assert isinstance(frame, LitPage)
    assert isinstance(picture, PagePicture)
    sight = _AIM.sight(document, frame, guess)
    assert sight
    assert sight.tile == Tile(1, picture.scale, picture.left, picture.top, picture.width, picture.height)
    assert (picture.top > 0) == (guess is not None)


def test_what_would_be_too_large_for_one_picture_is_refused_and_all_else_goes_on(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    viewer.see(1, replace(_AIM, room=Room(2000, 2000, 1.0)), None)
    assert answers().fault
    viewer.lit(1)
    view = answers()
    assert isinstance(view.value, LitPage)
    assert not view.restarted


def test_what_was_seen_first_stays_while_others_are_drawn(open_it: OpenIt, paper: bytes) -> None:
    viewer, answers = open_it(paper)
    answers()
    viewer.see(1, _AIM, 0.0)
    kept = answers().value
    assert isinstance(kept, PagePicture)
    for page in (2, 3, 1, 2):
        viewer.picture(page, 1.0, (0, 0, 200, 200))
        answers()
    viewer.picture(1, kept.scale, (kept.left, kept.top, kept.width, kept.height))
    again = answers().value
    assert isinstance(again, PagePicture)
    assert isinstance(kept.pixels, memoryview)
    assert bytes(kept.pixels) == again.pixels
    assert min(bytes(kept.pixels)) < 200, "there are letters on it"
