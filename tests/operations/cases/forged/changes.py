"""What forgers do to a bag: each changes what it likes, and everything unsigned that would tell."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable

from surveyor_app.report.bag.writing import write_bag
from surveyor_app.report.cms import sign_detached
from tests.operations.cases.forged.foreign import with_own_device
from tests.operations.cases.forged.forger import (
    AUTHORITY,
    CUSTODY,
    EVIDENCE,
    JOURNAL,
    RECEIPT,
    REPORT,
    REVOCATIONS,
    SIGNATURE,
    Line,
    edit,
    first_original,
    of_kind,
    painted_over,
    read_lines,
    relist,
    signed_again,
    signed_of,
    strike_out,
    stripped,
    with_other_attachment,
    write_lines,
)
from tests.operations.cases.forged.forgery import Forgery
from tests.operations.worlds import photo
from tests.report.bags import content
from tests.report.keys import as_pem, authority, namesake, revocation_list

FIRST = "data/originals/0001-IMG_1.jpg"


def flip(forgery: Forgery) -> None:
    target = first_original(forgery.bag)
    data = bytearray(target.read_bytes())
    data[-3] ^= 1
    relist(forgery.bag, target, bytes(data))


def replace_original(forgery: Forgery) -> None:
    relist(forgery.bag, first_original(forgery.bag), photo(5))


def remove_photo(forgery: Forgery) -> None:
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    lines = read_lines(forgery.bag)
    record = signed_of(lines[of_kind(lines, "evidence")[0]])["id"]
    write_lines(forgery.bag, [line for line in lines if signed_of(line)["id"] != record])
    target.unlink()


def remove_all_of_photo(forgery: Forgery) -> None:
    """Nothing that is signed by anybody but the device is left to say that the photo was there."""
    remove_photo(forgery)
    for path in (REPORT, RECEIPT, SIGNATURE):
        (forgery.bag / path).unlink()
    lines = read_lines(forgery.bag)
    write_lines(forgery.bag, [line for line in lines if signed_of(line)["kind"] not in {"report", "signature"}])
    strike_out(forgery.bag, ",RD-1,")


def hide_photo(forgery: Forgery) -> None:
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    target.unlink()


def hide_body(forgery: Forgery) -> None:
    hide_photo(forgery)
    lines = read_lines(forgery.bag)
    lines[of_kind(lines, "evidence")[0]] |= {"body": None, "salt": None}
    write_lines(forgery.bag, lines)


def add(path: str) -> Callable[[Forgery], None]:
    def change(forgery: Forgery) -> None:
        (forgery.bag / path).parent.mkdir(exist_ok=True)
        (forgery.bag / path).write_bytes(photo(5))

    return change


def add_around_certificate(forgery: Forgery) -> None:
    edit(forgery.bag, AUTHORITY, lambda pem: b"All of this was seen by the police.\n" + pem)


def add_again(forgery: Forgery) -> None:
    shutil.copy(first_original(forgery.bag), forgery.bag / "data/originals/0009-IMG_9.jpg")


def edit_body(forgery: Forgery) -> None:
    edit(forgery.bag, JOURNAL, lambda data: data.replace("前保险杠".encode(), "后保险杠".encode()))


def edit_line(forgery: Forgery) -> None:
    lines = read_lines(forgery.bag)
    lines[-1]["line"] = lines[-1]["line"].replace('"actor":"zhang"', '"actor":"wang"')
    write_lines(forgery.bag, lines)


def keep_lines(count: int) -> Callable[[Forgery], None]:
    return lambda forgery: write_lines(forgery.bag, read_lines(forgery.bag)[:count])


def drop_office_line(forgery: Forgery) -> None:
    """The last thing the office wrote, which nothing signed names, but the surveyor had seen."""
    lines = read_lines(forgery.bag)
    last, before = [n for n, line in enumerate(lines) if signed_of(line)["actor"] == "li"][-1:-3:-1]
    heads = (forgery.bag / EVIDENCE).read_text(encoding="utf-8")
    for was, now in ((_hash(lines[last]), _hash(lines[before])), ("/0/3\n", "/0/2\n")):
        heads = heads.replace(was, now)
    (forgery.bag / EVIDENCE).write_text("".join(sorted(heads.splitlines(keepends=True))), encoding="utf-8")
    write_lines(forgery.bag, lines[:last] + lines[last + 1 :])


def _hash(line: Line) -> str:
    return hashlib.sha256(line["line"].encode()).hexdigest()


def foreign_journal(forgery: Forgery) -> None:
    with_own_device(forgery.bag)


def other(*paths: str) -> Callable[[Forgery], None]:
    def change(forgery: Forgery) -> None:
        for path in paths:
            (forgery.bag / path).write_bytes(forgery.other(path))

    return change


def surveyors_receipt(forgery: Forgery) -> None:
    receipt = (forgery.bag / RECEIPT).read_bytes()
    (forgery.bag / SIGNATURE).write_bytes(sign_detached(receipt, *forgery.bags.surveyor))


def surveyors_other_receipt(forgery: Forgery) -> None:
    """One that says what the forger wants, for a journal that was cut."""
    write_lines(forgery.bag, read_lines(forgery.bag)[:-4])
    last = read_lines(forgery.bag)[-1]
    text = (forgery.bag / RECEIPT).read_text()
    start, end = text.index('"hash":"') + 8, text.index('"seq":') + 6
    digest = hashlib.sha256(last["line"].encode()).hexdigest()
    text = text[:start] + digest + text[start + 64 : end] + str(signed_of(last)["seq"]) + text[text.index("}", end) :]
    (forgery.bag / RECEIPT).write_text(text)
    (forgery.bag / REPORT).unlink()
    strike_out(forgery.bag, ",RD-1,")
    surveyors_receipt(forgery)


def own_authority(forgery: Forgery) -> None:
    forged = authority("Forger CA")
    with_own_device(forgery.bag, forged)
    (forgery.bag / AUTHORITY).write_bytes(forged.pem)


def colleagues_journal(forgery: Forgery) -> None:
    """Somebody whom the same authority certified writes in the surveyor's name."""
    with_own_device(forgery.bag, forgery.bags.insurer, "wang")


