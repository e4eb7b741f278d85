"""Every real document gives text or a named problem, read in a locked-down worker as in use."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.extract.media import is_pdf
from archiveviewer.settings import Limits
from asking import Asker
from shared import SHARED, needs_shared

LIMITS = Limits(seconds=60, memory=1 << 30, jobs=200)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asker]:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))
    asker = Asker("readers_worker", limits=LIMITS)
    yield asker
    asker.client.close()


@needs_shared
@pytest.mark.parametrize("folder", ["seeds", "gold/pages", "corpus"])
def test_none_is_silently_empty(worker: Asker, folder: str) -> None:
    files = sorted(path for path in (SHARED / folder).rglob("*") if path.is_file())
    assert files
    wrong = {str(path.relative_to(SHARED)): fault for path in files if (fault := _fault(worker, path))}
    assert wrong == {}


def _fault(worker: Asker, path: Path) -> str:
    """Return what is wrong with how a file was read, or nothing."""
    data = path.read_bytes()
    answer = worker.ask(os.fsencode(path.name), data)
    if answer.value is None:
        return f"{answer.failure}: {answer.detail[-300:]}"
    extracted = json.loads(answer.value)["extracted"]
    if extracted is None:
        return "a PDF without a reader" if is_pdf(data) else ""
    if not extracted["title"]:
        return "no title"
    has_text = any(page["text"].strip() for page in extracted["pages"])
    return "" if has_text or extracted["problems"] else "silently empty"
