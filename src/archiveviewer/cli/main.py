"""Start of the program: reads the command line, runs one command, turns its outcome into an exit code."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence

from archiveviewer.cli.exits import Exit
from archiveviewer.cli.output import mend
from archiveviewer.cli.parser import parse
from archiveviewer.records import ArchiveError, DamagedIndexError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process by default) and return its exit code."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        code = int(options.run(options))
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where it can still be said that the output could not be written
        return code
    except ArchiveError as error:
        print(f"archiveviewer: {error}", file=sys.stderr)
        if isinstance(error, DamagedIndexError) and not options.json:
            print(f"archiveviewer: {mend(error.library)}", file=sys.stderr)
        return Exit.CANNOT
    except KeyboardInterrupt:
        print("archiveviewer: stopped. What was read is kept.", file=sys.stderr)
        return Exit.CANNOT
    except BrokenPipeError:
        _drop_output()  # the reader of our output went away (`| head`)
        return Exit.DONE
    except Exception as error:  # the edge of the program: a bug of ours is shown whole, and must not end like "done with problems"
        if isinstance(error, OSError) and error.errno in _FULL:
            _drop_output()
            print(f"archiveviewer: writing failed: {error.strerror}. What was printed is not complete.", file=sys.stderr)
            return Exit.CANNOT
        traceback.print_exc()
        print("archiveviewer: this is a fault of the program. Send the lines above to its makers.", file=sys.stderr)
        return Exit.CANNOT


def _drop_output() -> None:
    """Let what is still to be printed go nowhere, so that the interpreter does not complain when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
