"""The parts list (部件表) as options for a choice, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.operations.labels import Language


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a vehicle; ``areas`` are ids of the enumeration ``damage_area``."""

    id: str
    zh: str
    en: str
    areas: tuple[str, ...]

    def label(self, language: Language) -> str:
        """Return the name in ``language``."""
        return self.zh if language is Language.ZH else self.en


def load_parts(resources: Path) -> dict[str, Part]:
    """Read ``parts.toml``.

    Raises:
        InstallationIncomplete: the file is missing or no TOML.
    """
    path = resources / "parts.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InstallationIncomplete(what="parts", path=str(path), tried=[str(path)]) from error
    return {
        item["id"]: Part(item["id"], item["zh"], item["en"], tuple(item.get("areas", ()))) for item in table["part"]
    }
