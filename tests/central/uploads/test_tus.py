"""tus 1.0 as the standard has it, request by request, and what standard clients do with it."""

from __future__ import annotations

import base64
import hashlib
import io
import random
from collections.abc import Iterator, Mapping

import httpx2
import pytest
from tusclient.client import TusClient

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.protocol import tus
from surveyor_app.protocol.limits import MAX_BLOB_BYTES
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.sync.exchanging import Exchange
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

DATA = random.Random(8).randbytes(300_000)
SHA256 = hashlib.sha256(DATA).hexdigest()
METADATA = {"upload-metadata": tus.encode_metadata({"sha256": SHA256.encode()})}
BYTES = {"content-type": tus.OFFSET_TYPE}


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


def token_of(laptop: Laptop, url: str) -> str:
    assert laptop.enrolment is not None
    with laptop.client(url) as client:
        request = TokenRequest(refresh_token=laptop.enrolment.refresh_token)
        return client.post("/v1/token", request, TokenAnswer, signed_in=False).access_token


@pytest.fixture
def http(live: EmbeddedCentre, laptop: Laptop) -> Iterator[httpx2.Client]:
    """A plain HTTP client signed in for a case whose records name DATA, at the place of its uploads."""
    laptop.add_evidence(DATA)
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
    headers = {"authorization": f"Bearer {token_of(laptop, live.url)}", "tus-resumable": "1.0.0"}
    with httpx2.Client(base_url=f"{live.url}/v1/cases/{laptop.case_id}/", headers=headers) as made:
        yield made


def create(http: httpx2.Client, size: int = len(DATA), told: Mapping[str, str] | None = None) -> httpx2.Response:
    return http.post("blobs", headers={"upload-length": str(size), **METADATA, **(told or {})})


def append(http: httpx2.Client, offset: int, data: bytes, **headers: str) -> httpx2.Response:
    return http.patch(f"blobs/{SHA256}", content=data, headers={**BYTES, "upload-offset": str(offset), **headers})


def offset(http: httpx2.Client) -> int:
    return int(http.head(f"blobs/{SHA256}").headers["upload-offset"])


@pytest.mark.parametrize("place", ["blobs", f"blobs/{SHA256}"])
def test_options_need_neither_token_nor_version(live: EmbeddedCentre, laptop: Laptop, place: str) -> None:
    answer = httpx2.options(f"{live.url}/v1/cases/{laptop.case_id}/{place}")
    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert answer.headers["tus-max-size"] == str(MAX_BLOB_BYTES)
    assert answer.headers["tus-extension"] == "creation,creation-with-upload,checksum,expiration,termination"
    assert answer.headers["tus-checksum-algorithm"] == "sha1,sha256"


@pytest.mark.parametrize("version", ["", "0.9.0", "1.0", "2.0.0"])
def test_another_version_is_refused_before_anything_else(http: httpx2.Client, version: str) -> None:
    create(http)
    told = {"tus-resumable": version}
    answers = [
        create(http, told=told),
        append(http, 0, DATA, **told),
        http.head(f"blobs/{SHA256}", headers=told),
        http.delete(f"blobs/{SHA256}", headers=told),
    ]
    assert [(answer.status_code, answer.headers["tus-version"]) for answer in answers] == [(412, "1.0.0")] * 4
    assert offset(http) == 0


def test_every_answer_names_the_version(http: httpx2.Client) -> None:
    answers = [create(http), append(http, 0, DATA[:10]), append(http, 5, b"x"), http.head(f"blobs/{SHA256}")]
    assert [answer.status_code for answer in answers] == [201, 204, 409, 200]
    assert {answer.headers["tus-resumable"] for answer in answers} == {"1.0.0"}
    assert answers[3].headers["cache-control"] == "no-store"
    assert answers[3].headers["upload-length"] == str(len(DATA))
    assert answers[1].headers["upload-offset"] == "10"


def test_another_type_of_content_is_refused(http: httpx2.Client) -> None:
    create(http)
    assert append(http, 0, DATA, **{"content-type": "application/octet-stream"}).status_code == 415
    assert offset(http) == 0


def test_too_much_is_refused(http: httpx2.Client) -> None:
    assert create(http, MAX_BLOB_BYTES + 1).status_code == 413
    create(http)
    assert append(http, 0, DATA + b"!").status_code == 413
    assert offset(http) == 0


