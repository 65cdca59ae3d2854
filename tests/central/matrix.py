"""Who may call what: every route of a live centre, called by everybody there is, on cases in every state.

``python -m tests.central.print_matrix`` prints the table. A route without a row fails the test: whoever adds one says who may
call it. ``allowed`` is what those get who may; everybody else gets what :data:`REFUSED` says of the row's circle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import httpx2
from fastapi import FastAPI
from starlette.routing import Route

from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import locking_out, office, reassigning
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig, OidcConfig
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_case_id, new_record_id
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.protocol import bundles, tus
from surveyor_app.protocol.decoding import encode_message
from surveyor_app.protocol.delivery import DeliverRequest
from surveyor_app.protocol.entries import PushRequest, ReturnRequest, to_wire
from surveyor_app.protocol.messages import EraseBodies
from surveyor_app.protocol.roots import delivery_root
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.store import marks
from tests.integration.laptop import Laptop, patience

SURVEYORS = ("assigned", "stranger", "recalled", "revoked", "disabled")
EVERYBODY = ("nobody", *SURVEYORS, "clerk", "administrator")
PREY = "prey"
STATES = ("open", "sealed", "receipted")
PASSWORD = "correct horse battery"
ORIGINAL = b"an original of the case"


class Circle(Enum):
    """Who may call a route."""

    EVERYBODY = "everybody"
    ENROLLED = "who has an enrolled laptop"
    READERS = "whose the case is or was"
    WRITERS = "whose the case is"
    OFFICE = "the office"
    DESK = "the office, at the desk"
    AUDITOR = "an auditor, at the desk"
    APPROVER = "an approver, at the desk"
    CHIEF = "an administrator, at the desk"
    ADMINISTRATOR = "an administrator"


_NO_SIGN_IN = {"nobody": 401, "revoked": 403, "disabled": 401}
_NO_LAPTOP = {"clerk": 403, "administrator": 403}
_SURVEYORS = dict.fromkeys(SURVEYORS, 403)

REFUSED: Mapping[Circle, Mapping[str, int]] = {
    Circle.EVERYBODY: {},
    Circle.ENROLLED: _NO_SIGN_IN | _NO_LAPTOP,
    Circle.READERS: _NO_SIGN_IN | _NO_LAPTOP | {"stranger": 403},
    Circle.WRITERS: _NO_SIGN_IN | _NO_LAPTOP | {"stranger": 403, "recalled": 403},
    Circle.OFFICE: _SURVEYORS | _NO_SIGN_IN,
    Circle.DESK: dict.fromkeys((*SURVEYORS, "nobody"), 401),
    Circle.CHIEF: dict.fromkeys((*SURVEYORS, "nobody"), 401) | {"clerk": 403},
    Circle.APPROVER: dict.fromkeys((*SURVEYORS, "nobody"), 401) | {"clerk": 403, "administrator": 403},
    Circle.AUDITOR: dict.fromkeys((*SURVEYORS, "nobody"), 401) | {"clerk": 403, "administrator": 403},
    Circle.ADMINISTRATOR: _SURVEYORS | _NO_SIGN_IN | {"clerk": 403},
}
"""Who else is answered how; 401 asks for a sign-in, 403 says no."""


@dataclass
class Case:
    """One case in one of the states, and the laptops as they hold it."""

    id: str
    tasks: list[str]
    laptops: dict[str, Laptop]
    sha256: str = ""


@dataclass
class World:
    """A live centre, everybody's access token, and a case in each state."""

    url: str
    centre: Centre
    tokens: dict[str, str] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)

    @property
    def prey(self) -> Case:
        """A further open case, for whoever leaves disorder behind."""
        return self.cases[PREY]


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent: the filled path, and a message or bytes with their headers."""

    path: str
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


Make = Callable[[World, Case, str], Request]


@dataclass(frozen=True, slots=True)
class Row:
    """One route: who may call it, what they get (by state where that differs), and how it is called."""

    method: str
    path: str
    circle: Circle
    allowed: int | Mapping[str, int]
    make: Make

    def expected(self, who: str, state: str) -> int:
        """The status for one of them."""
        refused = REFUSED[self.circle].get(who)
        if refused is not None:
            return refused
        return self.allowed if isinstance(self.allowed, int) else self.allowed[state]


def plain(path: str) -> Make:
    """A request without a body."""
    return lambda world, case, who: Request(path.format(case=case.id, sha256=case.sha256, **_targets(case)))


def says(path: str, message: object) -> Make:
    """A request with a message of our own, or a plain object."""
    return lambda world, case, who: Request(
        path.format(case=case.id, sha256=case.sha256, **_targets(case)),
        encode_message(message(case) if callable(message) else message),
        {"content-type": "application/json"},
    )


def _targets(case: Case) -> dict[str, str]:
    return {"task": case.tasks[1], "device": "ab" * 32, "user": "nobody"}


def _push(world: World, case: Case, who: str) -> Request:
    laptop = case.laptops.get(who)
    entries = laptop.write(Step(Action.NOTE, CASE_KIND, case.id, {"who": who})) if laptop else []
    message = PushRequest(tuple(to_wire(entry) for entry in entries))
    return Request(f"/v1/cases/{case.id}/entries", encode_message(message), {"content-type": "application/json"})


def _deliver(case: Case) -> object:
    laptop = case.laptops["assigned"]
    return DeliverRequest("full", delivery_root(laptop.delivery_lines()), marks(laptop.heads()))


def _erase(case: Case) -> object:
    return EraseBodies("PIPL 47", "2026-12-31", "second", PASSWORD, records=(new_record_id(),))


def _tus(path: str, **headers: str) -> Make:
    sent = {"tus-resumable": tus.VERSION} | {name.replace("_", "-"): value for name, value in headers.items()}

    def make(world: World, case: Case, who: str) -> Request:
        metadata = tus.encode_metadata({"sha256": case.sha256.encode()})
        filled = {name: value.format(metadata=metadata, size=len(ORIGINAL)) for name, value in sent.items()}
        return Request(path.format(case=case.id, sha256=case.sha256), b"", filled)

    return make


CASES, CLAIMS, BLOB = "/v1/cases/{case}", "/v1/office/claims", "/v1/cases/{case}/blobs/{sha256}"
STORED = {"open": 409, "sealed": 409, "receipted": 204}
HELD = {"open": 404, "sealed": 404, "receipted": 200}
_NEED = {"blobs": [{"sha256": "ab" * 32, "size": 1}]}

UPLOAD = Row(
    "POST",
    CASES + "/blobs",
    Circle.READERS,
    201,
    _tus(CASES + "/blobs", upload_length="{size}", upload_metadata="{metadata}"),
)
COMPANY_ROWS = (
    Row("GET", "/company-sign-in", Circle.EVERYBODY, 303, plain("/company-sign-in")),
    Row("GET", "/company-sign-in/answer", Circle.EVERYBODY, 401, plain("/company-sign-in/answer")),
)
ROWS = (
    Row("GET", "/openapi.json", Circle.EVERYBODY, 200, plain("/openapi.json")),
    Row("GET", "/", Circle.EVERYBODY, 200, plain("/")),
    Row("GET", "/desk.css", Circle.EVERYBODY, 200, plain("/desk.css")),
    Row("POST", "/sign-in", Circle.EVERYBODY, 400, lambda world, case, who: Request("/sign-in", b"user=%ff&\xff")),
    *COMPANY_ROWS,
    Row("POST", "/sign-out", Circle.EVERYBODY, 303, plain("/sign-out")),
    Row("POST", "/v1/enrol", Circle.EVERYBODY, 400, says("/v1/enrol", {})),
    Row("POST", "/v1/token", Circle.EVERYBODY, 400, says("/v1/token", {})),
    Row("GET", "/v1/authority.cer", Circle.EVERYBODY, 200, plain("/v1/authority.cer")),
    Row("GET", "/v1/authority.crl", Circle.EVERYBODY, 200, plain("/v1/authority.crl")),
    Row("POST", "/v1/reports", Circle.EVERYBODY, 422, says("/v1/reports", {"fields": {}})),
    Row("GET", "/v1/inbox", Circle.ENROLLED, 200, plain("/v1/inbox")),
    Row("POST", "/v1/cases", Circle.READERS, 200, says("/v1/cases", lambda case: {"case": case.id})),
    Row("GET", CASES + "/entries", Circle.READERS, 200, plain(CASES + "/entries")),
    Row("POST", CASES + "/entries", Circle.WRITERS, 200, _push),
    Row("POST", CASES + "/entries:return", Circle.READERS, 422, says(CASES + "/entries:return", ReturnRequest((), 0))),
    Row("POST", CASES + "/deliver", Circle.READERS, 200, says(CASES + "/deliver", _deliver)),
    Row("POST", CASES + "/blobs:need", Circle.READERS, 200, says(CASES + "/blobs:need", _NEED)),
    Row(
        "POST",
        CASES + "/blobs:bundle",
        Circle.READERS,
        200,
        lambda world, case, who: Request(
            f"/v1/cases/{case.id}/blobs:bundle", b"", {"content-type": bundles.MEDIA_TYPE}
        ),
    ),
    Row("POST", BLOB + ":parts", Circle.READERS, 204, says(BLOB + ":parts", {"first": 0, "parts": []})),
    Row("GET", CASES + "/blobs:held", Circle.READERS, 200, plain(CASES + "/blobs:held")),
    Row("GET", BLOB + "/parts", Circle.READERS, HELD, plain(BLOB + "/parts")),
    Row("GET", BLOB + "/content", Circle.READERS, HELD, plain(BLOB + "/content")),
    Row("HEAD", BLOB + "/content", Circle.READERS, HELD, plain(BLOB + "/content")),
    Row("OPTIONS", CASES + "/blobs", Circle.EVERYBODY, 204, plain(CASES + "/blobs")),
    Row("OPTIONS", BLOB, Circle.EVERYBODY, 204, plain(BLOB)),
    UPLOAD,
    Row("HEAD", BLOB, Circle.READERS, 200, _tus(BLOB)),
    Row("PATCH", BLOB, Circle.READERS, STORED, _tus(BLOB, upload_offset="7", content_type=tus.OFFSET_TYPE)),
    Row("DELETE", BLOB, Circle.READERS, {"open": 204, "sealed": 204, "receipted": 403}, _tus(BLOB)),
    Row("GET", CLAIMS, Circle.OFFICE, 200, plain(CLAIMS)),
    Row("POST", CLAIMS, Circle.OFFICE, 200, says(CLAIMS, lambda case: {"fields": {"report_no": new_record_id()[:30]}})),
    Row("POST", CLAIMS + "/{case}/tasks", Circle.OFFICE, 404, says(CLAIMS + "/{case}/tasks", {"owner": "unheard of"})),
    Row(
        "POST",
        CLAIMS + "/{case}/tasks/{task}:reassign",
        Circle.OFFICE,
        404,
        says(CLAIMS + "/{case}/tasks/{task}:reassign", {"owner": "unheard of", "reason": "ill"}),
    ),
    Row(
        "POST",
        CLAIMS + "/{case}/tasks/{task}:recall",
        Circle.OFFICE,
        {"open": 200, "sealed": 409, "receipted": 409},
        says(CLAIMS + "/{case}/tasks/{task}:recall", {"reason": "ill"}),
    ),
    Row(
        "POST",
        CLAIMS + "/{case}:join",
        Circle.OFFICE,
        404,
        says(CLAIMS + "/{case}:join", lambda case: {"provisional": new_case_id()}),
    ),
    Row("POST", CLAIMS + "/{case}:erase", Circle.OFFICE, 404, says(CLAIMS + "/{case}:erase", _erase)),
    Row("GET", "/v1/office/devices", Circle.OFFICE, 200, plain("/v1/office/devices")),
    Row(
        "POST", "/v1/office/devices/{device}:revoke", Circle.OFFICE, 404, says("/v1/office/devices/{device}:revoke", {})
    ),
    Row("POST", "/v1/office/users/{user}:disable", Circle.OFFICE, 404, says("/v1/office/users/{user}:disable", {})),
    Row(
        "POST",
        "/v1/office/users",
        Circle.ADMINISTRATOR,
        200,
        says("/v1/office/users", {"user": "newcomer", "display_name": "Newcomer"}),
    ),
    Row("GET", "/v1/office/account-events", Circle.ADMINISTRATOR, 200, plain("/v1/office/account-events")),
)


def routes(app: FastAPI) -> set[tuple[str, str]]:
    """Every method and path that the application answers."""
    found: set[tuple[str, str]] = set()
    pending = list(app.routes)
    while pending:
        route = pending.pop()
        inner = getattr(route, "original_router", None)
        if inner is not None:
            pending += inner.routes
        elif isinstance(route, Route):
            found |= {
                (method, route.path) for method in route.methods or () if method != "HEAD" or "{sha256}" in route.path
            }
    return found


@contextmanager
def made_world(folder: Path, database: str | None = None, issuer: str | None = None) -> Iterator[World]:
    """A centre with everybody and all cases, on SQLite or where the URL says, and with the company's sign-in if there is one."""
    oidc = OidcConfig(issuer, "centre", "a secret") if issuer else None
    config = CentreConfig(folder, database, oidc=oidc, trusted_proxies=("127.0.0.1",))
    with EmbeddedCentre(folder, config=config) as live:
        world = World(live.url, live.centre)
        laptops = {who: _enrolled(live, who) for who in SURVEYORS}
        for who, is_administrator in (("clerk", False), ("administrator", True), ("second", False)):
            office.create_user(live.centre, who, who, Role.OFFICE, PASSWORD, administrator=is_administrator)
        for state in (*STATES, PREY):
            world.cases[state] = _made_case(live, laptops, state)
        for who in EVERYBODY[1:]:
            laptop = laptops.get(who)
            asked = {"refresh_token": laptop.tokens.newest} if laptop else {"user": who, "password": PASSWORD}
            world.tokens[who] = httpx2.post(f"{live.url}/v1/token", json=asked).json()["access_token"]
        locking_out.lock_out_device(live.centre, laptops["revoked"].key.device_id, Why.LOST, "li")
        locking_out.lock_out_user(live.centre, "disabled", Why.LEFT, "li")
        yield world
        for case in world.cases.values():
            for laptop in case.laptops.values():
                laptop.close()


