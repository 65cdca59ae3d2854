"""The recovery code in the window: it is shown until its owner says that it is written down, whatever happens to the window."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.settings.code_sheet import save_sheet
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.gate import Step
from surveyor_app.wording.languages import chinese
from tests.ui.conftest import TIMEOUT_MS, StartApp
from tests.ui.window.first_start import (
    PASSPHRASE,
    code_of,
    confirm_code,
    create_profile,
    fill_in,
    home_of,
    idle,
    type_groups,
)

QT_MAY_SAY = (r"QPainter::begin\(\): Returned false",)
"""Of a place that cannot be written."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def _close(app: App, qtbot: QtBot) -> None:
    app.window.close()
    qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=TIMEOUT_MS)
    app.close()


def _unlocked(start: StartApp, folder: Path) -> App:
    app = start(folder)
    app.gate.unlock_with(PASSPHRASE)
    return app


def test_a_code_whose_window_was_closed_is_shown_again_until_it_is_confirmed(
    start: StartApp, folder: Path, qtbot: QtBot
) -> None:
    app = start(folder)
    fill_in(app.gate)
    code = code_of(app, qtbot)
    _close(app, qtbot)
    assert sorted(item.name for item in folder.iterdir()) == ["profile.copy.toml", "profile.db", "profile.toml"], (
        "nothing is left open"
    )

    app = _unlocked(start, folder)
    assert code_of(app, qtbot) == code
    type_groups(app.gate)
    _close(app, qtbot)

    app = _unlocked(start, folder)
    assert code_of(app, qtbot) == code
    confirm_code(app.gate)
    home_of(app, qtbot)
    assert app.gate.card.code.text() == ""
    _close(app, qtbot)

    app = _unlocked(start, folder)
    home_of(app, qtbot)
    assert app.gate.step is Step.UNLOCK


def test_whoever_has_no_paper_at_hand_works_on_and_is_shown_the_code_next_time(
    start: StartApp, folder: Path, qtbot: QtBot
) -> None:
    app = start(folder)
    fill_in(app.gate)
    code = code_of(app, qtbot)
    app.gate.other.click()
    home_of(app, qtbot)
    _close(app, qtbot)
    assert code_of(_unlocked(start, folder), qtbot) == code


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_kill_while_the_code_shows_does_not_lose_it(
    start: StartApp, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = [sys.executable, "-m", "tests.ui.window.first_start", str(folder), str(tmp_path / "killed.toml")]
    ended = subprocess.run(program, stdout=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == -signal.SIGKILL
    code = ended.stdout.strip()
    assert code_of(_unlocked(start, folder), qtbot) == code
    Profile.recover(folder, code, "another passphrase").close()


class _Keyring(KeyringBackend):
    """A keyring that works; it stands for the operating system's."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library is untyped in part
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password


@pytest.fixture
def with_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(_Keyring())
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("with_keyring")
def test_a_profile_that_the_keyring_opens_shows_the_code_as_well(start: StartApp, folder: Path, qtbot: QtBot) -> None:
    app = start(folder)
    fill_in(app.gate)
    code = code_of(app, qtbot)
    _close(app, qtbot)
    app = start(folder)
    assert code_of(app, qtbot) == code
    confirm_code(app.gate)
    home_of(app, qtbot)
    _close(app, qtbot)
    home_of(start(folder), qtbot)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can be written meanwhile."""
    resource = pytest.importorskip("resource")
    before, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, most))


def test_a_confirmation_that_cannot_be_stored_is_told_and_the_code_stays(
    start: StartApp, folder: Path, qtbot: QtBot
) -> None:
    app = start(folder)
    fill_in(app.gate)
    code = code_of(app, qtbot)
    with full_disk():
        confirm_code(app.gate)
        idle(app, qtbot)
    assert "refused to read or write" in app.gate.note.label.text()
    assert (app.gate.step, app.gate.card.code.text()) == (Step.CODE, code)
    app.gate.confirm.click()
    home_of(app, qtbot)


def test_a_code_that_was_typed_to_recover_is_not_asked_for_again(start: StartApp, folder: Path, qtbot: QtBot) -> None:
    app = start(folder)
    fill_in(app.gate)
    code = code_of(app, qtbot)
    _close(app, qtbot)
    app = start(folder)
    app.gate.other.click()
    app.gate.recovery.line.setText(code)
    app.gate.passphrase.line.setText("a new passphrase")
    app.gate.repeated.line.setText("a new passphrase")
    app.gate.confirm.click()
    home_of(app, qtbot)


def test_the_page_says_in_both_languages_that_the_code_comes_again(start: StartApp, folder: Path, qtbot: QtBot) -> None:
    app = start(folder)
    fill_in(app.gate)
    code_of(app, qtbot)
    assert (app.gate.confirm.text(), app.gate.other.text()) == (
        "I have it on paper",
        "Later, show it again next time",
    )
    app.choose_language(chinese())
    idle(app, qtbot)
    assert (app.gate.confirm.text(), app.gate.other.text()) == ("我已保存在纸上", "稍后，下次再显示")


def test_the_code_is_gone_from_the_window_once_it_is_confirmed(start: StartApp, folder: Path, qtbot: QtBot) -> None:
    app = start(folder)
    code = create_profile(app, qtbot)
    home_of(app, qtbot)
    assert len(code) > 20
    assert app.gate.card.code.text() == ""


def test_only_the_two_groups_asked_for_confirm_and_a_wrong_one_is_said(
    start: StartApp, folder: Path, qtbot: QtBot
) -> None:
    app = start(folder)
    fill_in(app.gate)
    groups = code_of(app, qtbot).split("-")
    card = app.gate.card
    first, second = card.asked()
    assert first != second
    card.groups[0].line.setText(groups[first])
    assert not app.gate.confirm.isEnabled()
    card.groups[1].line.setText(groups[first])
    assert not app.gate.confirm.isEnabled()
    assert not card.groups[1].problem.isHidden()
    card.groups[1].line.setText(groups[second].lower().replace("0", "o"))
    assert app.gate.confirm.isEnabled()
    assert card.groups[1].problem.isHidden()


def test_the_sheet_is_saved_as_a_pdf_that_holds_the_code(
    start: StartApp, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app = start(folder)
    fill_in(app.gate)
    code = code_of(app, qtbot)
    path = tmp_path / "code.pdf"
    assert save_sheet(path, code, "张查勘")
    document = QPdfDocument()
    document.load(str(path))
    text = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    assert all(group in text for group in code.split("-"))
    document.close()
    assert not save_sheet(tmp_path / "nowhere" / "code.pdf", code, "")


def test_the_user_name_is_asked_and_not_taken_from_the_system(start: StartApp, folder: Path) -> None:
    app = start(folder)
    assert app.gate.user.text() == ""
    app.gate.passphrase.line.setText(PASSPHRASE)
    app.gate.repeated.line.setText(PASSPHRASE)
    app.gate.name_.line.setText("张查勘")
    app.gate.confirm.click()
    assert "user name" in app.gate.user.problem.text()
    assert not folder.exists()


def test_how_hard_a_passphrase_is_to_guess_is_said_while_it_is_typed(start: StartApp, folder: Path) -> None:
    gate = start(folder).gate
    assert gate.strength.text() == ""
    gate.passphrase.line.setText("12345678")
    assert gate.strength.property("tone") == "warn"
    gate.passphrase.line.setText(PASSPHRASE)
    assert gate.strength.property("tone") == "ok"
