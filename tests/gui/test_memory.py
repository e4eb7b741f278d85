"""Memory that pictures took goes back to the system."""

from __future__ import annotations

import platform
import sys

import pytest

from archiveviewer.gui.memory import return_early


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only the GNU C library has such switches")
def test_the_switches_are_taken() -> None:
    assert return_early()


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert not return_early()
