"""Marks on vehicles (车辆痕迹) as they are made on the page: a zone is touched, a part is named, photos are linked to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.editing.rights import writable_fields
from surveyor_app.records import provenance, reading

NAMING = ("part_id", "part_text", "areas")


def add_mark(case: CaseFile, vehicle_id: str | None, areas: tuple[str, ...] = ()) -> Created:
    """Make a mark whose part is not named yet."""
    return records.create(case, DamageMark, _placed(vehicle_id, areas))


def name_part(
    case: CaseFile, unnamed: str | None, vehicle_id: str | None, areas: tuple[str, ...], part: Mapping[str, str]
) -> Created:
    """Name the part of the mark ``unnamed``, else of another in these zones that has none; else make the next mark.

    ``part`` holds ``part_id`` or ``part_text``. One step, taken back as one. A mark of another surveyor, or one that a signed
    report rests on, is left as it is.
    """
    waiting = _waiting_for_a_part(case, unnamed, vehicle_id, areas)
    if waiting is not None:
        found = {"areas": areas, **_level_of(areas)} if areas else {}
        return Created(waiting, records.change(case, DamageMark, waiting, {**found, **part}))
    return records.create(case, DamageMark, {**_placed(vehicle_id, areas), **part})


def link_photos(case: CaseFile, mark_id: str, photos: Iterable[str]) -> Changes:
    """Add photos to those of a mark; nothing is written where all of them are there.

    Raises:
        NotFound: there is no such mark.
        Sealed, NotOwner: as for any other change.
    """
    with case.read() as session:
        mark = reading.get(session, case.case_id, DamageMark, RecordId(mark_id))
    if mark is None:
        raise NotFound(what=DamageMark.KIND, id=mark_id)
    return records.change(case, DamageMark, mark_id, {"photos": tuple(sorted({*(mark.photos or ()), *photos}))})


def change_marks(case: CaseFile, mark_ids: Iterable[str], fields: Mapping[str, object]) -> Changes:
    """Set fields of several marks as one step; errors as for a change of one."""

    def plan(session: Session) -> list[Step]:
        found = ((mark_id, records.differences(case, session, DamageMark, mark_id, fields)) for mark_id in mark_ids)
        return [Step(Action.CHANGE, DamageMark.KIND, RecordId(mark_id), fields) for mark_id, fields in found if fields]

    return case.apply_planned(plan, f"change_{DamageMark.KIND}")


def _placed(vehicle_id: str | None, areas: tuple[str, ...]) -> dict[str, object]:
    return {"vehicle_uid": vehicle_id, "areas": areas, **_level_of(areas)}


def _level_of(areas: tuple[str, ...]) -> dict[str, object]:
    """What is hit from below has no other height."""
    return {"level": ("underside",)} if areas == ("under",) else {}


def _waiting_for_a_part(
    case: CaseFile, unnamed: str | None, vehicle_id: str | None, areas: tuple[str, ...]
) -> RecordId | None:
    """Return the mark whose part is named next. Looked up here: it may have been made a moment ago, by the touch of a zone."""
    with case.read() as session:
        marks = reading.list_records(session, case.case_id, DamageMark)
        of_vehicle = [mark for mark in marks if mark.vehicle_uid == vehicle_id and not (mark.part_id or mark.part_text)]
        here = [mark for mark in of_vehicle if set(mark.areas or ()) & set(areas) or not (mark.areas or areas)]
        for mark in [*(mark for mark in of_vehicle if mark.id == unnamed), *here]:
            if provenance.is_under_seal(session, case.case_id, DamageMark.KIND, mark.id):
                continue
            if len(writable_fields(case, session, DamageMark.KIND, mark.id, NAMING)) == len(NAMING):
                return mark.id
    return None
