"""Rules of validation, each caused by the smallest case that breaks it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import RULES, run_checks
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.findings import Check, Level
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.domain.texts import Text
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.shot_lists import load_shot_lists

EMPTY = CaseContents((), (), (), (), (), (), ())


def load() -> list[Check]:
    table = tomllib.loads((resources_dir() / "checks.toml").read_text(encoding="utf-8"))
    return [_check(**item) for item in table["check"]]


def _check(zh: str, en: str, level: str, **columns: str) -> Check:
    return Check(level=Level(level), text=Text({"zh": zh, "en": en}), **columns)


def found(contents: CaseContents) -> set[str]:
    return {finding.check.id for finding in run_checks(load(), contents)}


def at(day: int) -> Instant:
    return Instant(datetime(2026, 11, day, 8, 0, tzinfo=UTC))


def test_every_rule_of_the_file_exists_and_is_used() -> None:
    assert {check.rule for check in load()} == set(RULES)


def test_case_without_vehicle_asks_for_one() -> None:
    assert found(EMPTY) == {"V20"}


LISTS = load_shot_lists(resources_dir())


def asks_for_vehicle(cause: str | None, kind: str = "scene", **records: object) -> bool:
    claim = Claim(id=new_record_id(), loss_cause=cause, plate_no=records.pop("plate_no", None))  # type: ignore[arg-type]  # by name
    task = Task(id=new_record_id(), task_kind=kind)
    contents = replace(EMPTY, claims=[claim], tasks=[task], shot_lists=LISTS, **records)  # type: ignore[arg-type]  # by name
    return "V20" in found(contents)


@pytest.mark.parametrize("cause", ["collision", "hail", "self_ignition", "fire", "flood", "theft", None])
def test_a_motor_case_without_vehicle_asks_for_one(cause: str | None) -> None:
    assert asks_for_vehicle(cause, plate_no="沪A12345"), "the claim names a vehicle"
    assert asks_for_vehicle(cause, "vehicle")


@pytest.mark.parametrize("cause", ["fire", "explosion", "flood", "rainstorm", "water_pipe", "theft", "other_nature"])
def test_a_case_of_property_asks_for_no_vehicle(cause: str) -> None:
    assert not asks_for_vehicle(cause)
    assert not asks_for_vehicle(cause, "resurvey")


def test_a_task_of_property_asks_for_no_vehicle_whatever_the_cause() -> None:
    assert not asks_for_vehicle("collision", "property", plate_no="沪A12345")


def test_a_person_says_whether_vehicles_were_hit() -> None:
    dropped = ShotState(id=new_record_id(), shot_key="motor", state="not_applicable", reason="仓库")
    assert not asks_for_vehicle("windstorm", shot_states=[dropped])
    added = ShotState(id=new_record_id(), shot_key="motor", state="missing")
    assert asks_for_vehicle("fire", shot_states=[added])


def test_an_unsigned_page_and_a_minor_alone_block_finishing() -> None:
    child = Person(id=new_record_id(), name="小明", birth=date(2015, 1, 1), roles=("witness",))
    statement = Statement(id=new_record_id(), subject_uid=child.id, started_at=at(20))
    answer = Answer(id=new_record_id(), statement_uid=statement.id, question="您看到了什么？")
    contents = replace(EMPTY, people=[child], statements=[statement], answers=[answer])
    grave = {item.check.id: item for item in run_checks(load(), contents) if item.check.level is Level.MUST}
    assert {"V75", "V89"} <= set(grave)
    assert (grave["V75"].id, grave["V89"].id) == (statement.id, statement.id)
    assert grave["V75"].text(chinese()) == "笔录1第1页未签名也未注明拒签"
    assert grave["V89"].text(english()) == "Minor: guardian present or note required"


def test_empty_task_asks_for_its_mandatory_fields_and_grave_findings_come_first() -> None:
    findings = run_checks(
        load(), replace(EMPTY, tasks=[Task(id=new_record_id())], statements=[Statement(id=new_record_id())])
    )
    assert {"V02", "V03", "V06", "V10", "V15", "V65", "V76"} <= {finding.check.id for finding in findings}
    levels = [finding.check.level for finding in findings]
    assert levels == sorted(levels, key=lambda level: level is not Level.MUST)
    assert "询问人少于两人" in {finding.text(chinese()) for finding in findings}


def test_arrival_before_the_accident_is_out_of_order() -> None:
    contents = replace(
        EMPTY,
        claims=[Claim(id=new_record_id(), accident_at=at(20), reported_at=at(21))],
        tasks=[Task(id=new_record_id(), arrived_at=at(19))],
    )
    texts = [finding.text(english()) for finding in run_checks(load(), contents)]
    assert "Times out of order: reported_at after arrived_at" in texts


def test_accident_after_the_policy_ended_is_found() -> None:
    claim = Claim(id=new_record_id(), accident_at=at(20), policy_from=date(2025, 1, 1), policy_to=date(2026, 11, 19))
    assert "V71" in found(replace(EMPTY, claims=[claim]))
    assert "V71" not in found(replace(EMPTY, claims=[replace(claim, policy_to=date(2026, 11, 20))]))


def test_frame_numbers_are_checked_and_not_repeated() -> None:
    one = Vehicle(id=new_record_id(), frame_no="1M8GDM9AXKP042788")
    two = Vehicle(id=new_record_id(), frame_no="1M8GDM9AXKP042788")
    assert "V48" in found(replace(EMPTY, vehicles=[one, two]))
    assert "V80" not in found(replace(EMPTY, vehicles=[one]))
    assert "V80" in found(replace(EMPTY, vehicles=[replace(one, frame_no="1M8GDM9A1KP042788")]))


def test_number_of_vehicles_fits_the_kind_of_accident() -> None:
    vehicles = [Vehicle(id=new_record_id()), Vehicle(id=new_record_id())]
    single = Task(id=new_record_id(), accident_kind="single")
    assert "V39" in found(replace(EMPTY, tasks=[single], vehicles=vehicles))
    assert "V40" in found(replace(EMPTY, tasks=[replace(single, accident_kind="two_party")], vehicles=vehicles[:1]))


def test_negative_money_and_thousandths_are_found() -> None:
    marks = [
        DamageMark(id=new_record_id(), labour=Decimal("-1")),
        DamageMark(id=new_record_id(), paint=Decimal("0.001")),
    ]
    findings = [item for item in run_checks(load(), replace(EMPTY, damage_marks=marks)) if item.check.id == "V81"]
    assert [(item.id, item.field) for item in findings] == [(marks[0].id, "labour"), (marks[1].id, "paint")]


def test_a_witness_record_names_the_witness_and_why_one_refused() -> None:
    record = Witness(id=new_record_id(), refused=True)
    assert {"wit_person", "wit_refused"} <= found(replace(EMPTY, witnesses=[record]))
    whole = replace(record, person_uid=new_record_id(), refusal_reason="赶时间")
    assert not {"wit_person", "wit_refused", "wit_interested"} & found(replace(EMPTY, witnesses=[whole]))


def test_a_witness_with_an_interest_is_pointed_out() -> None:
    record = Witness(id=new_record_id(), person_uid=new_record_id(), is_interested=True)
    (finding,) = [item for item in run_checks(load(), replace(EMPTY, witnesses=[record])) if item.id == record.id]
    assert finding.check.level is Level.SHOULD
    assert "art. 90" in finding.text(english())


def test_a_consent_that_was_taken_back_is_pointed_out_until_it_is_given_anew() -> None:
    person = Person(id=new_record_id(), name="王五", roles=("driver",))
    fields = {"person_uid": person.id, "purpose": "medical", "granted": True}
    revoked = Consent(id=new_record_id(), revoked_at=at(20), **fields)  # type: ignore[arg-type]  # as the record has them
    names: dict[str, Text] = {person.id: Text.same("王五")}
    purposes = {"medical": Text({"zh": "病历", "en": "medical records"})}
    contents = replace(EMPTY, people=[person], subject_names=names, purposes=purposes)
    taken_back = replace(contents, consents=[revoked])
    (finding,) = [item for item in run_checks(load(), taken_back) if item.check.id == "consent_revoked"]
    assert (finding.id, finding.check.level) == (person.id, Level.SHOULD)
    assert finding.text(chinese()) == "王五已撤回同意: 病历"
    anew = Consent(id=new_record_id(), **fields)  # type: ignore[arg-type]  # as the record has them
    assert "consent_revoked" not in found(replace(contents, consents=[revoked, anew]))
    refused = Consent(id=new_record_id(), **{**fields, "granted": False})  # type: ignore[arg-type]  # as the record has them
    assert "consent_revoked" not in found(replace(contents, consents=[refused]))
