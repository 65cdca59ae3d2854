"""Clocks run from what the records tell, and never from a guess."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.wording.findings.clocks import LEVELS
from surveyor_app.wording.findings.departure import FILE, load_departure
from surveyor_app.wording.findings.time_limits import TimeLimit, legal_limits, service_limits
from tests.wording.third_language import copied_resources

ID = RecordId("1")
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def at(minutes: float) -> Instant:
    return Instant(NOON + timedelta(minutes=minutes), 480, Trust.SYSTEM)


def facts(claim: Claim, task: Task | None = None, **more: bool) -> CaseFacts:
    return CaseFacts(claim=claim, task=task, **more)  # type: ignore[arg-type]  # what a test says of the kind of case


def named(limits: list[TimeLimit], name: str) -> TimeLimit:
    return next(limit for limit in limits if limit.name.forms["en"] == name)


def test_the_insurers_standards_run_between_what_is_noted() -> None:
    claim = Claim(id=ID, reported_at=at(0))
    limits = list(service_limits(facts(claim, Task(id=ID, dispatched_at=at(7))), resources_dir(), "2026-11-20"))
    dispatch, contact = named(limits, "Dispatch"), named(limits, "Contact the reporter")
    assert (dispatch.due, dispatch.ended) == (NOON + timedelta(minutes=5), at(7))
    assert dispatch.is_late(NOON)
    assert (contact.due, contact.ended) == (NOON + timedelta(minutes=17), None)
    assert not contact.is_late(NOON + timedelta(minutes=17))
    assert contact.is_late(NOON + timedelta(minutes=18))
    assert named(limits, "Arrival in the city").due is None  # nobody was contacted yet


def test_an_insurers_own_standard_goes_before_the_one_for_all(tmp_path: Path) -> None:
    resources = copied_resources(tmp_path / "resources")
    own = '\n[[sla]]\nid = "dispatch"\nunit = "minutes"\nvalue = 3\nfrom = "reported_at"\nto = "dispatched_at"\n'
    with (resources / LEVELS).open("a", encoding="utf-8") as file:
        file.write(f'{own}insurer = "甲"\nzh = "派工"\nen = "Dispatch"\n')
        file.write(
            f'{own}insurer = "甲"\nvalid_from = "2027-01-01"\nzh = "派工"\nen = "Dispatch"\n'.replace("= 3", "= 1")
        )
    for insurer, minutes in (("甲", 3), ("乙", 5)):
        claim = Claim(id=ID, reported_at=at(0), insurer=insurer)
        limits = list(service_limits(facts(claim), resources, "2026-11-20"))
        assert named(limits, "Dispatch").due == NOON + timedelta(minutes=minutes)


def test_the_law_runs_where_a_record_says_so_and_ends_where_one_does() -> None:
    claim = Claim(id=ID, accident_at=at(0), reported_at=at(60))
    limits = list(legal_limits(facts(claim), resources_dir()))
    notice = named(limits, "Notice of loss by the insured")
    assert (notice.due, notice.ended, notice.is_late(NOON)) == (NOON + timedelta(hours=48), at(60), False)
    decision = named(limits, "Decision on the claim")
    assert (decision.started, decision.due) == (None, None)
    assert limits.index(notice) < limits.index(decision)


@pytest.mark.parametrize(
    ("cause", "is_motor", "shown"), [("theft", True, True), ("theft", False, False), ("fire", True, False)]
)
def test_what_concerns_another_kind_of_case_is_not_shown(cause: str, is_motor: bool, shown: bool) -> None:
    limits = legal_limits(facts(Claim(id=ID, loss_cause=cause), is_motor=is_motor), resources_dir())
    names = {limit.name.forms["en"] for limit in limits}
    assert ("Theft report to police" in names) is shown
    assert any(name.startswith("Compulsory") for name in names) is is_motor


@pytest.mark.parametrize(("old", "new"), [('fact = "covers"', 'fact = "weather"'), ('id = "tools"', 'id = "papers"')])
def test_a_departure_list_that_is_not_whole_is_refused(tmp_path: Path, old: str, new: str) -> None:
    resources = copied_resources(tmp_path / "resources")
    text = (resources / FILE).read_text(encoding="utf-8")
    assert old in text
    (resources / FILE).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        load_departure(resources)


DAY = 24 * 60


@pytest.mark.parametrize(
    ("awaited", "due_day", "paused_day"),
    [
        ((), 30, None),
        (((5, 12),), 37, None),
        (((5, 12), (20, 24)), 41, None),
        (((-9, 4),), 34, None),
        (((-9, -4),), 30, None),
        (((5, 12), (36, None)), None, 36),
        (((31, None),), 30, None),
        (((31, 50),), 30, None),
    ],
)
def test_the_decision_stands_still_while_papers_are_awaited(
    awaited: tuple[tuple[int, int | None], ...], due_day: int | None, paused_day: int | None
) -> None:
    waited = [(at(begun * DAY), None if ended is None else at(ended * DAY)) for begun, ended in awaited]
    known = CaseFacts(claim=Claim(id=ID), papers_from=at(0), papers_awaited=waited)
    limits = list(legal_limits(known, resources_dir()))
    decision = named(limits, "Decision on the claim")
    assert decision.started == at(0)
    assert decision.due == (None if due_day is None else NOON + timedelta(days=due_day))
    assert decision.paused_since == (None if paused_day is None else at(paused_day * DAY))
    assert decision.is_late(NOON + timedelta(days=60)) is (due_day is not None)
    assert named(limits, "Compulsory: decision").due == NOON + timedelta(days=5), "that one has no deduction"
    assert named(limits, "Pay the certain part").due == NOON + timedelta(days=60)
