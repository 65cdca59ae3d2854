"""A receipt of another case, by another signer, or saying something else does not hold."""

from __future__ import annotations

import pytest

from surveyor_app.report.cms import sign_detached
from tests.operations.cases.forged.forger import RECEIPT, SIGNATURE, edit
from tests.operations.cases.forged.forgery import Make, bad
from tests.report.keys import person


@pytest.mark.parametrize("trusting", [True, False])
def test_a_receipt_of_another_case(forge: Make, trusting: bool) -> None:
    forgery = forge("delivered")
    for path in (RECEIPT, SIGNATURE):
        (forgery.bag / path).write_bytes(forgery.other(path))
    found = bad(forgery.verify(trusting=trusting))
    assert found["receipt_broken"].data["reason"] == "case"


@pytest.mark.parametrize("trusting", [True, False])
def test_a_receipt_signed_by_the_surveyor(forge: Make, trusting: bool) -> None:
    forgery = forge("delivered")
    receipt = (forgery.bag / RECEIPT).read_bytes()
    (forgery.bag / SIGNATURE).write_bytes(sign_detached(receipt, *forgery.bags.surveyor))
    assert bad(forgery.verify(trusting=trusting))["receipt_broken"].data["reason"] == "signer"


def test_a_receipt_by_an_authority_of_the_forgers_own(forge: Make) -> None:
    forgery = forge("delivered")
    service = person("Receipts", unit="receipts")
    receipt = (forgery.bag / RECEIPT).read_bytes()
    (forgery.bag / SIGNATURE).write_bytes(sign_detached(receipt, service.key, service.certificate))
    for trusting in (True, False):
        assert bad(forgery.verify(trusting=trusting))["receipt_broken"].data["reason"] == "untrusted"


def test_a_receipt_that_says_something_else(forge: Make) -> None:
    forgery = forge("partial")
    edit(forgery.bag, RECEIPT, lambda data: data.replace(b'"partial"', b'"full"'))
    assert bad(forgery.verify())["receipt_broken"].data["reason"] == "bad_signature"


def test_an_earlier_receipt_does_not_stand_for_what_came_later(forge: Make) -> None:
    forgery = forge("addendum")
    for path in (RECEIPT, SIGNATURE):
        (forgery.bag / path).unlink()
    findings = forgery.verify()
    assert "receipt_missing" in {item.code for item in findings if item.level == "warn"}
