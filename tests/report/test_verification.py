"""Verification of PDFs: tampered, truncated, foreign, hostile."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pikepdf
import pytest

from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.protocol.purposes import Purpose
from surveyor_app.report.findings import FindingCode, Level
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.verification import PdfVerdict, verify_pdf
from tests.report.keys import authority, person
from tests.report.samples import ISSUED_AT, sample


def _bad(verdict: PdfVerdict) -> set[FindingCode]:
    return {finding.code for finding in verdict.findings if finding.level is Level.BAD}


def test_an_unsigned_report_does_not_hold(unsigned: bytes) -> None:
    verdict = verify_pdf(unsigned)
    assert not verdict.holds
    assert _bad(verdict) == {FindingCode.NO_SIGNATURES}
    assert verdict.attachments_ok
    assert verdict.signatures == ()
    assert verdict.evidence_root == sample(12)[0].evidence_root


def test_without_roots_the_name_is_nobodys_word_but_the_signers(signed: bytes) -> None:
    verdict = verify_pdf(signed)
    assert verdict.holds
    assert FindingCode.TRUST_NOT_CHECKED in {finding.code for finding in verdict.findings}
    assert not verdict.signatures[0].trusted


@pytest.mark.parametrize("root", [authority("Somebody else"), authority(generation=1)])
def test_a_signer_of_another_authority_does_not_hold(signed: bytes, root: object) -> None:
    verdict = verify_pdf(signed, roots=[root.der])  # type: ignore[attr-defined]  # an Issued; parametrize hides the type
    assert not verdict.holds
    assert _bad(verdict) == {FindingCode.SIGNER_UNTRUSTED}
    assert verdict.signatures[0].intact


def test_any_changed_byte_is_noticed(signed: bytes) -> None:
    chance = random.Random(20261103)
    for place in [chance.randrange(len(signed)) for _ in range(60)]:
        changed = signed[:place] + bytes([signed[place] ^ 0x01]) + signed[place + 1 :]
        try:
            verdict = verify_pdf(changed, roots=[authority().der])
        except PdfUnreadable:
            continue
        inside_signature = b"0000000000" in signed[place - 20 : place + 20]
        assert not verdict.holds or inside_signature, place


def test_a_cut_file_never_holds(signed: bytes, unsigned: bytes) -> None:
    for length in [0, 1, 8, 1000, len(unsigned) // 2, len(unsigned), len(signed) - 2000, len(signed) - 7]:
        try:
            verdict = verify_pdf(signed[:length])
        except PdfUnreadable:
            continue
        assert not verdict.holds, length


def test_what_is_appended_after_the_signature_is_noticed(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        size = int(pdf.trailer.Size)
        catalog, generation = pdf.Root.objgen
        kept = pdf.Root
        del kept["/Lang"]
        body = kept.unparse(resolved=True)
    start = signed.rindex(b"startxref")
    previous = int(signed[start:].split()[1])
    offset = len(signed) + 1
    update = b"\n%d %d obj\n%b\nendobj\n" % (catalog, generation, body)
    table = b"xref\n%d 1\n%010d %05d n \ntrailer\n<</Size %d/Root %d %d R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        catalog,
        offset,
        generation,
        size,
        catalog,
        generation,
        previous,
        offset - 1 + len(update),
    )
    verdict = verify_pdf(signed + update + table)
    assert not verdict.holds
    assert _bad(verdict) == {FindingCode.CHANGED_AFTER_SIGNING}
    assert not verdict.signatures[0].covers_whole_file


@pytest.mark.parametrize("behind", [b"\n% approved by the police\n", b"PK\x03\x04 an archive\n", b"\n\n\n \n"])
@pytest.mark.parametrize("end", [b"", b"startxref\n%d\n%%%%EOF\n"])
def test_what_stands_behind_the_end_is_noticed(signed: bytes, behind: bytes, end: bytes) -> None:
    """It is no revision, so that nothing that is shown changes; the end may be written there once more."""
    if end:
        end %= int(signed[signed.rindex(b"startxref") :].split()[1])
    verdict = verify_pdf(signed + behind + end)
    assert not verdict.holds
    assert _bad(verdict) == {FindingCode.BYTES_BEHIND}


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_the_end_of_a_line_may_stand_behind_the_end(signed: bytes, end: bytes) -> None:
    assert verify_pdf(signed + end, roots=[authority().der]).holds


@pytest.mark.parametrize("purpose", [Purpose.ENTRIES, Purpose.RECEIPTS])
def test_who_may_sign_something_else_signs_no_report(unsigned: bytes, purpose: Purpose) -> None:
    def signed_by(purpose: Purpose) -> PdfVerdict:
        credential = person(purpose=purpose).credential
        pdf = sign(unsigned, credential, at=ISSUED_AT, reason="出具查勘报告 Issue", location="上海 Shanghai")
        return verify_pdf(pdf, roots=[authority().der])

    assert signed_by(Purpose.REPORTS).holds
    verdict = signed_by(purpose)
    assert _bad(verdict) == {FindingCode.SIGNER_UNTRUSTED}
    assert not verdict.signatures[0].trusted
    (finding,) = (found for found in verdict.findings if found.level is Level.BAD)
    assert finding.data["reason"] == "purpose"


def test_a_service_of_machines_signs_no_report(unsigned: bytes) -> None:
    credential = person(timestamping=True).credential
    pdf = sign(unsigned, credential, at=ISSUED_AT, reason="出具查勘报告 Issue", location="上海 Shanghai")
    assert not verify_pdf(pdf, roots=[authority().der]).holds


def test_a_rewritten_file_does_not_hold(signed: bytes) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        pdf.save(output)
    assert not verify_pdf(output.getvalue()).holds


def test_another_manifest_is_noticed(unsigned: bytes) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        stream = pdf.Root.AF[0].EF.F
        stream.write(sample(11)[2])
        pdf.save(output)
    assert FindingCode.MANIFEST_MISMATCH in _bad(verify_pdf(output.getvalue()))


def test_an_attachment_that_cannot_be_unpacked_is_said(unsigned: bytes) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(unsigned)) as pdf:
        stream = pdf.Root.AF[0].EF.F
        stream.write(b"not deflated", filter=pikepdf.Name.FlateDecode)
        pdf.save(output)
    verdict = verify_pdf(output.getvalue())
    assert FindingCode.ATTACHMENT_UNREADABLE in _bad(verdict)
    assert not verdict.attachments_ok


@pytest.mark.parametrize(
    "junk", [b"", b"\0" * 5000, b"%PDF-", b"%PDF-1.7\n" * 400, b"PK\x03\x04 docx", b"x" * 2000 + b"%PDF-1.7"]
)
def test_junk_is_unreadable(junk: bytes) -> None:
    with pytest.raises(PdfUnreadable):
        verify_pdf(junk)


def test_every_pdf_of_the_corpus_gets_a_verdict(corpus_dir: Path) -> None:
    pdfs = sorted(corpus_dir.rglob("*.pdf"))
    assert len(pdfs) >= 30
    holding = []
    for path in pdfs:
        try:
            verdict = verify_pdf(path.read_bytes())
        except PdfUnreadable:
            continue
        if verdict.holds:
            holding.append(path.name)
    # Signed by its library's own test authority, without signed attributes, and otherwise untouched.
    assert holding == ["sig-no-signed-attrs.pdf"]
    for path in pdfs:
        with pytest.raises(PdfUnreadable):
            verify_pdf(path.read_bytes()[: path.stat().st_size // 3][:40])
