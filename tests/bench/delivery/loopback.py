"""Deliveries over a good line: pushes and small blobs a second between a laptop and a centre on the same machine.

The centre runs in a process of its own, once as it is and once behind a listening socket without TCP_NODELAY, in turn: what
differs is how long an answer lies in the kernel, everything else (signatures, SQLite, flushing to the disk) costs both the same.
The laptop is the one of the tests of the wire, its journal in memory. A push carries one operation; a blob 2 kB.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.patience import Patience
from tests.bench.figures import Figure, Goal, InTurn, in_turn
from tests.bench.place import Place
from tests.bench.processes import serving_job
from tests.integration.laptop import Laptop

BLOB_BYTES = 2000


def measure(place: Place) -> list[Figure]:
    """Measure both rates on both sides."""
    rounds, pushes, blobs = place.sized(5, 3), place.sized(100, 30), place.sized(100, 30)
    with (
        _surveyor(place.folder("ours"), "delivery.loopback_job") as ours,
        _surveyor(place.folder("baseline"), "delivery.loopback_baseline") as baseline,
    ):
        pushed = in_turn(rounds, lambda _: ours.push(pushes), lambda _: baseline.push(pushes))
        sent = in_turn(rounds, lambda _: ours.send(blobs), lambda _: baseline.send(blobs))
    return [
        _figure(f"pushes of one operation over loopback, {rounds} times {pushes}", pushes, pushed, Goal.AT_LEAST, 2),
        _figure(f"small blobs delivered over loopback, {rounds} cases of {blobs}", blobs, sent, Goal.AT_LEAST, 1),
    ]


def _figure(what: str, count: int, turns: InTurn, direction: Goal, goal: float) -> Figure:
    note = f"{_rate(count, turns.ours)}/s, baseline {_rate(count, turns.baseline)}/s; {turns.seconds()}"
    return Figure(f"{what}: rate over no TCP_NODELAY", turns.rate_ratio, "x", direction, goal, note)


def _rate(count: int, seconds: Sequence[float]) -> str:
    return f"{count / statistics.median(seconds):,.0f}"


class _Surveyor:
    """An enrolled laptop at one centre; every measurement is a case of its own."""

    def __init__(self, server: str, laptop: Laptop) -> None:
        self._server = server
        self._laptop = laptop
        self._random = random.Random(5)

    def push(self, count: int) -> float:
        """Push so many operations, each in a request of its own, and return how long it took."""
        with closing(self._next()) as laptop, laptop.client(self._server) as client:
            laptop.open_case()
            Exchange(laptop, client, Patience(60)).run()
            for number in range(count):
                laptop.write(Step(Action.CREATE, "person", new_record_id(), {"name": f"{number}"}))
            started = time.monotonic()
            Exchange(laptop, client, Patience(60), push_bytes=1).push()
            return time.monotonic() - started

    def send(self, count: int) -> float:
        """Deliver a case of so many small blobs up to its full receipt and return how long it took."""
        with closing(self._next()) as laptop, laptop.client(self._server) as client:
            laptop.open_case()
            for _ in range(count):
                laptop.add_evidence(self._random.randbytes(BLOB_BYTES))
            started = time.monotonic()
            outcome = deliver(laptop, client, laptop.verify, patience=Patience(60))
            seconds = time.monotonic() - started
        if outcome.uploaded != count * BLOB_BYTES:
            raise SystemExit("the centre did not take the whole case")
        return seconds

    def _next(self) -> Laptop:
        return self._laptop.with_another_case()


@contextmanager
def _surveyor(folder: Path, module: str) -> Iterator[_Surveyor]:
    """Serve a centre from a process of its own and enrol a laptop there."""
    with closing(Centre(CentreConfig(folder))) as centre:
        code = office.create_user(centre, "bench", "Bench").code
    with serving_job(module, folder) as server, closing(Laptop("bench")) as laptop:
        laptop.enrol(server, code or "")
        yield _Surveyor(server, laptop)
