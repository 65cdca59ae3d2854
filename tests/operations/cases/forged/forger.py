"""Someone who changes a bag and knows how it is made: whatever no signature covers is written anew, so that all of it agrees."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.generic import NameObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.typesetting import ReportFiles
from tests.report.samples import ISSUED_AT

JOURNAL, CUSTODY, EVIDENCE = "data/journal.jsonl", "data/custody.csv", "data/evidence-manifest.txt"
RECEIPT, SIGNATURE, REPORT = "data/receipt.json", "data/receipt.json.p7s", "data/report.pdf"
AUTHORITY = "data/certificates/authority.pem"
REVOCATIONS = "data/certificates/authority.crl"
HANDOVER = "tagmanifest-sha256.txt.sig"
Line = dict[str, Any]


def covers_tracks(bag: Path) -> None:
    """Write both manifests and the sums of bag-info.txt anew; the signature over them all can only be taken away."""
    before = (bag / "tagmanifest-sha256.txt").read_bytes()
    payload = {str(path.relative_to(bag)): path.read_bytes() for path in (bag / "data").rglob("*") if path.is_file()}
    info = (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    sums = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}"
    info = [sums if line.startswith("Payload-Oxum") else line for line in info]
    (bag / "bag-info.txt").write_text("\n".join(info) + "\n", encoding="utf-8")
    _list(bag / "manifest-sha256.txt", payload)
    tags = {path.name: path.read_bytes() for path in bag.iterdir() if path.is_file() and path.name[:3] != "tag"}
    _list(bag / "tagmanifest-sha256.txt", tags)
    if (bag / "tagmanifest-sha256.txt").read_bytes() != before:
        (bag / HANDOVER).unlink(missing_ok=True)


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


def stripped(pdf: bytes) -> bytes:
    """Return a signed PDF as it was before: without the revision that the signature came with."""
    end = pdf.rindex(b"%%EOF", 0, pdf.rindex(b"%%EOF")) + len(b"%%EOF\n")
    return pdf[:end]


def signed_again(pdf: bytes, credential: Credential) -> bytes:
    """Return a PDF with empty fields signed by somebody."""
    files = ReportFiles.installed()
    return sign(pdf, credential, at=ISSUED_AT, reason="出具查勘报告 Issue", location="上海", files=files)


def _appended(writer: IncrementalPdfFileWriter) -> bytes:
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]  # the library is typed in part
    return output.getvalue()
