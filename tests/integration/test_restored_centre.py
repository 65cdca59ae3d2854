"""A centre that was set back to an older copy, or begun anew: the laptop notices, and everything is there again."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.casefile.numbering import CaseNumbering
from surveyor_app.central import office
from surveyor_app.central.office_entries import write_entries
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import Cancelled, CentreForgets, NotComplete
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.progress import Progress
from surveyor_app.operations.cases.delivering import delivery_items, fetch_case
from surveyor_app.operations.cases.delivery_states import (
    delivery_state,
    loss_at_centre,
    only_here_count,
    receipts,
    unsent_count,
)
from surveyor_app.operations.cases.opening import list_cases
from surveyor_app.operations.cases.verifying import verify_case
from surveyor_app.operations.editing import records
from surveyor_app.records import reading
from tests.casefile.conftest import PASSPHRASE
from tests.integration.forking import Forking
from tests.integration.lying_centre import LyingCentre
from tests.integration.restoring import OFFICE, Insurer, Surveyor
from tests.operations.worlds import entries, listed, only

RECEIPTED = ("receipted", {"receipted"})
POINTS = [
    "loss.before_commit",
    "loss.after_commit",
    "renumber.before_commit",
    "renumber.after_commit",
    "sync.after_push_answer",
    "sync.after_numbers",
    "sync.before_blob_stored",
]
_LAPTOP = """
import os
from pathlib import Path
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profile import Profile
from surveyor_app.operations.cases.delivering import deliver_case
def work(arguments):
    folder, passphrase, path = arguments
    with Profile.unlock(Path(folder), passphrase) as profile, open_case(profile, Path(path)) as case:
        deliver_case(profile, case, patience_s=20)
def started(pid):
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


@pytest.fixture
def insurer(tmp_path: Path) -> Iterator[Insurer]:
    made = Insurer(tmp_path)
    made.process.start()
    yield made
    made.process.close()


@pytest.fixture
def zhang(insurer: Insurer, tmp_path: Path) -> Iterator[Surveyor]:
    made = Surveyor(insurer, tmp_path)
    made.enrol()
    yield made
    made.close()


def states(surveyor: Surveyor) -> tuple[str, set[str]]:
    with surveyor.case() as case:
        return delivery_state(case), {item.state for item in delivery_items(case)}


def numbers(surveyor: Surveyor) -> dict[str, int | None]:
    with surveyor.case() as case:
        return {line.hash: line.number for line in entries(case)}


def require_same_on_both_sides(insurer: Insurer, surveyor: Surveyor, *originals: bytes) -> None:
    """All tables are the same, all originals are there, and everything that was signed verifies."""
    with surveyor.case() as case:
        assert insurer.differences(case) == []
        assert all(insurer.holds(case.case_id, data) for data in originals)
    assert verify_case(surveyor.profile, surveyor.path) == []
    state, items = states(surveyor)
    assert state == "receipted"
    assert items <= {"receipted"}


# ------------------------------------------------------------------------------------------ the older copy


def test_an_old_copy_gets_again_what_it_lost_under_the_same_numbers(insurer: Insurer, zhang: Surveyor) -> None:
    zhang.opens_case()
    before = zhang.takes_photo("before the copy")
    zhang.delivers()
    insurer.keep_copy()
    after = zhang.takes_photo("after the copy")
    zhang.notes_person("王五")
    zhang.delivers()
    given = numbers(zhang)
    insurer.restore_copy()
    zhang.enrol()
    outcome = zhang.delivers().outcome
    assert outcome.lost == 2
    assert outcome.uploaded == len(after)
    assert numbers(zhang) == given
    require_same_on_both_sides(insurer, zhang, before, after)
    # It is told once; afterwards all is as ever.
    assert zhang.delivers().outcome.lost is None


def test_work_done_after_the_restore_comes_with_it(insurer: Insurer, zhang: Surveyor) -> None:
    zhang.opens_case()
    zhang.delivers()
    insurer.keep_copy()
    lost = zhang.takes_photo("lost")
    zhang.delivers()
    insurer.restore_copy()
    zhang.enrol()
    new = zhang.takes_photo("new")
    receipt = json.loads(zhang.delivers().outcome.receipt)
    assert receipt["counts"]["originals"] == 2
    require_same_on_both_sides(insurer, zhang, lost, new)


def test_nothing_is_said_to_be_receipted_that_the_centre_does_not_hold(insurer: Insurer, zhang: Surveyor) -> None:
    zhang.opens_case()
    zhang.delivers()
    insurer.keep_copy()
    zhang.takes_photo("lost")
    zhang.delivers()
    kept = len(zhang.profile.receipts(zhang.case_id))
    insurer.restore_copy()
    zhang.enrol()

    def cancel_at_the_first_byte(told: Progress) -> None:
        if told.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        zhang.delivers(progress=cancel_at_the_first_byte)
    with zhang.case() as case:
        assert loss_at_centre(case) is not None
        assert delivery_state(case) != "receipted"
        assert {item.state for item in delivery_items(case)} <= {"local", "sending"}
        assert unsent_count(case) == 0
        # What was given is a document for ever.
        assert len(receipts(case)) >= kept
    (line,) = list_cases(zhang.profile)
    assert line.delivery_state != "receipted"
    assert line.receipt_kind is None
    zhang.delivers()
    with zhang.case() as case:
        assert loss_at_centre(case) is None
    assert states(zhang) == RECEIPTED


