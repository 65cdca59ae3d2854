"""Has people sign in at the desk with a sign-in service of others, oidc-provider on Node, and prints what came of it."""

from __future__ import annotations

import json
import re
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx2

from surveyor_app.central.authority import oidc_provider
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims import locking_out, office
from surveyor_app.central.desk.company_sign_in import CALLBACK
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig, OidcConfig
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import NotSignedIn
from tests.integration.centres import OFFICE_PASSWORD
from tests.judges.maven import NotHere
from tests.judges.npm import fetch_package

PACKAGE, VERSION = "oidc-provider", "9.13.3"
SCRIPT = Path(__file__).with_name("oidc_server.mjs")
CLIENT, SECRET = "centre", "a secret: with/odd+parts"
VERIFIED = "wu"
"""Whose mail address the service verified."""
START_S = 60
MOST_STEPS = 12


@dataclass(frozen=True, slots=True)
class Service:
    """The running service and the centre that knows it."""

    live: EmbeddedCentre
    config: OidcConfig

    @contextmanager
    def browser(self) -> Iterator[httpx2.Client]:
        """Yield somebody's browser, which follows nothing by itself."""
        with httpx2.Client(headers={"accept-language": "en"}, timeout=30) as made:
            yield made

    def answer_for(self, browser: httpx2.Client, user: str, *, denies: bool = False) -> str:
        """Begin at the desk, sign in at the service as ``user``, and return the address that it leads back to."""
        answer = browser.get(f"{self.live.url}/company-sign-in", params={"wanted": "/people"})
        for _ in range(MOST_STEPS):
            if answer.is_redirect:
                target = urljoin(str(answer.url), answer.headers["location"])
                if target.startswith(self.live.url + CALLBACK):
                    return target
                answer = browser.get(target)
                continue
            answer = self._interaction(browser, answer, user, denies)
        raise RuntimeError(f"the service leads nowhere: {answer.url} {answer.text[:200]}")

    def _interaction(self, browser: httpx2.Client, page: httpx2.Response, user: str, denies: bool) -> httpx2.Response:
        if page.status_code != 200:
            raise RuntimeError(f"{page.status_code}: {re.sub(r'<[^>]+>', ' ', page.text)[:300]}")
        if denies:
            found = re.search(r'href="([^"]+/abort)"', page.text)
            return browser.get(urljoin(str(page.url), found.group(1) if found else "abort"))
        (action,) = re.findall(r'<form[^>]+action="([^"]+)"', page.text)
        (prompt,) = re.findall(r'name="prompt" value="(\w+)"', page.text)
        form = {"prompt": prompt} | ({"login": user, "password": "any"} if prompt == "login" else {})
        return browser.post(urljoin(str(page.url), action), data=form)


