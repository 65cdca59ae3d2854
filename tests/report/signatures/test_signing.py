"""Signatures: what poppler, qpdf and we say of them; credentials."""

from __future__ import annotations

import io
import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12

from surveyor_app.domain.errors import CertificateExpired, CertificateUnreadable, InputError, PdfUnreadable
from surveyor_app.report.fields import FIELD_NAMES
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.report.verification import verify_pdf
from tests.report.keys import END, PASSPHRASE, START, authority, expired, person
from tests.report.samples import ISSUED_AT, sample


def pdfsig(pdf: bytes, folder: Path) -> str:
    """Return what poppler says of the signatures."""
    (folder / "signed.pdf").write_bytes(pdf)
    done = subprocess.run(["pdfsig", "-nocert", "signed.pdf"], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def _sign(pdf: bytes, credential: Credential, field: str = "SURVEYOR", at: datetime = ISSUED_AT) -> bytes:
    return sign(pdf, credential, at=at, reason="理由 Reason", location="上海", field=field)


@pytest.mark.parametrize("use_rsa", [False, True])
def test_poppler_and_qpdf_agree_with_us(unsigned: bytes, use_rsa: bool, tmp_path: Path) -> None:
    credential = Credential.from_pkcs12(person(use_rsa=use_rsa).pkcs12(), PASSPHRASE)
    pdf = _sign(unsigned, credential)
    said = pdfsig(pdf, tmp_path)
    assert said.count("Signature is Valid") == 1
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said
    assert "陈查勘" in said
    assert (
        subprocess.run(["qpdf", "--check", "signed.pdf"], cwd=tmp_path, capture_output=True, check=False).returncode
        == 0
    )
    verdict = verify_pdf(pdf, roots=[authority().der])
    assert verdict.holds
    (signature,) = verdict.signatures
    assert signature.covers_whole_file
    assert signature.trusted
    assert signature.signed_at == ISSUED_AT
    assert not signature.timestamped


def test_three_signers_one_after_another_all_stay_valid(unsigned: bytes, tmp_path: Path) -> None:
    pdf = _three_signers(unsigned)
    assert pdfsig(pdf, tmp_path).count("Signature is Valid") == 3
    verdict = verify_pdf(pdf, roots=[authority().der])
    assert verdict.holds, verdict.findings
    assert [signature.covers_whole_file for signature in verdict.signatures] == [False, False, True]


def test_the_signed_file_still_claims_pdf_a(unsigned: bytes, signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(unsigned)) as before, pikepdf.open(io.BytesIO(signed)) as after:
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert dict(after.docinfo) == dict(before.docinfo)
        for annotation in after.pages[-1].Annots:
            flags = int(annotation.F)
            assert flags & 4, "PDF/A: printed"
            assert not flags & 0b100011, "PDF/A: neither hidden nor invisible nor off screen"
            left, bottom, right, top = (float(number) for number in annotation.Rect)
            assert (left == right and bottom == top) or "/N" in annotation.AP
    assert signed.startswith(unsigned)


def _three_signers(unsigned: bytes) -> bytes:
    pdf = unsigned
    for field, name in zip(FIELD_NAMES[:3], ("陈查勘", "王建国", "Insurer Seal"), strict=True):
        pdf = _sign(pdf, person(name).credential, field)
    return pdf


@pytest.mark.parametrize("signers", [0, 1, 3])
def test_every_revision_begins_on_a_new_line(unsigned: bytes, signed: bytes, signers: int) -> None:
    """ISO 19005-3, 6.1.9 (in veraPDF 6.1.9-1): an end-of-line marker stands before each object's number."""
    pdf = {0: unsigned, 1: signed}.get(signers) or _three_signers(unsigned)
    ends = re.findall(rb"%%EOF(..?)", pdf, re.DOTALL)
    assert len(ends) == 2 + signers, "the pages, their fields, and each signature"
    assert all(end[:1] in {b"\r", b"\n"} for end in ends)
    outside_streams = re.sub(rb"\bstream\r?\n.*?\bendstream\b", b"", pdf, flags=re.DOTALL)
    before = re.findall(rb"(.)(?<!\d)\d+ \d+ obj\b", outside_streams, re.DOTALL)
    assert len(before) > 20
    assert set(before) <= {b"\r", b"\n"}


def test_name_and_time_are_seen_on_the_page(signed: bytes) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=signed, capture_output=True, check=True
    ).stdout.decode()
    for words in ("陈查勘 Chen Chakan", "2026-11-03 16:42:00+08:00", "出具查勘报告 Issue", "上海 Shanghai"):
        assert words in text
    fonts = subprocess.run(["pdffonts", "-"], input=signed, capture_output=True, check=True).stdout.decode()
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts.splitlines()[2:])


