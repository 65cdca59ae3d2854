"""Settings in the running window: names, passphrase, recovery code, look, and locking."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from surveyor_app import settings
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import RecoveryCodeWrong, WrongPassphrase
from surveyor_app.operations.cases.opening import list_cases
from surveyor_app.ui.settings.about import versions
from surveyor_app.ui.settings.dialogs import NewCodeDialog, PassphraseDialog
from surveyor_app.ui.settings.idle import SLEPT_S, TICK_MS, IdleWatch
from surveyor_app.ui.settings.page import SettingsPage
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.gate import Step
from surveyor_app.ui.window.home import HomePage
from tests.casefile.conftest import PASSPHRASE
from tests.ui.conftest import TIMEOUT_MS, StartApp
from tests.ui.window.first_start import idle

NEW = "另一个很长的口令 2027"


@pytest.fixture
def folder(profile: Profile) -> Path:
    profile.confirm_recovery_code()
    profile.close()
    return profile.folder


@pytest.fixture
def app(start: StartApp, folder: Path, qtbot: QtBot) -> App:
    made = start(folder)
    made.gate.unlock_with(PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(made.window.face(), HomePage), timeout=TIMEOUT_MS)
    idle(made, qtbot)
    return made


@pytest.fixture
def page(app: App) -> SettingsPage:
    app.show_settings()
    found = app.window.face()
    assert isinstance(found, SettingsPage)
    return found


def test_the_names_are_changed(page: SettingsPage, app: App, folder: Path, qtbot: QtBot) -> None:
    page.user.line.setText("li")
    page.name_.line.setText("李查勘")
    page.rename_button.click()
    idle(app, qtbot)
    page.left.emit()
    assert isinstance(home := app.window.face(), HomePage)
    assert "李查勘" in home.state.text()
    app.close()
    with Profile.unlock(folder, PASSPHRASE) as profile:
        assert (profile.user, profile.display_name) == ("li", "李查勘")


def test_the_passphrase_is_changed_by_who_knows_it(page: SettingsPage, app: App, folder: Path, qtbot: QtBot) -> None:
    page.passphrase_button.click()
    dialog = page.findChild(PassphraseDialog)
    assert dialog is not None
    for line, text in ((dialog.present, "wrong"), (dialog.new, NEW), (dialog.repeated, NEW)):
        line.line.setText(text)
    dialog.confirm.click()
    idle(app, qtbot)
    assert dialog.isVisible()
    assert not dialog.present.problem.isHidden()
    dialog.present.line.setText(PASSPHRASE)
    dialog.confirm.click()
    idle(app, qtbot)
    app.close()
    with pytest.raises(WrongPassphrase):
        Profile.unlock(folder, PASSPHRASE)
    Profile.unlock(folder, NEW).close()


def test_a_new_recovery_code_is_made_and_confirmed(page: SettingsPage, app: App, folder: Path, qtbot: QtBot) -> None:
    page.code_button.click()
    idle(app, qtbot)
    dialog = page.findChild(NewCodeDialog)
    assert dialog is not None
    code = dialog.card.code.text()
    for line, place in zip(dialog.card.groups, dialog.card.asked(), strict=True):
        line.line.setText(code.split("-")[place])
    dialog.confirm.click()
    idle(app, qtbot)
    app.close()
    Profile.recover(folder, code, NEW).close()
    with pytest.raises(RecoveryCodeWrong):
        Profile.recover(folder, code[::-1], NEW)


def test_what_is_chosen_holds_at_once_and_is_kept(page: SettingsPage, app: App, qtbot: QtBot) -> None:
    before = page.lock_button.sizeHint().height()
    page.large.click()
    page.idle.setCurrentIndex(2)
    page.idle.activated.emit(2)
    page.sleep.click()
    idle(app, qtbot)
    assert page.lock_button.sizeHint().height() >= before + 8
    assert (app.idle.minutes, app.idle.locks_after_sleep) == (15, False)
    kept = settings.load(app._settings_path).settings
    assert (kept.large_targets, kept.lock_idle_min, kept.lock_after_sleep) == (True, 15, False)
    page.large.click()
    idle(app, qtbot)


def test_locking_closes_the_case_with_what_was_typed_and_asks_again(app: App, folder: Path, qtbot: QtBot) -> None:
    app.new_case("R20261120-0001")
    qtbot.waitUntil(lambda: app.window.case_view() is not None, timeout=TIMEOUT_MS)
    idle(app, qtbot)
    view = app.window.case_view()
    assert view is not None
    path = view.desk.case.path
    line = view.page("claim").form.editors["insured_name"].control  # type: ignore[attr-defined]  # the claim's page
    assert isinstance(line, QLineEdit)
    line.setText("王建国")
    line.textEdited.emit("王建国")
    app.lock()
    qtbot.waitUntil(lambda: app.window.face() is app.gate, timeout=TIMEOUT_MS)
    idle(app, qtbot)
    assert app.gate.step is Step.UNLOCK
    assert app.gate.passphrase.text() == ""
    assert [item.name for item in path.parent.iterdir()] == [path.name], "nothing is left open"
    app.show_settings()
    app.open_case(path)
    assert app.window.face() is app.gate
    app.gate.unlock_with(PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(app.window.face(), HomePage), timeout=TIMEOUT_MS)
    app.close()
    with Profile.unlock(folder, PASSPHRASE) as profile:
        assert list_cases(profile)[0].insured_name == "王建国"


class _Clocks:
    wall = ticks = 0.0


@pytest.fixture
def clocks() -> _Clocks:
    return _Clocks()


@pytest.mark.parametrize("is_busy", [False, True])
def test_it_locks_when_nobody_was_there_but_not_over_long_work(
    qapp: QApplication, clocks: _Clocks, is_busy: bool
) -> None:
    parent, locked = QObject(), []
    watch = IdleWatch(qapp, parent, lambda: is_busy, lambda: clocks.ticks, lambda: clocks.wall)
    watch.lock_wanted.connect(lambda: locked.append(clocks.ticks))
    watch.follow(settings.Settings(lock_idle_min=5))
    for _ in range(59):
        clocks.ticks += 5
        clocks.wall += 5
        watch.look()
    assert locked == []
    clocks.ticks += 5
    clocks.wall += 5
    watch.look()
    assert locked == ([] if is_busy else [300.0])


@pytest.mark.parametrize("wanted", [False, True])
def test_it_locks_when_the_laptop_slept(qapp: QApplication, clocks: _Clocks, wanted: bool) -> None:
    parent, locked = QObject(), []
    watch = IdleWatch(qapp, parent, lambda: True, lambda: clocks.ticks, lambda: clocks.wall)
    watch.lock_wanted.connect(lambda: locked.append(1))
    watch.follow(settings.Settings(lock_after_sleep=wanted))
    clocks.wall += TICK_MS / 1000 + SLEPT_S - 1
    watch.look()
    assert locked == []
    clocks.wall += TICK_MS / 1000 + SLEPT_S + 1
    watch.look()
    assert locked == ([1] if wanted else [])


def test_what_the_program_is_made_of_is_said_with_licences() -> None:
    found = {name: (version, licence) for name, version, licence in versions()}
    assert found["Surveyor"][1] == "Apache-2.0"
    assert all(version for version, _licence in found.values())
    assert {"Qt", "Python"} < set(found)
