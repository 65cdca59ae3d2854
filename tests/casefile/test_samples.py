"""Every released format still opens: the sample is upgraded, verified and looked at."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.drafts import drafts
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.migrating import file_format
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.contacts import Complaint, Contact
from surveyor_app.domain.claim.policies import Policy
from surveyor_app.domain.claim.proposals import Proposal, proposed_value
from surveyor_app.domain.claim.remarks import Remark, threads
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Statement
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.records import reading
from tests.samples.make_sample import CASE_ID, ORIGINAL, PASSPHRASE, REPORT_NO, SAMPLES, STROKES, record_id

FORMATS = sorted(folder.name for folder in SAMPLES.glob("format_*"))


def test_the_current_format_has_a_sample() -> None:
    assert f"format_{file_format()}" in FORMATS


def test_a_signed_statement_of_format_3_is_still_sealed(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "format_3", tmp_path / "sample")
    with (
        Profile.unlock(tmp_path / "sample" / "profile", PASSPHRASE) as profile,
        open_case(profile, tmp_path / "sample" / "case.survey") as case,
        case.read() as session,
    ):
        (statement,) = reading.list_records(session, CASE_ID, Statement)
        (answer,) = reading.list_records(session, CASE_ID, Answer)
        (correction,) = reading.list_records(session, CASE_ID, Correction)
        (ink,) = reading.list_records(session, CASE_ID, Ink)
        (witness,) = reading.list_records(session, CASE_ID, Witness)
        (consent,) = reading.list_records(session, CASE_ID, Consent)
    assert all(record.sealed for record in (statement, answer, correction, ink))
    assert (answer.answer, correction.new, ink.sha256) == ("九点。", "九点半。", hashlib.sha256(STROKES).hexdigest())
    assert (str(witness.distance_m), witness.willing_to_testify, consent.granted) == ("12.5", True, False)


def test_an_operation_of_format_6_still_waits_for_a_newer_version(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "format_6", tmp_path / "sample")
    with (
        Profile.unlock(tmp_path / "sample" / "profile", PASSPHRASE) as profile,
        open_case(profile, tmp_path / "sample" / "case.survey") as case,
        case.read() as session,
    ):
        waiting = reading.quarantine_of(session, CASE_ID)
        evidence = reading.get(session, CASE_ID, Evidence, record_id(2))
    assert evidence is not None
    assert evidence.caption == "左前门"
    assert [(item.kind, item.id, item.reason) for item in waiting] == [
        ("evidence", record_id(2), "newer_version"),
        ("sketch", record_id(2), "newer_version"),
    ]


def test_the_findings_of_format_7_are_there(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "format_7", tmp_path / "sample")
    with (
        Profile.unlock(tmp_path / "sample" / "profile", PASSPHRASE) as profile,
        open_case(profile, tmp_path / "sample" / "case.survey") as case,
        case.read() as session,
    ):
        (policy,) = reading.list_records(session, CASE_ID, Policy)
        checks = {item.check_id: item for item in reading.list_records(session, CASE_ID, CheckAnswer)}
        (proposal,) = reading.list_records(session, CASE_ID, Proposal)
        (item,) = reading.list_records(session, CASE_ID, PropertyItem)
        (paper,) = reading.list_records(session, CASE_ID, Document)
        (enquiry,) = reading.list_records(session, CASE_ID, Enquiry)
    assert (policy.earlier_losses, policy.period_from) == (2, date(2026, 1, 1))
    assert checks["chk_covers"].choices == ("own_damage", "third_party")
    assert (checks["chk_third_casualties"].injured_n, checks["chk_third_casualties"].dead_n) == (1, 0)
    assert (proposal.is_open, proposed_value(proposal, spec_of(Claim, "insurer"))) == (True, "平安")
    assert item.computed_amount == Decimal("500.00")
    assert (paper.is_lacking, paper.defects) == (True, ("unreadable",))
    assert str(enquiry.clock_offset_s) == "-3.5"


def test_what_was_said_in_format_10_is_there(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "format_10", tmp_path / "sample")
    with (
        Profile.unlock(tmp_path / "sample" / "profile", PASSPHRASE) as profile,
        open_case(profile, tmp_path / "sample" / "case.survey") as case,
        case.read() as session,
    ):
        (thread,) = threads(reading.list_records(session, CASE_ID, Remark))
        (contact,) = reading.list_records(session, CASE_ID, Contact)
        (complaint,) = reading.list_records(session, CASE_ID, Complaint)
    assert (thread.state, thread.remark.asks, len(thread.answers)) == ("resubmitted", "evidence", 1)
    assert thread.answers[0].evidence == (record_id(2),)
    assert (contact.channel, complaint.is_open) == ("phone", True)


def test_what_was_said_in_format_11_is_there(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "format_11", tmp_path / "sample")
    with (
        Profile.unlock(tmp_path / "sample" / "profile", PASSPHRASE) as profile,
        open_case(profile, tmp_path / "sample" / "case.survey") as case,
        case.read() as session,
    ):
        (paper,) = reading.list_records(session, CASE_ID, Evidence)
    assert (paper.pages, paper.caption) == (3, "左前门")


def test_a_claim_of_format_12_is_cancelled_by_the_office_alone(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "format_12", tmp_path / "sample")
    with (
        Profile.unlock(tmp_path / "sample" / "profile", PASSPHRASE) as profile,
        open_case(profile, tmp_path / "sample" / "case.survey") as case,
    ):
        case.apply([Step(Action.CHANGE, Claim.KIND, record_id(1), {"flow": "normal", "insurer": "太平洋"})], "change")
        with case.read() as session:
            (claim,) = reading.list_records(session, CASE_ID, Claim)
    assert (claim.is_cancelled, claim.flow_by, claim.flow_reason) == (True, "li", "重复报案")


@pytest.mark.parametrize("name", FORMATS)
def test_a_sample_opens_and_holds_what_was_put_in(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    shutil.copytree(SAMPLES / name, folder)
    path = folder / "case.survey"
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        with open_case(profile, path) as case:
            assert case.case_id == CASE_ID
            with case.read() as session:
                claim = reading.get(session, CASE_ID, Claim, record_id(1))
                evidence = reading.get(session, CASE_ID, Evidence, record_id(2))
                person = reading.get(session, CASE_ID, Person, record_id(3))
            assert claim is not None
            assert (claim.report_no, claim.insured_name, str(claim.deductible)) == (REPORT_NO, "王先生", "500.00")
            assert evidence is not None
            assert evidence.caption == "左前门"
            assert person is not None
            assert (person.withdrawn, person.withdrawn_reason) == (True, "entered twice")
            assert b"".join(read_blob(case, hashlib.sha256(ORIGINAL).hexdigest())) == ORIGINAL
            assert [(draft.field, draft.value) for draft in drafts(case)] == [("insurer", "平安")]
            assert [receipt.kind for receipt in CaseDelivery(case).receipts()] == ["partial"]
            assert CaseDelivery(case).head_number() == 6
        remarks = [] if int(name.removeprefix("format_")) < 6 else [("newer_version", {"lines": 2})]
        assert [(item.code, item.data) for item in verify_case(profile, path)] == remarks
