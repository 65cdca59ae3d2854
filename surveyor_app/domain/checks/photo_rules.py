"""Rules of photos and of originals (domain §4: V60, V61, V73, V74, V79)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.photos.shot_needs import NOT_APPLICABLE, missing_shots, need_groups
from surveyor_app.domain.texts import Text

_SHOT_OF = Text.same("{subject} · {shot}")
_HOW_MANY = Text.same("{shot} ({taken}/{n})")


def _shots_missing(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each required shot that is missing: the record is its subject, the field its key."""
    if contents.shot_lists is None or not contents.tasks:
        return
    for need in missing_shots(need_groups(contents.shot_lists, contents.shot_case, contents.evidence)):
        shot = _shot_name(contents, need.shot.key, need.subject)
        counted = _HOW_MANY.filled(shot=shot, taken=str(need.taken), n=str(need.shot.count))
        yield Finding(check, need.subject, need.shot.key, {"shot": counted})


def _shot_without_reason(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for state in contents.shot_states:
        if state.state == NOT_APPLICABLE and not (state.reason or "").strip():
            shot = _shot_name(contents, state.shot_key or "", state.subject_uid or "")
            yield Finding(check, state.id, "reason", {"shot": shot})


def _shot_name(contents: CaseContents, key: str, subject: str) -> Text:
    lists = contents.shot_lists
    shot = lists.shots[key].name if lists and key in lists.shots else None
    shot = shot or (lists.names.get(key) if lists else None) or Text.same(key)
    name = contents.subject_names.get(subject)
    return _SHOT_OF.filled(subject=name, shot=shot) if name else shot


def _photo_failed(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each photo of which a check failed, with what it said."""
    for number, item in enumerate(contents.evidence, start=1):
        for said in contents.photo_failures.get(item.id, ()):
            yield Finding(check, item.id, check.field, {"n": str(number), "said": said})


def _without_class(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for item in contents.evidence:
        if not item.evidence_class:
            yield Finding(check, item.id, check.field)


def _without_file(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name what is listed and has no file: the receiver counts the files and compares."""
    for item in contents.evidence:
        if not item.sha256 or item.sha256 in contents.kept.absent:
            yield Finding(check, item.id, check.field)


def _altered(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for item in contents.evidence:
        if item.sha256 in contents.kept.altered:
            yield Finding(check, item.id, check.field, {"file": item.file_name or item.sha256 or "—"})


PHOTO_RULES: Mapping[str, Rule] = {
    "shots_missing": _shots_missing,
    "shot_without_reason": _shot_without_reason,
    "photo_failed": _photo_failed,
    "without_class": _without_class,
    "without_file": _without_file,
    "altered": _altered,
}
