"""The first start of the program, as a person does it; and as a program of its own that dies while the code shows.

``python -m tests.ui.window.first_start PROFILE SETTINGS``: makes a profile, tells the recovery code as the window shows it,
and kills itself before anybody could confirm it.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.gate import GatePage, Step
from surveyor_app.ui.window.home import HomePage
from surveyor_app.ui.window.running import make_application

PASSPHRASE = "正确的口令很长很长"
TIMEOUT_MS = 30_000


def fill_in(gate: GatePage) -> None:
    """Give everything that a new profile needs, and confirm."""
    assert gate.step is Step.CREATE
    gate.user.line.setText("zhang")
    gate.name_.line.setText("张查勘")
    gate.passphrase.line.setText(PASSPHRASE)
    gate.repeated.line.setText(PASSPHRASE)
    gate.confirm.click()


def code_of(app: App, qtbot: QtBot) -> str:
    """Return the recovery code once the window shows it."""
    qtbot.waitUntil(lambda: app.gate.step is Step.CODE, timeout=TIMEOUT_MS)
    return app.gate.card.code.text()


def create_profile(app: App, qtbot: QtBot) -> str:
    """Make a profile and confirm that its code is written down; return the code."""
    fill_in(app.gate)
    code = code_of(app, qtbot)
    confirm_code(app.gate)
    return code


def confirm_code(gate: GatePage) -> None:
    """Type the two groups that are asked for."""
    assert not gate.confirm.isEnabled(), "the code must be written down first"
    type_groups(gate)
    gate.confirm.click()


def type_groups(gate: GatePage) -> None:
    """Type the groups as somebody reads them from a sheet."""
    groups = gate.card.code.text().split("-")
    for line, place in zip(gate.card.groups, gate.card.asked(), strict=True):
        line.line.setText(groups[place].lower())


def home_of(app: App, qtbot: QtBot) -> HomePage:
    """Return the list of cases once it is shown."""
    qtbot.waitUntil(lambda: isinstance(app.window.face(), HomePage), timeout=TIMEOUT_MS)
    home = app.window.face()
    assert isinstance(home, HomePage)
    return home


def idle(app: App, qtbot: QtBot) -> None:
    """Wait until everything asked for has ended and arrived."""
    for _ in range(3):
        qtbot.waitUntil(app.jobs.is_idle, timeout=TIMEOUT_MS)
        QApplication.processEvents()


def main(arguments: list[str]) -> int:
    """Begin, and die while the code shows."""
    folder, settings = map(Path, arguments)
    qt = make_application()
    app = App(qt, settings, folder)
    app.start()
    fill_in(app.gate)
    while app.gate.step is not Step.CODE:
        qt.processEvents()
    print(app.gate.card.code.text(), flush=True)  # noqa: T201 -- what the killed process had shown
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
