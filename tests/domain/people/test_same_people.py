"""Who may be the same person, and what one record says of both."""

from __future__ import annotations

from datetime import date

import pytest

from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.same_people import Reason, differing_fields, likely_same, taken_over


def person(**fields: object) -> Person:
    return Person(id=new_record_id(), **fields)  # type: ignore[arg-type]  # fields of any type, as the record has them


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"id_no": "E12345678"}, {"id_no": "E12345678", "name": "王"}, Reason.ID_NO),
        ({"name": "王", "phone": "13800000001"}, {"name": "王", "phone": "13800000001"}, Reason.NAME_AND_PHONE),
        ({"name": "王", "phone": "13800000001"}, {"name": "李", "phone": "13800000001"}, None),
        ({"name": "王"}, {"name": "王"}, None),
        *(
            ({"name": one, "phone": "13800000001"}, {"name": other, "phone": "13800000001"}, Reason.NAME_AND_PHONE)
            for one, other in (
                ("买买提·艾力", "买买提•艾力"),
                ("买买提·艾力", "买买提・艾力"),
                ("买买提·艾力", "买买提．艾力"),
                ("买买提·艾力", "买买提 ･ 艾力"),
                ("王建国", "王　建 国"),
                ("王建国", "王\u200b建国\ufeff"),
                ("Ｊｏｈｎ Smith", "john smith"),
                ("葛\U000e0100城", "葛城"),
                ("ﬁona", "fiona"),
            )
        ),
        *(
            ({"name": one, "phone": "13800000001"}, {"name": other, "phone": "13800000001"}, None)
            for one, other in (("买买提·艾力", "买买提艾力"), ("张𠮷", "张吉"), ("བསྟན", "བསྟནི"), ("\u200b", "\ufeff"))
        ),
        ({}, {}, None),
    ],
)
def test_the_same_number_or_name_and_phone_are_likely_one(
    one: dict[str, object], other: dict[str, object], reason: Reason | None
) -> None:
    found = [item.reason for item in likely_same([person(**one), person(**other)])]
    assert found == ([] if reason is None else [reason])


def test_what_only_the_other_knows_is_taken_over_and_roles_are_joined() -> None:
    kept = person(name="王建国", phone="13800000001", roles=("driver",))
    other = person(name="王建囯", phone="13800000001", birth=date(1985, 6, 15), roles=("injured",))
    assert differing_fields(kept, other) == ("name",)
    assert taken_over(kept, other) == {"birth": date(1985, 6, 15), "roles": ("driver", "injured")}
    assert taken_over(kept, other, ["name"])["name"] == "王建囯"
    assert taken_over(kept, kept) == {}
