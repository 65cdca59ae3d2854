"""Compares the files of a bag with its two manifests (RFC 8493).

The manifests are signed by nobody: whoever changes a file can write them anew. That they agree says that nothing was lost on
the way, and the hashes found here are what everything signed is then compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.folder import BagFolder, Unsafe, is_inside
from surveyor_app.report.bag.instructions import IS_INSTRUCTIONS
from surveyor_app.report.findings import Finding, FindingCode, bad, ok, warn

LARGEST_TEXT = 256 << 20
_HASH_LENGTH = 64
_DIGITS = frozenset("0123456789abcdefABCDEF")
_OUR_TAGS = frozenset({names.BAGIT, names.BAG_INFO, names.MANIFEST, names.TAG_MANIFEST})


@dataclass(slots=True)
class BagFiles:
    """What lies in a bag: the SHA-256 of each payload file as it was read, and which paths a finding names already."""

    hashes: dict[str, str] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    good: int = 0

    def blame(self, code: FindingCode, path: str, **data: object) -> None:
        """Add a finding about a file, one a file: the first says enough."""
        if path not in self.named:
            self.named.add(path)
            self.findings.append(bad(code, path=path, **data))


def check_files(folder: BagFolder, manifest: bytes, progress: Callable[[float, str], None]) -> BagFiles:
    """Read every file of the bag and compare it with the manifests."""
    files = BagFiles()
    payload = _listed(files, names.MANIFEST, manifest, payload=True)
    tags = _listed(files, names.TAG_MANIFEST, folder.read(names.TAG_MANIFEST, LARGEST_TEXT) or b"", payload=False)
    for index, (path, sha256) in enumerate(payload.items()):
        progress(index / len(payload), path)
        files.good += _compare(files, folder, path, sha256)
    for path, sha256 in tags.items():
        _compare(files, folder, path, sha256)
    # The signature over the tag manifest cannot stand in it.
    listed = {*payload, *tags, names.TAG_MANIFEST, names.HANDOVER}
    for path in folder.walk(lambda link: files.blame(FindingCode.PATH_UNSAFE, link)):
        if path not in listed:
            files.blame(FindingCode.FILE_UNLISTED, path)
        elif path in tags and path not in _OUR_TAGS and not IS_INSTRUCTIONS.fullmatch(path):
            files.findings.append(warn(FindingCode.TAG_UNKNOWN, path=path))
    for path in folder.empty_folders():
        # No list names folders; one that holds nothing can only be there for what it is called.
        files.blame(FindingCode.FILE_UNPROVEN, f"{path}/")
    if not files.named and not files.findings:
        files.findings.append(ok(FindingCode.BAG_COMPLETE, files=files.good))
    return files


def _listed(files: BagFiles, name: str, manifest: bytes, *, payload: bool) -> Mapping[str, str]:
    """Return hash by path; malformed lines and paths that lead out of the bag become findings."""
    listed: dict[str, str] = {}
    for number, line in enumerate(manifest.decode("utf-8", "replace").rstrip("\n").split("\n"), start=1):
        sha256, _, path = line.rstrip("\r").partition(" ")
        path = path.lstrip(" *").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
        well_formed = len(sha256) == _HASH_LENGTH and _DIGITS.issuperset(sha256) and path not in listed
        if well_formed and not is_inside(path):
            files.blame(FindingCode.PATH_UNSAFE, path)
        elif not well_formed or path.startswith("data/") != payload:
            files.findings.append(bad(FindingCode.MANIFEST_MALFORMED, path=name, line=number))
        else:
            listed[path] = sha256.lower()
    return listed


def _compare(files: BagFiles, folder: BagFolder, path: str, sha256: str) -> bool:
    try:
        found = folder.hash(path)
    except FileNotFoundError:
        files.blame(FindingCode.FILE_MISSING, path)
    except Unsafe:
        files.blame(FindingCode.PATH_UNSAFE, path)
    except OSError as error:
        files.blame(FindingCode.FILE_UNREADABLE, path, reason=error.strerror or str(error))
    else:
        if path.startswith("data/"):
            files.hashes[path] = found
        if found == sha256:
            return True
        files.blame(FindingCode.FILE_CHANGED, path)
    return False
