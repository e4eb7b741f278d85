"""Exit codes of the program, stable for scripts."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    PROBLEMS = 1
    WRONG_USE = 2
    CANNOT = 3
