"""Cases of the profile: opened on the spot, listed without opening a file, and how each stands."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import CaseLocked, NotFound, TargetExists
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.operations.cases.opening import list_cases, new_case, open_known, open_or_create, summarise
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from tests.operations.office import OfficeDesk
from tests.operations.worlds import REPORT_NO, entries, only, photo


def summary_of(profile: Profile, case: CaseFile) -> dict[str, object]:
    (found,) = [item for item in list_cases(profile) if item.case_id == case.case_id]
    return asdict(found)


def test_a_case_opened_on_the_spot_has_a_claim_and_a_visit_of_ours(case: CaseFile) -> None:
    task = only(case, Task)
    assert only(case, Claim).report_no == REPORT_NO
    assert (task.task_kind, task.task_status, task.owner, task.owner_name) == (
        "scene",
        "in_progress",
        "zhang",
        "张查勘",
    )
    assert len({line.op for line in entries(case)}) == 1


@pytest.mark.parametrize("report_no", [None, "", "  "])
def test_a_case_without_a_report_number_is_a_local_one(profile: Profile, report_no: str | None) -> None:
    with new_case(profile, report_no=report_no) as case:
        assert case.path.name == f"local-{case.case_id[-8:]}.survey"
        assert case.path.parent == profile.folder / "cases"
        assert only(case, Claim).report_no is None


@pytest.mark.parametrize("report_no", ["RD/../../x", "报案 1\\2", "a:b*?"])
def test_a_report_number_makes_a_plain_file_name(profile: Profile, tmp_path: Path, report_no: str) -> None:
    with new_case(profile, tmp_path, report_no=report_no) as case:
        assert case.path.parent == tmp_path
        assert only(case, Claim).report_no == report_no


def test_an_existing_file_is_never_overwritten(profile: Profile, tmp_path: Path) -> None:
    (tmp_path / "x.survey").write_bytes(b"something")
    with pytest.raises(TargetExists):
        new_case(profile, path=tmp_path / "x.survey")
    assert (tmp_path / "x.survey").read_bytes() == b"something"


def test_the_list_says_how_a_case_stood_without_opening_its_file(profile: Profile, filled: CaseFile) -> None:
    summarise(filled, load_checks(resources_dir()))
    filled.close()
    filled.path.write_bytes(b"not a case any more")
    found = summary_of(profile, filled)
    assert (found["report_no"], found["insured_name"], found["plate_no"]) == (REPORT_NO, "李四", None)
    assert (found["evidence_count"], found["task_kind"], found["delivery_state"]) == (3, "scene", "local")
    assert (found["state"], found["problem"], found["receipt_kind"]) == ("draft", None, None)
    assert isinstance(found["missing_count"], int)
    assert found["missing_count"] > 0


def test_a_new_case_is_on_the_list_at_once(profile: Profile) -> None:
    with new_case(profile, report_no="RD7") as case:
        found = summary_of(profile, case)
    assert (found["report_no"], found["task_kind"], found["evidence_count"]) == ("RD7", "scene", 0)


def test_what_is_missing_is_known_without_handing_in_the_checks(filled: CaseFile) -> None:
    assert summarise(filled).missing_count == summarise(filled, load_checks(resources_dir())).missing_count


def test_the_summary_is_about_the_own_visit(filled: CaseFile) -> None:
    OfficeDesk(filled).gives_out({}, {"task_kind": "vehicle", "owner": "wang"})
    assert summarise(filled).task_kind == "scene"


def test_a_signed_visit_is_sealed_on_the_list(filled: CaseFile) -> None:
    filled.apply([Step(Action.SEAL, Task.KIND, only(filled, Task).id)], "seal")
    assert summarise(filled).state == "sealed"


def test_withdrawn_evidence_is_not_counted(filled: CaseFile, workers: MediaWorkers) -> None:
    result = evidence.import_bytes(filled, "a.jpg", photo(8), workers)
    records.withdraw(filled, Evidence, [result.items[0].evidence_id or ""], "x")
    assert summarise(filled).evidence_count == 3


def test_a_file_that_is_gone_says_so(profile: Profile, filled: CaseFile, tmp_path: Path) -> None:
    summarise(filled)
    filled.close()
    shutil.move(filled.path, tmp_path / "elsewhere.survey")
    found = summary_of(profile, filled)
    assert (found["problem"], found["report_no"]) == ("not_found", REPORT_NO)
    with pytest.raises(NotFound):
        open_known(profile, filled.case_id)


@pytest.mark.parametrize("kept", ["", "{", "[1]", "null", json.dumps({"report_no": "RD8", "of_a_newer_version": 1})])
def test_the_list_survives_what_another_version_kept(profile: Profile, case: CaseFile, kept: str) -> None:
    profile.set_setting(f"summary/{case.case_id}", kept)
    assert summary_of(profile, case)["problem"] is None


def test_a_case_of_the_list_is_opened_by_its_id(profile: Profile, case: CaseFile) -> None:
    case.close()
    with open_known(profile, case.case_id) as again:
        assert again.case_id == case.case_id
        with pytest.raises(CaseLocked):
            open_known(profile, case.case_id)
    with pytest.raises(NotFound):
        open_known(profile, new_case_id())


def test_the_file_of_another_case_is_not_taken_for_the_one_wanted(profile: Profile, case: CaseFile) -> None:
    case.close()
    with pytest.raises(TargetExists):
        open_or_create(profile, case.path, new_case_id())
    with open_or_create(profile, case.path, case.case_id) as again:
        assert only(again, Claim).report_no == REPORT_NO
