"""What takes from a worker the rights that reading a document does not need. Once given up, they cannot come back.

On Linux, each where the kernel has it: a limit on memory; no new privileges; Landlock, which denies every file and TCP port;
and a seccomp filter that denies files by name, sockets, other programs and other processes. Elsewhere only what the system
offers. To be called when all is imported and before threads are started: Landlock holds for the calling thread and those that
it starts.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
import sys
import time

from archiveviewer.workers import bpf, syscalls

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_SECCOMP_GET_ACTION_AVAIL = 2
_SECCOMP_FILTER_FLAG_TSYNC = 1
_SECCOMP_RET_ERRNO = 0x00050000
_LANDLOCK_VERSION = 1  # LANDLOCK_CREATE_RULESET_VERSION

# How many file rights, TCP rights and scopes each version of Landlock knows, from its first on.
_FILE_RIGHTS = (13, 14, 15, 15, 16, 16)
_PORT_RIGHTS = (0, 0, 0, 2, 2, 2)
_SCOPES = (0, 0, 0, 0, 0, 2)


def apply(memory: int) -> tuple[str, ...]:
    """Give up what can be given up, with at most `memory` bytes of data, and return the names of the protections in force."""
    time.localtime()  # reads the time zone's file, while that is still possible
    done = {"memory": _limit_memory(memory)}
    if sys.platform == "linux":
        done["privileges"] = _libc().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        done["landlock"] = _landlock()
        done["seccomp"] = _seccomp()
    return tuple(name for name, in_force in done.items() if in_force)


def available() -> tuple[str, ...]:
    """Return the names of the protections that this system offers to workers; nothing changes by asking."""
    if sys.platform != "linux":
        return ("memory",) if _has_limits() else ()
    names = {"memory": True, "privileges": True, "landlock": _landlock_version() > 0, "seccomp": _has_seccomp()}
    return tuple(name for name, there in names.items() if there)


def die_with_parent(parent: int) -> None:
    """Let the kernel end this process when the thread that started it ends; ends it now if `parent` has already gone."""
    if sys.platform != "linux":
        return
    _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(numbers: tuple[int, int], *arguments: object) -> int:
    """Make a system call that the C library has no name for; -1 when it fails or the processor is not known."""
    column = {"x86_64": 0, "aarch64": 1}.get(platform.machine())
    if column is None:
        return -1
    return int(_libc().syscall(ctypes.c_long(numbers[column]), *arguments))


def _has_limits() -> bool:
    return sys.platform != "win32"


def _limit_memory(memory: int) -> bool:
    """Limit data, not addresses: mapped files and shared pixels cost nothing. A crash leaves no core file."""
    if sys.platform == "win32" or memory <= 0:
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    except (ValueError, OSError):  # the user's own limit is lower already, or the system does not know this one
        return False
    return True


def _landlock_version() -> int:
    none = ctypes.c_void_p(None)
    return max(0, _call(syscalls.LANDLOCK_CREATE_RULESET, none, ctypes.c_size_t(0), ctypes.c_uint(_LANDLOCK_VERSION)))


def _landlock() -> bool:
    """Handle every right that this kernel's Landlock knows, and allow none of them anywhere."""
    version = min(_landlock_version(), len(_FILE_RIGHTS))
    if version == 0:
        return False
    words = [(1 << table[version - 1]) - 1 for table in (_FILE_RIGHTS, _PORT_RIGHTS, _SCOPES)]
    words = words[: 1 if version < 4 else 2 if version < 6 else 3]  # noqa: PLR2004 - versions that made the structure longer
    attributes = ctypes.create_string_buffer(struct.pack(f"={len(words)}Q", *words), 8 * len(words))
    ruleset = _call(syscalls.LANDLOCK_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint(0))
    if ruleset < 0:
        return False
    try:
        return _call(syscalls.LANDLOCK_RESTRICT_SELF, ctypes.c_int(ruleset), ctypes.c_uint(0)) == 0
    finally:
        os.close(ruleset)


def _has_seccomp() -> bool:
    action = ctypes.byref(ctypes.c_uint32(_SECCOMP_RET_ERRNO))
    return _call(syscalls.SECCOMP, ctypes.c_uint(_SECCOMP_GET_ACTION_AVAIL), ctypes.c_uint(0), action) == 0


def _seccomp() -> bool:
    steps = bpf.program(platform.machine(), os.getpid())
    if steps is None or not _has_seccomp():
        return False
    code = ctypes.create_string_buffer(steps, len(steps))
    filters = struct.pack("HP", len(steps) // 8, ctypes.addressof(code))
    how = (ctypes.c_uint(_SECCOMP_SET_MODE_FILTER), ctypes.c_uint(_SECCOMP_FILTER_FLAG_TSYNC))
    return _call(syscalls.SECCOMP, *how, ctypes.create_string_buffer(filters, len(filters))) == 0
