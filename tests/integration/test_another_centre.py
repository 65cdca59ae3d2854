"""A centre that began anew with an authority of its own gets what it can check; the rest stays here, and is said."""

from __future__ import annotations

import json

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.operations.cases.delivery_states import (
    only_here_count,
)
from surveyor_app.operations.cases.verifying import verify_case
from surveyor_app.operations.editing import records
from tests.integration.restoring import (
    RECEIPTED,
    Insurer,
    Surveyor,
    require_same_on_both_sides,
    states,
)
from tests.operations.worlds import only


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
