"""Requests that no honest client sends, made from the API's own description: every route, every parameter, every field.

Values are what breaks programs: halves of surrogate pairs, NUL, ``%00``, numbers beyond 64 bits, other types, nests, nothing. A
seed gives the same requests again.
"""

from __future__ import annotations

import http.client
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote, urlsplit

from surveyor_app.central.app import create_app
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.protocol import tus
from surveyor_app.protocol.entries import to_wire
from tests.central.desk_matrix import DESK_ROWS
from tests.central.matrix import EVERYBODY, Case, World
from tests.integration.laptop import Laptop

TEXTS = (
    "",
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff name",
    "%00",
    "%ff%fe",
    "../../etc",
    "\u202e\ufeff",
    "'; DROP TABLE journal; --",
    "x" * 3000,
    "2026-02-30",
    "0000-00-00T00:00:00.000000Z",
    "9999-12-31T23:59:59.999999Z",
    "AAAA",
    "=" * 7,
    "ab" * 32,
    "office",
    "surveyor",
    "nobody",
)
NUMBERS = (
    0,
    -1,
    1,
    2**31,
    2**53,
    2**53 + 1,
    2**63 - 1,
    2**63,
    2**64,
    -(2**64),
    10**400,
    0.5,
    1e308,
    float("inf"),
    float("nan"),
)
OTHERS: tuple[Any, ...] = (None, True, [], {}, [[[[[]]]]], {"": {"": {}}})
RAW_SEGMENTS = ("%00", "%ff", "%ED%A0%80", "a%00b", "%2e%2e", "%25", "a" * 2000, "%F0%9F%98%80", "x%0d%0ay")
SENDERS = (*EVERYBODY, *("assigned", "clerk", "administrator") * 3)
"""Those who get past the door more often."""
DESK = (
    *(("POST", "/sign-in"), ("GET", "/"), ("POST", "/sign-out"), ("GET", "/%00")),
    *((row.method, row.path) for row in DESK_ROWS),
)
COOKIES = ("x", "\xff", "%00", "")
HEADERS = (
    "",
    "0",
    "-1",
    "18446744073709551616",
    "9" * 400,
    "1e3",
    "NaN",
    "\xff",
    "sha256 AA==",
    "sha256 %00",
    "a b,c d",
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """One request."""

    who: str
    method: str
    target: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class Attacker:
    """Makes hostile requests for the routes of a description."""

    def __init__(self, world: World, description: Mapping[str, Any], seed: int) -> None:
        self._world = world
        self._schemas = description["components"]["schemas"]
        self._random = random.Random(seed)
        self._routes = [
            (method.upper(), path, told)
            for path, methods in description["paths"].items()
            for method, told in methods.items()
        ]

    def requests(self, count: int) -> Iterator[Hostile]:
        """Make so many, each route about as often as the others."""
        for n in range(count):
            who = self._random.choice(SENDERS)
            if n % 8 == 0:
                yield self._desk(who)
            method, path, told = self._routes[n % len(self._routes)]
            yield self._request(who, method, path, told)

    def _request(self, who: str, method: str, path: str, told: Mapping[str, Any]) -> Hostile:
        case = self._world.prey
        target, query, headers = path, [], {}
        for parameter in told.get("parameters", []):
            name = parameter["name"]
            if parameter["in"] == "path":
                target = target.replace(f"{{{name}}}", self._segment(name, case))
            elif parameter["in"] == "query":
                query.append(f"{name}={quote(self._text_of(self._poison()), errors='replace')}")
            elif self._random.random() < 0.8:
                headers[name] = self._header(name)
        for name in ("case", "sha256"):  # OPTIONS describes none
            target = target.replace(f"{{{name}}}", self._segment(name, case))
        if query:
            target += "?" + "&".join(query)
        body = b""
        if method in {"POST", "PATCH"}:
            body, kind = self._body(who, path, told, case)
            headers.setdefault("content-type", kind)
        return Hostile(who, method, target, body, headers)

    def _desk(self, who: str) -> Hostile:
        form = "&".join(f"{name}={self._random.choice(RAW_SEGMENTS)}" for name in ("user", "password", "x"))
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "accept-language": self._random.choice(("zh;q=nan", "\xff", "en;q=1e999,*", ",;,", "q=" * 300)),
            "cookie": "surveyor_desk=" + self._random.choice(COOKIES),
        }
        method, target = self._random.choice(DESK)
        case = self._world.prey
        while "{" in target:
            name = target[target.index("{") + 1 : target.index("}")]
            target = target.replace(f"{{{name}}}", self._segment(name, case))
        # Whoever signed out would get past the door no more.
        if who in self._world.tokens and target != "/sign-out" and self._random.random() < 0.8:
            headers["cookie"] = f"surveyor_desk={self._world.tokens[who]}"
            names = ("report_no", "accident_at", "deductible", "loss_cause", "reason", "user", "pages", "defect")
            form = "&".join(f"{name}={quote(str(self._poison()), errors='replace')}" for name in names)
        return Hostile(who, method, target, form.encode(), headers)

    def _segment(self, name: str, case: Case) -> str:
        right = {"case": case.id, "sha256": case.sha256, "task": case.tasks[1]}.get(name)
        if right is not None and self._random.random() < 0.7:
            return right
        return self._random.choice(RAW_SEGMENTS)

    def _header(self, name: str) -> str:
        if name == "tus-resumable" and self._random.random() < 0.9:
            return "1.0.0"
        if name == "upload-metadata" and self._random.random() < 0.4:
            return tus.encode_metadata({"sha256": self._world.prey.sha256.encode()})
        if name == "upload-metadata" and self._random.random() < 0.5:
            return self._random.choice(
                ("sha256 YWI=", "sha256", "sha256 4piD,parts AA==", "preview_of /w==,sha256 /w==")
            )
        return "23" if name == "upload-length" and self._random.random() < 0.4 else self._random.choice(HEADERS)

    def _body(self, who: str, path: str, told: Mapping[str, Any], case: Case) -> tuple[bytes, str]:
        content = told.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            kind = self._random.choice(("application/offset+octet-stream", "application/vnd.surveyor.blobs", "text/x"))
            return self._random.randbytes(self._random.choice((0, 1, 23, 400))), kind
        laptop = case.laptops.get(who)
        if path.endswith("/entries") and laptop is not None and self._random.random() < 0.6:
            value: Any = {"entries": [_plain(to_wire(entry)) for entry in self._signed(laptop)]}
        else:
            value = self._value(content["application/json"]["schema"], 0)
        data = json.dumps(value)
        if self._random.random() < 0.05:
            data = self._random.choice(("", "{", "[" * 5000, "\x00", '{"a":1,"a":2}', '"\\ud800"', "nul", data[:-1]))
        return data.encode(errors="surrogatepass"), "application/json"

    def _signed(self, laptop: Laptop) -> list[SignedEntry]:
        """An entry of the laptop's own, rightly signed, whose line says something unheard of."""
        (entry,) = laptop.write(Step(Action.NOTE, CASE_KIND, laptop.case_id, {}))
        changes: dict[str, Any] = {
            self._random.choice(("v", "seq", "epoch", "base", "op_n", "op_of")): self._random.choice(NUMBERS),
            self._random.choice(("op", "actor", "kind", "id", "action", "at", "prev", "case")): self._random.choice(
                TEXTS
            ),
        }
        try:
            line = replace(entry.entry, **dict(self._random.sample(sorted(changes.items()), 1))).to_bytes()
        except (SurveyorError, ValueError, TypeError, OverflowError):
            members = json.loads(entry.line) | changes
            line = json.dumps(members, sort_keys=True, separators=(",", ":")).encode(errors="surrogatepass")
        return [SignedEntry(line, laptop.key.sign(line), entry.body)]

    def _value(self, schema: Mapping[str, Any], depth: int) -> Any:
        """A value of a schema, or now and then something else."""
        if self._random.random() < (0.05 if depth == 0 else 0.2) or depth > 6:
            return self._poison()
        if "$ref" in schema:
            return self._value(self._schemas[schema["$ref"].rpartition("/")[2]], depth)
        if "anyOf" in schema:
            return self._value(self._random.choice(schema["anyOf"]), depth)
        kinds: dict[str, Callable[[], Any]] = {
            "object": lambda: self._object(schema, depth),
            "array": lambda: [
                self._value(schema.get("items", {}), depth + 1) for _ in range(self._random.choice((0, 1, 2, 5)))
            ],
            "string": lambda: self._random.choice(TEXTS),
            "integer": lambda: self._random.choice(NUMBERS),
            "number": lambda: self._random.choice(NUMBERS),
            "boolean": lambda: True,
        }
        return kinds.get(schema.get("type", ""), self._poison)()

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        case = self._world.prey
        known: dict[str, Any] = {"case": case.id, "task": case.tasks[1], "owner": "assigned", "sha256": case.sha256}
        made: dict[str, Any] = {}
        for name, inner in schema.get("properties", {}).items():
            if self._random.random() < 0.1:
                continue
            is_known = name in known and self._random.random() < 0.5
            made[name] = known[name] if is_known else self._value(inner, depth + 1)
        if not made:
            made = {self._random.choice(TEXTS): self._poison() for _ in range(2)}
        if self._random.random() < 0.1:
            made[self._random.choice(TEXTS)] = self._poison()
        return made

    def _poison(self) -> Any:
        return self._random.choice(self._random.choice((TEXTS, NUMBERS, OTHERS)))

    @staticmethod
    def _text_of(value: object) -> str:
        return value if isinstance(value, str) else json.dumps(value)


