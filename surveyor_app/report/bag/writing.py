"""Writes a case as a bag (BagIt 1.0, RFC 8493) that anyone can check with standard tools.

It is built beside its place and moved there when it is complete, so a folder of that name is a whole bag or none.
"""

from __future__ import annotations

import base64
import contextlib
import errno
import glob
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from surveyor_app import __version__
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, DiskFull, InputError, StorageFailed, TargetExists
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.content import BagContent, BagOriginal
from surveyor_app.report.bag.custody import custody_csv
from surveyor_app.report.bag.instructions import all_instructions
from surveyor_app.report.bag.names import original_path, safe_name

Progress = Callable[[float, str], None]
"""Told the fraction done and the name of the file; may raise ``Cancelled``."""


def write_bag(
    folder: Path,
    content: BagContent,
    progress: Progress = lambda _fraction, _name: None,
    *,
    replace: bool = False,
    goes_on: bool = False,
) -> tuple[BagOriginal, ...]:
    """Write the bag to ``folder``, which must not exist or be empty, and return the originals that were left out.

    Args:
        folder: Where the bag shall be; its parent must exist.
        content: What it holds.
        progress: Told after each part of each file.
        replace: Take the place of a bag that is already there. A folder that is no bag is never replaced.
        goes_on: Leave out originals whose bytes cannot be read or do not have their hash; ``left-out.txt`` names them.

    Raises:
        TargetExists: the folder holds something.
        BlobDamaged, BlobMissing: an original's bytes do not have its hash, and it is not to be left out.
        DiskFull, StorageFailed: the disk refused.
        InputError: a receipt without its signature, or the other way round.
        InstallationIncomplete: the texts of VERIFY.txt are missing or not whole.
    """
    if (content.receipt is None) != (content.receipt_cms is None):
        raise InputError(field="receipt", reason="receipt and signature come together")
    _refuse_occupied(folder, replace=replace)
    with _translated(folder):
        building = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".partial"))
        try:
            left_out = _Writer(building, content, progress, goes_on=goes_on).write()
            reach("bag.before_publish")
            _move_into_place(building, folder)
            reach("bag.after_publish")
            _sweep(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    return left_out


def _refuse_occupied(folder: Path, *, replace: bool) -> None:
    if not folder.exists() and not folder.is_symlink():
        return
    empty = folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
    own = replace and folder.is_dir() and not folder.is_symlink() and (folder / names.BAGIT).is_file()
    if not empty and not own:
        raise TargetExists(path=str(folder))


def _sweep(folder: Path) -> None:
    """Remove what exports of this bag that were killed left beside it, now that a whole one is in its place."""
    for left in folder.parent.glob(f".{glob.escape(folder.name)}.*"):
        if left.suffix in {".partial", ".old"}:
            shutil.rmtree(left, ignore_errors=True)


def _move_into_place(building: Path, folder: Path) -> None:
    building.chmod(0o755)
    if folder.exists():
        folder.rename(building.with_suffix(".old"))
    building.rename(folder)


@contextlib.contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise DiskFull(path=str(folder)) from error
        raise StorageFailed(path=str(folder), reason=error.strerror or str(error)) from error


class _Writer:
    """Writes one bag and remembers the hash of every file on the way."""

    def __init__(self, root: Path, content: BagContent, progress: Progress, *, goes_on: bool) -> None:
        self._root = root
        self._content = content
        self._progress = progress
        self._goes_on = goes_on
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._payload_bytes = 0
        self._originals_bytes = sum(original.size_bytes for original in content.originals) or 1
        self._done_bytes = 0

    def write(self) -> tuple[BagOriginal, ...]:
        """Write everything, the manifests last, and return the originals that were left out."""
        content = self._content
        left_out = tuple(original for original in content.originals if not self._original(original))
        damaged = [*((original.sha256, original.file_name) for original in left_out), *content.left_out]
        if damaged:
            self._put(names.LEFT_OUT, [f"{sha256}  {safe_name(name)}\n".encode() for sha256, name in damaged])
        self._put(names.JOURNAL, (journal_line(entry) for entry in content.journal))
        self._put(names.CUSTODY, [custody_csv(content.custody)])
        self._put(names.EVIDENCE_MANIFEST, [content.evidence_manifest])
        for path, data in [*content.reports.items(), *content.statements.items()]:
            self._put(path, [data])
        for name, pem in content.certificates.items():
            self._put(f"{names.CERTIFICATES}/{safe_name(name)}", [pem])
        if content.authority is not None:
            self._put(names.AUTHORITY, [content.authority])
        if content.authority is not None and content.revocations is not None:
            self._put(names.REVOCATIONS, [content.revocations])
        if content.receipt is not None and content.receipt_cms is not None:
            self._put(names.RECEIPT, [content.receipt])
            self._put(names.RECEIPT_SIGNATURE, [content.receipt_cms])
        self._tag_files()
        return left_out

    def _tag_files(self) -> None:
        self._put(names.MANIFEST, [_manifest(self._payload)])
        self._put(names.BAGIT, [names.DECLARATION])
        self._put(names.BAG_INFO, [self._info()])
        for name, text in all_instructions(set(self._payload)):
            self._put(name, [text.encode()])
        tags = _manifest(self._tags)
        self._put(names.TAG_MANIFEST, [tags])
        if self._content.hands_out is not None:
            self._put(names.HANDOVER, [self._content.hands_out.sign(tags)])

    def _original(self, original: BagOriginal) -> bool:
        """Write an original; tell whether it is in the bag."""
        path = original_path(original.number, original.file_name)
        try:
            self._put(path, self._counted(original))
            if self._payload[path] != original.sha256:
                raise BlobDamaged(sha256=original.sha256, found=self._payload[path])
        except (BlobDamaged, BlobMissing):
            if not self._goes_on:
                raise
            self._payload_bytes -= (self._root / path).stat().st_size if path in self._payload else 0
            self._payload.pop(path, None)
            (self._root / path).unlink()
            return False
        return True

    def _counted(self, original: BagOriginal) -> Iterator[bytes]:
        for chunk in original.chunks():
            self._done_bytes += len(chunk)
            self._progress(min(self._done_bytes / self._originals_bytes, 1.0), original.file_name)
            yield chunk

    def _put(self, path: str, chunks: Iterable[bytes]) -> None:
        """Write one new file durably; a name used twice is refused by the system (mode ``x``)."""
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        size = 0
        with target.open("xb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if path.startswith("data/"):
            self._payload[path] = digest.hexdigest()
            self._payload_bytes += size
        else:
            self._tags[path] = digest.hexdigest()

    def _info(self) -> bytes:
        content = self._content
        lines = {
            "Source-Organization": content.organisation,
            names.CASE_LABEL: content.case_id,
            "External-Description": f"Survey case {content.report_no}",
            "Bagging-Date": content.made_on.isoformat(),
            "Bag-Software-Agent": f"Surveyor {__version__}",
            "Payload-Oxum": f"{self._payload_bytes}.{len(self._payload)}",
        }
        if content.hands_out is not None:
            lines[names.HANDOVER_LABEL] = content.hands_out.device_id
        return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in lines.items()).encode()


def journal_line(entry: SignedEntry) -> bytes:
    """Return one line of journal.jsonl: the exact signed line as a string, signature and salt in base64, body beside it.

    The body stands there byte for byte as it was hashed, so that a shell can cut it out. ``number`` is the centre's, which
    decides what stands where two wrote the same field without knowing of each other.
    """
    body = entry.body
    before = {
        "line": entry.line.decode(),
        "signature": base64.b64encode(entry.signature).decode(),
        "salt": None if body is None else base64.b64encode(body.salt).decode(),
    }
    head = json.dumps(before, ensure_ascii=False, separators=(",", ":")).encode()
    said, number = b"null" if body is None else body.content(), json.dumps(entry.number).encode()
    return b'%b,"body":%b,"number":%b}\n' % (head[:-1], said, number)


def _manifest(hashes: dict[str, str]) -> bytes:
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(hashes.items())).encode()
