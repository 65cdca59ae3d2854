"""The annex of papers: every page of a PDF and a TIFF, within limits that it names; and whose pages a party does not see."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.party_copy import Copy
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.texts import Text
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import read_contents
from surveyor_app.operations.documents.scans import link
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.operations.report.annex import Annex, draw_annex
from surveyor_app.operations.report.printed_case import PrintedCase
from surveyor_app.operations.report.reporting import ReportOptions, draft_report
from surveyor_app.report.chapters import load_plan
from surveyor_app.wording.languages import english
from tests.media.test_paged import pdf_of, tiff_of
from tests.operations.worlds import listed
from tests.report.test_layout import plain, text_of

PLAN = load_plan(resources_dir())


@pytest.fixture
def papers(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> CaseFile:
    """A case with a repair invoice of three pages, a certificate of two, and a paper that nobody has named."""
    for name, data in {"invoice.pdf": pdf_of(3), "certificate.tif": tiff_of(2), "unnamed.pdf": pdf_of(1)}.items():
        (tmp_path / name).write_bytes(data)
        import_files(case, [tmp_path / name], workers)
    invoice, certificate, _unnamed = (item.id for item in listed(case, Evidence))
    link(case, "repair_invoice", None, [invoice])
    link(case, "police_certificate", None, [certificate])
    return case


def annex(case: CaseFile, copy: Copy, each: int = 20, all_: int = 60) -> Annex:
    files = PrintedCase.of(read_contents(case), copy, "en").paper_files()
    return draw_annex(case, files, replace(PLAN, pages_each=each, pages_all=all_), lambda: None)


def said(value: Text | str) -> str:
    return value.in_(english()) if isinstance(value, Text) else value


def captions(made: Annex) -> list[str]:
    return [said(page.caption) for page in made.pages]


def test_the_office_sees_every_page_in_the_order_of_the_checklist(papers: CaseFile) -> None:
    made = annex(papers, Copy.OFFICE)
    assert captions(made) == [
        "Liability certificate or accident statement · page 1 of 2",
        "Liability certificate or accident statement · page 2 of 2",
        *(f"Repair invoice and list · page {page} of 3" for page in (1, 2, 3)),
        "unnamed.pdf · page 1 of 1",
    ]
    assert [page.number for page in made.pages] == ["2", "2", "1", "1", "1", "3"]
    assert {page.picture_name for page in made.pages} == set(made.pictures)
    assert not [page for page in made.pages if said(page.note) or said(page.no_picture)]


def test_a_party_sees_the_pages_of_papers_that_hold_nobodys_data(papers: CaseFile) -> None:
    assert captions(annex(papers, Copy.PARTY)) == [f"Repair invoice and list · page {page} of 3" for page in (1, 2, 3)]


def test_what_is_left_out_is_said(papers: CaseFile) -> None:
    made = annex(papers, Copy.OFFICE, each=2, all_=3)
    assert len(made.pictures) == 3
    assert [(said(page.note), said(page.no_picture)) for page in made.pages] == [
        ("", ""),
        ("", ""),
        ("Pages 2–3 are not printed in this report; the original is evidence 1.", ""),
        ("", "Pages 1–1 are not printed in this report; the original is evidence 3."),
    ]


def test_a_long_paper_does_not_swell_the_report(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(pdf_of(300))
    import_files(case, [tmp_path / "long.pdf"], workers)
    made = annex(case, Copy.OFFICE)
    assert len(made.pages) == len(made.pictures) == PLAN.pages_each
    assert f"Pages {PLAN.pages_each + 1}–300 are not printed" in said(made.pages[-1].note)


def test_a_paper_that_cannot_be_shown_says_why(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    (tmp_path / "cut.pdf").write_bytes(pdf_of(4)[:400])
    import_files(case, [tmp_path / "cut.pdf"], workers)
    (page,) = annex(case, Copy.OFFICE).pages
    assert page.picture_name is None
    assert said(page.no_picture).startswith("This page cannot be shown: ")


def test_pages_from_a_confidential_witness_are_not_printed_for_a_party(papers: CaseFile) -> None:
    person = records.create(papers, Person, {"name": "陈证人", "roles": ("eyewitness",)}).id
    media = (listed(papers, Evidence)[0].id,)
    records.create(papers, Witness, {"person_uid": person, "wants_confidentiality": True, "media": media})
    assert annex(papers, Copy.PARTY) == Annex()


def test_the_report_prints_them(papers: CaseFile) -> None:
    pdf = draft_report(papers, ReportOptions("en"))
    assert plain("Repair invoice and list · page 3 of 3") in plain(text_of(pdf))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert sum(len(page.get_images()) for page in opened.pages) == 3, "the TIFF's picture is the office's too"