def test_a_case_without_originals_is_not_receipted_either(insurer: Insurer, zhang: Surveyor) -> None:
    zhang.opens_case()
    zhang.notes_person("王五")
    zhang.delivers()
    insurer.lose_everything()
    zhang.enrol()
    assert states(zhang) == ("receipted", set())
    with zhang.case() as case:
        CaseNumbering(case).note_loss(1)
        assert unsent_count(case) > 0
        assert delivery_state(case) == "local"
    zhang.delivers()
    assert states(zhang) == ("receipted", set())


def test_the_centre_dies_in_the_middle_of_it_and_goes_on(insurer: Insurer, zhang: Surveyor) -> None:
    zhang.opens_case()
    zhang.delivers()
    insurer.keep_copy()
    photos = [zhang.takes_photo(f"photo {n}") for n in range(2)]
    zhang.delivers()
    given = numbers(zhang)
    insurer.restore_copy()
    zhang.enrol()
    insurer.process.kill()
    insurer.process.start("push.after_commit")
    zhang.delivers(revive=insurer.process)
    assert numbers(zhang) == given
    require_same_on_both_sides(insurer, zhang, *photos)


@pytest.mark.faults
def test_the_laptop_is_killed_at_every_point_of_it_and_goes_on(
    insurer: Insurer, zhang: Surveyor, tmp_path: Path
) -> None:
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    insurer.keep_copy()
    photo = zhang.takes_photo("photo")
    zhang.notes_person("王五")
    zhang.delivers()
    insurer.restore_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="injury")
    zhang.enrol()
    laptops = Forking(_LAPTOP, [str(zhang.profile.folder), PASSPHRASE, str(zhang.path)], tmp_path / "laptops.log")
    for point in POINTS:
        assert laptops.start(point) == str(-signal.SIGKILL), f"{point} was never reached: {laptops.said()}"
        assert states(zhang)[0] != "receipted" or point == POINTS[0]
    assert laptops.start() == "0", laptops.said()
    laptops.close()
    require_same_on_both_sides(insurer, zhang, photo)


# --------------------------------------------------------------------------------------- what others wrote


def test_what_the_office_wrote_and_lost_is_handed_back(insurer: Insurer, zhang: Surveyor) -> None:
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    zhang.delivers()
    insurer.keep_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="resurvey")
    photo = zhang.takes_photo("photo")
    zhang.delivers()
    given = numbers(zhang)
    insurer.restore_copy()
    zhang.enrol()
    zhang.delivers()
    assert numbers(zhang) == given
    require_same_on_both_sides(insurer, zhang, photo)
    with zhang.case() as case:
        assert [task.task_kind for task in listed(case, Task)] == ["scene", "resurvey"]
        assert only_here_count(case) == 0


def test_a_case_the_copy_never_knew_comes_back_whole(insurer: Insurer, zhang: Surveyor) -> None:
    insurer.keep_copy()
    zhang.fetches(insurer.assigned_case("zhang"))
    photo = zhang.takes_photo("photo")
    zhang.delivers()
    insurer.restore_copy()
    zhang.enrol()
    zhang.delivers()
    require_same_on_both_sides(insurer, zhang, photo)


def test_the_office_worked_on_and_nobody_seems_to_have_seen_it_before(insurer: Insurer, zhang: Surveyor) -> None:
    """The centre gives a number a second time; a line that had seen the first must not cover the second."""
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    zhang.delivers()
    insurer.keep_copy()
    photo = zhang.takes_photo("photo")
    zhang.delivers()
    with zhang.case() as case:
        claim = only(case, Claim).id
        records.change(case, Claim, claim, {"insured_phone": "131"})
    zhang.delivers()
    insurer.restore_copy()
    with insurer.office() as centre, centre.database.write() as session:
        step = Step(Action.CHANGE, Claim.KIND, claim, {"insured_phone": "139", "insured_name": "李四"})
        write_entries(session, case_id, [step], OFFICE, centre.now())
    zhang.enrol()
    outcome = zhang.delivers().outcome
    assert outcome.lost == 2
    require_same_on_both_sides(insurer, zhang, photo)
    with zhang.case() as case, case.read() as session:
        (conflict,) = reading.conflicts_of(session, case_id)
        assert sorted(str(value) for _, value in conflict.values) == ["131", "139"]
        assert only(case, Claim).insured_name == "李四"
    assert zhang.delivers().outcome.lost is None


