"""What the centre keeps is nobody else's to read, and what it answers is nobody's to keep or to guess about."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2
import pytest

from surveyor_app.central.authority import accounts
from surveyor_app.central.serving import EmbeddedCentre
from tests.integration.centres import OFFICE_PASSWORD


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter there")
def test_nobody_else_looks_into_the_centres_folder(open_umask: None, tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    centre = EmbeddedCentre(folder)
    centre.start()
    centre.stop()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o777)
    centre = EmbeddedCentre(folder)
    centre.start()
    centre.stop()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/v1/inbox"),
        ("GET", "/nowhere"),
        ("POST", "/sign-out"),
        ("POST", "/v1/token"),
        ("GET", "/v1/authority.crl"),
        ("POST", "/v1/enrol"),
    ],
)
def test_every_answer_is_kept_and_guessed_by_nobody(live: EmbeddedCentre, method: str, path: str) -> None:
    with httpx2.Client(base_url=live.url, follow_redirects=False) as client:
        headers = client.request(method, path, content=b"" if method == "GET" else b"{}").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    # A page with forms is told to itself alone, or a browser would call the origin of its forms "null".
    assert headers["referrer-policy"] == ("same-origin" if path == "/" else "no-referrer")


def test_a_password_is_checked_while_somebody_else_writes(live: EmbeddedCentre, office_user: str) -> None:
    """So the check holds no transaction that others would have to wait for."""
    with live.centre.database.write() as session:
        accounts.new_enrolment_code(session, office_user, live.centre.now(), live.centre.lives.access)
        with ThreadPoolExecutor(1) as pool:
            checked = pool.submit(accounts.check_password, live.centre.database, office_user, OFFICE_PASSWORD)
            assert checked.result(timeout=20).user == office_user
