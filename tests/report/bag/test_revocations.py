"""Bags of signers whose certificates were taken back: what stood before is fine, anything else is named and a fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from surveyor_app.domain.errors import RevocationListInvalid
from surveyor_app.report.bag.checking import BagVerdict, verify_bag
from surveyor_app.report.bag.content import REVOCATIONS, BagContent
from surveyor_app.report.bag.writing import write_bag
from surveyor_app.report.findings import Finding, FindingCode, Level
from tests.report.bags import RECEIPTED_AT, World, world
from tests.report.keys import as_pem, authority, person, revocation_list

BEFORE, AFTER = RECEIPTED_AT - timedelta(days=1), RECEIPTED_AT + timedelta(days=1)


def device_certificate(told: World) -> x509.Certificate:
    return x509.load_pem_x509_certificate(told.content.certificates[f"device-{told.device.id[:16]}.pem"])


def with_list(content: BagContent, *revoked: x509.Certificate, since: datetime = AFTER) -> BagContent:
    listed = revocation_list(dict.fromkeys(revoked, since), at=AFTER, number=2)
    return replace(content, revocations=as_pem(listed))


def verdict_on(folder: Path, content: BagContent, *, lists: Sequence[bytes] = ()) -> BagVerdict:
    write_bag(folder / "bag", content)
    return verify_bag(folder / "bag", roots=[authority().der], revocation_lists=lists)


def found(verdict: BagVerdict, level: Level) -> dict[FindingCode, Finding]:
    return {finding.code: finding for finding in reversed(verdict.findings) if finding.level is level}


def test_nobody_revoked_and_a_list_of_the_day_is_proven(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, world().content)
    assert verdict.is_proven
    assert found(verdict, Level.OK)[FindingCode.REVOCATIONS_CHECKED].data == {"at": RECEIPTED_AT.isoformat()}


def test_what_was_receipted_before_the_device_was_lost_stands(tmp_path: Path) -> None:
    told = world()
    verdict = verdict_on(tmp_path, with_list(told.content, device_certificate(told), person().certificate))
    assert verdict.holds, verdict.findings
    # The hand-over has no time of its own: what it alone would prove is open.
    assert found(verdict, Level.WARN).keys() == {FindingCode.HANDOVER_REVOKED}


def test_what_the_device_signed_after_the_receipt_is_a_fault_by_line(tmp_path: Path) -> None:
    told = world(addendum=True)
    verdict = verdict_on(tmp_path, with_list(told.content, device_certificate(told)))
    last = len(list(told.content.journal))
    assert found(verdict, Level.BAD)[FindingCode.JOURNAL_BROKEN].data == {"line": last, "reason": "revoked"}


def test_a_receipt_of_after_the_loss_proves_nothing_of_before_it(tmp_path: Path) -> None:
    """The centre signs for what it holds, also for what it set aside."""
    told = world()
    verdict = verdict_on(tmp_path, with_list(told.content, device_certificate(told), since=BEFORE))
    assert found(verdict, Level.BAD)[FindingCode.JOURNAL_BROKEN].data == {"line": 1, "reason": "revoked"}


def test_without_a_receipt_nothing_proves_how_old_a_line_is(tmp_path: Path) -> None:
    told = world(receipt=False)
    verdict = verdict_on(tmp_path, with_list(told.content, device_certificate(told)))
    assert found(verdict, Level.BAD)[FindingCode.JOURNAL_BROKEN].data["reason"] == "revoked"


def test_what_the_office_had_accepted_when_it_locked_the_device_out_stands(tmp_path: Path) -> None:
    told = world(locked_out=True)
    verdict = verdict_on(tmp_path, with_list(told.content, device_certificate(told), since=BEFORE))
    assert verdict.holds, verdict.findings
    assert found(verdict, Level.WARN)[FindingCode.LINES_REVOKED].data == {"lines": 1}


def test_a_report_of_a_revoked_surveyor_is_named_with_who_signed_it(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, with_list(world().content, person().certificate, since=BEFORE))
    faults = found(verdict, Level.BAD)
    assert faults[FindingCode.SIGNER_REVOKED].data["signer"] == "陈查勘 Chen Chakan"
    assert faults[FindingCode.REPORT_BROKEN].data == {"path": "data/report.pdf", "reason": "signer_revoked"}


def test_a_receipt_whose_signer_is_revoked_counts_for_nothing(tmp_path: Path) -> None:
    receipts = person("Receipts", unit="receipts").certificate
    verdict = verdict_on(tmp_path, with_list(world().content, receipts))
    assert found(verdict, Level.BAD)[FindingCode.RECEIPT_BROKEN].data == {"reason": "signer_revoked"}


@pytest.mark.parametrize(
    ("name", "forged", "reason"),
    [
        ("of another authority", revocation_list({}, by=authority("Another")), "issuer"),
        ("of a namesake", revocation_list({}, by=authority(generation=1)), "signature"),
        ("no list", b"nothing", "malformed"),
    ],
)
def test_a_list_that_the_authority_did_not_make_is_a_fault(
    tmp_path: Path, name: str, forged: bytes, reason: str
) -> None:
    verdict = verdict_on(tmp_path, replace(world().content, revocations=forged))
    assert found(verdict, Level.BAD)[FindingCode.REVOCATION_LIST_BROKEN].data == {"path": REVOCATIONS, "reason": reason}


def test_a_bag_without_a_list_holds_but_says_that_this_was_not_checked(tmp_path: Path) -> None:
    verdict = verdict_on(tmp_path, replace(world().content, revocations=None))
    assert verdict.holds
    assert not verdict.is_proven
    assert FindingCode.REVOCATIONS_UNCHECKED in found(verdict, Level.WARN)


def test_an_older_list_in_the_place_of_the_newer_is_told(tmp_path: Path) -> None:
    listed = as_pem(revocation_list({}, at=BEFORE))
    verdict = verdict_on(tmp_path, replace(world().content, revocations=listed))
    assert verdict.holds
    assert FindingCode.REVOCATIONS_OLD in found(verdict, Level.WARN)


@pytest.mark.parametrize("in_bag", [as_pem(revocation_list({}, at=RECEIPTED_AT)), None])
def test_a_newer_list_at_hand_tells_what_the_one_in_the_bag_does_not(tmp_path: Path, in_bag: bytes | None) -> None:
    told = world(addendum=True)
    newer = revocation_list({device_certificate(told): AFTER}, at=AFTER, number=2)
    verdict = verdict_on(tmp_path, replace(told.content, revocations=in_bag), lists=[newer])
    assert FindingCode.JOURNAL_BROKEN in found(verdict, Level.BAD)
    assert found(verdict, Level.OK)[FindingCode.REVOCATIONS_CHECKED].data == {"at": AFTER.isoformat()}


def test_a_list_at_hand_of_somebody_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RevocationListInvalid):
        verdict_on(tmp_path, world().content, lists=[revocation_list({}, by=authority("Another"))])
