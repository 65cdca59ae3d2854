"""A centre behind TLS: only who trusts its certificate talks to it, and nothing of it goes over plain http."""

from __future__ import annotations

import ipaddress
import signal
import ssl
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from surveyor_app.central.serving import Tls
from surveyor_app.domain.errors import InputError
from surveyor_app.sync.network import can_be_read
from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    """A certificate for loopback that nobody vouches for, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "centre")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=1))
    places = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = builder.add_extension(places, critical=False).sign(key, hashes.SHA256())
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(pem, form, serialization.NoEncryption()))
    return Tls(folder / "cert.pem", folder / "key.pem")


@pytest.fixture(scope="module")
def url(tls: Tls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A centre as the command serves it."""
    data = tmp_path_factory.mktemp("centre")
    command = [
        sys.executable,
        "-m",
        "surveyor_app",
        "--lang",
        "en",
        "central",
        "serve",
        "--data",
        str(data),
        "--port",
        "0",
    ]
    command += ["--tls-cert", str(tls.certificate), "--tls-key", str(tls.key)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as served:
        assert served.stdout is not None
        said = served.stdout.readline()
        try:
            assert "https://" in said
            yield "https://" + said.partition("https://")[2].partition(";")[0]
        finally:
            served.send_signal(signal.SIGINT)


def test_who_trusts_the_certificate_is_answered(url: str, tls: Tls) -> None:
    trusting = ssl.create_default_context(cafile=str(tls.certificate))
    with httpx2.Client(base_url=url, verify=trusting) as client:
        assert client.get("/v1/authority.crl").status_code == 200
        signed_out = client.post("/sign-in", data={"user": "nobody", "password": "wrong"})
        assert signed_out.status_code == 401


def test_who_does_not_is_kept_off(url: str) -> None:
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"{url}/v1/authority.crl")


def test_plain_http_is_not_answered(url: str) -> None:
    with pytest.raises(httpx2.HTTPError):
        httpx2.get(url.replace("https://", "http://") + "/v1/authority.crl")


def test_a_key_of_another_certificate_is_refused_before_the_start(tls: Tls, tmp_path: Path) -> None:
    other = ec.generate_private_key(ec.SECP256R1())
    pem, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    (tmp_path / "key.pem").write_bytes(other.private_bytes(pem, form, serialization.NoEncryption()))
    for certificate, key in ((tls.certificate, tmp_path / "key.pem"), (tmp_path / "absent.pem", tls.key)):
        with pytest.raises(InputError):
            Tls(certificate, key).require_fit()


@pytest.mark.parametrize(
    ("server", "is_open"),
    [
        ("http://centre.example:8710", True),
        ("http://192.0.2.7", True),
        ("https://centre.example", False),
        ("http://127.0.0.1:8710", False),
        ("http://[::1]:8710", False),
        ("http://localhost", False),
        ("no address", False),
        ("http://[", False),
    ],
)
def test_plain_http_beyond_this_machine_can_be_read(server: str, is_open: bool) -> None:
    assert can_be_read(server) is is_open
