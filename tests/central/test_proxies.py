"""Whoever comes through a proxy is counted by their own address, and nobody can say they came from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest

from surveyor_app.central.authority import attempts
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.web.proxies import trusted_networks
from surveyor_app.central.web.requests import counted_as
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.ownership import Role
from tests.integration.centres import OFFICE_PASSWORD

NOON = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
HERE = "127.0.0.1"
FREE = 3


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address is soon used up: each attempt is hashed."""
    monkeypatch.setattr(attempts, "FREE_FOR_ADDRESS", FREE)


@pytest.fixture
def live(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[EmbeddedCentre]:
    """A centre at a moment that does not pass, behind the proxies that the test names."""
    config = CentreConfig(tmp_path, now=lambda: NOON, trusted_proxies=tuple(request.param))
    with EmbeddedCentre(tmp_path, config=config) as made:
        office.create_user(made.centre, "li", "Li", Role.OFFICE, OFFICE_PASSWORD)
        yield made


def sign_in(live: EmbeddedCentre, user: str, **headers: str) -> httpx2.Response:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    asked = {"user": user, "password": OFFICE_PASSWORD if user == "li" else "wrong"}
    return httpx2.post(f"{live.url}/v1/token", json=asked, headers=sent)


def use_up(live: EmbeddedCentre, **headers: str) -> None:
    """Sign in wrongly as so many different people as one address may."""
    for n in range(FREE):
        assert sign_in(live, f"nobody-{n}", **headers).status_code == 401


@pytest.mark.parametrize("live", [()], indirect=True)
def test_without_a_named_proxy_nobody_says_where_they_came_from(
    live: EmbeddedCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    for n in range(FREE):
        told = {"x_forwarded_for": f"203.0.113.{n}", "forwarded": f"for=203.0.113.{n}", "x_real_ip": f"203.0.113.{n}"}
        assert sign_in(live, f"nobody-{n}", **told).status_code == 401
    assert sign_in(live, "li", x_forwarded_for="198.51.100.1", forwarded="for=198.51.100.1").status_code == 429


@pytest.mark.parametrize("live", [[HERE, "10.0.0.0/8"]], indirect=True)
def test_behind_a_proxy_each_address_is_counted_for_itself(live: EmbeddedCentre) -> None:
    use_up(live, x_forwarded_for="203.0.113.7")
    assert sign_in(live, "li", x_forwarded_for="203.0.113.7").status_code == 429
    assert sign_in(live, "li", x_forwarded_for="203.0.113.8").status_code == 200


@pytest.mark.parametrize("live", [[HERE, "10.0.0.0/8"]], indirect=True)
@pytest.mark.parametrize(
    "lie",
    [
        {"x_forwarded_for": "198.51.100.{n}, 203.0.113.7"},
        {"x_forwarded_for": "198.51.100.{n}, 203.0.113.7, 10.1.2.3"},
        {"x_forwarded_for": "198.51.100.{n}, 203.0.113.7:4{n}"},
        {"x_forwarded_for": "203.0.113.7", "forwarded": "for=198.51.100.{n}", "x_real_ip": "198.51.100.{n}"},
    ],
    ids=["before", "two proxies", "port", "other headers"],
)
def test_what_a_client_wrote_before_the_proxy_did_counts_for_nothing(live: EmbeddedCentre, lie: dict[str, str]) -> None:
    for n in range(FREE):
        told = {name: value.format(n=n) for name, value in lie.items()}
        assert sign_in(live, f"nobody-{n}", **told).status_code == 401
    assert sign_in(live, "li", x_forwarded_for="203.0.113.7").status_code == 429


@pytest.mark.parametrize("live", [[HERE]], indirect=True)
def test_a_proxy_that_says_nothing_is_the_address(live: EmbeddedCentre) -> None:
    for n in range(FREE):
        assert sign_in(live, f"nobody-{n}", x_forwarded_for=("", "unknown", ",,")[n]).status_code == 401
    assert sign_in(live, "li").status_code == 429


@pytest.mark.parametrize(
    ("live", "is_safe"), [((), False), ([HERE], True)], indirect=["live"], ids=["any client", "a proxy"]
)
def test_only_a_proxy_says_that_the_way_to_it_was_encrypted(live: EmbeddedCentre, is_safe: bool) -> None:
    form = {"user": "li", "password": OFFICE_PASSWORD}
    answer = httpx2.post(f"{live.url}/sign-in", data=form, headers={"x-forwarded-proto": "https"})
    assert answer.status_code == 303
    assert ("secure" in answer.headers["set-cookie"].lower()) is is_safe


@pytest.mark.parametrize("wrong", ["", "*", "proxy.example", "10.0.0.1/8", "10.0.0.0/33", "0.0.0.0/0", "::/0"])
def test_a_proxy_is_named_by_its_address(wrong: str) -> None:
    """Never everybody: then each client would say of itself what it likes."""
    with pytest.raises(InputError) as raised:
        trusted_networks([wrong])
    assert raised.value.data["field"] == "trusted_proxy"


def test_addresses_of_one_line_count_as_one() -> None:
    """Whoever has one IPv6 address has 2^64 of them."""
    assert counted_as("2001:db8:1:2::7") == counted_as("2001:db8:1:2:ffff::1") != counted_as("2001:db8:1:3::7")
    assert counted_as("::ffff:203.0.113.7") == counted_as("203.0.113.7") == "203.0.113.7"
    assert counted_as("fe80::1%eth0") == counted_as("fe80::2%eth0")
    assert counted_as("a socket") == "a socket"
