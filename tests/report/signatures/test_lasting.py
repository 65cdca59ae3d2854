"""Signatures that last: each level as it is claimed, nothing that is signed changed, and what forgers make of it caught."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import keys, tsp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from surveyor_app.central.authority.certificates import certify_signer, make_authority
from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.protocol.purposes import Purpose
from surveyor_app.report.findings import FindingCode, Level
from surveyor_app.report.signatures.chains import Certificate
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.lasting import Sources, add_proofs, add_stamp, load_list, needs_stamp
from surveyor_app.report.signatures.levels import PadesLevel
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.signatures.timestamps import TimestampAuthority
from surveyor_app.report.verification import PdfVerdict, verify_pdf
from tests.report.keys import Issued, authority, person
from tests.report.samples import ISSUED_AT
from tests.report.signatures.time_authority import DAY, TimeAuthority, make_time_authority, revocation_list


@pytest.fixture(scope="module")
def time(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_time_authority(tmp_path_factory.mktemp("time") / "tsa")


@pytest.fixture(scope="module")
def stamps(time: TimeAuthority) -> TimestampAuthority:
    return TimestampAuthority(time.reply, (time.root.der,))


@pytest.fixture(scope="module")
def sources(time: TimeAuthority) -> Sources:
    return Sources(lists=(load_list(revocation_list()), load_list(revocation_list(time.root))))


@pytest.fixture(scope="module")
def confirmed(unsigned: bytes, stamps: TimestampAuthority) -> bytes:
    """Signed with a time stamp in the signature: B-T."""
    return sign(unsigned, person().credential, at=ISSUED_AT, reason="x", location="", timestamps=stamps)


@pytest.fixture(scope="module")
def proven(confirmed: bytes, sources: Sources) -> bytes:
    """With what proves the certificates: B-LT."""
    pdf, unproven = add_proofs(confirmed, sources)
    assert unproven == ()
    return pdf


@pytest.fixture(scope="module")
def lasting(proven: bytes, stamps: TimestampAuthority) -> bytes:
    """With a time stamp over that: B-LTA."""
    return add_stamp(proven, stamps)


def _verdict(pdf: bytes, time: TimeAuthority) -> PdfVerdict:
    return verify_pdf(pdf, roots=[authority().der], timestamp_roots=[time.root.der])


def _levels(pdf: bytes, time: TimeAuthority) -> list[PadesLevel]:
    verdict = _verdict(pdf, time)
    assert verdict.holds, verdict.findings
    assert {finding.level for finding in verdict.findings} == {Level.OK}
    return [signature.level for signature in verdict.signatures]


def _bad(verdict: PdfVerdict) -> set[FindingCode]:
    return {finding.code for finding in verdict.findings if finding.level is Level.BAD}


def test_levels_are_reached_one_after_another(
    signed: bytes, confirmed: bytes, proven: bytes, lasting: bytes, time: TimeAuthority
) -> None:
    reached = [_levels(pdf, time) for pdf in (signed, confirmed, proven, lasting)]
    assert reached == [[PadesLevel.B_B], [PadesLevel.B_T], [PadesLevel.B_LT], [PadesLevel.B_LTA]]
    assert lasting.startswith(proven)
    assert proven.startswith(confirmed)


def test_what_was_signed_without_a_time_stamp_gets_one_later(
    signed: bytes, stamps: TimestampAuthority, sources: Sources, time: TimeAuthority
) -> None:
    assert needs_stamp(signed)
    stamped = add_stamp(signed, stamps)
    assert stamped.startswith(signed)
    assert not needs_stamp(stamped)
    assert _levels(stamped, time) == [PadesLevel.B_T]
    pdf, unproven = add_proofs(stamped, sources)
    assert unproven == ()
    assert _levels(pdf, time) == [PadesLevel.B_LT]
    assert _levels(add_stamp(pdf, stamps), time) == [PadesLevel.B_LTA]


def test_it_is_renewed_as_often_as_wanted(
    lasting: bytes, stamps: TimestampAuthority, sources: Sources, time: TimeAuthority
) -> None:
    pdf = lasting
    for _ in range(2):
        more, unproven = add_proofs(pdf, sources)
        assert unproven == ()
        pdf = add_stamp(more, stamps)
        assert _levels(pdf, time) == [PadesLevel.B_LTA]
    assert pdf.startswith(lasting)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        names = [str(field.T) for field in opened.Root.AcroForm.Fields if "/V" in field]
    assert len(names) == len(set(names)) == 4
    assert not any(one != other and other.startswith(one) for one in names for other in names)


def test_whoever_signs_later_breaks_nothing_and_starts_anew(lasting: bytes, time: TimeAuthority) -> None:
    pdf = sign(lasting, person("王建国").credential, at=ISSUED_AT, reason="x", location="", field="POLICYHOLDER")
    assert _levels(pdf, time) == [PadesLevel.B_LTA, PadesLevel.B_B]
    assert needs_stamp(pdf)


def test_nothing_is_proven_twice(proven: bytes, sources: Sources) -> None:
    assert add_proofs(proven, sources) == (proven, ())


# ------------------------------------------------------------------------------------------------------------- lists


@pytest.mark.parametrize("says_where", [True, False])
def test_lists_are_fetched_from_where_they_are_published(
    unsigned: bytes, stamps: TimestampAuthority, time: TimeAuthority, says_where: bool
) -> None:
    """A centre's certificates say it when the centre knows its own address; else whoever is enrolled there knows."""
    centre = make_authority("Centre", datetime.now(UTC), "https://centre.example" if says_where else None)
    key = ec.generate_private_key(ec.SECP256R1())
    given = certify_signer(
        centre, key.public_key(), "zhang", "张查勘", "surveyor", Purpose.REPORTS, datetime.now(UTC), 300 * DAY
    )
    at = datetime.now(UTC).replace(microsecond=0)
    credential = Credential.of(key, given, [centre.certificate])
    pdf = sign(unsigned, credential, at=at, reason="x", location="", timestamps=stamps)
    asked: list[str] = []

    def fetch(url: str) -> bytes:
        asked.append(url)
        if len(asked) == 1:
            raise Unreachable(server=url, reason="HTTP 503")
        return revocation_list(Issued(centre.private_key, centre.certificate))

    address = "https://centre.example/v1/authority.crl"
    published = () if says_where else ((Certificate.load(centre.certificate_der), address),)
    sources = Sources((), (load_list(revocation_list(time.root)),), fetch, published)
    more, unproven = add_proofs(pdf, sources)
    assert [(item.name, item.tried) for item in unproven] == [("张查勘", (f"{address}: HTTP 503",))]
    more, unproven = add_proofs(more, sources)
    assert (asked, unproven) == ([address, address], ())
    verdict = verify_pdf(more, roots=[centre.certificate_der], timestamp_roots=[time.root.der])
    assert (verdict.holds, verdict.signatures[0].level) == (True, PadesLevel.B_LT)


