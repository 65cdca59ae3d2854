"""Undo and redo: operations like any other, in the core, in order, and never under a signed report."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import DiskFull, Sealed
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from tests.operations.office import OtherDesk
from tests.operations.worlds import entries, listed, only


@pytest.fixture
def history() -> History:
    return History()


def names(case: CaseFile) -> list[str | None]:
    return [person.name for person in listed(case, Person)]


def photos(case: CaseFile) -> list[str]:
    return [item.id for item in listed(case, Evidence)]


def test_a_making_is_undone_by_a_withdrawal_and_redone(case: CaseFile, history: History) -> None:
    history.record(records.create(case, Person, {"name": "王五"}).changes)
    history.undo(case)
    assert names(case) == []
    assert entries(case)[-1].reason == "undo"
    history.redo(case)
    assert names(case) == ["王五"]


def test_a_change_is_undone_and_redone(filled: CaseFile, history: History) -> None:
    person = only(filled, Person).id
    history.record(records.change(filled, Person, person, {"name": "赵六", "phone": "138", "roles": ("witness",)}))
    history.undo(filled)
    assert (only(filled, Person).name, only(filled, Person).phone, only(filled, Person).roles) == (
        "王五",
        None,
        ("driver",),
    )
    history.redo(filled)
    assert (only(filled, Person).name, only(filled, Person).phone) == ("赵六", "138")


def test_a_withdrawal_is_undone_and_redone(filled: CaseFile, history: History) -> None:
    before = photos(filled)
    history.record(records.withdraw(filled, Evidence, before[:2], "out of focus"))
    history.undo(filled)
    assert photos(filled) == before
    history.redo(filled)
    assert photos(filled) == before[2:]


def test_a_move_is_undone_and_redone(filled: CaseFile, history: History) -> None:
    first, second, third = photos(filled)
    history.record(records.move(filled, Evidence, third, first))
    history.undo(filled)
    assert photos(filled) == [first, second, third]
    history.redo(filled)
    assert photos(filled) == [third, first, second]


def test_several_are_undone_in_a_row_and_redone(case: CaseFile, history: History) -> None:
    made = records.create(case, Person, {"name": "a"})
    history.record(made.changes)
    history.record(records.change(case, Person, made.id, {"name": "b"}))
    history.record(records.change(case, Person, made.id, {"name": "c"}))
    history.record(records.withdraw(case, Person, [made.id], "twice"))
    seen = []
    while history.undo(case):
        seen.append(names(case))
    assert seen == [["c"], ["b"], ["a"], []]
    seen = []
    while history.redo(case):
        seen.append(names(case))
    assert seen == [["a"], ["b"], ["c"], []]


def test_an_undo_can_follow_an_undo_that_was_redone(case: CaseFile, history: History) -> None:
    made = records.create(case, Person, {"name": "a"})
    history.record(records.change(case, Person, made.id, {"name": "b"}))
    for _ in range(3):
        history.undo(case)
        assert names(case) == ["a"]
        history.redo(case)
        assert names(case) == ["b"]


def test_something_new_ends_what_can_be_redone(case: CaseFile, history: History) -> None:
    history.record(records.create(case, Person, {"name": "a"}).changes)
    history.undo(case)
    history.record(records.create(case, Person, {"name": "b"}).changes)
    assert history.redo_label is None
    assert history.redo(case) is None


def test_the_labels_say_what_would_be_undone_and_redone(case: CaseFile, history: History) -> None:
    assert (history.undo_label, history.redo_label) == (None, None)
    history.record(records.create(case, Person, {"name": "a"}).changes)
    assert (history.undo_label, history.redo_label) == ("create_person", None)
    history.undo(case)
    assert (history.undo_label, history.redo_label) == (None, "create_person")


@pytest.mark.parametrize("changes", [Changes(), Changes(label="deliver", delivery=True)])
def test_what_changed_nothing_is_not_remembered(case: CaseFile, history: History, changes: Changes) -> None:
    history.record(changes)
    assert history.undo(case) is None


def test_an_undo_that_has_nothing_left_to_do_is_not_redone(filled: CaseFile, history: History) -> None:
    """What was made is withdrawn by hand in between: undoing the making changes nothing that a redo could bring back."""
    made = records.create(filled, Person, {"name": "a"})
    history.record(made.changes)
    records.withdraw(filled, Person, [made.id], "twice")
    history.undo(filled)
    assert history.redo(filled) is None


def test_after_an_error_nothing_is_forgotten(case: CaseFile, history: History) -> None:
    made = records.create(case, Person, {"note": "长" * 8000})
    history.record(records.change(case, Person, made.id, {"note": "short"}))

    def fill_disk(connection: object, record: object, proxy: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]  # the driver's connection

    event.listen(case.write_engine, "checkout", fill_disk)
    with pytest.raises(DiskFull):
        history.undo(case)
    event.remove(case.write_engine, "checkout", fill_disk)
    assert (history.undo_label, history.redo_label) == ("change_person", None)
    history.undo(case)
    assert only(case, Person).note == "长" * 8000


def test_nothing_under_a_seal_is_undone(filled: CaseFile, history: History) -> None:
    person = only(filled, Person).id
    history.record(records.change(filled, Person, person, {"phone": "138"}))
    history.record(records.change(filled, Person, person, {"name": "赵六"}))
    filled.apply([Step(Action.SEAL, Task.KIND, only(filled, Task).id)], "seal")
    before = entries(filled)
    with pytest.raises(Sealed):
        history.undo(filled)
    assert entries(filled) == before
    assert history.undo_label is None


def test_an_addendum_can_be_undone(filled: CaseFile, history: History) -> None:
    filled.apply([Step(Action.SEAL, Task.KIND, only(filled, Task).id)], "seal")
    history.record(records.create(filled, Person, {"name": "a"}).changes)
    history.undo(filled)
    assert names(filled) == ["王五"]


# --------------------------------------------------------------------------------------- after a restart


def test_what_was_done_before_a_restart_is_undone_in_order_and_redone(filled: CaseFile) -> None:
    person = only(filled, Person).id
    order = photos(filled)
    records.change(filled, Person, person, {"name": "赵六", "phone": "138"})
    records.move(filled, Evidence, order[2], order[0])
    records.withdraw(filled, Evidence, order[:1], "out of focus")
    again = History.of(filled)
    assert again.undo_label == "withdraw_evidence"
    again.undo(filled)
    assert again.undo_label == "move_evidence"
    again.undo(filled)
    assert photos(filled) == order
    again.undo(filled)
    assert (only(filled, Person).name, only(filled, Person).phone) == ("王五", None)
    again.redo(filled)
    assert only(filled, Person).name == "赵六"


def test_an_undo_and_a_redo_before_a_restart_are_none_of_their_own(case: CaseFile, history: History) -> None:
    history.record(records.create(case, Person, {"name": "a"}).changes)
    history.record(records.create(case, Person, {"name": "b"}).changes)
    history.undo(case)
    again = History.of(case)
    assert (again.undo_label, again.redo_label) == ("create_person", "create_person")
    again.redo(case)
    assert names(case) == ["a", "b"]
    last = History.of(case)
    assert last.redo_label is None
    last.undo(case)
    last.undo(case)
    assert names(case) == []
    assert last.undo_label is None


def test_nothing_from_before_a_seal_or_by_others_is_remembered(filled: CaseFile) -> None:
    OtherDesk(filled, "wang").makes(Person, {"name": "theirs"})
    filled.apply([Step(Action.SEAL, Task.KIND, only(filled, Task).id)], "seal")
    assert History.of(filled).undo_label is None
    records.create(filled, Person, {"name": "addendum"})
    history = History.of(filled)
    history.undo(filled)
    assert history.undo_label is None


def test_the_opening_of_a_case_cannot_be_taken_back(case: CaseFile) -> None:
    assert History.of(case).undo_label is None
