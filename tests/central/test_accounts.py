"""Enrolment codes, passwords and tokens: what is accepted once, what twice, and for how long."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12

from surveyor_app.central.authority.certificates import device_urn
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import (
    BadMessage,
    BadSignature,
    CertificateUnknown,
    Forbidden,
    NotEnrolled,
    NotSignedIn,
    TokenExpired,
)
from surveyor_app.protocol.entries import to_base64
from surveyor_app.protocol.messages import EnrolAnswer, EnrolRequest, InboxAnswer, TokenAnswer, TokenRequest
from surveyor_app.records.keys import DeviceKey
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.enrolling import enrol
from surveyor_app.sync.office import OfficeClient
from surveyor_app.sync.tokens import MemoryTokens
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
    """A centre whose clock the test sets."""
    embedded = EmbeddedCentre(tmp_path, config=CentreConfig(tmp_path, now=clock))
    embedded.start()
    yield embedded
    embedded.stop()


@pytest.fixture
def code(live: EmbeddedCentre) -> str:
    found = office.create_user(live.centre, "zhang", "张三").code
    assert found is not None
    return found


def refresh(live: EmbeddedCentre, token: str) -> TokenAnswer:
    with CentreClient(live.url) as client:
        return client.post("/v1/token", TokenRequest(refresh_token=token), TokenAnswer, signed_in=False)


def inbox(live: EmbeddedCentre, access_token: str) -> None:
    with CentreClient(live.url) as client:
        client.send("GET", "/v1/inbox", {"authorization": f"Bearer {access_token}"}, signed_in=False)


def test_enrolment_certifies_both_keys(live: EmbeddedCentre, code: str, clock: Clock) -> None:
    key = DeviceKey.generate()
    answer = enrol(live.url, "zhang", f" {code.lower()} ", key, "张三")
    device = x509.load_der_x509_certificate(answer.device_certificate)
    names = device.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.UniformResourceIdentifier) == [device_urn(key.device_id)]
    assert device.public_key().public_bytes_raw() == key.public_key  # type: ignore[union-attr]
    private, surveyor, chain = pkcs12.load_key_and_certificates(answer.surveyor_p12, answer.p12_passphrase.encode())
    assert private is not None
    assert surveyor is not None
    assert surveyor.public_key() == private.public_key()
    assert [item.fingerprint(surveyor.signature_hash_algorithm) for item in chain] == [  # type: ignore[arg-type]
        x509.load_der_x509_certificate(answer.ca_der).fingerprint(surveyor.signature_hash_algorithm)  # type: ignore[arg-type]
    ]
    usage = surveyor.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert "CN=张三" in surveyor.subject.rfc4514_string()
    assert surveyor.not_valid_before_utc < clock.now < surveyor.not_valid_after_utc


def test_a_code_is_for_one_device_which_may_repeat_it(live: EmbeddedCentre, code: str) -> None:
    key = DeviceKey.generate()
    first = enrol(live.url, "zhang", code, key)
    assert enrol(live.url, "zhang", code, key).centre == first.centre
    with pytest.raises(NotSignedIn):
        enrol(live.url, "zhang", code, DeviceKey.generate())


def test_wrong_codes_are_refused(live: EmbeddedCentre, code: str, clock: Clock) -> None:
    office.create_user(live.centre, "wang", "Wang")
    for user, tried in [("zhang", "AAAAA-AAAAA-AAAAA-AAAAA"), ("wang", code), ("nobody", code)]:
        with pytest.raises(NotSignedIn):
            enrol(live.url, user, tried, DeviceKey.generate())
    clock.now += timedelta(days=15)
    with pytest.raises(NotSignedIn):
        enrol(live.url, "zhang", code, DeviceKey.generate())


def test_a_device_belongs_to_one_user(live: EmbeddedCentre, code: str) -> None:
    key = DeviceKey.generate()
    enrol(live.url, "zhang", code, key)
    other = office.create_user(live.centre, "wang", "Wang").code
    assert other is not None
    with pytest.raises(CertificateUnknown):
        enrol(live.url, "wang", other, key)


def test_keys_must_be_held_by_who_names_them(live: EmbeddedCentre, code: str) -> None:
    victim = DeviceKey.generate()
    request = EnrolRequest(
        user="zhang",
        code=code,
        device_public_key=to_base64(victim.public_key),
        surveyor_request=to_base64(b"no request"),
        proof=to_base64(DeviceKey.generate().sign(b"anything")),
    )
    with CentreClient(live.url) as client, pytest.raises(BadSignature):
        client.post("/v1/enrol", request, EnrolAnswer, signed_in=False)
    bad_key = EnrolRequest("zhang", code, "AAAA", "AAAA", "AAAA")
    with CentreClient(live.url) as client, pytest.raises(BadMessage):
        client.post("/v1/enrol", bad_key, EnrolAnswer, signed_in=False)


def test_access_tokens_expire_and_refresh_tokens_are_replaced(live: EmbeddedCentre, code: str, clock: Clock) -> None:
    first = enrol(live.url, "zhang", code, DeviceKey.generate()).refresh_token
    answer = refresh(live, first)
    inbox(live, answer.access_token)
    clock.now += timedelta(minutes=16)
    with pytest.raises(TokenExpired):
        inbox(live, answer.access_token)
    assert answer.expires_in == 900
    second = refresh(live, answer.refresh_token)
    inbox(live, second.access_token)


def test_a_lost_answer_does_not_lock_out(live: EmbeddedCentre, code: str) -> None:
    first = enrol(live.url, "zhang", code, DeviceKey.generate()).refresh_token
    refresh(live, first)  # the answer never arrives
    second = refresh(live, first).refresh_token
    third = refresh(live, second).refresh_token
    refresh(live, third)


class Listener(logging.Handler):
    """Hears what one logger says, whatever else of the process does with the handlers at the root."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@pytest.fixture
