"""The sample claims: each can be told, told again, and leaves nothing to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Level
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.errors import NotReady
from surveyor_app.domain.kinds import KINDS, decode_fields
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.domain.survey.facts import case_kinds
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.cases.facts import facts_of
from surveyor_app.operations.cases.sample_story import Telling, claim_body, load_story
from surveyor_app.operations.cases.verifying import verify_pdf_bytes
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report.reporting import ReportOptions, sign_report
from surveyor_app.wording.questions import load_questions
from surveyor_app.wording.sample_kinds import SAMPLE_KINDS
from tests.operations.worlds import entries, listed, only, photos_in
from tests.report.keys import authority, person

Story = Mapping[str, Any]
SIGNED_BY_NOBODY = ["st_page_sign"]
"""What refusing to sign leaves open: the staff sign by hand too."""
NOT_OF_THE_STORY = ["V72", "V91"]
"""The clock of this machine was never compared with a centre's, and nobody has a copy of the case yet."""
KINDS_OF_CASE = {
    "motor": {"A", "M"},
    "fire": {"A", "P", "F"},
    "flood": {"A", "P", "W"},
    "injury": {"A", "M", "I", "P"},
}
"""The letters of the papers' table."""


@pytest.fixture(scope="module", params=SAMPLE_KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    named: str = request.param
    return named


@pytest.fixture(scope="module")
def story(kind: str) -> Story:
    return load_story(resources_dir(), kind)


def telling(case: CaseFile, story: Story) -> Telling:
    return Telling(case, story, {item.id: item.text for item in load_questions(resources_dir())})


def all_records(case: CaseFile) -> dict[str, int]:
    counted = {record_class.KIND: len(listed(case, record_class)) for record_class in KINDS.values()}
    # What was said of the shots of a mark stays when that is withdrawn and another is made.
    return {kind: count for kind, count in counted.items() if count and kind != ShotState.KIND}


def test_told_once_and_told_again_it_is_the_same(case: CaseFile, story: Story) -> None:
    telling(case, story).tell()
    before = entries(case)
    telling(case, story).tell()
    assert entries(case) == before
    assert len(listed(case, Person)) == len(story["people"])
    assert len(listed(case, DamageMark)) == len(story.get("damage", ()))
    assert len(listed(case, PropertyItem)) == len(story.get("property", ()))
    assert len(listed(case, Answer)) == sum(len(item["answers"]) for item in story["statements"])


def test_an_interrupted_telling_is_finished(case: CaseFile, story: Story) -> None:
    telling(case, story).tell()
    whole = all_records(case)
    for record_class in KINDS.values():
        found = listed(case, record_class)
        if record_class not in {Claim, Task, Person, Vehicle, Statement, Policy, PropertyItem, Injury} and found:
            records.withdraw(case, record_class, [found[-1].id], "interrupted")
    assert all_records(case) != whole
    telling(case, story).tell()
    assert all_records(case) == whole


def test_the_claim_is_one_that_the_office_can_open(story: Story) -> None:
    body = claim_body(story)
    assert set(decode_fields("claim", body)) == set(body)


def test_told_with_photos_nothing_is_missing_but_signatures_that_only_people_can_give(
    case: CaseFile, kind: str, story: Story, workers: MediaWorkers, tmp_path: Path
) -> None:
    claim = decode_fields("claim", claim_body(story))
    records.change(case, Claim, only(case, Claim).id, claim)
    photos = photos_in(tmp_path / "photos", 2)
    for path in photos:
        # The same bytes are in other cases of this profile, which would be told.
        path.write_bytes(path.read_bytes() + b"bytes of this case alone")
    evidence.import_files(case, photos, workers)
    telling(case, story).tell()
    # Papers that were asked for and are not there yet want the one-time notice, which a person issues.
    wants_notice = any(item["state"] == "requested" for item in story["documents"])
    rest = sorted([*NOT_OF_THE_STORY, *(["V78"] if wants_notice else [])])
    assert sorted(item.check.id for item in check(case, load_checks(resources_dir()))) == sorted(["V75", *rest])
    facts = facts_of(case)
    assert case_kinds(facts) == KINDS_OF_CASE[kind]
    assert (len(facts.vehicles) > 1) == (kind == "motor")
    if kind == "motor":
        assert {mark.photos for mark in listed(case, DamageMark)} == {(listed(case, Evidence)[0].id,)}
    telling(case, story).refuse_to_sign()
    found = check(case, load_checks(resources_dir()))
    assert sorted(item.check.id for item in found) == sorted([*SIGNED_BY_NOBODY, *rest])
    assert Level.MUST not in {item.check.level for item in found}
    with pytest.raises(NotReady) as refused:
        sign_report(case, ReportOptions(), person("李明").credential)
    assert refused.value.data["count"] == len(rest)
    issued = sign_report(case, ReportOptions(despite="尚未联网"), person("李明").credential)
    assert {item.level for item in verify_pdf_bytes(issued.pdf, [authority().der])} == {"ok"}


def test_one_vehicle_is_a_new_energy_one_under_its_own_clauses(case: CaseFile) -> None:
    telling(case, load_story(resources_dir(), "injury")).tell()
    vehicle = only(case, Vehicle)
    assert (vehicle.plate_color, vehicle.plate_kind) == ("green", "52")
    assert "2021_nev" in {policy.clause_form for policy in listed(case, Policy)}
    assert "grid_fault" in {cover.kind for cover in listed(case, Cover)}
    assert "battery_pack" in {mark.part_id for mark in listed(case, DamageMark)}