@contextmanager
def service(package: Path, folder: Path, algorithm: str = "RS256", secret: str = SECRET) -> Iterator[Service]:
    """Serve a centre with people of all kinds and the service that it knows; ``secret`` is what the service has of it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder.mkdir()
    config = OidcConfig(f"http://127.0.0.1:{port}", CLIENT, SECRET)
    with EmbeddedCentre(folder / "centre", config=CentreConfig(folder / "centre", oidc=config)) as live:
        for user in ("li", "gone", VERIFIED):
            office.create_user(live.centre, user, user, Role.OFFICE, OFFICE_PASSWORD)
        office.create_user(live.centre, "zhang", "张三")
        locking_out.lock_out_user(live.centre, "gone", Why.LEFT, "li")
        told = {
            "module": str(package),
            "issuer": config.issuer,
            "port": port,
            "client": CLIENT,
            "secret": secret,
            "verified": VERIFIED,
        }
        plan = folder / "plan.json"
        plan.write_text(
            json.dumps(
                told
                | {
                    "redirect": live.url + CALLBACK,
                    "algorithm": algorithm,
                    "verified": VERIFIED,
                    "kid": f"{algorithm}-{port}",
                }
            )
        )
        with _running(plan):
            yield Service(live, config)


@contextmanager
def _running(plan: Path) -> Iterator[None]:
    with (
        plan.with_suffix(".log").open("w") as log,
        subprocess.Popen(
            ["node", str(SCRIPT), str(plan)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
        ) as server,
    ):
        assert server.stdout is not None
        try:
            if not any(line.strip() == "ready" for line in server.stdout):
                raise RuntimeError(plan.with_suffix(".log").read_text()[-500:])
            yield
        finally:
            server.terminate()


def _comes_in(at: Service) -> str:
    with at.browser() as browser:
        back = at.answer_for(browser, "li")
        page = browser.get(back)
        if page.status_code != 200 or 'content="0; url=/people"' not in page.text:
            return f"{page.status_code} instead of the page that was wanted"
        if browser.get(f"{at.live.url}/people").status_code != 200:
            return "is not signed in"
        return "" if browser.get(back).status_code == 401 else "the same answer signed in twice"


def _stays_out(user: str) -> Callable[[Service], str]:
    def judge(at: Service) -> str:
        with at.browser() as browser:
            status = browser.get(at.answer_for(browser, user)).status_code
            return "" if status == 401 else f"{status}"

    return judge


def _denied(at: Service) -> str:
    with at.browser() as browser:
        back = at.answer_for(browser, "li", denies=True)
        if parse_qs(urlsplit(back).query).get("error") != ["access_denied"]:
            return back
        return "" if browser.get(back).status_code == 401 else "signed in without consent"


def _stolen(at: Service) -> str:
    """Carry the answer of one browser to another, as somebody would who got hold of it."""
    with at.browser() as browser, at.browser() as thief:
        back = at.answer_for(browser, "li")
        return "" if thief.get(back).status_code == 401 else "another browser came in"


def _other_verifier(at: Service) -> str:
    with at.browser() as browser:
        (code,) = parse_qs(urlsplit(at.answer_for(browser, "li")).query)["code"]
    provider = oidc_provider.discover(at.config)
    try:
        oidc_provider.redeem(at.config, provider, code, "x" * 43, at.live.url + CALLBACK)
    except NotSignedIn:
        return ""
    return "a code was redeemed without its verifier"


def _mail(at: Service) -> str:
    """Name accounts by their mail addresses, of which the service verified one."""
    centre, found = at.live.centre, {}
    kept = centre.config
    centre.config = replace(kept, oidc=replace(at.config, claim="email"))
    try:
        for user in ("li", VERIFIED):
            with at.browser() as browser:
                found[user] = browser.get(at.answer_for(browser, user)).status_code
    finally:
        centre.config = kept
    return "" if found == {"li": 401, VERIFIED: 200} else f"{found}"


WAYS: Mapping[str, Callable[[Service], str]] = {
    "an account of the office comes in, once": _comes_in,
    "a surveyor stays out": _stays_out("zhang"),
    "a closed account stays out": _stays_out("gone"),
    "a stranger stays out": _stays_out("stranger"),
    "who refuses at the service stays out": _denied,
    "an answer in another browser is nobody's": _stolen,
    "a code without its verifier is worth nothing": _other_verifier,
    "a mail address names somebody once it is verified": _mail,
}


def judge_sign_in(archives_folder: Path, folder: Path) -> bool:
    """Sign in every way, print; return whether each came out as it should, or nobody could be asked."""
    try:
        package = fetch_package(PACKAGE, VERSION, archives_folder)
    except NotHere as reason:
        print(f"SKIPPED: {PACKAGE} signed nobody in. {reason}.")
        return True
    print(f"signing in with {PACKAGE} {VERSION}")
    folder.mkdir(exist_ok=True)
    found: dict[str, str] = {}
    with service(package, folder / "rsa") as at:
        found |= {name: _outcome(way, at) for name, way in WAYS.items()}
    with service(package, folder / "ec", "ES256") as at:
        found["keys of an elliptic curve are believed"] = _outcome(_comes_in, at)
    with service(package, folder / "secret", secret="another secret") as at:
        found["a centre with a wrong secret lets nobody in"] = _outcome(_stays_out("li"), at)
    width = max(map(len, found))
    for name, wrong in found.items():
        print(f"{name:{width}}  {f'FAILED   {wrong}' if wrong else 'as it should'}")
    good = sum(not wrong for wrong in found.values())
    print(f"{good} of {len(found)} came out as they should.")
    return good == len(found)


def _outcome(way: Callable[[Service], str], at: Service) -> str:
    try:
        return way(at)
    except Exception as error:  # noqa: BLE001  # whatever goes wrong on the way is a way that went wrong
        return f"{type(error).__name__}: {error}"
