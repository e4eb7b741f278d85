"""`python -m archiveviewer` is the same as the command `archiveviewer`."""

import sys

from archiveviewer.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
