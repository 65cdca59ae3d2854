"""Compulsory cover of a large accident: 2,000 lines of loss, 200 people and vehicles, 10 vehicles, every step and formula made.

Processor time, not the clock's: what is asked is how much work it is.
"""

from __future__ import annotations

import random
import statistics
import time
from datetime import date
from decimal import Decimal

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle
from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.packs import choose
from surveyor_app.wording.rules.rule_packs import own_packs
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place

NAMES = "ABCDEFGHIJ"
LINES, VICTIMS = 2000, 200
DAY = date(2026, 1, 5)


def measure(place: Place) -> list[Figure]:
    """Measure one calculation, several times."""
    pack = choose(own_packs(resources_dir()).packs, "compulsory", accident_on=DAY).pack
    vehicles = [Vehicle(name, name < "G") for name in NAMES]
    dice = random.Random(1)
    losses = [_loss(number, dice) for number in range(LINES)]
    seconds = []
    for _ in range(place.sized(15, 5)):
        started = time.process_time()
        result = pay_compulsory(pack, vehicles, losses, DAY)
        seconds.append(time.process_time() - started)
    note = f"{len(result.lines):,} payable lines, {len(result.steps):,} steps; slowest {1000 * max(seconds):.0f} ms"
    what = f"compulsory cover, {LINES:,} lines of loss and {len(NAMES)} vehicles"
    return [Figure(what, 1000 * statistics.median(seconds), "ms", Goal.AT_MOST, 50, note)]


def _loss(number: int, dice: random.Random) -> Loss:
    victim = number % VICTIMS
    vehicle = NAMES[victim % len(NAMES)] if victim % 2 == 0 else None
    return Loss(
        f"v{victim}", list(Item)[victim % 3], Decimal(dice.randint(1, 300_000)) / 100, vehicle, source=str(number)
    )
