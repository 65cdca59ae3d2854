"""The office copy: what it says beside the report, that every page is marked, and that nothing of it stays in the case."""

from __future__ import annotations

import io

import pikepdf

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.operations.cases.verifying import verify_pdf_bytes
from surveyor_app.operations.editing import records
from surveyor_app.operations.photos import shots
from surveyor_app.operations.report.reporting import ReportOptions, draft_report, list_reports, office_copy
from surveyor_app.report.verification import count_pages
from tests.operations.worlds import entries, listed, only
from tests.report.test_layout import plain, text_of

CHINESE = ReportOptions("zh_CN")
OPINION = "不属于保险责任"


def test_it_says_what_the_report_leaves_out(filled: CaseFile) -> None:
    person = only(filled, Person)
    records.change(filled, Person, person.id, {"id_no": "440524188001010014", "phone": "13900000000"})
    records.change(filled, Task, only(filled, Task).id, {"surveyor_opinion": OPINION, "risk_flags": ("routine",)})
    records.create(filled, CheckAnswer, {"check_id": "chk_ctpl_cover", "choice": "pending", "other_text": "驾驶证待核"})
    records.create(filled, PromptAnswer, {"prompt_id": "rf_pressure", "answer": "seen", "note": "催促尽快赔付"})
    internal = (
        OPINION,
        "驾驶证待核",
        "催促尽快赔付",
        "440524188001010014",
        "13900000000",
        "4,321.00",
        "电话里语气紧张",
    )
    office = plain(text_of(office_copy(filled, CHINESE)))
    assert [word for word in internal if plain(word) not in office] == []
    party = plain(text_of(draft_report(filled, CHINESE)))
    assert [word for word in internal if plain(word) in party] == []


def test_every_page_says_that_it_is_internal(filled: CaseFile) -> None:
    pdf = office_copy(filled, ReportOptions("both"))
    pages = count_pages(pdf)
    for page in range(1, pages + 1):
        said = text_of(pdf, "-f", str(page), "-l", str(page))
        assert "内部件" in said, page
        assert "INTERNAL" in said, page
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "内部件" in str(opened.docinfo["/Title"])
        assert "/AcroForm" not in opened.Root, "nobody signs it"
        assert "<pdfaid:part>3</pdfaid:part>" in opened.Root.Metadata.read_bytes().decode()
    assert "内部件" not in text_of(draft_report(filled, ReportOptions("both")))


def test_nothing_of_it_stays_in_the_case(filled: CaseFile) -> None:
    before = entries(filled)
    office_copy(filled, CHINESE)
    assert entries(filled) == before, "what is no record is in no bag and no delivery"
    assert list_reports(filled) == []


def test_it_names_the_signed_report_that_it_belongs_to(signed: CaseFile, filled: CaseFile) -> None:
    report = only(signed, Report)
    said = plain(text_of(office_copy(signed, CHINESE)))
    assert plain(report.sha256 or "no report") in said
    assert "尚未签名" in plain(text_of(office_copy(filled, CHINESE)))


def test_whoever_checks_it_is_told_what_it_is(filled: CaseFile) -> None:
    found = verify_pdf_bytes(office_copy(filled, CHINESE), [])
    assert "office_copy" in {item.code for item in found}
    assert "copy_alone" not in {item.code for item in found}
    assert "ok" in {item.level for item in found if item.code == "manifest_matches"}


def test_a_photo_of_personal_papers_is_pictured_in_the_office_copy_alone(filled: CaseFile) -> None:
    before = {"party": pictures(draft_report(filled, CHINESE)), "office": pictures(office_copy(filled, CHINESE))}
    shots.assign(filled, [listed(filled, Evidence)[0].id], "motor.driver_licence", only(filled, Person).id)
    party, office = draft_report(filled, CHINESE), office_copy(filled, CHINESE)
    assert (pictures(party), pictures(office)) == (before["party"] - 1, before["office"])
    assert "图像仅见于内部件" in plain(text_of(party))
    assert "图像仅见于内部件" not in plain(text_of(office))


def pictures(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return sum(len(page.get_images()) for page in opened.pages)
