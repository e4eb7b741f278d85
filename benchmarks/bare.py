"""The least that could be done, to compare with: bare PyMuPDF, a bare walk, a bare window. Each runs in a process of its own.

Prints one JSON object. Times are of the work alone, without starting Python and loading the libraries, except where the start itself
is what is compared.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import time
from pathlib import Path

from archiveviewer.workers.priority import give_way


def _pages(path: str) -> int:
    import pymupdf

    try:
        with pymupdf.open(path) as document:
            return sum(1 for page in document if page.get_text("text") is not None)
    except Exception:  # a damaged or locked file among real ones: both sides pass it over
        return 0


def _load(_number: int) -> None:
    import pymupdf

    pymupdf.TOOLS.mupdf_display_errors(False)
    time.sleep(0.05)


def text(folder: str) -> dict[str, float]:
    """Read the text of every page of every PDF, one process for each core, files handed out one by one.

    It gives way as ours does, so that whatever else the machine does holds up both alike.
    """
    give_way()
    files = sorted(str(path) for path in Path(folder).rglob("*.pdf"))
    cores = os.cpu_count() or 1
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        pool.map(_load, range(cores * 4), chunksize=1)
        start = time.perf_counter()
        pages = sum(pool.imap_unordered(_pages, files, chunksize=1))
        return {"seconds": time.perf_counter() - start, "pages": pages, "cores": cores}


def walk(folder: str) -> dict[str, float]:
    """Walk a folder with the size and time of each file."""
    start = time.perf_counter()
    files, waiting = 0, [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    entry.stat(follow_symlinks=False)
                    files += 1
    return {"seconds": time.perf_counter() - start, "files": files}


def page(path: str, number: str, scale: str, times: str = "15") -> dict[str, object]:
    """Open a document and render one of its pages, again and again."""
    import pymupdf

    took = []
    for _ in range(int(times)):
        start = time.perf_counter()
        with pymupdf.open(stream=Path(path).read_bytes(), filetype="pdf") as document:
            document[int(number) - 1].get_pixmap(matrix=pymupdf.Matrix(float(scale), float(scale)), alpha=False)
        took.append(time.perf_counter() - start)
    return {"seconds": took}


def pages() -> dict[str, float]:
    """Open and render what each line of the input names (path, page and scale, as JSON), and answer each with a line of seconds.

    None stands for a page that cannot be had. It goes on until the input ends, so that it can be asked in turn with what it is compared to.
    """
    import pymupdf

    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    for line in sys.stdin:
        path, number, scale = json.loads(line)
        start = time.perf_counter()
        try:
            with pymupdf.open(stream=Path(path).read_bytes(), filetype="pdf") as document:
                document[int(number) - 1].get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)
        except Exception:  # a damaged or locked file among real ones
            print("null", flush=True)
        else:
            print(json.dumps(time.perf_counter() - start), flush=True)
    return {}


def window() -> dict[str, float]:
    """Show a window with a line to type in, and say when it takes keys."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

    app = QApplication([])
    main = QMainWindow()
    main.setCentralWidget(QLineEdit())
    main.resize(1366, 768)
    main.show()
    QTimer.singleShot(0, app.quit)
    app.exec()
    return {"usable": time.monotonic()}


if __name__ == "__main__":
    jobs = {job.__name__: job for job in (text, walk, page, pages, window)}
    print(json.dumps(jobs[sys.argv[1]](*sys.argv[2:])))
