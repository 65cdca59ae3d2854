"""Each line of the reference's table of acts (§18.2) is an act here with those roles, or stands below with why it is not.

Where the line names a guard, the test that plays whoever would get around it is named, and must be there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.process.permissions import Act, OfficeRole
from surveyor_app.wording.findings.office_acts import load_permissions

HERE = Path(__file__).parent
OF_OTHERS = {
    "report_loss": "the customer's form is a page of its own",
    "receive_paper": "customer and surveyor receive on their own pages",
    "issue_one_time_notice": "the surveyor issues it on the laptop",
}
"""Acts that somebody does as well who is no role of the office."""
CALLED: Mapping[str, Act] = {"give_guidance": Act.WRITE_TO_CUSTOMER, "answer": Act.ANSWER_COMPLAINT}
"""Acts of the reference that are part of one with another name here."""
WIDER: Mapping[str, set[str]] = {
    "report_loss": {"handler"},
    "give_guidance": {"handler"},
}
"""Roles that may do it here beside those of the reference."""
NOT_OF_THE_OFFICE = {
    "receive_survey": "the centre does it when the full receipt is given",
    "complain": "the customer's page",
    "enquire": "kept on the laptop; the desk reads it",
}
LATER_STAGES = {"5", "6", "7", "side"}
"""No record of these exists yet, but of reopening, which a cancelled claim has too."""
GUARDS: Mapping[str, str] = {
    "give_guidance": "customer/test_messages.py::test_the_guide_is_mailed_kept_and_read",
    "cancel_report": "desk/test_cancelling.py::test_a_cancelled_claim_says_so_to_everybody_and_stands_as_before_once_reopened",
    "open_claim": "desk/test_registering.py::test_what_is_needed_must_be_known",
    "assign_task": "desk/test_claims.py::test_tasks_are_given_given_on_and_taken_back_with_a_reason",
    "request_papers": "desk/test_claims.py::test_papers_are_asked_for_received_and_reviewed",
    "receive_paper": "desk/test_claims.py::test_a_paper_that_nobody_asked_for_is_received_once",
    "review_paper": "desk/test_claims.py::test_papers_are_asked_for_received_and_reviewed",
    "issue_one_time_notice": "customer/test_messages.py::test_a_notice_of_nothing_or_with_a_word_on_cover_is_not_issued",
    "receive_survey": "desk/test_reviews.py::test_what_is_not_receipted_in_full_is_not_accepted",
    "ask_supplement": "desk/test_remarks.py::test_what_is_not_there_can_be_neither_asked_about_nor_answered",
    "accept_survey": "desk/test_open_musts.py::test_a_laptop_that_keeps_silent_about_what_is_missing_gets_nothing_accepted",
    "return_survey": "desk/test_reviews.py::test_a_survey_is_returned_signed_anew_and_accepted",
    "order_task": "desk/test_reviews.py::test_a_re_survey_is_a_task_of_its_own_with_the_originals_of_the_first",
    "reopen": "desk/test_cancelling.py::test_reopening_gives_back_what_cancelling_took_and_nothing_else",
}
EFFECTS: Mapping[str, str] = {
    "due by table": "customer/test_complaint_times.py::test_a_complaint_stands_in_the_work_list_until_it_is_answered",
    "all tasks cancelled": GUARDS["cancel_report"],
}
NO_GUARD = {"–", "-", ""}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the acts it names, who does them, when they are possible, and what follows."""

    stage: str
    acts: tuple[str, ...]
    who: str
    guard: str
    effect: str


@pytest.fixture(scope="module")
def lines(domain_reference: Path) -> list[Line]:
    text = domain_reference.read_text(encoding="utf-8")
    section = text[text.index("\n### 18.2 ") : text.index("\n### 18.3 ")]
    rows = [
        [cell.strip() for cell in row.strip("|").split(" | ")] for row in section.splitlines() if row.startswith("|")
    ]
    found = [
        Line(stage, tuple(re.findall(r"(?:^|· )([a-z_]+)(?= )", act)), who, guard, effect)
        for stage, act, who, guard, effect in (row for row in rows[2:] if len(row) == 5)
    ]
    assert len(found) == len(rows) - 2
    assert len(found) > 30
    return found


def test_each_act_of_the_stages_that_are_built_has_the_roles_of_the_reference(lines: list[Line]) -> None:
    permissions, wrong = load_permissions(resources_dir()), []
    for line in lines:
        for name in line.acts:
            if name in NOT_OF_THE_OFFICE or (line.stage in LATER_STAGES and name != "reopen"):
                continue
            act = CALLED.get(name) or Act(name)
            said = {role.value for role in OfficeRole if re.search(rf"\b{role.value}\b", line.who)}
            held = {role.value for role in permissions[act].roles}
            if held != said | WIDER.get(name, set()):
                wrong.append((name, held, said))
            others = re.search(r"customer|surveyor", line.who) is not None
            assert others == (name in OF_OTHERS) or name == "answer", name
    assert wrong == []


def test_each_guard_has_the_test_of_whoever_would_get_around_it(lines: list[Line]) -> None:
    guarded = {
        name
        for line in lines
        for name in line.acts
        if line.guard not in NO_GUARD and (line.stage not in LATER_STAGES or name == "reopen")
    }
    assert guarded <= GUARDS.keys(), guarded - GUARDS.keys()
    told = {line.effect for line in lines}
    assert EFFECTS.keys() <= told
    for named in (*GUARDS.values(), *EFFECTS.values()):
        path, _, name = named.partition("::")
        assert f"def {name}(" in (HERE / path).read_text(encoding="utf-8"), named


def test_what_is_not_built_is_offered_by_no_table(lines: list[Line]) -> None:
    later = {name for line in lines if line.stage in LATER_STAGES for name in line.acts} - {"reopen", "return"}
    assert len(later) > 15
    assert later.isdisjoint(Act)
