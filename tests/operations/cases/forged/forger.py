"""Someone who changes a bag and knows how it is made: whatever no signature covers is written anew, so that all of it agrees."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import NameObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from surveyor_app.domain.journal.entries import Body, Entry
from surveyor_app.domain.journal.identifiers import DeviceId, EntryHash
from tests.report.keys import END, START, Issued, for_signing

JOURNAL, CUSTODY, EVIDENCE = "data/journal.jsonl", "data/custody.csv", "data/evidence-manifest.txt"
RECEIPT, SIGNATURE, REPORT = "data/receipt.json", "data/receipt.json.p7s", "data/report.pdf"
AUTHORITY = "data/certificates/authority.pem"
Line = dict[str, Any]


def covers_tracks(bag: Path) -> None:
    """Write both manifests and the sums of bag-info.txt anew."""
    payload = {str(path.relative_to(bag)): path.read_bytes() for path in (bag / "data").rglob("*") if path.is_file()}
    info = (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    sums = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}"
    info = [sums if line.startswith("Payload-Oxum") else line for line in info]
    (bag / "bag-info.txt").write_text("\n".join(info) + "\n", encoding="utf-8")
    _list(bag / "manifest-sha256.txt", payload)
    tags = {path.name: path.read_bytes() for path in bag.iterdir() if path.is_file() and path.name[:3] != "tag"}
    _list(bag / "tagmanifest-sha256.txt", tags)


def _list(manifest: Path, files: dict[str, bytes]) -> None:
    lines = [f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items())]
    manifest.write_text("".join(lines), encoding="utf-8")


# ------------------------------------------------------------------------------------------------------------ the pieces


def read_lines(bag: Path) -> list[Line]:
    """Return the journal: one object a line."""
    return [json.loads(line) for line in (bag / JOURNAL).read_bytes().split(b"\n")[:-1]]


def write_lines(bag: Path, lines: list[Line]) -> None:
    """Write the journal anew."""
    texts = [json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines]
    (bag / JOURNAL).write_text("".join(texts), encoding="utf-8")


def signed_of(line: Line) -> dict[str, Any]:
    """Return the signed part of a line."""
    found: dict[str, Any] = json.loads(line["line"])
    return found


def of_kind(lines: list[Line], kind: str) -> list[int]:
    """Return the places of the lines about records of a kind."""
    return [place for place, line in enumerate(lines) if signed_of(line)["kind"] == kind]


def first_original(bag: Path) -> Path:
    """Return the first photo."""
    return min((bag / "data/originals").iterdir())


def edit(bag: Path, path: str, change: Callable[[bytes], bytes]) -> None:
    """Change one file."""
    data = (bag / path).read_bytes()
    changed = change(data)
    assert changed != data
    (bag / path).write_bytes(changed)


def strike_out(bag: Path, needle: str) -> None:
    """Remove every line of custody list and evidence manifest with a text in it."""
    for path, end in ((CUSTODY, b"\r\n"), (EVIDENCE, b"\n")):
        lines = (bag / path).read_bytes().split(end)
        (bag / path).write_bytes(end.join(line for line in lines if needle.encode() not in line))


def custody_rows(bag: Path) -> list[list[str]]:
    """Return the custody list."""
    return list(csv.reader(io.StringIO((bag / CUSTODY).read_text(encoding="utf-8-sig"), newline="")))


def relist(bag: Path, path: Path, data: bytes) -> None:
    """Put other bytes in the place of a file, and their hash wherever custody list and evidence manifest name the old one."""
    old, new = hashlib.sha256(path.read_bytes()).hexdigest(), hashlib.sha256(data).hexdigest()
    path.write_bytes(data)
    for name in (CUSTODY, EVIDENCE):
        (bag / name).write_bytes((bag / name).read_bytes().replace(old.encode(), new.encode()))


# ---------------------------------------------------------------------------------------------------------------- PDFs


def painted_over(pdf: bytes) -> bytes:
    """Return a PDF with a white page over page 1, appended as a revision of its own."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    paint = StreamObject(stream_data=b"q 1 g 0 0 595 842 re f Q")
    writer.add_stream_to_page(0, writer.add_object(paint))  # type: ignore[no-untyped-call]  # the library is typed in part
    return _appended(writer)


def with_other_attachment(pdf: bytes, content: bytes) -> bytes:
    """Return a PDF whose first attachment has another content, appended as a revision of its own."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    _name, entry, *_ = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    resolved = entry.get_object()
    stream = StreamObject({NameObject("/Type"): NameObject("/EmbeddedFile")}, stream_data=content)
    for key in ("/F", "/UF"):
        if key in resolved["/EF"]:
            resolved["/EF"][NameObject(key)] = writer.add_object(stream)
    writer.update_container(resolved["/EF"])
    return _appended(writer)


def _appended(writer: IncrementalPdfFileWriter) -> bytes:
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]  # the library is typed in part
    return output.getvalue()


# ----------------------------------------------------------------------------------------------------------- whole journals


def rewritten(lines: list[Line], change: Callable[[dict[str, Any], Line], None]) -> tuple[list[Line], bytes]:
    """Return the journal written anew by one device of the forger's own, and the PEM of its certificate by itself.

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
    return made, device_certificate(key.public_key(), key)


def _canonical(signed: dict[str, Any]) -> bytes:
    return json.dumps(signed, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def device_certificate(key: Ed25519PublicKey, issuer: Issued | Ed25519PrivateKey, user: str = "zhang") -> bytes:
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
    made = builder.sign(issuer.key, hashes.SHA256()) if isinstance(issuer, Issued) else builder.sign(issuer, None)
    return made.public_bytes(serialization.Encoding.PEM)
