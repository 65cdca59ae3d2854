"""Edit records: create, change, withdraw, restore, order and settle; each one operation of the journal.

Every function returns the :class:`Changes` it made. Nothing here refuses what a surveyor has not filled in: rules are findings
of *check*. What is refused is writing what another owns, and changing what a signed report rests on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.changes import Changes, Step
from surveyor_app.domain.entries import Action
from surveyor_app.domain.errors import InputError, NotFound, NotOwner, Sealed
from surveyor_app.domain.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import SPECS, R, encode_fields
from surveyor_app.domain.ownership import Role, may_write
from surveyor_app.domain.ranks import rank_between
from surveyor_app.records import provenance, reading


@dataclass(frozen=True, slots=True)
class Created:
    """The id of a new record and what changed."""

    id: RecordId
    changes: Changes


def create(case: CaseFile, record_class: type[R], fields: Mapping[str, object]) -> Created:
    """Make a record; ordered kinds come last in their list.

    Raises:
        InputError: for a field the kind does not have or a value of another type.
    """
    record_id = new_record_id()
    values = dict(fields)
    if _has_rank(record_class) and not values.get("rank"):
        values["rank"] = rank_between(_last_rank(case, record_class), None)
    step = Step(Action.CREATE, record_class.KIND, record_id, encode_fields(record_class.KIND, values))
    return Created(record_id, case.apply((step,), label=f"create_{record_class.KIND}"))


def change(case: CaseFile, record_class: type[R], record_id: str, fields: Mapping[str, object]) -> Changes:
    """Set fields of a record; only what really differs is written, and nothing at all when nothing does.

    Texts are stripped; an emptied text becomes ``None``.

    Raises:
        NotFound: when there is no such record.
        Sealed: when a signed report rests on it.
        NotOwner: when a field belongs to the office.
    """
    record = _existing(case, record_class, record_id)
    values = {name: _tidy(value) for name, value in fields.items()}
    different = {name: value for name, value in values.items() if getattr(record, name) != value}
    if not different:
        return Changes()
    _refuse_sealed(case, record_class, [record_id])
    with case.read() as session:
        creator = provenance.creator_role(session, case.case_id, record_class.KIND, record_id)
    for name in different:
        if not may_write(record_class.KIND, name, Role.SURVEYOR, creator):
            raise NotOwner(kind=record_class.KIND, id=record_id, field=name)
    step = Step(Action.CHANGE, record_class.KIND, record_id, encode_fields(record_class.KIND, different))
    return case.apply((step,), label=f"change_{record_class.KIND}")


def settle(case: CaseFile, record_class: type[R], record_id: str, field: str, value: object) -> Changes:
    """Settle a conflict: write the value that shall stand, even where it is the one already shown."""
    _existing(case, record_class, record_id)
    step = Step(
        Action.CHANGE, record_class.KIND, record_id, encode_fields(record_class.KIND, {field: value}), "settled"
    )
    return case.apply((step,), label="settle")


def withdraw(case: CaseFile, record_class: type[R], record_ids: Sequence[str], reason: str) -> Changes:
    """Withdraw records: they leave the lists and stay in the case and in every export.

    Raises:
        InputError: when no reason is given.
        Sealed: when a signed report rests on one of them.
    """
    if not reason.strip():
        raise InputError(field="reason", reason="empty")
    _refuse_sealed(case, record_class, record_ids)
    steps = tuple(Step(Action.WITHDRAW, record_class.KIND, item, reason=reason.strip()) for item in record_ids)
    return case.apply(steps, label=f"withdraw_{record_class.KIND}") if steps else Changes()


def restore(case: CaseFile, record_class: type[R], record_ids: Sequence[str]) -> Changes:
    """Bring withdrawn records back."""
    _refuse_sealed(case, record_class, record_ids)
    steps = tuple(Step(Action.RESTORE, record_class.KIND, item) for item in record_ids)
    return case.apply(steps, label=f"restore_{record_class.KIND}") if steps else Changes()


def move(case: CaseFile, record_class: type[R], record_id: str, before: str | None) -> Changes:
    """Move a record of an ordered kind before another, or to the end; one entry, whatever the length of the list."""
    _refuse_sealed(case, record_class, [record_id])
    with case.read() as session:
        others = [item for item in reading.list_records(session, case.case_id, record_class) if item.id != record_id]
    ranks = [getattr(item, "rank", None) for item in others]
    place = next((index for index, item in enumerate(others) if item.id == before), len(others))
    low = ranks[place - 1] if place > 0 else None
    high = ranks[place] if place < len(others) else None
    rank = rank_between(low, high)
    step = Step(Action.CHANGE, record_class.KIND, record_id, {"rank": rank})
    return case.apply((step,), label=f"move_{record_class.KIND}")


def _existing(case: CaseFile, record_class: type[R], record_id: str) -> R:
    with case.read() as session:
        record = reading.get(session, case.case_id, record_class, RecordId(record_id))
    if record is None:
        raise NotFound(what=record_class.KIND, id=record_id)
    return record


def _refuse_sealed(case: CaseFile, record_class: type[R], record_ids: Sequence[str]) -> None:
    with case.read() as session:
        for record_id in record_ids:
            if provenance.is_under_seal(session, case.case_id, record_class.KIND, record_id):
                raise Sealed(kind=record_class.KIND, id=record_id)


def _has_rank(record_class: type[R]) -> bool:
    return any(spec.name == "rank" for spec in SPECS[record_class.KIND])


def _last_rank(case: CaseFile, record_class: type[R]) -> str | None:
    with case.read() as session:
        ranks = [
            rank
            for item in reading.list_records(session, case.case_id, record_class, include_withdrawn=True)
            if (rank := getattr(item, "rank", None))
        ]
    return max(ranks, default=None)


def _tidy(value: object) -> object:
    if isinstance(value, str):
        return value.strip() or None
    return value or None if isinstance(value, tuple) else value
