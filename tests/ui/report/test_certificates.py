"""The chooser of certificates: who owns each, who issued it, how long it is valid, and that an expired one does not sign."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from surveyor_app.operations.report.reporting import ReportOptions
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.settings import TokenSettings
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.report.sign_dialog import SignDialog
from tests.report.keys import END, PASSPHRASE, START, expired, person
from tests.report.signatures.soft_token import LABEL, PIN, SoftToken, make_token
from tests.ui.conftest import Settle

Opened = tuple[SignDialog, list[Credential]]


@pytest.fixture(scope="module")
def soft(tmp_path_factory: pytest.TempPathFactory) -> SoftToken:
    return make_token(tmp_path_factory.mktemp("token"), {"old": expired(), "signing": person("卡上的人")})


def _open(window: QWidget, desk: Desk, credential: Credential | None, settle: Settle) -> Opened:
    signed: list[Credential] = []
    dialog = SignDialog(window, desk, ReportOptions(), credential, lambda _options, by: signed.append(by))
    dialog.open()
    dialog.reason.setText("test")
    settle()
    return dialog, signed


@pytest.fixture
def opened(window: QWidget, desk: Desk, settle: Settle) -> Opened:
    """The dialog on a laptop that is enrolled."""
    return _open(window, desk, person("张查勘").credential, settle)


def _texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel)).replace("\u200b", "")


def test_owner_issuer_and_validity_are_shown(opened: Opened) -> None:
    dialog, _signed = opened
    said = _texts(dialog.chooser)
    validity = f"{formats.day(START.date())} – {formats.day(END.date())}"
    for words in ("张查勘", "Test Insurer CA", validity, "On this laptop"):
        assert words in said
    assert not dialog.chooser.combo.isVisible(), "one alone is no choice"
    assert not dialog.token_button.isVisible(), "no card is in the settings"
    assert dialog.sign_button.isEnabled()


def test_an_expired_one_is_refused_with_a_sentence(opened: Opened, tmp_path: Path, settle: Settle) -> None:
    dialog, signed = opened
    file = tmp_path / "old.p12"
    file.write_bytes(expired().pkcs12())
    dialog.use_file(file, PASSPHRASE)
    settle()
    assert "not valid now" in dialog.note.label.text()
    assert "过期" in dialog.note.label.text()
    assert not dialog.sign_button.isEnabled()
    assert dialog.chooser.combo.isVisible()
    assert "not valid now" in dialog.chooser.combo.itemText(1)
    dialog.chooser.combo.setCurrentIndex(0)
    dialog.chooser.combo.activated.emit(0)
    assert not dialog.note.isVisible()
    assert dialog.sign_button.isEnabled()
    dialog.sign_button.click()
    assert [by.name for by in signed] == ["张查勘"]


def test_the_certificates_of_a_smart_card_are_offered(
    window: QWidget, desk: Desk, soft: SoftToken, settle: Settle
) -> None:
    chosen = TokenSettings(soft.module, LABEL)
    dialog, signed = _open(window, replace(desk, token=chosen), person("张查勘").credential, settle)
    assert dialog.token_button.isVisible()
    dialog.use_token(chosen, "0000")
    settle()
    assert "PIN does not open" in dialog.note.label.text()
    assert dialog.chooser.combo.count() == 1
    dialog.use_token(chosen, PIN)
    settle()
    assert dialog.chooser.combo.count() == 3
    current = dialog.chooser.current()
    assert current is not None
    assert current.name == "卡上的人", "the one that is valid"
    assert "its key stays there" in _texts(dialog.chooser)
    dialog.sign_button.click()
    assert [(by.name, by.is_on_token) for by in signed] == [("卡上的人", True)]


def test_the_only_one_may_be_the_expired_one(window: QWidget, desk: Desk, settle: Settle) -> None:
    dialog, _signed = _open(window, desk, expired().credential, settle)
    assert "not valid now" in dialog.note.label.text()
    assert dialog.note.isVisible()
    assert not dialog.sign_button.isEnabled()


def test_without_any_certificate_nothing_is_signed(window: QWidget, desk: Desk, settle: Settle) -> None:
    dialog, _signed = _open(window, desk, None, settle)
    assert not dialog.sign_button.isEnabled()
    assert "None yet" in _texts(dialog.chooser)
