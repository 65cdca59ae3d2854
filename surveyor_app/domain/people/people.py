"""People of the case (人员), entered once and referred to everywhere: domain §3.1, §3.2, §6.1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from surveyor_app.domain.journal.fields import day, enum, integer, multi, ref, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A person with one or several roles in the case. ``merged_into``: withdrawn because it is the same person as that one."""

    KIND: ClassVar[str] = "person"

    name: str | None = text(60)
    roles: tuple[str, ...] | None = multi("person_role")
    sex: str | None = enum("sex")
    birth: date | None = day()
    id_type: str | None = enum("id_type")
    id_no: str | None = text(30)
    phone: str | None = text(30)
    employer: str | None = text(100)
    occupation: str | None = enum("occupation")
    address: str | None = text(200)
    relation_to_insured: str | None = enum("relation_to_insured")
    licence_no: str | None = text(20)
    licence_class: str | None = text(20)
    first_licensed: date | None = day()
    position: str | None = enum("person_position")
    severity: str | None = enum("injury_severity")
    note: str | None = text(1000)
    ethnicity: str | None = text(30)
    relation_to_parties: str | None = text(200)
    merged_into: str | None = ref("person")
    age: int | None = integer()
    education: str | None = enum("education")
    industry: str | None = text(60)
    licence_valid_to: date | None = day()
