"""A bag to be changed, and what is then said of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509

from surveyor_app.data_files import resources_dir
from surveyor_app.operations.cases.verdicts import VerificationFinding
from surveyor_app.operations.cases.verifying import read_roots, verify_bag_folder
from surveyor_app.report.signatures.credentials import PrivateKey
from surveyor_app.wording.languages import english, languages
from tests.operations.cases.forged.forger import covers_tracks
from tests.report.keys import Issued

KINDS = ("bare", "reported", "partial", "delivered", "addendum")
"""Bags of one case as it goes on: nothing signed, a report, a receipt of each kind, a photo after the receipt."""


@dataclass(frozen=True)
class Bags:
    """The bags of one case by kind, one of another case, the root to trust, the surveyor's own keys, and the insurer's."""

    folder: Path
    root: Path
    surveyor: tuple[PrivateKey, x509.Certificate]
    insurer: Issued


class Forgery:
    """A copy of a bag to be changed."""

    def __init__(self, bags: Bags, folder: Path, kind: str) -> None:
        self.bags = bags
        self.bag = folder / "bag"
        shutil.copytree(bags.folder / kind, self.bag)

    def verify(self, *, trusting: bool = True) -> list[VerificationFinding]:
        """Cover all tracks and have the bag checked, with the insurer's root or with none."""
        covers_tracks(self.bag)
        return verify_bag_folder(self.bag, read_roots(self.bags.root) if trusting else [])

    def other(self, path: str) -> bytes:
        """Return a file of another case's bag."""
        return (self.bags.folder / "other" / path).read_bytes()


Make = Callable[[str], Forgery]


def bad(findings: list[VerificationFinding]) -> dict[str, VerificationFinding]:
    """Return what speaks against a bag, of each code the first; each finding has its sentence in both languages."""
    for item in findings:
        for language in languages(resources_dir()):
            sentence = item.sentence(language)
            assert not sentence.startswith(item.code)
            assert "?" not in sentence
            assert language == english() or not any(
                word in sentence for word in (item.data.get("reason", ""),) if len(word) > 2 and word.isascii()
            )
    return {item.code: item for item in reversed(findings) if item.level == "bad"}
