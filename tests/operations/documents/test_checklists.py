"""The checklist of an open case: states noted once, reasons asked for, and the customer asked only for what a customer has."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.documents.documents import NOT_APPLICABLE, RECEIVED, REJECTED, REQUESTED, Document
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.documents.checklists import note_state, read_checklist
from surveyor_app.operations.documents.scans import link
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.reporting import ReportOptions, sign_report
from tests.operations.worlds import listed, only
from tests.report.keys import person


def the_document(case: CaseFile) -> Document:
    (found,) = listed(case, Document)
    return found


def test_a_motor_case_needs_the_papers_of_a_motor_case(case: CaseFile) -> None:
    records.create(case, Vehicle, {"category": "insured", "plate_no": "沪A12345"})
    found = read_checklist(case)
    needed = {line.paper.id for line in found.lines if line.is_needed}
    assert {"claim_form", "driving_permit", "driver_licence", "driver_id"} <= needed
    assert not needed & {"medical_records", "death_certificate", "property_list"}
    assert found.open == found.wanted > 0


def test_an_injury_adds_its_papers(case: CaseFile) -> None:
    before = read_checklist(case).wanted
    records.create(case, Person, {"name": "李四", "roles": ("injured",)})
    found = read_checklist(case)
    assert found.line_of("medical_records") is not None
    assert found.wanted > before


def test_asking_is_noted_with_time_and_person_and_only_once(case: CaseFile) -> None:
    made = note_state(case, "claim_form", None, REQUESTED)
    first = the_document(case)
    assert (first.item, first.state, first.requested_by) == ("claim_form", REQUESTED, case.profile.display_name)
    note_state(case, "claim_form", made.id, RECEIVED)
    note_state(case, "claim_form", made.id, REQUESTED)
    again = the_document(case)
    assert (again.requested_at, again.state) == (first.requested_at, REQUESTED)
    assert again.received_by == case.profile.display_name
    assert [document.id for document in read_checklist(case).lacking()] == [made.id]


def test_a_settled_paper_leaves_the_count(case: CaseFile) -> None:
    before = read_checklist(case).open
    made = note_state(case, "claim_form", None, RECEIVED)
    assert read_checklist(case).open == before - 1
    records.change(case, Document, made.id, {"defects": ("no_seal",)})
    assert read_checklist(case).open == before, "one with defects is still to be done"


@pytest.mark.parametrize("state", [REJECTED, NOT_APPLICABLE])
def test_refusing_a_paper_wants_a_reason(case: CaseFile, state: str) -> None:
    with pytest.raises(InputError, match="reason"):
        note_state(case, "claim_form", None, state, "  ")
    assert listed(case, Document) == []
    note_state(case, "claim_form", None, state, "缺页")
    assert the_document(case).reason == "缺页"


def test_what_only_the_police_can_give_is_not_asked_of_the_customer(case: CaseFile) -> None:
    records.create(case, Vehicle, {"category": "insured", "plate_no": "沪A12345"})
    with pytest.raises(InputError, match="police"):
        note_state(case, "police_certificate", None, REQUESTED)
    assert listed(case, Document) == []
    (task,) = (read_checklist(case).facts.task,)
    assert task is not None
    records.change(case, type(task), task.id, {"handling": "police_ordinary"})
    note_state(case, "police_certificate", None, REQUESTED)
    assert the_document(case).state == REQUESTED


@pytest.mark.parametrize(
    "task",
    [
        {"driver_on_scene": "no"},
        {"scene_class": "hit_and_run"},
        {"scene_class": "staged"},
        {"needs_rescue": True},
        {"inspection_valid": "no"},
        {"has_injury": True},
    ],
    ids=str,
)
def test_no_agreement_is_asked_for_where_the_record_of_the_survey_shows_that_the_police_must_be_called(
    case: CaseFile, task: dict[str, object]
) -> None:
    records.create(case, Vehicle, {"category": "insured", "plate_no": "沪A12345"})
    records.change(case, Task, only(case, Task).id, {"handling": "self_negotiated"})
    made = note_state(case, "agreement", None, REQUESTED)
    records.change(case, Task, only(case, Task).id, task)
    (finding,) = [item for item in check(case, load_checks(resources_dir())) if item.check.id == "V87"]
    with pytest.raises(InputError, match="settle"):
        note_state(case, "agreement", made.id, REQUESTED)
    assert finding.id == only(case, Task).id, "the check and the papers say the same"


def test_no_agreement_of_the_parties_is_asked_for_where_somebody_is_hurt(case: CaseFile) -> None:
    task = read_checklist(case).facts.task
    assert task is not None
    records.change(case, type(task), task.id, {"handling": "self_negotiated"})
    note_state(case, "agreement", None, REQUESTED)
    made = the_document(case)
    records.create(case, Person, {"name": "李四", "roles": ("injured",)})
    note_state(case, "agreement", made.id, RECEIVED)
    with pytest.raises(InputError, match="alone"):
        note_state(case, "agreement", made.id, REQUESTED)


def test_a_paper_beside_the_list_counts_too(case: CaseFile) -> None:
    before = read_checklist(case)
    made = records.create(case, Document, {"title": "停车场证明", "state": REQUESTED})
    found = read_checklist(case)
    assert [other.id for other in found.others] == [made.id]
    assert (found.wanted, found.open) == (before.wanted + 1, before.open + 1)
    assert [document.id for document in found.lacking()] == [made.id]


def test_linking_a_scan_receives_the_paper(filled: CaseFile) -> None:
    photo = listed(filled, Evidence)[0].id
    made = link(filled, "driving_permit", None, [photo])
    document = the_document(filled)
    assert (document.id, document.state, document.evidence) == (made.id, RECEIVED, (photo,))
    assert document.received_at is not None


def test_linking_leaves_a_refused_paper_refused(filled: CaseFile) -> None:
    made = note_state(filled, "driving_permit", None, REJECTED, "不清晰")
    link(filled, "driving_permit", made.id, [listed(filled, Evidence)[0].id])
    assert the_document(filled).state == REJECTED


def test_papers_go_on_after_the_report_is_signed(filled: CaseFile) -> None:
    made = note_state(filled, "claim_form", None, REQUESTED)
    sign_report(filled, ReportOptions(despite="test"), person("张查勘").credential)
    note_state(filled, "claim_form", made.id, RECEIVED)
    link(filled, "claim_form", made.id, [listed(filled, Evidence)[0].id])
    assert (the_document(filled).id, the_document(filled).state) == (made.id, RECEIVED)
    with pytest.raises(Sealed):
        records.change(filled, Evidence, listed(filled, Evidence)[0].id, {"caption": "later"})


def test_evidence_that_is_not_there_cannot_be_linked(filled: CaseFile) -> None:
    photo = listed(filled, Evidence)[0].id
    records.withdraw(filled, Evidence, [photo], "wrong car")
    for wrong in (photo, "0197aaaa-0000-7000-8000-000000000000"):
        with pytest.raises(NotFound):
            link(filled, "driving_permit", None, [wrong])
    assert listed(filled, Document) == []
