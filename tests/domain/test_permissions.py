"""Who may write what, entry by entry: every writer, action, kind, field and origin there is, against one table.

The table below says it again in other words than the program; whatever it does not permit changes nothing and is set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND, SPECS
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.domain.projection import Line, Projected, project

OFFICE = Writer("d-office", Role.OFFICE, "office")
MAKER = Writer("d-maker", Role.SURVEYOR, "wang")
SECOND_LAPTOP = Writer("d-second", Role.SURVEYOR, "wang")
HOLDER = Writer("d-holder", Role.SURVEYOR, "zhang")
OTHER = Writer("d-other", Role.SURVEYOR, "eve")
STRANGER = Writer("d-stranger", Role.SURVEYOR, None)
"""A laptop that nobody certified; its holder may be anybody."""

WRITERS = (OFFICE, MAKER, SECOND_LAPTOP, HOLDER, OTHER, STRANGER)
MAKERS = (OFFICE, MAKER)

OFFICE_FIRST = {"claim", "policy", "cover"}
"""The office's where the office made the record, all surveyors' where it did not."""
JOINT = {"document"}
SHARED = OFFICE_FIRST | JOINT | {"task", "person", "vehicle"}
REVIEWING = {"review", "sample"}
"""Made by the office alone."""
SAID = {"remark", "contact", "complaint"}
OFFICE_MADE = (
    SHARED | SAID | REVIEWING | {"evidence", "notice", "enquiry", "liability", "calculation", "calculation_line"}
)
DECIDED = {
    "claim": {"flow", "flow_at", "flow_by", "flow_reason"},
    "proposal": {"state", "decided_at", "decided_by", "decision_reason"},
    "liability": {"decided_by", "decided_at"},
    "calculation": {"state"},
    "remark": {"state"},
    "complaint": {"owner", "due_at", "answer", "state"},
    "document": {"authentic", "lawful", "relevant", "reviewed_by", "reviewed_at", "waived_reason"},
}
"""What the office made of a record, whoever made it."""
ASSIGNMENT = {"task_no", "task_kind", "owner", "owner_name", "dispatched_at", "due_at"}
SEALABLE = {"task", "report", "statement", "answer", "participant", "correction", "statement_page", "ink"}
SIGNABLE = {"report", "statement"}
SETTING = (Action.CREATE, Action.CHANGE, Action.ATTACH, Action.SIGN)
STATES = (Action.WITHDRAW, Action.RESTORE, Action.SEAL, Action.SIGN)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing somebody tries to do to a record that ``maker`` made."""

    writer: Writer
    action: Action
    kind: str
    field: str | None
    maker: Writer

    @property
    def is_of_maker(self) -> bool:
        return self.writer == self.maker or (self.writer, self.maker) == (SECOND_LAPTOP, MAKER)

    @property
    def permitted(self) -> bool:
        """The table: first what the action is, then whose the field."""
        by_office, of_office = self.writer is OFFICE, self.maker is OFFICE
        if by_office and self.action is Action.CREATE:
            # What the office makes too is the office's as well.
            return self.kind in OFFICE_MADE
        if self.action is Action.CREATE and self.kind in REVIEWING:
            return False
        if self.action in {Action.SEAL, Action.SIGN}:
            known = SEALABLE if self.action is Action.SEAL else SIGNABLE
            return not by_office and self.kind in known and self._works_on_it and self._fits_field
        if self.action in {Action.WITHDRAW, Action.RESTORE}:
            if self.kind in OFFICE_FIRST | JOINT:
                return by_office or not of_office
            return by_office or self.is_of_maker if self.kind == "task" else self._works_on_it
        return self._fits_field

    @property
    def _fits_field(self) -> bool:
        by_office, of_office = self.writer is OFFICE, self.maker is OFFICE
        if self.field is None:
            return True
        if self.field in DECIDED.get(self.kind, ()):
            return by_office
        if self.kind in JOINT:
            return True
        if self.kind in OFFICE_FIRST - {"claim"}:
            return by_office or not of_office
        if self.kind == "claim":
            second = self.action is Action.CREATE and of_office and not by_office
            return not second and (self.field in {"insured_phone", "reporter_phone"} or by_office or not of_office)
        if self.kind == "task" and self.field in ASSIGNMENT:
            return by_office or self.is_of_maker
        if self.kind == "task" and self.field == "task_status":
            return by_office or self._works_on_it
        return self._works_on_it

    @property
    def _works_on_it(self) -> bool:
        """Whose the record is to work on: the office's own, a shared one, a task one holds, or one's own."""
        if self.writer is OFFICE:
            return self.maker is OFFICE
        if self.kind == "task":
            return self.writer is HOLDER or (self.is_of_maker and self.maker is MAKER)
        return self.kind in SHARED or self.is_of_maker


def entries() -> Iterator[Entry]:
    for kind, specs in SPECS.items():
        for writer, maker in product(WRITERS, MAKERS):
            if (maker is OFFICE and kind not in OFFICE_MADE) or (maker is MAKER and kind in REVIEWING):
                continue
            for action, spec in product(SETTING, specs):
                yield Entry(writer, action, kind, spec.name, maker)
            for action in STATES:
                yield Entry(writer, action, kind, None, maker)


