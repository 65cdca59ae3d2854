"""What is doubtful about each photo of a case, of all of them in one pass; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from surveyor_app.casefile import measures
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.measures import StoredMeasures
from surveyor_app.casefile.session import Session
from surveyor_app.domain.journal.instants import Instant, Trust, parse_utc
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.file_numbers import forerunners
from surveyor_app.domain.photos.likeness import Likenesses
from surveyor_app.domain.photos.picture_checking import check_picture
from surveyor_app.domain.photos.picture_checks import (
    Alike,
    Elsewhere,
    Outcome,
    PictureLimits,
    PictureMeasure,
    PictureResult,
    PictureRules,
    SceneFacts,
    Surroundings,
)
from surveyor_app.domain.texts import Text
from surveyor_app.operations.photos.scenes import scene_of
from surveyor_app.records import reading
from surveyor_app.wording.picture_rules import PictureTable

PictureResults = Mapping[str, tuple[PictureResult, ...]]
"""The list of each photo, by the id of its evidence."""

_TEXTS = (
    *("evidence_class", "sha256", "file_name", "source", "format", "width_px", "height_px", "taken_at", "taken_subsec"),
    *(
        "taken_offset",
        "taken_found",
        "taken_problem",
        "gps_lat",
        "gps_lon",
        "gps_utc",
        "make",
        "model",
        "serial",
        "lens",
        "software",
        "user_comment",
    ),
    *("c2pa", "c2pa_state", "c2pa_detail"),
)
_STORED = ("imported_at_utc", "imported_at_offset")


@dataclass(frozen=True, slots=True)
class CheckedPhotos:
    """The lists of all photos, and what they were compared with."""

    results: PictureResults
    scene: SceneFacts


@dataclass(frozen=True, slots=True)
class _Seen:
    """All that photos are judged by: where it is the same, so is what comes of it."""

    rules: PictureRules
    scene: SceneFacts
    pictures: Sequence[Evidence]
    measured: Mapping[str, StoredMeasures]
    known: Mapping[str, tuple[Elsewhere, ...]]


_FAILED: WeakKeyDictionary[CaseFile, tuple[_Seen, dict[str, list[PictureResult]]]] = WeakKeyDictionary()
"""What failed last in each open case, and by what: most changes touch no photo, and judging ten thousand takes a second."""

_READ: WeakKeyDictionary[CaseFile, dict[str, tuple[tuple[Any, ...], Evidence]]] = WeakKeyDictionary()
"""The photos of each open case as they were read last: one whose row is the same is not made anew."""


def check_photos(case: CaseFile, rules: PictureRules) -> CheckedPhotos:
    """Return the list of every photo of the case that is not withdrawn."""
    seen = _look(case, rules)
    return CheckedPhotos(judge(seen.pictures, seen.scene, rules, seen.measured, seen.known), seen.scene)


def _look(case: CaseFile, rules: PictureRules) -> _Seen:
    with case.read() as session:
        scene = scene_of(case, session)
        pictures = _photos(case, session)
    measured = measures.load_measures(case)
    hashes = {item.sha256: measured[item.sha256] for item in pictures if item.sha256 in measured and item.sha256}
    return _Seen(rules, scene, pictures, hashes, elsewhere(case, hashes, rules.limits))


def judge(
    pictures: Sequence[Evidence],
    scene: SceneFacts,
    rules: PictureRules,
    measured: Mapping[str, StoredMeasures],
    known: Mapping[str, tuple[Elsewhere, ...]],
) -> PictureResults:
    """Check photos against each other and against what is known; ``measured`` and ``known`` by SHA-256."""
    before = forerunners(pictures, rules.limits.number_gap)
    alike = _alike(pictures, measured, rules.limits)
    found: dict[str, tuple[PictureResult, ...]] = {}
    for item in pictures:
        sha256 = item.sha256 or ""
        around = Surroundings(
            measure=_measure(measured.get(sha256)),
            forerunner=before.get(item.id),
            alike=alike.get(item.id, ()),
            elsewhere=known.get(sha256, ()),
        )
        found[item.id] = check_picture(item, scene, around, rules)
    return found


def elsewhere(
    case: CaseFile, measured: Mapping[str, StoredMeasures], limits: PictureLimits
) -> dict[str, tuple[Elsewhere, ...]]:
    """Return which of these originals are in other cases of the profile, or look like pictures there."""
    profile = case.profile
    names = {known.case_id: known.report_no or str(known.case_id)[:8] for known in profile.registry.cases()}
    hashes = {sha256: item.phash for sha256, item in measured.items()}
    found = profile.known_pictures.resembling(case.case_id, hashes, limits.alike_bits)
    return {
        sha256: tuple(
            Elsewhere(names.get(like.picture.case_id, str(like.picture.case_id)[:8]), like.picture.sha256 == sha256)
            for like in likes
        )
        for sha256, likes in found.items()
    }


def failures(case: CaseFile, table: PictureTable) -> dict[str, tuple[Text, ...]]:
    """Return what failed of which photo, in words; photos that failed nothing are left out."""
    seen, before = _look(case, table.rules), _FAILED.get(case)
    if before is None or before[0] != seen:
        results = judge(seen.pictures, seen.scene, seen.rules, seen.measured, seen.known)
        kept = {id_: [item for item in items if item.outcome is Outcome.FAIL] for id_, items in results.items()}
        before = _FAILED[case] = seen, {id_: items for id_, items in kept.items() if items}
    return {id_: tuple(table.text(item) for item in items) for id_, items in before[1].items()}


def doubts(results: PictureResults) -> dict[str, tuple[str, ...]]:
    """Return the codes of what did not pass, failures first, of the photos that have some."""
    return {id_: codes for id_, items in results.items() if (codes := codes_of(items))}


def codes_of(results: Iterable[PictureResult]) -> tuple[str, ...]:
    """Return the codes of what did not pass, failures first."""
    grave = [item.code for item in results if item.outcome is Outcome.FAIL]
    return (*grave, *(item.code for item in results if item.outcome is Outcome.WARN))


def _photos(case: CaseFile, session: Session) -> list[Evidence]:
    """Return the photos in their order, with only the fields that checks look at: a fifth of the time of whole records."""
    before, now = _READ.get(case, {}), {}
    for row in reading.columns(session, case.case_id, Evidence, (*_TEXTS, *_STORED)):
        if row[_CLASS_AT] == "photo":
            known = before.get(row[0])
            now[row[0]] = known if known is not None and known[0] == row else (row, _photo(row))
    _READ[case] = now
    return [photo for _row, photo in now.values()]


_CLASS_AT = 2 + _TEXTS.index("evidence_class")


def _photo(row: tuple[Any, ...]) -> Evidence:
    id_, _withdrawn, *values = row
    *texts, stored_utc, stored_offset = values
    stored = None if stored_utc is None else Instant(parse_utc(stored_utc), stored_offset or 0, Trust.SYSTEM)
    return Evidence(id=id_, imported_at=stored, **dict(zip(_TEXTS, texts, strict=True)))


def _alike(
    pictures: Sequence[Evidence], measured: Mapping[str, StoredMeasures], limits: PictureLimits
) -> dict[str, tuple[Alike, ...]]:
    hashes = {item.id: measured[item.sha256].phash for item in pictures if item.sha256 in measured and item.sha256}
    known = Likenesses((phash, id_) for id_, phash in hashes.items())
    found: dict[str, tuple[Alike, ...]] = {}
    for id_, phash in hashes.items():
        near = [Alike(other, bits) for bits, other in known.near(phash, limits.alike_bits) if other != id_]
        if near:
            found[id_] = tuple(near[: limits.alike_most])
    return found


def _measure(stored: StoredMeasures | None) -> PictureMeasure | None:
    if stored is None:
        return None
    return PictureMeasure(stored.sharpness, stored.level, stored.dark_permille, stored.bright_permille)