def test_the_office_went_on_another_way_and_says_again_what_it_lost(insurer: Insurer, zhang: Surveyor) -> None:
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    zhang.delivers()
    insurer.keep_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="resurvey")
    zhang.delivers()
    with zhang.case() as case:
        resurvey = next(task for task in listed(case, Task) if task.task_kind == "resurvey")
        records.change(case, Task, resurvey.id, {"survey_place": "人民路"})
    zhang.delivers()
    insurer.restore_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="injury")
    zhang.enrol()
    zhang.delivers()
    require_same_on_both_sides(insurer, zhang)
    with zhang.case() as case:
        places = {task.task_kind: task.survey_place for task in listed(case, Task)}
        assert places == {"scene": None, "resurvey": "人民路", "injury": None}
        assert only_here_count(case) == 0


def test_a_colleagues_entries_are_handed_back_and_the_colleague_brings_the_originals(
    insurer: Insurer, zhang: Surveyor, tmp_path: Path
) -> None:
    case_id = insurer.assigned_case("zhang", "wang")
    wang = Surveyor(insurer, tmp_path, "wang")
    wang.enrol()
    zhang.fetches(case_id)
    wang.fetches(case_id)
    insurer.keep_copy()
    hers = wang.takes_photo("hers")
    wang.notes_person("hers")
    wang.delivers()
    his = zhang.takes_photo("his")
    zhang.delivers()
    insurer.restore_copy()
    zhang.enrol()
    with pytest.raises(NotComplete):
        zhang.delivers()  # her original counts too, and only she has it
    with zhang.case() as case:
        assert insurer.differences(case) == []
        assert [person.name for person in listed(case, Person)] == ["hers"]
    # To her laptop all seems well: the entries are there, under the numbers they had. The originals are not.
    wang.enrol()
    wang.delivers()
    zhang.delivers()
    for surveyor in (wang, zhang):
        assert states(surveyor) == RECEIPTED
    with zhang.case() as case:
        assert insurer.differences(case) == []
        assert insurer.holds(case_id, his)
        assert insurer.holds(case_id, hers)
    wang.close()


# ------------------------------------------------------------------------------------------ another centre


def test_a_new_centre_gets_everything(insurer: Insurer, zhang: Surveyor) -> None:
    zhang.opens_case()
    photo = zhang.takes_photo("photo")
    zhang.delivers()
    insurer.lose_everything()
    zhang.enrol()
    zhang.notes_person("王五")
    assert zhang.delivers().outcome.lost is not None
    require_same_on_both_sides(insurer, zhang, photo)


def test_what_a_new_centre_cannot_check_stays_here_and_is_said(insurer: Insurer, zhang: Surveyor) -> None:
    """Its authority never certified the old office's device: nobody can tell it that these lines are genuine."""
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    photo = zhang.takes_photo("photo")
    with zhang.case() as case:
        records.change(case, Claim, only(case, Claim).id, {"insured_phone": "131"})
    zhang.delivers()
    insurer.lose_everything()
    zhang.enrol()
    receipt = json.loads(zhang.delivers().outcome.receipt)
    assert [head["device"] for head in receipt["heads"]] == [zhang.profile.device_key.device_id]
    assert states(zhang) == RECEIPTED
    with zhang.case() as case:
        assert insurer.holds(case_id, photo)
        assert only_here_count(case) == 3
        claim = only(case, Claim)
        assert (claim.report_no, claim.insured_phone, claim.conflicts) == ("RD7", "131", ())
        assert only(case, Task).owner == "zhang"
    assert verify_case(zhang.profile, zhang.path) == []
    # It is asked once, not at every delivery.
    zhang.notes_person("王五")
    assert zhang.delivers().outcome.lost is None
    assert states(zhang) == RECEIPTED


def test_fetching_from_a_restored_centre_opens_the_case_and_leaves_the_numbers_to_the_delivery(
    insurer: Insurer, zhang: Surveyor
) -> None:
    case_id = insurer.assigned_case("zhang")
    zhang.fetches(case_id)
    insurer.keep_copy()
    zhang.notes_person("王五")
    zhang.delivers()
    insurer.restore_copy()
    with insurer.office() as centre:
        office.assign(centre, OFFICE, case_id, "zhang", task_kind="injury")
    zhang.enrol()
    with fetch_case(zhang.profile, case_id) as case:
        assert [person.name for person in listed(case, Person)] == ["王五"]
    zhang.delivers()
    require_same_on_both_sides(insurer, zhang)


# ------------------------------------------------------------------------------------------------- a liar


def test_a_centre_that_always_claims_to_have_less_is_left_soon(insurer: Insurer, zhang: Surveyor) -> None:
    zhang.opens_case()
    zhang.takes_photo("photo")
    zhang.delivers()
    with LyingCentre(insurer.url) as liar:
        with pytest.raises(CentreForgets):
            zhang.delivers(server=liar.url)
        assert liar.requests < 60
    assert states(zhang) != RECEIPTED
    zhang.delivers()
    assert states(zhang) == RECEIPTED
