"""An original that was changed, replaced, removed or added is named."""

from __future__ import annotations

import hashlib

import pytest

from tests.operations.cases.forged.forger import (
    EVIDENCE,
    first_original,
    of_kind,
    read_lines,
    relist,
    signed_of,
    strike_out,
    write_lines,
)
from tests.operations.cases.forged.forgery import KINDS, Make, bad
from tests.operations.worlds import photo

WITH_ORIGINALS = ("bare", "reported", "delivered", "addendum")


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_flipped_byte_of_an_original(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    data = bytearray(target.read_bytes())
    data[-3] ^= 1
    relist(forgery.bag, target, bytes(data))
    found = bad(forgery.verify())
    assert found["named_file_changed"].data["path"] == f"data/originals/{target.name}"
    assert "custody_differs" in found


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_replaced_original(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    target.write_bytes(photo(5))
    assert bad(forgery.verify())["named_file_changed"].data["path"] == f"data/originals/{target.name}"


def test_the_last_photo_of_an_addendum_replaced(forge: Make) -> None:
    forgery = forge("addendum")
    (target,) = forgery.bag.glob("data/originals/*later.jpg")
    relist(forgery.bag, target, photo(5))
    assert bad(forgery.verify())["named_file_changed"].data["path"] == f"data/originals/{target.name}"


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
@pytest.mark.parametrize("trusting", [True, False])
def test_a_photo_removed_with_its_lines(forge: Make, kind: str, trusting: bool) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    lines = read_lines(forgery.bag)
    record = signed_of(lines[of_kind(lines, "evidence")[0]])["id"]
    write_lines(forgery.bag, [line for line in lines if signed_of(line)["id"] != record])
    target.unlink()
    assert "journal_broken" in bad(forgery.verify(trusting=trusting))


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_photo_removed_and_its_bodies_left_out(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    lines = read_lines(forgery.bag)
    place = of_kind(lines, "evidence")[0]
    lines[place] |= {"body": None, "salt": None}
    write_lines(forgery.bag, lines)
    target.unlink()
    found = bad(forgery.verify())
    assert found["journal_broken"].data == {"line": str(place + 1), "reason": "body_missing"}


@pytest.mark.parametrize("kind", WITH_ORIGINALS)
def test_a_photo_removed_but_its_lines_left(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    target = first_original(forgery.bag)
    strike_out(forgery.bag, hashlib.sha256(target.read_bytes()).hexdigest())
    target.unlink()
    assert bad(forgery.verify())["named_file_missing"].data["path"] == f"data/originals/{target.name}"


@pytest.mark.parametrize("kind", ["bare", "delivered"])
def test_two_photos_under_each_others_names(forge: Make, kind: str) -> None:
    forgery = forge(kind)
    one, other = sorted((forgery.bag / "data/originals").iterdir())[:2]
    first, second = one.read_bytes(), other.read_bytes()
    relist(forgery.bag, one, second)
    other.write_bytes(first)
    lines = (forgery.bag / EVIDENCE).read_text(encoding="utf-8").splitlines()
    hash_of = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (one, other)}
    lines = [hash_of.get(line.rpartition("/")[2], line[:64]) + line[64:] for line in lines]
    (forgery.bag / EVIDENCE).write_text("".join(sorted(f"{line}\n" for line in lines)), encoding="utf-8")
    assert bad(forgery.verify())["named_file_changed"].data["path"] in {
        f"data/originals/{one.name}",
        f"data/originals/{other.name}",
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ["data/originals/9999-new.jpg", "data/note.txt", "data/statements/01-x/more.json"])
def test_an_added_file(forge: Make, kind: str, path: str) -> None:
    forgery = forge(kind)
    (forgery.bag / path).parent.mkdir(exist_ok=True)
    (forgery.bag / path).write_bytes(photo(5))
    assert bad(forgery.verify())["file_unproven"].data["path"] == path


def test_a_file_added_beside_the_payload_is_pointed_out(forge: Make) -> None:
    forgery = forge("delivered")
    (forgery.bag / "READ_ME_FIRST.txt").write_text("no need to check")
    found, _ = [item for item in forgery.verify() if item.level != "ok"]
    assert (found.code, found.level, found.data["path"]) == ("tag_unknown", "warn", "READ_ME_FIRST.txt")
