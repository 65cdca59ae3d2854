"""Property (财产): what was damaged and what was not, item by item, beside the insured's own list (domain §3.2, §8.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import day, decimal, enum, money, multi, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyItem(Record):
    """One item. ``amount`` is the loss as written down; ``claimed_*`` is what the insured's own list says of it.

    ``party`` tells whose loss it is: the insured's own or a third party's (check 22). ``insured``: is it insured at all.
    """

    KIND: ClassVar[str] = "property_item"

    rank: str | None = text(60)
    party: str | None = enum("party")
    property_class: str | None = enum("property_class")
    name: str | None = text(100)
    spec_model: str | None = text(100)
    serial: str | None = text(60)
    unit: str | None = text(20)
    quantity: Decimal | None = decimal(3)
    unit_price: Decimal | None = money()
    bought: date | None = day()
    book_value: Decimal | None = money()
    net_value: Decimal | None = money()
    damage_state: str | None = enum("property_damage")
    loss_rate: Decimal | None = decimal(2, "%")
    salvage: Decimal | None = money()
    amount: Decimal | None = money()
    owner: str | None = text(100)
    place: str | None = text(200)
    insured: str | None = enum("tri")
    cover: str | None = enum("cover")
    counting_method: str | None = enum("counting_method")
    claimed_quantity: Decimal | None = decimal(3)
    claimed_amount: Decimal | None = money()
    difference_note: str | None = text(1000)
    photos: tuple[str, ...] | None = multi()
    note: str | None = text(1000)

    @property
    def computed_amount(self) -> Decimal | None:
        """Return quantity × price × loss % − salvage, exactly (domain §8.3), ``None`` while a factor is missing."""
        if self.quantity is None or self.unit_price is None or self.loss_rate is None:
            return None
        return self.quantity * self.unit_price * self.loss_rate / 100 - (self.salvage or Decimal(0))
