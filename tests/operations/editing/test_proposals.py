"""What is the office's is proposed, and decided by the office alone."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.proposals import Proposal, proposed_value
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.proposals import propose
from tests.operations.office import OfficeDesk
from tests.operations.worlds import listed, only


def test_what_is_the_offices_is_proposed_and_the_office_decides(case: CaseFile) -> None:
    desk = OfficeDesk(case)
    claim, _ = desk.gives_out({"insurer": "甲"}, {"task_kind": "scene"})
    with pytest.raises(NotOwner):
        records.change(case, Claim, claim, {"insurer": "乙"})
    propose(case, "claim", claim, "policy_no", ("P2", "P1"), "保单所载")
    propose(case, "claim", claim, "policy_no", ("P3",), "保单原件")
    made = only(case, Proposal)
    assert proposed_value(made, spec_of(Claim, "policy_no")) == ("P3",)
    assert (made.is_open, made.reason) == (True, "保单原件")
    with pytest.raises(NotOwner):
        records.change(case, Proposal, made.id, {"state": "accepted"})
    desk.writes(Step(Action.CHANGE, Proposal.KIND, made.id, {"state": "refused", "decided_by": "li"}))
    propose(case, "claim", claim, "policy_no", ("P4",), "复核")
    assert [(item.is_open, item.counts_as_filled) for item in listed(case, Proposal)] == [(False, False), (True, True)]


@pytest.mark.parametrize("field", ["state", "decided_by"])
def test_a_surveyor_makes_no_proposal_that_is_decided(case: CaseFile, field: str) -> None:
    with pytest.raises(NotOwner):
        records.create(case, Proposal, {"target_kind": "claim", field: "accepted"})
