"""What a client hands to its owner for each request: a value, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Failure(StrEnum):
    """Why a request has no value; the first four are also what a problem of the file is called after.

    NOT_STARTED is no fault of what was asked: no child came up to ask it of.
    """

    CRASHED = "crashed"
    TOO_SLOW = "too_slow"
    OUT_OF_MEMORY = "out_of_memory"
    LIED = "lied"
    CANCELLED = "cancelled"
    NOT_STARTED = "not_started"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the request with this ticket: `value`, or `failure` with `detail` for the log (never for people to read)."""

    ticket: int
    value: bytes | None
    failure: Failure | None = None
    detail: str = ""
