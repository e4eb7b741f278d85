"""Makes the pictures of the README: the program itself, in a real window on a screen of its own, on the sample archive.

Run as `python3 dev.py pictures [FOLDER]`; needs Xvfb and xdotool.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import desktop
from tools.desktop import Screen

from archiveviewer import assets
from archiveviewer.archive.door import Archive

_FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
_SAMPLE = Path(tempfile.gettempdir()) / "archiveviewer" / "sample"
"""Where the sample archive is read, so that pictures say nothing of the machine that they were made on."""
_QUIET_SECONDS = 0.45
"""A window that has not changed for so long has done what it was asked; the caret blinks every half second."""
_SHORTEST, _LONGEST = 1.5, 8.0
"""Seconds to wait at least, so that work has begun, and at most."""


def main(arguments: list[str]) -> int:
    """Make every picture in the folder named, or in `docs/pictures`."""
    if desktop.MISSING:
        print(f"Pictures need {' and '.join(desktop.MISSING)}. `apt-get install xvfb xdotool` brings them.", file=sys.stderr)
        return 1
    folder = Path(arguments[0]) if arguments else _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(assets.data("sample"), _SAMPLE, dirs_exist_ok=True)
    for name, theme, size, walk in _PICTURES:
        with _window(theme, size) as screen:
            walk(screen)
            _settle(screen)
            assert screen.picture().save(str(folder / f"{name}.png"))
        print(folder / f"{name}.png")
    shutil.rmtree(_SAMPLE.parent)
    return 0


def _search(screen: Screen) -> None:
    screen.press("ctrl+l")
    screen.type('deadline "1 January 2020"')
    _settle(screen)
    screen.press("Down")


def _country(screen: Screen) -> None:
    screen.press("ctrl+2")
    _settle(screen)
    screen.type("camb")
    screen.press("Return")
    _settle(screen)
    screen.press("Return")


def _deadlines(screen: Screen) -> None:
    screen.press("ctrl+3")
    _settle(screen)
    screen.press("Down", "Return")


def _library(screen: Screen) -> None:
    screen.press("ctrl+4")


_PICTURES: tuple[tuple[str, str, tuple[int, int], Callable[[Screen], None]], ...] = (
    ("search", "light", (1366, 768), _search),
    ("country", "light", (1366, 768), _country),
    ("country-wide", "light", (1920, 1080), _country),
    ("deadlines", "dark", (1366, 768), _deadlines),
    ("library", "light", (1366, 768), _library),
)


@contextmanager
def _window(theme: str, size: tuple[int, int]) -> Iterator[Screen]:
    """Give a screen with the program open on a fresh library of the sample archive, in a home of its own."""
    screen = desktop.start(width=size[0], height=size[1])
    with tempfile.TemporaryDirectory() as home:
        library = Path(home) / "Sample archive"
        archive = Archive.open(library)
        archive.index([_SAMPLE])
        archive.close()
        env = {**screen.env, **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)}
        command = [sys.executable, "-m", "archiveviewer", "--library", str(library), "--theme", theme]
        program = subprocess.Popen(command, env=env, text=True)
        try:
            _settle(screen)
            screen.focus(program)
            _fill(screen, size)
            yield screen
        finally:
            program.terminate()
            program.wait(timeout=20)
            screen.close()


def _fill(screen: Screen, size: tuple[int, int]) -> None:
    """Make the window as large as the screen, as there is no window manager to do so, and put the pointer out of the way."""
    window = ["xdotool", "getwindowfocus", "windowsize", "%1", str(size[0]), str(size[1])]
    for command in (window, ["xdotool", "mousemove", str(size[0]), str(size[1])]):
        subprocess.run(command, env=screen.env, check=True, timeout=30)
    _settle(screen)


def _settle(screen: Screen) -> None:
    """Wait until the screen has not changed for a while."""
    begun = since = time.monotonic()
    before = screen.picture()
    while (now := time.monotonic()) - begun < _LONGEST and (now - since < _QUIET_SECONDS or now - begun < _SHORTEST):
        time.sleep(0.05)
        seen = screen.picture()
        if seen != before:
            before, since = seen, now


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
