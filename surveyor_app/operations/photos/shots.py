"""Assign photos to the shots of the lists (拍摄清单), and say which shots do not apply; each one operation.

What is taken and what is missing follows from the photos and is never written down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.domain.photos.shot_lists import ShotLists
from surveyor_app.domain.photos.shot_needs import ASKED_FOR, NOT_APPLICABLE, NeedGroup, ShotCase, need_groups
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.operations.editing.describing import describe
from surveyor_app.operations.editing.rights import require_unsealed, require_withdrawable, writable_fields
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.operations.intake.evidence_lines import lines_of
from surveyor_app.records import reading

Target = tuple[str, str]
"""Key of a shot (or name of a whole list) and id of its subject, empty for what is wanted once."""


@dataclass(frozen=True, slots=True)
class ShotBoard:
    """What the shot list of a case shows: the groups, all evidence as lines, and the records the subjects are."""

    groups: list[NeedGroup]
    lines: list[EvidenceLine]
    case: ShotCase


def read_board(case: CaseFile, lists: ShotLists) -> ShotBoard:
    """Read how far the shots of a case are, in one consistent view."""
    with case.read() as session:
        lines = lines_of(case, session)
        shot_case = _shot_case(case, session)
    return ShotBoard(need_groups(lists, shot_case, lines), lines, shot_case)


def _shot_case(case: CaseFile, session: Session) -> ShotCase:
    case_id = case.case_id
    claims = reading.list_records(session, case_id, Claim)
    return ShotCase(
        claim=claims[0] if claims else None,
        task=visit_task(reading.list_records(session, case_id, Task), case.profile.user),
        vehicles=reading.list_records(session, case_id, Vehicle),
        people=reading.list_records(session, case_id, Person),
        damage_marks=reading.list_records(session, case_id, DamageMark),
        states=reading.list_records(session, case_id, ShotState),
    )


def assign(case: CaseFile, evidence_ids: Sequence[str], shot_key: str, subject: str) -> Changes:
    """Say which shot photos are, and of which vehicle, person or damage; empty for neither.

    Raises:
        NotFound, Sealed, NotOwner: for any of them; nothing is written then.
    """
    wanted = {"shot_key": shot_key or None, "subject_uid": subject or None}
    return describe(case, Evidence, {id_: wanted for id_ in evidence_ids}, "assign_shot")


def assign_each(case: CaseFile, targets: Mapping[str, Target]) -> Changes:
    """Assign each photo to a shot of its own, in one operation; errors as :func:`assign`."""
    wanted = {id_: {"shot_key": key or None, "subject_uid": subject or None} for id_, (key, subject) in targets.items()}
    return describe(case, Evidence, wanted, "assign_shot")


def clear(case: CaseFile, evidence_ids: Sequence[str]) -> Changes:
    """Take photos off their shots; errors as :func:`assign`."""
    return assign(case, evidence_ids, "", "")


def set_not_applicable(case: CaseFile, targets: Sequence[Target], reason: str) -> Changes:
    """Say that shots, or whole lists, do not apply, and why.

    Raises:
        InputError: when no reason is given.
        Sealed: when a signed report rests on what was said before.
    """
    if not reason.strip():
        raise InputError(field="reason", reason="empty")
    return _say(case, targets, NOT_APPLICABLE, reason.strip(), "skip_shot")


def ask_for(case: CaseFile, targets: Sequence[Target]) -> Changes:
    """Ask for a whole list that does not follow from the case; errors as :func:`set_not_applicable`."""
    return _say(case, targets, ASKED_FOR, None, "ask_shot")


def take_back(case: CaseFile, targets: Sequence[Target]) -> Changes:
    """Forget what was said about shots or lists: they are asked for again as the case has it.

    Raises:
        NotOwner: when another surveyor said it.
        Sealed: when a signed report rests on it.
    """

    def plan(session: Session) -> list[Step]:
        found = [id_ for place, ids in _said(case, session).items() if place in targets for id_ in ids]
        require_unsealed(case, session, ShotState.KIND, found)
        for id_ in found:
            require_withdrawable(case, session, ShotState.KIND, id_)
        return [Step(Action.WITHDRAW, ShotState.KIND, id_, reason="taken back") for id_ in found]

    return case.apply_planned(plan, "ask_shot")


def _say(case: CaseFile, targets: Sequence[Target], state: str, reason: str | None, label: str) -> Changes:
    """Write one record a target, or change the one there is; what another surveyor said stands beside it."""

    def plan(session: Session) -> list[Step]:
        said = _said(case, session)
        steps = []
        for key, subject in dict.fromkeys(targets):
            values = {"shot_key": key, "subject_uid": subject or None, "state": state, "reason": reason}
            known = [id_ for id_ in said.get((key, subject), []) if _is_own(case, session, id_)]
            require_unsealed(case, session, ShotState.KIND, known)
            body = encode_fields(ShotState.KIND, values)
            if known:
                body = {"state": body["state"], "reason": body["reason"]}
                steps += [Step(Action.CHANGE, ShotState.KIND, id_, body) for id_ in known]
            else:
                body = {name: value for name, value in body.items() if value is not None}
                steps.append(Step(Action.CREATE, ShotState.KIND, new_record_id(), body))
        return steps

    return case.apply_planned(plan, label)


def _is_own(case: CaseFile, session: Session, id_: str) -> bool:
    return bool(writable_fields(case, session, ShotState.KIND, id_, ["state"]))


def _said(case: CaseFile, session: Session) -> dict[Target, list[str]]:
    found: dict[Target, list[str]] = {}
    for state in reading.list_records(session, case.case_id, ShotState):
        found.setdefault((state.shot_key or "", state.subject_uid or ""), []).append(state.id)
    return found
