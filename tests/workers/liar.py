"""A worker that breaks the rules of the pipe: it writes frames by itself, wrong ones when told to."""

from __future__ import annotations

import os
import struct
import sys
import time
from io import FileIO
from pathlib import Path

from archiveviewer.workers.frames import READY, EndOfFramesError, Outcome, read_request, send_reply

LATER = "noise when there is "
"""What stands before the file that lets the worker speak up."""
_HEADER = struct.Struct("<4sQBQ")


def lie(said: FileIO, ticket: int, deed: str) -> None:
    """Write what no honest worker would."""
    match deed:
        case "noise":
            said.write(b"It is 12 o'clock, and all is well. " * 3)
        case "wrong ticket":
            send_reply(said, ticket + 7, outcome=Outcome.DONE, value=b"for another")
        case "too long":
            said.write(_HEADER.pack(b"AVA1", ticket, 0, 1 << 60))
        case "chatter":
            said.write(_HEADER.pack(b"AVA1", ticket, 99, 4) + b"what")
        case "promise":
            said.write(_HEADER.pack(b"AVA1", ticket, 0, 100) + b"only this")
        case "break off":
            said.write(_HEADER.pack(b"AVA1", ticket, 0, 100) + b"only this")
            os._exit(0)
        case "hang up":
            said.close()
            sys.stderr.close()
            time.sleep(60)


def speak_up(said: FileIO, sign: Path) -> None:
    """Say something that nobody asked for when there is a file, and then remove the file."""
    while not sign.exists():
        time.sleep(0.01)
    said.write(b"one more thing")
    sign.unlink()


def main() -> None:
    """Serve until the client goes: honestly, unless the request names a lie."""
    asked, said = FileIO(0, "rb"), FileIO(1, "wb")
    send_reply(said, READY, outcome=Outcome.DONE, value=b"[]")
    while True:
        try:
            request = read_request(asked)
        except EndOfFramesError:
            return
        deed = request.request.decode()
        if deed in {"hello", "after", "pid"}:
            value = str(os.getpid()).encode() if deed == "pid" else request.request
            send_reply(said, request.ticket, outcome=Outcome.DONE, value=value)
        elif deed.startswith(LATER):
            send_reply(said, request.ticket, outcome=Outcome.DONE, value=b"wait")
            speak_up(said, Path(deed.removeprefix(LATER)))
        else:
            lie(said, request.ticket, deed)


if __name__ == "__main__":
    main()
