"""A worker that only reads: name and file go in, what the reader found comes back as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

from archiveviewer.extract.choose import load_readers, reader_for
from archiveviewer.extract.media import media_type
from archiveviewer.extract.reader import HEAD
from archiveviewer.workers.child import serve


def handle(request: bytes, blob: memoryview) -> bytes:
    """Read one file."""
    name = request.decode(errors="surrogateescape")
    head = bytes(blob[:HEAD])
    reader = reader_for(head, name)
    found = asdict(reader.read(blob, name)) if reader else None
    return json.dumps({"media_type": media_type(head, name), "extracted": found}).encode()


if __name__ == "__main__":
    load_readers()
    serve(handle)
