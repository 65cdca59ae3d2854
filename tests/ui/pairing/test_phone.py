"""A phone sends its originals into the open case, while the surveyor goes on working."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.intake.evidence import original
from surveyor_app.records import reading
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.pairing import phone as phone_module
from surveyor_app.ui.pairing.phone import PhonePairing
from tests.pairing.phones import Answer, Phone


@pytest.fixture
def pairing(desk: Desk, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> PhonePairing:
    """On this machine's own address: tests run where there is no other network."""
    monkeypatch.setattr(phone_module, "own_addresses", lambda: ["127.0.0.1"])
    return PhonePairing(desk, window)


def _elsewhere(qtbot: QtBot, work: Callable[[], Answer]) -> Answer:
    """Ask on a thread of its own, as a phone does, while the window works."""
    found: list[Answer] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=30_000)
    return found[0]


def _opened(pairing: PhonePairing) -> Phone:
    pairing.open()
    assert pairing.dialog is not None
    return Phone(pairing.dialog.address.currentText())


def _held(desk: Desk) -> list[Evidence]:
    with desk.case.read() as session:
        return list(reading.list_records(session, desk.case.case_id, Evidence))


def test_an_original_goes_into_the_case_and_custody_says_how(
    pairing: PhonePairing, desk: Desk, photos: list[Path], qtbot: QtBot
) -> None:
    phone = _opened(pairing)
    page = _elsewhere(qtbot, lambda: phone.ask("GET"))
    assert b"R20261120-0001" in page.body
    assert b"page.js" in page.body
    assert pairing.pairing is not None
    assert pairing.pairing.is_encrypted
    data = photos[0].read_bytes()
    sent = _elsewhere(qtbot, lambda: phone.send("IMG_0001.jpg", data))
    assert (sent.status, json.loads(sent.body)["safe"]) == (201, True)
    (item,) = _held(desk)
    assert (item.origin, item.file_name, item.device) == ("phone_pairing", "IMG_0001.jpg", "Linux; Android 15; Pixel 9")
    assert (item.file_modified_at, item.captured_here, item.evidence_class) == ("2026-11-20T06:03:22Z", False, "photo")
    assert b"".join(original(desk.case, item.sha256 or "")) == data
    again = _elsewhere(qtbot, lambda: phone.send("IMG_0001.jpg", data))
    assert json.loads(again.body) == {"safe": True, "text": "in the case already"}
    assert len(_held(desk)) == 1
    assert pairing.dialog is not None
    assert pairing.dialog.list.count() == 2
    qtbot.waitUntil(lambda: pairing.dialog is not None and "Pixel 9" in pairing.dialog.state.text())


def test_what_comes_can_be_undone_like_any_import(
    pairing: PhonePairing, desk: Desk, photos: list[Path], qtbot: QtBot, settle: Callable[[], None]
) -> None:
    phone = _opened(pairing)
    _elsewhere(qtbot, lambda: phone.ask("GET"))
    _elsewhere(qtbot, lambda: phone.send("IMG_0001.jpg", photos[0].read_bytes()))
    desk.edits.undo()
    settle()
    assert _held(desk) == []


def test_closing_the_window_ends_it(pairing: PhonePairing, qtbot: QtBot) -> None:
    phone = _opened(pairing)
    _elsewhere(qtbot, lambda: phone.ask("GET"))
    assert pairing.dialog is not None
    pairing.dialog.close()
    assert pairing.pairing is None
    with pytest.raises(ConnectionError):
        phone.ask("GET")
    other = _opened(pairing)
    assert other.address != phone.address, "each pairing has a code of its own"
    pairing.close()
    assert pairing.dialog is None


def test_a_case_that_fails_says_so_on_both_sides(
    pairing: PhonePairing, desk: Desk, photos: list[Path], qtbot: QtBot
) -> None:
    phone = _opened(pairing)
    _elsewhere(qtbot, lambda: phone.ask("GET"))
    desk.case.close()
    sent = _elsewhere(qtbot, lambda: phone.send("IMG_0001.jpg", photos[0].read_bytes()))
    assert (sent.status, json.loads(sent.body)["safe"]) == (409, False)
    assert pairing.dialog is not None
    assert pairing.dialog.list.count() == 1


def test_without_a_network_it_is_said(pairing: PhonePairing, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> None:
    monkeypatch.setattr(phone_module, "own_addresses", lambda: [])
    pairing.open()
    assert pairing.dialog is None
    assert pairing.pairing is None
