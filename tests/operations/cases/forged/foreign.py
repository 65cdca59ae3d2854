"""Someone who writes a journal anew with keys of their own, and has them certified by whom they like."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.x509.oid import NameOID

from surveyor_app.domain.journal.entries import Body, Entry
from surveyor_app.domain.journal.identifiers import DeviceId, EntryHash
from surveyor_app.protocol.purposes import Purpose
from tests.operations.cases.forged.forger import CUSTODY, EVIDENCE, Line, read_lines, signed_of, write_lines
from tests.report.keys import END, START, Issued, for_signing


def with_own_device(
    bag: Path, issuer: Issued | None = None, user: str = "zhang", purpose: Purpose | None = None
) -> None:
    """Write the journal anew with another caption, by a device of the forger's own: certified by an authority, or by itself.

    ``user`` is whom the certificate names, ``purpose`` what it is for.
    """
    lines = read_lines(bag)

    def change(_signed: dict[str, Any], line: Line) -> None:
        body = line["body"]
        if isinstance(body, dict) and body["fields"].get("caption") == "前保险杠":
            body["fields"]["caption"] = "后保险杠"

    made, own = rewritten(lines, change, issuer, user, purpose)
    write_lines(bag, made)
    (device,) = (bag / "data/certificates").glob("device-*.pem")
    device.write_bytes(own)
    rows = (bag / CUSTODY).read_bytes()
    heads = (bag / EVIDENCE).read_bytes()
    for old, new in zip(lines, made, strict=True):
        was, now = (hashlib.sha256(line["line"].encode()).hexdigest().encode() for line in (old, new))
        rows, heads = rows.replace(was, now), heads.replace(was, now)
    heads = heads.replace(signed_of(lines[0])["device"].encode(), signed_of(made[0])["device"].encode())
    (bag / CUSTODY).write_bytes(rows)
    (bag / EVIDENCE).write_bytes(b"".join(sorted(heads.splitlines(keepends=True))))


def rewritten(
    lines: list[Line],
    change: Callable[[dict[str, Any], Line], None],
    issuer: Issued | None = None,
    user: str = "zhang",
    purpose: Purpose | None = None,
) -> tuple[list[Line], bytes]:
    """Return the journal written anew by one device of the forger's own, and the PEM of its certificate.

    ``change`` may alter signed part and body of each line before it is signed; chains, hashes and body hashes are made to fit.
    """
    key = Ed25519PrivateKey.generate()
    device = DeviceId(hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest())
    made: list[Line] = []
    previous: EntryHash | None = None
    for seq, line in enumerate(lines, start=1):
        signed, beside = signed_of(line), json.loads(json.dumps(line))
        change(signed, beside)
        if beside["body"] is not None:
            body = Body(base64.b64decode(beside["salt"]), beside["body"]["fields"], beside["body"]["reason"])
            signed["body"] = body.digest()
        signed |= {"device": device, "epoch": 0, "seq": seq, "prev": previous}
        data = Entry.from_bytes(_canonical(signed)).to_bytes()
        previous = EntryHash(hashlib.sha256(data).hexdigest())
        signature = base64.b64encode(key.sign(data)).decode()
        made.append({**beside, "line": data.decode(), "signature": signature})
    return made, device_certificate(key.public_key(), issuer or key, user, purpose)


def _canonical(signed: dict[str, Any]) -> bytes:
    return json.dumps(signed, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def device_certificate(
    key: Ed25519PublicKey, issuer: Issued | Ed25519PrivateKey, user: str = "zhang", purpose: Purpose | None = None
) -> bytes:
    """Return a certificate for a device, by an authority or by the device itself."""
    named = [(NameOID.ORGANIZATIONAL_UNIT_NAME, "surveyor"), (NameOID.COMMON_NAME, user), (NameOID.USER_ID, user)]
    subject = x509.Name([x509.NameAttribute(oid, value) for oid, value in named])
    builder = for_signing(
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if isinstance(issuer, Issued) else subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(START)
        .not_valid_after(END)
    )
    if purpose is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purpose.value), critical=False)
    made = builder.sign(issuer.key, hashes.SHA256()) if isinstance(issuer, Issued) else builder.sign(issuer, None)
    return made.public_bytes(serialization.Encoding.PEM)