def tokens_log() -> Iterator[Listener]:
    """What is logged of tokens."""
    logger, listener = logging.getLogger("surveyor_app.central.authority.tokens"), Listener()
    assert logger.isEnabledFor(logging.WARNING), (logger.disabled, logger.getEffectiveLevel(), logger.manager.disable)
    logger.addHandler(listener)
    yield listener
    logger.removeHandler(listener)


def test_a_stolen_refresh_token_ends_the_sign_in_for_both(
    live: EmbeddedCentre, code: str, tokens_log: Listener
) -> None:
    """Whichever of the two comes first."""
    key = DeviceKey.generate()
    stolen = enrol(live.url, "zhang", code, key).refresh_token
    mine = refresh(live, refresh(live, stolen).refresh_token)
    with pytest.raises(NotSignedIn):
        refresh(live, stolen)
    for both in (lambda: refresh(live, mine.refresh_token), lambda: inbox(live, mine.access_token)):
        with pytest.raises((NotSignedIn, TokenExpired)):
            both()
    assert ["zhang was used again" in line for line in tokens_log.said] == [True]
    again = enrol(live.url, "zhang", code, key).refresh_token
    theirs = refresh(live, again).refresh_token  # the thief is faster, the laptop's own answer was never lost
    mine = refresh(live, again)
    with pytest.raises(NotSignedIn):
        refresh(live, theirs)
    with pytest.raises(NotSignedIn):
        refresh(live, mine.refresh_token)


def test_guessing_ends_nobodys_sign_in(live: EmbeddedCentre, code: str) -> None:
    kept = enrol(live.url, "zhang", code, DeviceKey.generate()).refresh_token
    for guess in ("", ".", "x", kept.partition(".")[0], "." + kept, "\0", "a" * 100_000):
        with pytest.raises((NotSignedIn, BadMessage)):
            refresh(live, guess)
    half_a_pair = httpx2.post(f"{live.url}/v1/token", content=b'{"refresh_token": "\\ud800.x"}')
    assert half_a_pair.status_code in {400, 401}
    refresh(live, kept)


