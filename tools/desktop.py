"""A screen of its own under Xvfb: real windows, real keys, and pictures of what a person would see."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QImage

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Screen:
    """A running Xvfb: `name` is what DISPLAY has to be; `buffer` the file in which its pixels lie."""

    name: str
    buffer: Path
    server: subprocess.Popen[bytes]

    @property
    def variables(self) -> dict[str, str]:
        """What sends the windows of a program to this screen."""
        return {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    @property
    def env(self) -> dict[str, str]:
        """The environment of a program that is to show its windows here."""
        return {**os.environ, **self.variables}

    def focus(self, program: subprocess.Popen[str]) -> None:
        """Give the keys to the newest window of a program, as a window manager would; there is none on this screen."""
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid)]
        found = subprocess.run(search, env=self.env, check=True, timeout=30, capture_output=True, text=True).stdout.split()
        subprocess.run(["xdotool", "windowfocus", "--sync", found[-1]], env=self.env, check=True, timeout=30)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, such as `ctrl+l` or `Return`, as a keyboard would."""
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], env=self.env, check=True, timeout=30)

    def type(self, text: str) -> None:
        """Type a text letter by letter."""
        subprocess.run(["xdotool", "type", "--delay", "60", text], env=self.env, check=True, timeout=60)

    def picture(self) -> QImage:
        """Return what is on the screen now."""
        data = self.buffer.read_bytes()
        head = struct.unpack(">25I", data[:100])
        size, width, height, stride, colours = head[0], head[4], head[5], head[12], head[19]
        pixels = data[size + colours * 12 :]
        return QImage(pixels, width, height, stride, QImage.Format.Format_RGB32).copy()

    def close(self) -> None:
        """End the screen; programs that still show windows on it lose it."""
        self.server.terminate()
        self.server.wait(timeout=10)
        shutil.rmtree(self.buffer.parent, ignore_errors=True)


def start(*, width: int = 1366, height: int = 768) -> Screen:
    """Start Xvfb on the first display that is free."""
    folder = Path(tempfile.mkdtemp(prefix="archiveviewer-screen-"))
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-fbdir", str(folder), "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    if not number:
        raise RuntimeError("Xvfb did not start; run `Xvfb :99` to see why")
    return Screen(name=f":{number}", buffer=folder / "Xvfb_screen0", server=server)


def until(question: Callable[[], T], *, seconds: float = 20.0, what: str = "") -> T:
    """Ask again and again until the answer is true-like, and return it; fail with `what` when that takes too long."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        assert time.monotonic() < end, f"waited {seconds:g} s for {what or question}"
        time.sleep(0.05)
