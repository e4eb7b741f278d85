"""A screen for the journeys; without Xvfb they are skipped, with a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tools import desktop


@pytest.fixture(scope="session")
def screen() -> Iterator[desktop.Screen]:
    """Return a screen of the size of an old laptop's."""
    if desktop.MISSING:
        pytest.skip(f"the journey in a real window needs {' and '.join(desktop.MISSING)}; `apt-get install xvfb xdotool` brings them")
    started = desktop.start()
    yield started
    started.close()
