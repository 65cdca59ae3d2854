"""Opens the window and runs it until it is closed; what Python would print of a bug is shown there."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from surveyor_app import settings
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.texts import Language
from surveyor_app.threads import share_fairly
from surveyor_app.ui.base import errors
from surveyor_app.ui.window.app import App


def run(
    *,
    profile_folder: Path | None = None,
    open_case: Path | None = None,
    passphrase: str | None = None,
    settings_path: Path | None = None,
    language: Language | None = None,
) -> int:
    """Open the window and return its exit status when it is closed.

    Args:
        profile_folder: The profile; by default the one of the settings, else the user's own.
        open_case: A case file to open once the profile is unlocked.
        passphrase: Unlocks the profile without asking (the sample claim).
        settings_path: The settings; by default the user's own.
        language: What the window speaks this time, whatever the settings say.
    """
    path = settings_path or settings.default_settings_path()
    folder = profile_folder or settings.load(path).settings.profile_dir or settings.default_profile_dir()
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else make_application()
    app = App(qt, path, folder)
    _report_bugs(app)
    if language is not None:
        app.translation.switch(language)
    try:
        app.start(open_case, passphrase)
        return qt.exec()
    finally:
        with contextlib.suppress(SurveyorError):
            app.close()


def make_application() -> QApplication:
    """Return the Qt application with the style that looks the same everywhere."""
    share_fairly()
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("surveyor")
    qt.setApplicationDisplayName("Surveyor")
    qt.setStyle("Fusion")
    return qt


def _report_bugs(app: App) -> None:
    """Show what Python would print when a slot fails, with "Copy details"."""

    def hook(kind: type[BaseException], error: BaseException, trace: object) -> None:
        if issubclass(kind, KeyboardInterrupt):
            app.window.close()
        else:
            errors.show(app.window, error)

    sys.excepthook = hook
