"""The records of a bag follow from its lines as they do on laptop and centre: what a locked-out laptop signs makes none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.ownership import Role
from surveyor_app.records.lines import parse
from surveyor_app.records.revocations import revocation
from surveyor_app.report.bag.records import BagRecords, main_lines, records_of
from tests.report.bags import CASE, Device


@pytest.fixture
def lost() -> Device:
    device = Device()
    device.writes(photo("genuine"))
    return device


def photo(name: str) -> Step:
    return Step(Action.CREATE, "evidence", RecordId(name), {"file_name": name, "sha256": "ab" * 32})


def read(journal: Sequence[SignedEntry], *devices: Device) -> BagRecords:
    return records_of(main_lines(parse(item, CASE) for item in journal), {item.id: item.writer for item in devices})


def test_what_it_signs_afterwards_names_no_file(lost: Device) -> None:
    office = Device("office", Role.OFFICE)
    office.writes(revocation(CASE, lost.id, [lost.written[-1].hash], "lost"))
    lost.writes(photo("forged"))
    records = read([*lost.written, *office.written], lost, office)
    assert [item.file_name for item in records.evidence] == ["genuine"]
    assert records.revoked == 1


def test_nobody_but_the_office_locks_it_out(lost: Device) -> None:
    colleague = Device("wang")
    colleague.writes(revocation(CASE, lost.id, [], "lost"))
    records = read([*lost.written, *colleague.written], lost, colleague)
    assert [item.file_name for item in records.evidence] == ["genuine"]
    assert records.revoked == 0
