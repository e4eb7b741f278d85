"""Messages on a pipe arrive as they were sent, or are refused."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from io import FileIO

import pytest

from archiveviewer.workers.frames import (
    EndOfFramesError,
    FrameError,
    Outcome,
    Reply,
    Request,
    read_reply,
    read_request,
    send_reply,
    send_requests,
)

Pipe = tuple[FileIO, FileIO]


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    reading, writing = os.pipe()
    ends = FileIO(reading, "rb"), FileIO(writing, "wb")
    yield ends
    for end in ends:
        end.close()


@pytest.mark.parametrize(("request_", "blob"), [(b"", b""), (b"open", b"%PDF-1.7"), (b"x" * 1000, bytes(30_000)), (b"open", bytes(40_000))])
def test_requests_arrive_as_they_were_sent(pipe: Pipe, request_: bytes, blob: bytes) -> None:
    reading, writing = pipe
    send_requests(writing, [Request(7, request_, memoryview(blob)), Request(8, b"next")])
    for ticket, words, rest in ((7, request_, blob), (8, b"next", b"")):
        request = read_request(reading)
        assert (request.ticket, request.request, bytes(request.blob)) == (ticket, words, rest)


def test_a_reply_arrives_as_it_was_sent(pipe: Pipe) -> None:
    reading, writing = pipe
    send_reply(writing, 7, outcome=Outcome.RAISED, value=b"why")
    assert read_reply(reading, 7, longest=10) == Reply(7, Outcome.RAISED, b"why")


@pytest.mark.parametrize(
    "lie",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 5",
        struct.pack("<4sQBQ", b"AVA1", 8, 0, 0),
        struct.pack("<4sQBQ", b"AVA1", 7, 9, 0),
        struct.pack("<4sQBQ", b"AVA1", 7, 0, 1 << 40),
    ],
)
def test_a_lie_is_refused(pipe: Pipe, lie: bytes) -> None:
    reading, writing = pipe
    writing.write(lie)
    with pytest.raises(FrameError):
        read_reply(reading, 7, longest=1000)


def test_a_long_reply_arrives_whole(pipe: Pipe) -> None:
    reading, writing = pipe
    send_reply(writing, 7, outcome=Outcome.DONE, value=bytes(30_000))
    assert read_reply(reading, 7, longest=30_000) == Reply(7, Outcome.DONE, bytes(30_000))


@pytest.mark.parametrize("size", [8, 30_000], ids=["read with the first", "read in parts"])
def test_what_follows_an_answer_is_kept_for_the_next(pipe: Pipe, size: int) -> None:
    reading, writing = pipe
    send_reply(writing, 7, outcome=Outcome.DONE, value=b"yes")
    send_reply(writing, 8, outcome=Outcome.DONE, value=bytes(size))
    first = read_reply(reading, 7, longest=1000)
    assert first.value == b"yes"
    assert first.rest
    assert read_reply(reading, 8, longest=size, before=first.rest) == Reply(8, Outcome.DONE, bytes(size))


def test_a_closed_pipe_is_the_end(pipe: Pipe) -> None:
    reading, writing = pipe
    writing.write(b"AVA")
    writing.close()
    with pytest.raises(EndOfFramesError):
        read_reply(reading, 7, longest=1000)


def test_noise_is_no_request(pipe: Pipe) -> None:
    reading, writing = pipe
    writing.write(b"x" * 28)
    with pytest.raises(FrameError):
        read_request(reading)
