"""Whoever guesses passwords or codes waits longer and longer, alone: others sign in as before."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from surveyor_app.central.authority import attempts
from surveyor_app.central.authority.attempts import FORGOTTEN_AFTER, FREE_FOR_ACCOUNT, FREE_FOR_ADDRESS, counted
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import NotSignedIn, TooManyAttempts
from surveyor_app.records.keys import DeviceKey
from surveyor_app.sync.enrolling import enrol
from surveyor_app.sync.office import OfficeClient
from tests.integration.centres import OFFICE_PASSWORD


class Clock:
    """The centre's time, set by the test."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(tmp_path: Path, clock: Clock) -> Iterator[EmbeddedCentre]:
    embedded = EmbeddedCentre(tmp_path, config=CentreConfig(tmp_path, now=clock))
    embedded.start()
    for user in ("li", "wang"):
        office.create_user(embedded.centre, user, user, Role.OFFICE, OFFICE_PASSWORD)
    yield embedded
    embedded.stop()


def sign_in(live: EmbeddedCentre, user: str = "li", password: str = OFFICE_PASSWORD) -> None:
    with OfficeClient(live.url, user, password):
        pass


def guess(live: EmbeddedCentre, times: int, user: str = "li") -> None:
    for _ in range(times):
        with pytest.raises(NotSignedIn):
            sign_in(live, user, "wrong")


def test_guessing_a_password_waits_longer_and_longer_and_others_do_not(live: EmbeddedCentre, clock: Clock) -> None:
    guess(live, FREE_FOR_ACCOUNT)
    waits = []
    for _ in range(4):
        with pytest.raises(TooManyAttempts) as caught:
            sign_in(live)
        waits.append(int(str(caught.value.data["wait_s"])))
        clock.now += timedelta(seconds=waits[-1])
        guess(live, 1)
    assert waits == sorted(set(waits))
    sign_in(live, "wang")


def test_whoever_has_the_right_password_waits_once_and_starts_anew(live: EmbeddedCentre, clock: Clock) -> None:
    guess(live, FREE_FOR_ACCOUNT)
    clock.now += timedelta(minutes=1)
    sign_in(live)
    guess(live, FREE_FOR_ACCOUNT - 1)
    sign_in(live)


def test_what_was_tried_long_ago_is_forgotten(live: EmbeddedCentre, clock: Clock) -> None:
    guess(live, FREE_FOR_ACCOUNT + 0)
    clock.now += FORGOTTEN_AFTER + timedelta(seconds=1)
    guess(live, FREE_FOR_ACCOUNT - 1)
    sign_in(live)


def test_one_address_cannot_try_every_account(live: EmbeddedCentre, clock: Clock) -> None:
    for number in range(FREE_FOR_ADDRESS):
        sign_in(live, "wang")
        guess(live, 1, f"user{number}")
    with pytest.raises(TooManyAttempts):
        sign_in(live, "user99", "wrong")


def test_signing_in_often_is_nothing_wrong(live: EmbeddedCentre) -> None:
    for _ in range(FREE_FOR_ADDRESS + 5):
        sign_in(live)


def test_codes_are_counted_too(live: EmbeddedCentre) -> None:
    office.create_user(live.centre, "zhang", "Zhang")
    for _ in range(FREE_FOR_ACCOUNT):
        with pytest.raises(NotSignedIn):
            enrol(live.url, "zhang", "AAAAA-BBBBB-CCCCC-DDDDD", DeviceKey.generate())
    with pytest.raises(TooManyAttempts):
        enrol(live.url, "zhang", "AAAAA-BBBBB-CCCCC-DDDDD", DeviceKey.generate())


def test_the_desk_says_how_long(live: EmbeddedCentre) -> None:
    with httpx2.Client(base_url=live.url, headers={"accept-language": "en"}) as client:
        form = {"user": "li", "password": "wrong"}
        statuses = [client.post("/sign-in", data=form).status_code for _ in range(FREE_FOR_ACCOUNT)]
        assert statuses == [401] * FREE_FOR_ACCOUNT
        answer = client.post("/sign-in", data={**form, "password": OFFICE_PASSWORD})
    assert answer.status_code == 429
    assert "Please wait" in answer.text


def test_many_at_once_are_no_way_round(live: EmbeddedCentre, clock: Clock) -> None:
    """Each counts before its password is looked at."""

    def attempt(_number: int) -> bool:
        try:
            with counted(live.centre.database, "li", "there", clock.now):
                raise NotSignedIn(user="li")
        except TooManyAttempts:
            return False
        except NotSignedIn:
            return True

    with ThreadPoolExecutor(8) as pool:
        looked_at = sum(pool.map(attempt, range(40)))
    assert looked_at <= FREE_FOR_ACCOUNT
    with live.centre.database.read() as session:
        assert attempts._row(session, attempts._key("account", "li")) is not None


def test_what_anybody_may_do_is_done_so_often_an_hour(live: EmbeddedCentre, clock: Clock) -> None:
    database = live.centre.database
    waits: list[int] = []

    def spent(who: str = "here") -> bool:
        try:
            attempts.spend(database, "thing", who, 3, clock.now)
        except TooManyAttempts as error:
            waits.append(int(str(error.data["wait_s"])))
            return False
        return True

    assert [spent() for _ in range(5)] == [True, True, True, False, False]
    assert spent("elsewhere"), "others have their own"
    clock.now += FORGOTTEN_AFTER - timedelta(seconds=1)
    assert not spent(), "the hour began with the first, and trying does not make it longer"
    assert waits[-1] == 2
    clock.now += timedelta(seconds=1)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: spent(), range(20))) == 3, "many at once are no way round"
