"""Whose a record is goes by the certified holder, and tables follow when a holder becomes known."""

from __future__ import annotations

from dataclasses import replace

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import journal, reading
from surveyor_app.records.replay import Finding, verify
from tests.records.sides import CASE, Side, author, change, create, record_id, sqlite_engine, upgraded

ONE, TWO = author(1), author(2)
CERTIFIED = replace(ONE, certificate=b"certificate 1")
SECOND_DEVICE = replace(author(3), actor=ONE.actor, certificate=b"certificate 3")
OTHER = replace(TWO, certificate=b"certificate 2")


def _caption(side: Side) -> str | None:
    with side.session() as session:
        (found,) = reading.list_records(session, CASE, Evidence, include_withdrawn=True)
    assert not found.withdrawn
    return found.caption


def _verify(side: Side) -> list[Finding]:
    with side.session() as session:
        return verify(session, CASE, sqlite_engine())


def _by(by: journal.Author, known: list[SignedEntry], *steps: Step) -> list[SignedEntry]:
    """Write on a database of that device's own which holds ``known`` already."""
    elsewhere = Side(upgraded(sqlite_engine()))
    elsewhere.know(ONE)
    elsewhere.take([replace(item, number=place) for place, item in enumerate(known, start=1)])
    return elsewhere.write(by, *steps)


def test_another_surveyors_entry_is_stored_numbered_and_set_aside(side: Side) -> None:
    made = side.write(CERTIFIED, create("evidence", 1, caption="mine"))
    side.number(made)
    wrong = _by(OTHER, made, change("evidence", 1, caption="theirs"), Step(Action.WITHDRAW, "evidence", record_id(1)))
    side.know(OTHER)
    received = side.take(wrong)
    assert received.quarantined == dict.fromkeys([item.hash for item in wrong], "not_owner")
    assert _caption(side) == "mine"
    assert len(side.number(wrong)) == 2
    with side.session() as session:
        assert [item.hash for item in journal.entries_after(session, CASE, 1, 9)] == [item.hash for item in wrong]
    assert _verify(side) == []


def test_tables_follow_when_the_holder_of_a_device_becomes_known(side: Side) -> None:
    made = side.write(ONE, create("evidence", 1, caption="first"))
    later = _by(SECOND_DEVICE, made, change("evidence", 1, caption="later"))
    side.number(made)
    side.know(SECOND_DEVICE)
    side.take([replace(item, number=2) for item in later])
    assert _caption(side) == "first"
    assert _verify(side) == []
    side.know(CERTIFIED)
    assert (_caption(side), side.dump()["quarantine"]) == ("later", [])
    assert _verify(side) == []


def test_own_certificate_becomes_known_with_the_first_entry_after_enrolment(side: Side) -> None:
    made = side.write(ONE, create("evidence", 1, caption="first"))
    later = _by(SECOND_DEVICE, made, change("evidence", 1, caption="later"))
    side.know(SECOND_DEVICE)
    side.take(later)
    side.write(CERTIFIED, create("person", 2))
    with side.session() as session:
        known = {device.id: device.certificate for device in journal.known_devices(session)}
    assert known[ONE.signer.device_id] == b"certificate 1"
    assert side.dump()["quarantine"] == []
    assert _verify(side) == []


def test_a_certificate_once_known_is_not_forgotten(side: Side) -> None:
    side.write(CERTIFIED, create("evidence", 1))
    side.know(ONE)
    side.write(ONE, create("person", 2))
    with side.session() as session:
        (device,) = journal.known_devices(session)
    assert device.certificate == b"certificate 1"


def test_the_office_may_not_write_findings_whoever_holds_them(side: Side) -> None:
    made = side.write(CERTIFIED, create("evidence", 1, caption="mine"))
    office = replace(author(5, Role.OFFICE), certificate=b"certificate 5", actor=ONE.actor)
    wrong = _by(office, made, change("evidence", 1, caption="theirs"))
    side.know(office)
    assert side.take(wrong).quarantined == {wrong[0].hash: "not_owner"}
