"""Requests that no honest browser sends: every page and form of the desk, the customer and the company's sign-in.

A form is that of the route's row, with some fields made into what breaks programs; most come past the door, signed in, with a
link and a visit of the customer, or with a sign-in that was begun. Each comes through a proxy from an address of its own, so that
limits stop few of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from surveyor_app.central.app import create_app
from surveyor_app.central.authority import oidc_attempts
from surveyor_app.central.claims import customer_links, paper_acts
from surveyor_app.central.claims.changing import change_claim
from surveyor_app.central.claims.work_list.filters import WorkFilter
from surveyor_app.central.customer.visiting import COOKIE as VISIT
from surveyor_app.central.desk.company_sign_in import CALLBACK, STATE_COOKIE
from surveyor_app.central.desk.visitors import COOKIE
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.records import reading
from tests.central.customer.customer_matrix import CUSTOMER_ROWS, LINK
from tests.central.desk_matrix import DESK_ROWS, NOWHERE
from tests.central.hostile_requests import NUMBERS, RAW_SEGMENTS, TEXTS, Hostile
from tests.central.matrix import COMPANY_ROWS, Row, World
from tests.central.role_matrix import add_role

PHONE = "138 0013-8000"
FORM, FILES = "application/x-www-form-urlencoded", "multipart/form-data"
TRIES = ("clerk", "clerk", "administrator", OfficeRole.AUDITOR, "assigned")
FIELDS = ("case", "name", "reason", "text", "to", "user", "total", "due_at", "kind", "language", "page", "wanted", "x")
"""Fields that many forms have."""

SPOILT = ("/people/{user}/disable", "/devices/{device}/revoke", LINK + "/leave")
"""Where only nobody's name is given: whoever was locked out or left would get past the door no more."""


