"""A list of certificates taken back counts only as its authority made it, and never less than what was known before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from surveyor_app.domain.errors import RevocationListInvalid
from surveyor_app.report.revocation_lists import Revocations, newest_of, read_revocation_list
from tests.report.keys import Issued, authority, person, revocation_list

AT = datetime(2026, 11, 3, 9, tzinfo=UTC)
LATER = AT + timedelta(days=1)


def test_it_says_since_when_somebody_is_on_it() -> None:
    found = read_revocation_list(revocation_list({person().certificate: AT}, at=LATER, number=2), [authority().der])
    assert Revocations((found,)).since(person().certificate) == AT
    assert Revocations((found,)).since(person("Receipts", unit="receipts").certificate) is None
    assert (found.number, found.issued_at) == (2, LATER)
    assert read_revocation_list(found.pem, [authority("Another").der, authority().der]).der == found.der


def test_somebody_of_another_authority_with_the_same_serial_number_is_not_on_it() -> None:
    found = read_revocation_list(revocation_list({person().certificate: AT}), [authority().der])
    theirs = x509.CertificateBuilder(
        issuer_name=authority("Another").certificate.subject,
        subject_name=person().certificate.subject,
        public_key=person().key.public_key(),
        serial_number=person().certificate.serial_number,
        not_valid_before=AT,
        not_valid_after=LATER,
    ).sign(authority("Another").key, hashes.SHA256())
    assert Revocations((found,)).since(theirs) is None


def namesake() -> Issued:
    return authority(generation=1)


REFUSED = {
    "malformed": [b"", b"-----BEGIN X509 CRL-----\n", person().der, authority().pem],
    "issuer": [revocation_list({}, by=authority("Another"))],
    "signature": [
        revocation_list({}, by=namesake()),
        revocation_list({person().certificate: AT})[:-3] + b"abc",
    ],
}


@pytest.mark.parametrize(("reason", "data"), [(reason, data) for reason, all_ in REFUSED.items() for data in all_])
def test_what_the_authority_did_not_make_is_refused(reason: str, data: bytes) -> None:
    with pytest.raises(RevocationListInvalid) as caught:
        read_revocation_list(data, [authority().der])
    assert caught.value.data["reason"] == reason


def test_who_may_not_sign_lists_signs_none() -> None:
    """A surveyor's own certificate comes from the authority, and its key signs whatever its holder likes."""
    forged = revocation_list({}, by=person())
    with pytest.raises(RevocationListInvalid):
        read_revocation_list(forged, [person().der])


def test_a_list_of_a_part_only_is_no_list() -> None:
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority().certificate.subject)
        .last_update(AT)
        .next_update(LATER)
        .add_extension(x509.CRLNumber(5), critical=False)
        .add_extension(x509.DeltaCRLIndicator(4), critical=True)
    )
    data = builder.sign(authority().key, hashes.SHA256()).public_bytes(Encoding.DER)
    with pytest.raises(RevocationListInvalid):
        read_revocation_list(data, [authority().der])


def test_a_newer_list_is_kept_and_an_older_one_passed_over() -> None:
    root = [authority().der]
    held = read_revocation_list(revocation_list({}, at=AT, number=1), root)
    newer = read_revocation_list(revocation_list({person().certificate: AT}, at=LATER, number=2), root)
    assert newest_of(None, held, AT) is held
    assert newest_of(held, newer, LATER) is newer
    same = read_revocation_list(revocation_list({person().certificate: AT}, at=AT, number=2), root)
    assert newest_of(newer, same, LATER) is newer


@pytest.mark.parametrize("number", [1, 99])
def test_nobody_is_forgotten_whatever_number_a_list_has(number: int) -> None:
    root = [authority().der]
    held = read_revocation_list(revocation_list({person().certificate: AT}, at=AT, number=2), root)
    found = read_revocation_list(revocation_list({}, at=LATER, number=number), root)
    with pytest.raises(RevocationListInvalid) as caught:
        newest_of(held, found, LATER)
    assert caught.value.data["reason"] == "forgets"


def test_a_list_that_was_to_be_replaced_long_ago_is_not_taken() -> None:
    found = read_revocation_list(revocation_list({}, at=AT), [authority().der])
    with pytest.raises(RevocationListInvalid) as caught:
        newest_of(None, found, AT + timedelta(days=8))
    assert caught.value.data["reason"] == "expired"
