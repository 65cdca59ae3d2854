"""What was being typed when the program ended: recovered once, and never into an entry that would not have been accepted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from surveyor_app.casefile import drafts
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.drafting import drop_draft, keep_draft, recover_drafts
from tests.casefile.conftest import PASSPHRASE
from tests.operations.office import OfficeDesk
from tests.operations.worlds import entries, only

_TYPING = """
import os, signal, sys
from pathlib import Path
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.editing.drafting import keep_draft, recover_drafts
folder, passphrase, path, person = sys.argv[1:]
case = open_case(Profile.unlock(Path(folder), passphrase), Path(path))
if person == "recover":
    recover_drafts(case)
else:
    keep_draft(case, "person", person, "name", "王")
    keep_draft(case, "person", person, "name", "王五 ")
    keep_draft(case, "person", person, "roles", ("witness", "driver"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def run_and_die(profile: Profile, path: Path, what: str, kill_at: str = "") -> None:
    command = [sys.executable, "-c", _TYPING, str(profile.folder), PASSPHRASE, str(path), what]
    ended = subprocess.run(
        command, env={**os.environ, "SURVEYOR_KILL_AT": kill_at}, check=False, timeout=60, capture_output=True
    )
    assert ended.returncode == -9, ended.stderr


def seal(case: CaseFile) -> None:
    case.apply([Step(Action.SEAL, Task.KIND, only(case, Task).id)], "seal")


def test_typing_survives_a_kill_and_is_recovered_once(profile: Profile, case: CaseFile) -> None:
    person = records.create(case, Person, {}).id
    case.close()
    run_and_die(profile, case.path, person)
    with open_case(profile, case.path) as again:
        recovered = recover_drafts(again)
        assert recovered.changes.touched == {"person": frozenset({person})}
        assert only(again, Person) == Person(id=person, name="王五", roles=("driver", "witness"))
        assert [line.reason for line in entries(again)[-2:]] == ["recovered", "recovered"]
        assert drafts.drafts(again) == []
        before = entries(again)
        assert not recover_drafts(again).changes.touched
        assert entries(again) == before


@pytest.mark.parametrize("point", ["edit.before_commit", "edit.after_commit"])
def test_a_kill_while_recovering_does_not_recover_twice(profile: Profile, case: CaseFile, point: str) -> None:
    person = records.create(case, Person, {}).id
    keep_draft(case, "person", person, "name", "王五")
    case.close()
    run_and_die(profile, case.path, "recover", point)
    with open_case(profile, case.path) as again:
        recover_drafts(again)
        assert [line.fields for line in entries(again, "person")[1:]] == [{"name": "王五"}]


def test_a_draft_that_says_what_the_record_says_leaves_no_entry(filled: CaseFile) -> None:
    keep_draft(filled, "person", only(filled, Person).id, "name", "王五 ")
    before = entries(filled)
    assert recover_drafts(filled).left == ()
    assert (entries(filled), drafts.drafts(filled)) == (before, [])


def test_a_draft_of_a_sealed_record_becomes_no_entry_and_is_not_lost(filled: CaseFile) -> None:
    person = only(filled, Person).id
    keep_draft(filled, "person", person, "name", "赵六")
    seal(filled)
    before = entries(filled)
    (left,) = recover_drafts(filled).left
    assert (left.id, left.field, left.value, left.reason) == (person, "name", "赵六", "sealed")
    assert entries(filled) == before
    assert recover_drafts(filled).left == (left,)
    drop_draft(filled, left.kind, left.id, left.field)
    assert recover_drafts(filled).left == ()


def test_a_draft_of_the_offices_field_becomes_no_entry_and_is_not_lost(case: CaseFile) -> None:
    claim, _task = OfficeDesk(case).gives_out({"insured_name": "李四"}, {})
    keep_draft(case, "claim", claim, "insured_name", "李五")
    keep_draft(case, "claim", claim, "insured_phone", "138")
    before = entries(case)
    recovered = recover_drafts(case)
    assert [(left.field, left.reason) for left in recovered.left] == [("insured_name", "not_owner")]
    assert [line.fields for line in entries(case)[len(before) :]] == [{"insured_phone": "138"}]


@pytest.mark.parametrize(
    ("kind", "field", "value", "reason"),
    [
        ("person", "name", "x", "not_found"),
        ("drone_flight", "pilot", "x", "not_found"),
        ("claim", "of_a_newer_version", "x", "input_invalid"),
        ("claim", "deductible", "not a number", "input_invalid"),
        ("claim", "reported_course", "长" * 11_000, "input_invalid"),
    ],
)
def test_a_draft_that_fits_nothing_keeps_no_other_from_being_recovered(
    case: CaseFile, kind: str, field: str, value: str, reason: str
) -> None:
    claim = only(case, Claim).id
    drafts.save_draft(case, kind, claim if kind == "claim" else new_record_id(), field, value)
    keep_draft(case, "claim", claim, "insured_name", "李四")
    recovered = recover_drafts(case)
    assert [(left.field, left.reason) for left in recovered.left] == [(field, reason)]
    assert only(case, Claim).insured_name == "李四"


def test_an_emptied_field_is_recovered_as_empty(filled: CaseFile) -> None:
    keep_draft(filled, "person", only(filled, Person).id, "name", None)
    recover_drafts(filled)
    assert only(filled, Person).name is None
