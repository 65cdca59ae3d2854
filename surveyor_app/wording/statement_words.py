"""The words of a statement's paper in its language: labels and phrases of ``resources/report/texts.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.domain.texts import Language
from surveyor_app.wording.formatting import format_value
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, find_language, languages
from surveyor_app.wording.paper_texts import load_paper_texts


@dataclass(frozen=True, slots=True)
class StatementWords:
    """What things are called on the paper, in one language."""

    language: Language
    labels: Labels
    texts: Mapping[str, str]

    def say(self, name: str, /, **values: object) -> str:
        """Return a phrase with its values put in."""
        return self.texts[f"st_{name}"].format(**values)

    def title_of(self, field: str) -> str:
        """Return what a field of the statement is called."""
        return self.labels.field("statement", field, self.language)

    def row(self, record: Record, field: str) -> tuple[str, str]:
        """Return a field's label and its value in words, empty where there is none."""
        spec = next(spec for spec in SPECS[record.KIND] if spec.name == field)
        value = format_value(spec, getattr(record, field), self.labels, self.language)
        return self.labels.field(record.KIND, field, self.language), value

    def value(self, enumeration: str, id_: str | None) -> str:
        """Return what a value of an enumeration is called."""
        return self.labels.value(enumeration, id_, self.language)


@cache
def statement_words(resources: Path, language: Language) -> StatementWords:
    """Read the words once for each language.

    Raises:
        InstallationIncomplete: a file is missing or not whole.
    """
    texts = {name: text.in_(language) for name, text in load_paper_texts(resources).items()}
    return StatementWords(language, Labels.load(resources), texts)


def paper_languages() -> Mapping[str, str]:
    """Return the tags of the languages that papers can be written in, by how a statement may name them.

    That is the tag, or the language's own name, as older versions wrote it.
    """
    known = languages(resources_dir())
    return {language.name: language.tag for language in known} | {language.tag: language.tag for language in known}


def paper_language(statement: Statement) -> Language:
    """Return the language of paper and notice; Chinese where the person speaks one that neither can be written in."""
    tag = paper_languages().get(statement.language or "")
    return find_language(tag) if tag else chinese()


def language_name(named: str) -> str:
    """Return what the language that a statement names calls itself; as it stands there where it is not known."""
    tag = paper_languages().get(named)
    return find_language(tag).name if tag else named
