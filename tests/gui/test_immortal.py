"""Constants outlive what the Qt binding does to them."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from archiveviewer.gui.immortal import keep_constants


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_none_has_references_to_lose() -> None:
    assert keep_constants()
    before = sys.getrefcount(None)
    assert before > 1 << 39
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for _ in range(1000):
        painter.setPen(QColor("red"))
    painter.end()
    assert sys.getrefcount(None) > 1 << 39
    assert keep_constants(), "a second call is harmless"
    assert sys.getrefcount(None) < 1 << 41