def test_what_lacks_is_named(confirmed: bytes, time: TimeAuthority) -> None:
    pdf, unproven = add_proofs(confirmed, Sources(lists=(load_list(revocation_list()),)))
    assert [item.name for item in unproven] == ["Time Root Stamps"]
    assert _levels(pdf, time) == [PadesLevel.B_T], "half of the proof is no proof"


@pytest.mark.parametrize("forged", [authority(generation=1), authority("Somebody else")])
def test_a_list_of_a_namesake_or_of_somebody_else_proves_nothing(confirmed: bytes, forged: object) -> None:
    lists = (load_list(revocation_list(forged)),)  # type: ignore[arg-type]  # an Issued; parametrize hides the type
    _pdf, unproven = add_proofs(confirmed, Sources(lists=lists))
    assert "陈查勘 Chen Chakan" in {item.name for item in unproven}


def test_a_list_that_ended_before_the_signature_proves_nothing(confirmed: bytes) -> None:
    old = load_list(revocation_list(at=datetime.now(UTC) - 90 * DAY))
    _pdf, unproven = add_proofs(confirmed, Sources(lists=(old,)))
    assert "陈查勘 Chen Chakan" in {item.name for item in unproven}


@pytest.mark.parametrize("junk", [b"", b"no list", authority().der, revocation_list()[:-30]])
def test_what_is_no_list_is_refused(junk: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whatever it says, nothing else is caught by its callers
        load_list(junk)


# ----------------------------------------------------------------------------------------------------------- attacks


def _changed_page(pdf: bytes, key: str, value: str) -> bytes:
    """Return the file with a revision that changes its first page."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page, _resources = writer.find_page_for_modification(0)  # type: ignore[no-untyped-call]  # typed in part
    page.get_object()[pdf_name(key)] = pdf_string(value)
    writer.update_container(page.get_object())
    return _written(writer)


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]  # the library is typed in part
    return output.getvalue()


def _with_list(pdf: bytes, revoked_at: datetime, time: TimeAuthority) -> bytes:
    """Return the file with a list of the authority in it that names the surveyor; put in without asking what it proves."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    lists = [load_list(revocation_list(None, [(person(), revoked_at)])), load_list(revocation_list(time.root))]
    DocumentSecurityStore.supply_dss_in_writer(writer, None, crls=lists)
    return _written(writer)


def test_a_signer_revoked_before_the_time_stamp_is_not_trusted(confirmed: bytes, time: TimeAuthority) -> None:
    verdict = _verdict(_with_list(confirmed, datetime.now(UTC) - DAY, time), time)
    assert _bad(verdict) == {FindingCode.SIGNER_UNTRUSTED}
    (told,) = [finding for finding in verdict.findings if finding.code is FindingCode.SIGNER_UNTRUSTED]
    assert told.data["reason"] == "revoked"
    assert verdict.signatures[0].level is PadesLevel.B_T


def test_a_signer_revoked_at_all_is_not_trusted_where_nobody_confirms_the_time(
    signed: bytes, time: TimeAuthority
) -> None:
    """A stolen key signs with any time; here one a month before the key was revoked."""
    assert datetime.now(UTC) - DAY > ISSUED_AT
    assert _bad(_verdict(_with_list(signed, datetime.now(UTC) - DAY, time), time)) == {FindingCode.SIGNER_UNTRUSTED}


def test_a_surveyor_confirms_no_time(signed: bytes, time: TimeAuthority) -> None:
    """The insurer's authority is trusted for both, but vouches for people who sign, not for those who stamp."""
    own = person("王查勘", use_rsa=True)
    stamper = DummyTimeStamper(
        tsa_cert=Certificate.load(own.der),
        tsa_key=keys.PrivateKeyInfo.load(own.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
        certs_to_embed=None,
        fixed_dt=datetime(2026, 1, 2, tzinfo=UTC),
    )

    def fetch(request: bytes) -> bytes:
        return bytes(stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump())

    stamped = add_stamp(signed, TimestampAuthority(fetch))
    codes = {finding.code for finding in _verdict(stamped, time).findings}
    assert FindingCode.TIMESTAMP_VALID not in codes
    assert codes & {FindingCode.TIMESTAMP_UNTRUSTED, FindingCode.TIMESTAMP_BROKEN}


def test_a_stamp_after_the_certificates_end_takes_nothing_away(
    unsigned: bytes, stamps: TimestampAuthority, time: TimeAuthority
) -> None:
    ended = person("Ended", end=datetime.now(UTC).replace(microsecond=0) - DAY)
    pdf = add_stamp(sign(unsigned, ended.credential, at=ISSUED_AT, reason="x", location=""), stamps)
    assert _levels(pdf, time) == [PadesLevel.B_T]
    more, unproven = add_proofs(
        pdf, Sources(lists=(load_list(revocation_list()), load_list(revocation_list(time.root))))
    )
    assert [item.name for item in unproven] == ["Ended"], "nothing proves that it signed in its time"
    assert _levels(more, time) == [PadesLevel.B_T]


def test_a_signer_revoked_after_the_time_stamp_stays_trusted(confirmed: bytes, time: TimeAuthority) -> None:
    later = _with_list(confirmed, datetime.now(UTC) + timedelta(hours=1), time)
    assert _levels(later, time) == [PadesLevel.B_LT]


def test_a_content_revision_behind_the_last_time_stamp_is_caught(lasting: bytes, time: TimeAuthority) -> None:
    verdict = _verdict(_changed_page(lasting, "/Contents", "gone"), time)
    assert _bad(verdict) == {FindingCode.CHANGED_AFTER_SIGNING, FindingCode.TIMESTAMP_BROKEN}


def test_a_content_revision_is_not_healed_by_a_time_stamp_over_it(
    proven: bytes, time: TimeAuthority, stamps: TimestampAuthority
) -> None:
    stamped = add_stamp(_changed_page(proven, "/Rotate", "90"), stamps)
    assert FindingCode.CHANGED_AFTER_SIGNING in _bad(_verdict(stamped, time))


def test_a_time_stamp_alone_signs_nothing(unsigned: bytes, time: TimeAuthority, stamps: TimestampAuthority) -> None:
    verdict = _verdict(add_stamp(unsigned, stamps), time)
    assert _bad(verdict) == {FindingCode.NO_SIGNATURES}


def test_a_time_stamp_of_the_forgers_own_is_no_proof_of_the_time(
    signed: bytes, time: TimeAuthority, tmp_path: Path
) -> None:
    own = make_time_authority(tmp_path / "own", "Foreign Time")
    verdict = _verdict(add_stamp(signed, TimestampAuthority(own.reply)), time)
    codes = {finding.code for finding in verdict.findings}
    assert FindingCode.TIMESTAMP_UNTRUSTED in codes
    assert FindingCode.TIMESTAMP_VALID not in codes


def test_any_changed_byte_of_the_proofs_is_noticed(
    lasting: bytes, confirmed: bytes, proven: bytes, time: TimeAuthority
) -> None:
    for place in range(len(confirmed) + 60, len(proven), (len(proven) - len(confirmed)) // 3):
        changed = lasting[:place] + bytes([lasting[place] ^ 1]) + lasting[place + 1 :]
        try:
            assert _bad(_verdict(changed, time)), place
        except PdfUnreadable:
            continue


@pytest.mark.parametrize("junk", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_junk_is_unreadable(junk: bytes, stamps: TimestampAuthority) -> None:
    works: tuple[Callable[[bytes], object], ...] = (
        needs_stamp,
        lambda pdf: add_stamp(pdf, stamps),
        lambda pdf: add_proofs(pdf, Sources()),
    )
    for work in works:
        with pytest.raises(PdfUnreadable):
            work(junk)
