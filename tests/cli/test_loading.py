"""A command loads what it needs and no more: version and help are there at once, and need no library but Python's own."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

PROGRAM = """
import json, sys
from surveyor_app.cli import main
before = sys.stdout
sys.stdout = sys.stderr
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=before)
"""

LIBRARIES = {
    "PySide6", "sqlalchemy", "sqlcipher3", "alembic", "cryptography", "argon2", "keyring", "PIL", "pillow_heif", "exifread",
    "av", "c2pa", "zxingcpp", "typst", "pyhanko", "httpx2", "aiohttp", "qtawesome", "fastapi", "uvicorn", "psycopg", "obstore",
}  # fmt: skip
"""Everything that takes long to load."""


def loaded(*arguments: str) -> set[str]:
    """Return the packages that a command had loaded when it ended."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["--json", "--help"], ["nonsense"]])
def test_version_and_help_load_no_library(arguments: list[str]) -> None:
    assert loaded(*arguments) & LIBRARIES == set()


def test_the_claims_service_loads_nothing_of_the_window_or_the_laptop() -> None:
    assert loaded("central", "serve", "--help") & {"PySide6", "qtawesome", "keyring", "av", "sqlcipher3"} == set()


def test_the_window_is_shown_before_anything_of_a_case_is_loaded() -> None:
    program = "import sys, surveyor_app.ui.window.running; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=REPOSITORY)
    modules = set(done.stdout.split())
    assert {name.partition(".")[0] for name in modules} & (LIBRARIES - {"PySide6"}) == set()
    assert (
        modules & {"surveyor_app.domain.kinds", "surveyor_app.ui.base.page", "surveyor_app.ui.base.scrolling_dialog"}
        == set()
    )
