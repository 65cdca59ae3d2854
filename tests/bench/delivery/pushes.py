"""Entries pushed to one node, each a request of its own: from one laptop, and from twenty at the same time.

The centre runs in a process of its own, on SQLite and on PostgreSQL, both flushing every commit to the disk. What the laptops
send was signed before. How long an answer takes is measured at the rate of the goal: where they send as fast as they get answers,
each answer takes as long as there are laptops, whatever the centre does.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import accounts, certificates, sign_ins
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.protocol.decoding import encode_message
from surveyor_app.protocol.entries import PushRequest, to_wire
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.records.schema import devices
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.patience import Patience
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place
from tests.bench.processes import Served, run_job, served_job
from tests.integration.laptop import Laptop
from tests.postgres_server import DURABLE, find_binaries, running_server

LAPTOPS = 20
GOAL_RATE = 120.0
MORE_DEVICES = 100_000
AT_ONCE = 5_000


def measure(place: Place) -> list[Figure]:
    """Measure both engines, each before and after many more laptops have become known."""
    figures = _on(place, "SQLite", None)
    binaries = find_binaries()
    if binaries is None:
        place.say("no PostgreSQL here")
        return figures
    with running_server(binaries, DURABLE) as server, server.fresh_database() as database:
        return [*figures, *_on(place, "PostgreSQL", database)]


def _on(place: Place, engine: str, database: str | None) -> list[Figure]:
    each = place.sized(60, 15)
    more = place.sized(MORE_DEVICES, MORE_DEVICES // 10)
    with _Node.running(place.folder(engine), database) as node:
        node.send(1, 10)  # What is compiled at the first push is not measured.
        alone, twenty, paced = node.send(1, 2 * each), node.send(LAPTOPS, each), node.send(LAPTOPS, each, GOAL_RATE)
        node.know(more)
        crowd_alone, crowd = node.send(1, 2 * each), node.send(LAPTOPS, each)
    slower = f"with {more:,} more laptops known {crowd.rate:.0f}/s"
    return [
        Figure(f"pushes a second, one laptop, {engine}", alone.rate, "/s", Goal.AT_LEAST, 60, alone.note),
        Figure(
            f"pushes a second, {LAPTOPS} laptops, {engine}", twenty.rate, "/s", Goal.AT_LEAST, GOAL_RATE, twenty.note
        ),
        Figure(
            f"p95 of an answer at {GOAL_RATE:.0f} pushes a second, {LAPTOPS} laptops, {engine}",
            1000 * paced.p95, "ms", Goal.AT_MOST, 100, paced.note,
        ),
        Figure(
            f"CPU of the centre for a push after {more:,} more laptops over before, {engine}",
            (crowd.cpu + crowd_alone.cpu) / (twenty.cpu + alone.cpu), "x", Goal.AT_MOST, 1.1, f"{slower}; {crowd.note}",
        ),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Run:
    """What came of one run: answers, their times, and the centre's CPU seconds for each."""

    seconds: float
    took: Sequence[float]
    cpu: float

    @property
    def rate(self) -> float:
        return len(self.took) / self.seconds

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.took, n=20)[-1]

    @property
    def note(self) -> str:
        middle = statistics.median(self.took)
        times = f"median {1000 * middle:.0f} ms, p95 {1000 * self.p95:.0f} ms"
        return f"{len(self.took)} pushes, {self.rate:.0f}/s, {times}, {1000 * self.cpu:.1f} ms of the centre's CPU each"


