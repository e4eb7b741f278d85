"""The screen of the journeys shows what a program draws and takes the keys that are pressed."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtGui import QColor
from tools.desktop import Screen, until

ECHO = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
field = QLineEdit()
field.setStyleSheet("background: #123456; border: none")
field.setGeometry(100, 100, 300, 200)
field.returnPressed.connect(lambda: (print(field.text(), flush=True), app.quit()))
field.show()
sys.exit(app.exec())
"""


def test_keys_reach_a_window_and_its_pixels_are_seen(screen: Screen) -> None:
    program = subprocess.Popen([sys.executable, "-c", ECHO], env=screen.env, stdout=subprocess.PIPE, text=True)
    until(lambda: screen.picture().pixelColor(250, 280) == QColor("#123456"), what="the window to be drawn")
    screen.focus(program)
    screen.type("mine clearance 2025")
    screen.press("Return")
    said, _ = program.communicate(timeout=20)
    assert said.strip() == "mine clearance 2025"
