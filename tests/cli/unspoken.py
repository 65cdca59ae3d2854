"""A language that nobody speaks, as a packaged program with it, and what the command line then says beside translations."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from surveyor_app.data_files import migrations_dir, resources_dir
from tests.wording.pseudo_messages import without_translated, write_pseudo_messages
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
    "enumerations.toml",
    "fields.toml",
    "findings.toml",
    "checks.toml",
    "words.toml",
    "shots.toml",
    "parts.toml",
)  # fmt: skip
"""What the command line shows of the tables."""

DATA = re.compile(
    r"""
    https?://\S+ | \S*/\S* | \S+\.(?:jpg|pdf|survey|pem|txt|tsv|sqlite|p12)\b      # places
    | \bUID=[^\n]*?,\s(?=\d{4}-)                                                  # names in certificates
    | \b\d{4}-\d\d-\d\dT[\d:.]+Z\b | \b[0-9a-f]{8}-[0-9a-f-]{27}\b | \b[0-9a-f]{12,}\b  # instants, ids, hashes
    | \bR\d[\d-]*\b | \b(?:[A-Z0-9]{4,8}-)+[A-Z0-9]+\b                            # numbers of reports, codes
    """,
    re.VERBOSE,
)
_ERROR = re.compile(r"^surveyor: (.*?)(?: \[[^\n]*\])?$", re.MULTILINE)
"""A sentence between the program's name and the code with its data, which is for whoever is asked for help."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")


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


def untranslated(said: str, data: Collection[str] = ()) -> list[str]:
    """Return the words that are neither translated nor data; ``data`` is known beside what is data by its form."""
    left = without_translated(_ERROR.sub(r"\1", said))
    return [word for word in _LETTERS.findall(DATA.sub(" ", left)) if word not in data]
