"""Enrol at a centre, fetch what it assigned, and deliver a case until its signed receipt is held."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.files import file_name, open_case
from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import GIVEN_AWAY
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, InputError, RevocationListInvalid, SurveyorError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.progress import Interrupt, ReportProgress, silent
from surveyor_app.domain.wire_errors import NumbersDiffer
from surveyor_app.operations.cases.delivery_states import DeliveryItem, delivery_items, receipts
from surveyor_app.operations.cases.enrolled import client_of, enrolment_of, forget_earlier_tokens
from surveyor_app.operations.cases.locked_out import noting
from surveyor_app.operations.cases.opening import cases_folder, open_or_create, summarise
from surveyor_app.operations.cases.revocation_lists import renew_list, revocations
from surveyor_app.protocol.delivery import ReceiptKind
from surveyor_app.protocol.messages import Assignment
from surveyor_app.report.cms import verify_detached
from surveyor_app.sync import enrolling, fetching
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.delivering import Outcome, deliver
from surveyor_app.sync.network import can_be_read, has_network
from surveyor_app.sync.patience import Patience

__all__ = [
    "DeliveryItem",
    "DeliveryOutcome",
    "can_be_read",
    "deliver_case",
    "delivery_items",
    "enrol",
    "fetch_case",
    "follow_centre",
    "list_assignments",
    "receipts",
    "without_end",
]


@dataclass(frozen=True, slots=True)
class DeliveryOutcome:
    """What a delivery came to: the receipt held now, and what the sync package tells beside it.

    ``list_refused`` says why the centre's list of certificates taken back was not believed.
    """

    receipt_kind: str | None
    changes: Changes
    outcome: Outcome
    list_refused: RevocationListInvalid | None = None


def enrol(profile: Profile, server: str, user: str, code: str, *, accepted: str | None = None) -> Enrolment:
    """Have this device and its surveyor certified by a centre; repeating it from the same device is allowed.

    ``accepted`` is the fingerprint of another authority than the one trusted so far, which a person accepted.

    Raises:
        AuthorityChanged: the centre has another authority than the one that enrolled this laptop before.
        InputError: ``user`` is not the profile's: its entries name another.
        NotSignedIn: user or code is refused. Unreachable: the centre does not answer.
    """
    if user != profile.user:
        raise InputError(field="user", reason="the profile belongs to another user", user=profile.user)
    before = profile.enrolment()
    answer = enrolling.enrol(
        server,
        user,
        code,
        profile.device_key,
        profile.display_name,
        authority=None if before is None else before.ca_der,
        accepted=accepted,
    )
    enrolment = Enrolment(
        server=answer.server,
        user=answer.user,
        ca_der=answer.ca_der,
        device_certificate=answer.device_certificate,
        surveyor_p12=answer.surveyor_p12,
        p12_passphrase=answer.p12_passphrase,
        refresh_token=answer.refresh_token,
    )
    reach("enrol.before_saved")
    forget_earlier_tokens(profile)
    profile.save_enrolment(enrolment)
    reach("enrol.after_saved")
    with CentreClient(server) as client, noting(profile):
        renew_list(profile, client)
    return enrolment


def list_assignments(profile: Profile) -> list[Assignment]:
    """Return what is assigned to this surveyor, the latest assignment of each case once, oldest first.

    What the office took back or gave to another is left out.

    Raises:
        NotEnrolled, Unreachable: see there.
    """
    with client_of(profile) as client, noting(profile):
        latest = {item.case: item for item in fetching.inbox(client) if item.task_status not in GIVEN_AWAY}
    return sorted(latest.values(), key=lambda item: item.number)


def follow_centre(profile: Profile, server: str) -> None:
    """Take note that the same centre answers at another address now; its certificates stay what they were."""
    enrolment = enrolment_of(profile)
    if enrolment.server != server:
        profile.save_enrolment(replace(enrolment, server=server))


def fetch_case(profile: Profile, case_id: str, *, folder: Path | None = None, path: Path | None = None) -> CaseFile:
    """Fetch a case from the centre and return it open; one that is here already gets what is new.

    Numbers that a restored centre gives a second time are left to the next delivery, which settles what they mean.

    A new file is made at ``path``, or under its usual name in ``folder`` (the profile's cases when none is named).

    Raises:
        TargetExists: another file lies where the new one should.
        NotEnrolled, Unreachable, UnknownCase, Forbidden: see there.
    """
    with client_of(profile) as client, noting(profile):
        assigned = fetching.inbox(client)
        fetched = fetching.fetch_case(client, case_id)
        renew_list(profile, client)
    known = profile.registry.case(CaseId(case_id))
    if known is not None and known.path.exists():
        case = open_case(profile, known.path)
    else:
        report_no = next((item.report_no for item in assigned if item.case == case_id), None)
        path = path or (folder or cases_folder(profile)) / file_name(CaseId(case_id), report_no)
        case = open_or_create(profile, path, CaseId(case_id))
    try:
        reach("fetch.before_received")
        with suppress(NumbersDiffer):
            CaseDelivery(case).receive(fetched.entries, fetched.devices)
        reach("fetch.after_received")
    except BaseException:
        case.close()
        raise
    return case


def without_end() -> Patience:
    """Return the patience of a window: it goes on by itself until somebody cancels, sooner when a network appears."""
    return Patience(has_network=has_network)


def deliver_case(
    profile: Profile,
    case: CaseFile,
    *,
    until: str = "full",
    progress: ReportProgress = silent,
    server: str | None = None,
    patience_s: float | None = None,
    patience: Patience | None = None,
    interrupt: Interrupt | None = None,
) -> DeliveryOutcome:
    """Deliver a case; it goes on where an earlier delivery stopped, and never starts over.

    ``server`` is another address of the same centre; ``patience_s`` ends the wait after so long without any answer, or
    ``patience`` says more of how to wait; ``interrupt`` ends a request that nobody answers, for a person who has cancelled.

    Raises:
        NotEnrolled: this laptop is not enrolled yet.
        WireError: what was sent so far stays sent. Cancelled: when ``progress`` says so.
        BlobDamaged, BlobMissing: everything else is at the centre; ``name`` says which file it is.
    """
    authority = enrolment_of(profile).ca_der
    known = revocations(profile)
    try:
        with client_of(profile, server) as client, noting(profile):
            if interrupt is not None:
                interrupt.arm(client.abort)
            outcome = deliver(
                CaseDelivery(case),
                client,
                lambda data, cms: verify_detached(data, cms, [authority], known),
                until=ReceiptKind(until),
                progress=progress,
                patience=patience or Patience(patience_s=patience_s),
            )
            # After the receipt, so that in a bag no list is older than it.
            refused = renew_list(profile, client)
    except (BlobDamaged, BlobMissing) as error:
        # All that can be read is there by now.
        raise _named(case, error) from error
    finally:
        # How far it came is on the list of cases, however it ended; a list that cannot be kept fails no delivery.
        with suppress(SurveyorError):
            summarise(case)
    return DeliveryOutcome(outcome.kind.value, Changes(label="deliver", delivery=True), outcome, refused)


def _named(case: CaseFile, error: BlobDamaged | BlobMissing) -> SurveyorError:
    """Return the error with the name of the file it is about, where a record tells it."""
    sha256 = str(error.data.get("sha256", ""))
    name = next((item.name for item in delivery_items(case) if item.sha256 == sha256), None)
    return error if name is None else type(error)(**{**error.data, "name": name})
