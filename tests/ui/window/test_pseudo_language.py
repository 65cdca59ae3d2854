"""Everything the window says is translated: shown in a language that nobody speaks, only data is readable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from surveyor_app.ui.window.pages import PAGES


def test_what_is_no_data_comes_from_the_translations(tmp_path: Path) -> None:
    """In a process of its own, which finds its resources as a packaged program does."""
    command = [sys.executable, "-m", "tests.ui.pseudo_walk", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert {page.PLACE.name for page in PAGES} <= set(found)
    assert len(found) >= len(PAGES) + 19
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
