"""What the list of cases leads to: a damaged case is salvaged in the window, a receipted one removed, no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.engine import PAGE_BYTES
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import NotDelivered
from surveyor_app.operations.cases.opening import list_cases, new_case
from surveyor_app.operations.cases.removing import remove_case
from surveyor_app.ui.cases.salvaging import SalvageDialog
from tests.casefile.conftest import PASSPHRASE, make_profile
from tests.faults.pages import flip
from tests.ui.conftest import StartApp
from tests.ui.window.first_start import home_of, idle


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A profile with one case whose first page has lost a bit; it does not open."""
    folder = tmp_path / "profile"
    made, _ = make_profile(folder)
    with made:
        made.confirm_recovery_code()
        case = new_case(made, report_no="R1")
        case.close()
    flip(case.path, PAGE_BYTES - 300)
    return folder


def test_a_damaged_case_is_salvaged_in_the_window(start: StartApp, damaged: Path, qtbot: QtBot) -> None:
    app = start(damaged)
    app.gate.unlock_with(PASSPHRASE)
    home = home_of(app, qtbot)
    home.open_current()
    qtbot.waitUntil(lambda: bool(home.findChildren(SalvageDialog)))
    (dialog,) = home.findChildren(SalvageDialog)
    assert home.note.label.text()
    dialog.confirm.click()
    idle(app, qtbot)
    assert dialog.target.exists()
    assert "1" in dialog.losses.text()
    with qtbot.waitSignal(app.case_shown):
        dialog.confirm.click()
    app.close()
    with Profile.unlock(damaged, PASSPHRASE) as profile:
        (case,) = list_cases(profile)
    assert (Path(case.path), case.problem) == (dialog.target, None)


def test_the_menu_offers_what_can_be_done(start: StartApp, damaged: Path, qtbot: QtBot) -> None:
    app = start(damaged)
    app.gate.unlock_with(PASSPHRASE)
    home = home_of(app, qtbot)
    home.table.customContextMenuRequested.emit(home.table.visualRect(home.model.index(0, 0)).center())
    texts = [action.text() for action in home.menu.actions()]
    assert len(texts) == 4, "it is not delivered: nothing removes it"
    home.menu.close()
    app.close()


def test_what_was_never_delivered_is_not_removed(tmp_path: Path) -> None:
    made, _ = make_profile(tmp_path / "profile")
    with made:
        case = new_case(made, report_no="R1")
        case.close()
        with pytest.raises(NotDelivered):
            remove_case(made, case.path)
        assert case.path.exists()
        assert len(list_cases(made)) == 1
