"""`dev.py` says what is missing and what to do, and does nothing twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import dev
import pytest


@pytest.fixture
def checkout(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a made-up checkout with an environment in it that `dev` believes to be its own."""
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/build.txt", "requirements/run.txt", "requirements/dev.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "python").touch()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.txt")
    return tmp_path


def _nothing_runs(*_words: object, **_more: object) -> int:
    raise AssertionError("no program should be started")


@pytest.mark.parametrize(("stamped", "asked"), [("run", "run"), ("dev", "dev"), ("dev", "run")])
def test_a_second_start_sets_nothing_up(checkout: Path, monkeypatch: pytest.MonkeyPatch, stamped: str, asked: str) -> None:
    (checkout / "stamp.txt").write_text(dev.fingerprint(stamped), encoding="utf-8")
    monkeypatch.setattr(dev, "call", _nothing_runs)
    dev.set_up(asked)


@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements/build.txt", "requirements/dev.txt"])
def test_a_changed_file_asks_for_setting_up_again(checkout: Path, changed: str) -> None:
    (checkout / "stamp.txt").write_text(dev.fingerprint("dev"), encoding="utf-8")
    assert dev.is_set_up("dev")
    (checkout / changed).write_text("something else", encoding="utf-8")
    assert not dev.is_set_up("dev")


def test_what_is_there_for_running_is_not_enough_for_testing(checkout: Path) -> None:
    (checkout / "stamp.txt").write_text(dev.fingerprint("run"), encoding="utf-8")
    assert not dev.is_set_up("dev")


def test_a_lost_interpreter_asks_for_setting_up_again(checkout: Path) -> None:
    (checkout / "stamp.txt").write_text(dev.fingerprint("run"), encoding="utf-8")
    (checkout / "python").unlink()
    assert not dev.is_set_up("run")


def test_without_the_right_the_exact_command_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    _system(monkeypatch, root=False, libraries=["libegl1", "libxcb-cursor0"], fonts=["fonts-noto-cjk"])
    with pytest.raises(dev.SetupError, match="sudo apt-get update && sudo apt-get install -y libegl1 libxcb-cursor0 fonts-noto-cjk"):
        dev.check_system(testing=False)


def test_missing_fonts_do_not_stop_the_work(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _system(monkeypatch, root=False, libraries=[], fonts=["fonts-noto-cjk"])
    dev.check_system(testing=False)
    assert "going on without fonts-noto-cjk" in capsys.readouterr().out


def test_as_root_the_missing_parts_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[tuple[object, ...]] = []

    def call(*words: object, **_more: object) -> int:
        installed.append(words)
        monkeypatch.setattr(dev, "missing_libraries", list)
        return 0

    _system(monkeypatch, root=True, libraries=["libegl1"], fonts=[])
    monkeypatch.setattr(dev, "call", call)
    dev.check_system(testing=True)
    assert [words[:3] for words in installed] == [("apt-get", "-q", "update"), ("apt-get", "-q", "install")]
    assert installed[1][-1] == "libegl1"


def _system(monkeypatch: pytest.MonkeyPatch, *, root: bool, libraries: list[str], fonts: list[str]) -> None:
    """Pretend to be a Debian system that lacks these packages."""
    answers: dict[str, Callable[[], list[str]]] = {
        "missing_libraries": lambda: libraries,
        "missing_fonts": lambda: fonts,
        "missing_tools": list,
        "missing_venv": list,
    }
    for name, answer in answers.items():
        monkeypatch.setattr(dev, name, answer)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name, **_more: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)
    monkeypatch.setattr(dev, "call", _nothing_runs)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
def test_without_a_display_run_says_what_to_do() -> None:
    done = subprocess.run(
        [sys.executable, str(dev.ROOT / "dev.py"), "run"], env={}, capture_output=True, text=True, check=False, timeout=30
    )
    assert done.returncode == dev.CANNOT_GO_ON
    assert "there is no display" in done.stderr
    assert "xvfb-run" in done.stderr


def test_every_command_has_a_sentence() -> None:
    assert set(dev.COMMANDS) == {"setup", "run", "test", "bench", "pictures", "lint", "requirements"}
    assert all(command.__doc__ for command in dev.COMMANDS.values())


def test_dev_needs_nothing_but_the_standard_library() -> None:
    done = _dev("--help", env=dict(os.environ))
    assert done.returncode == 0
    assert "Set up everything" in done.stdout


def _dev(*words: str, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run dev.py with nothing but the standard library."""
    command = [sys.executable, "-I", "-S", str(dev.ROOT / "dev.py"), *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=30)
