"""What a check knows of the file: a second copy that was read back, and originals that are not as the ledger says."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.elsewhere import note_absent, note_came
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import NotReady
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.backup import backup_case
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.reporting import ReportOptions, sign_report
from surveyor_app.wording.languages import english
from tests.operations.office import OtherDesk
from tests.operations.worlds import listed, only
from tests.report.keys import person

WATCHED = {"V61", "V79", "V91"}


def found(case: CaseFile) -> list[tuple[str, str]]:
    findings = [item for item in check(case, load_checks(resources_dir())) if item.check.id in WATCHED]
    return [(item.check.id, item.id if item.record_kind == Evidence.KIND else "") for item in findings]


def test_a_copy_that_was_read_back_counts_until_there_is_more_to_copy(filled: CaseFile, tmp_path: Path) -> None:
    assert found(filled) == [("V91", "")]
    backup_case(filled, tmp_path / "copy.survey")
    assert found(filled) == []
    filled.profile.set_setting(f"second_copy:{filled.case_id}", "1")
    assert found(filled) == [("V91", "")], "the copy holds less than there is now"


def test_an_original_that_is_listed_and_not_here_and_one_of_another_size_are_named(filled: CaseFile) -> None:
    photo = listed(filled, Evidence)[0]
    lost = {"sha256": "0" * 64, "size_bytes": 3, "evidence_class": "photo", "file_name": "lost.jpg"}
    absent = records.create(filled, Evidence, lost).id
    records.change(filled, Evidence, photo.id, {"size_bytes": (photo.size_bytes or 0) + 1})
    assert found(filled)[:2] == [("V61", absent), ("V79", photo.id)]


def test_an_original_at_the_centre_is_not_missing_here(filled: CaseFile) -> None:
    theirs = {"sha256": "0" * 64, "size_bytes": 3, "evidence_class": "photo", "file_name": "theirs.jpg"}
    made = records.create(filled, Evidence, theirs).id
    assert ("V61", made) in found(filled)
    with filled.write() as session:
        note_absent(session, filled.case_id)
    assert found(filled) == [("V91", "")]


def test_nobody_signs_over_originals_that_are_gone_without_saying_why(filled: CaseFile) -> None:
    def open_points() -> object:
        with pytest.raises(NotReady) as refused:
            sign_report(filled, ReportOptions(), person("张查勘").credential)
        return refused.value.data["count"]

    before = open_points()
    assert isinstance(before, int)
    lost = {"sha256": "0" * 64, "size_bytes": 3, "evidence_class": "video", "file_name": "lost.mp4"}
    records.create(filled, Evidence, lost)
    assert open_points() == before + 1


# ----------------------------------------------------------------------------------------- submitted elsewhere


def submitting(case: CaseFile) -> set[str]:
    found = check(case, load_checks(resources_dir()))
    return {item.check.id for item in found if item.check.id in {"V63", "V64"}}


@pytest.mark.parametrize("user", ["li", "zhang"])
def test_a_report_of_this_visit_signed_on_another_device_is_being_submitted_until_it_arrived(
    filled: CaseFile, user: str
) -> None:
    task = only(filled, Task)
    assert submitting(filled) == set()
    theirs = OtherDesk(filled, user)
    theirs.makes(Report, {"task_uid": task.id, "sha256": "1" * 64, "report_doc_no": "R-2"})
    with filled.write() as session:
        note_absent(session, filled.case_id)
    assert submitting(filled) == {"V63"}
    with filled.write() as session:
        note_came(session, "1" * 64)
    (finding,) = [item for item in check(filled, load_checks(resources_dir())) if item.check.id == "V64"]
    assert submitting(filled) == {"V64"}
    assert finding.text(english()) == f"Task already submitted or cancelled by {user}"


def test_the_centre_saying_that_it_is_done_ends_the_waiting(filled: CaseFile) -> None:
    task = only(filled, Task)
    OtherDesk(filled, "li").makes(Report, {"task_uid": task.id, "sha256": "1" * 64})
    with filled.write() as session:
        note_absent(session, filled.case_id)
    records.change(filled, Task, task.id, {"task_status": "done"})
    assert submitting(filled) == {"V64"}


def test_ones_own_report_and_that_of_another_visit_submit_nothing_elsewhere(filled: CaseFile) -> None:
    sign_report(filled, ReportOptions(despite="test"), person("张查勘").credential)
    OtherDesk(filled, "li").makes(Report, {"task_uid": new_record_id(), "sha256": "1" * 64})
    with filled.write() as session:
        note_absent(session, filled.case_id)
    assert submitting(filled) == set()


def test_nobody_signs_while_it_is_being_submitted_elsewhere_without_saying_why(filled: CaseFile) -> None:
    sign_report(filled, ReportOptions(despite="test"), person("张查勘").credential)
    OtherDesk(filled, "zhang").makes(Report, {"task_uid": only(filled, Task).id, "sha256": "1" * 64})
    with filled.write() as session:
        note_absent(session, filled.case_id)
    with pytest.raises(NotReady) as refused:
        sign_report(filled, ReportOptions(), person("张查勘").credential)
    assert refused.value.data == {"count": 1, "first": "This task is being submitted elsewhere; wait"}
