"""Edit records: create, change, withdraw, restore, order and settle; each one operation of the journal.

Every function returns the :class:`Changes` it made. Nothing here refuses what a surveyor has not filled in: rules are findings
of *check*. What is refused is writing what another owns, and changing what a signed report rests on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.ranks import rank_between
from surveyor_app.domain.kinds import SPECS, R, decode_fields, encode_fields
from surveyor_app.operations.editing.ordering import ranks_for
from surveyor_app.operations.editing.rights import (
    has_seal,
    require_creatable,
    require_open_statement,
    require_unsealed,
    require_withdrawable,
    require_writable,
)
from surveyor_app.records import reading


@dataclass(frozen=True, slots=True)
class Created:
    """The id of a new record and what changed."""

    id: RecordId
    changes: Changes


def create(case: CaseFile, record_class: type[R], fields: Mapping[str, object]) -> Created:
    """Make a record; ordered kinds come last in their list. Texts are stripped, what is empty is left out.

    Raises:
        InputError: for a field the kind does not have or a value of another type.
        StatementSigned: for a part of a signed statement.
        NotOwner: for a field that only the office writes.
    """
    record_id = new_record_id()
    require_creatable(case, record_class.KIND, record_id, fields)
    tidied = {name: _tidy(value) for name, value in fields.items()}
    values = encode_fields(record_class.KIND, tidied)
    values = {name: value for name, value in values.items() if value is not None}

    def plan(session: Session) -> list[Step]:
        require_open_statement(case, session, record_class.KIND, values.get("statement_uid"))
        if _has_rank(record_class) and "rank" not in values:
            values["rank"] = rank_between(_last_rank(case, session, record_class), None)
        return [Step(Action.CREATE, record_class.KIND, record_id, values)]

    return Created(record_id, case.apply_planned(plan, f"create_{record_class.KIND}"))


def change(case: CaseFile, record_class: type[R], record_id: str, fields: Mapping[str, object]) -> Changes:
    """Set fields of a record; only what really differs is written, and nothing at all when nothing does.

    Texts are stripped; an emptied text becomes ``None``.

    Raises:
        InputError: for a field the kind does not have or a value of another type.
        NotFound: when there is no such record.
        Sealed: when a signed report rests on it.
        NotOwner: when a field belongs to the office, or the record to another surveyor.
    """

    def plan(session: Session) -> list[Step]:
        different = differences(case, session, record_class, record_id, fields)
        return [Step(Action.CHANGE, record_class.KIND, record_id, different)] if different else []

    return case.apply_planned(plan, f"change_{record_class.KIND}")


def differences(
    case: CaseFile, session: Session, record_class: type[R], record_id: str, fields: Mapping[str, object]
) -> dict[str, Json]:
    """Return what :func:`change` would write, as it stands in a body; empty when a record says all of it already.

    Raises:
        InputError, NotFound, Sealed, NotOwner: as :func:`change`.
    """
    record = _existing(case, session, record_class, record_id)
    tidied = {name: _tidy(value) for name, value in fields.items()}
    wanted = encode_fields(record_class.KIND, tidied)
    typed = decode_fields(record_class.KIND, wanted)
    different = {name: value for name, value in wanted.items() if getattr(record, name) != typed[name]}
    if different:
        require_unsealed(case, session, record_class.KIND, [record_id])
        require_writable(case, session, record_class.KIND, record_id, different)
    return different


def settle(case: CaseFile, record_class: type[R], record_id: str, field: str, value: object) -> Changes:
    """Settle a conflict: write the value that shall stand, even where it is the one already shown.

    A conflict may be settled under a seal too: several values arrived, and without another entry they would stand for ever.

    Raises:
        InputError: for a field the kind does not have or a value of another type.
        NotFound: when there is no such record.
        NotOwner: when the field belongs to the office, or the record to another surveyor.
        Sealed: when there is no conflict (any more) and a signed report rests on the record.
    """

    def plan(session: Session) -> list[Step]:
        if field in _existing(case, session, record_class, record_id).conflicts:
            require_writable(case, session, record_class.KIND, record_id, [field])
            chosen = encode_fields(record_class.KIND, {field: _tidy(value)})
        else:
            chosen = differences(case, session, record_class, record_id, {field: value})
        return [Step(Action.CHANGE, record_class.KIND, record_id, chosen, "settled")] if chosen else []

    return case.apply_planned(plan, "settle")


def withdraw(case: CaseFile, record_class: type[R], record_ids: Sequence[str], reason: str) -> Changes:
    """Withdraw records: they leave the lists and stay in the case and in every export. Withdrawn ones are passed over.

    Raises:
        InputError: when no reason is given.
        NotFound: when one of them does not exist.
        Sealed: when a signed report rests on one of them.
        NotOwner: when one of them is the office's or another surveyor's.
    """
    if not reason.strip():
        raise InputError(field="reason", reason="empty")
    return _turn(case, record_class, record_ids, Action.WITHDRAW, reason.strip())


def restore(case: CaseFile, record_class: type[R], record_ids: Sequence[str]) -> Changes:
    """Bring withdrawn records back; errors as :func:`withdraw`."""
    return _turn(case, record_class, record_ids, Action.RESTORE, None)


def move(case: CaseFile, record_class: type[R], record_id: str, before: str | None) -> Changes:
    """Move a record of an ordered kind before another, or to the end; one entry, whatever the length of the list.

    Nothing is written when it stands there already.

    Raises:
        InputError: when the kind has no order.
        NotFound: when one of the two is not in the list.
        NotOwner: when the record, or one that would need another rank, is another surveyor's.
        Sealed: when a signed report rests on the record, or on one whose number would change.
    """
    if not _has_rank(record_class):
        raise InputError(field=f"{record_class.KIND}.rank", reason="unknown field")

    def plan(session: Session) -> list[Step]:
        listed = reading.list_records(session, case.case_id, record_class)
        ids: list[str] = [item.id for item in listed]
        for wanted in (record_id, before):
            if wanted is not None and wanted not in ids:
                raise NotFound(what=record_class.KIND, id=wanted)
        place, order = _moved(ids, record_id, before)
        if order == ids:
            return []
        ranks = {str(item.id): _rank_of(item) for item in listed}
        ranks[record_id] = None
        new = ranks_for([(item, ranks[item]) for item in order], place)
        for item in new:
            require_writable(case, session, record_class.KIND, item, ["rank"])
        if has_seal(case, session):
            require_unsealed(case, session, record_class.KIND, [*new, *order[min(place, ids.index(record_id)) :]])
        return [Step(Action.CHANGE, record_class.KIND, item, {"rank": rank}) for item, rank in new.items()]

    return case.apply_planned(plan, f"move_{record_class.KIND}")


def _moved(ids: Sequence[str], record_id: str, before: str | None) -> tuple[int, list[str]]:
    """Return where the record comes to stand, and the whole list then."""
    if before == record_id:
        return ids.index(record_id), list(ids)
    order = [item for item in ids if item != record_id]
    place = len(order) if before is None else order.index(before)
    order.insert(place, record_id)
    return place, order


def _turn(
    case: CaseFile, record_class: type[R], record_ids: Sequence[str], action: Action, reason: str | None
) -> Changes:
    """Withdraw or restore those of the records that are not so already."""

    def plan(session: Session) -> list[Step]:
        wanted = []
        for record_id in dict.fromkeys(record_ids):
            record = _existing(case, session, record_class, record_id)
            if record.withdrawn is not (action is Action.WITHDRAW):
                wanted.append(record_id)
                require_withdrawable(case, session, record_class.KIND, record_id)
        require_unsealed(case, session, record_class.KIND, wanted)
        return [Step(action, record_class.KIND, record_id, reason=reason) for record_id in wanted]

    return case.apply_planned(plan, f"{action.value}_{record_class.KIND}")


def _existing(case: CaseFile, session: Session, record_class: type[R], record_id: str) -> R:
    record = reading.get(session, case.case_id, record_class, RecordId(record_id))
    if record is None:
        raise NotFound(what=record_class.KIND, id=record_id)
    return record


def _has_rank(record_class: type[R]) -> bool:
    return any(spec.name == "rank" for spec in SPECS[record_class.KIND])


def _rank_of(record: object) -> str | None:
    rank: str | None = getattr(record, "rank", None)
    return rank


def _last_rank(case: CaseFile, session: Session, record_class: type[R]) -> str | None:
    listed = reading.list_records(session, case.case_id, record_class, include_withdrawn=True)
    return max((rank for item in listed if (rank := _rank_of(item))), default=None)


def _tidy(value: object) -> object:
    if isinstance(value, str):
        return value.strip() or None
    return value or None if isinstance(value, tuple) else value