def value_for(entry: Entry) -> Json:
    """A new value; whoever is not the office names nobody but themselves as owner of a task."""
    if (entry.kind, entry.field) == ("task", "owner"):
        return entry.writer.holder or "stranger"
    return "new"


def line(writer: Writer, action: Action, kind: str, seq: int, fields: dict[str, Json]) -> Line:
    return Line(f"{writer.device}-{seq}", 1, writer, 0, seq, seq, seq - 1, action, kind, fields)


def made(entry: Entry) -> list[Line]:
    """The record before: made, and if it is a task, given to its holder; a restored one was withdrawn."""
    fields: dict[str, Json] = {} if entry.field is None else {entry.field: "old"}
    if entry.kind == "task":
        # A surveyor's own task was given to a colleague as well by the office, as only that can.
        fields |= {"owner": entry.maker.holder if entry.maker is MAKER else HOLDER.holder}
    before = [line(entry.maker, Action.CREATE, entry.kind, 1, fields)]
    if entry.kind == "task" and entry.maker is MAKER:
        before.append(line(OFFICE, Action.CHANGE, "task", 2, {"owner": HOLDER.holder}))
    if entry.action is Action.RESTORE:
        withdrawer = OFFICE if entry.kind == "task" else entry.maker
        before.append(line(withdrawer, Action.WITHDRAW, entry.kind, 3, {}))
    return before


def shown(state: Projected) -> tuple[object, ...]:
    return (state.exists, dict(state.values), dict(state.conflicts), state.withdrawn, state.sealed)


def tried(entry: Entry) -> tuple[tuple[object, ...], tuple[object, ...], bool]:
    """What shows before and after, and whether the entry was set aside."""
    before = made(entry)
    fields = {} if entry.field is None else {entry.field: value_for(entry)}
    attempt = line(entry.writer, entry.action, entry.kind, 9, fields)
    of_office = entry.maker is OFFICE and entry.kind == "claim"
    then = project(before, {}, office_has_one=of_office)
    now = project([*before, attempt], {}, office_has_one=of_office)
    return shown(then), shown(now), attempt.hash in now.quarantine


@pytest.mark.parametrize("kind", SPECS)
def test_an_entry_without_permission_changes_nothing_and_one_with_it_does(kind: str) -> None:
    wrong, count = [], 0
    for entry in entries():
        if entry.kind != kind:
            continue
        then, now, is_aside = tried(entry)
        says_nothing = entry.action is Action.SIGN and entry.field is None
        has_effect = then != now or (says_nothing and not is_aside) or (entry.permitted and not is_aside)
        count += 1
        if (has_effect, is_aside) != (entry.permitted, not entry.permitted):
            wrong.append((entry, then, now, is_aside))
        if entry.permitted and entry.field is not None and entry.field != "owner":
            assert now[1][entry.field] == "new", entry  # type: ignore[index]  # the values of the record
    assert wrong == []
    assert count > len(SPECS[kind])


@pytest.mark.parametrize("action", [Action.CREATE, Action.CHANGE, Action.ATTACH])
@pytest.mark.parametrize("maker", MAKERS)
def test_a_surveyor_gives_a_task_to_nobody_else(maker: Writer, action: Action) -> None:
    before = [] if action is Action.CREATE else [line(maker, Action.CREATE, "task", 1, {"owner": "wang"})]
    for writer in (MAKER, SECOND_LAPTOP, OTHER):
        attempt = line(writer, action, "task", 9, {"owner": "zhao", "weather": "rain"})
        state = project([*before, attempt], {})
        assert state.values.get("owner") in {None, "wang"}
        assert attempt.hash in state.quarantine
        assert state.exists is bool(before)
    given = project([*before, line(OFFICE, action, "task", 9, {"owner": "zhao"})], {})
    assert given.values["owner"] == "zhao"


def test_the_first_of_two_makers_keeps_the_record_and_a_refused_one_gets_nothing_by_further_lines() -> None:
    second = [line(OTHER, action, "claim", n, {"insured_name": "x"}) for n, action in enumerate(SETTING, start=1)]
    state = project(second, {}, office_has_one=True)
    assert not state.exists
    assert set(state.quarantine) == {item.hash for item in second}


@pytest.mark.parametrize("kind", sorted(REVIEWING))
@pytest.mark.parametrize("writer", [MAKER, SECOND_LAPTOP, HOLDER, OTHER, STRANGER])
def test_no_surveyor_reviews_a_survey(kind: str, writer: Writer) -> None:
    field = "status" if kind == "review" else "result"
    attempts = [line(writer, action, kind, n, {field: "passed"}) for n, action in enumerate(SETTING, start=1)]
    state = project(attempts, {})
    assert not state.exists
    assert set(state.quarantine) == {item.hash for item in attempts}


@pytest.mark.parametrize("writer", [MAKER, OTHER, STRANGER])
@pytest.mark.parametrize("action", [action for action in Action if action is not Action.NOTE])
def test_about_the_case_itself_a_surveyor_changes_nothing(writer: Writer, action: Action) -> None:
    fields: dict[str, Json] = {"alias_of": "other", "device": "d-maker", "accepted": [], "report_no": "x"}
    state = project([line(writer, action, CASE_KIND, 1, fields)], {})
    assert not state.values
    assert bool(state.quarantine) is (action in {Action.ALIAS, Action.REVOKE})
