"""Evidence is checked from the gate without any profile, from home, and from an open case, which is closed first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.cli.samples import PASSPHRASE, Sample
from surveyor_app.ui.verify.page import VerifyPage
from surveyor_app.ui.window.app import App
from tests.ui.conftest import TIMEOUT_MS, StartApp
from tests.ui.sample_desk import told_sample
from tests.ui.window.first_start import home_of, idle


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    with told_sample(tmp_path_factory.mktemp("sample"), photos=1) as told:
        yield told


def _page(app: App, qtbot: QtBot) -> VerifyPage:
    qtbot.waitUntil(lambda: isinstance(app.window.face(), VerifyPage), timeout=TIMEOUT_MS)
    page = app.window.face()
    assert isinstance(page, VerifyPage)
    return page


def test_from_the_gate_without_unlocking_and_back(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "nobody")
    assert not app.gate.verify_button.isVisible(), "there is no room beside a new profile's fields"
    qtbot.waitUntil(app.gate.verify_button.isEnabled, timeout=TIMEOUT_MS)
    app.window.top.verify.click()
    page = _page(app, qtbot)
    assert page.empty.start.hasFocus()
    assert page.anchor.roots == ()
    assert {action.text() for action in page.page_actions()} >= {"Check a file", "Check a bag"}
    page.back_button.click()
    assert app.window.face() is app.gate


def test_from_an_open_case_its_own_file_is_checked(start: StartApp, sample: Sample, qtbot: QtBot) -> None:
    app = start(sample.profile)
    qtbot.waitUntil(app.gate.verify_button.isEnabled, timeout=TIMEOUT_MS)
    app.gate.verify_button.click()
    _page(app, qtbot).back_button.click()
    app.gate.unlock_with(PASSPHRASE)
    home = home_of(app, qtbot)
    app.window.top.verify.click()
    page = _page(app, qtbot)
    assert len(page.anchor.roots) == 1
    page.left.emit()
    assert app.window.face() is home
    app.open_case(sample.case)
    qtbot.waitUntil(lambda: app.window.case_view() is not None, timeout=TIMEOUT_MS)
    idle(app, qtbot)
    assert not app.window.top.verify.isVisible()
    app.window.verify_wanted.emit()
    assert _page(app, qtbot) is page
    page.check(sample.case)
    idle(app, qtbot)
    assert page.view.summary.label.text() == f"{sample.case.name}: Holds."
    app.window.home_wanted.emit()
    assert app.window.face() is home
