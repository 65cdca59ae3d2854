"""What the centre keeps is nobody else's to read, and what it answers is nobody's to keep or to guess about."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from surveyor_app.central import accounts
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.wire_errors import NotSignedIn
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
    assert headers["referrer-policy"] == "no-referrer"


def test_nobody_waits_for_the_hash_of_a_password(live: EmbeddedCentre, office_user: str) -> None:
    """While one password is checked, others write: the check holds no transaction open."""
    wrote = threading.Event()

    class Slow:
        def verify(self, kept: str, password: str) -> None:
            def write() -> None:
                with live.centre.database.write() as session:
                    accounts.new_enrolment_code(session, office_user, live.centre.now(), live.centre.lives.access)
                wrote.set()

            threading.Thread(target=write).start()
            assert wrote.wait(20), "the database was held while the hash was computed"

    before = accounts._HASHER
    accounts._HASHER = Slow()  # type: ignore[assignment]  # as slow as a test wants it
    try:
        assert accounts.check_password(live.centre.database, office_user, OFFICE_PASSWORD).user == office_user
    finally:
        accounts._HASHER = before
    with pytest.raises(NotSignedIn):
        accounts.check_password(live.centre.database, office_user, "wrong")