def test_hostile_names_and_reasons_are_printed_literally(unsigned: bytes) -> None:
    credential = person('#read("/etc/passwd") 😀 ] $').credential
    pdf = sign(unsigned, credential, at=ISSUED_AT, reason="#panic() \\", location="\u202e")
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    assert "#panic() \\" in text
    assert "〔U+1F600〕" in text
    assert verify_pdf(pdf).holds


def test_a_field_is_signed_once(signed: bytes) -> None:
    with pytest.raises(InputError):
        _sign(signed, person().credential)


@pytest.mark.parametrize("field", ["NOBODY", "DTSONE", ""])
def test_only_prepared_fields_for_people_are_signed(unsigned: bytes, field: str) -> None:
    with pytest.raises(InputError):
        _sign(unsigned, person().credential, field)


def test_a_draft_cannot_be_signed(files: ReportFiles) -> None:
    with pytest.raises(InputError):
        _sign(lay_out(*sample(0, draft=True), files), person().credential)


@pytest.mark.parametrize("junk", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_junk_cannot_be_signed(junk: bytes) -> None:
    with pytest.raises(PdfUnreadable):
        _sign(junk, person().credential)


# --------------------------------------------------------------------------------------------------------- credentials


def test_an_expired_certificate_does_not_sign(unsigned: bytes) -> None:
    with pytest.raises(CertificateExpired) as caught:
        _sign(unsigned, expired().credential)
    assert caught.value.data["subject"] == "过期"


@pytest.mark.parametrize("at", [START - timedelta(seconds=1), END + timedelta(seconds=1)])
def test_a_certificate_signs_only_within_its_time(unsigned: bytes, at: datetime) -> None:
    with pytest.raises(CertificateExpired):
        _sign(unsigned, person().credential, at=at)


def test_a_pkcs12_gives_name_time_and_chain() -> None:
    credential = Credential.from_pkcs12(person().pkcs12(), PASSPHRASE)
    assert credential.name == "陈查勘 Chen Chakan"
    assert (credential.not_before, credential.not_after) == (START, END)
    assert credential.chain == (authority().der,)
    assert len(credential.fingerprint) == 64
    assert "key=" not in repr(credential)


@pytest.mark.parametrize(
    ("data", "passphrase"),
    [
        (person().pkcs12(), "wrong"),
        (person().pkcs12(), ""),
        (b"", PASSPHRASE),
        (b"junk" * 50, PASSPHRASE),
        (person().pkcs12()[:-60], PASSPHRASE),
    ],
)
def test_what_cannot_be_opened_is_unreadable(data: bytes, passphrase: str) -> None:
    with pytest.raises(CertificateUnreadable) as caught:
        Credential.from_pkcs12(data, passphrase)
    assert caught.value.data["reason"] == "passphrase"


def test_a_file_without_key_or_with_another_kind_of_key_is_unreadable() -> None:
    only = pkcs12.serialize_key_and_certificates(b"x", None, person().certificate, None, NoEncryption())
    with pytest.raises(CertificateUnreadable):
        Credential.from_pkcs12(only, "")
    other = pkcs12.serialize_key_and_certificates(
        b"x", ed25519.Ed25519PrivateKey.generate(), None, None, NoEncryption()
    )
    with pytest.raises(CertificateUnreadable):
        Credential.from_pkcs12(other, "")


def test_a_key_of_another_certificate_is_refused() -> None:
    with pytest.raises(CertificateUnreadable) as caught:
        Credential.of(person("A").key, person("B").certificate)
    assert caught.value.data["reason"] == "mismatch"
