"""A list that is followed is at every moment the list that would be read anew."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.operations.editing import records
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.known_records import MOST_TOUCHED, KnownRecords


def test_what_is_made_moved_changed_withdrawn_and_restored_is_followed(case: CaseFile) -> None:
    known = KnownRecords(case, DamageMark)
    ids: list[str] = []

    def follow(changes: Changes) -> None:
        known.apply(changes)
        assert known.all() == record_access.list_all(case, DamageMark)

    for n in range(4):
        created = records.create(case, DamageMark, {"part_text": str(n)})
        ids.append(created.id)
        follow(created.changes)
    follow(records.move(case, DamageMark, ids[3], ids[0]))
    follow(records.change(case, DamageMark, ids[1], {"part_text": "门"}))
    follow(records.withdraw(case, DamageMark, [ids[0], ids[2]], "错"))
    assert [mark.part_text for mark in known.all()] == ["3", "门"]
    follow(records.restore(case, DamageMark, [ids[0]]))
    assert known.apply(records.create(case, Vehicle, {}).changes) == frozenset()
    assert set(known.by_id) == {ids[0], ids[1], ids[3]}


def test_many_at_once_are_read_whole(case: CaseFile) -> None:
    known = KnownRecords(case, DamageMark)
    made = records.create(case, DamageMark, {"part_text": "门"})
    known.apply(Changes({"damage_mark": frozenset({made.id, *(str(n) for n in range(MOST_TOUCHED))})}))
    assert set(known.by_id) == {made.id}
