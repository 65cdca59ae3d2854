"""The report: what it says and never says, its root, its revisions, and what its signature seals."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Level
from surveyor_app.domain.checks.gaps import Reasons, read_gaps, written
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.reports import Report, Signature
from surveyor_app.domain.claim.revisions import in_order, next_revision
from surveyor_app.domain.errors import (
    BlobDamaged,
    Cancelled,
    CertificateExpired,
    CoverWordingFound,
    InputError,
    NotFound,
    NotReady,
    Sealed,
)
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.wire_errors import NotEnrolled
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.cases.verifying import verify_case, verify_pdf_bytes
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.photos import shots
from surveyor_app.operations.report.assembling import assemble
from surveyor_app.operations.report.pictures import photo_previews, pictures_of
from surveyor_app.operations.report.reporting import (
    ATTEMPTS,
    IssuedReport,
    ReportOptions,
    draft_report,
    list_reports,
    report_pdf,
    sign_report,
    surveyor_credential,
    unchanged_report,
)
from surveyor_app.report.data import ReportData, ReportLanguage
from surveyor_app.report.issued_manifest import evidence_manifest_of
from surveyor_app.report.layout import manifest_root
from surveyor_app.wording.languages import chinese, english
from tests.domain.checks import whole_case as whole
from tests.operations.office import OfficeDesk
from tests.operations.worlds import REPORT_NO, entries, listed, only, photo
from tests.report.keys import authority, expired
from tests.report.keys import person as certified
from tests.report.test_layout import plain, text_of

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def sign(case: CaseFile, options: ReportOptions | None = None) -> IssuedReport:
    return sign_report(case, options or ReportOptions(despite="test"), certified("张查勘").credential)


def said(case: CaseFile, language: ReportLanguage = "both") -> ReportData:
    return assemble(case, language, 4, NOW, draft=True).data


def everything(data: ReportData) -> str:
    return repr(data)


def manifest_of(case: CaseFile, report: Report) -> bytes:
    return evidence_manifest_of(report_pdf(case, report.id)) or b""


# ------------------------------------------------------------------------------------------- what it says


@pytest.mark.parametrize(
    ("language", "says", "does_not_say"),
    [("zh_CN", ["报案号", "查勘地点"], ["Report number"]), ("en", ["Report number", "Survey place"], ["报案号"])],
)
def test_a_draft_is_in_the_language_asked_for(
    filled: CaseFile, language: ReportLanguage, says: list[str], does_not_say: list[str]
) -> None:
    text = plain(text_of(draft_report(filled, ReportOptions(language=language))))
    assert all(plain(word) in text for word in [*says, REPORT_NO, "李四", "人民路"])
    assert not any(plain(word) in text for word in does_not_say)


def test_a_report_in_both_languages_has_both_labels(signed: CaseFile) -> None:
    text = plain(text_of(report_pdf(signed, only(signed, Report).id)))
    for word in ("报案号", "Report number", "东海财险", "浙B12345", "1,200.50", "下午两点", "痕迹与陈述一致", "张查勘"):
        assert plain(word) in text, word


def test_a_draft_writes_nothing(filled: CaseFile) -> None:
    before = entries(filled)
    draft_report(filled, ReportOptions(despite="test"))
    assert entries(filled) == before


def test_a_case_with_nothing_but_a_report_number_has_a_report(case: CaseFile) -> None:
    issued = sign(case)
    assert plain(REPORT_NO) in plain(text_of(issued.pdf))
    assert {item.level for item in verify_pdf_bytes(issued.pdf, [authority().der])} == {"ok"}


def test_a_case_without_a_report_number_or_a_task_has_a_report_too(case: CaseFile) -> None:
    records.change(case, Claim, only(case, Claim).id, {"report_no": ""})
    records.withdraw(case, Task, [only(case, Task).id], "not ours")
    issued = sign(case)
    assert only(case, Report).report_doc_no == f"local-{case.case_id[-8:]}"
    assert issued.changes.touched == {"report": frozenset({issued.report_id})}
    with pytest.raises(Sealed):
        records.change(case, Claim, only(case, Claim).id, {"report_no": "RD1"})


def test_only_what_the_parties_may_see_is_printed(filled: CaseFile) -> None:
    text = everything(said(filled))
    assert "李四" in text
    for internal in ("4321.", "4,321", "电话里语气紧张"):
        assert internal not in text


@pytest.mark.parametrize(
    ("opinion", "touches"),
    [
        ("属于保险责任,建议赔付", True),
        ("不属于保险责任", True),
        ("涉嫌骗保", True),
        ("This loss is Not Covered.", True),
        ("The road was covered with ice.", False),
        ("痕迹与陈述一致", False),
    ],
)
def test_an_opinion_on_cover_is_left_out(filled: CaseFile, opinion: str, touches: bool) -> None:
    records.change(filled, Task, only(filled, Task).id, {"surveyor_opinion": opinion})
    assert (opinion in everything(said(filled))) is not touches


def test_the_report_is_about_the_own_visit(filled: CaseFile) -> None:
    visit = only(filled, Task)
    OfficeDesk(filled).gives_out({}, {"task_kind": "scene", "owner": "wang", "owner_name": "王查勘"})
    data = said(filled)
    assert "人民路 12 号" in [row.value for row in data.visit]
    assert "王查勘" not in everything(data)
    sign(filled)
    assert [task.id for task in listed(filled, Task) if task.sealed] == [visit.id]


def test_a_report_about_anothers_visit_seals_nothing_of_theirs_and_still_seals(case: CaseFile) -> None:
    records.withdraw(case, Task, [only(case, Task).id], "handed over")
    OfficeDesk(case).gives_out({}, {"task_kind": "scene", "owner": "wang", "owner_name": "王查勘"})
    assert [signatory.name for signatory in said(case).surveyors] == ["张查勘"]
    sign(case)
    assert [task.sealed for task in listed(case, Task)] == [False]
    assert only(case, Report).sealed


def test_hostile_texts_are_printed_as_they_are(case: CaseFile) -> None:
    records.create(case, Person, {"name": '#eval(1) $x$ <b> \\ "quoted"'})
    records.create(case, DamageMark, {"part_text": "*bold* _x_ @ref", "vehicle_uid": new_record_id()})
    text = plain(text_of(draft_report(case, ReportOptions(despite="test"))))
    assert plain('#eval(1) $x$ <b> \\ "quoted"') in text
    assert plain("*bold* _x_ @ref") in text


# ------------------------------------------------------------------------------------------- its root


def test_the_root_is_that_of_the_attached_manifest_and_what_verify_says(signed: CaseFile) -> None:
    report = only(signed, Report)
    pdf = report_pdf(signed, report.id)
    findings = {item.code: item for item in verify_pdf_bytes(pdf, [authority().der])}
    assert report.evidence_root == manifest_root(manifest_of(signed, report))
    assert findings["manifest_matches"].data == {"root": report.evidence_root, "files": "3"}
    assert {item.level for item in findings.values()} == {"ok"}
    assert plain(report.evidence_root or "") in plain(text_of(pdf))


def test_a_withdrawn_photo_is_in_the_manifest_and_not_in_the_pages(signed: CaseFile) -> None:
    report = only(signed, Report)
    lines = manifest_of(signed, report).decode().splitlines()
    withdrawn = hashlib.sha256(photo(2)).hexdigest()
    assert f"{withdrawn}  data/originals/0003-IMG_0002.jpg" in lines
    assert f"{hashlib.sha256(photo(3)).hexdigest()}  data/originals/0002-IMG_0003.jpg" in lines
    text = plain(text_of(report_pdf(signed, report.id)))
    assert "IMG_0003.jpg" in text
    assert "IMG_0002.jpg" not in text
    assert withdrawn not in text


def test_the_manifest_names_the_journals_head_before_the_report(signed: CaseFile) -> None:
    (head,) = [line for line in manifest_of(signed, only(signed, Report)).decode().splitlines() if "journal/" in line]
    lines = entries(signed)
    issued = next(place for place, line in enumerate(lines) if line.kind == "report")
    assert head.startswith(lines[issued - 1].hash)


def test_a_signed_case_verifies(signed: CaseFile) -> None:
    signed.close()
    assert verify_case(signed.profile, signed.path) == []


# ------------------------------------------------------------------------------------------- records and revisions


def test_report_and_signature_are_recorded_with_the_bytes(signed: CaseFile) -> None:
    report, signature = only(signed, Report), only(signed, Signature)
    pdf = b"".join(read_blob(signed, report.sha256 or ""))
    assert hashlib.sha256(pdf).hexdigest() == report.sha256 == signature.target_sha256
    assert (report.report_doc_no, report.revision, report.language, report.size_bytes) == (
        REPORT_NO,
        None,
        "both",
        len(pdf),
    )
    assert (signature.target_uid, signature.role, signature.field_name) == (report.id, "surveyor", "SURVEYOR")
    assert signature.certificate_sha256 == hashlib.sha256(certified("张查勘").der).hexdigest()
    assert report.task_uid == only(signed, Task).id
    assert len({line.op for line in entries(signed)[-4:]}) == 1


def test_a_second_report_is_a_revision_and_the_first_stays(signed: CaseFile, workers: MediaWorkers) -> None:
    first = only(signed, Report)
    before = report_pdf(signed, first.id)
    evidence.import_bytes(signed, "later.jpg", photo(9), workers)
    sign(signed)
    third = sign(signed)
    assert [report.revision for report in list_reports(signed)] == [None, "R", "R2"]
    assert report_pdf(signed, first.id) == before
    assert plain(f"{REPORT_NO}-R2") in plain(text_of(third.pdf)) or plain(f"{REPORT_NO}R2") in plain(text_of(third.pdf))


def test_what_a_report_numbered_keeps_its_path_in_the_next(signed: CaseFile, workers: MediaWorkers) -> None:
    def originals(report: Report) -> set[bytes]:
        return {line for line in manifest_of(signed, report).splitlines() if b"data/originals/" in line}

    evidence.import_bytes(signed, "later.jpg", photo(9), workers)
    sign(signed)
    first, second = list_reports(signed)
    assert originals(first) < originals(second)
    (added,) = originals(second) - originals(first)
    assert added.endswith(b"  data/originals/0004-later.jpg")


def test_revisions_are_in_order_whatever_the_clock_said() -> None:
    reports = [Report(id=new_record_id(), revision=revision) for revision in ("R10", "R2", None, "R")]
    assert [report.revision for report in in_order(reports)] == [None, "R", "R2", "R10"]
    assert next_revision(reports) == "R11"
    assert next_revision([]) == ""
    assert next_revision(reports[2:3]) == "R"
    assert next_revision([Report(id=new_record_id(), revision="Rx")]) == "R2"


def test_a_report_that_would_say_the_same_again_is_found(signed: CaseFile) -> None:
    credential = certified("张查勘").credential
    found = unchanged_report(signed, ReportOptions(despite="test"), credential)
    assert found is not None
    assert found.report_id == only(signed, Report).id
    assert unchanged_report(signed, ReportOptions(language="en", despite="test"), credential) is None
    assert unchanged_report(signed, ReportOptions(despite="test"), certified("another").credential) is None
    records.create(signed, Person, {"name": "a witness"})
    assert unchanged_report(signed, ReportOptions(despite="test"), credential) is None


def test_a_report_that_is_not_there_is_not_found(signed: CaseFile) -> None:
    with pytest.raises(NotFound):
        report_pdf(signed, new_record_id())


def test_a_profile_that_is_not_enrolled_has_no_certificate(case: CaseFile) -> None:
    with pytest.raises(NotEnrolled):
        surveyor_credential(case.profile)


# ------------------------------------------------------------------------------------------- sealing


@pytest.mark.parametrize("despite", [None, "", "  "])
def test_open_mandatory_points_keep_a_report_from_being_signed_without_a_reason(
    case: CaseFile, despite: str | None
) -> None:
    before = entries(case)
    with pytest.raises(NotReady) as caught:
        sign(case, ReportOptions(despite=despite))
    missing = [item for item in check(case, load_checks(resources_dir())) if item.check.wants_reason]
    assert caught.value.data == {"count": len(missing), "first": missing[0].text(english())}
    assert (entries(case), list_reports(case)) == (before, [])


def test_no_reason_is_good_enough_for_an_opinion_on_cover_until_it_is_taken_out(case: CaseFile) -> None:
    task = only(case, Task).id
    records.change(case, Task, task, {"survey_text": "本次事故不属于保险责任。"})
    before = entries(case)
    with pytest.raises(CoverWordingFound) as caught:
        sign(case)
    assert (caught.value.data["id"], caught.value.data["field"]) == (task, "survey_text")
    assert (entries(case), list_reports(case)) == (before, [])
    records.change(case, Task, task, {"survey_text": "两车碰撞。"})
    sign(case)


def telling(record: Record, *left_out: str) -> dict[str, object]:
    """Return what a record of the whole case says."""
    values = {spec.name: getattr(record, spec.name) for spec in SPECS[record.KIND] if spec.name not in left_out}
    return {name: value for name, value in values.items() if value is not None}


def test_a_case_in_which_nothing_mandatory_is_open_needs_reasons_for_warnings_alone(filled: CaseFile) -> None:
    task, vehicle, mark = only(filled, Task).id, only(filled, Vehicle).id, only(filled, DamageMark).id
    # One vehicle, nobody hurt and nothing else damaged.
    alone = {"is_single_vehicle": True, "accident_kind": "single", "has_injury": False, "other_hospitalised_n": 0}
    assigned = ("owner", "task_kind", "dispatched_at", "contacted_at", "arrived_at", "left_at")
    records.change(filled, Task, task, telling(whole.TASK, *assigned) | alone)
    records.change(filled, Claim, only(filled, Claim).id, {"policy_no": ("P1",)})
    driver = records.create(filled, Person, telling(whole.DRIVER)).id
    records.change(filled, Vehicle, vehicle, telling(whole.OWN, "plate_no", "driver_uid") | {"driver_uid": driver})
    records.change(filled, DamageMark, mark, {"action": "repair"})
    nobody = {"chk_third_casualties": {"answer": "no", "injured_n": 0, "note": None}}
    for answer in whole.ANSWERS:
        records.create(filled, CheckAnswer, telling(answer) | nobody.get(answer.check_id or "", {}))
    refused = {"refused_at": filled.author.clock().instant(), "refusal_reason": "赶时间"}
    records.change(filled, Statement, only(filled, Statement).id, refused)
    missing = [item for item in check(filled, load_checks(resources_dir())) if item.check.level is Level.MUST]
    assert {item.check.id for item in missing} == {"V73"}
    shots.set_not_applicable(filled, [(item.field or "", item.id) for item in missing], "towed away before")
    assert not [item for item in check(filled, load_checks(resources_dir())) if item.check.level is Level.MUST]
    warned = [item for item in check(filled, load_checks(resources_dir())) if item.check.wants_reason]
    with pytest.raises(NotReady) as caught:
        sign(filled, ReportOptions())
    assert caught.value.data["count"] == len(warned)
    assert all(item.check.is_warning for item in warned)
    sign(filled, ReportOptions(despite=written(warned, Reasons("同事请假"), chinese())))
    (reason,) = [line.reason for line in entries(filled) if line.action is Action.SEAL]
    general, gaps = read_gaps(reason)
    must = {item.id for item in load_checks(resources_dir()) if item.level is Level.MUST}
    assert general == "同事请假"
    assert gaps, "what should have been done is kept as it stood"
    assert not {gap.check for gap in gaps} & must
    assert {gap.check for gap in gaps} >= {item.check.id for item in warned}


def test_signing_seals_and_cannot_be_undone(filled: CaseFile) -> None:
    issued = sign(filled, ReportOptions(language="en", despite="the driver had left"))
    assert issued.changes.inverse == ()
    assert issued.changes.touched == {
        "report": frozenset({issued.report_id}),
        "task": frozenset({only(filled, Task).id}),
    }
    assert only(filled, Task).sealed
    (reason,) = [line.reason for line in entries(filled) if line.action is Action.SEAL]
    general, gaps = read_gaps(reason)
    assert general == "the driver had left"
    open_now = {item.check.id for item in check(filled, load_checks(resources_dir()))}
    assert {gap.check for gap in gaps} <= open_now | {"V91"}


def test_what_comes_after_the_report_is_an_addendum_until_the_next(signed: CaseFile, workers: MediaWorkers) -> None:
    with pytest.raises(Sealed):
        records.change(signed, Person, only(signed, Person).id, {"name": "赵六"})
    item = evidence.import_bytes(signed, "later.jpg", photo(9), workers).items[0].evidence_id or ""
    records.change(signed, Evidence, item, {"caption": "the guard rail"})
    sign(signed)
    with pytest.raises(Sealed):
        records.change(signed, Evidence, item, {"caption": "another"})


def test_an_expired_certificate_leaves_everything_as_it_was(filled: CaseFile) -> None:
    before = entries(filled)
    with pytest.raises(CertificateExpired):
        sign_report(filled, ReportOptions(despite="test"), expired().credential)
    assert entries(filled) == before
    assert not only(filled, Task).sealed
    records.change(filled, Person, only(filled, Person).id, {"name": "赵六"})


def _once_laid_out(work: Callable[[], object], times: int) -> Callable[[Progress], None]:
    """Return progress that does ``work`` when a report has just been laid out, the first ``times`` times."""
    left = [times]

    def progress(told: Progress) -> None:
        if told.done == 2 and left[0]:
            left[0] -= 1
            work()

    return progress


def test_an_edit_during_the_layout_is_in_the_report_that_seals_it(filled: CaseFile) -> None:
    person = only(filled, Person).id
    progress = _once_laid_out(lambda: records.change(filled, Person, person, {"name": "赵六七"}), 1)
    issued = sign_report(filled, ReportOptions(despite="test"), certified().credential, progress)
    assert "赵六七" in plain(text_of(issued.pdf))
    assert [report.revision for report in list_reports(filled)] == [None]


def test_a_case_that_goes_on_changing_is_not_signed(filled: CaseFile) -> None:
    progress = _once_laid_out(lambda: records.create(filled, Person, {}), ATTEMPTS)
    with pytest.raises(InputError):
        sign_report(filled, ReportOptions(despite="test"), certified().credential, progress)
    assert list_reports(filled) == []
    assert not only(filled, Task).sealed
    filled.close()
    assert verify_case(filled.profile, filled.path) == []


def test_signing_that_is_stopped_leaves_nothing(filled: CaseFile) -> None:
    def stop_when_signed(told: Progress) -> None:
        if told.done == 3:
            raise Cancelled

    before = entries(filled), _blobs(filled)
    with pytest.raises(Cancelled):
        sign_report(filled, ReportOptions(despite="test"), certified().credential, stop_when_signed)
    assert (entries(filled), _blobs(filled)) == before
    assert sign(filled).report_id == only(filled, Report).id


def test_a_photo_that_came_while_previews_were_read_has_its_picture(filled: CaseFile, workers: MediaWorkers) -> None:
    before = photo_previews(filled)
    evidence.import_bytes(filled, "late.jpg", photo(99), workers)
    photos = said(filled).photos
    assert len(pictures_of(filled, photos, before)) == len(before) + 1
    assert pictures_of(filled, photos, before) == pictures_of(filled, photos, {})


def test_a_damaged_last_report_is_told_before_the_next(signed: CaseFile) -> None:
    last = only(signed, Report)
    with signed.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(
            text(
                "UPDATE blob_part SET data = zeroblob(length(data)) WHERE blob_id = (SELECT id FROM blob WHERE sha256 = :it)"
            ),
            {"it": last.sha256},
        )
    with pytest.raises(BlobDamaged):
        said(signed)


def _blobs(case: CaseFile) -> list[tuple[object, ...]]:
    with case.read() as session:
        return [tuple(row) for row in session.execute(text("SELECT id, state, sha256 FROM blob"))]


def test_a_seal_without_a_report_is_a_seal_too(filled: CaseFile) -> None:
    filled.apply([Step(Action.SEAL, Task.KIND, only(filled, Task).id)], "seal")
    with pytest.raises(Sealed):
        records.withdraw(filled, Evidence, [listed(filled, Evidence)[0].id], "x")
