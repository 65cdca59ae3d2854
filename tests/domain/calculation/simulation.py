"""Compulsory cover a second time, by another method: victims one by one, whole thousandths of a cent, rounds walked through.

Written from the domain's text alone; shares nothing with the program but the notation of vehicles and losses. Floors lose less
than a thousandth of a cent a step, so lines agree with the exact ones to a small part of a cent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle

SCALE = 100_000
"""Thousandths of a cent in a yuan."""

FULL = {Item.DEATH: 180_000, Item.MEDICAL: 18_000, Item.PROPERTY: 2_000}
WITHOUT = {Item.DEATH: 18_000, Item.MEDICAL: 1_800, Item.PROPERTY: 100}
Paid = dict[tuple[str, int], int]


def simulated(vehicles: Sequence[Vehicle], losses: Sequence[Loss], roadside: bool) -> Paid:
    """Return what each payer pays for each loss (by its place), "proxy" for proxy payments; by the limits of 2020."""
    paid: Paid = {}
    for item in Item:
        own = {place: loss for place, loss in enumerate(losses) if loss.item is item}
        paid.update(_item(vehicles, own, item, roadside))
    return paid


def _item(vehicles: Sequence[Vehicle], losses: Mapping[int, Loss], item: Item, roadside: bool) -> Paid:
    tractors = {vehicle.id: vehicle.towed_by or vehicle.id for vehicle in vehicles}
    cars = [vehicle for vehicle in vehicles if vehicle.towed_by is None]
    limits = {car.id: SCALE * (FULL if car.at_fault else WITHOUT)[item] for car in cars if car.insured}
    net = {place: int(loss.amount * SCALE) for place, loss in losses.items()}
    paid: Paid = {}
    if item is Item.PROPERTY:
        paid = _proxies(cars, losses, net, tractors)
        free = [car.id for car in cars if car.insured and not car.at_fault and not car.advance_only]
        for name in free:
            limits[name] -= sum(paid.values()) // len(free)
    may = {
        (car.id, place)
        for car in cars
        for place, loss in losses.items()
        if car.id in limits and _may(car, loss, cars, tractors, roadside)
    }
    return paid | _rounds(limits, net, may)


def _may(car: Vehicle, loss: Loss, cars: Sequence[Vehicle], tractors: Mapping[str, str], roadside: bool) -> bool:
    if car.id in {tractors[name] for name in (loss.vehicle, *loss.not_by) if name is not None}:
        return False
    if car.advance_only:
        return loss.item is Item.MEDICAL and loss.is_emergency
    if loss.item is Item.PROPERTY and not car.at_fault:
        return loss.vehicle is None and (roadside or not any(other.at_fault for other in cars))
    return True


def _proxies(
    cars: Sequence[Vehicle], losses: Mapping[int, Loss], net: dict[int, int], tractors: Mapping[str, str]
) -> Paid:
    free = [car for car in cars if car.insured and not car.at_fault and not car.advance_only]
    guilty = [car for car in cars if car.at_fault]
    paid: Paid = {}
    for car in guilty:
        mine = [
            place for place, loss in losses.items() if loss.vehicle is not None and tractors[loss.vehicle] == car.id
        ]
        whole = sum(net[place] for place in mine)
        if not car.insured or not free or not whole:
            continue
        proxy = min(whole, len(free) * 100 * SCALE // len(guilty))
        for place in mine:
            paid["proxy", place] = proxy * net[place] // whole
    for (_, place), amount in paid.items():
        net[place] -= amount
    return paid


def _rounds(limits: Mapping[str, int], net: Mapping[int, int], may: set[tuple[str, int]]) -> Paid:
    pay: Paid = {}
    for payer, place in may:
        whole = sum(limits[other] for other, where in may if where == place)
        pay[payer, place] = net[place] * limits[payer] // whole if whole else 0
    for payer, limit in limits.items():
        mine = [pair for pair in may if pair[0] == payer]
        borne = sum(pay[pair] for pair in mine)
        if borne > limit:
            for pair in mine:
                pay[pair] = limit * pay[pair] // borne
    for _ in range(1000):
        left = {payer: limit - sum(pay[pair] for pair in may if pair[0] == payer) for payer, limit in limits.items()}
        open_ = {place: net[place] - sum(pay[pair] for pair in may if pair[1] == place) for place in net}
        offers = {}
        for payer, place in may:
            wanted = sum(open_[where] for other, where in may if other == payer)
            if wanted > 0:
                offers[payer, place] = min(open_[place], left[payer] * open_[place] // wanted)
        if not offers or max(offers.values()) * 1000 < SCALE:
            break
        for pair, offer in offers.items():
            offered = sum(other for (_, where), other in offers.items() if where == pair[1])
            pay[pair] += offer * min(open_[pair[1]], offered) // offered if offered else 0
    return pay
