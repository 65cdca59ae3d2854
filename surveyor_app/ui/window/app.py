"""The composition root of the window: shows it at once, loads the rest beside it, and ties everything together."""

from __future__ import annotations

import gc
import importlib
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from surveyor_app import settings
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import Cancelled, SurveyorError
from surveyor_app.domain.texts import Language
from surveyor_app.settings import Theme
from surveyor_app.ui.base import errors, fonts, theme
from surveyor_app.ui.base.collecting import Collecting
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.map_places import MapPlaces
from surveyor_app.ui.base.translation import Translation, language_of
from surveyor_app.ui.settings.idle import IdleWatch
from surveyor_app.ui.window.first_picture import FirstPicture
from surveyor_app.ui.window.gate import GatePage
from surveyor_app.ui.window.main_window import MainWindow, centred

if TYPE_CHECKING:
    from surveyor_app.casefile.case_file import CaseFile
    from surveyor_app.casefile.profiles.profile import Profile
    from surveyor_app.ui.verify.page import VerifyPage
    from surveyor_app.ui.window.case_view import CaseView
    from surveyor_app.ui.window.home import HomePage
    from surveyor_app.ui.window.workshop import Workshop

FIRST_SIZE = (1280, 720)
_log = logging.getLogger(__name__)


class App(QObject):
    """The running program: one window, one profile, at most one open case."""

    case_shown = Signal(object)
    """An open case is shown: its :class:`CaseView`."""
    home_shown = Signal(object)
    """The list of cases is shown: the :class:`HomePage`."""
    verify_shown = Signal(object)
    """Evidence can be checked: the :class:`VerifyPage`."""

    def __init__(self, qt: QApplication, settings_path: Path, profile_folder: Path) -> None:
        super().__init__()
        self._qt = qt
        self._collecting = Collecting(self)
        self._settings_path = settings_path
        self._settings = settings.load(settings_path).settings
        self._resources = resources_dir()
        self._maps = MapPlaces(self._settings.map_sheets, self)
        self._maps.changed.connect(lambda: self._remember(map_sheets=self._maps.places))
        self._workshop: Workshop | None = None
        self._profile: Profile | None = None
        self._home: HomePage | None = None
        self._view: CaseView | None = None
        self._verify: VerifyPage | None = None
        self._wanted: Path | None = None
        self._is_opening = self._is_leaving = False
        fonts.install(qt, self._resources)
        theme.apply(qt, self._settings.theme, large_targets=self._settings.large_targets)
        self.translation = Translation(qt, self._resources)
        self.translation.switch(language_of(self._settings.language, self._resources))
        self.jobs = Jobs(self)
        self.window = MainWindow(self.jobs, self.translation)
        self.gate = GatePage(profile_folder, self.jobs, self.window)
        self.gate.unlocked.connect(self._on_unlocked)
        self.gate.verify_wanted.connect(self.verify)
        self.window.show_face(self.gate)
        self.window.home_wanted.connect(self.go_home)
        self.window.verify_wanted.connect(self.verify)
        self.window.closing.connect(self._on_closing)
        self.window.look_chosen.connect(self.choose_look)
        self.window.language_chosen.connect(self.choose_language)
        self.window.settings_wanted.connect(self.show_settings)
        self.window.lock_wanted.connect(self.lock)
        self.idle = IdleWatch(qt, self, self._is_busy)
        self.idle.follow(self._settings)
        self.idle.lock_wanted.connect(self.lock)
        self.jobs.changed.connect(self._on_changed)
        self.jobs.failed.connect(self._on_failed)

    def start(self, open_case: Path | None = None, passphrase: str | None = None) -> None:
        """Show the window and load the rest; unlock and open a case when both are given."""
        self._wanted = open_case
        centred(self.window, *FIRST_SIZE)
        self.window.show()
        if passphrase is not None:
            self.gate.unlock_with(passphrase)
        resources = self._resources

        def load() -> Workshop:
            # By name: importing it here at the top would hold the window back by a second (see the module).
            workshop = importlib.import_module("surveyor_app.ui.window.workshop")
            made: Workshop = workshop.Workshop(resources)
            return made

        FirstPicture(self.window, lambda: self.jobs.run(lambda _report: load(), self, self._on_loaded))

    def close(self) -> None:
        """Give everything back; the window is closed."""
        self.jobs.close()
        if self._view is not None:
            self._view.desk.case.close()
        if self._workshop is not None:
            self._workshop.close()
        self.gate.give_back()
        if self._profile is not None:
            self._profile.close()
        self._collecting.stop()

    # ------------------------------------------------------------------------------------------- look

    def choose_look(self, look: Theme) -> None:
        """Switch the theme and remember it."""
        theme.apply(self._qt, look, large_targets=self._settings.large_targets)
        self.translation.refresh()
        self._remember(theme=look)

    def choose_language(self, language: Language) -> None:
        """Switch the language and remember it."""
        self.translation.switch(language)
        self._remember(language=language.tag)

    def show_settings(self) -> None:
        """Show the settings of the profile that is unlocked; an open case is closed first."""
        if self._view is not None:
            self._leave(self._view, self._show_settings)
        else:
            self._show_settings()

    def _show_settings(self) -> None:
        face = self.window.face()
        if self._workshop is None or self._profile is None or (face is not None and face.objectName() == "settings"):
            return
        page = self._workshop.settings_page(self._profile, self.jobs, self._settings)
        page.left.connect(lambda: self._leave_settings(page))
        page.lock_wanted.connect(self.lock)
        page.language_chosen.connect(self.choose_language)
        page.look_chosen.connect(self.choose_look)
        page.changed.connect(self._on_setting_changed)
        self.window.show_face(page)
        page.take_keyboard()

    def _leave_settings(self, page: QWidget) -> None:
        self._show_home()
        page.deleteLater()

    def _on_setting_changed(self, changed: dict[str, object]) -> None:
        self._remember(**changed)
        self.idle.follow(self._settings)
        if "large_targets" in changed:
            theme.apply(self._qt, self._settings.theme, large_targets=self._settings.large_targets)

    # ------------------------------------------------------------------------------------------- lock

    def lock(self) -> None:
        """Close case and profile, and ask for the passphrase."""
        if self._view is not None:
            self._leave(self._view, self._lock)
        else:
            self._lock()

    def _lock(self) -> None:
        profile = self._profile
        if profile is None:
            return
        before = self.window.face()
        self._profile = None
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        if self._verify is not None:
            self._verify.set_profile(None)
        self.gate.lock()
        self.window.show_face(self.gate)
        for page in {before, self._home} - {None, self.gate, self._verify}:
            page.deleteLater()  # type: ignore[union-attr]  # None was taken out
        self._home = None
        self.jobs.after_all(profile.close, self)

    def _is_busy(self) -> bool:
        """Tell whether something goes on that nobody touches the laptop for: long work, or a recording."""
        workshop, view = self._workshop, self._view
        return bool(self.jobs.running()) or bool(workshop and view and workshop.is_recording(view.desk.case))

    def _remember(self, **changed: object) -> None:
        self._settings = replace(self._settings, **changed)  # type: ignore[arg-type]  # names of its own fields
        path, kept = self._settings_path, self._settings
        self.jobs.write(lambda: settings.save(path, kept), self)

    # ------------------------------------------------------------------------------------------ cases

    def open_case(self, wanted: str | Path) -> None:
        """Open a case by its id or its path and show it."""
        workshop, profile = self._workshop, self._profile
        if workshop is not None and profile is not None:
            self._open(lambda: workshop.open(profile, wanted))

    def new_case(self, report_no: str) -> None:
        """Open a case on the spot and show it."""
        workshop, profile = self._workshop, self._profile
        if workshop is not None and profile is not None:
            self._open(lambda: workshop.new(profile, report_no))

    def go_home(self) -> None:
        """Close the open case and show the list; leave the page where evidence is checked."""
        if self._view is not None:
            self._leave(self._view, lambda: None)
        elif self._is_verifying():
            self._leave_verifying()

    def verify(self) -> None:
        """Show the page where evidence is checked; an open case is closed first, so that its file can be checked too."""
        if self._view is not None:
            self._leave(self._view, self._show_verifying)
        elif not self._is_verifying():
            self._show_verifying()

    def _is_verifying(self) -> bool:
        return self._verify is not None and self.window.face() is self._verify

    def _show_verifying(self) -> None:
        if self._workshop is None:
            return
        if self._verify is None:
            self._verify = self._workshop.verify_page(self.jobs, self._profile, self._settings)
            self._verify.left.connect(self._leave_verifying)
        self.window.show_face(self._verify)
        self._verify.begin()
        self.verify_shown.emit(self._verify)

    def _leave_verifying(self) -> None:
        if self._home is None:
            self.window.show_face(self.gate)
        else:
            self._show_home()

    def _on_loaded(self, workshop: Workshop) -> None:
        self._workshop = workshop
        # What is loaded now stays. Looking through all of it for garbage took 80 ms, in which the window stood still.
        gc.freeze()
        self.gate.set_ways(workshop)

    def _on_unlocked(self, profile: Profile) -> None:
        workshop = self._workshop
        if workshop is None:
            return
        self._profile = profile
        home = workshop.home(profile, self.jobs, self.window.toasts, self._settings.last_server or "")
        home.case_wanted.connect(self.open_case)
        home.new_wanted.connect(self.new_case)
        home.server_changed.connect(lambda server: self._remember(last_server=server))
        self._home = home
        if self._verify is not None:
            self._verify.set_profile(profile)
        if not self._is_verifying():
            self._show_home(is_read=True)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.open_case(wanted)

    def _show_home(self, *, is_read: bool = False) -> None:
        if self._home is not None:
            if not is_read:
                self._home.load()
            self.window.show_face(self._home)
            self._home.take_keyboard()
            self.home_shown.emit(self._home)

    def _open(self, opening: Callable[[], CaseFile]) -> None:
        """Open a case off the UI thread: an older file may first have to be brought up to date."""
        if not self._is_opening and self._home is not None:
            self._is_opening = True
            self._home.setEnabled(False)
            self.jobs.run(lambda _report: opening(), self, self._on_opened, self._on_not_opened)

    def _on_opened(self, case: CaseFile) -> None:
        self._is_opening = False
        if self._workshop is None or self._profile is None or self._home is None:
            return
        self._home.setEnabled(True)
        view = self._workshop.case_view(
            self._profile,
            case,
            self.jobs,
            self.window.toasts,
            self._settings,
            self._maps,
            self.window.stack,
            self._on_failed,
        )
        self._view = view
        self.window.show_case(view)
        self.case_shown.emit(view)

    def _on_not_opened(self, error: BaseException) -> None:
        self._is_opening = False
        if self._home is not None:
            self._home.setEnabled(True)
        if isinstance(error, SurveyorError) and self._home is not None:
            self._home.complain(error)
        else:
            self._on_failed(error)

    def _leave(self, view: CaseView, then: Callable[[], None]) -> None:
        """Commit what is being edited, stop long work, close the file; the window stays alive meanwhile."""
        workshop = self._workshop
        if self._is_leaving or workshop is None:
            return
        self._is_leaving = True
        view.commit()
        view.stop_watching()
        view.setEnabled(False)
        case = view.desk.case

        def after(error: BaseException | None) -> None:
            self._is_leaving = False
            self._view = None
            if error is not None:
                self._on_failed(error)
            self._show_home()
            view.deleteLater()
            then()

        self.jobs.after_all(lambda: workshop.close_case(case), self, lambda _none: after(None), after)

    def _on_closing(self) -> None:
        if self._view is None:
            self.window.let_close()
        else:
            self._leave(self._view, self.window.let_close)

    def _on_changed(self, changes: object) -> None:
        if self._view is not None and not self._is_leaving:
            self._view.apply(changes)  # type: ignore[arg-type]  # the signal carries Changes

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, SurveyorError):
            self.window.toasts.tell(errors.words(error), tone="bad")
        else:
            errors.show(self.window, error)
