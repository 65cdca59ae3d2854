"""Who writes with keys of their own is not believed; where nobody says whom to trust, that is said."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.journal.entries import Body
from tests.casefile.conftest import PASSPHRASE
from tests.operations.cases.forged.foreign import with_own_device
from tests.operations.cases.forged.forger import (
    AUTHORITY,
    REVOCATIONS,
    first_original,
    of_kind,
    read_lines,
    signed_of,
    write_lines,
)
from tests.operations.cases.forged.forgery import Bags, Make, bad
from tests.report.keys import as_pem, authority, revocation_list


@pytest.mark.parametrize("kind", ["bare", "reported", "delivered"])
@pytest.mark.parametrize("trusting", [True, False])
def test_a_journal_written_anew_by_a_device_nobody_certified(forge: Make, kind: str, trusting: bool) -> None:
    forgery = forge(kind)
    with_own_device(forgery.bag)
    found = bad(forgery.verify(trusting=trusting))
    assert {"certificate_untrusted", "device_unproven"} <= found.keys()
    assert ("journal_cut" in found) is (kind != "bare")


def test_everything_by_an_authority_of_the_forgers_own_is_never_plainly_said_to_hold(forge: Make) -> None:
    """Without a root to trust nobody can tell it from a true bag of another insurer; with one it does not hold."""
    forgery = forge("bare")
    forged = authority("Forger CA")
    with_own_device(forgery.bag, forged)
    (forgery.bag / AUTHORITY).write_bytes(forged.pem)
    (forgery.bag / REVOCATIONS).write_bytes(as_pem(revocation_list({}, by=forged)))
    untrusting = forgery.verify(trusting=False)
    assert bad(untrusting) == {}
    assert {"trust_not_checked", "receipt_missing", "handover_missing"} == {
        item.code for item in untrusting if item.level == "warn"
    }
    found = [item for item in forgery.verify() if item.level == "bad"]
    assert {"certificate_untrusted", "device_unproven", "revocation_list_broken"} == {item.code for item in found}
    assert AUTHORITY in {item.data.get("path") for item in found}


@pytest.mark.parametrize("trusting", [True, False])
def test_a_bag_without_the_certificate_of_its_device(forge: Make, trusting: bool) -> None:
    forgery = forge("delivered")
    (device,) = (forgery.bag / "data/certificates").glob("device-*.pem")
    device.unlink()
    assert "device_key_missing" in bad(forgery.verify(trusting=trusting))


def _signed_by_device(bags: Bags, signed: dict[str, object]) -> dict[str, str]:
    """Return a line with the signature of the surveyor's own, certified device."""
    data = json.dumps(signed, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    with Profile.unlock(bags.folder / "profile", PASSPHRASE) as profile:
        return {"line": data.decode(), "signature": base64.b64encode(profile.device_key.sign(data)).decode()}


def test_a_surveyor_who_displaces_what_was_receipted(forge: Make, bags: Bags) -> None:
    """With the device's own key: another line in the place of a receipted one, said to have come first."""
    forgery = forge("delivered")
    lines = read_lines(forgery.bag)
    place = next(n for n in of_kind(lines, "evidence") if signed_of(lines[n])["op_of"] == 1)
    signed = signed_of(lines[place]) | {"op": "another", "at": "2026-01-01T00:00:00.000000Z"}
    write_lines(forgery.bag, [*lines, {**lines[place], **_signed_by_device(bags, signed), "number": 1}])
    assert "displaced" in {item.data.get("reason") for item in forgery.verify() if item.level == "bad"}


def test_a_surveyor_who_erases_what_was_receipted(forge: Make, bags: Bags) -> None:
    """With the device's own key: an erasure after the receipt, and the photo gone. Only the office erases what it holds."""
    forgery = forge("delivered")
    lines = read_lines(forgery.bag)
    place = of_kind(lines, "evidence")[0]
    body = Body(b"s" * 16, {"bodies": [signed_of(lines[place])["body"]], "basis": "PIPL 47"})
    last = signed_of(lines[-1])
    signed = last | {"seq": last["seq"] + 1, "prev": hashlib.sha256(lines[-1]["line"].encode()).hexdigest()}
    signed |= {"op": "erasing", "op_n": 1, "op_of": 1, "action": "erase", "kind": "case", "id": last["case"]}
    signed["body"] = body.digest()
    beside = {"salt": base64.b64encode(body.salt).decode(), "body": {"fields": body.fields, "reason": None}}
    lines[place] |= {"body": None, "salt": None}
    write_lines(forgery.bag, [*lines, {**_signed_by_device(bags, signed), **beside, "number": None}])
    first_original(forgery.bag).unlink()
    found = bad(forgery.verify())
    assert found["journal_broken"].data == {"line": str(place + 1), "reason": "body_missing"}
