"""From what is chosen in Deadlines to its proof: the reader follows the selection, and opens on Enter."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.chain.places import step_place
from archiveviewer.gui.chain.words import standing_step, step_sentence
from archiveviewer.gui.deadlines.rows import Lane
from archiveviewer.gui.resting import Resting
from archiveviewer.records import ChainStep


class Proofs(QObject):
    """Finds the proof of lanes and of their steps.

    Signals: `place_chosen(Place)` when the keys rest on what has a proof, `place_opened(Place)` when it is to be opened, `said(sentence)`
    for what a step says, and why there is no proof.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    said = Signal(str)

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._resting = Resting(pane)
        self._resting.rested.connect(self.place_chosen)

    def follow(self, lane: Lane, step: ChainStep | None = None) -> None:
        """Show the proof of a step, else of where the lane stands, once the keys rest."""
        chosen = step or standing_step(lane.chain)
        self._resting.follow(step_place(chosen) if chosen is not None else None)
        if step is not None:
            self.said.emit(step_sentence(step, lane.name))

    def open(self, lane: Lane, step: ChainStep | None = None) -> None:
        """Open the proof of a step, else of where the lane stands; what has none is said."""
        self._resting.stop()
        chosen = step or standing_step(lane.chain)
        place = step_place(chosen) if chosen is not None else None
        if place is not None:
            self.place_opened.emit(place)
        elif chosen is not None:
            self.said.emit(step_sentence(chosen, lane.name))
        else:
            self.said.emit(self.tr("{country}: the archive names no deadline.").format(country=lane.name))
