"""The messages of accounts, claims and the inbox; entries, blobs and delivery have modules of their own.

All are JSON objects with the members named here; binary values are base64. Members that are ``None`` are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.domain.journal.canonical import canonical


@dataclass(frozen=True, slots=True)
class EnrolRequest:
    """A laptop asks for certificates; ``proof`` is the device key's Ed25519 signature over :func:`enrolment_bytes`.

    ``device_public_key`` is the raw Ed25519 key, ``surveyor_request`` a PKCS#10 request (DER) of the surveyor's P-256 key.
    """

    user: str
    code: str
    device_public_key: str
    surveyor_request: str
    proof: str
    display_name: str = ""


def enrolment_bytes(user: str, code: str, device_public_key: str, surveyor_request: str) -> bytes:
    """Return what the device key signs: that it is meant for this user, this code and this surveyor key."""
    return canonical(
        {"code": code, "device_public_key": device_public_key, "surveyor_request": surveyor_request, "user": user}
    )


@dataclass(frozen=True, slots=True)
class EnrolAnswer:
    """Certificates are X.509 DER; ``device`` is the device's id, ``centre`` the id of the centre."""

    user: str
    display_name: str
    role: str
    device: str
    centre: str
    authority: str
    device_certificate: str
    surveyor_certificate: str
    refresh_token: str


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """Either a refresh token, or user and password of an office account."""

    refresh_token: str | None = None
    user: str | None = None
    password: str | None = None


@dataclass(frozen=True, slots=True)
class TokenAnswer:
    """A bearer token and the refresh token that replaces the one used; ``expires_in`` is in seconds."""

    access_token: str
    refresh_token: str
    expires_in: int
    role: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """One line of a user's inbox, numbered without gaps: a task of theirs was given or changed."""

    number: int
    case: str
    task: str
    task_kind: str | None = None
    due_at: str | None = None
    report_no: str | None = None
    insured_name: str | None = None
    plate_no: str | None = None
    accident_place: str | None = None
    task_status: str | None = None


@dataclass(frozen=True, slots=True)
class InboxAnswer:
    """Assignments after the number asked for, rising; ``more`` says that asking again brings further ones."""

    assignments: tuple[Assignment, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class RegisterCase:
    """A case opened on the laptop makes itself known; repeating it is harmless.

    ``upto`` is the number up to which the laptop holds everything: it compares the digests then.
    """

    case: str
    upto: int = 0


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """The case as the centre knows it; ``number`` is the highest number given.

    ``digest`` is the :func:`~surveyor_app.protocol.numbering.numbering_digest` of its entries up to the number asked for, or
    up to the highest when that is lower.
    """

    case: str
    number: int = 0
    digest: str = ""


@dataclass(frozen=True, slots=True)
class NewClaim:
    """The office opens a claim: fields of the claim record as they stand in a body; ``case`` makes repeating harmless.

    ``again_reason`` says why there is to be a second claim of a report number that was opened before.
    """

    fields: dict[str, object]
    case: str | None = None
    again_reason: str | None = None


@dataclass(frozen=True, slots=True)
class LossReport:
    """A loss reported by another program: fields of the claim as people type them; ``case`` makes repeating harmless.

    ``language`` is that of the guidance, ``offset_min`` the zone of a time without one.
    """

    fields: dict[str, str]
    case: str | None = None
    language: str | None = None
    offset_min: int = 480


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """What became of it: fields that are still unclear, the first guidance, and where the customer follows the claim.

    Only the first time: of a report that came before nothing more than its id is told.
    """

    case: str
    unclear: tuple[str, ...] = ()
    guidance: str | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class ReassignTask:
    """The office gives a task on to another user; ``task`` (the new one's id) makes repeating harmless."""

    owner: str
    reason: str | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True)
class RecallTask:
    """The office takes a task back."""

    reason: str | None = None


@dataclass(frozen=True, slots=True)
class NewTask:
    """The office gives a task to a user; ``due_at`` is UTC (RFC 3339, six digits, Z); ``task`` makes repeating harmless."""

    owner: str
    task_kind: str = "scene"
    due_at: str | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True)
class JoinCase:
    """The office ties a case opened on the spot to one of its own."""

    provisional: str


@dataclass(frozen=True, slots=True)
class TaskAnswer:
    """The task that was given."""

    case: str
    task: str


@dataclass(frozen=True, slots=True)
class NewUser:
    """An administrator makes an account; a surveyor's gets an enrolment code, an office account a password.

    ``role`` is surveyor, office or administrator: an office account that may do this too.
    """

    user: str
    display_name: str
    role: str = "surveyor"
    password: str | None = None
    office_roles: tuple[str, ...] | None = None
    """What an office account is there for; without it, what clerks do every day."""


@dataclass(frozen=True, slots=True)
class UserAnswer:
    """The account; ``code`` is the one-time enrolment code, shown once."""

    user: str
    display_name: str
    role: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task of a case in the office's list; ``sealed`` says that its report is signed."""

    task: str
    task_kind: str | None = None
    owner: str | None = None
    task_status: str | None = None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One case in the office's list; ``joined`` are the other ids under which it is known."""

    case: str
    number: int = 0
    report_no: str | None = None
    insured_name: str | None = None
    plate_no: str | None = None
    owner: str | None = None
    receipt: str | None = None
    joined: tuple[str, ...] = ()
    tasks: tuple[TaskLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Cases, newest first; ``more`` says that asking for those ``before`` the last one brings further ones."""

    claims: tuple[ClaimLine, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class RevokeDevice:
    """The office takes back what was given to a laptop; ``why`` is lost, left or replaced."""

    why: str = "lost"


@dataclass(frozen=True, slots=True)
class DisableUser:
    """The office lets a person sign in no more; ``why`` is lost, left or replaced, for all their certificates."""

    why: str = "left"


@dataclass(frozen=True, slots=True)
class RevokeAnswer:
    """How many certificates were taken back now."""

    revoked: int


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A laptop that was certified, for whom, and since when it is locked out (UTC)."""

    device: str
    user: str
    revoked_at: str | None = None


@dataclass(frozen=True, slots=True)
class DeviceList:
    """All laptops that were certified."""

    devices: tuple[DeviceLine, ...]


@dataclass(frozen=True, slots=True)
class EraseBodies:
    """Who is signed in asks to erase what lines about these records say, and these bodies; another of the office agrees.

    ``due_on`` is a date (YYYY-MM-DD): until when it is to be done.
    """

    basis: str
    due_on: str
    agreed_by: str
    agreed_password: str
    records: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EraseAnswer:
    """How many bodies were erased."""

    case: str
    erased: int


@dataclass(frozen=True, slots=True)
class AccountEvent:
    """What was done to an account; ``what`` is made, password, code or disabled."""

    at: str
    by: str
    user: str
    what: str


@dataclass(frozen=True, slots=True)
class AccountEvents:
    """What was done to accounts, the newest first."""

    events: tuple[AccountEvent, ...]
