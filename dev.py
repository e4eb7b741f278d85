#!/usr/bin/env python3
"""Sets up, runs and tests archiveviewer from a fresh checkout; needs nothing but Python 3.11 or newer.

`.venv` is made beside this file and holds everything that pip installs, pinned and checked by hash. A stamp in it remembers what
was installed for which requirement files, so that a second start has nothing to do. On Debian and Ubuntu, and as root, missing
parts of the system are installed with apt-get; otherwise the command to do so is printed.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "archiveviewer-stamp.txt"
OLDEST = (3, 11)
CANNOT_GO_ON = 3

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Shared libraries that Qt's wheels expect of a Linux system, and the Debian packages that bring them."""

FONTS = {"NotoSansKhmer": "fonts-noto-core", "NotoSansCJK": "fonts-noto-cjk"}
"""Fonts for the scripts of the documents: the beginning of a file name, and the Debian package that brings it."""

TOOLS = {"Xvfb": "xvfb", "xauth": "xauth", "xdotool": "xdotool"}
"""Programs for the journey in a real window, and the Debian packages that bring them."""


class SetupError(Exception):
    """Something that the person at the keyboard has to do first; the message says what."""


def say(sentence: str) -> None:
    """Print one sentence of progress at once."""
    print(f"dev.py: {sentence}", flush=True)


