"""The signature over the whole bag: it notices what nothing else signed speaks of, and can only be taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from surveyor_app.operations.cases.verdicts import VerificationFinding
from surveyor_app.operations.cases.verifying import read_roots, verify_bag_folder
from tests.operations.cases.forged.forger import (
    HANDOVER,
    RECEIPT,
    SIGNATURE,
    covers_tracks,
    edit,
    read_lines,
    strike_out,
    write_lines,
)
from tests.operations.cases.forged.forgery import Forgery, Make, bad
from tests.report.bag.shell import run_bare


def _cut_addendum(bag: Path) -> None:
    (later,) = bag.glob("data/originals/*later.jpg")
    strike_out(bag, "later.jpg")
    later.unlink()
    write_lines(bag, read_lines(bag)[:-1])


def _take_receipt(bag: Path) -> None:
    (bag / RECEIPT).unlink()
    (bag / SIGNATURE).unlink()


CHANGES: list[tuple[str, Callable[[Path], None]]] = [
    ("addendum", _cut_addendum),
    ("delivered", _take_receipt),
]
"""Of what is left every other signature holds."""


def _verified(forgery: Forgery, *, signature: bytes | None) -> list[VerificationFinding]:
    covers_tracks(forgery.bag)
    if signature is not None:
        (forgery.bag / HANDOVER).write_bytes(signature)
    return verify_bag_folder(forgery.bag, read_roots(forgery.bags.root))


@pytest.mark.parametrize(("kind", "change"), CHANGES)
def test_what_nothing_else_signed_names_is_missed(forge: Make, kind: str, change: Callable[[Path], None]) -> None:
    forgery = forge(kind)
    signature = (forgery.bag / HANDOVER).read_bytes()
    change(forgery.bag)
    found = bad(_verified(forgery, signature=signature))
    assert {code: item.data for code, item in found.items()} == {
        "handover_broken": {"path": HANDOVER, "reason": "signature"}
    }


@pytest.mark.parametrize(("kind", "change"), CHANGES)
def test_without_the_signature_it_is_never_plainly_said_to_hold(
    forge: Make, kind: str, change: Callable[[Path], None]
) -> None:
    forgery = forge(kind)
    change(forgery.bag)
    findings = _verified(forgery, signature=None)
    assert bad(findings) == {}
    assert "handover_missing" in {item.code for item in findings if item.level == "warn"}


def test_a_shell_says_the_same(forge: Make) -> None:
    forgery = forge("addendum")
    signature = (forgery.bag / HANDOVER).read_bytes()
    _cut_addendum(forgery.bag)
    _verified(forgery, signature=signature)
    said = run_bare(forgery.bag, forgery.bags.root)
    assert [fault for step in said for fault in step.faults] == [
        "tagmanifest-sha256.txt.sig: the folder was changed after it was handed out"
    ]
    (forgery.bag / HANDOVER).unlink()
    said = run_bare(forgery.bag, forgery.bags.root)
    assert said[-1].status == 2
    assert any("nobody signed for the whole folder" in left for step in said for left in step.open)


def test_a_device_of_the_forgers_own_does_not_sign_for_a_bag(forge: Make) -> None:
    forgery = forge("delivered")
    key = Ed25519PrivateKey.generate()
    digest = Hash(SHA256())
    digest.update(key.public_key().public_bytes_raw())
    device = digest.finalize().hex()
    pem = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (forgery.bag / f"data/certificates/key-{device[:16]}.pem").write_bytes(pem)
    info = (forgery.bag / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    info = [f"Handed-Out-By: {device}" if line.startswith("Handed") else line for line in info]
    (forgery.bag / "bag-info.txt").write_text("\n".join(info) + "\n", encoding="utf-8")
    covers_tracks(forgery.bag)
    signature = key.sign((forgery.bag / "tagmanifest-sha256.txt").read_bytes())
    found = bad(_verified(forgery, signature=signature))
    assert found["handover_unproven"].data == {"device": device}


def test_who_hands_out_is_named_as_well(forge: Make) -> None:
    (found,) = [item for item in forge("delivered").verify() if item.code == "handover_holds"]
    assert found.data["user"] == "zhang"


def test_a_bag_that_names_no_device_for_its_signature(forge: Make) -> None:
    forgery = forge("delivered")
    signature = (forgery.bag / HANDOVER).read_bytes()
    edit(forgery.bag, "bag-info.txt", lambda data: data.replace(b"Handed-Out-By", b"Handed-Out-To"))
    assert bad(_verified(forgery, signature=signature))["handover_broken"].data["reason"] == "device"
