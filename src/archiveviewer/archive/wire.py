"""What goes between an indexing run and its worker processes: plain records as MessagePack, checked when they arrive.

A worker has read a hostile file, so nothing it sends is trusted: pickle is not used, and an answer of another shape is a lie
that costs that one file.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from archiveviewer.records import Problem, ReadDocument


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be read. `name` is for display; `whole` is False when only the first bytes come along, to tell the format."""

    name: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: a document, or None with at least one problem."""

    media_type: str
    document: ReadDocument | None
    problems: tuple[Problem, ...] = ()


_job = msgspec.msgpack.Decoder(Job)
_outcome = msgspec.msgpack.Decoder(Outcome)
_encoder = msgspec.msgpack.Encoder()


def encode(message: Job | Outcome) -> bytes:
    """Return `message` as bytes for the other side."""
    return _encoder.encode(message)


def decode_job(data: bytes) -> Job:
    """Return the job. Raises `msgspec.MsgspecError`."""
    return _job.decode(data)


def decode_outcome(data: bytes) -> Outcome:
    """Return the outcome. Raises `msgspec.MsgspecError` when it is not one: the worker lied."""
    return _outcome.decode(data)
