"""What the architecture document allows, and what the source really imports, read with `ast`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PACKAGE = "archiveviewer"
FREE = frozenset({"assets", "settings"})
"""Modules that everyone may import."""

_ROW = re.compile(r"^\| (`[^|]+) \| [^|]* \| ([^|]+) \|$", re.MULTILINE)


@cache
def allowed() -> Mapping[str, frozenset[str]]:
    """Return for each package of the table in `docs/architecture.md` the packages that it may import."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## Who may know whom")[1].split("\n## ")[0]
    rules: dict[str, frozenset[str]] = {}
    for names, imports in _ROW.findall(table):
        above = frozenset(rules)
        may = above if imports == "all above" else frozenset(re.findall(r"\w+", imports))
        rules |= dict.fromkeys(re.findall(r"\w+", names), may | FREE)
    return rules


@cache
def modules() -> Mapping[str, Path]:
    """Return every module of the program by its dotted name."""
    found = {}
    for path in sorted((SOURCE / PACKAGE).rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(module: str) -> frozenset[str]:
    """Return the dotted names that a module imports anywhere, with our own resolved down to modules."""
    path = modules()[module]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    return frozenset(name for node in ast.walk(tree) for name in _named(node, package))


def _named(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*above, base] if base else above)
        yield base
        yield from (f"{base}.{alias.name}" for alias in node.names if f"{base}.{alias.name}" in modules())


def part(module: str) -> str:
    """Return the package that a module of ours belongs to, such as `text`; empty for the top."""
    return f"{module}.".split(".")[1]


def members(package: str) -> tuple[str, ...]:
    """Return the modules of one package."""
    return tuple(module for module in modules() if part(module) == package)


def reached_from(*roots: str) -> frozenset[str]:
    """Return our modules that can be loaded once the roots are, imports inside functions counted, parents of packages too."""
    seen: set[str] = set()
    waiting = [root for root in roots if root in modules()]
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        parents = [module.rsplit(".", depth)[0] for depth in range(1, module.count(".") + 1)]
        waiting += [name for name in (*imports(module), *parents) if name in modules()]
    return frozenset(seen)


def strings(module: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the value of each string of a module that is not a docstring, f-strings by their pieces."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value
