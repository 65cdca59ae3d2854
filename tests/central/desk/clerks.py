"""A clerk at the desk for the tests: a browser that is signed in, and the centre behind it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.kinds import R
from surveyor_app.domain.ownership import Role
from surveyor_app.records import reading
from tests.integration.centres import OFFICE_PASSWORD


@dataclass
class Clerk:
    """One clerk's browser."""

    live: EmbeddedCentre
    user: str
    browser: httpx2.Client

    def get(self, path: str) -> httpx2.Response:
        return self.browser.get(path)

    def post(self, path: str, **form: str) -> httpx2.Response:
        return self.browser.post(path, data=form)

    def page(self, path: str) -> str:
        """Return what a page says, in one line."""
        answer = self.browser.get(path)
        assert answer.status_code == 200, answer.text
        return texts(answer.text)

    def read(self, case: str, kind: type[R]) -> list[R]:
        with self.live.centre.database.read() as session:
            return reading.list_records(session, case, kind)


@contextmanager
def signed_in(live: EmbeddedCentre, user: str) -> Iterator[Clerk]:
    """Make an account of the office, if there is none, and sign in with it."""
    office.create_user(live.centre, user, user.title(), Role.OFFICE, OFFICE_PASSWORD)
    with httpx2.Client(
        base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}, timeout=60
    ) as browser:
        browser.post("/sign-in", data={"user": user, "password": OFFICE_PASSWORD})
        yield Clerk(live, user, browser)


def texts(page: str) -> str:
    """Return what a page says without its tags, in one line."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))