def everything_by_own_authority(forgery: Forgery) -> None:
    shutil.rmtree(forgery.bag)
    write_bag(forgery.bag, content())


def forged_list(forgery: Forgery) -> None:
    """Nobody is on it."""
    (forgery.bag / REVOCATIONS).write_bytes(as_pem(revocation_list({}, by=authority("Forger CA"))))


def own_authority_alone(forgery: Forgery) -> None:
    (forgery.bag / AUTHORITY).write_bytes(authority("Forger CA").pem)


def paint_over(forgery: Forgery) -> None:
    relist(forgery.bag, forgery.bag / REPORT, painted_over((forgery.bag / REPORT).read_bytes()))


def attach(forgery: Forgery) -> None:
    relist(forgery.bag, first_original(forgery.bag), photo(5))
    forged = with_other_attachment((forgery.bag / REPORT).read_bytes(), (forgery.bag / EVIDENCE).read_bytes())
    relist(forgery.bag, forgery.bag / REPORT, forged)


def strip(forgery: Forgery) -> None:
    relist(forgery.bag, forgery.bag / REPORT, stripped((forgery.bag / REPORT).read_bytes()))


def sign_again(forgery: Forgery) -> None:
    pdf = stripped((forgery.bag / REPORT).read_bytes())
    relist(forgery.bag, forgery.bag / REPORT, signed_again(pdf, namesake("张查勘").credential))


def rewrite_custody(forgery: Forgery) -> None:
    edit(forgery.bag, CUSTODY, lambda data: data.replace(b"wrong car", b"right car"))


def statement(pattern: str) -> Callable[[Forgery], None]:
    def change(forgery: Forgery) -> None:
        target = min((forgery.bag / "data/statements").glob(pattern))
        target.write_bytes(target.read_bytes() + b"\n")

    return change


def other_statement(forgery: Forgery) -> None:
    """All of it, each file in the place of one of its kind."""
    other = forgery.bags.folder / "other"
    for pattern in ("*/statement.pdf", "*/page-*.png", "*/closing-*.json", "*/notice-*.json"):
        mine = min((forgery.bag / "data/statements").glob(pattern))
        mine.write_bytes(min((other / "data/statements").glob(pattern)).read_bytes())


def old_revision(forgery: Forgery) -> None:
    current, earlier = forgery.bag / REPORT, forgery.bag / "data/report-RD-1.pdf"
    newer, older = current.read_bytes(), earlier.read_bytes()
    current.write_bytes(older)
    earlier.write_bytes(newer)
    shutil.copy(forgery.bags.folder / "delivered" / EVIDENCE, forgery.bag / EVIDENCE)


def old_revision_alone(forgery: Forgery) -> None:
    shutil.move(forgery.bag / "data/report-RD-1.pdf", forgery.bag / REPORT)
    shutil.copy(forgery.bags.folder / "delivered" / EVIDENCE, forgery.bag / EVIDENCE)


def swap(forgery: Forgery) -> None:
    one, other = sorted((forgery.bag / "data/originals").iterdir())[:2]
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    lines = (forgery.bag / EVIDENCE).read_text(encoding="utf-8").splitlines()
    hash_of = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other)}
    lines = [hash_of.get(line.rpartition("/")[2], line[:64]) + line[64:] for line in lines]
    (forgery.bag / EVIDENCE).write_text("".join(sorted(f"{line}\n" for line in lines)), encoding="utf-8")


def other_case_id(forgery: Forgery) -> None:
    edit(forgery.bag, "bag-info.txt", lambda data: data.replace(b"External-Identifier: 0", b"External-Identifier: 1"))
