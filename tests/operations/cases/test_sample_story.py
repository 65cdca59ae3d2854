"""The sample claim: it can be told, told again, and leaves nothing to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.kinds import KINDS, decode_fields
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.cases.sample_story import Telling, claim_body, load_story
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.wording.questions import load_questions
from tests.operations.worlds import entries, listed, only, photos_in


@pytest.fixture(scope="module")
def story() -> Mapping[str, Any]:
    return load_story(resources_dir())


def telling(case: CaseFile, story: Mapping[str, Any]) -> Telling:
    return Telling(case, story, {item.id: item.text for item in load_questions(resources_dir())})


def test_told_once_and_told_again_it_is_the_same(case: CaseFile, story: Mapping[str, Any]) -> None:
    telling(case, story).tell()
    before = entries(case)
    telling(case, story).tell()
    assert entries(case) == before
    assert len(listed(case, Person)) == len(story["people"])
    assert len(listed(case, DamageMark)) == len(story["damage"])
    assert len(listed(case, Answer)) == sum(len(item["answers"]) for item in story["statements"])


def test_an_interrupted_telling_is_finished(case: CaseFile, story: Mapping[str, Any]) -> None:
    telling(case, story).tell()
    for record_class in KINDS.values():
        found = listed(case, record_class)
        if record_class not in {Claim, Task, Person} and found:
            records.withdraw(case, record_class, [found[-1].id], "interrupted")
    telling(case, story).tell()
    assert len(listed(case, DamageMark)) == len(story["damage"])


def test_the_claim_is_one_that_the_office_can_open(story: Mapping[str, Any]) -> None:
    body = claim_body(story)
    assert set(decode_fields("claim", body)) == set(body)


def test_told_with_photos_nothing_is_missing_but_signatures_that_only_people_can_give(
    case: CaseFile, story: Mapping[str, Any], workers: MediaWorkers, tmp_path: Path
) -> None:
    claim = decode_fields("claim", claim_body(story))
    records.change(case, Claim, only(case, Claim).id, claim)
    photos = photos_in(tmp_path / "photos", 2)
    for path in photos:
        # The same bytes are in other cases of this profile, which would be told.
        path.write_bytes(path.read_bytes() + b"bytes of this case alone")
    evidence.import_files(case, photos, workers)
    telling(case, story).tell()
    # The clock of this machine was never compared with a centre's, and nobody has a copy of the case yet.
    assert [item.check.id for item in check(case, load_checks(resources_dir()))] == ["V75", "V72", "V91"]
    assert {mark.photos for mark in listed(case, DamageMark)} == {(listed(case, Evidence)[0].id,)}