class PageAttacker:
    """Makes hostile requests for the pages of a world."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._random = random.Random(seed)
        self._rows = (*DESK_ROWS, *CUSTOMER_ROWS, *COMPANY_ROWS)
        self._queries = query_names(create_app(world.centre))
        centre, case = world.centre, world.prey.id
        change_claim(centre, "li", case, {"insured_phone": PHONE})
        paper_acts.ask_for(centre, "li", case, ["driving_permit"])
        self._token, self._other = (customer_links.make(centre, "li", case, "insured") for _ in range(2))
        add_role(world, OfficeRole.AUDITOR)
        self._visit = customer_links.enter(centre, self._token, PHONE[-4:], "test")
        with centre.database.read() as session:
            self._paper = reading.list_records(session, case, Document)[0].id

    def requests(self, count: int) -> Iterator[Hostile]:
        """Make so many, each page about as often as the others."""
        for n in range(count):
            yield self._request(self._rows[n % len(self._rows)])

    def _request(self, row: Row) -> Hostile:
        who = self._random.choice(TRIES)
        target = self._filled(row.path)
        names = self._queries.get((row.method, row.path), ())
        if names and self._random.random() < 0.9:
            picked = self._random.sample(names, self._random.randint(1, min(3, len(names))))
            target += "?" + "&".join(f"{name}={self._poison()}" for name in picked)
        headers = {"x-forwarded-for": f"10.{self._random.randrange(256)}.{self._random.randrange(256)}.1"}
        headers["cookie"] = self._cookies(row, who)
        if row.path == CALLBACK:
            return Hostile(who, row.method, self._answer(headers), b"", headers)
        if row.method != "POST":
            return Hostile(who, row.method, target, b"", headers)
        if row.path.endswith("/papers/{paper}") and row.path.startswith(LINK):
            body, headers["content-type"] = self._files()
        else:
            body, headers["content-type"] = self._form(row), FORM
        return Hostile(who, row.method, target, body, headers)

    def _filled(self, path: str) -> str:
        case = self._world.prey
        right = {
            "case": case.id,
            "sha256": case.sha256,
            "task": case.tasks[1],
            "kind": self._random.choice(sorted(KINDS)),
            "record": self._random.choice((case.tasks[1], self._paper, NOWHERE)),
            "paper": self._paper,
            "token": self._token if self._random.random() < 0.9 else self._other,
        }
        target = path
        while "{" in target:
            name = target[target.index("{") + 1 : target.index("}")]
            is_right = name in right and path not in SPOILT and self._random.random() < 0.85
            target = target.replace(f"{{{name}}}", right[name] if is_right else self._random.choice(RAW_SEGMENTS), 1)
        return target

    def _cookies(self, row: Row, who: str) -> str:
        own = self._world.tokens.get(who, "")
        visit = self._visit if row.path not in SPOILT else "none"
        if self._random.random() < 0.05:
            own, visit = self._random.choice(("x", "\xff", "%00", "")), self._random.choice(("x", "\xff", ""))
        return f"{COOKIE}={own}; {VISIT}={visit}"

    def _answer(self, headers: dict[str, str]) -> str:
        """The company's answer, to a sign-in that was begun, to none, or to another's."""
        centre = self._world.centre
        with centre.database.write() as session:
            begun = oidc_attempts.begin(session, "/", centre.now()).state
        state = begun if self._random.random() < 0.5 else self._poison()
        headers["cookie"] = f"{STATE_COOKIE}={state if self._random.random() < 0.8 else 'other'}"
        return f"{CALLBACK}?state={state}&code={self._poison()}"

    def _form(self, row: Row) -> bytes:
        case = self._world.prey
        said = row.make(self._world, case, self._random.choice(TRIES))
        fields = {name: quote(value) for name, value in parse_qsl(said.content.decode("latin-1"))}
        names = sorted({*fields, *self._random.sample(FIELDS, 4)})
        for name in self._random.sample(names, self._random.randint(0, min(3, len(names)))):
            fields[name] = self._poison()
        body = "&".join(f"{name}={value}" for name, value in fields.items())
        if self._random.random() < 0.05:
            body = self._random.choice(
                ("&" * 5000, "=", "%", "a=%ff", "\xff", "a=b&" * 300, urlencode({"x": "y" * 70_000}))
            )
        return body.encode("latin-1")

    def _files(self) -> tuple[bytes, str]:
        edge = self._random.choice(("edge", "-", "x" * 70, "a b", "\xff"))
        name = self._random.choice(
            ('"a.jpg"', '"\x00"', '"\ud800"', '"../../x"', '""', "a", '"' + "n" * 5000 + '"', '"%00"')
        )
        head = f"content-disposition: form-data; name=file; filename={name}\r\n"
        head += self._random.choice(
            ("", "content-type: image/jpeg\r\n", "content-length: 99999999999999999999\r\n", "x\r\n")
        )
        data = self._random.choice((b"", b"\x00", b"\xff\xd8\xff", b"%PDF-1.7", self._random.randbytes(300), b"<html>"))
        end = self._random.choice((f"\r\n--{edge}--\r\n", "", f"\r\n--{edge}", f"\r\n--{edge}\r\n"))
        body = f"--{edge}\r\n{head}\r\n".encode(errors="surrogatepass") + data + end.encode()
        kind = self._random.choice((f"{FILES}; boundary={edge}",) * 6 + (FILES, f'{FILES}; boundary=""', FORM))
        return body, kind

    def _poison(self) -> str:
        """Something that breaks programs, as a form or a query carries it."""
        value = self._random.choice(self._random.choice((TEXTS, NUMBERS, RAW_SEGMENTS)))
        if value in RAW_SEGMENTS:
            return str(value)
        return quote(str(value).encode(errors="surrogatepass"))


def query_names(app: FastAPI) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the query parameters of every route; those of a work list are read from the request itself."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    pending = list(app.routes)
    while pending:
        route = pending.pop()
        inner = getattr(route, "original_router", None)
        if inner is not None:
            pending += inner.routes
        elif isinstance(route, APIRoute):
            names = list(_asked(route.dependant))
            if route.path in {"/", "/list.xlsx", "/times"}:
                names += [*WorkFilter.__dataclass_fields__, "page", "after", "before"]
            for method in route.methods or ():
                found[method, route.path] = tuple(dict.fromkeys(names))
    return found


def _asked(dependant: Dependant) -> Iterator[str]:
    yield from (item.alias for item in dependant.query_params)
    for inner in dependant.dependencies:
        yield from _asked(inner)
