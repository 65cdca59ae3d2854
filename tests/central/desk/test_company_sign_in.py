"""Signing in with the company's account: a real OpenID Connect server, there and back; and tokens that must not be believed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from sqlalchemy import select

from surveyor_app.central.authority import oidc_attempts, oidc_provider
from surveyor_app.central.authority.oidc_tokens import account_named
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims import locking_out, office
from surveyor_app.central.desk.visitors import COOKIE
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig, OidcConfig
from surveyor_app.central.storage.schema import oidc_attempts as attempts_table
from surveyor_app.cli.centre_access import oidc_config
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import NotSignedIn, Unreachable
from tests.central.desk.companies import company_server
from tests.integration.centres import OFFICE_PASSWORD

CLIENT, SECRET = "centre", "a secret: with/odd+parts"
NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """An OpenID Connect server of its own process."""
    with company_server(("li", "zhang", "gone", "stranger")) as url:
        yield url


@pytest.fixture(scope="module")
def shared(issuer: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    folder = tmp_path_factory.mktemp("company")
    config = CentreConfig(folder, oidc=OidcConfig(issuer, CLIENT, SECRET))
    with EmbeddedCentre(folder, config=config) as embedded:
        for user in ("li", "gone"):
            office.create_user(embedded.centre, user, user, Role.OFFICE, OFFICE_PASSWORD)
        office.create_user(embedded.centre, "zhang", "张三")
        locking_out.lock_out_user(embedded.centre, "gone", Why.LEFT, "li")
        yield embedded


@pytest.fixture
def live(shared: EmbeddedCentre) -> EmbeddedCentre:
    """A centre that knows that server, with people of all kinds, and nobody signing in."""
    with shared.centre.database.write() as session:
        session.execute(attempts_table.delete())
    return shared


def begun(browser: httpx2.Client, wanted: str = "/") -> str:
    """Begin at the desk and return the service's address it leads to."""
    answer = browser.get("/company-sign-in", params={"wanted": wanted})
    assert answer.status_code == 303
    return answer.headers["location"]


def answered(address: str, user: str) -> str:
    """Sign in at the service and return the address it leads back to."""
    answer = httpx2.post(address, data={"sub": user})
    assert answer.status_code == 302
    return answer.headers["location"]


def browser_of(live: EmbeddedCentre) -> httpx2.Client:
    return httpx2.Client(base_url=live.url, headers={"accept-language": "en"})


def test_an_office_account_signs_in_and_comes_to_where_it_wanted(live: EmbeddedCentre) -> None:
    with browser_of(live) as browser:
        assert "Sign in with the company account" in browser.get("/").text
        address = begun(browser, "/people")
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        with live.centre.database.read() as session:
            (row,) = session.execute(select(attempts_table)).all()
        digest = hashlib.sha256(row.verifier.encode()).digest()
        assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).decode().rstrip("=")
        assert (asked["code_challenge_method"], asked["nonce"]) == ("S256", row.nonce)
        assert asked["state"] not in (row.state_hash, row.nonce)
        back = answered(address, "li")
        page = browser.get(back)
        assert page.status_code == 200
        assert 'content="0; url=/people"' in page.text
        assert "strict" in page.headers["set-cookie"].lower()
        assert browser.get("/people").status_code == 200
        # The same answer a second time is nobody's.
        assert browser.get(back).status_code == 401


@pytest.mark.parametrize("user", ["zhang", "gone", "stranger"])
def test_who_has_no_open_account_of_the_office_stays_out(live: EmbeddedCentre, user: str) -> None:
    with browser_of(live) as browser:
        page = browser.get(answered(begun(browser), user))
        assert page.status_code == 401
        assert "names no open account" in page.text
        assert COOKIE not in browser.cookies
        assert browser.get("/people").status_code == 401


def test_an_answer_belongs_to_the_browser_that_began(live: EmbeddedCentre) -> None:
    """Whoever sends somebody their own answer would sign them in as themselves."""
    with browser_of(live) as attacker, browser_of(live) as victim:
        back = answered(begun(attacker), "li")
        assert victim.get(back).status_code == 401
        begun(victim)
        assert victim.get(back).status_code == 401
        assert victim.get(back.replace("code=", "code=x")).status_code == 401
        assert COOKIE not in victim.cookies
        assert attacker.get(back).status_code == 200


def test_a_code_that_the_service_refuses_signs_nobody_in(live: EmbeddedCentre) -> None:
    with browser_of(live) as browser:
        state = parse_qs(urlsplit(begun(browser)).query)["state"][0]
        answer = browser.get("/company-sign-in/answer", params={"code": "made up", "state": state})
        assert answer.status_code == 401


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/claims/../x", "/\\evil", ""])
def test_signing_in_leads_nowhere_else(live: EmbeddedCentre, wanted: str) -> None:
    with browser_of(live) as browser:
        page = browser.get(answered(begun(browser, wanted), "li")).text
        assert 'content="0; url=/"' in page


def test_an_answer_comes_within_minutes(live: EmbeddedCentre) -> None:
    with live.centre.database.write() as session:
        made = oidc_attempts.begin(session, "/", NOW)
        with pytest.raises(NotSignedIn):
            oidc_attempts.answer(session, made.state, made.state, NOW + oidc_attempts.LIFE + timedelta(seconds=1))
        oidc_attempts.begin(session, "/", NOW + oidc_attempts.LIFE + timedelta(seconds=1))
        assert len(session.execute(select(attempts_table)).all()) == 1


