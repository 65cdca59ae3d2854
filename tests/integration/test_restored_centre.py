"""A centre that was set back to an older copy: the laptop notices, and everything is there again."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from surveyor_app.casefile.numbering import CaseNumbering
from surveyor_app.central.claims import office
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.progress import Progress
from surveyor_app.domain.wire_errors import CentreForgets
from surveyor_app.operations.cases.delivering import delivery_items
from surveyor_app.operations.cases.delivery_states import (
    delivery_state,
    loss_at_centre,
    receipts,
    unsent_count,
)
from surveyor_app.operations.cases.opening import list_cases
from tests.casefile.conftest import PASSPHRASE
from tests.faults.campaigns import LONG
from tests.integration.forking import Forking
from tests.integration.lying_centre import LyingCentre
from tests.integration.restoring import (
    OFFICE,
    RECEIPTED,
    Insurer,
    Surveyor,
    numbers,
    require_good_bag,
    require_same_on_both_sides,
    states,
)

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
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.cases.delivering import deliver_case
def work(arguments):
    folder, passphrase, path = arguments
    with Profile.unlock(Path(folder), passphrase) as profile, open_case(profile, Path(path)) as case:
        deliver_case(profile, case, patience_s=20)
def started(pid):
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


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
    kept = len(zhang.profile.registry.receipts(zhang.case_id))
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
    require_good_bag(zhang)
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


@LONG
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
