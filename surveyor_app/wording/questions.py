"""The question bank (问题库) for statements, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "questions.toml"


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``kind`` is of the enumeration ``statement_kind``."""

    id: str
    kind: str
    text: Text


@cache
def load_questions(resources: Path) -> Sequence[Question]:
    """Read ``questions.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a question in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        return [Question(string_of(item["id"]), string_of(item["kind"]), item.text()) for item in table["question"]]
