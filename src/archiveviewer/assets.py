"""Where `data/` and `resources/` lie: inside the installed package or a frozen build, else in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def data(name: str) -> Path:
    """Return the path of a file or folder of `data/`, such as `countries.csv`. Raises FileNotFoundError."""
    return _find("data", name)


def resource(name: str) -> Path:
    """Return the path of a file or folder of `resources/`, such as `icons/search.svg`. Raises FileNotFoundError."""
    return _find("resources", name)


def _find(folder: str, name: str) -> Path:
    for root in (_PACKAGE, _CHECKOUT):
        path = root / folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{folder}/{name} is not part of this installation")
