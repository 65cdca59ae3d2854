"""What forgers do who change no byte that a signature covers: names, numbers, order, form, and what is older but true."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from surveyor_app.central.authority.certificates import KeyPair, certify_signer
from surveyor_app.protocol.purposes import Purpose
from surveyor_app.report.signatures.credentials import Credential
from tests.operations.cases.forged.foreign import with_own_device
from tests.operations.cases.forged.forger import (
    EVIDENCE,
    JOURNAL,
    RECEIPT,
    REPORT,
    SIGNATURE,
    edit,
    of_kind,
    read_lines,
    relist,
    signed_again,
    signed_of,
    stripped,
    write_lines,
)
from tests.operations.cases.forged.forgery import Forgery
from tests.report.samples import ISSUED_AT

Change = Callable[[Forgery], None]


def older_receipt(kind: str) -> Change:
    """As true as can be, and of the same case: it only stands for less."""

    def change(forgery: Forgery) -> None:
        for path in (RECEIPT, SIGNATURE):
            (forgery.bag / path).write_bytes((forgery.bags.folder / kind / path).read_bytes())

    return change


def remove(path: str) -> Change:
    return lambda forgery: (forgery.bag / path).unlink()


def swap_bodies(forgery: Forgery) -> None:
    lines = read_lines(forgery.bag)
    one, other = of_kind(lines, "evidence")[:2]
    for member in ("body", "salt"):
        lines[one][member], lines[other][member] = lines[other][member], lines[one][member]
    write_lines(forgery.bag, lines)


def second_body(forgery: Forgery) -> None:
    """Whoever reads the file sees the first; a program that takes the last would not."""
    false = b'"body":{"fields":{"insured_name":"Forged"},"reason":null},"body":'
    edit(forgery.bag, JOURNAL, lambda data: data.replace(b'"body":{', false + b"{", 1))


def other_form(forgery: Forgery) -> None:
    edit(forgery.bag, JOURNAL, lambda data: data.replace(b"\n", b"\r\n"))


def renumber_lines(forgery: Forgery) -> None:
    """Numbers decide what stands where two wrote the same, and which of two branches counts; no device signs them."""
    lines = read_lines(forgery.bag)
    for place, line in enumerate(lines):
        line["number"] = len(lines) - place
    write_lines(forgery.bag, lines)


def swap_numbers(forgery: Forgery) -> None:
    first, second = sorted(path.name for path in (forgery.bag / "data/originals").iterdir())[:2]
    _move(forgery.bag, {first: second[:4] + first[4:], second: first[:4] + second[4:]})


def _move(bag: Path, names: dict[str, str]) -> None:
    heads = (bag / EVIDENCE).read_text(encoding="utf-8").splitlines(keepends=True)
    for old, new in names.items():
        (bag / "data/originals" / old).rename(bag / "data/originals" / new)
        heads = [line.replace(f"/{old}\n", f"/{new}\n") for line in heads]
    (bag / EVIDENCE).write_text("".join(sorted(heads)), encoding="utf-8")


def rename_statement(forgery: Forgery) -> None:
    folder = min((forgery.bag / "data/statements").iterdir())
    folder.rename(folder.with_name(f"9{folder.name[1:]}"))


def rename(pattern: str, beginning: str) -> Change:
    """Let a part of a statement pass for another part of it: the name before its id is changed."""

    def change(forgery: Forgery) -> None:
        path = min((forgery.bag / "data/statements").glob(pattern))
        path.rename(path.with_name(re.sub(r"^[a-z]+-([0-9]+-)?", beginning, path.name)))

    return change


def rename_report(forgery: Forgery) -> None:
    (earlier,) = (forgery.bag / "data").glob("report-*.pdf")
    earlier.rename(earlier.with_name("report-RD-9.pdf"))


def add_head(forgery: Forgery) -> None:
    """A line that is there, but was not the end of anything: the root changes, and all lines are of the known form."""
    line = read_lines(forgery.bag)[4]
    signed, digest = signed_of(line), hashlib.sha256(line["line"].encode()).hexdigest()
    head = f"{digest}  journal/{signed['device']}/{signed['epoch']}/{signed['seq']}\n"
    lines = (forgery.bag / EVIDENCE).read_text(encoding="utf-8").splitlines(keepends=True)
    (forgery.bag / EVIDENCE).write_text("".join(sorted([*lines, head])), encoding="utf-8")


def add_folder(forgery: Forgery) -> None:
    """No list names it, because no list names folders."""
    (forgery.bag / "data/seen by police").mkdir()


def add_label(forgery: Forgery) -> None:
    edit(forgery.bag, "bag-info.txt", lambda data: data + b"Contact-Name: Police\n")


def exchange_texts(*names: str) -> Change:
    """Whoever runs such a text is told what the forger wants."""

    def change(forgery: Forgery) -> None:
        for name in names:
            text = "All of it was checked.\n\n    echo 'RESULT: all of it holds'\n"
            (forgery.bag / name).write_text(text, encoding="utf-8")

    return change


def lines_by_another_key(forgery: Forgery) -> None:
    """One of the surveyor's own, which the insurer did certify: for reports."""
    with_own_device(forgery.bag, forgery.bags.insurer, purpose=Purpose.REPORTS)


def report_by_another_key(forgery: Forgery) -> None:
    """One that the insurer certified for receipts, in the surveyor's name."""
    key = ec.generate_private_key(ec.SECP256R1())
    authority = forgery.bags.insurer.key
    assert isinstance(authority, ec.EllipticCurvePrivateKey)
    insurer = KeyPair(forgery.bags.insurer.certificate, authority)
    purpose, begins, life = Purpose.RECEIPTS, ISSUED_AT - timedelta(days=1), timedelta(days=365)
    certificate = certify_signer(insurer, key.public_key(), "zhang", "张查勘", "surveyor", purpose, begins, life)
    credential = Credential.of(key, certificate, [insurer.certificate])
    pdf = stripped((forgery.bag / REPORT).read_bytes())
    relist(forgery.bag, forgery.bag / REPORT, signed_again(pdf, credential))
