"""The menu of a result: open it, copy its quote, keep to what it has in common with others or leave that out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from archiveviewer.gui.kinds import in_order, kind_word, language_name
from archiveviewer.gui.search.question import Filter
from archiveviewer.gui.search.rows import reasons
from archiveviewer.records import DocumentHit, Sibling
from archiveviewer.text.paths import shown

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
    opens: Callable[[Sibling | None], None],
    quotes: Callable[[], None],
    keeps: Callable[[Filter], None],
    parent: QWidget,
) -> QMenu:
    """Return the menu of a document or one of its pages. `opens` takes a version in another language or a copy, or None for itself."""
    menu = QMenu(parent)
    menu.addAction(translate("search", "Open") + "\tEnter").triggered.connect(lambda: opens(None))
    menu.addAction(translate("search", "Copy quote with citation") + "\tCtrl+Shift+C").triggered.connect(quotes)
    if hit.siblings or hit.copies:
        menu.addSeparator()
    for sibling in sorted(hit.siblings, key=lambda one: in_order(one.language or "")):
        words = language_name(sibling.language) if sibling.language else PurePath(shown(sibling.path)).name
        menu.addAction(translate("search", "Open in {language}").format(language=words)).triggered.connect(partial(_open, opens, sibling))
    for copy in hit.copies:
        folder = PurePath(shown(copy.path)).parent.name.replace("&", "&&")
        menu.addAction(translate("search", "Open the copy in {folder}").format(folder=folder)).triggered.connect(
            partial(_open, opens, copy)
        )
    filters = filters_of(hit, country)
    for form, out in ((translate("search", "Keep to {value}"), False), (translate("search", "Leave out {value}"), True)):
        menu.addSeparator()
        for chosen in filters:
            action = menu.addAction(form.format(value=chosen.label).replace("&", "&&"))
            action.setData(Filter(chosen.field, chosen.value, chosen.label, out=out))
    why = reasons(hit)
    if why:
        menu.addSeparator()
        said = menu.addMenu(translate("search", "Why it stands here"))
        for reason in why:
            said.addAction(reason.replace("&", "&&"))
    menu.triggered.connect(lambda action: keeps(action.data()) if isinstance(action.data(), Filter) else None)
    return menu


def _open(opens: Callable[[Sibling | None], None], sibling: Sibling, _checked: bool = False) -> None:
    opens(sibling)