class _Node:
    """A node at work and the laptops that push to it."""

    def __init__(self, folder: Path, served: Served, centre: Centre, laptops: Sequence[Laptop]) -> None:
        self._folder = folder
        self._served = served
        self._centre = centre
        self._laptops = laptops

    @classmethod
    @contextmanager
    def running(cls, folder: Path, database: str | None) -> Iterator[_Node]:
        """Serve it and enrol the laptops, each with a case of its own."""
        with ExitStack() as stack:
            data = folder / "centre"
            centre = stack.enter_context(closing(Centre(CentreConfig(data, database))))
            served = stack.enter_context(served_job("delivery.loopback_job", data, *filter(None, [database])))
            laptops = [stack.enter_context(closing(Laptop(f"bench{number}"))) for number in range(LAPTOPS)]
            for laptop in laptops:
                laptop.enrol(served.address, office.create_user(centre, laptop.user, laptop.user).code or "")
                laptop.open_case()
                with laptop.client(served.address) as client:
                    Exchange(laptop, client, Patience(60)).run()
            yield cls(folder, served, centre, laptops)

    def send(self, laptops: int, each: int, rate: float | None = None) -> _Run:
        """Let so many laptops send so many pushes each, as fast as they are answered or at a rate of all together."""
        plan = {
            "url": self._served.address,
            "every_s": 0 if rate is None else laptops / rate,
            "laptops": [self._prepared(laptop, each) for laptop in self._laptops[:laptops]],
        }
        path = self._folder / "plan.json"
        path.write_text(json.dumps(plan))
        before = self._served.cpu_seconds()
        result = run_job("delivery.pushes_job", path)
        cpu = self._served.cpu_seconds() - before
        if len(result["took"]) != result["wanted"]:
            raise SystemExit("not every push was taken")
        return _Run(result["seconds"], result["took"], cpu / len(result["took"]))

    def _prepared(self, laptop: Laptop, count: int) -> dict[str, Any]:
        with laptop.client(self._served.address) as client:
            request = TokenRequest(refresh_token=laptop.tokens.load()[0])
            answer = client.post("/v1/token", request, TokenAnswer, signed_in=False)
        laptop.tokens.save((answer.refresh_token,))
        bodies = []
        for number in range(count):
            person = {"name": f"{number}", "phone": "13800138000"}
            signed = laptop.write(Step(Action.CREATE, "person", new_record_id(), person))
            bodies.append(encode_message(PushRequest(tuple(to_wire(entry) for entry in signed))))
        packed = [base64.b64encode(gzip.compress(body, mtime=0)).decode() for body in bodies]
        return {"path": f"/v1/cases/{laptop.case_id}/entries", "token": answer.access_token, "bodies": packed}

    def know(self, count: int) -> None:
        """Let so many more laptops be known, each with an account, a certificate and a sign-in."""
        with self._centre.database.read() as session:
            certificate = session.scalar(select(certificates.c.certificate).where(certificates.c.purpose == "device"))
            before = session.scalar(select(func.count()).select_from(devices)) or 0
        for start in range(0, count, AT_ONCE):
            some = range(before + start, before + min(start + AT_ONCE, count))
            with self._centre.database.write() as session:
                for table, row in _ROWS:
                    session.execute(insert(table), [row(f"{number:064x}", certificate) for number in some])


def _device(name: str, certificate: Any) -> dict[str, Any]:
    told = {"role": "surveyor", "holder": f"user{name}", "certificate": certificate}
    return {"id": name, "public_key": os.urandom(32), **told}


def _certificate(name: str, certificate: Any) -> dict[str, Any]:
    about = {"fingerprint": name, "purpose": "device", "user": f"user{name}", "device": name}
    return {**about, "certificate": certificate, "not_after": "2030-01-01T00:00:00.000000Z"}


def _account(name: str, certificate: Any) -> dict[str, Any]:
    told = {"display_name": name, "role": "surveyor", "disabled": False, "inbox_number": 0}
    return {"user": f"user{name}", **told, "created_at": "2026-01-01T00:00:00.000000Z"}


def _sign_in(name: str, certificate: Any) -> dict[str, Any]:
    held = {"family": name, "user": f"user{name}", "device": name, "current_hash": name}
    return {**held, "expires_at": "2030-01-01T00:00:00.000000Z"}


_ROWS: Sequence[tuple[Any, Callable[[str, Any], dict[str, Any]]]] = (
    (devices, _device), (certificates, _certificate), (accounts, _account), (sign_ins, _sign_in),
)  # fmt: skip
