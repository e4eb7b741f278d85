"""Start of the program: reads the command line, runs one command, turns its outcome into an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from archiveviewer.cli.exits import Exit
from archiveviewer.cli.parser import parse
from archiveviewer.records import ArchiveError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (those of the process by default) and return its exit code."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        return int(options.run(options))
    except ArchiveError as error:
        print(f"archiveviewer: {error}", file=sys.stderr)
        return Exit.CANNOT
    except KeyboardInterrupt:
        print("archiveviewer: stopped. What was read is kept.", file=sys.stderr)
        return Exit.CANNOT
    except BrokenPipeError:
        # The reader of our output went away (`| head`); keep the interpreter from complaining when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except Exception:  # the edge of the program: a bug of ours is shown whole, and must not end like "done with problems"
        traceback.print_exc()
        print("archiveviewer: this is a fault of the program. Send the lines above to its makers.", file=sys.stderr)
        return Exit.CANNOT
