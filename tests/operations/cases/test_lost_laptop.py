"""A laptop is lost while a case is on it: what it keeps, what its bag is worth, and what the authority's list says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims import office
from surveyor_app.central.claims.locking_out import lock_out_device, lock_out_user
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import DeviceRevoked
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivery_states import delivery_items, receipts, unsent_count
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.cases.revocation_lists import held_list, renew_list
from surveyor_app.operations.cases.verdicts import VerificationFinding
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.operations.intake import evidence
from surveyor_app.records import reading
from surveyor_app.sync import fetching
from surveyor_app.sync.client import CentreClient
from tests.integration.centres import MakeLaptop, live, make_laptop
from tests.operations.worlds import listed, photo

__all__ = ["live", "make_laptop"]


@pytest.fixture
def surveyor(profile: Profile, live: EmbeddedCentre) -> Profile:
    """An enrolled profile, at a centre of its own: who is locked out stays so."""
    code = office.create_user(live.centre, profile.user, "张查勘").code
    delivering.enrol(profile, live.url, profile.user, code or "")
    return profile


@pytest.fixture
def delivered(surveyor: Profile, workers: MediaWorkers, tmp_path: Path) -> Iterator[CaseFile]:
    """A case with one photo, receipted."""
    with new_case(surveyor, report_no="RD-LOST", path=tmp_path / "lost.survey") as case:
        evidence.import_bytes(case, "before.jpg", photo(1), workers)
        delivering.deliver_case(surveyor, case)
        yield case


def lock_out(live: EmbeddedCentre, profile: Profile) -> None:
    lock_out_device(live.centre, profile.device_key.device_id, Why.LOST, "li")


def fetched(live: EmbeddedCentre) -> bytes:
    with CentreClient(live.url) as client:
        return fetching.revocation_list(client)


def faults(findings: list[VerificationFinding]) -> dict[str, VerificationFinding]:
    return {item.code: item for item in findings if item.level == "bad"}


@pytest.mark.parametrize("by_user", [False, True])
def test_it_is_told_and_keeps_everything(
    live: EmbeddedCentre, surveyor: Profile, delivered: CaseFile, workers: MediaWorkers, by_user: bool
) -> None:
    evidence.import_bytes(delivered, "after.jpg", photo(2), workers)
    if by_user:
        lock_out_user(live.centre, surveyor.user, Why.LEFT, "li")
    else:
        lock_out(live, surveyor)
    for _ in range(2):
        with pytest.raises(DeviceRevoked) as caught:
            delivering.deliver_case(surveyor, delivered)
        assert caught.value.data["device"] == surveyor.device_key.device_id
    assert [item.file_name for item in listed(delivered, Evidence)] == ["before.jpg", "after.jpg"]
    assert {item.name: item.state for item in delivery_items(delivered)} == {
        "before.jpg": "receipted",
        "after.jpg": "local",
    }
    assert unsent_count(delivered) == 1
    assert [item.kind for item in receipts(delivered)][-1] == "full"
    with delivered.read() as session:
        assert reading.quarantine_of(session, delivered.case_id) == []
    path = delivered.path
    delivered.close()
    assert verify_case(surveyor, path) == []


def test_its_bag_is_worth_what_was_receipted(
    live: EmbeddedCentre, surveyor: Profile, delivered: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    enrolment = surveyor.enrolment()
    assert enrolment is not None
    export_bag(delivered, tmp_path / "before")
    evidence.import_bytes(delivered, "after.jpg", photo(2), workers)
    export_bag(delivered, tmp_path / "after")
    lock_out(live, surveyor)
    # A list tells whole seconds, and all of this happens in one.
    a_minute_later = utc_text(live.centre.now() + timedelta(minutes=1))
    with live.centre.database.write() as session:
        taken_back = certificates.c.revoked_at.is_not(None)
        session.execute(update(certificates).where(taken_back).values(revoked_at=a_minute_later))
    lists = [fetched(live)]
    assert faults(verify_bag_folder(tmp_path / "before", [enrolment.ca_der], lists)) == {}
    found = faults(verify_bag_folder(tmp_path / "after", [enrolment.ca_der], lists))
    assert found["journal_broken"].data["reason"] == "revoked"
    # The list in the bag is of the day of the receipt, and knows nothing of it.
    assert faults(verify_bag_folder(tmp_path / "after", [enrolment.ca_der])) == {}


def test_the_list_is_kept_at_each_delivery_and_lies_in_the_bag(
    live: EmbeddedCentre, surveyor: Profile, delivered: CaseFile, make_laptop: MakeLaptop, tmp_path: Path
) -> None:
    first = held_list(surveyor)
    assert first is not None
    assert first.revoked == {}
    lock_out_device(live.centre, make_laptop("wang").device_id, Why.LOST, "li")
    assert delivering.deliver_case(surveyor, delivered).list_refused is None
    second = held_list(surveyor)
    assert second is not None
    assert len(second.revoked) == 2
    export_bag(delivered, tmp_path / "bag")
    assert (tmp_path / "bag" / "data" / "certificates" / "authority.crl").read_bytes() == second.pem


def test_a_centre_that_takes_somebody_off_again_is_not_believed(
    live: EmbeddedCentre, surveyor: Profile, delivered: CaseFile, make_laptop: MakeLaptop
) -> None:
    """It was restored, or it lies: who was locked out once stays so."""
    lock_out_device(live.centre, make_laptop("wang").device_id, Why.LOST, "li")
    delivering.deliver_case(surveyor, delivered)
    before = held_list(surveyor)
    with live.centre.database.write() as session:
        session.execute(update(certificates).values(revoked_at=None))
    outcome = delivering.deliver_case(surveyor, delivered)
    assert outcome.receipt_kind == "full"
    assert outcome.list_refused is not None
    assert outcome.list_refused.data["reason"] == "forgets"
    after = held_list(surveyor)
    assert before is not None
    assert after is not None
    assert after.der == before.der


def test_a_list_of_another_centre_of_the_same_name_is_not_believed(
    surveyor: Profile, delivered: CaseFile, tmp_path: Path
) -> None:
    before = held_list(surveyor)
    with EmbeddedCentre(tmp_path / "other") as other, CentreClient(other.url) as client:
        refused = renew_list(surveyor, client)
    assert refused is not None
    assert refused.data["reason"] == "signature"
    after = held_list(surveyor)
    assert before is not None
    assert after is not None
    assert after.der == before.der
