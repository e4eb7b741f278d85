"""Where `data/` and `resources/` lie: inside the installed package or a frozen build, else in the checkout."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent
_held: dict[str, str] = {}


def data(name: str) -> Path:
    """Return the path of a file or folder of `data/`, such as `countries.csv`. Raises FileNotFoundError."""
    return _find("data", name)


def resource(name: str) -> Path:
    """Return the path of a file or folder of `resources/`, such as `icons/search.svg`. Raises FileNotFoundError."""
    return _find("resources", name)


def text(name: str) -> str:
    """Return the content of a file of `data/`, from memory once it is held. Raises FileNotFoundError."""
    return _held[name] if name in _held else data(name).read_text(encoding="utf-8")


def names(pattern: str) -> tuple[str, ...]:
    """Return the names, as `text` takes them, of the files of `data/` that match a pattern such as `rules/en*.toml`, sorted."""
    if _held:
        return tuple(sorted(name for name in _held if fnmatch(name, pattern)))
    root = data(".")
    return tuple(sorted(path.relative_to(root).as_posix() for path in root.glob(pattern)))


def hold() -> None:
    """Keep all tables and rules of `data/` in memory: a worker does so before files are out of its reach."""
    for name in (*names("*.toml"), *names("*.csv"), *names("rules/*.toml")):
        _held.setdefault(name, data(name).read_text(encoding="utf-8"))


def _find(folder: str, name: str) -> Path:
    for root in (_PACKAGE, _CHECKOUT):
        path = root / folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{folder}/{name} is not part of this installation")
