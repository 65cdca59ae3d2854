"""A lost laptop and a person who left: nothing of theirs is taken in, answered or believed any more. OpenSSL judges the list."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select

from surveyor_app.central.authority.office_device import office_key
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.wire_errors import CertificateUnknown, DeviceRevoked, Forbidden
from surveyor_app.protocol.entries import PullAnswer, PushAnswer, PushRequest, to_wire
from surveyor_app.protocol.messages import CaseAnswer, InboxAnswer, RegisterCase, RevokeAnswer, RevokeDevice
from surveyor_app.protocol.purposes import Purpose
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.office import OfficeClient
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import Laptop

PUBLIC_URL = "https://claims.example/"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[EmbeddedCentre]:
    """A centre that others reach under an address of its own."""
    embedded = EmbeddedCentre(tmp_path / "centre", config=CentreConfig(tmp_path / "centre", public_url=PUBLIC_URL))
    embedded.start()
    yield embedded
    embedded.stop()


@pytest.fixture
def li(live: EmbeddedCentre, office_user: str) -> Iterator[OfficeClient]:
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as client:
        yield client


def given_to(live: EmbeddedCentre, user: str) -> dict[str, x509.Certificate]:
    """Return the certificates of a user by purpose."""
    with live.centre.database.read() as session:
        query = select(certificates.c.purpose, certificates.c.certificate).where(certificates.c.user == user)
        return {row.purpose: x509.load_der_x509_certificate(row.certificate) for row in session.execute(query)}


def test_a_lost_laptop_is_refused_whatever_it_asks(live: EmbeddedCentre, laptop: Laptop, li: OfficeClient) -> None:
    entries = f"/v1/cases/{laptop.case_id}/entries"
    with laptop.client(live.url) as client:
        client.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer)
        client.get(entries, PullAnswer)
        assert li.revoke_device(laptop.key.device_id, "lost") == 2
        asked: tuple[Callable[[], object], ...] = (
            lambda: client.get("/v1/inbox", InboxAnswer),
            lambda: client.get(entries, PullAnswer),
            lambda: client.post(entries, pushed(laptop), PushAnswer),
        )
        for ask in asked:
            with pytest.raises(DeviceRevoked) as caught:
                ask()
            assert caught.value.data["device"] == laptop.key.device_id
    # With tokens of its own making there is no way round either: a refresh brings no other.
    with laptop.client(live.url) as fresh, pytest.raises(DeviceRevoked):
        fresh.get("/v1/inbox", InboxAnswer)


def test_whoever_finds_the_laptop_cannot_enrol_it_again(live: EmbeddedCentre, laptop: Laptop, li: OfficeClient) -> None:
    li.revoke_device(laptop.key.device_id, "lost")
    code = li.create_user("zhang", "Zhang").code
    assert code is not None
    with pytest.raises(CertificateUnknown):
        laptop.enrol(live.url, code)


def test_another_laptop_of_the_same_person_goes_on(
    live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop, li: OfficeClient
) -> None:
    other = make_laptop("zhang")
    assert li.revoke_device(laptop.key.device_id, "replaced") == 2
    with other.client(live.url) as client:
        client.get("/v1/inbox", InboxAnswer)


def test_a_person_who_left_is_refused_on_every_laptop(
    live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop, li: OfficeClient
) -> None:
    make_laptop("zhang")
    assert li.disable_user("zhang") == 4
    with laptop.client(live.url) as client, pytest.raises(DeviceRevoked):
        client.get("/v1/inbox", InboxAnswer)
    with pytest.raises(NotFound):
        li.create_user("zhang", "Zhang")


def test_only_the_office_takes_back_and_never_its_own_account(
    live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop, li: OfficeClient
) -> None:
    victim = make_laptop("wang").key.device_id
    with laptop.client(live.url) as client, pytest.raises(Forbidden):
        client.post(f"/v1/office/devices/{victim}:revoke", RevokeDevice(), RevokeAnswer)
    with pytest.raises(InputError):
        li.disable_user("li")
    with pytest.raises(InputError):
        li.revoke_device(victim, "because")
    with pytest.raises(NotFound):
        li.revoke_device("ab" * 32, "lost")
    assert li.revoke_device(victim, "lost") == 2
    assert li.revoke_device(victim, "lost") == 0


@pytest.mark.parametrize("name", ["office", "receipts", "authority"])
def test_a_clerk_takes_nothing_back_that_is_the_centres_own(
    live: EmbeddedCentre, laptop: Laptop, li: OfficeClient, name: str
) -> None:
    """By way of an account that is called like what the centre signs with."""
    li.create_user(name, "Somebody", "office", OFFICE_PASSWORD)
    assert li.disable_user(name) == 0
    with live.centre.database.read() as session:
        own = office_key(session).device_id
    with pytest.raises(NotFound):
        li.revoke_device(own, "lost")
    assert own not in {line.device for line in li.list_devices()}
    assert len(x509.load_der_x509_crl(fetched(live, "authority.crl"))) == 0
    case = li.open_claim({"report_no": "R9"})
    assert li.assign(case, "zhang")


def test_openssl_believes_a_certificate_until_it_is_on_the_list(
    live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop, li: OfficeClient, tmp_path: Path
) -> None:
    make_laptop("wang")
    li.revoke_device(laptop.key.device_id, "lost")
    authority = fetched(live, "authority.cer")
    (tmp_path / "ca.pem").write_bytes(x509.load_der_x509_certificate(authority).public_bytes(Encoding.PEM))
    crl = x509.load_der_x509_crl(fetched(live, "authority.crl"))
    (tmp_path / "crl.pem").write_bytes(crl.public_bytes(Encoding.PEM))
    for user, is_good in (("zhang", False), ("wang", True)):
        for purpose, certificate in given_to(live, user).items():
            path = tmp_path / f"{user}-{purpose}.pem"
            path.write_bytes(certificate.public_bytes(Encoding.PEM))
            done = subprocess.run(
                ["openssl", "verify", "-crl_check", "-CAfile", "ca.pem", "-CRLfile", "crl.pem", path.name],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )
            assert (done.returncode == 0) is is_good, (user, purpose, done.stderr)
            assert is_good or "certificate revoked" in done.stderr


def test_each_certificate_says_what_it_is_for_and_whom_to_ask(live: EmbeddedCentre, laptop: Laptop) -> None:
    zhang = given_to(live, "zhang")
    receipts = live.centre.authority.receipts.certificate
    for certificate, purpose in (
        (zhang["device"], Purpose.ENTRIES),
        (zhang["surveyor"], Purpose.REPORTS),
        (receipts, Purpose.RECEIPTS),
    ):
        uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        assert tuple(uses) == purpose.value
        revoked = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
        assert [name.value for name in revoked[0].full_name or []] == ["https://claims.example/v1/authority.crl"]
        issuer = certificate.extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
        assert issuer[0].access_location.value == "https://claims.example/v1/authority.cer"


def fetched(live: EmbeddedCentre, name: str) -> bytes:
    with CentreClient(live.url) as client:
        return client.send("GET", f"/v1/{name}", {}, signed_in=False).content


def pushed(laptop: Laptop) -> PushRequest:
    return PushRequest(tuple(to_wire(entry) for entry in laptop.unsent_entries(1_000_000)))
