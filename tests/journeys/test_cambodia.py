"""Find a page and cite it, then see which deadline of Cambodia stands and the proof: the program itself, driven by keys alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from tools.desktop import Screen, until

from archiveviewer import assets
from archiveviewer.archive.door import Archive

HIT, HIT_NOW, LINE, SELECTED = "#FFEDA6", "#FFB43A", "#7A3E00", "#D6E6F8"
LIST, READER = QRect(77, 110, 520, 630), QRect(620, 150, 725, 590)
PROFILE, PROFILE_READER = QRect(77, 80, 660, 660), QRect(756, 150, 590, 590)
STEP = 3


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Return the program with its window open on the sample archive, in a home of its own."""
    library = tmp_path / "library"
    archive = Archive.open(library)
    archive.index([assets.data("sample")])
    archive.close()
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    command = [sys.executable, "-m", "archiveviewer", "--library", str(library), "--theme", "light"]
    started = subprocess.Popen(command, env={**screen.env, **home}, stderr=subprocess.PIPE, text=True)
    until(lambda: _share(screen.picture(), QRect(0, 0, 1366, 40), "#F2F4F6") > 0.5, what="the window")
    screen.focus(started)
    yield started
    started.terminate()
    assert started.communicate(timeout=20)[1] == ""


def test_find_a_page_then_the_proof_of_a_deadline(screen: Screen, program: subprocess.Popen[str]) -> None:
    screen.press("ctrl+l")
    screen.type('deadline "1 January 2020"')
    until(lambda: _has(screen, LIST, HIT) and _is_still(screen, LIST), what="words lit in the list")
    screen.press("Down")
    until(lambda: _has(screen, READER, HIT_NOW), what="the first hit in the reader")
    first = _current(screen, READER)
    screen.press("Return", "F3")
    until(lambda: _current(screen, READER) != first, what="the next hit")
    title = _strip(screen)
    for _ in range(8):  # more than the hits of the first document, so the next document comes up
        screen.press("F3")
    until(lambda: _strip(screen) != title and _has(screen, READER, "#FFB43A"), what="a hit in the next document")
    screen.press("ctrl+2")
    screen.type("camb")
    screen.press("Return")
    until(lambda: _has(screen, PROFILE, "#B23800") and _is_still(screen, PROFILE), what="the deadline of Cambodia, passed")
    screen.press("Return")
    until(lambda: _has(screen, PROFILE_READER, HIT) and _has(screen, PROFILE_READER, LINE), what="the sentence lit in the reader")
    assert program.poll() is None
    _keep(screen, "journey")


def _is_still(screen: Screen, place: QRect) -> bool:
    """Whether a place shows the same for as long as a person looks before the next key: an answer to fewer letters may come first.

    Only the place, since the text cursor of the field above it blinks.
    """
    before = screen.picture().copy(place)
    time.sleep(0.5)
    return screen.picture().copy(place) == before


def _has(screen: Screen, place: QRect, colour: str) -> bool:
    return bool(_points(screen.picture(), place, colour))


def _current(screen: Screen, place: QRect) -> tuple[int, int] | None:
    """Return where the current hit begins."""
    points = _points(screen.picture(), place, HIT_NOW)
    return min(points, key=lambda point: (point[1], point[0])) if points else None


def _points(picture: QImage, place: QRect, colour: str) -> list[tuple[int, int]]:
    wanted = QColor(colour).rgb()
    across, down = range(place.left(), place.right(), STEP), range(place.top(), place.bottom(), STEP)
    return [(x, y) for y in down for x in across if picture.pixel(x, y) == wanted]


def _share(picture: QImage, place: QRect, colour: str) -> float:
    return len(_points(picture, place, colour)) * STEP * STEP / (place.width() * place.height())


def _strip(screen: Screen) -> bytes:
    """Return the pixels of the title of what is open."""
    return bytes(screen.picture().copy(QRect(620, 48, 500, 34)).constBits())


def _keep(screen: Screen, name: str) -> None:
    """Save the picture where ARCHIVEVIEWER_PICTURES names a folder, to be looked at."""
    if folder := os.environ.get("ARCHIVEVIEWER_PICTURES"):
        assert screen.picture().save(str(Path(folder) / f"{name}.png"))
