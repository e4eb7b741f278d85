"""Real, odd and damaged PDFs in render workers: every one gives pages or says why not, and no worker is lost over it."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.pages.desk import Handed
from archiveviewer.pages.viewers import Viewers
from archiveviewer.records import Light, OpenedDocument, View, ViewFault
from shared import SHARED, needs_shared

_EVERY = 12
_SIDE = 900
_OPEN_FAULTS = {ViewFault.DAMAGED, ViewFault.EMPTY, ViewFault.PASSWORD}
_PAGE_FAULTS = {ViewFault.DAMAGED, ViewFault.TOO_SLOW}
"""One fuzzed page takes a second to draw; on a busy machine that can be too long, and then another worker takes over."""


def pdfs() -> list[Path]:
    """Return every twelfth PDF of the folder of real documents; all of them are looked at by hand now and then."""
    return sorted(path for path in (SHARED / "corpus").rglob("*") if path.suffix.lower() in (".pdf", ".fuzz"))[::_EVERY]


@pytest.fixture
def views() -> Iterator[tuple[Viewers, queue.Queue[View]]]:
    """Give workers, and where their answers come."""
    viewers = Viewers()
    yield viewers, queue.Queue()
    viewers.close()


@needs_shared
def test_every_pdf_gives_pages_or_says_why_not(views: tuple[Viewers, queue.Queue[View]]) -> None:
    viewers, answers = views
    opened = 0
    for path in pdfs():
        slow = False
        viewer = viewers.open(Handed(path.read_bytes(), "en", ("en",)), answers.put)
        view = answers.get(timeout=60)
        assert isinstance(view.value, OpenedDocument) or view.fault in _OPEN_FAULTS, path
        if isinstance(view.value, OpenedDocument):
            opened += 1
            sizes = view.value.sizes
            for page in {1, (len(sizes) + 1) // 2, len(sizes)}:
                width, height = sizes[page - 1]
                scale = min(_SIDE / width, _SIDE / height, 13.0)
                viewer.lit(page, (Light("the"),))
                viewer.picture(page, scale, (0, 0, max(int(width * scale), 1), max(int(height * scale), 1)))
                for _ in range(2):
                    answer = answers.get(timeout=60)
                    assert answer.value is not None or answer.fault in _PAGE_FAULTS, (path, page, answer.fault)
                    slow = slow or answer.fault is ViewFault.TOO_SLOW
                    assert not answer.restarted or slow, (path, page)
        viewer.close()
    assert opened > len(pdfs()) // 2
