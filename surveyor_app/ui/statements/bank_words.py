"""The question bank in the words of one statement: its kind, and the language it is written in."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.domain.texts import Language
from surveyor_app.operations.statements.answers import Wording
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.questions import Question


class BankWords:
    """Knows what may be asked in the statement that is shown."""

    def __init__(self, bank: Sequence[Question]) -> None:
        self._bank = bank
        self._kind, self._language = "driver", chinese()

    def set_head(self, kind: str, language: Language) -> bool:
        """Ask for this kind of statement in this language from now on; tell whether that is something else."""
        before, (self._kind, self._language) = (self._kind, self._language), (kind, language)
        return before != (kind, language)

    def ids_by_words(self) -> dict[str, str]:
        """Return the questions for this kind of statement by their words."""
        return {
            question.text.in_(self._language): question.id for question in self._bank if question.kind == self._kind
        }

    def wording(self, question: Question) -> Wording:
        """Return a question as it is asked."""
        return Wording(question.text.in_(self._language), question.id)

    def not_among(self, asked: set[str]) -> list[Wording]:
        """Return all questions for this kind of statement but those already asked."""
        return [
            self.wording(question)
            for question in self._bank
            if question.kind == self._kind and question.id not in asked
        ]
