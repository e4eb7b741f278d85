"""What holds for every test: no window on the screen, no file in the user's home, no warning that nobody expected."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from archiveviewer.gui.garbage import collect_due

_HOME = Path(tempfile.mkdtemp(prefix="archiveviewer-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)


def _seclude() -> None:
    """Send Qt offscreen and the user's folders to a throw-away home; must happen before Qt is imported."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("DATA", "CONFIG", "CACHE", "STATE", "RUNTIME"):
        folder = _HOME / name.lower()
        folder.mkdir(mode=0o700)
        os.environ[f"XDG_{name}_{'DIR' if name == 'RUNTIME' else 'HOME'}"] = str(folder)


_seclude()

hypothesis.settings.register_profile("suite", deadline=None, max_examples=60)
hypothesis.settings.load_profile("suite")


class _Watch(logging.Handler):
    """Keeps the records of level WARNING and above that come by during one test."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.levelname}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def _give_no_way() -> Iterator[None]:
    """Let a run inside this process leave its priority as it is: that cannot be taken back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archiveviewer.archive.crew.give_way", lambda: None)
        yield


@pytest.fixture(autouse=True)
def _collect_in_one_thread() -> Iterator[None]:
    """Collect garbage between tests, in their own thread, as the window does: many a test leaves a window behind."""
    gc.disable()
    yield
    collect_due()


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs a warning or an error, unless `@pytest.mark.logs(pattern)` says that it should."""
    watch = _Watch()
    logging.getLogger().addHandler(watch)
    yield
    logging.getLogger().removeHandler(watch)
    expected = [re.compile(pattern) for mark in request.node.iter_markers("logs") for pattern in mark.args]
    unexpected = [message for message in watch.messages if not any(pattern.search(message) for pattern in expected)]
    missing = [pattern.pattern for pattern in expected if not any(pattern.search(message) for message in watch.messages)]
    if unexpected:
        pytest.fail(f"logged unexpectedly: {unexpected}", pytrace=False)
    if missing:
        pytest.fail(f"expected in the log and not there: {missing}", pytrace=False)
