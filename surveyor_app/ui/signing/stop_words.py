"""What is said when words on cover stop the signing of a statement: where they stand, and which they are."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.domain.errors import CoverWordingFound
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr


def stop_words(error: CoverWordingFound, labels: Labels, numbers: Mapping[str, object]) -> str:
    """Return the sentence; ``numbers`` are those of the questions, by id."""
    kind, id_, field = (str(error.data[name]) for name in ("kind", "id", "field"))
    place = labels.field(kind, field, current_language())
    if kind == Answer.KIND and numbers:
        place = tr("Question {number}", number=numbers.get(id_, ""))
    return tr(
        "{place}: “{words}”. Nobody signs a statement that says something on cover; correct it first.",
        place=place,
        words=error.data["words"],
    )
