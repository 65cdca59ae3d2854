"""Makes a later version of this program, as a release after this one would be, and runs it in a process of its own.

It knows the action ``transfer`` (which sets fields like a change), the member ``witness`` of the signed line, and the kind
``sketch`` with a table of its own, which names bytes.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("driver.py")

_CHANGES = {
    "surveyor_app/domain/journal/entries.py": (
        ('    ERASE = "erase"\n', '    ERASE = "erase"\n    TRANSFER = "transfer"\n'),
    ),
    "surveyor_app/domain/vocabulary.py": (("frozenset[str] = frozenset()", 'frozenset[str] = frozenset({"witness"})'),),
    "surveyor_app/domain/kinds.py": (
        ("    Sample,\n)", "    Sample,\n    Sketch,\n)"),
        (
            "from surveyor_app.domain.photos.shots",
            "from surveyor_app.domain.photos.sketches import Sketch\nfrom surveyor_app.domain.photos.shots",
        ),
        ('    Ink.KIND: "statements",\n', '    Ink.KIND: "statements",\n    Sketch.KIND: "sketches",\n'),
    ),
    "surveyor_app/domain/projection.py": (
        ("Action.ATTACH, Action.SIGN}", "Action.ATTACH, Action.SIGN, Action.TRANSFER}"),
    ),
    "surveyor_app/records/schema.py": (
        ('    "consent": "consents",\n', '    "consent": "consents",\n    "sketch": "sketches",\n'),
    ),
    "surveyor_app/records/appending.py": (
        (
            "                body=sha256_hex(body.salt + content),\n",
            "                body=sha256_hex(body.salt + content),\n"
            '                more={"witness": step.fields["seen_by"]} if "seen_by" in step.fields else {},\n',
        ),
    ),
}
_SKETCH = '''"""Sketches."""

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch(Record):
    KIND: ClassVar[str] = "sketch"

    title: str | None = text(60)
    sha256: str | None = text(64)
'''
_MIGRATION = '''"""Sketches."""

import sqlalchemy as sa
from alembic import op

revision = "r999"
down_revision = "r013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sketches",
        sa.Column("case_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("sha256", sa.Text()),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("conflicts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "id", name="pk_sketches"),
    )
'''


def make_program(folder: Path) -> Path:
    """Write the later version's source to ``folder``."""
    for name in ("surveyor_app", "migrations"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "resources").symlink_to(REPOSITORY / "resources")
    for name, changes in _CHANGES.items():
        path = folder / name
        source = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert source.count(old) == 1, (name, old)
            source = source.replace(old, new)
        path.write_text(source, encoding="utf-8")
    (folder / "surveyor_app/domain/photos/sketches.py").write_text(_SKETCH, encoding="utf-8")
    (folder / "migrations/records/versions/r999_sketches.py").write_text(_MIGRATION, encoding="utf-8")
    return folder


class NewerProgram:
    """A process of the later version that does one thing after the other (:mod:`tests.newer.driver`)."""

    def __init__(self, source: Path, log: Path) -> None:
        self._log = log
        environment = {**os.environ, "PYTHONPATH": str(source)}
        with log.open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, str(DRIVER)],
                cwd=source,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def do(self, name: str, **arguments: object) -> Any:
        """Have it do something and return what came of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([name, arguments], default=str) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, self._log.read_text(errors="replace")
        return json.loads(answer)

    def close(self) -> None:
        """End it."""
        self._process.communicate()
