"""The menu of a result: open it, copy its quote, keep to what it has in common with others or leave that out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from archiveviewer.gui.kinds import kind_word, language_name
from archiveviewer.gui.search.question import Filter
from archiveviewer.records import DocumentHit

translate = QCoreApplication.translate


def filters_of(hit: DocumentHit, country: str) -> tuple[Filter, ...]:
    """Return what a document could be filtered by; `country` is the name of its own."""
    made = (
        Filter("country", hit.country or "", country),
        Filter("kind", hit.kind, kind_word(hit.kind)),
        Filter("lang", hit.language or "", language_name(hit.language) if hit.language else ""),
        Filter("year", (hit.date or "")[:4], (hit.date or "")[:4]),
    )
    return tuple(chosen for chosen in made if chosen.value and chosen.label)


def row_menu(
    hit: DocumentHit,
    country: str,
    *,
    opens: Callable[[], None],
    quotes: Callable[[], None],
    keeps: Callable[[Filter], None],
    parent: QWidget,
) -> QMenu:
    """Return the menu of a document or one of its pages."""
    menu = QMenu(parent)
    menu.addAction(translate("search", "Open") + "\tEnter").triggered.connect(opens)
    menu.addAction(translate("search", "Copy quote with citation") + "\tCtrl+Shift+C").triggered.connect(quotes)
    filters = filters_of(hit, country)
    for form, out in ((translate("search", "Keep to {value}"), False), (translate("search", "Leave out {value}"), True)):
        menu.addSeparator()
        for chosen in filters:
            action = menu.addAction(form.format(value=chosen.label).replace("&", "&&"))
            action.setData(Filter(chosen.field, chosen.value, chosen.label, out=out))
    menu.triggered.connect(lambda action: keeps(action.data()) if isinstance(action.data(), Filter) else None)
    return menu