def _plain(message: object) -> dict[str, Any]:
    return {name: getattr(message, name) for name in message.__dataclass_fields__}  # type: ignore[attr-defined]


def statuses(world: World, requests: Iterable[Hostile]) -> Iterator[tuple[Hostile, int]]:
    """Send requests and tell the status of each."""
    place = urlsplit(world.url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
    for request in requests:
        headers = dict(request.headers)
        if request.who in world.tokens:
            headers["authorization"] = f"Bearer {world.tokens[request.who]}"
        try:
            connection.request(request.method, request.target, request.body, headers)
            answer = connection.getresponse()
            answer.read()
        except (ValueError, UnicodeError, ConnectionError, http.client.HTTPException):
            # Python's own client refuses to send it, or it was answered and closed before all of it was read.
            connection.close()
            continue
        yield request, answer.status
    connection.close()


def of_the_api(world: World, seed: int, count: int) -> Iterator[Hostile]:
    """Make so many requests for all that the API's description names, and some for the desk's door."""
    return Attacker(world, create_app(world.centre).openapi(), seed).requests(count)


def require_no_failure(world: World, requests: Iterable[Hostile], count: int) -> Counter[int]:
    """Send them, and find no answer of 500 or above; return how often which status came."""
    found = list(statuses(world, requests))
    assert [(request, status) for request, status in found if status >= 500] == []
    assert len(found) > count * 0.9
    return Counter(status for _, status in found)
