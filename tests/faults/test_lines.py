"""A line that is cut anywhere, in either direction, and loses answers: nothing is lost, nothing doubled, every receipt is true.

The campaigns cut three hundred times, lose every answer of a delivery once, and let twenty devices deliver two hundred cases
at once over such a line; a few of each run with all tests.
"""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.protocol.items import ItemState, Lane
from surveyor_app.protocol.limits import KIB, MIB
from surveyor_app.records.schema import journal as journal_table
from surveyor_app.sync.delivering import deliver
from tests.faults.campaigns import IS_LONG
from tests.integration.laptop import Laptop, patience
from tests.integration.network import Network

CUTS_EACH = 6
SEEDS = range(50) if IS_LONG else range(1)
DEVICES, CASES_EACH = (20, 10) if IS_LONG else (3, 1)
pytestmark = pytest.mark.faults


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all deliveries, each of a case of its own."""
    return shared_centre


@pytest.fixture
def network(live: EmbeddedCentre) -> Iterator[Network]:
    with Network(live.url) as between:
        yield between


@pytest.fixture(scope="module")
def enrolled(shared_centre: EmbeddedCentre) -> Laptop:
    """A device of the module; each test gives it another case."""
    return _enrolled(shared_centre, "zhang")


def _enrolled(centre: EmbeddedCentre, user: str) -> Laptop:
    laptop = Laptop(user)
    code = office.create_user(centre.centre, user, user.title()).code
    assert code is not None
    laptop.enrol(centre.url, code)
    return laptop


def with_work(laptop: Laptop, chance: random.Random) -> Laptop:
    """The same device with a case of small and large originals, previews and a video."""
    other = laptop.with_another_case()
    other.open_case()
    for size in (chance.randrange(1, 90 * KIB), chance.randrange(1, 90 * KIB), MIB + chance.randrange(MIB)):
        other.add_evidence(chance.randbytes(size), preview=chance.randbytes(chance.randrange(1, 20 * KIB)))
    other.add_evidence(chance.randbytes(2 * MIB + 5), Lane.VIDEO)
    return other


def deliver_over(network: Network, laptop: Laptop) -> None:
    with laptop.client(network.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience(600.0))


def assert_whole(centre: EmbeddedCentre, laptop: Laptop) -> None:
    """The centre holds each byte and each line once, numbered as here, and the receipt that is held stands for them."""
    for sha256, data in laptop.bytes.items():
        assert b"".join(centre.centre.store.read(f"cases/{laptop.case_id}/{sha256}")) == data
        assert laptop.items[sha256].state is ItemState.RECEIPTED
    with centre.centre.database.read() as session:
        columns = (journal_table.c.number, journal_table.c.hash)
        held = session.execute(select(*columns).where(journal_table.c.case_id == laptop.case_id)).all()
    numbers = laptop.numbers()
    assert sorted(number or 0 for number in numbers) == list(range(1, len(numbers) + 1))
    assert sorted(row.number for row in held) == list(range(1, len(held) + 1))
    assert len({row.hash for row in held}) == len(held) == len(numbers)
    kind, receipt, cms = laptop.saved_receipts[-1]
    assert kind == "full"
    laptop.verify(receipt, cms)
    assert json.loads(receipt)["case"] == laptop.case_id


@pytest.mark.parametrize("seed", SEEDS)
def test_cuts_at_any_byte_lose_nothing(live: EmbeddedCentre, network: Network, enrolled: Laptop, seed: int) -> None:
    chance = random.Random(seed)
    laptop = with_work(enrolled, chance)
    sent = sum(map(len, laptop.bytes.values()))
    for _ in range(CUTS_EACH):
        is_answer = chance.random() < 0.5
        # In answers of some hundred bytes, and anywhere in what is sent.
        network.cut_answers_after.append(chance.randrange(3_000) if is_answer else 10**9)
        network.cut_after.append(10**9 if is_answer else chance.randrange(sent // 2))
    deliver_over(network, laptop)
    assert_whole(live, laptop)


def test_any_answer_may_be_lost_once(live: EmbeddedCentre, network: Network, enrolled: Laptop) -> None:
    for lost in itertools.count(1, 1 if IS_LONG else 4):
        laptop = with_work(enrolled, random.Random(lost))
        network.answers, network.lost_answer = 0, lost
        deliver_over(network, laptop)
        assert_whole(live, laptop)
        if network.answers < lost:
            break
    assert lost > 5


def test_many_devices_deliver_many_cases_at_once_over_a_bad_line(live: EmbeddedCentre, network: Network) -> None:
    devices = [_enrolled(live, f"surveyor{number}") for number in range(DEVICES)]
    chance = random.Random(20)
    # One connection in two is cut.
    for _ in range(DEVICES * CASES_EACH * 2):
        network.cut_after += [chance.randrange(3 * MIB), 10**9]

    def deliver_all(number: int) -> list[Laptop]:
        own = random.Random(number)
        laptops = [with_work(devices[number], own) for _ in range(CASES_EACH)]
        for laptop in laptops:
            deliver_over(network, laptop)
        return laptops

    with ThreadPoolExecutor(DEVICES) as pool:
        laptops = [laptop for made in pool.map(deliver_all, range(DEVICES)) for laptop in made]
    assert len({laptop.case_id for laptop in laptops}) == DEVICES * CASES_EACH
    for laptop in laptops:
        assert_whole(live, laptop)
