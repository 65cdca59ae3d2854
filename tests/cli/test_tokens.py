"""Signing on the command line with a token: its PIN, its certificates, and what is said when it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Surveyor
from tests.report.keys import authority, expired, person
from tests.report.signatures.soft_token import LABEL, PIN, SoftToken, make_token

REPORT = ("report", "--despite", "test", "--language", "en")


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> SoftToken:
    return make_token(tmp_path_factory.mktemp("token"), {"signing": person("张查勘"), "old": expired()})


@pytest.fixture
def holder(told: Surveyor, token: SoftToken) -> Surveyor:
    """A laptop in which the token is put, its PIN known."""
    told.environment |= {"SOFTHSM2_CONF": str(token.configuration), "SURVEYOR_PKCS11_PIN": PIN}
    return told


def test_a_report_is_signed_with_a_token(holder: Surveyor, token: SoftToken, tmp_path: Path) -> None:
    config = tmp_path / "config" / "surveyor"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text(
        f'[token]\nmodule = "{token.module}"\nlabel = "{LABEL}"\nkey = "signing"\n', encoding="utf-8"
    )
    holder.environment["XDG_CONFIG_HOME"] = str(config.parent)
    report, root = tmp_path / "report.pdf", tmp_path / "root.pem"
    assert holder.tell(*REPORT, holder.world.case, "--out", report, "--token", LABEL)["signed"] is True
    root.write_bytes(authority().pem)
    signer = {item["data"].get("signer") for item in holder.tell("verify", report, "--root", root)["findings"]}
    assert "张查勘" in signer


def test_what_is_wrong_is_told_apart_and_seals_nothing(holder: Surveyor, token: SoftToken, tmp_path: Path) -> None:
    words = (*REPORT, holder.world.case, "--out", tmp_path / "report.pdf")
    by = ("--pkcs11", token.module)
    assert holder.refuse("input_invalid", *words, *by)["field"] == "token"
    assert holder.refuse("input_invalid", *words, "--token", LABEL)["field"] == "pkcs11"
    holder.refuse("token_module_missing", *words, "--token", LABEL, "--pkcs11", tmp_path / "module.so")
    holder.refuse("token_not_found", *words, *by, "--token", "another")
    assert holder.refuse("token_key_missing", *words, *by, "--token", LABEL)["found"] == "old, signing"
    holder.refuse("token_key_missing", *words, *by, "--token", LABEL, "--key", "nobody")
    holder.refuse("certificate_expired", *words, *by, "--token", LABEL, "--key", "old")
    holder.environment["SURVEYOR_PKCS11_PIN"] = "0000"
    holder.refuse("token_pin_wrong", *words, *by, "--token", LABEL)
    del holder.environment["SURVEYOR_PKCS11_PIN"]
    assert holder.refuse("secret_missing", *words, *by, "--token", LABEL)["variable"] == "SURVEYOR_PKCS11_PIN"
    assert not (tmp_path / "report.pdf").exists()
    assert holder.tell("case", "info", holder.world.case)["counts"]["report"] == 0
