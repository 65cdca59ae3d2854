"""Who may write what: the one table, enforced where entries are projected and known to the window.

The office owns claim data and assignments; whoever holds a task owns its visit, and whoever took evidence or wrote findings
owns them; a few fields are open to both. People, vehicles and claim data are shared by the surveyors of a case. A case opened
on the spot starts with a claim and a task made by the surveyor, who may then write all of them. Policies and covers are the
office's like the claim: where it has none, a surveyor makes one; what the office wrote, a surveyor only proposes to change, and
the office decides. A share of liability or a calculation is of whoever made it: the surveyor's is an opinion, and only the
office says what is decided. The papers of the claim are kept by both sides together; what the office makes of one is the
office's. A remark, a contact or a complaint is of whoever wrote it down; the office alone says that a remark is settled and what
became of a complaint, and it alone reviews a survey.

Only the office cancels a claim or opens it again, whoever made it.

A surveyor makes tasks for nobody else, and no claim beside the office's: a task opens the case, and a claim says what it is.

Entries about the case itself have owners too: the office alone ties two cases, and it alone takes away what is held, by two of
its people (:mod:`surveyor_app.domain.journal.demands`); a surveyor only says which bodies of the same device never leave it. The
office alone locks a device out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.calculation.calculations import STATE, Calculation, CalculationLine
from surveyor_app.domain.calculation.liabilities import DECIDED_BY_OFFICE as LIABILITY_DECIDED
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.claim.claims import FLOW_FIELDS, Claim, Task
from surveyor_app.domain.claim.contacts import ANSWERED_BY_OFFICE, Complaint, Contact
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import DECIDED_BY_OFFICE, Proposal
from surveyor_app.domain.claim.remarks import CLOSED_BY_OFFICE, Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import REVIEWED_BY_OFFICE, Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage


class Role(StrEnum):
    """On whose behalf a device writes; certified at enrolment."""

    OFFICE = "office"
    SURVEYOR = "surveyor"


@dataclass(frozen=True, slots=True)
class Writer:
    """A device and whom it writes for; ``holder`` is the person it is certified for, ``None`` until it is."""

    device: str
    role: Role
    holder: str | None = None

    def is_same_as(self, other: Writer) -> bool:
        """Tell whether both are one person's. A device that is not certified yet counts as its own."""
        return self.device == other.device or (self.holder is not None and self.holder == other.holder)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: who made it, whether the office (too) made it, and who ever held it, if it is a task."""

    creator: Writer
    by_office: bool = False
    holders: Collection[str] = ()

    @property
    def role(self) -> Role:
        """On whose behalf it was made."""
        return Role.OFFICE if self.by_office else Role.SURVEYOR


LOCKED_BY_SEAL = frozenset(
    {Statement.KIND, Answer.KIND, Participant.KIND, Correction.KIND, StatementPage.KIND, Ink.KIND}
)
"""Kinds of which a sealed record never changes again: a signed statement (补充笔录 is another statement), domain §6.2."""

OPEN_AFTER_SEAL = frozenset({(Statement.KIND, "copy_given"), (Statement.KIND, "copy_at")})
"""Fields that say what happened to a signed statement: a copy is handed over once it is signed."""

SIGNED_KINDS = frozenset({Report.KIND, Statement.KIND})
"""Kinds of which a record is signed."""

SEALED_KINDS = frozenset({Task.KIND, Report.KIND}) | LOCKED_BY_SEAL
"""Kinds of which a record is sealed when something is signed; there is no sense in sealing any other."""

OFFICE_KINDS = frozenset({Claim.KIND, Policy.KIND, Cover.KIND})
"""Kinds that are the office's wherever the office made the record, and all surveyors' where it did not."""

JOINT_KINDS = frozenset({Document.KIND})
"""Kinds that both sides write together: a paper asked for at the desk is received at the scene."""

SHARED_KINDS = OFFICE_KINDS | JOINT_KINDS | {Task.KIND, Person.KIND, Vehicle.KIND}
"""Kinds that the surveyors of a case write together; a record of any other kind is one person's evidence or finding."""

RECKONED = frozenset({Liability.KIND, Calculation.KIND, CalculationLine.KIND})
"""Kinds that say who bears how much."""

SAID = frozenset({Remark.KIND, Contact.KIND, Complaint.KIND})
"""Kinds that keep what people said to each other."""

REVIEWING = frozenset({Review.KIND, Sample.KIND})
"""Kinds that say what the office makes of a survey: no surveyor makes one."""

GOING_ON = frozenset({Document.KIND, Notice.KIND, Enquiry.KIND}) | RECKONED | SAID | REVIEWING
"""Kinds that no signed report closes: papers arrive, questions are answered, sums worked out and surveys reviewed after it."""

OFFICE_MAKES = SHARED_KINDS | RECKONED | SAID | REVIEWING | {Notice.KIND, Enquiry.KIND, Evidence.KIND}
"""Kinds that the office makes records of: it tells the parties, asks others, decides, keeps what customers send; no findings."""

