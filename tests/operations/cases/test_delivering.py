"""Enrolling, fetching and delivering with a live centre; and never saying more than is true about where a case is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import Cancelled, InputError, TargetExists
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.domain.wire_errors import Forbidden, NotEnrolled, NotOwner, NotSignedIn, UnknownCase, Unreachable
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivery_states import delivery_items, delivery_state, receipts, unsent_count
from surveyor_app.operations.cases.opening import list_cases, new_case
from surveyor_app.operations.cases.verifying import verify_case, verify_pdf_bytes
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report.reporting import ReportOptions, sign_report, surveyor_credential
from surveyor_app.operations.statements.closing import close
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading
from tests.integration.centres import shared_centre
from tests.operations.statement_world import sign_all, take
from tests.operations.worlds import entries, listed, only, photo

__all__ = ["shared_centre"]


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@pytest.fixture
def surveyor(profile: Profile, live: EmbeddedCentre) -> Profile:
    """An enrolled profile."""
    code = office.create_user(live.centre, profile.user, "张查勘").code
    delivering.enrol(profile, live.url, profile.user, code or "")
    return profile


@pytest.fixture
def spot(profile: Profile, workers: MediaWorkers, tmp_path: Path) -> Iterator[CaseFile]:
    """A case opened on the spot with two photos."""
    with new_case(profile, report_no="RD-SPOT", path=tmp_path / "spot.survey") as case:
        for number in (1, 2):
            evidence.import_bytes(case, f"{number}.jpg", photo(number), workers)
        yield case


def assigned(live: EmbeddedCentre, user: str = "zhang") -> str:
    """Return a case of the office that was given to ``user``."""
    office.create_user(live.centre, user, user)
    case_id = office.open_claim(
        live.centre, "li", {"report_no": "RD-OFFICE", "insured_name": "李四"}, again_reason="another test"
    )
    office.assign(live.centre, "li", case_id, user)
    return case_id


def states(case: CaseFile) -> list[str]:
    return [item.state for item in delivery_items(case)]


# ------------------------------------------------------------------------------------------- enrolling


def test_nothing_is_fetched_or_delivered_before_enrolment(profile: Profile, spot: CaseFile) -> None:
    works: tuple[Callable[[], object], ...] = (
        lambda: delivering.deliver_case(profile, spot),
        lambda: delivering.list_assignments(profile),
        lambda: delivering.fetch_case(profile, new_case_id()),
        lambda: delivering.follow_centre(profile, "http://127.0.0.1:9"),
    )
    for work in works:
        with pytest.raises(NotEnrolled):
            work()


def test_a_profile_is_enrolled_as_its_own_surveyor_only(profile: Profile, live: EmbeddedCentre) -> None:
    with pytest.raises(InputError):
        delivering.enrol(profile, live.url, "somebody else", "code")
    office.create_user(live.centre, profile.user, "张查勘")
    with pytest.raises(NotSignedIn):
        delivering.enrol(profile, live.url, profile.user, "wrong code")
    assert profile.enrolment() is None


def test_a_centre_that_does_not_answer_enrols_nobody(profile: Profile) -> None:
    with pytest.raises(Unreachable):
        delivering.enrol(profile, "http://127.0.0.1:9", profile.user, "code")
    assert profile.enrolment() is None


def test_the_centre_certifies_the_surveyor_who_signs(surveyor: Profile, spot: CaseFile) -> None:
    enrolment = surveyor.enrolment()
    assert enrolment is not None
    issued = sign_report(spot, ReportOptions(despite="test"), surveyor_credential(surveyor))
    assert {item.level for item in verify_pdf_bytes(issued.pdf, [enrolment.ca_der])} == {"ok"}


def test_the_same_centre_may_answer_at_another_address(surveyor: Profile, live: EmbeddedCentre) -> None:
    before = surveyor.enrolment()
    delivering.follow_centre(surveyor, "http://127.0.0.1:9")
    with pytest.raises(Unreachable):
        delivering.list_assignments(surveyor)
    delivering.follow_centre(surveyor, live.url)
    after = surveyor.enrolment()
    assert before is not None
    assert after is not None
    assert (after.server, after.ca_der, after.surveyor_p12) == (live.url, before.ca_der, before.surveyor_p12)


# ------------------------------------------------------------------------------------------- delivering


def test_a_case_opened_on_the_spot_is_delivered_and_known_to_the_centre(
    surveyor: Profile, spot: CaseFile, live: EmbeddedCentre
) -> None:
    outcome = delivering.deliver_case(surveyor, spot)
    assert outcome.receipt_kind == "full"
    assert outcome.changes.delivery
    assert states(spot) == ["receipted", "receipted"]
    assert delivery_state(spot) == "receipted"
    (line,) = [line for line in office.list_claims(live.centre) if line.case == spot.case_id]
    assert line.report_no == "RD-SPOT"
    receipt = json.loads(outcome.outcome.receipt)
    counts = {"entries": len(entries(spot)), "originals": 2, "previews": 2, "reports": 0, "statements": 0}
    assert receipt["counts"] == counts


def test_a_signed_statement_is_delivered_with_its_pages_and_handwriting(
    surveyor: Profile, spot: CaseFile, live: EmbeddedCentre
) -> None:
    taken = take(spot).statement
    begin_reading(spot, taken, "self_read")
    freeze_pages(spot, taken)
    sign_all(spot, taken)
    close(spot, taken)
    outcome = delivering.deliver_case(surveyor, spot)
    contents = load_contents(spot, taken)
    named = [
        contents.statement.sha256,
        *(page.sha256 for page in contents.pages),
        *(ink.sha256 for ink in contents.inks),
    ]
    assert json.loads(outcome.outcome.receipt)["counts"]["statements"] == len(named)
    for sha256 in named:
        assert b"".join(live.centre.store.read(f"cases/{spot.case_id}/{sha256}"))
    assert delivery_state(spot) == "receipted"


def test_delivering_twice_gives_the_same_receipt(surveyor: Profile, spot: CaseFile) -> None:
    first = delivering.deliver_case(surveyor, spot).outcome
    second = delivering.deliver_case(surveyor, spot).outcome
    assert (second.receipt, second.signature) == (first.receipt, first.signature)
    assert (second.pushed, second.uploaded) == (0, 0)
    assert [receipt.kind for receipt in receipts(spot)] == ["partial", "full"]
    assert [receipt.kind for receipt in surveyor.registry.receipts(spot.case_id)] == ["partial", "full"]


def test_before_a_delivery_everything_is_only_here(spot: CaseFile) -> None:
    assert states(spot) == ["local", "local"]
    assert delivery_state(spot) == "local"
    assert unsent_count(spot) == len(entries(spot))


def test_a_partial_receipt_is_not_a_full_one(surveyor: Profile, spot: CaseFile) -> None:
    assert delivering.deliver_case(surveyor, spot, until="partial").receipt_kind == "partial"
    assert states(spot) == ["local", "local"]
    assert delivery_state(spot) == "local"


def test_a_photo_after_the_receipt_takes_the_receipt_from_the_case_and_not_from_the_others(
    surveyor: Profile, spot: CaseFile, workers: MediaWorkers
) -> None:
    delivering.deliver_case(surveyor, spot)
    evidence.import_bytes(spot, "3.jpg", photo(3), workers)
    assert states(spot) == ["receipted", "receipted", "local"]
    assert delivery_state(spot) == "local"
    delivering.deliver_case(surveyor, spot)
    assert states(spot) == ["receipted"] * 3
    assert delivery_state(spot) == "receipted"


def test_an_edit_after_the_receipt_is_not_receipted_by_being_sent(surveyor: Profile, spot: CaseFile) -> None:
    delivering.deliver_case(surveyor, spot)
    records.change(spot, Evidence, listed(spot, Evidence)[0].id, {"caption": "the bumper"})
    assert delivery_state(spot) == "local"
    delivering.deliver_case(surveyor, spot, until="partial")
    assert unsent_count(spot) == 0
    assert delivery_state(spot) == "stored"
    delivering.deliver_case(surveyor, spot)
    assert delivery_state(spot) == "receipted"


def test_a_withdrawn_photo_and_the_report_are_delivered_too(surveyor: Profile, spot: CaseFile) -> None:
    first = listed(spot, Evidence)[0].id
    records.withdraw(spot, Evidence, [first], "wrong car")
    report = sign_report(spot, ReportOptions(language="en", despite="test"), surveyor_credential(surveyor)).report_id
    outcome = delivering.deliver_case(surveyor, spot).outcome
    assert json.loads(outcome.receipt)["counts"]["originals"] == 2
    assert json.loads(outcome.receipt)["counts"]["reports"] == 1
    items = delivery_items(spot)
    assert [item.state for item in items] == ["receipted"] * 3
    assert first in {item.evidence_id for item in items}
    assert items[-1].report_id == report


def test_the_list_of_cases_is_fresh_after_a_delivery(surveyor: Profile, spot: CaseFile) -> None:
    delivering.deliver_case(surveyor, spot)
    (found,) = [item for item in list_cases(surveyor) if item.case_id == spot.case_id]
    assert (found.delivery_state, found.receipt_kind, found.state) == ("receipted", "full", "receipted")
    assert found.evidence_count == 2


def test_a_cancelled_delivery_goes_on_where_it_stopped(surveyor: Profile, spot: CaseFile) -> None:
    def cancel_at_the_first_byte(told: Progress) -> None:
        if told.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        delivering.deliver_case(surveyor, spot, progress=cancel_at_the_first_byte)
    assert unsent_count(spot) == 0
    (found,) = [item for item in list_cases(surveyor) if item.case_id == spot.case_id]
    assert found.delivery_state == delivery_state(spot) != "receipted"
    assert delivering.deliver_case(surveyor, spot).receipt_kind == "full"


def test_a_delivery_to_nobody_loses_nothing(surveyor: Profile, spot: CaseFile) -> None:
    with pytest.raises(Unreachable):
        delivering.deliver_case(surveyor, spot, server="http://127.0.0.1:9", patience_s=0)
    assert delivery_state(spot) == "local"
    assert delivering.deliver_case(surveyor, spot).receipt_kind == "full"


# ------------------------------------------------------------------------------------------- fetching


def test_what_is_assigned_is_listed_once_a_case(surveyor: Profile, live: EmbeddedCentre) -> None:
    first, second = assigned(live), assigned(live)
    office.assign(live.centre, "li", first, "zhang", task_kind="resurvey")
    mine = [item for item in delivering.list_assignments(surveyor) if item.case in {first, second}]
    assert [item.case for item in mine] == [second, first]


def test_an_assigned_case_is_fetched_and_answered(surveyor: Profile, live: EmbeddedCentre, tmp_path: Path) -> None:
    case_id = assigned(live)
    with delivering.fetch_case(surveyor, case_id, folder=tmp_path / "cases") as case:
        assert case.path.name.startswith("RD-OFFICE-")
        assert only(case, Claim).insured_name == "李四"
        with pytest.raises(NotOwner):
            records.change(case, Claim, only(case, Claim).id, {"insured_name": "x"})
        records.change(case, Task, only(case, Task).id, {"survey_place": "人民路", "task_status": "in_progress"})
        assert delivering.deliver_case(surveyor, case).receipt_kind == "full"


def test_fetching_again_brings_what_is_new_and_keeps_what_is_ours(
    surveyor: Profile, live: EmbeddedCentre, tmp_path: Path
) -> None:
    case_id = assigned(live)
    with delivering.fetch_case(surveyor, case_id, folder=tmp_path) as case:
        records.create(case, Person, {"name": "王五"})
        path = case.path
    office.assign(live.centre, "li", case_id, "zhang", task_kind="resurvey")
    with delivering.fetch_case(surveyor, case_id, folder=tmp_path / "elsewhere") as again:
        assert again.path == path
        assert [task.task_kind for task in listed(again, Task)] == ["scene", "resurvey"]
        assert only(again, Person).name == "王五"
        count = len(entries(again))
    with delivering.fetch_case(surveyor, case_id) as third:
        assert len(entries(third)) == count


def test_a_case_that_is_not_ours_or_not_there_leaves_no_file(
    surveyor: Profile, live: EmbeddedCentre, tmp_path: Path
) -> None:
    with pytest.raises(UnknownCase):
        delivering.fetch_case(surveyor, new_case_id(), folder=tmp_path / "cases")
    with pytest.raises(Forbidden):
        delivering.fetch_case(surveyor, assigned(live, "wang"), folder=tmp_path / "cases")
    assert not (tmp_path / "cases").exists()


def test_another_file_in_the_place_is_left_alone(surveyor: Profile, live: EmbeddedCentre, tmp_path: Path) -> None:
    (tmp_path / "x.survey").write_bytes(b"something")
    with pytest.raises(TargetExists):
        delivering.fetch_case(surveyor, assigned(live), path=tmp_path / "x.survey")
    assert (tmp_path / "x.survey").read_bytes() == b"something"


@pytest.mark.parametrize("lost", ["nothing", "some entries", "everything"])
def test_a_case_whose_file_is_gone_is_fetched_anew_and_goes_on(
    surveyor: Profile, live: EmbeddedCentre, tmp_path: Path, lost: str
) -> None:
    case_id = assigned(live)
    with delivering.fetch_case(surveyor, case_id, folder=tmp_path) as case:
        path = case.path
        records.create(case, Person, {"name": "王五"})
        if lost != "everything":
            delivering.deliver_case(surveyor, case)
        if lost == "some entries":
            records.create(case, Person, {"name": "never sent"})
    path.unlink()
    with delivering.fetch_case(surveyor, case_id, folder=tmp_path) as again:
        assert [person.name for person in listed(again, Person)] == ([] if lost == "everything" else ["王五"])
        records.create(again, Person, {"name": "赵六"})
        delivering.deliver_case(surveyor, again)
        assert delivery_state(again) == "receipted"
    assert verify_case(surveyor, path) == []
    with open_case(surveyor, path) as opened:
        assert listed(opened, Person)[-1].name == "赵六"
