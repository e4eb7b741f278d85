"""The rows of a profile as a model: article, label, value, as of, read in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from archiveviewer.gui.countries.row import Row, RowKind
from archiveviewer.gui.widgets.nodes import Node, NodeModel

ARTICLE, LABEL, VALUE, AS_OF, READ_IN = range(5)


def _say(item: object, column: int) -> str:
    if not isinstance(item, Row):
        return ""
    if item.kind == RowKind.GROUP:
        return f"{item.label}, {item.value}" if column == 0 else ""
    return (item.article, item.label, item.value, item.as_of, item.read_in)[column]


def _sentence(item: object, column: int) -> str:
    if not isinstance(item, Row):
        return ""
    return item.sentence if column == 0 else _say(item, column)


def _tip(item: object, column: int) -> str:
    if not isinstance(item, Row) or item.kind == RowKind.GROUP:
        return ""
    if column == READ_IN and item.source is not None:
        return item.source.title
    if column == LABEL and item.behind:
        return f"{item.label} ({item.behind})"
    return item.quote if column == VALUE and item.quote else _say(item, column)


class SheetModel(NodeModel):
    """The rows of a profile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("",) * 5, say=_say, sentence=_sentence, tip=_tip, parent=parent)

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        columns = (self.tr("Article"), self.tr("What"), self.tr("Value"), self.tr("As of"), self.tr("Read in"))
        self.show([_node(row) for row in rows], columns)


def _node(row: Row) -> Node:
    return Node(row, [_node(child) for child in row.children])
