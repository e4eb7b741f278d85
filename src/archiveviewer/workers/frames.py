"""How messages look on the pipes between a client and its child: a header of fixed size, then bytes.

A request is a header with the ticket and two lengths, the request, and the blob (often a whole file). An answer is a header
with the ticket, how it went, and a length, and then the value. The first answer of a child is for ticket 0: it is ready.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from io import FileIO

_REQUEST = struct.Struct("<4sQQQ")
_ANSWER = struct.Struct("<4sQBQ")
_SHORT = 4096
_AT_ONCE = 32 << 10
"""Bytes that are written in one go: the first that come wake the other side, which may push aside who has more to write."""
_NOTHING = memoryview(b"")
_ASKS = b"AVQ1"
_SAYS = b"AVA1"

READY = 0
"""The ticket of the first answer of a child; requests count from 1."""


class Outcome(IntEnum):
    """How a request went, as the child sees it; anything but DONE comes with the reason as text."""

    DONE = 0
    RAISED = 1
    OUT_OF_MEMORY = 2


_OUTCOMES = frozenset(Outcome)


class FrameError(Exception):
    """What came is not a frame of ours, or claims what cannot be."""


class EndOfFramesError(Exception):
    """The other side has closed its end of the pipe."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request. What the child gets as `blob` is its own copy and may be kept."""

    ticket: int
    request: bytes
    blob: memoryview = _NOTHING


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as the client gets it, and what has come after it: the next answer, or what was not asked for."""

    ticket: int
    outcome: Outcome
    value: bytes
    rest: bytes = b""


def send_requests(stream: FileIO, requests: Sequence[Request]) -> None:
    """Write requests, to be answered one after the other; returns when the pipe has taken all of them."""
    parts: list[bytes | memoryview] = []
    for one in requests:
        blob = one.blob.cast("B")
        parts += [_REQUEST.pack(_ASKS, one.ticket, len(one.request), len(blob)) + one.request, blob]
    _write(stream, parts)


def read_request(stream: FileIO) -> Request:
    """Read the next request; raises EndOfFramesError when the client has gone, MemoryError when it does not fit."""
    mark, ticket, size, blob_size = _REQUEST.unpack(_read(stream, _REQUEST.size))
    if mark != _ASKS:
        raise FrameError("not a request")
    return Request(ticket, bytes(_read(stream, size)), memoryview(_read(stream, blob_size)))


def send_reply(stream: FileIO, ticket: int, *, outcome: Outcome, value: bytes) -> None:
    """Write one answer."""
    _write(stream, [_ANSWER.pack(_SAYS, ticket, outcome, len(value)), value])


def read_reply(stream: FileIO, ticket: int, *, longest: int, before: bytes = b"") -> Reply:
    """Read the answer for `ticket`, which begins with what was read `before`.

    Raises FrameError for anything else, and for one longer than `longest` bytes.

    A short one is read at once: after each read a thread waits for its turn to run Python, and a busy window lets it wait long.
    """
    start = before if len(before) >= _ANSWER.size else before + _read_some(stream, _ANSWER.size - len(before), most=_SHORT)
    mark, given, outcome, size = _ANSWER.unpack(start[: _ANSWER.size])
    if mark != _SAYS or given != ticket or outcome not in _OUTCOMES:
        raise FrameError("not an answer to what was asked")
    if size > longest:
        raise FrameError(f"an answer of {size} bytes cannot be")
    value = start[_ANSWER.size :]
    if len(value) < size:
        value += _read(stream, size - len(value))
    return Reply(given, Outcome(outcome), bytes(value[:size]), bytes(value[size:]))


def _read(stream: FileIO, size: int) -> bytearray:
    return _read_some(stream, size, most=size)


def _read_some(stream: FileIO, least: int, *, most: int) -> bytearray:
    """Read as much as is there, at least and at most so many bytes."""
    buffer = bytearray(most)
    done = 0
    with memoryview(buffer) as rest:
        while done < least:
            count = stream.readinto(rest[done:])
            if not count:
                raise EndOfFramesError
            done += count
    del buffer[done:]
    return buffer


def _write(stream: FileIO, parts: Sequence[bytes | memoryview]) -> None:
    if sum(map(len, parts)) <= _AT_ONCE:
        parts = [b"".join(parts)]
    for part in parts:
        rest = memoryview(part)
        while rest:
            rest = rest[stream.write(rest) :]
