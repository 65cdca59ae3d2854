"""The composition root of the window: builds what there is and ties it together."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from surveyor_app import settings
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checking import Check
from surveyor_app.domain.errors import Cancelled, SurveyorError
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import new_case, open_known, summarise
from surveyor_app.operations.checking import load_checks
from surveyor_app.operations.drafting import recover_drafts
from surveyor_app.operations.labels import Labels, Language
from surveyor_app.settings import Theme
from surveyor_app.ui import errors, fonts, theme
from surveyor_app.ui.case_view import CaseView
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.edits import Edits
from surveyor_app.ui.jobs import Jobs
from surveyor_app.ui.main_window import MainWindow, centred
from surveyor_app.ui.pages.gate import GatePage
from surveyor_app.ui.pages.home import HomePage
from surveyor_app.ui.translation import Translation, language_of

FIRST_SIZE = (1280, 720)
_log = logging.getLogger(__name__)


class App(QObject):
    """The running program: one window, one profile, at most one open case."""

    def __init__(self, qt: QApplication, settings_path: Path, profile_folder: Path) -> None:
        super().__init__()
        self._qt = qt
        self._settings_path = settings_path
        self._settings = settings.load(settings_path).settings
        self._resources = resources_dir()
        self._labels = Labels.load(self._resources)
        self._checks: list[Check] = load_checks(self._resources)
        self._profile: Profile | None = None
        self._home: HomePage | None = None
        self._wanted: Path | None = None
        self._is_leaving = False
        fonts.install(qt, self._resources)
        theme.apply(qt, self._settings.theme)
        self.translation = Translation(qt, self._resources)
        self.translation.switch(language_of(self._settings.language))
        self.jobs = Jobs(self)
        self.workers = MediaWorkers()
        self.window = MainWindow(self.jobs, self.translation)
        self.gate = GatePage(profile_folder, self.jobs)
        self.gate.unlocked.connect(self._on_unlocked)
        self.window.show_face(self.gate)
        self.window.home_wanted.connect(self.go_home)
        self.window.closing.connect(self._on_closing)
        self.window.look_chosen.connect(self.choose_look)
        self.window.language_chosen.connect(self.choose_language)
        self.jobs.changed.connect(self.window.apply)
        self.jobs.failed.connect(self._on_failed)

    def start(self, open_case: Path | None = None, passphrase: str | None = None) -> None:
        """Show the window; unlock and open a case when both are given."""
        self._wanted = open_case
        centred(self.window, *FIRST_SIZE)
        self.window.show()
        if passphrase is not None:
            self.gate.unlock_with(passphrase)

    def close(self) -> None:
        """Give everything back; the window is closed."""
        self.jobs.close()
        view = self.window.case_view()
        if view is not None:
            view.desk.case.close()
        self.workers.close()
        if self._profile is not None:
            self._profile.close()

    # ------------------------------------------------------------------------------------------- look

    def choose_look(self, look: Theme) -> None:
        """Switch the theme and remember it."""
        theme.apply(self._qt, look)
        self.translation.refresh()
        self._remember(theme=look)

    def choose_language(self, language: Language) -> None:
        """Switch the language and remember it."""
        self.translation.switch(language)
        self._remember(language=settings.Language(language.value))

    def _remember(self, **changed: object) -> None:
        self._settings = replace(self._settings, **changed)  # type: ignore[arg-type]  # names of its own fields
        path, kept = self._settings_path, self._settings
        self.jobs.write(lambda: settings.save(path, kept), self, None, self._on_failed)

    # ------------------------------------------------------------------------------------------ cases

    def go_home(self) -> None:
        """Close the open case and show the list."""
        view = self.window.case_view()
        if view is not None:
            self._leave(view, self._show_home)

    def _on_unlocked(self, profile: Profile) -> None:
        self._profile = profile
        self._home = HomePage(profile, self.jobs, self._labels, self.window.toasts, self._settings.last_server or "")
        self._home.case_wanted.connect(lambda case_id: self._open(lambda: open_known(profile, case_id)))
        self._home.new_wanted.connect(lambda number: self._open(lambda: new_case(profile, report_no=number or None)))
        self._home.server_changed.connect(lambda server: self._remember(last_server=server))
        self._show_home()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._open(lambda: open_case(profile, wanted))

    def _show_home(self) -> None:
        if self._home is not None:
            self._home.load()
            self.window.show_face(self._home)

    def _open(self, opening: Callable[[], CaseFile]) -> None:
        """Open a case off the UI thread: an older file may first have to be brought up to date."""
        if self._home is not None:
            self._home.setEnabled(False)

        def work() -> CaseFile:
            case = opening()
            try:
                recover_drafts(case)
            except SurveyorError:
                _log.exception("drafts could not be recovered; they stay in the case")
            return case

        self.jobs.run(lambda _report: work(), self, self._on_opened, self._on_not_opened)

    def _on_opened(self, case: CaseFile) -> None:
        profile, home = self._profile, self._home
        if profile is None or home is None:
            return
        home.setEnabled(True)
        edits = Edits(case, self.jobs, self)
        desk = Desk(profile, case, self.jobs, edits, self._labels, self.window.toasts, self.workers, self._resources)
        view = CaseView(desk, self._settings.last_server or "")
        edits.failed.connect(self._on_failed)
        self.window.show_case(view)

    def _on_not_opened(self, error: BaseException) -> None:
        if self._home is not None:
            self._home.setEnabled(True)
        if isinstance(error, SurveyorError) and self._home is not None:
            self._home.complain(error)
        else:
            self._on_failed(error)

    def _leave(self, view: CaseView, then: Callable[[], None]) -> None:
        """Commit what is being edited, stop long work, close the file; the window stays usable meanwhile."""
        if self._is_leaving:
            return
        self._is_leaving = True
        view.commit()
        view.setEnabled(False)
        case, checks = view.desk.case, self._checks

        def work() -> None:
            try:
                summarise(case, checks)
            finally:
                case.close()

        def after(error: BaseException | None) -> None:
            self._is_leaving = False
            if error is not None:
                self._on_failed(error)
            then()
            view.desk.edits.deleteLater()
            view.deleteLater()

        self.jobs.after_all(work, self, lambda _none: after(None), after)

    def _on_closing(self) -> None:
        view = self.window.case_view()
        if view is None:
            self.window.let_close()
        else:
            self._leave(view, self._close_window)

    def _close_window(self) -> None:
        self._show_home()
        self.window.let_close()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, SurveyorError):
            self.window.toasts.tell(errors.words(error), tone="bad")
        else:
            errors.show(self.window, error)


def run(
    *,
    profile_folder: Path | None = None,
    open_case: Path | None = None,
    passphrase: str | None = None,
    settings_path: Path | None = None,
) -> int:
    """Open the window and return its exit status when it is closed.

    Args:
        profile_folder: The profile; by default the one of the settings, else the user's own.
        open_case: A case file to open once the profile is unlocked.
        passphrase: Unlocks the profile without asking (the sample claim).
        settings_path: The settings; by default the user's own.
    """
    path = settings_path or settings.default_settings_path()
    folder = profile_folder or settings.load(path).settings.profile_dir or settings.default_profile_dir()
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else make_application()
    app = App(qt, path, folder)
    _report_bugs(app)
    try:
        app.start(open_case, passphrase)
        return qt.exec()
    finally:
        with contextlib.suppress(SurveyorError):
            app.close()


def make_application() -> QApplication:
    """Return the Qt application with the style that looks the same everywhere."""
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