def _enrolled(live: EmbeddedCentre, who: str) -> Laptop:
    laptop = Laptop(who)
    laptop.enrol(live.url, office.create_user(live.centre, who, who).code or "")
    return laptop


def _made_case(live: EmbeddedCentre, devices: Mapping[str, Laptop], state: str) -> Case:
    centre = live.centre
    case = office.open_claim(centre, "li", {"report_no": state})
    tasks = [office.assign(centre, "li", case, "assigned") for _ in range(2)]
    held = {who: office.assign(centre, "li", case, who) for who in ("recalled", "revoked", "disabled")}
    laptops = {}
    for who, device in devices.items():
        laptops[who] = Laptop(who, case)
        laptops[who].key, laptops[who].author = device.key, device.author
        laptops[who].enrolment, laptops[who].tokens = device.enrolment, device.tokens
    made = Case(case, tasks, laptops)
    assigned = laptops["assigned"]
    _exchange(live, assigned)
    made.sha256 = assigned.add_evidence(ORIGINAL)
    if state in {"sealed", "receipted"}:
        assigned.write(*(Step(Action.SEAL, "task", task) for task in tasks))
    if state == "receipted":
        with assigned.client(live.url) as client:
            deliver(assigned, client, assigned.verify, patience=patience())
    _exchange(live, assigned)
    reassigning.recall(centre, "li", case, held["recalled"])
    _exchange(live, laptops["recalled"])
    return made


