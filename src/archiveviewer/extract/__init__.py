"""From a file to its pages and text. A format is one reader behind one protocol; whoever reads runs inside a worker.

`choose` finds the reader for a file by its content. A file that cannot be read in full gives problems, never an exception
and never silence: text, or a reason.
"""
