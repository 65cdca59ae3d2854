"""The accessible copy: what it claims, where its hash stands, and what becomes of a report that lies about it."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from surveyor_app.domain.errors import InputError, PdfUnreadable
from surveyor_app.report.accessible.copies import CopyMark, accessible_copy, state_copy
from surveyor_app.report.data import RowGroup
from surveyor_app.report.fields import FIELD_NAMES, UnchangedMetadata, prepare_fields
from surveyor_app.report.findings import FindingCode
from surveyor_app.report.layout import lay_out
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.report.verification import verify_pdf
from tests.report.keys import person
from tests.report.samples import ISSUED_AT, sample

ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part>"


def metadata_of(pdf: bytes) -> tuple[str, str]:
    """Return a PDF's metadata, and the keywords of its information."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.Root.Metadata.read_bytes().decode(), str(opened.docinfo["/Keywords"])


def text_of(pdf: bytes) -> str:
    """Return the text layer."""
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_the_copy_is_what_was_laid_out_and_the_signed_report_begins_with_it(signed: bytes, files: ReportFiles) -> None:
    copy = accessible_copy(signed)
    assert copy == lay_out(*sample(12), files)
    assert signed.startswith(copy)


def test_the_copy_claims_pdf_ua_and_the_signed_report_does_not(signed: bytes) -> None:
    copy, _ = metadata_of(accessible_copy(signed))
    report, _ = metadata_of(signed)
    assert ACCESSIBLE in copy
    assert ACCESSIBLE not in report
    assert "<pdfaid:part>3</pdfaid:part>" in copy
    assert "<pdfaid:part>3</pdfaid:part>" in report


def test_the_signed_report_prints_and_states_the_hash(signed: bytes) -> None:
    copy = accessible_copy(signed)
    sha256 = hashlib.sha256(copy).hexdigest()
    metadata, keywords = metadata_of(signed)
    stated = f", accessible-copy:{sha256}:{len(copy)}"
    assert keywords.endswith(stated)
    assert f"{keywords}</pdf:Keywords>" in metadata
    assert sha256 in text_of(signed)
    assert f"first {len(copy)} bytes" in text_of(signed)
    assert sha256 not in text_of(copy)
    assert FindingCode.COPY_HOLDS in {finding.code for finding in verify_pdf(signed).findings}


def test_further_signatures_leave_the_copy_as_it_is(signed: bytes, files: ReportFiles) -> None:
    twice = sign(signed, person().credential, at=ISSUED_AT, reason="", location="", field=FIELD_NAMES[1], files=files)
    assert accessible_copy(twice) == accessible_copy(signed)
    assert FindingCode.COPY_HOLDS in {finding.code for finding in verify_pdf(twice).findings}


def test_a_copy_by_itself_is_named_and_does_not_hold(signed: bytes) -> None:
    copy = accessible_copy(signed)
    verdict = verify_pdf(copy)
    found = {finding.code: finding for finding in verdict.findings}
    assert not verdict.holds
    assert FindingCode.NO_SIGNATURES in found
    assert found[FindingCode.COPY_ALONE].data == {"sha256": hashlib.sha256(copy).hexdigest()}


@pytest.mark.parametrize("mark", [CopyMark("0" * 64, 2000), CopyMark("0" * 64, 10**12 - 1)])
def test_a_report_that_states_another_copy_is_found_out(mark: CopyMark, files: ReportFiles) -> None:
    writer = UnchangedMetadata(io.BytesIO(prepare_fields(lay_out(*sample(0), files))))
    state_copy(writer, mark)
    forged = io.BytesIO()
    writer.write(forged)  # type: ignore[no-untyped-call]  # the library is typed in part
    pdf = sign(forged.getvalue(), person().credential, at=ISSUED_AT, reason="", location="", files=files)
    verdict = verify_pdf(pdf)
    assert not verdict.holds
    assert FindingCode.COPY_DIFFERS in {finding.code for finding in verdict.findings}
    with pytest.raises(PdfUnreadable):
        accessible_copy(pdf)


def test_a_number_that_reads_like_a_statement_is_none(files: ReportFiles) -> None:
    data, pictures, manifest = sample(0)
    pretended = f"1, accessible-copy:{'0' * 64}:5"
    pages = lay_out(replace(data, report_no=pretended, doc_no=pretended), pictures, manifest, files)
    with pytest.raises(PdfUnreadable):
        accessible_copy(pages)
    assert accessible_copy(prepare_fields(pages)) == pages


def test_what_cannot_be_accessible_is_signed_without_a_copy(files: ReportFiles, tmp_path: Path) -> None:
    """A watermark among the words of a page, in the midst of a table that goes on: typst refuses that as PDF/UA."""
    for template in files.template_dir.iterdir():
        shutil.copy(template, tmp_path)
    text = (tmp_path / "report.typ").read_text()
    (tmp_path / "report.typ").write_text(
        text.replace("if data.draft or data.office {\n    pdf.artifact", "if true {\n    block")
    )
    data, pictures, manifest = sample(2)
    people = data.people * 20
    other = ReportFiles(tmp_path, files.font_dir)
    pages = lay_out(replace(data, people=people), pictures, manifest, other)
    pdf = sign(prepare_fields(pages), person().credential, at=ISSUED_AT, reason="", location="", files=files)
    assert verify_pdf(pdf).holds
    assert "accessible" not in text_of(pdf)
    assert ACCESSIBLE not in metadata_of(pages)[0]
    with pytest.raises(InputError):
        accessible_copy(pdf)


@pytest.mark.parametrize("draft", [False, True])
def test_nothing_typed_keeps_a_report_from_being_accessible(draft: bool, files: ReportFiles) -> None:
    data, pictures, manifest = sample(2, draft=draft)
    people = tuple(RowGroup(title, data.people[0].rows) for title in ("", " ", "\n", "a") * 8)
    photos = tuple(replace(photo, caption=caption) for photo, caption in zip(data.photos, ("", "\n"), strict=True))
    pages = lay_out(
        replace(data, report_no="", insurer="", people=people, photos=photos, surveyors=()), pictures, manifest, files
    )
    assert ACCESSIBLE in metadata_of(pages)[0]


def test_pictures_and_languages_are_told_to_who_listens(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        parts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
        pictures = [str(item.Alt) for item in parts if "/Alt" in item]
        languages = {str(attributes) for item in parts if (attributes := item.get("/Lang")) is not None}
        headers = [item for item in parts if item.get("/S") == "/TH"]
    assert len(pictures) == 12
    assert "照片 Photo 2 车架号 VIN" in pictures
    assert {"zh-CN", "en-GB"} <= languages
    assert headers
