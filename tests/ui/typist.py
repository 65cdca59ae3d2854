"""Somebody who types without a pause, as a program of its own that dies in the middle of it.

``python -m tests.ui.typist PROFILE PASSPHRASE CASE KEYS [STATEMENT]``: an answer, or a correction of the first answer of a
statement that is being read. Each key is told with the time it was pressed; after the last one the program kills itself, while
the text is still being edited.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.settings import Theme
from surveyor_app.ui.base import theme
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.edits import Edits
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.signing.window import SigningWindow
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.ui.window.running import make_application
from surveyor_app.wording.labels import Labels
from tests.ui.keyboard import write

KEY_MS = 12
"""Faster than anybody types."""
WORDS = "我看到前车的刹车灯亮了，"


def typed(keys: int) -> str:
    """Return what so many keys write."""
    return (WORDS * (keys // len(WORDS) + 1))[:keys]


class Silent:
    """Whom nothing may be told: nothing goes wrong."""

    def tell(self, text: str, action: str = "", on_action: Callable[[], None] | None = None, *, tone: str = "") -> None:
        raise AssertionError(text)


def main(arguments: list[str]) -> int:
    """Type until the end."""
    folder, passphrase, path, keys, *statement = arguments
    qt = make_application()
    theme.apply(qt, Theme.LIGHT)
    with (
        Profile.unlock(Path(folder), passphrase) as profile,
        open_case(profile, Path(path)) as case,
        MediaWorkers(1) as workers,
    ):
        jobs = Jobs()
        desk = Desk(
            profile=profile,
            case=case,
            jobs=jobs,
            edits=Edits(case, jobs, jobs),
            labels=Labels.load(resources_dir()),
            messages=Silent(),
            workers=workers,
            resources=resources_dir(),
            checks=[],
            server="",
        )
        page = StatementsPage(desk)
        jobs.changed.connect(page.apply)
        page.show()
        page.show_record("", "")
        # Held, or it is gone with the call.
        window = SigningWindow(page, desk, statement[0]) if statement else None
        control = page.answers.rows[0].answer.control if window is None else _correction(qt, window)
        control.setFocus()
        text, said = typed(int(keys)), 0

        def press() -> None:
            nonlocal said
            write(control, text[said])
            said += 1
            print(said, time.monotonic(), flush=True)  # noqa: T201 -- what the killed process had been told
            if said == len(text):
                os.kill(os.getpid(), signal.SIGKILL)

        timer = QTimer()
        timer.timeout.connect(press)
        timer.start(KEY_MS)
        return qt.exec()


def _correction(qt: QApplication, window: SigningWindow) -> QWidget:
    """Choose the first answer to be corrected, and clear the line."""
    window.show()
    while window.state is None:
        qt.processEvents()
    window.correcting.texts.setCurrentRow(1)
    window.correcting.editor.selectAll()
    return window.correcting.editor


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
