"""Numbers that cannot be, by what kind of field they stand in; what may be below zero still may."""

from __future__ import annotations

from decimal import Decimal

import pytest

from surveyor_app.domain.journal.fields import FieldSpec, spec_of
from surveyor_app.domain.kinds import KINDS, SPECS
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.ui.forms.field_limits import fault

MONEY = [(kind, spec) for kind, specs in SPECS.items() for spec in specs if spec.is_money]


def test_no_amount_of_any_kind_may_be_below_zero() -> None:
    assert MONEY
    for kind, spec in MONEY:
        assert fault(kind, spec, Decimal("-0.01")), (kind, spec.name)
        assert not fault(kind, spec, Decimal("0.00")), (kind, spec.name)
        assert not fault(kind, spec, None)


@pytest.mark.parametrize(
    ("spec", "kind", "fine", "refused"),
    [
        (spec_of(DamageMark, "severity"), "damage_mark", (1, 5), (0, 6, -1)),
        (spec_of(DamageMark, "pdof"), "damage_mark", (0, 12), (-1, 13)),
        (spec_of(Injury, "disability_grade"), "injury", (1, 10), (0, 11)),
    ],
)
def test_a_scale_has_two_ends(spec: FieldSpec, kind: str, fine: tuple[int, ...], refused: tuple[int, ...]) -> None:
    assert not any(fault(kind, spec, value) for value in fine)
    assert all(fault(kind, spec, value) for value in refused)


def test_shares_lengths_and_counts_are_not_below_zero_and_shares_not_above_all() -> None:
    for kind, name, bad in (
        ("property_item", "loss_rate", "100.01"),
        ("vehicle", "ratio", "-1"),
        ("damage_mark", "depth_cm", "-0.1"),
        ("rescue_cost", "km", "-3"),
        ("property_item", "quantity", "-1"),
        ("fee", "days", "-1"),
    ):
        assert fault(kind, spec_of(KINDS[kind], name), Decimal(bad)), name
        assert not fault(kind, spec_of(KINDS[kind], name), Decimal(100)), name


def test_a_place_south_of_the_equator_or_west_of_greenwich_is_no_fault() -> None:
    places = [(kind, spec) for kind, specs in SPECS.items() for spec in specs if spec.unit.startswith("°")]
    assert {spec.name for _, spec in places} >= {"accident_lat", "accident_lon"}
    assert not any(fault(kind, spec, Decimal("-73.9")) for kind, spec in places)