def _exchange(live: EmbeddedCentre, laptop: Laptop) -> None:
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()


def answers(world: World, rows: Sequence[Row] = ROWS) -> Iterator[tuple[Row, str, str, int]]:
    """Call every row as everybody on every case: the row, the state, who, and the status."""
    with httpx2.Client(base_url=world.url, follow_redirects=False, timeout=30) as client:
        for row in rows:
            for state in STATES:
                case = world.cases[state]
                if state != STATES[0] and "{case}" not in row.path:
                    continue  # It has nothing to do with cases.
                for who in EVERYBODY:
                    if "{sha256}" in row.path and (who == EVERYBODY[0] or row.method == "DELETE"):
                        _begin_upload(client, world, case)
                    request = row.make(world, case, who)
                    token = world.tokens.get(who)
                    headers = dict(request.headers) | ({"authorization": f"Bearer {token}"} if token else {})
                    answer = client.request(row.method, request.path, content=request.content, headers=headers)
                    yield row, state, who, answer.status_code


def _begin_upload(client: httpx2.Client, world: World, case: Case) -> None:
    """Begin the upload again: whoever came before may have ended it."""
    request = UPLOAD.make(world, case, "assigned")
    client.post(request.path, headers=dict(request.headers) | {"authorization": f"Bearer {world.tokens['assigned']}"})