@pytest.mark.parametrize(
    "weak", ["password12", "1234567890", "qwertyuiop", "aaaaaaaaaaaaaaaa", "lihualihua", "surveyor2026"]
)
def test_passwords_that_are_easy_to_guess_are_refused(live: EmbeddedCentre, weak: str) -> None:
    with pytest.raises(InputError) as caught:
        office.create_user(live.centre, "lihua", "Li Hua", Role.OFFICE, weak)
    assert caught.value.data["reason"] == "easy to guess"


def test_long_and_chinese_passwords_are_taken(live: EmbeddedCentre) -> None:
    for user, password in (("li", "correct horse battery " * 20), ("wang", "下雨天也去查勘现场的人")):
        office.create_user(live.centre, user, user, Role.OFFICE, password)
        with OfficeClient(live.url, user, password) as client:
            assert client.list_claims() == ()


def test_the_client_refreshes_by_itself(live: EmbeddedCentre, code: str, clock: Clock) -> None:
    tokens = MemoryTokens(enrol(live.url, "zhang", code, DeviceKey.generate()).refresh_token)
    with CentreClient(live.url, tokens) as client:
        client.get("/v1/inbox", InboxAnswer)
        clock.now += timedelta(hours=1)
        assert client.get("/v1/inbox", InboxAnswer) == InboxAnswer(())
        clock.now += timedelta(days=200)
        with pytest.raises(NotSignedIn):
            client.get("/v1/inbox", InboxAnswer)


def test_office_accounts_sign_in_with_a_password(live: EmbeddedCentre, code: str) -> None:
    office.create_user(live.centre, "li", "Li", Role.OFFICE, OFFICE_PASSWORD, administrator=True)
    for user, password in [("li", "wrong password"), ("zhang", OFFICE_PASSWORD), ("nobody", OFFICE_PASSWORD)]:
        with pytest.raises(NotSignedIn):
            OfficeClient(live.url, user, password)
    with OfficeClient(live.url, "li", OFFICE_PASSWORD) as client:
        assert client.list_claims() == ()
        case = client.open_claim({"report_no": "RD3", "plate_no": "京A12345"})
        assert client.open_claim({"report_no": "RD3"}, case) == case
        task = client.assign(case, "zhang", due_at="2026-11-21T00:00:00.000000Z")
        assert client.assign(case, "zhang", task=task) == task
        (line,) = client.list_claims()
        assert (line.case, line.report_no, line.owner, line.number) == (case, "RD3", "zhang", 3)
        assert client.create_user("wang", "Wang").code is not None
        for wrong in ({"no_such_field": "x"}, {"report_no": 5}):
            with pytest.raises(InputError):
                client.open_claim(wrong)
        with pytest.raises(InputError):
            client.create_user("with space", "X")
        with pytest.raises(InputError):
            client.create_user("chen", "Chen", "office", "short")
    refresh_token = enrol(live.url, "zhang", code, DeviceKey.generate()).refresh_token
    with CentreClient(live.url, MemoryTokens(refresh_token)) as surveyor, pytest.raises(Forbidden):
        surveyor.send("GET", "/v1/office/claims")


def test_an_account_without_a_device_reads_no_inbox(live: EmbeddedCentre) -> None:
    office.create_user(live.centre, "li", "Li", Role.OFFICE, OFFICE_PASSWORD, administrator=True)
    with CentreClient(live.url) as client:
        request = TokenRequest(user="li", password=OFFICE_PASSWORD)
        token = client.post("/v1/token", request, TokenAnswer, signed_in=False).access_token
    with pytest.raises(NotEnrolled):
        inbox(live, token)
    with pytest.raises(NotSignedIn), CentreClient(live.url) as client:
        client.send("GET", "/v1/inbox", signed_in=False)
