"""What a worker can no longer do once it serves, tried in a real child."""

from __future__ import annotations

import errno
import platform
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

from archiveviewer.workers import bpf, lockdown
from archiveviewer.workers.answers import Failure
from asking import Asker, AskerOf

HERE = lockdown.available()
needs_seccomp = pytest.mark.skipif("seccomp" not in HERE, reason="this kernel does not filter system calls")
needs_landlock = pytest.mark.skipif("landlock" not in HERE, reason="this kernel has no Landlock")

DENIED = {f"denied: {number}".encode() for number in (errno.EPERM, errno.EACCES)}


@pytest.fixture
def prisoner(asker: AskerOf) -> Asker:
    return asker("prisoner")


def test_what_is_in_force_is_what_is_available(prisoner: Asker) -> None:
    prisoner.value(b"thread")
    assert prisoner.client.protections == HERE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these protections")
def test_a_current_linux_has_all_protections() -> None:
    if "seccomp" not in HERE or "landlock" not in HERE:
        pytest.skip("this kernel was built without them")
    assert HERE == ("memory", "privileges", "landlock", "seccomp")


def test_pdf_reading_and_threads_still_work(prisoner: Asker) -> None:
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "landmine survivors")
        data = document.tobytes()
    assert prisoner.value(b"pdf", data) == b"done: landmine survivors 595"
    assert prisoner.value(b"thread") == b"done: a thread ran"


@needs_landlock
@pytest.mark.parametrize("deed", ["read", "read own code", "list"])
def test_no_file_can_be_read(prisoner: Asker, deed: str) -> None:
    assert prisoner.value(deed.encode()) in DENIED


@needs_landlock
@pytest.mark.parametrize("deed", ["write", "remove", "rename", "make folder"])
def test_no_file_can_be_changed(prisoner: Asker, tmp_path: Path, deed: str) -> None:
    file = tmp_path / "note.txt"
    file.write_text("kept")
    assert prisoner.value(deed.encode(), str(file).encode()) in DENIED
    assert file.read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


@needs_landlock
def test_landlock_alone_denies_files() -> None:
    """The filter of system calls comes first in a worker and would hide a Landlock that does nothing."""
    attempt = (
        "from archiveviewer.workers import lockdown\n"
        "lockdown._libc().prctl(38, 1, 0, 0, 0)\n"
        "print(lockdown._landlock())\n"
        "try: open('/etc/passwd')\n"
        "except PermissionError: print('denied')\n"
    )
    done = subprocess.run([sys.executable, "-c", attempt], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "denied"]


@needs_seccomp
@pytest.mark.parametrize("deed", ["socket", "socket pair", "unix socket", "run", "exec", "fork", "kill parent", "attach"])
def test_no_network_no_programs_no_other_processes(prisoner: Asker, deed: str) -> None:
    assert prisoner.value(deed.encode()) in DENIED


@needs_seccomp
def test_the_mode_of_a_file_stays(prisoner: Asker, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.touch(mode=0o600)
    assert prisoner.value(b"change mode", str(file).encode()) in DENIED


def test_it_may_still_end_itself(prisoner: Asker) -> None:
    assert prisoner.ask(b"abort").failure is Failure.CRASHED


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_is_a_program_that_a_kernel_takes(machine: str) -> None:
    steps = bpf.program(machine, process=4711)
    assert steps is not None
    assert len(steps) % 8 == 0
    assert len(steps) // 8 < 4096


def test_an_unknown_processor_has_no_filter() -> None:
    assert bpf.program("riscv64", process=1) is None


@pytest.mark.parametrize(
    ("machine", "call", "arguments", "verdict"),
    [
        ("x86_64", 0, 0, "allow"),  # read
        ("x86_64", 9, 0, "allow"),  # mmap
        ("x86_64", 41, 0, "refuse"),  # socket
        ("x86_64", 257, 0, "refuse"),  # openat
        ("x86_64", 59, 0, "refuse"),  # execve
        ("x86_64", 56, 0x00010000, "allow"),  # clone of a thread
        ("x86_64", 56, 17, "refuse"),  # clone as fork does
        ("x86_64", 435, 0, "absent"),  # clone3
        ("x86_64", 62, 4711, "allow"),  # kill of itself
        ("x86_64", 62, 1, "refuse"),
        ("x86_64", 234, 4711, "allow"),  # tgkill, as abort does
        ("x86_64", 234, 1, "refuse"),
        ("x86_64", 0x40000000 + 41, 0, "refuse"),  # the second table of calls
        ("aarch64", 63, 0, "allow"),  # read
        ("aarch64", 198, 0, "refuse"),  # socket
        ("aarch64", 56, 0, "refuse"),  # openat
        ("aarch64", 220, 0x00010000, "allow"),
        ("aarch64", 220, 17, "refuse"),
        ("aarch64", 129, 4711, "allow"),
        ("aarch64", 129, 1, "refuse"),
    ],
)
def test_the_filter_decides(machine: str, call: int, arguments: int, verdict: str) -> None:
    steps = bpf.program(machine, process=4711)
    assert steps is not None
    assert _decide(steps, machine=machine, call=call, first=arguments) == verdict


def test_the_filter_refuses_calls_of_another_processor() -> None:
    steps = bpf.program("x86_64", process=4711)
    assert steps is not None
    assert _decide(steps, machine="aarch64", call=0, first=0) == "refuse"


def _decide(steps: bytes, *, machine: str, call: int, first: int) -> str:
    """Run the filter as the kernel does."""
    import struct

    words = {0: call, 4: {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}[machine], 16: first}
    program = list(struct.iter_unpack("=HBBI", steps))
    verdicts = {0x7FFF0000: "allow", 0x00050000 | errno.EPERM: "refuse", 0x00050000 | errno.ENOSYS: "absent"}
    at, held = 0, 0
    while True:
        operation, if_true, if_false, operand = program[at]
        match operation:
            case 0x06:
                return verdicts[operand]
            case 0x20:
                held = words[operand]
                at += 1
            case _:
                holds = {0x15: held == operand, 0x35: held >= operand, 0x45: bool(held & operand)}[operation]
                at += 1 + (if_true if holds else if_false)


def test_this_processor_is_known_where_it_is_supported() -> None:
    assert (bpf.program(platform.machine(), process=1) is not None) == (platform.machine() in {"x86_64", "aarch64"})