@pytest.mark.parametrize("length", ["-1", "x", "1.5", "", "9" * 40])
def test_a_length_that_is_none_is_refused(http: httpx2.Client, length: str) -> None:
    assert create(http, told={"upload-length": length}).status_code in {400, 413}


@pytest.mark.parametrize("wrong", ["-1", "x", "", "9" * 30])
def test_an_offset_that_is_none_is_refused(http: httpx2.Client, wrong: str) -> None:
    create(http)
    assert append(http, 0, DATA, **{"upload-offset": wrong}).status_code in {400, 409}
    assert offset(http) == 0


def test_unknown_uploads_are_not_found(http: httpx2.Client) -> None:
    assert append(http, 0, DATA).status_code == 404
    assert http.head(f"blobs/{SHA256}").status_code == 404
    assert http.delete(f"blobs/{SHA256}").status_code == 404


def test_the_method_may_travel_in_a_header(http: httpx2.Client) -> None:
    create(http)
    place = f"blobs/{SHA256}"
    patch = {**BYTES, "upload-offset": "0", "x-http-method-override": "PATCH"}
    assert http.post(place, content=DATA[:10], headers=patch).headers["upload-offset"] == "10"
    assert http.post(place, headers={"x-http-method-override": "HEAD"}).headers["upload-offset"] == "10"
    assert http.post(place, headers={"x-http-method-override": "DELETE"}).status_code == 204
    assert http.head(place).status_code == 404
    # Nowhere else, and nothing else.
    assert http.post("blobs", headers={"x-http-method-override": "OPTIONS"}).status_code == 400
    assert http.post(place, headers={"x-http-method-override": "GET"}).status_code == 405


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_bytes_count_only_with_their_checksum(http: httpx2.Client, algorithm: str) -> None:
    create(http)

    def checksum(data: bytes) -> dict[str, str]:
        digest = hashlib.new(algorithm, data, usedforsecurity=False).digest()
        return {"upload-checksum": f"{algorithm} {base64.b64encode(digest).decode()}"}

    assert append(http, 0, DATA[:100], **checksum(DATA[:99])).status_code == 460
    assert offset(http) == 0
    assert append(http, 0, DATA[:100], **checksum(DATA[:100])).status_code == 204
    assert append(http, 100, DATA[100:], **checksum(DATA[100:])).headers["upload-offset"] == str(len(DATA))


@pytest.mark.parametrize("wrong", ["md5 AAAA", "sha1 ???", "sha1", ""])
def test_a_checksum_that_is_none_is_refused(http: httpx2.Client, wrong: str) -> None:
    create(http)
    assert append(http, 0, DATA, **{"upload-checksum": wrong}).status_code in {400, 460}
    assert offset(http) == 0


def test_an_upload_can_be_ended_but_nothing_that_is_stored(live: EmbeddedCentre, http: httpx2.Client) -> None:
    create(http)
    append(http, 0, DATA[:1000])
    assert http.delete(f"blobs/{SHA256}").status_code == 204
    assert http.head(f"blobs/{SHA256}").status_code == 404
    assert append(http, 1000, DATA[1000:]).status_code == 404
    assert create(http).headers["upload-offset"] == "0"
    assert append(http, 0, DATA).headers["upload-offset"] == str(len(DATA))
    assert http.delete(f"blobs/{SHA256}").status_code == 403
    assert offset(http) == len(DATA)


def test_nobody_else_ends_an_upload(http: httpx2.Client, live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    create(http)
    stranger = token_of(make_laptop("wang"), live.url)
    answer = http.delete(f"blobs/{SHA256}", headers={"authorization": f"Bearer {stranger}"})
    assert answer.status_code == 403
    assert offset(http) == 0


@pytest.mark.parametrize("chunk", [len(DATA), 64 * 1024])
def test_a_stock_client_may_begin_again(http: httpx2.Client, chunk: int) -> None:
    stock = TusClient(f"{http.base_url}blobs", headers=dict(http.headers))
    for _ in range(2):
        uploader = stock.uploader(file_stream=io.BytesIO(DATA), chunk_size=chunk, metadata={"sha256": SHA256})
        uploader.upload()
        assert uploader.offset == len(DATA)
    assert offset(http) == len(DATA)
