"""What the program is, and under which licences it and its parts come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from archiveviewer import __version__

translate = QCoreApplication.translate


def text() -> str:
    """Return the sentences."""
    lines = (
        translate("about", "archiveviewer {version}").format(version=__version__),
        translate("about", "Finds, shows and explains the pages of a folder of treaty documents, with no network."),
        "",
        translate("about", "Free software under the GNU Affero General Public License, version 3 or later."),
        translate("about", "Pages are drawn by MuPDF (AGPL), the window by Qt {version} (LGPL), icons are Lucide (ISC, MIT).").format(
            version=qVersion()
        ),
    )
    return "\n".join(lines)


def show_about(parent: QWidget) -> None:
    """Show them."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, translate("about", "About this program"), text(), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
