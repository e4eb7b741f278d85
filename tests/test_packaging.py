"""What is installed is whole: the wheel and the editable install both find `data/` and `resources/`, and the pins are pins."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest

import fresh

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ("build.txt", "run.txt", "dev.txt")
FIND = "from archiveviewer import assets; print(assets.__file__, assets.data(''), assets.resource(''), sep='\\n')"


def _files(folder: str) -> set[str]:
    """Return the files of one folder, relative to the project."""
    found = (path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.as_posix() for path in found if "__pycache__" not in path.parts}


def _found(*, path: str, folder: Path) -> list[Path]:
    """Return where a fresh process finds the module `assets`, `data/` and `resources/`."""
    code = f"import sys; sys.path.insert(0, {path!r}); {FIND}" if path else FIND
    return [Path(line) for line in fresh.python("-c", code, folder=folder).splitlines()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the pinned hatchling, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    fresh.python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_data_resources_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"archiveviewer/{name}" for folder in ("data", "resources") for name in _files(folder)}
    assert wanted, "data/ and resources/ are empty"
    assert wanted <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert {name.removeprefix("src/") for name in _files("src")} <= names


def test_the_wheel_makes_the_two_commands(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        entries = archive.read(name).decode()
    assert "[console_scripts]\narchiveviewer = " in entries
    assert "[gui_scripts]\narchiveviewer-gui = " in entries
    assert "[archiveviewer.readers]" in entries


def test_an_installed_wheel_finds_its_files(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    fresh.python("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-compile", "--target", str(site), str(wheel))
    module, data, resources = _found(path=str(site), folder=tmp_path)
    assert module == site / "archiveviewer" / "assets.py"
    assert (data, resources) == (site / "archiveviewer" / "data", site / "archiveviewer" / "resources")


def test_the_editable_install_finds_its_files(tmp_path: Path) -> None:
    module, data, resources = _found(path="", folder=tmp_path)
    assert module == ROOT / "src" / "archiveviewer" / "assets.py"
    assert (data, resources) == (ROOT / "data", ROOT / "resources")


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_pins_with_hashes_and_name_no_host(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    joined = text.replace("\\\n", "").strip().splitlines()
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^:@]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    strange = [line[:100] for line in joined if not pin.fullmatch(line)]
    assert joined
    assert not strange, f"neither a pin nor a hash: {strange}"


def test_requirements_pin_every_dependency_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = {
        "build.txt": [*project["build-system"]["requires"], *groups["build"]],
        "run.txt": project["project"]["dependencies"],
        "dev.txt": [*project["project"]["dependencies"], *groups["dev"]],
    }
    for name, wishes in wanted.items():
        missing = {_plain(wish) for wish in wishes} - set(_pins(name))
        assert not missing, f"not pinned in {name}: {sorted(missing)}; run `python3 dev.py requirements`"


def test_requirement_files_pin_the_same_versions() -> None:
    build, run, dev = (_pins(name) for name in REQUIREMENTS)
    assert run.items() <= dev.items()
    assert {name: version for name, version in build.items() if name in dev}.items() <= dev.items()


def _pins(name: str) -> dict[str, str]:
    """Return the version that a requirement file pins for each package."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([\w.]+)", text, re.MULTILINE))


def _plain(wish: str) -> str:
    """Return the name in a requirement as requirement files write it."""
    (name,) = re.findall(r"^[A-Za-z0-9._-]+", wish)
    return re.sub(r"[-_.]+", "-", str(name)).lower()
