"""The question bank (问题库) for statements, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.operations.labels import Language


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``kind`` is of the enumeration ``statement_kind``."""

    id: str
    kind: str
    zh: str
    en: str

    def text(self, language: Language) -> str:
        """Return the wording in ``language``."""
        return self.zh if language is Language.ZH else self.en


def load_questions(resources: Path) -> list[Question]:
    """Read ``questions.toml``.

    Raises:
        InstallationIncomplete: the file is missing or no TOML.
    """
    path = resources / "questions.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InstallationIncomplete(what="questions", path=str(path), tried=[str(path)]) from error
    return [Question(item["id"], item["kind"], item["zh"], item["en"]) for item in table["question"]]
