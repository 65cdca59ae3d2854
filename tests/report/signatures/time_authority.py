"""A time-stamp authority made with ``openssl ts`` behind a small HTTP server, and the lists of revoked certificates beside it."""

from __future__ import annotations

import http.server
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.report.keys import Issued, authority, for_signing

DAY = timedelta(days=1)
CONFIGURATION = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
"""

Answer = Callable[[bytes], tuple[int, bytes]]
"""Makes status and body of an answer from a request's body."""


@dataclass(frozen=True)
class TimeAuthority:
    """The root that vouches for it, its own certificate, and the folder that openssl works in."""

    root: Issued
    service: Issued
    folder: Path

    def reply(self, query: bytes) -> bytes:
        """Return the ``TimeStampResp`` for a ``TimeStampReq``, as openssl gives it."""
        (self.folder / "query.tsq").write_bytes(query)
        command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-signer", "tsa.pem"]
        command += ["-inkey", "tsa.key", "-chain", "root.pem", "-out", "reply.tsr"]
        subprocess.run(command, cwd=self.folder, capture_output=True, check=True)
        return (self.folder / "reply.tsr").read_bytes()

    @contextmanager
    def serve(self, answer: Answer | None = None) -> Iterator[str]:
        """Serve on this machine and yield the address; ``answer`` lies in its place."""
        with serving(answer or (lambda query: (200, self.reply(query)))) as url:
            yield url


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Answer every request by a function; yields the address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self._tell(*answer(self.rfile.read(int(self.headers["content-length"]))))

        def do_GET(self) -> None:
            self._tell(*answer(self.path.encode()))

        def _tell(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/timestamp-reply")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def make_time_authority(folder: Path, name: str = "Time Root") -> TimeAuthority:
    """Return an authority whose openssl works in ``folder``, which is made."""
    root, service = _certificates(name)
    folder.mkdir(parents=True)
    (folder / "tsa.cnf").write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
    (folder / "serial").write_text("01\n", encoding="ascii")
    (folder / "tsa.pem").write_bytes(service.pem)
    (folder / "root.pem").write_bytes(root.pem)
    key = service.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "tsa.key").write_bytes(key)
    return TimeAuthority(root, service, folder)


@lru_cache
def _certificates(name: str) -> tuple[Issued, Issued]:
    """Return a root and a service for time stamps, valid now: openssl stamps with the machine's clock."""
    now = datetime.now(UTC)
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    usage = x509.KeyUsage(True, False, False, False, False, True, True, False, False)
    by = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    to = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name} Stamps")])

    def builder(subject: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(by).public_key(public)
        made = made.serial_number(x509.random_serial_number())
        made = made.not_valid_before(now - DAY).not_valid_after(now + 3650 * DAY)
        return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)

    root = builder(by, root_key.public_key()).add_extension(x509.BasicConstraints(True, 0), critical=True)
    root_certificate = root.add_extension(usage, critical=True).sign(root_key, hashes.SHA256())
    stamps = for_signing(builder(to, key.public_key()))
    stamps = stamps.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return Issued(root_key, root_certificate), Issued(key, stamps.sign(root_key, hashes.SHA256()))


def revocation_list(
    issuer: Issued | None = None, revoked: Sequence[tuple[Issued, datetime]] = (), *, at: datetime | None = None
) -> bytes:
    """Return the DER list of an authority (that of the tests by default) as of ``at``, valid for 30 days."""
    by = issuer or authority()
    made_at = at or datetime.now(UTC)
    builder = x509.CertificateRevocationListBuilder().issuer_name(by.certificate.subject)
    builder = builder.last_update(made_at).next_update(made_at + 30 * DAY)
    builder = builder.add_extension(x509.CRLNumber(1), critical=False)
    for item, since in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(item.certificate.serial_number).revocation_date(since)
        builder = builder.add_revoked_certificate(entry.build())
    return builder.sign(by.key, hashes.SHA256()).public_bytes(Encoding.DER)
