"""Signing with a key that stays on a token, and what is said when the token cannot be used."""

from __future__ import annotations

import importlib
from dataclasses import replace
from pathlib import Path

import pytest

from surveyor_app.domain.errors import (
    CertificateExpired,
    SurveyorError,
    TokenFailed,
    TokenKeyMissing,
    TokenModuleMissing,
    TokenNotFound,
    TokenPinWrong,
)
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.signatures.tokens import Token, choose_held, list_held
from surveyor_app.report.verification import verify_pdf
from tests.report.keys import authority, expired, person
from tests.report.samples import ISSUED_AT
from tests.report.signatures.soft_token import LABEL, PIN, make_token

HELD = {"elliptic": person("陈查勘"), "rsa": person("王查勘", use_rsa=True), "old": expired()}


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Token:
    return Token(make_token(tmp_path_factory.mktemp("token"), HELD).module, LABEL, PIN)


def _sign(pdf: bytes, token: Token, label: str) -> bytes:
    credential = Credential.on_token(token, choose_held(token, label))
    return sign(pdf, credential, at=ISSUED_AT, reason="x", location="")


@pytest.mark.parametrize("label", ["elliptic", "rsa"])
def test_a_key_on_a_token_signs(unsigned: bytes, token: Token, label: str) -> None:
    verdict = verify_pdf(_sign(unsigned, token, label), roots=[authority().der])
    assert verdict.holds, verdict.findings
    assert verdict.signatures[0].signer == {"elliptic": "陈查勘", "rsa": "王查勘"}[label]
    assert verdict.signatures[0].trusted


def test_what_is_on_a_token_is_listed_with_its_issuers(token: Token) -> None:
    held = list_held(token)
    assert [item.label for item in held] == ["elliptic", "old", "rsa"], "the authority has no key there"
    credential = Credential.on_token(token, held[0])
    assert credential.chain == (authority().der,)
    assert (credential.name, credential.issuer) == ("陈查勘", "Test Insurer CA")
    assert PIN not in repr(credential) + repr(token)


def test_an_expired_certificate_on_a_token_does_not_sign(unsigned: bytes, token: Token) -> None:
    with pytest.raises(CertificateExpired):
        _sign(unsigned, token, "old")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"module": Path("/nowhere/module.so")}, TokenModuleMissing),
        ({"module": Path(__file__)}, TokenModuleMissing),
        ({"label": "another"}, TokenNotFound),
        ({"pin": "0000"}, TokenPinWrong),
        ({"pin": ""}, TokenPinWrong),
    ],
)
def test_what_is_wrong_is_told_apart(token: Token, changed: dict[str, object], expected: type[SurveyorError]) -> None:
    with pytest.raises(expected):
        list_held(replace(token, **changed))  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("label", ["nobody", None])
def test_no_or_several_certificates_are_named(token: Token, label: str | None) -> None:
    with pytest.raises(TokenKeyMissing) as caught:
        choose_held(token, label)
    assert caught.value.data == {"token": LABEL, "found": "elliptic, old, rsa"}


def test_a_token_pulled_out_before_signing_is_said(unsigned: bytes, token: Token) -> None:
    held = choose_held(token, "elliptic")
    gone = Credential.on_token(replace(token, label="pulled out"), held)
    with pytest.raises(TokenNotFound):
        sign(unsigned, gone, at=ISSUED_AT, reason="x", location="")
    without_key = Credential.on_token(token, replace(held, id=b"\x77"))
    with pytest.raises(TokenFailed):
        sign(unsigned, without_key, at=ISSUED_AT, reason="x", location="")


def test_without_the_extra_it_is_said(token: Token, monkeypatch: pytest.MonkeyPatch) -> None:
    def import_module(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", import_module)
    with pytest.raises(TokenModuleMissing) as caught:
        list_held(token)
    assert caught.value.data["path"] == "python-pkcs11"
