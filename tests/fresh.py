"""Fresh Python processes for tests, with what they complain about in the failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def python(*words: str, folder: Path | None = None) -> str:
    """Run this environment's Python and return what it prints; fails with its error output."""
    done = subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout
