"""Witness records (证人记录): domain §7."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import boolean, decimal, enum, instant, multi, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness(Record):
    """A witness record (证人记录): where a person stood and what that person could see; domain §7.

    Who the witness is stands in the person. ``bearing_deg`` and ``distance_m`` are from the accident to the witness, degrees
    clockwise from north. ``is_interested``: an interest in a party (民事证据规定 art. 90); such testimony cannot stand alone.
    """

    KIND: ClassVar[str] = "witness"

    rank: str | None = text(60)
    person_uid: str | None = ref("person")
    position: str | None = text(300)
    bearing_deg: Decimal | None = decimal(1, "°")
    distance_m: Decimal | None = decimal(1, "m")
    view: str | None = enum("witness_view")
    what_perceived: str | None = text(4000)
    vehicle: str | None = enum("witness_vehicle")
    relation_to_parties: str | None = text(200)
    is_interested: bool | None = boolean()
    willing_to_testify: bool | None = boolean()
    contact_consent: bool | None = boolean()
    wants_confidentiality: bool | None = boolean()
    refused: bool | None = boolean()
    refusal_reason: str | None = text(500)
    statement_uid: str | None = ref("statement")
    media: tuple[str, ...] | None = multi()
    recorded_by: str | None = text(60)
    recorded_at: Instant | None = instant()
