"""V83: no opinion on cover in what a party signs or is handed (domain §13.4).

What a person answered is left alone: an answer stands in that person's own words, whatever they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.cover_wording import CoverWording, find_cover_wording
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.errors import CoverWordingFound
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.statements.statements import Answer, Correction

RULE = "cover_wording"
SCANNED: Mapping[str, tuple[str, ...]] = {
    "task": ("survey_text", "survey_place", "loading_state"),
    "answer": ("question",),
    "evidence": ("caption",),
    "annotation": ("label",),
    "shot_state": ("reason",),
    "vehicle": ("model_name",),
    "damage_mark": ("part_text",),
    "person": ("note",),
    "statement": ("guardian_absent_reason", "place"),
    "correction": ("reason",),
    "witness": ("position", "relation_to_parties"),
    "check_answer": ("note", "other_text"),
    "property_item": ("name", "place", "difference_note", "note"),
    "injury": ("note",),
    "injury_visit": ("condition", "place"),
    "rescue_cost": ("note",),
    "salvage": ("item", "note"),
    "document": ("title", "defect_text", "reason", "made_how", "original_location"),
    "notice": ("wording",),
    "enquiry": ("purpose", "made_how", "original_location"),
}
"""Fields that surveyors write and that a party may come to sign or to hold, by kind."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A place where something is said on cover: the record and its field, and the words as the table has them."""

    kind: str
    id: RecordId
    field: str
    words: tuple[str, ...]


def is_scanned(kind: str, field: str) -> bool:
    """Tell whether a party may come to sign or to hold what is written in a field."""
    return field in SCANNED.get(kind, ())


def opinions_in(records: Iterable[Record], wording: CoverWording) -> Iterator[Opinion]:
    """Return where the records say something on cover, in their order: one place a field."""
    for record in records:
        for name in SCANNED.get(record.KIND, ()):
            text: str | None = getattr(record, name)
            said = find_cover_wording(text, wording) if text else []
            if said:
                yield Opinion(record.KIND, record.id, name, tuple(dict.fromkeys(item.words for item in said)))


def is_opinion(finding: Finding) -> bool:
    """Tell whether a finding is about words on cover."""
    return finding.check.rule == RULE


def require_no_opinion(opinions: Iterable[Opinion]) -> None:
    """Refuse to have signed or to issue what says something on cover.

    Raises:
        CoverWordingFound: with the first place and its words.
    """
    found = list(opinions)
    if found:
        first = found[0]
        raise CoverWordingFound(
            kind=first.kind, id=first.id, field=first.field, words="、".join(first.words), count=len(found)
        )


def as_corrected(answers: Iterable[Answer], corrections: Sequence[Correction]) -> Iterator[Answer]:
    """Return the questions as they stand after what was corrected while reading; the words first taken are kept beside."""
    for answer in answers:
        of_it = [item for item in corrections if item.answer_uid == answer.id and item.part == "question"]
        yield replace(answer, question=of_it[-1].new) if of_it else answer


def _cover_wording(check: Check, contents: CaseContents) -> Iterator[Finding]:
    wording = contents.tables.cover_wording
    if wording is None:
        return
    internal = _internal_checks(contents)
    for kind in SCANNED:
        records: Iterable[Record] = contents.of_kind(kind)
        if kind == Answer.KIND:
            records = as_corrected(contents.answers, contents.corrections)
        seen = (record for record in records if getattr(record, "check_id", None) not in internal)
        for place in opinions_in(seen, wording):
            said = {"said": contents.tables.field_name(kind, place.field)}
            yield Finding(check, place.id, place.field, said, kind, place.words)


def _internal_checks(contents: CaseContents) -> frozenset[str]:
    """Return the checks whose answers no party sees: there cover is the very question."""
    checks = contents.tables.record_checks
    return frozenset(check.id for check in checks.checks if check.is_internal) if checks else frozenset()


WORDING_RULES: Mapping[str, Rule] = {RULE: _cover_wording}
