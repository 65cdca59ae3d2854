"""Who may write what: the one table, enforced where entries are projected and known to the window.

The office owns claim data and assignments; whoever holds a task owns its evidence and findings; a few fields are open to
both. A case opened on the spot starts with a claim and a task made by the surveyor, who may then write all of them.
"""

from __future__ import annotations

from enum import StrEnum

from surveyor_app.domain.claims import Claim, Task


class Role(StrEnum):
    """On whose behalf a device writes; certified at enrolment."""

    OFFICE = "office"
    SURVEYOR = "surveyor"


OPEN_FIELDS = frozenset({(Claim.KIND, "insured_phone"), (Claim.KIND, "reporter_phone")})
"""Fields open to both sides: contact phones."""

TASK_ASSIGNMENT = frozenset({"task_no", "task_kind", "owner", "owner_name", "dispatched_at", "due_at"})
"""The part of a task that is the office's; the rest is the visit, written by who holds the task."""

OPEN_TASK_FIELDS = frozenset({"task_status"})


def may_write(kind: str, field: str, role: Role, creator: Role) -> bool:
    """Tell whether a device of ``role`` may set ``field`` of a record that a device of role ``creator`` made."""
    if (kind, field) in OPEN_FIELDS or (kind == Task.KIND and field in OPEN_TASK_FIELDS):
        return True
    if kind == Claim.KIND or (kind == Task.KIND and field in TASK_ASSIGNMENT):
        return role is Role.OFFICE or creator is Role.SURVEYOR
    return role is Role.SURVEYOR or creator is Role.OFFICE


def may_create(kind: str, role: Role) -> bool:
    """Tell whether a device of ``role`` may make a record of ``kind``; the office makes no findings."""
    return role is Role.SURVEYOR or kind in {Claim.KIND, Task.KIND, "person", "vehicle"}


def may_withdraw(kind: str, role: Role, creator: Role) -> bool:
    """Tell whether a device of ``role`` may withdraw or restore a record that a device of role ``creator`` made."""
    if kind in {Claim.KIND, Task.KIND}:
        return role is Role.OFFICE or creator is Role.SURVEYOR
    return role is Role.SURVEYOR or creator is Role.OFFICE
