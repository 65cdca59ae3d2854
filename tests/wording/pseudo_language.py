"""The program's data with a language that nobody speaks: what is no data of a case stands between ⟦ and ⟧."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.data_files import migrations_dir, resources_dir
from tests.wording.pseudo_messages import write_pseudo_messages
from tests.wording.pseudo_tables import write_pseudo_tables
from tests.wording.third_language import copied_resources

TAG = KEY = "qps"
LANGUAGE = f"""key = "{KEY}"
name = "⟦⟧"
locale = "en_GB"
list_joiner = "; "
last_joiner = "; "
fallback = []
"""
TABLES = (
    "checks.toml",
    "consents.toml",
    "drawing.toml",
    "enumerations.toml",
    "fields.toml",
    "findings.toml",
    "notices.toml",
    "parts.toml",
    "picture_checks.toml",
    "questions.toml",
    "renditions.toml",
    "shots.toml",
    "words.toml",
)
"""What window and command line show of the tables."""


def unpacked(folder: Path) -> Path:
    """Lay the program's data out in ``folder`` as a packaged program does, with the language added; return ``folder``."""
    resources = copied_resources(folder / "resources")
    for font in (resources_dir() / "fonts").glob("*.ttf"):
        (resources / "fonts" / font.name).symlink_to(font)
    (folder / "migrations").symlink_to(migrations_dir())
    added = resources / "languages" / TAG
    added.mkdir()
    (added / "language.toml").write_text(LANGUAGE, encoding="utf-8")
    write_pseudo_messages(added, resources / "languages" / "en")
    write_pseudo_tables(added, resources, TABLES, KEY)
    return folder
