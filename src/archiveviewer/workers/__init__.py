"""Supervised child processes that read foreign files, so that a crash, a hang or a lie costs one file and nothing else.

`client` is the side that asks, `child` the side that answers; `segments` shares pixels between the two, `lockdown` takes
from a child what it does not need. Messages are bytes that the callers make and read; nothing is ever unpickled.
"""
