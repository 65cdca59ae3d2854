"""Opens the window on the screen it is given and tells what does not fit there: gate, list of cases, every page.

``python -m tests.ui.small_pages FOLDER`` with a screen set by :func:`tests.ui.small_screens.environment`. In both languages,
with every text twice; what is wrong is printed as JSON: the name of the page, then sentences. A process of its
own, because Qt takes size and scale of the screen at start.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.cases.sample_story import Telling, load_story
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.pages import PAGES
from surveyor_app.ui.window.running import make_application
from surveyor_app.wording.languages import languages
from surveyor_app.wording.questions import load_questions
from tests.casefile.conftest import CHEAP, NoVault
from tests.ui.fits import page_faults
from tests.ui.small_screens import translations

PASSPHRASE = "现场查勘 2026"
LONGEST_S = 120.0


def main(folder: Path) -> int:
    """Walk through the gate, the list of cases and all pages."""
    path = _told(folder)
    qt = make_application()
    app = App(qt, folder / "settings.toml", folder / "profile")
    app.start()
    walk = _Walk(qt, app, folder)
    walk.go(path)
    app.close()
    print(json.dumps(walk.found, ensure_ascii=False))  # noqa: T201 -- what the parent reads
    return 0


def _told(folder: Path) -> Path:
    """Make a profile and a case that holds something on every page."""
    profile, _code = Profile.create(
        folder / "profile", PASSPHRASE, user="zhang", display_name="张查勘", cost=CHEAP, vault=NoVault()
    )
    profile.confirm_recovery_code()
    with profile, new_case(profile, report_no="R20261120-0001") as case, MediaWorkers(1) as workers:
        story = load_story(resources_dir())
        import_files(case, draw_sample_photos(folder / "photos", 3), workers)
        Telling(case, story, {item.id: item.text for item in load_questions(resources_dir())}).tell()
        return case.path


class _Walk:
    def __init__(self, qt: QApplication, app: App, folder: Path) -> None:
        self._qt = qt
        self._app = app
        self.found: dict[str, list[str]] = {}
        self._twice = translations(qt, folder)["twice"]

    def go(self, path: Path) -> None:
        self._rest()
        self._look("gate")
        shown: list[QWidget] = []
        self._app.home_shown.connect(shown.append)
        self._app.gate.unlock_with(PASSPHRASE)
        self._wait(lambda: bool(shown))
        self._rest()
        self._look("home")
        self._app.show_settings()
        self._rest()
        self._look("settings")
        self._app.open_case(path)
        self._wait(lambda: self._app.window.case_view() is not None)
        view = self._app.window.case_view()
        assert view is not None
        for page in PAGES:
            self._page(view, page.PLACE.name)

    def _page(self, view: CaseView, name: str) -> None:
        view.show_page(name)
        page = view.page(name)
        self._rest()
        if isinstance(page, PhotosPage):
            page.grid.select(page.model.id_at(1) or "")
        for parts in view.findChildren(Slices):
            parts.finish()
        self._rest()
        self._look(name)

    def _look(self, place: str) -> None:
        for language in languages(resources_dir()):
            self._twice.switch(language)
            self._rest()
            name = f"{place} {language.tag}"
            if shots := os.environ.get("SHOTS"):
                self._app.window.grab().save(f"{shots}/{name.replace(' ', '-')}.png")
            self.found[name] = list(page_faults(self._app.window))

    def _wait(self, condition: Callable[[], bool]) -> None:
        latest = time.monotonic() + LONGEST_S
        while not condition():
            if time.monotonic() > latest:
                raise TimeoutError("the window does not come to rest")
            self._qt.processEvents()

    def _rest(self) -> None:
        self._wait(self._app.jobs.is_idle)
        for _ in range(10):
            self._qt.processEvents()
        self._wait(self._app.jobs.is_idle)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