def call(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a program in the project's folder and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False).returncode


def demand(*command: str | Path, failed: str) -> None:
    """Run a program that has to succeed; `failed` says what to do when it does not."""
    if call(*command) != 0:
        raise SetupError(failed)


# Parts of the system


def missing_libraries() -> list[str]:
    """Return the Debian packages of the shared libraries that this system lacks."""
    return [package for library, package in LIBRARIES.items() if not _loads(library)]


def missing_fonts() -> list[str]:
    """Return the Debian packages of the fonts that this system lacks."""
    places = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    names = [file for place in places for _folder, _folders, files in os.walk(place) for file in files]
    return [package for start, package in FONTS.items() if not any(name.startswith(start) for name in names)]


def missing_tools() -> list[str]:
    """Return the Debian packages of the programs that the journey in a real window needs and this system lacks."""
    return [package for tool, package in TOOLS.items() if shutil.which(tool) is None]


def missing_venv() -> list[str]:
    """Return the Debian package without which this Python makes no environment with pip in it."""
    return [] if importlib.util.find_spec("ensurepip") else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def check_system(*, testing: bool) -> None:
    """Install the parts of the system that are missing, or say how; what only adds comfort does not stop the work."""
    if not sys.platform.startswith("linux"):
        return
    needed = missing_venv() + missing_libraries()
    helpful = missing_fonts() + (missing_tools() if testing else [])
    if not needed + helpful:
        return
    if _apt_get(needed + helpful):
        needed, helpful = missing_venv() + missing_libraries(), missing_fonts() + (missing_tools() if testing else [])
    if needed:
        raise SetupError(f"parts of the system are missing. {_remedy(needed + helpful)}")
    if helpful:
        say(f"going on without {', '.join(helpful)}: letters of some scripts or the journey in a real window may be missing.")


def _apt_get(packages: list[str]) -> bool:
    """Install Debian packages when this is Debian and we may; return whether that was tried."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    say(f"installing parts of the system with apt-get: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call("apt-get", "-q", "update", env=quiet)
    if call("apt-get", "-q", "install", "-y", "--no-install-recommends", *packages, env=quiet) != 0:
        for package in packages:  # one that this release does not know must not keep out the others
            call("apt-get", "-q", "install", "-y", "--no-install-recommends", package, env=quiet)
    return True


def _remedy(packages: list[str]) -> str:
    if shutil.which("apt-get"):
        return f"Run this, then start again:\n  sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"
    return f"Install what your system calls these, then start again (the names are Debian's): {' '.join(packages)}"


# The environment


def fingerprint(requirements: str) -> str:
    """Return what an environment was made from: a digest that changes with anything that asks for setting up again."""
    digest = hashlib.sha256(f"{ROOT}\n{sys.version_info[:2]}\n".encode())
    for name in ("pyproject.toml", "requirements/build.txt", f"requirements/{requirements}.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def is_set_up(requirements: str) -> bool:
    """Return whether `.venv` already holds these requirements; what is there for testing is enough for running."""
    stamps = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() and PYTHON.exists() else []
    return fingerprint("dev") in stamps or fingerprint(requirements) in stamps


def set_up(requirements: str) -> None:
    """Make `.venv` as the requirement file says, unless it already is."""
    if is_set_up(requirements):
        return
    start = time.monotonic()
    check_system(testing=requirements == "dev")
    _make_venv()
    say(f"installing what requirements/{requirements}.txt names, checked by hash; this needs the network once")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    again = "Is there a network? What pip says stands above; then start again."
    # First what builds, pip itself included: so that what comes as source is built by these, and not by whatever is newest.
    for name in ("build", requirements):
        command = [*pip, "--require-hashes", "--no-build-isolation", "-r", f"requirements/{name}.txt"]
        demand(*command, failed=f"pip could not install everything. {again}")
    demand(*pip, "--no-build-isolation", "--no-deps", "-e", ".", failed=f"pip could not install the project itself. {again}")
    STAMP.write_text(f"{fingerprint(requirements)}\n", encoding="utf-8")
    say(f"set up in {time.monotonic() - start:.0f} s")


def _make_venv() -> None:
    """Make the environment with pip in it, anew when its Python is gone or of another version."""
    ask = "import sys, pip; print(sys.version_info[:2])"
    if PYTHON.exists():
        known = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=False)
        if known.stdout.strip() == str(sys.version_info[:2]):
            return
    say(f"making .venv with Python {platform.python_version()}")
    try:
        venv.create(VENV, with_pip=True, clear=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"making {VENV} failed ({error}). {_remedy(missing_venv())}" if missing_venv() else str(error)) from error


# The commands


def has_display() -> bool:
    """Return whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def setup(_rest: list[str]) -> int:
    """Set up everything for running and testing."""
    set_up("dev")
    say("everything is set up")
    return 0


def run(rest: list[str]) -> int:
    """Open the window on the sample archive; further words go to the program."""
    if not has_display():
        raise SetupError(
            "there is no display to open a window on. Start this on a desktop, or log in with `ssh -X`, or on a machine without "
            "a screen: `xvfb-run -a python3 dev.py run`. The command line needs none: `.venv/bin/archiveviewer --help`."
        )
    set_up("run")
    return _become(PYTHON, "-m", "archiveviewer", *(rest or ["--sample"]))


def test(rest: list[str]) -> int:
    """Pass the tests: offscreen, and a journey in a real window where Xvfb is there; further words go to pytest."""
    set_up("dev")
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # the tests start many processes
    return call(PYTHON, "-m", "pytest", *rest, env={**env, "QT_QPA_PLATFORM": "offscreen"})


def bench(rest: list[str]) -> int:
    """Measure the budgets and print them as a table."""
    set_up("dev")
    return call(PYTHON, "-m", "benchmarks", *rest)


def pictures(rest: list[str]) -> int:
    """Make the pictures of the README from the real window."""
    set_up("dev")
    return call(PYTHON, "-m", "tools.pictures", *rest)


def lint(_rest: list[str]) -> int:
    """Check style, form and types."""
    set_up("dev")
    checks = (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"])
    return max([call(PYTHON, "-m", *check) for check in checks])


def requirements(rest: list[str]) -> int:
    """Make the requirement files anew from pyproject.toml (with --upgrade: newest versions); needs uv and the network."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if uv is None:
        raise SetupError("uv makes the requirement files, and it is not here. Install it (`pip install uv`), then start again.")
    own = {key: value for key, value in os.environ.items() if not key.startswith(("UV_", "PIP_"))}
    compiled = [uv, "pip", "compile", "--no-config", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
    compiled += ["--no-emit-index-url", "--no-annotate", "--no-header"]
    files = {"build": ["--group", "build"], "run": ["pyproject.toml"], "dev": ["pyproject.toml", "--group", "dev"]}
    for name, sources in files.items():
        target = ROOT / "requirements" / f"{name}.txt"
        before = target.read_bytes() if target.exists() else b""
        earlier = [word for done in ("build", "run")[: list(files).index(name)] for word in ("--constraints", f"requirements/{done}.txt")]
        if call(*compiled, *sources, *earlier, *rest, "--output-file", target, env=own) != 0:
            return 1
        strange = [line for line in target.read_text(encoding="utf-8").splitlines() if not re.match(r"[a-z0-9-]+==|    --hash=", line)]
        if strange:
            target.write_bytes(before)
            raise SetupError(f"uv wrote more than pins into {target.name}: {strange[0]}")
        say(f"{target.relative_to(ROOT)}: {'as before' if target.read_bytes() == before else 'changed'}")
    return 0


def _become(*command: str | Path) -> int:
    """Let the program take the place of this process where the system can, so that signals and the exit code are its own."""
    words = [str(part) for part in command]
    if os.name == "posix":
        os.chdir(ROOT)
        os.execv(words[0], words)
    return call(*words)


COMMANDS = {command.__name__: command for command in (setup, run, test, bench, pictures, lint, requirements)}


def main(words: list[str]) -> int:
    """Run one command and return its exit code."""
    if sys.version_info < OLDEST:
        raise SetupError(
            f"archiveviewer needs Python 3.11 or newer, and this is {platform.python_version()}. "
            "Install a newer one and call it by its name, such as `python3.11 dev.py run`."
        )
    parser = argparse.ArgumentParser(prog="dev.py", description="Sets up, runs and tests archiveviewer from a checkout.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.__doc__, add_help=False)
    chosen, rest = parser.parse_known_args(words)
    return COMMANDS[chosen.command](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as stop:
        print(f"dev.py: {stop}", file=sys.stderr)
        sys.exit(CANNOT_GO_ON)
    except KeyboardInterrupt:
        sys.exit("dev.py: interrupted; start again to go on.")
