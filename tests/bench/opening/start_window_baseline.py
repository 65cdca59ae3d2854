"""The other side of start_window: a bare main window."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.opening.first_paint import FirstPaint

if __name__ == "__main__":
    qt = QApplication(sys.argv)
    FirstPaint(qt)
    window = QMainWindow()
    window.resize(1280, 720)
    window.show()
    qt.exec()