CONFIG = OidcConfig("https://sso.example", CLIENT, SECRET)
KEY = RSAKey.generate_key(2048, {"kid": "1"})
OTHER = RSAKey.generate_key(2048, {"kid": "1"})
GOOD: Mapping[str, Any] = {
    "iss": CONFIG.issuer,
    "aud": CLIENT,
    "exp": NOW.timestamp() + 300,
    "iat": NOW.timestamp(),
    "nonce": "n",
    "preferred_username": "li",
}
LATE = NOW.timestamp() - 300
WRONG: Mapping[str, Mapping[str, Any]] = {
    "another issuer": {"iss": "https://sso.example.evil"},
    "no issuer": {"iss": None},
    "another audience": {"aud": "other"},
    "several audiences without a party": {"aud": [CLIENT, "other"]},
    "another party": {"azp": "other"},
    "expired": {"exp": LATE},
    "no end": {"exp": None},
    "an end that is no number": {"exp": "2099"},
    "an end that is a yes": {"exp": True},
    "issued long ago": {"iat": LATE - 3600},
    "issued tomorrow": {"iat": NOW.timestamp() + 86400},
    "not valid yet": {"nbf": NOW.timestamp() + 3600},
    "another sign-in": {"nonce": "m"},
    "no nonce": {"nonce": None},
    "nobody": {"preferred_username": ""},
    "a list of people": {"preferred_username": ["li"]},
}


def token(claims: Mapping[str, Any], key: Any = KEY, **header: str) -> str:
    told = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "RS256", "kid": "1", **header}, told, key)


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).decode().rstrip("=")


def named(text: str, config: OidcConfig = CONFIG) -> str:
    public = KeySet([RSAKey.import_key(KEY.as_dict(private=False))])
    return account_named(config, text, public, "n", NOW)


def test_a_token_as_it_should_be_names_an_account() -> None:
    assert named(token(GOOD)) == "li"
    assert named(token({**GOOD, "aud": [CLIENT, "other"], "azp": CLIENT})) == "li"


@pytest.mark.parametrize("case", list(WRONG))
def test_a_token_with_wrong_claims_names_nobody(case: str) -> None:
    with pytest.raises(NotSignedIn):
        named(token({**GOOD, **WRONG[case]}))


def test_a_forged_token_names_nobody() -> None:
    good = token(GOOD)
    head, body, signature = good.split(".")
    unsigned = encoded(b'{"alg":"none","kid":"1"}')
    changed = encoded(json.dumps({**GOOD, "preferred_username": "chief"}).encode())
    # The public key as the secret of an HMAC, which a careless check takes for a signature.
    begun_with = encoded(b'{"alg":"HS256","kid":"1"}') + "." + body
    mac = hmac.digest(KEY.as_pem(private=False), begun_with.encode(), "sha256")
    confused = f"{begun_with}.{encoded(mac)}"
    for text in (
        token(GOOD, OTHER),
        f"{unsigned}.{body}.",
        f"{unsigned}.{body}.{signature}",
        f"{head}.{changed}.{signature}",
        confused,
        token(GOOD, kid="2"),
        f"{head}.{body}",
        "",
        "a.b.c",
    ):
        with pytest.raises(NotSignedIn):
            named(text)


def test_a_mail_address_counts_once_it_is_verified() -> None:
    by_mail = OidcConfig(CONFIG.issuer, CLIENT, SECRET, "email")
    with pytest.raises(NotSignedIn):
        named(token({**GOOD, "email": "li"}), by_mail)
    assert named(token({**GOOD, "email": "li", "email_verified": True}), by_mail) == "li"


def test_the_issuer_must_be_the_one_that_was_named(issuer: str) -> None:
    with pytest.raises(Unreachable):
        oidc_provider.discover(OidcConfig(issuer.replace("127.0.0.1", "localhost") + "/", CLIENT, SECRET))
    with pytest.raises(Unreachable):
        oidc_provider.discover(OidcConfig(issuer + "/nothing", CLIENT, SECRET))
    with pytest.raises(InputError):
        oidc_provider.discover(OidcConfig("http://sso.example", CLIENT, SECRET))


def test_the_environment_names_the_service_as_a_whole_or_not_at_all() -> None:
    whole = {"SURVEYOR_OIDC_ISSUER": "https://sso.example", "SURVEYOR_OIDC_CLIENT": "c", "SURVEYOR_OIDC_SECRET": "s"}
    assert oidc_config({}) is None
    assert oidc_config(whole) == OidcConfig("https://sso.example", "c", "s")
    assert oidc_config({**whole, "SURVEYOR_OIDC_CLAIM": "email"}) == OidcConfig(
        "https://sso.example", "c", "s", "email"
    )
    for name in whole:
        with pytest.raises(InputError):
            oidc_config({**whole, name: ""})
    with pytest.raises(InputError):
        oidc_config({**whole, "SURVEYOR_OIDC_ISSUER": "http://sso.example"})
    assert "secret" not in repr(OidcConfig("https://sso.example", "c", "secret"))