DECIDED = (
    {(Claim.KIND, name) for name in FLOW_FIELDS}
    | {(Proposal.KIND, name) for name in DECIDED_BY_OFFICE}
    | {(Document.KIND, name) for name in REVIEWED_BY_OFFICE}
    | {(Liability.KIND, name) for name in LIABILITY_DECIDED}
    | {(Calculation.KIND, STATE)}
    | {(Remark.KIND, name) for name in CLOSED_BY_OFFICE}
    | {(Complaint.KIND, name) for name in ANSWERED_BY_OFFICE}
)
"""Fields that say what the office made of a record, whoever made it."""

OPEN_FIELDS = frozenset({(Claim.KIND, "insured_phone"), (Claim.KIND, "reporter_phone")})
"""Fields open to both sides: contact phones."""

TASK_ASSIGNMENT = frozenset({"task_no", "task_kind", "owner", "owner_name", "dispatched_at", "due_at"})
"""The part of a task that is the office's; the rest is the visit, written by who holds the task."""

OPEN_TASK_FIELDS = frozenset({"task_status"})
"""Fields of a task that the office and whoever holds it write."""


def may_write(kind: str, field: str, writer: Writer, origin: Origin) -> bool:
    """Tell whether ``writer`` may set ``field`` of a record of this origin."""
    if (kind, field) in OPEN_FIELDS:
        return True
    if (kind, field) in DECIDED:
        return writer.role is Role.OFFICE
    if kind in JOINT_KINDS:
        return True
    if kind in OFFICE_KINDS:
        return writer.role is Role.OFFICE or origin.role is Role.SURVEYOR
    if kind == Task.KIND and field in TASK_ASSIGNMENT:
        return _may_assign(writer, origin)
    if kind == Task.KIND and field in OPEN_TASK_FIELDS and writer.role is Role.OFFICE:
        return True
    return _may_touch(kind, writer, origin)


def may_create(kind: str, writer: Writer, *, owner: object = None, office_has_one: bool = False) -> bool:
    """Tell whether ``writer`` may make a record of ``kind``; the office makes no findings.

    ``owner`` is whom a task is made for; ``office_has_one`` says that the office made a record of this kind in the case.
    """
    if writer.role is Role.OFFICE:
        return kind in OFFICE_MAKES
    if kind == Claim.KIND:
        return not office_has_one
    if kind in REVIEWING:
        return False
    return kind != Task.KIND or may_name_owner(writer, owner)


def may_name_owner(writer: Writer, owner: object) -> bool:
    """Tell whether ``writer`` may give a task to ``owner``, who may see the case from then on: a surveyor to nobody else.

    Before certification nobody knows who a surveyor is, and nobody else has the case.
    """
    is_own = writer.holder is None or owner == writer.holder
    return writer.role is Role.OFFICE or is_own or not isinstance(owner, str)


def may_withdraw(kind: str, writer: Writer, origin: Origin) -> bool:
    """Tell whether ``writer`` may withdraw or restore a record of this origin."""
    if kind in OFFICE_KINDS | JOINT_KINDS:
        return writer.role is Role.OFFICE or origin.role is Role.SURVEYOR
    if kind == Task.KIND:
        return _may_assign(writer, origin)
    return _may_touch(kind, writer, origin)


def may_sign(kind: str, writer: Writer, origin: Origin) -> bool:
    """Tell whether ``writer`` may say that a record of this origin is signed: only a surveyor signs, and what is theirs."""
    return writer.role is Role.SURVEYOR and kind in SIGNED_KINDS and _may_touch(kind, writer, origin)


def may_seal(kind: str, writer: Writer, origin: Origin) -> bool:
    """Tell whether ``writer`` may seal a record of this origin: only a surveyor does, at signing, and only what is theirs."""
    return writer.role is Role.SURVEYOR and kind in SEALED_KINDS and _may_touch(kind, writer, origin)


def may_tie(role: Role) -> bool:
    """Tell whether a device of ``role`` may tie two cases by an alias: it opens each to those who may see the other."""
    return role is Role.OFFICE


def may_revoke(writer: Writer, target: Writer) -> bool:
    """Tell whether ``writer`` may say that a device counts for nothing from here on: the office, of any but its own."""
    return writer.role is Role.OFFICE and target.role is not Role.OFFICE


def may_erase(writer: Writer, author: Writer, *, is_held: bool) -> bool:
    """Tell whether ``writer`` may erase a body that ``author`` wrote; ``is_held`` says that it is here all the same.

    What was delivered is held by others and is no longer its author's to take away. That two people of the office agreed is
    asked besides.
    """
    return writer.role is Role.OFFICE or (writer.device == author.device and not is_held)


def _may_assign(writer: Writer, origin: Origin) -> bool:
    return writer.role is Role.OFFICE or (origin.role is Role.SURVEYOR and writer.is_same_as(origin.creator))


def _may_touch(kind: str, writer: Writer, origin: Origin) -> bool:
    if writer.role is Role.OFFICE:
        return origin.role is Role.OFFICE
    if kind == Task.KIND:
        # Whoever held the task once may have written before it was taken from them, so that too stands.
        return not origin.holders or writer.holder in origin.holders or writer.is_same_as(origin.creator)
    return kind in SHARED_KINDS or writer.is_same_as(origin.creator)
