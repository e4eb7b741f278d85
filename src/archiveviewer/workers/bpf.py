"""The small program with which the kernel decides on each system call of a worker (classic BPF, as seccomp takes it)."""

from __future__ import annotations

import errno
import struct

from archiveviewer.workers.syscalls import AARCH64, CLONE, CLONE3, KILL, REFUSED, TGKILL, X86_64

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_IF_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_IF_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_IF_ANY_BIT = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K

_NUMBER, _PROCESSOR, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data; the argument's lower half
_ALLOW = 0x7FFF0000
_ERROR = 0x00050000
_CLONE_THREAD = 0x00010000
_X32 = 0x40000000  # x86_64's second table of calls begins here

Instruction = tuple[int, int, int, int]
"""Operation, how many to skip if true, how many if false, operand."""


def program(machine: str, process: int) -> bytes | None:
    """Return the filter for this processor and the process id `process`, or None when the processor is not known."""
    columns = {"x86_64": (0, X86_64), "aarch64": (1, AARCH64)}
    if machine not in columns:
        return None
    return b"".join(struct.pack("=HBBI", *step) for step in _steps(*columns[machine], process))


def _steps(column: int, processor: int, process: int) -> list[Instruction]:
    refuse: Instruction = (_RETURN, 0, 0, _ERROR | errno.EPERM)
    steps: list[Instruction] = [(_LOAD, 0, 0, _PROCESSOR), (_IF_EQUAL, 1, 0, processor), refuse, (_LOAD, 0, 0, _NUMBER)]
    if processor == X86_64:
        steps += [(_IF_AT_LEAST, 0, 1, _X32), refuse]
    for numbers in REFUSED.values():
        if (number := numbers[column]) is not None:
            steps += [(_IF_EQUAL, 0, 1, number), refuse]
    steps += [(_IF_EQUAL, 0, 1, CLONE3[column]), (_RETURN, 0, 0, _ERROR | errno.ENOSYS)]
    steps += _only_if(CLONE[column], _IF_ANY_BIT, _CLONE_THREAD)
    for number in (KILL[column], TGKILL[column]):
        steps += _only_if(number, _IF_EQUAL, process)
    return [*steps, (_RETURN, 0, 0, _ALLOW)]


def _only_if(number: int, test: int, operand: int) -> list[Instruction]:
    """Return the steps that refuse call `number` unless its first argument passes `test`."""
    return [
        (_IF_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (test, 1, 0, operand),
        (_RETURN, 0, 0, _ERROR | errno.EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]
