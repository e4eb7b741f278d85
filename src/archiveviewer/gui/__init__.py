"""The window: a thin client of `Archive` that shows answers beside the pages they were read on."""

from archiveviewer.gui.immortal import keep_constants

keep_constants()
