"""A case opened on the spot and joined to the office's keeps its id, and both ids are accepted."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.wire_errors import Forbidden, UnknownCase
from surveyor_app.records.cases import resolve
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.fetching import fetch_case
from surveyor_app.sync.office import OfficeClient
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import Laptop, patience


def deliver_now(live: EmbeddedCentre, laptop: Laptop) -> None:
    with laptop.client(live.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience())


def test_the_laptop_learns_of_the_other_id_and_both_are_listed(
    live: EmbeddedCentre, laptop: Laptop, office_user: str
) -> None:
    deliver_now(live, laptop)
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as desk:
        claim = desk.open_claim({"report_no": "R1"})
        desk.join(claim, laptop.case_id)
        desk.join(claim, laptop.case_id)
        joined = {line.case: line.joined for line in desk.list_claims()}
    deliver_now(live, laptop)
    with Session(laptop.engine) as session:
        assert resolve(session, laptop.case_id) == [laptop.case_id, claim]
    assert joined == {claim: (laptop.case_id,), laptop.case_id: (claim,)}


def test_who_holds_a_task_of_one_may_work_on_both(
    live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop
) -> None:
    deliver_now(live, laptop)
    colleague = make_laptop("wang")
    claim = office.open_claim(live.centre, "office", {"report_no": "R1"})
    office.assign(live.centre, "office", claim, "wang")
    with colleague.client(live.url) as client:
        with pytest.raises(Forbidden):
            fetch_case(client, laptop.case_id, patience=patience())
        office.join(live.centre, "office", claim, laptop.case_id)
        assert fetch_case(client, laptop.case_id, patience=patience()).entries


def test_only_two_known_cases_can_be_joined(live: EmbeddedCentre) -> None:
    claim = office.open_claim(live.centre, "office", {"report_no": "R1"})
    with pytest.raises(UnknownCase):
        office.join(live.centre, "office", claim, new_case_id())
    with pytest.raises(InputError):
        office.join(live.centre, "office", claim, claim)
