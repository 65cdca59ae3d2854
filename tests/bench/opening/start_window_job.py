"""Starts the program as its command does, until its window is painted: ``start_window_job PROFILE``."""

from __future__ import annotations

import sys

from surveyor_app.cli import main
from surveyor_app.ui.window.running import make_application
from tests.bench.opening.first_paint import FirstPaint

if __name__ == "__main__":
    qt = make_application()
    FirstPaint(qt)
    main(["--profile", sys.argv[1]])
