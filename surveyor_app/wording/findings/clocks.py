"""Time limits by law and by the insurer's own standard (法定时限, 服务时效), read once; domain §1.6, §1.7."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, optional, require_once, whole
from surveyor_app.wording.toml_files import string_of, well_formed

CLOCKS, LEVELS = "clocks.toml", "sla.toml"
UNITS: Mapping[str, timedelta | None] = {
    "minutes": timedelta(minutes=1),
    "hours": timedelta(hours=1),
    "days": timedelta(days=1),
    # A year is counted on the calendar.
    "years": None,
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One time limit; ``amount`` is ``None`` where the rule says promptly, 0 where it says at once."""

    id: str
    name: Text
    amount: int | None
    unit: str | None
    value: Text
    starts: str
    start: Text
    basis: str
    paused_by: str | None = None
    insurer: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """One standard of the insurer's own, from one instant to another; ``up_to`` is the loss it holds up to."""

    id: str
    name: Text
    value: int
    unit: str
    starts: str
    ends: str
    up_to: Decimal | None = None
    insurer: str | None = None
    region: str | None = None
    valid_from: str | None = None

    @property
    def time(self) -> timedelta:
        """Return how long it is."""
        return self.value * (UNITS[self.unit] or timedelta(days=365))


@cache
def load_clocks(resources: Path) -> Mapping[str, Clock]:
    """Read ``clocks.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or an entry in it is not whole.
    """
    table = read_table(resources, CLOCKS)
    with well_formed(resources, CLOCKS):
        clocks = [_clock(item) for item in table["clock"]]
        require_once(clock.id for clock in clocks)
    return {clock.id: clock for clock in clocks}


@cache
def load_service_levels(resources: Path) -> Sequence[ServiceLevel]:
    """Read ``sla.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or an entry in it is not whole.
    """
    table = read_table(resources, LEVELS)
    with well_formed(resources, LEVELS):
        levels = [_level(item) for item in table["sla"]]
        require_once((level.id, level.insurer, level.region, level.valid_from) for level in levels)
    return levels


def _clock(item: Item) -> Clock:
    has_amount = "amount" in item
    return Clock(
        id=string_of(item["id"]),
        name=item.text(),
        amount=whole(item, "amount", 0, 10_000) if has_amount else None,
        unit=one_of(item, "unit", UNITS) if has_amount else None,
        value=item.text("value_"),
        starts=string_of(item["starts"]),
        start=item.text("start_"),
        basis=string_of(item["basis"]),
        paused_by=optional(item, "paused_by"),
        insurer=optional(item, "insurer"),
    )


def _level(item: Item) -> ServiceLevel:
    return ServiceLevel(
        id=string_of(item["id"]),
        name=item.text(),
        value=whole(item, "value", 0, 10_000),
        unit=one_of(item, "unit", UNITS),
        starts=string_of(item["from"]),
        ends=string_of(item["to"]),
        up_to=_amount(string_of(item["up_to"])) if "up_to" in item else None,
        insurer=optional(item, "insurer"),
        region=optional(item, "region"),
        valid_from=optional(item, "valid_from"),
    )


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"not an amount: {text}") from error
    if not amount.is_finite() or amount < 0:
        raise ValueError(f"not an amount: {text}")
    return amount
