"""What losses come to: written down before computed, salvage once, estimates named as such, each sum the sum of the others."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import (
    Losses,
    LossGroup,
    SubjectLoss,
    by_cover,
    by_group,
    by_limit,
    line_amount,
    overall,
    subject_losses,
)
from surveyor_app.domain.losses.vehicles import Vehicle
from tests.domain.losses.lines import mark

CAR, LORRY = (Vehicle(id=new_record_id(), estimate=Decimal(amount)) for amount in ("9000", "500"))


def item(**fields: object) -> PropertyItem:
    figures = {name: Decimal(str(value)) if isinstance(value, int | float) else value for name, value in fields.items()}
    return PropertyItem(id=new_record_id(), **figures)  # type: ignore[arg-type]  # fields of the kind


@pytest.mark.parametrize(
    ("fields", "amount"),
    [
        ({"quantity": 3, "unit_price": 420, "loss_rate": 60, "salvage": 20}, "736.00"),
        ({"quantity": 3, "unit_price": 420, "loss_rate": 60}, "756.00"),
        ({"quantity": 0, "unit_price": 420, "loss_rate": 60}, "0.00"),
        (
            {"quantity": 1, "unit_price": 100, "loss_rate": 10, "salvage": 30},
            "-20.00",
        ),  # salvage worth more than the loss
        ({"quantity": 0.333, "unit_price": 0.5, "loss_rate": 100}, "0.17"),  # 0.1665: the half cent goes up
        ({"quantity": 1, "unit_price": 0.05, "loss_rate": 10}, "0.01"),  # 0.005
        ({"quantity": 3, "unit_price": 420, "loss_rate": 60, "amount": 800}, "800"),  # what is written down counts
        ({"amount": 0}, "0"),
        ({"quantity": 3, "unit_price": 420}, None),
        ({"quantity": 3, "loss_rate": 60}, None),
        ({}, None),
    ],
)
def test_an_item_counts_with_what_is_written_else_with_what_follows(
    fields: dict[str, object], amount: str | None
) -> None:
    assert line_amount(item(**fields)) == (None if amount is None else Decimal(amount))


def test_a_vehicle_counts_with_its_marks_and_without_any_with_its_estimate() -> None:
    marks = [
        mark(vehicle_uid=CAR.id, part_price=Decimal("1280"), labour=Decimal("200"), salvage=Decimal("100")),
        mark(vehicle_uid=CAR.id, paint=Decimal("0.10")),
        mark(vehicle_uid=None, labour=Decimal("5")),
    ]
    assert subject_losses(Losses(vehicles=[CAR, LORRY], marks=marks)) == [
        SubjectLoss(LossGroup.VEHICLES, CAR.id, None, Decimal("1380.10")),
        SubjectLoss(LossGroup.VEHICLES, LORRY.id, None, Decimal("500"), is_estimate=True),
        SubjectLoss(LossGroup.VEHICLES, None, None, Decimal("5")),
    ]


def test_a_mark_without_amounts_says_that_there_is_no_cost_yet_rather_than_the_estimate() -> None:
    (loss,) = subject_losses(Losses(vehicles=[CAR], marks=[mark(vehicle_uid=CAR.id)]))
    assert (loss.amount, loss.is_estimate) == (Decimal(0), False)


def test_an_injured_person_counts_with_the_fees_and_without_any_with_the_estimate() -> None:
    hurt = Injury(id=new_record_id(), estimate=Decimal("9000"), cover="ctpl")
    other = Injury(id=new_record_id(), estimate=Decimal("300"))
    fees = [
        Fee(id=new_record_id(), injury_uid=hurt.id, code="treatment", amount=Decimal("1250.40")),
        Fee(id=new_record_id(), injury_uid=hurt.id, code="lost_earnings"),
        Fee(id=new_record_id(), amount=Decimal("7")),
    ]
    assert subject_losses(Losses(injuries=[hurt, other], fees=fees)) == [
        SubjectLoss(LossGroup.INJURIES, hurt.id, "ctpl", Decimal("1250.40")),
        SubjectLoss(LossGroup.INJURIES, other.id, None, Decimal("300"), is_estimate=True),
        SubjectLoss(LossGroup.INJURIES, None, None, Decimal("7")),
    ]


@pytest.mark.parametrize("disposal", ["to_insured", "to_insurer", "auction", "scrap", None])
def test_salvage_is_deducted_only_where_the_insured_keeps_it(disposal: str | None) -> None:
    piece = Salvage(id=new_record_id(), subject_uid=CAR.id, value=Decimal("50"), disposal=disposal)
    found = subject_losses(Losses(salvage=[piece]))
    assert [loss.amount for loss in found] == ([Decimal("-50")] if disposal == "to_insured" else [])


def test_salvage_is_never_deducted_twice() -> None:
    kept = item(amount=500, salvage=20, cover="property")
    other = item(amount=500, cover="property")
    pieces = [
        Salvage(id=new_record_id(), subject_uid=subject, value=Decimal("50"), disposal="to_insured")
        for subject in (CAR.id, kept.id, other.id, None)
    ]
    marks = [mark(vehicle_uid=CAR.id, part_price=Decimal("1000"), salvage=Decimal("100"))]
    found = subject_losses(Losses(vehicles=[CAR], marks=marks, items=[kept, other], salvage=pieces))
    assert [loss.subject for loss in found if loss.group is LossGroup.SALVAGE] == [pieces[2].id, pieces[3].id]
    assert [loss.cover for loss in found if loss.group is LossGroup.SALVAGE] == ["property", None]
    assert overall(found) == Decimal("900") + Decimal("1000") - Decimal("100")


def test_every_sum_is_the_sum_of_the_others() -> None:
    covers = itertools.cycle([None, "ctpl", "tpl"])
    losses = Losses(
        vehicles=[CAR, LORRY],
        marks=[mark(vehicle_uid=CAR.id, labour=Decimal(n) / 100) for n in range(1, 40)],
        items=[item(quantity=n, unit_price=0.33, loss_rate=33.33, cover=next(covers)) for n in range(1, 40)],
        injuries=[Injury(id=new_record_id(), estimate=Decimal("0.01"), cover=next(covers))],
        rescue=[RescueCost(id=new_record_id(), amount=Decimal("600"), cover="tpl"), RescueCost(id=new_record_id())],
        salvage=[Salvage(id=new_record_id(), value=Decimal("1"), disposal="to_insured")],
    )
    found = subject_losses(losses)
    assert sum(by_group(found).values()) == sum(by_cover(found).values()) == overall(found)
    assert overall(found).as_tuple().exponent == -2
    assert list(by_group([])) == list(LossGroup)
    assert overall([]) == 0


def test_fees_are_summed_by_the_limit_they_count_to() -> None:
    limits = {"treatment": "medical", "hospital_stay": "medical", "nursing": "death_disability"}
    fees = [
        Fee(id=new_record_id(), code=code, amount=amount)
        for code, amount in (
            ("treatment", Decimal("10")),
            ("hospital_stay", Decimal("5.50")),
            ("nursing", Decimal("1")),
            ("region_99", Decimal("2")),
            (None, Decimal("3")),
            ("treatment", None),
        )
    ]
    assert by_limit(fees, limits.get) == {"medical": Decimal("15.50"), "death_disability": 1, None: 5}
