"""Checks a bag that may come from anywhere: what it lists, its journal, receipt and reports. Reads nothing outside it."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from surveyor_app.domain.errors import BadSignature, BagInvalid, PdfUnreadable, ReceiptInvalid
from surveyor_app.report import bag_content as names
from surveyor_app.report.cms import verify_detached
from surveyor_app.report.findings import Finding, FindingCode, Level, bad, ok, warn
from surveyor_app.report.journal_check import check_journal, device_keys
from surveyor_app.report.layout import manifest_root
from surveyor_app.report.verification import verify_pdf

_LARGEST_TEXT = 256 << 20
_LARGEST_REPORT = 1 << 30
_CHUNK = 1 << 20
_HASH_LENGTH = 64


@dataclass(frozen=True, slots=True)
class BagVerdict:
    """What holds of a bag. ``holds``: nothing speaks against it; ``files`` counts the payload files that are as listed."""

    holds: bool
    findings: tuple[Finding, ...]
    files: int
    evidence_root: str | None = None
    receipt_signer: str | None = None


def verify_bag(
    folder: Path, *, roots: Sequence[bytes] = (), progress: Callable[[float, str], None] = lambda _fraction, _name: None
) -> BagVerdict:
    """Check a bag.

    Args:
        folder: The bag.
        roots: DER certificates that are trusted for receipt and reports. Without any, the bag's own authority is taken, and a
            finding says that nobody vouches for it.
        progress: Told the fraction done and the file; may raise ``Cancelled``.

    Raises:
        BagInvalid: the folder is no bag of version 1.0.
    """
    return _Check(folder, list(roots), progress).run()


class _Check:
    """One run over one bag; collects findings."""

    def __init__(self, folder: Path, roots: list[bytes], progress: Callable[[float, str], None]) -> None:
        self._folder = folder
        self._roots = roots
        self._progress = progress
        self._findings: list[Finding] = []
        self._good = 0
        self._root: str | None = None
        self._signer: str | None = None

    def run(self) -> BagVerdict:
        """Check everything in turn."""
        declaration = self._read(names.BAGIT, 4096)
        if declaration is None or declaration.replace(b"\r\n", b"\n").strip() != names.DECLARATION.strip():
            raise BagInvalid(path=str(self._folder), reason="bagit.txt")
        manifest = self._read(names.MANIFEST, _LARGEST_TEXT)
        if manifest is None:
            raise BagInvalid(path=str(self._folder), reason=names.MANIFEST)
        self._check_files(manifest)
        self._check_evidence_root()
        self._check_journal()
        self._check_receipt()
        self._check_reports()
        holds = all(finding.level is not Level.BAD for finding in self._findings)
        return BagVerdict(holds, tuple(self._findings), self._good, self._root, self._signer)

    # -------------------------------------------------------------------------------------------------- files

    def _check_files(self, manifest: bytes) -> None:
        payload = self._listed(names.MANIFEST, manifest, payload=True)
        tags = self._listed(names.TAG_MANIFEST, self._read(names.TAG_MANIFEST, _LARGEST_TEXT) or b"", payload=False)
        for index, (path, sha256) in enumerate(payload.items()):
            self._progress(index / len(payload), path)
            self._good += self._compare(path, sha256)
        for path, sha256 in tags.items():
            self._compare(path, sha256)
        listed = {*payload, *tags, names.TAG_MANIFEST}
        for path in self._walk(self._folder, PurePosixPath()):
            if path not in listed:
                self._findings.append(bad(FindingCode.FILE_UNLISTED, path=path))
        if all(finding.level is Level.OK for finding in self._findings):
            self._findings.append(ok(FindingCode.BAG_COMPLETE, files=self._good))

    def _listed(self, name: str, manifest: bytes, *, payload: bool) -> dict[str, str]:
        """Return hash by path; malformed lines and paths that lead out of the bag become findings."""
        listed: dict[str, str] = {}
        for number, line in enumerate(manifest.decode("utf-8", "replace").rstrip("\n").split("\n"), start=1):
            sha256, _, path = line.rstrip("\r").partition(" ")
            path = path.lstrip(" *").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
            well_formed = (
                len(sha256) == _HASH_LENGTH and set(sha256) <= set("0123456789abcdefABCDEF") and path not in listed
            )
            if well_formed and not _is_inside(path):
                self._findings.append(bad(FindingCode.PATH_UNSAFE, path=path))
            elif not well_formed or path.startswith("data/") != payload:
                self._findings.append(bad(FindingCode.MANIFEST_MALFORMED, path=name, line=number))
            else:
                listed[path] = sha256.lower()
        return listed

    def _compare(self, path: str, sha256: str) -> bool:
        found = self._hash(path)
        if found is None:
            return False
        if found != sha256:
            self._findings.append(bad(FindingCode.FILE_CHANGED, path=path))
        return found == sha256

    def _hash(self, path: str) -> str | None:
        digest = hashlib.sha256()
        try:
            with self._open(path) as descriptor:
                while chunk := os.read(descriptor.number, _CHUNK):
                    digest.update(chunk)
        except FileNotFoundError:
            self._findings.append(bad(FindingCode.FILE_MISSING, path=path))
        except _Unsafe:
            self._findings.append(bad(FindingCode.PATH_UNSAFE, path=path))
        except OSError as error:
            self._findings.append(bad(FindingCode.FILE_UNREADABLE, path=path, reason=error.strerror or str(error)))
        else:
            return digest.hexdigest()
        return None

    def _walk(self, folder: Path, inside: PurePosixPath) -> Iterator[str]:
        """Yield every file under ``folder``; links are named and never followed."""
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda found: found.name):
                path = inside / entry.name
                if entry.is_symlink():
                    self._findings.append(bad(FindingCode.PATH_UNSAFE, path=str(path)))
                elif entry.is_dir(follow_symlinks=False):
                    yield from self._walk(Path(entry.path), path)
                else:
                    yield str(path)

    def _open(self, path: str) -> _Descriptor:
        """Open a regular file of the bag for reading.

        Every part of the path is looked at, so that no link leads outside; a pipe or device cannot block.
        """
        target = self._folder
        for part in PurePosixPath(path).parts:
            target = target / part
            if stat.S_ISLNK(target.lstat().st_mode):
                raise _Unsafe
        try:
            number = os.open(
                target, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | _BINARY
            )
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise _Unsafe from error
            raise
        descriptor = _Descriptor(number)
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise _Unsafe
        return descriptor

    def _read(self, path: str, largest: int) -> bytes | None:
        """Return a whole file, or ``None`` when it is absent, a link, no file or too large."""
        try:
            with self._open(path) as descriptor:
                if os.fstat(descriptor.number).st_size > largest:
                    return None
                return b"".join(iter(lambda: os.read(descriptor.number, _CHUNK), b""))
        except (OSError, _Unsafe):
            return None

    def _names_in(self, folder: str) -> list[str]:
        """Return the paths of the files directly in a folder of the bag."""
        place = self._folder / folder
        if place.is_symlink() or not place.is_dir():
            return []
        return sorted(f"{folder}/{entry.name}" for entry in os.scandir(place) if entry.is_file(follow_symlinks=False))

    # ------------------------------------------------------------------------------------------------ content

    def _receipt_roots(self) -> list[bytes]:
        """Return the roots given, or else the bag's own authority."""
        if self._roots:
            return self._roots
        self._findings.append(warn(FindingCode.TRUST_NOT_CHECKED, field="", signer=""))
        try:
            own = x509.load_pem_x509_certificate(self._read(names.AUTHORITY, 1 << 20) or b"")
        except ValueError:
            return []
        return [own.public_bytes(Encoding.DER)]

    def _check_evidence_root(self) -> None:
        manifest = self._read(names.EVIDENCE_MANIFEST, _LARGEST_TEXT)
        if manifest is None:
            self._findings.append(warn(FindingCode.MANIFEST_MISSING))
            return
        self._root = manifest_root(manifest)
        self._findings.append(ok(FindingCode.EVIDENCE_ROOT, root=self._root))

    def _check_journal(self) -> None:
        journal = self._read(names.JOURNAL, _LARGEST_TEXT)
        if journal is None:
            self._findings.append(bad(FindingCode.FILE_MISSING, path=names.JOURNAL))
            return
        certificates = [self._read(path, 1 << 20) for path in self._names_in(names.CERTIFICATES)]
        self._findings.extend(check_journal(journal, device_keys(pem for pem in certificates if pem is not None)))

    def _check_receipt(self) -> None:
        receipt, signature = self._read(names.RECEIPT, 1 << 24), self._read(names.RECEIPT_SIGNATURE, 1 << 24)
        if receipt is None and signature is None:
            self._findings.append(warn(FindingCode.RECEIPT_MISSING))
            return
        try:
            self._signer = verify_detached(receipt or b"", signature or b"", self._receipt_roots())
        except (ReceiptInvalid, BadSignature) as error:
            self._findings.append(bad(FindingCode.RECEIPT_BROKEN, reason=str(error.data.get("reason", error.code))))
        else:
            self._findings.append(ok(FindingCode.RECEIPT_HOLDS, signer=self._signer))

    def _check_reports(self) -> None:
        for path in self._names_in("data"):
            # Signed statements are signed by hand: their bytes are in the manifest, their inks in the journal.
            if not path.endswith(".pdf") or path.startswith(f"{names.STATEMENTS}/"):
                continue
            pdf = self._read(path, _LARGEST_REPORT)
            try:
                verdict = verify_pdf(pdf or b"", roots=self._roots)
            except PdfUnreadable as error:
                self._findings.append(bad(FindingCode.REPORT_BROKEN, path=path, reason=error.code))
                continue
            first = next((found for found in verdict.findings if found.level is Level.BAD), None)
            if first is not None:
                self._findings.append(bad(FindingCode.REPORT_BROKEN, path=path, reason=first.code))
            else:
                self._findings.append(ok(FindingCode.REPORT_HOLDS, path=path))
            stated = verdict.evidence_root
            if path == names.REPORT and None not in {stated, self._root} and stated != self._root:
                self._findings.append(warn(FindingCode.MANIFEST_MISMATCH, root=self._root, stated=stated))


_BINARY = getattr(os, "O_BINARY", 0)


class _Unsafe(Exception):
    """The path leads through a link or to something that is no regular file."""


class _Descriptor:
    """An open file by its number, closed at the end of a ``with``."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __enter__(self) -> _Descriptor:
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self.number)


def _is_inside(path: str) -> bool:
    """Tell whether a manifest's path stays in the bag on every system."""
    parts = path.split("/")
    return (
        "\\" not in path
        and "\0" not in path
        and ":" not in parts[0]
        and all(part not in {"", ".", ".."} for part in parts)
    )
