"""Everything that needs the case files: loaded off the UI thread while the gate is already shown.

Importing the database, the report and the wire takes ten times as long as showing a window. The composition root imports
this module on the pool; only what is named here is used from there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.recording import unfinished
from surveyor_app.domain.checks.findings import Check
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.people.resident_ids import resident_id_fault
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.backup import bring_back
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.operations.cases.opening import (
    cases_folder,
    look_again,
    mark_closed,
    mark_open,
    new_case,
    open_known,
    summarise,
)
from surveyor_app.operations.cases.repairing import repair_profile
from surveyor_app.operations.editing.drafting import recover_drafts
from surveyor_app.operations.intake.capturing import KEPT, finish_unfinished
from surveyor_app.settings import Settings
from surveyor_app.ui.base.desk import Desk, Messages
from surveyor_app.ui.base.edits import Edits
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.map_places import MapPlaces
from surveyor_app.ui.settings.page import SettingsPage
from surveyor_app.ui.verify.page import VerifyPage
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.home import HomePage
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.outlines import load_outlines
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.picture_rules import load_picture_table
from surveyor_app.wording.questions import load_questions
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.translation import tr

_log = logging.getLogger(__name__)


class Workshop:
    """Makes pages over profiles and cases; itself made on the pool, so it holds nothing of Qt."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._labels = Labels.load(resources)
        self._checks: list[Check] = load_checks(resources)
        self._workers = MediaWorkers()
        self._unread: list[str] = []
        """Second copies that could not be read when a lost laptop's cases were brought back."""
        # These read tables at their first use; better here than while a page is built or somebody types.
        resident_id_fault("11010519491231002X", date(2000, 1, 1))
        for load in (load_parts, load_outlines, load_questions, load_shot_lists, load_picture_table, load_palette):
            load(resources)

    def close(self) -> None:
        """Stop the decoding workers."""
        self._workers.close()

    # -------------------------------------------------------------------------- on the pool

    def unlock(self, folder: Path, passphrase: str) -> Profile:
        """Open the profile with its passphrase."""
        return self._looked_through(Profile.unlock(folder, passphrase))

    def unlock_quietly(self, folder: Path) -> Profile | None:
        """Open the profile with this user's keyring; ``None`` where there is none or it does not hold the key."""
        profile = Profile.unlock_with_keyring(folder)
        return None if profile is None else self._looked_through(profile)

    @staticmethod
    def create(folder: Path, passphrase: str, user: str, display_name: str) -> Profile:
        """Make the profile; it keeps its recovery code until that is confirmed."""
        profile, _code = Profile.create(folder, passphrase, user=user, display_name=display_name)
        return profile

    def recover(self, folder: Path, code: str, passphrase: str) -> Profile:
        """Open the profile with its recovery code and give it a new passphrase."""
        return self._looked_through(Profile.recover(folder, code, passphrase))

    def repair(self, folder: Path, passphrase: str, user: str, name: str) -> Profile:
        """Mend the profile, or make its database anew and find its cases again."""
        done = repair_profile(folder, passphrase, user=user or None, display_name=name or None)
        self._unread = [path.name for path in done.unread]
        return done.profile if done.aside is not None else self._looked_through(done.profile)

    def bring_back(self, folder: Path, keys: Path, code: str, passphrase: str, user: str, name: str) -> Profile:
        """Make a profile from the keys beside a copy, and case files from all copies that lie there."""
        profile = Profile.from_mirror(folder, keys, code, passphrase, user=user, display_name=name)
        try:
            brought = bring_back(profile, keys.parent, cases_folder(profile))
            for path in brought.cases:
                with suppress(SurveyorError), open_case(profile, path) as case:
                    summarise(case, self._checks)
            for path, error in brought.failed:
                _log.warning("the copy %s was not brought back: %s", path, error)
            self._unread = [path.name for path, _error in brought.failed]
        except SurveyorError:
            # The profile is there; the copies can be brought back one by one.
            _log.exception("the copies were not brought back")
        return profile

    def _looked_through(self, profile: Profile) -> Profile:
        """Have the list of cases right also after a kill; before the list shows, and before anybody else opens them."""
        try:
            look_again(profile, self._checks)
        except SurveyorError:
            _log.exception("the list of cases stays as it was")
        return profile

    @staticmethod
    def open(profile: Profile, wanted: str | Path) -> CaseFile:
        """Open a case by its id or its path, and take over what was being typed or recorded when the program ended."""
        case = _taken_over(open_case(profile, wanted) if isinstance(wanted, Path) else open_known(profile, wanted))
        return _marked(case)

    @staticmethod
    def new(profile: Profile, report_no: str) -> CaseFile:
        """Open a case on the spot."""
        return _marked(new_case(profile, report_no=report_no or None))

    def close_case(self, case: CaseFile) -> None:
        """Keep how the case stands for the list, and close its file."""
        try:
            summarise(case, self._checks)
            mark_closed(case)
        finally:
            case.close()

    # --------------------------------------------------------------------- on the UI thread

    def home(self, profile: Profile, jobs: Jobs, messages: Messages, server: str) -> HomePage:
        """Return the list of cases."""
        page = HomePage(profile, jobs, self._labels, messages, server)
        if self._unread:
            names = ", ".join(self._unread)
            page.note.say(
                tr("Not on the list, for it cannot be read: {names}. All others are here. Keep it: some of it may still be read.",
                   names=names), "warn",
            )  # fmt: skip
            self._unread = []
        return page

    @staticmethod
    def verify_page(jobs: Jobs, profile: Profile | None, kept: Settings) -> VerifyPage:
        """Return the page where evidence is checked."""
        return VerifyPage(jobs, profile, kept.timestamp)

    def settings_page(self, profile: Profile, jobs: Jobs, kept: Settings) -> SettingsPage:
        """Return the settings."""
        return SettingsPage(profile, jobs, kept, self._resources)

    @staticmethod
    def is_recording(case: CaseFile) -> bool:
        """Tell whether sound or video is being recorded into a case."""
        return bool(unfinished(case))

    def case_view(
        self, profile: Profile, case: CaseFile, jobs: Jobs, messages: Messages, kept: Settings, maps: MapPlaces,
        parent: QWidget, on_failed: Callable[[BaseException], None],
    ) -> CaseView:  # fmt: skip
        """Return the pages of an open case."""
        edits = Edits(case, jobs)
        edits.failed.connect(on_failed)
        desk = Desk(
            profile=profile, case=case, jobs=jobs, edits=edits, labels=self._labels, messages=messages,
            workers=self._workers, resources=self._resources, checks=self._checks,
            server=kept.last_server or "", timestamp=kept.timestamp, token=kept.token, maps=maps,
            second_copy_dir=kept.second_copy_dir,
        )  # fmt: skip
        view = CaseView(desk, parent)
        edits.setParent(view)
        if KEPT in case.notices:
            messages.tell(
                tr("A recording that was cut off is kept among the photos, up to the last second."), tone="warn"
            )
        return view


def _marked(case: CaseFile) -> CaseFile:
    try:
        mark_open(case)
    except SurveyorError:
        _log.exception("the list of cases will not be looked at again after a kill")
    return case


def _taken_over(case: CaseFile) -> CaseFile:
    try:
        recover_drafts(case)
    except SurveyorError:
        _log.exception("drafts could not be recovered; they stay in the case")
    try:
        finish_unfinished(case)
    except SurveyorError:
        _log.exception("recordings could not be finished; they stay in the case")
    return case
