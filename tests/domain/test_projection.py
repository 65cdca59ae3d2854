"""The projection: what a set of lines shows, whatever their order."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import VERSION, Action
from surveyor_app.domain.kinds import CASE_KIND, KINDS
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.domain.projection import Ancestry, Line, origin_of, precedes, project, supersedes

NO_ANCESTRY: Ancestry = {}


def line(
    digest: str,
    device: str = "a",
    seq: int = 1,
    *,
    epoch: int = 0,
    number: int | None = None,
    base: int = 0,
    action: Action = Action.CHANGE,
    kind: str = "person",
    role: Role = Role.SURVEYOR,
    holder: str | None = None,
    fields: Mapping[str, Json] | None = None,
) -> Line:
    writer = Writer(device, role, holder)
    return Line(digest, VERSION, writer, epoch, seq, number, base, action, kind, fields, f"why {digest}")


def made(**fields: Json) -> Line:
    return line("0", action=Action.CREATE, fields=fields)


def test_later_line_of_the_same_chain_replaces_the_earlier() -> None:
    state = project([made(name="甲"), line("1", seq=2, fields={"name": "乙"})], NO_ANCESTRY)
    assert (state.exists, state.values, state.conflicts) == (True, {"name": "乙"}, {})


def test_lines_that_did_not_know_of_each_other_conflict_and_both_stay() -> None:
    state = project([made(name="甲"), line("1", "b", fields={"name": "乙"})], NO_ANCESTRY)
    assert state.conflicts == {"name": [("0", "甲"), ("1", "乙")]}
    assert state.values["name"] == "乙"


def test_same_value_twice_is_no_conflict() -> None:
    assert project([made(name="甲"), line("1", "b", fields={"name": "甲"})], NO_ANCESTRY).conflicts == {}


def test_line_replaces_what_its_author_had_seen_by_number() -> None:
    first = replace(made(name="甲"), number=3)
    assert project([first, line("1", "b", base=3, fields={"name": "乙"})], NO_ANCESTRY).conflicts == {}
    assert project([first, line("1", "b", base=2, fields={"name": "乙"})], NO_ANCESTRY).conflicts != {}


def test_number_given_later_ends_a_conflict() -> None:
    second = line("1", "b", base=3, fields={"name": "乙"})
    assert project([made(name="甲"), second], NO_ANCESTRY).conflicts != {}
    state = project([replace(made(name="甲"), number=3), second], NO_ANCESTRY)
    assert (state.values, state.conflicts) == ({"name": "乙"}, {})


def test_claim_to_have_seen_later_numbers_counts_for_nothing() -> None:
    liar = line("1", "b", number=4, base=999, fields={"name": "乙"})
    honest = line("2", "c", number=9, base=4, fields={"name": "丙"})
    state = project([replace(made(name="甲"), number=3), liar, honest], NO_ANCESTRY)
    assert (state.values["name"], state.conflicts) == ("丙", {})


def test_lines_that_supersede_each_other_all_stand() -> None:
    one = line("1", base=5, fields={"name": "乙"})
    two = line("2", seq=6, epoch=1, number=1, fields={"name": "丙"})
    state = project([one, two], {("a", 1): (0, 5)})
    assert set(state.conflicts["name"]) == {("1", "乙"), ("2", "丙")}


def test_within_one_chain_numbers_decide_nothing() -> None:
    one = replace(made(name="甲"), number=9, base=8)
    two = line("1", seq=2, number=3, fields={"name": "乙"})
    for lines in ([one, two], [replace(one, number=None), two], [one, replace(two, number=None)]):
        assert project(lines, NO_ANCESTRY).values == {"name": "乙"}


def test_epoch_supersedes_only_what_lies_before_its_beginning() -> None:
    ancestry = {("a", 1): (0, 2)}
    lines = [made(name="甲"), line("1", seq=2, fields={"phone": "1"}), line("2", seq=3, fields={"name": "乙"})]
    again = line("3", seq=4, epoch=1, fields={"name": "丙", "phone": "2"})
    state = project([*lines, again], ancestry)
    assert state.conflicts == {"name": [("2", "乙"), ("3", "丙")]}
    assert state.values["phone"] == "2"


def test_epoch_of_an_epoch_reaches_through() -> None:
    ancestry = {("a", 1): (0, 5), ("a", 2): (1, 7)}
    later = line("9", seq=9, epoch=2)
    assert precedes(line("1", seq=5), later, ancestry)
    assert precedes(line("1", seq=7, epoch=1), later, ancestry)
    assert not precedes(line("1", seq=6), later, ancestry)
    assert not precedes(line("1", seq=8, epoch=1), later, ancestry)
    assert not precedes(line("1", "b", seq=1), later, ancestry)
    assert not precedes(line("1", seq=1), later, {("a", 2): (2, 1)}), "a circle of epochs ends"


def test_withdrawing_and_restoring_follow_the_same_rule() -> None:
    gone = line("1", seq=2, action=Action.WITHDRAW)
    assert project([made(), gone], NO_ANCESTRY).withdrawn_reason == "why 1"
    assert not project([made(), gone, line("2", seq=3, action=Action.RESTORE)], NO_ANCESTRY).withdrawn
    state = project([made(), gone, line("2", "b", action=Action.RESTORE)], NO_ANCESTRY)
    assert "#withdrawn" in state.conflicts


def test_record_without_a_creation_does_not_exist_yet() -> None:
    assert not project([line("1", fields={"name": "甲"})], NO_ANCESTRY).exists


def test_seal_stays() -> None:
    lines = [made(), line("1", seq=2, action=Action.SEAL), line("2", seq=3, fields={})]
    assert project([replace(item, kind="report") for item in lines], NO_ANCESTRY).sealed
    assert not project(lines, NO_ANCESTRY).sealed, "nobody seals a person"


@pytest.mark.parametrize(
    ("kind", "creator", "author", "step", "reason"),
    [
        ("claim", Role.OFFICE, Role.SURVEYOR, {"insurer": "x"}, "not_owner"),
        ("claim", Role.OFFICE, Role.SURVEYOR, {"insured_phone": "1"}, None),
        ("claim", Role.SURVEYOR, Role.SURVEYOR, {"insurer": "x"}, None),
        ("task", Role.OFFICE, Role.SURVEYOR, {"weather": "rain"}, None),
        ("task", Role.OFFICE, Role.SURVEYOR, {"due_at": None}, "not_owner"),
        ("person", Role.SURVEYOR, Role.OFFICE, {"name": "x"}, "not_owner"),
        ("policy", Role.OFFICE, Role.SURVEYOR, {"policy_no": "x"}, "not_owner"),
        ("policy", Role.SURVEYOR, Role.SURVEYOR, {"policy_no": "x"}, None),
        ("policy", Role.SURVEYOR, Role.OFFICE, {"policy_no": "x"}, None),
        ("cover", Role.OFFICE, Role.SURVEYOR, {"limit": "1.00"}, "not_owner"),
        ("cover", Role.OFFICE, Role.SURVEYOR, Action.WITHDRAW, "not_owner"),
        ("proposal", Role.SURVEYOR, Role.OFFICE, {"state": "accepted", "decided_by": "chen"}, None),
        ("proposal", Role.SURVEYOR, Role.OFFICE, {"value": "1"}, "not_owner"),
        ("proposal", Role.SURVEYOR, Role.SURVEYOR, {"state": "accepted"}, "not_owner"),
        ("document", Role.OFFICE, Role.SURVEYOR, {"state": "received"}, None),
        ("document", Role.SURVEYOR, Role.OFFICE, {"authentic": "yes"}, None),
        ("document", Role.SURVEYOR, Role.SURVEYOR, {"waived_reason": "x"}, "not_owner"),
        ("document", Role.OFFICE, Role.SURVEYOR, Action.WITHDRAW, "not_owner"),
        ("notice", Role.OFFICE, Role.SURVEYOR, {"delivered_at": None}, "not_owner"),
        ("enquiry", Role.SURVEYOR, Role.OFFICE, {"state": "answered"}, "not_owner"),
        ("check_answer", Role.SURVEYOR, Role.OFFICE, {"answer": "no"}, "not_owner"),
        ("claim", Role.OFFICE, Role.SURVEYOR, Action.WITHDRAW, "not_owner"),
        ("task", Role.OFFICE, Role.SURVEYOR, Action.WITHDRAW, "not_owner"),
        ("task", Role.OFFICE, Role.SURVEYOR, Action.SEAL, None),
        ("person", Role.SURVEYOR, Role.OFFICE, Action.WITHDRAW, "not_owner"),
        ("person", Role.OFFICE, Role.SURVEYOR, Action.WITHDRAW, None),
    ],
)
def test_what_an_author_may_not_write_is_set_aside(
    kind: str, creator: Role, author: Role, step: Mapping[str, Json] | Action, reason: str | None
) -> None:
    first = line("0", action=Action.CREATE, kind=kind, role=creator, fields={})
    action, fields = (step, None) if isinstance(step, Action) else (Action.CHANGE, step)
    state = project([first, line("1", "b", action=action, kind=kind, role=author, fields=fields)], NO_ANCESTRY)
    assert state.quarantine == ({} if reason is None else {"1": reason})


SHARED = {"claim", "task", "person", "vehicle", "policy", "cover", "document"}
REVIEWING = {"review", "sample"}


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - SHARED - REVIEWING))
@pytest.mark.parametrize(
    "action", [Action.CHANGE, Action.ATTACH, Action.SIGN, Action.WITHDRAW, Action.RESTORE, Action.SEAL]
)
def test_evidence_and_findings_are_their_makers_alone(kind: str, action: Action) -> None:
    first = line("0", action=Action.CREATE, kind=kind, holder="zhang", fields={"note": "甲"})
    theirs = line("1", "b", action=action, kind=kind, holder="wang", fields={"note": "乙"})
    state = project([first, theirs], NO_ANCESTRY)
    assert (state.quarantine, state.values) == ({"1": "not_owner"}, {"note": "甲"})
    assert (state.withdrawn, state.sealed) == (False, False)


@pytest.mark.parametrize("kind", ["person", "vehicle", "policy", "cover", "document"])
def test_people_vehicles_policies_and_papers_are_shared_by_the_surveyors_of_a_case(kind: str) -> None:
    first = line("0", action=Action.CREATE, kind=kind, holder="zhang", fields={})
    theirs = line("1", "b", kind=kind, holder="wang", fields={"note": "乙"})
    assert project([first, theirs], NO_ANCESTRY).quarantine == {}


@pytest.mark.parametrize("kind", ["check_answer", "property_item", "injury", "fee", "proposal", "prompt_answer"])
def test_the_office_makes_no_findings(kind: str) -> None:
    state = project([line("0", action=Action.CREATE, kind=kind, role=Role.OFFICE, fields={})], NO_ANCESTRY)
    assert (state.exists, state.quarantine) == (False, {"0": "not_owner"})


@pytest.mark.parametrize(("theirs", "is_theirs"), [("zhang", True), ("wang", False), (None, False)])
def test_another_device_of_the_same_holder_may_go_on(theirs: str | None, is_theirs: bool) -> None:
    first = line("0", action=Action.CREATE, kind="evidence", holder="zhang", fields={})
    second = line("1", "b", kind="evidence", holder=theirs, fields={"caption": "x"})
    assert (project([first, second], NO_ANCESTRY).quarantine == {}) is is_theirs


def test_a_device_without_certificate_counts_as_its_own() -> None:
    first = line("0", action=Action.CREATE, kind="evidence", fields={})
    assert project([first, line("1", seq=2, kind="evidence", fields={"caption": "x"})], NO_ANCESTRY).quarantine == {}
    assert project([first, line("1", "b", kind="evidence", fields={"caption": "x"})], NO_ANCESTRY).quarantine != {}


def test_repeating_the_id_of_anothers_record_makes_nobody_its_owner() -> None:
    first = line("9", number=3, action=Action.CREATE, kind="evidence", holder="zhang", fields={"caption": "甲"})
    again = line("0", "b", number=4, action=Action.CREATE, kind="evidence", holder="wang", fields={"caption": "乙"})
    for second in (again, replace(again, number=None)):
        state = project([first, second], NO_ANCESTRY)
        assert (state.values, state.quarantine) == ({"caption": "甲"}, {"0": "not_owner"})


@pytest.mark.parametrize(
    ("holder", "action", "reason"),
    [
        ("zhang", Action.CHANGE, None),
        ("wang", Action.CHANGE, "not_owner"),
        ("wang", Action.SEAL, "not_owner"),
        (None, Action.CHANGE, "not_owner"),
        ("zhang", Action.SEAL, None),
    ],
)
def test_the_visit_is_written_by_who_holds_the_task(holder: str | None, action: Action, reason: str | None) -> None:
    given = line("0", "o", action=Action.CREATE, kind="task", role=Role.OFFICE, fields={"owner": "zhang"})
    theirs = line("1", "b", action=action, kind="task", holder=holder, fields={"weather": "rain"})
    assert project([given, theirs], NO_ANCESTRY).quarantine == ({} if reason is None else {"1": reason})


def test_what_was_written_before_a_task_was_given_to_another_stands() -> None:
    given = line("0", "o", action=Action.CREATE, kind="task", role=Role.OFFICE, fields={"owner": "zhang"})
    first = line("1", "a", kind="task", holder="zhang", fields={"weather": "rain"})
    moved = line("2", "o", 2, kind="task", role=Role.OFFICE, fields={"owner": "wang"})
    second = line("3", "b", kind="task", holder="wang", fields={"survey_place": "x"})
    assert project([given, first, moved, second], NO_ANCESTRY).quarantine == {}
    grab = line("4", "c", kind="task", holder="zhao", fields={"owner": "zhao"})
    late = line("5", "c", 2, kind="task", holder="zhao", fields={"weather": "snow"})
    assert set(project([given, first, moved, second, grab, late], NO_ANCESTRY).quarantine) == {"4", "5"}


@pytest.mark.parametrize("kind", sorted(REVIEWING))
def test_no_surveyor_says_what_the_office_makes_of_a_survey(kind: str) -> None:
    state = project([line("0", action=Action.CREATE, kind=kind, holder="zhang", fields={})], NO_ANCESTRY)
    assert (state.exists, state.quarantine) == (False, {"0": "not_owner"})


def test_the_office_keeps_as_evidence_what_a_customer_sent() -> None:
    state = project([line("0", action=Action.CREATE, kind="evidence", role=Role.OFFICE, fields={})], NO_ANCESTRY)
    assert (state.exists, state.quarantine) == (True, {})


@pytest.mark.parametrize(
    "newer",
    [
        {"v": VERSION + 1},
        {"action": "transfer"},
        {"kind": "sketch"},
        {"waits": True},
        {"v": VERSION + 1, "action": Action.WITHDRAW},
        {"waits": True, "action": Action.SEAL},
    ],
)
def test_lines_of_a_newer_version_have_no_effect(newer: dict[str, Any]) -> None:
    later = replace(line("1", seq=2, fields={"name": "x"}), **newer)
    state = project([made(name="甲"), later], NO_ANCESTRY)
    assert (state.values, state.quarantine) == ({"name": "甲"}, {"1": "newer_version"})
    assert (state.withdrawn, state.sealed) == (False, False)
    assert origin_of([replace(line("1", action=Action.CREATE), **newer)]) is None


def test_case_shows_its_alias_and_nothing_else() -> None:
    alias = line("1", "b", action=Action.ALIAS, kind=CASE_KIND, role=Role.OFFICE, fields={"alias_of": "x"})
    note = line("2", kind=CASE_KIND, action=Action.NOTE, fields={"alias_of": "y"})
    bad = line("3", "c", kind=CASE_KIND, action=Action.ALIAS, fields={"alias_of": 5})
    opened = line("0", kind=CASE_KIND, action=Action.CREATE, role=Role.OFFICE, fields={})
    state = project([opened, alias, note, bad], NO_ANCESTRY)
    assert (state.values, state.quarantine) == ({"alias_of": "x"}, {})


@pytest.mark.parametrize("opener", [Role.OFFICE, Role.SURVEYOR, None])
def test_only_the_office_ties_two_cases(opener: Role | None) -> None:
    opened = [line("0", kind=CASE_KIND, action=Action.CREATE, role=opener, fields={})] if opener else []
    wish = line("1", seq=2, kind=CASE_KIND, action=Action.ALIAS, holder="zhang", fields={"alias_of": "x"})
    state = project([*opened, wish], NO_ANCESTRY)
    assert (state.values, state.quarantine) == ({}, {"1": "not_owner"})
    tie = line("2", "o", kind=CASE_KIND, action=Action.ALIAS, role=Role.OFFICE, fields={"alias_of": "y"})
    state = project([*opened, wish, tie], NO_ANCESTRY)
    assert (state.values, state.quarantine, state.conflicts) == ({"alias_of": "y"}, {"1": "not_owner"}, {})


def test_erased_line_sets_nothing() -> None:
    assert project([made(name="甲"), line("1", seq=2)], NO_ANCESTRY).values == {"name": "甲"}


LINES = st.builds(
    lambda n, device, seq, epoch, number, base, choice: line(
        f"{n:08x}",
        device,
        seq,
        epoch=epoch,
        number=number,
        base=base,
        action=[Action.CREATE, Action.CHANGE, Action.CHANGE, Action.WITHDRAW, Action.RESTORE][choice % 5],
        fields={"name": choice // 5},
        kind="person" if choice % 2 else "evidence",
        role=Role.OFFICE if device == "o" else Role.SURVEYOR,
        holder=None if choice % 3 else device,
    ),
    n=st.integers(0, 2**32 - 1),
    device=st.sampled_from("abo"),
    seq=st.integers(1, 6),
    epoch=st.integers(0, 2),
    number=st.none() | st.integers(1, 9),
    base=st.integers(0, 9),
    choice=st.integers(0, 24),
)
ANCESTRIES = st.dictionaries(
    st.tuples(st.sampled_from("abo"), st.integers(1, 2)), st.tuples(st.integers(0, 2), st.integers(1, 6))
)


@given(st.lists(LINES, max_size=8), ANCESTRIES, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(lines: list[Line], ancestry: Ancestry, rng: random.Random) -> None:
    again = lines + lines[: len(lines) // 2]
    rng.shuffle(again)
    unique = {item.hash: item for item in lines}
    if len(unique) == len(lines):
        assert project(again, ancestry) == project(lines, ancestry)


@settings(max_examples=300)
@given(st.lists(LINES, max_size=8, unique_by=lambda item: item.hash), ANCESTRIES)
def test_quick_projection_follows_the_definition(lines: list[Line], ancestry: Ancestry) -> None:
    """Of each field those values stand that no other line supersedes; all of them where each is superseded."""
    changes = [replace(item, action=Action.CHANGE, writer=Writer(item.device, Role.SURVEYOR)) for item in lines]
    changes = [item for item in changes if not any(_same_place(item, other) for other in changes)]
    state = project(changes, ancestry)
    standing = [
        item for item in changes if not any(supersedes(other, item, ancestry) for other in changes if other != item)
    ] or changes
    if standing:
        expected = {item.fields["name"] for item in standing if item.fields is not None}
        found = {value for _, value in state.conflicts.get("name", [("", state.values["name"])])}
        assert found == expected


def _same_place(one: Line, other: Line) -> bool:
    """Two lines in one place of a chain are a fork, whose branch never reaches the projection."""
    return one != other and (one.device, one.epoch, one.seq) == (other.device, other.epoch, other.seq)
