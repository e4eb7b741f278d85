"""A worker that writes into the memory which it shares with its client."""

from __future__ import annotations

from archiveviewer.workers.child import serve
from archiveviewer.workers.segments import inherited


def handle(request: bytes, blob: memoryview) -> bytes:
    """Write the blob into the segment whose number the request is, and say how many there are and how large this one is."""
    segment = SEGMENTS[int(request)]
    segment[: len(blob)] = blob
    return f"{len(SEGMENTS)} {len(segment)}".encode()


if __name__ == "__main__":
    SEGMENTS = inherited()
    serve(handle)
