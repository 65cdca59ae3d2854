"""Bodies within limits, errors as problem documents, and an API description that names every code."""

from __future__ import annotations

import gzip
import json
import zlib

import httpx2
import pytest

from surveyor_app.central.app import create_app
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.database import journal_mode
from surveyor_app.domain.wire_errors import ServerFailed
from surveyor_app.protocol.limits import MAX_MESSAGE_BYTES, MAX_PUSH_BYTES, MAX_PUSH_PLAIN_BYTES
from surveyor_app.protocol.problems import STATUS

PUSH = "/v1/cases/c/entries"


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


def post(live: EmbeddedCentre, path: str, body: bytes, encoding: str | None = None) -> dict[str, object]:
    headers = {"content-type": "application/json"} | ({"content-encoding": encoding} if encoding else {})
    answer = httpx2.post(live.url + path, content=body, headers=headers)
    assert answer.headers["content-type"] == "application/problem+json"
    found: dict[str, object] = json.loads(answer.content)
    assert found["status"] == answer.status_code
    return found


@pytest.mark.parametrize(
    ("path", "body", "encoding"),
    [
        (PUSH, b"x" * (MAX_PUSH_BYTES + 1), None),
        ("/v1/token", b"x" * (MAX_MESSAGE_BYTES + 1), None),
        (PUSH, gzip.compress(b" " * (MAX_PUSH_PLAIN_BYTES + 1), mtime=0), "gzip"),
        ("/v1/token", gzip.compress(b" " * (MAX_MESSAGE_BYTES + 1), mtime=0), "gzip"),
    ],
)
def test_too_much_is_refused(live: EmbeddedCentre, path: str, body: bytes, encoding: str | None) -> None:
    problem = post(live, path, body, encoding)
    assert problem["code"] == "bad_message"
    assert problem["data"]["reason"] == "too large"  # type: ignore[index]


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"not gzip", "gzip"),
        (gzip.compress(b"{}", mtime=0)[:-4], "gzip"),
        (gzip.compress(b"{}", mtime=0) + b"more", "gzip"),
        (zlib.compress(b"{}"), "deflate"),
        (b"{", None),
        (b'{"refresh_token": 5}', None),
        (b"{}", None),
        (b"\xff\xfe", None),
    ],
)
def test_malformed_bodies_are_refused(live: EmbeddedCentre, body: bytes, encoding: str | None) -> None:
    assert post(live, "/v1/token", body, encoding)["code"] == "bad_message"


def test_a_compressed_body_is_read(live: EmbeddedCentre) -> None:
    problem = post(live, "/v1/token", gzip.compress(b'{"refresh_token": "unknown"}', mtime=0), "gzip")
    assert problem == {
        "type": "urn:surveyor:problem:not_signed_in",
        "title": "User, code, password or token was refused",
        "status": 401,
        "code": "not_signed_in",
        "retryable": False,
        "data": {"reason": "refresh_token"},
    }


def test_unknown_paths_and_methods(live: EmbeddedCentre) -> None:
    assert post(live, "/v1/nothing", b"")["code"] == "not_found"
    assert post(live, "/v1/inbox", b"")["status"] == 405


def test_the_description_names_every_code_and_path(live: EmbeddedCentre) -> None:
    described = create_app(live.centre).openapi()
    assert set(described["components"]["schemas"]["ProblemCode"]["enum"]) == set(STATUS)
    for path, methods in described["paths"].items():
        assert path.startswith("/v1/")
        for answer in methods.values():
            assert "application/problem+json" in answer["responses"]["default"]["content"]
    served = httpx2.get(f"{live.url}/openapi.json").json()
    assert served == json.loads(json.dumps(described))


def test_old_sqlite_gets_no_wal() -> None:
    assert journal_mode((3, 40, 1)) == "TRUNCATE"
    assert journal_mode((3, 51, 2)) == "TRUNCATE"
    assert journal_mode((3, 51, 3)) == "WAL"


def test_a_taken_port_is_said_so(live: EmbeddedCentre) -> None:
    port = int(live.url.rpartition(":")[2])
    with pytest.raises(ServerFailed):
        EmbeddedCentre(live.config.data_dir / "other", port).start()
