"""V83: no opinion on cover in what a party signs or is handed (domain §13.4).

What a person answered is left alone: an answer stands in that person's own words, whatever they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.cover_wording import find_cover_wording
from surveyor_app.domain.checks.findings import Check, Finding

SCANNED: Mapping[str, tuple[str, ...]] = {
    "task": ("survey_text", "survey_place", "loading_state"),
    "answer": ("question",),
    "evidence": ("caption",),
    "annotation": ("label",),
    "shot_state": ("reason",),
    "vehicle": ("model_name",),
    "damage_mark": ("part_text",),
    "person": ("note",),
    "statement": ("guardian_absent_reason",),
    "witness": ("position", "relation_to_parties"),
    "check_answer": ("note", "other_text"),
    "property_item": ("name", "difference_note", "note"),
    "injury": ("note",),
    "injury_visit": ("condition",),
    "rescue_cost": ("note",),
    "salvage": ("note",),
    "document": ("title", "defect_text", "reason"),
    "notice": ("wording",),
    "enquiry": ("purpose",),
}
"""Fields that surveyors write and that a party may come to sign or to hold, by kind."""


def _cover_wording(check: Check, contents: CaseContents) -> Iterator[Finding]:
    wording = contents.tables.cover_wording
    if wording is None:
        return
    internal = _internal_checks(contents)
    for kind, names in SCANNED.items():
        for record in contents.of_kind(kind):
            if getattr(record, "check_id", None) in internal:
                continue
            for name in names:
                text: str | None = getattr(record, name)
                if text and find_cover_wording(text, wording):
                    yield Finding(check, record.id, name, kind=kind)


def _internal_checks(contents: CaseContents) -> frozenset[str | None]:
    """Return the checks whose answers no party sees: there cover is the very question."""
    checks = contents.tables.record_checks
    return frozenset(check.id for check in checks.checks if check.is_internal) if checks else frozenset()


WORDING_RULES: Mapping[str, Rule] = {"cover_wording": _cover_wording}
