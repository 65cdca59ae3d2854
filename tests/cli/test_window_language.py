"""``--lang`` is what the window speaks too, this time; what was chosen in the window stays chosen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QApplication
from surveyor_app.cli import main
from surveyor_app.ui.window.running import make_application
qt = make_application()
def tell():
    print(*(label.text() for window in qt.topLevelWidgets() for label in window.findChildren(QLabel)))
    QApplication.closeAllWindows()
QTimer.singleShot(300, tell)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [(("--lang", "zh"), "档案"), ((), "Create your profile"), (("--lang", "en"), "Create your profile")],
)
def test_the_window_speaks_the_language_that_was_asked_for(
    tmp_path: Path, words: tuple[str, ...], expected: str
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words, "--profile", str(tmp_path / "profile")],
        capture_output=True,
        text=True,
        check=False,
        cwd=REPOSITORY,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert expected in done.stdout
    assert not list(tmp_path.rglob("settings.toml")), "it was kept as if it had been chosen"
