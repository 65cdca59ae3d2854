"""A damaged profile in the window: the gate says so, repairs it with the passphrase, and the cases are on the list again."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.gate import Step
from tests.casefile.conftest import PASSPHRASE, make_profile
from tests.ui.conftest import StartApp
from tests.ui.window.first_start import home_of, idle


def step_of(app: App) -> Step:
    """What the start page asks for now."""
    return app.gate.step


def test_a_damaged_profile_is_repaired(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "profile"
    made, _ = make_profile(folder)
    with made:
        made.confirm_recovery_code()
        new_case(made, report_no="R1").close()
    (folder / "profile.db").write_bytes(bytes(range(256)) * 100)
    app = start(folder)
    assert step_of(app) is Step.UNLOCK
    app.gate.unlock_with(PASSPHRASE)
    idle(app, qtbot)
    assert step_of(app) is Step.REPAIR
    assert app.gate.note.label.text()
    app.gate.passphrase.line.setText("not this one")
    app.gate.confirm.click()
    idle(app, qtbot)
    assert step_of(app) is Step.REPAIR
    app.gate.passphrase.line.setText(PASSPHRASE)
    app.gate.confirm.click()
    home = home_of(app, qtbot)
    assert home.model.rowCount() == 1
    app.close()
    with Profile.unlock(folder, PASSPHRASE) as profile:
        assert profile.user == "zhang"
