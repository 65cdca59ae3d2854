"""The window's surroundings: Qt off screen, a real profile and case file, jobs on their real lanes."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.operations.cases.opening import cases_folder, new_case
from surveyor_app.settings import Theme
from surveyor_app.ui.base import fonts, theme
from surveyor_app.ui.base.collecting import Collector
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.edits import Edits
from surveyor_app.ui.base.jobs import Jobs
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.toasts import ToastHost
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import english
from tests.casefile.conftest import CHEAP, PASSPHRASE, NoVault

TIMEOUT_MS = 30_000
Settle = Callable[[], None]
OpenPage = Callable[[type[Page]], Page]
StartApp = Callable[[Path], App]

# The off-screen platform has no window manager to tell sizes to and says so for every window.
_HARMLESS = "This plugin does not support"
# What else may be said in the tests of one module stands there, as QT_MAY_SAY.


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/ui/" in item.path.as_posix():
            expected: tuple[str, ...] = getattr(getattr(item, "module", None), "QT_MAY_SAY", ())
            item.add_marker(pytest.mark.qt_log_ignore(_HARMLESS, *expected, extend=True))


def pytest_sessionfinish() -> None:
    # What a test left on the clipboard was made by Python, and Qt would destroy it when Python is gone: the process crashed.
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True, scope="module")
def collected() -> Iterator[None]:
    """Collect garbage on this thread alone, as the program does: a widget found by another would be destroyed there."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def collected_now_and_then() -> Iterator[None]:
    yield
    _COLLECTOR.collect_due()


_COLLECTOR = Collector()


@pytest.fixture(scope="session")
def labels() -> Labels:
    return Labels.load(resources_dir())


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    """English at first, as all texts in these tests are."""
    made = Translation(qapp, resources_dir())
    made.switch(english())
    yield made
    if made.language != english():
        made.switch(english())


@pytest.fixture
def look(qapp: QApplication, translation: Translation) -> None:
    """The program's font and theme."""
    if qapp.styleSheet() == "":
        qapp.setStyle("Fusion")
        fonts.install(qapp, resources_dir())
        theme.apply(qapp, Theme.LIGHT)


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[StartApp]:
    """Starts the program on a profile folder; what is left open is closed afterwards."""
    started: list[App] = []

    def make(profile: Path) -> App:
        app = App(qapp, tmp_path / "settings.toml", profile)
        app.choose_language(english())
        started.append(app)
        app.start()
        return app

    yield make
    for app in started:
        app.close()
        shiboken6.delete(app.window)
        shiboken6.delete(app)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def settle(qtbot: QtBot, jobs: Jobs) -> Settle:
    """Wait until every job asked for has ended and its result has arrived."""

    def wait() -> None:
        qtbot.waitUntil(jobs.is_idle, timeout=TIMEOUT_MS)
        QApplication.processEvents()
        qtbot.waitUntil(jobs.is_idle, timeout=TIMEOUT_MS)

    return wait


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with a case that was just opened on the spot: made once, each test works on copies of its own."""
    folder = tmp_path_factory.mktemp("made") / "profile"
    with _new_profile(folder) as profile:
        new_case(profile, report_no="R20261120-0001").close()
    return folder


def _new_profile(folder: Path) -> Profile:
    return Profile.create(folder, PASSPHRASE, user="zhang", display_name="张查勘", cost=CHEAP, vault=NoVault())[0]


@pytest.fixture
def profile(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Profile]:
    """A profile of this test: one that knows the case, if the test asks for it, else one that knows none."""
    folder = tmp_path / "profile"
    if "case" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("made"), folder)
        with Profile.unlock(folder, PASSPHRASE) as unlocked:
            yield unlocked
    else:
        with _new_profile(folder) as made:
            yield made


@pytest.fixture
def case(profile: Profile) -> Iterator[CaseFile]:
    """A case opened on the spot: a claim with a report number, a scene task, nothing else."""
    (path,) = cases_folder(profile).glob("*.survey")
    with open_case(profile, path) as opened:
        yield opened


@pytest.fixture(scope="session")
def workers() -> Iterator[MediaWorkers]:
    with MediaWorkers(1) as made:
        yield made


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three pictures as a camera would leave them, in order of time."""
    return draw_sample_photos(tmp_path_factory.mktemp("photos"), 3)


@pytest.fixture
def window(look: None) -> Iterator[QWidget]:
    """An empty window for pages under test; gone, with all in it, before the case is closed."""
    made = QWidget()
    made.resize(1280, 720)
    yield made
    shiboken6.delete(made)


@pytest.fixture
def toasts(window: QWidget) -> ToastHost:
    return ToastHost(window)


@pytest.fixture
def desk(
    profile: Profile, case: CaseFile, jobs: Jobs, labels: Labels, toasts: ToastHost, workers: MediaWorkers
) -> Desk:
    edits = Edits(case, jobs, jobs)
    return Desk(
        profile=profile,
        case=case,
        jobs=jobs,
        edits=edits,
        labels=labels,
        messages=toasts,
        workers=workers,
        resources=resources_dir(),
        checks=load_checks(resources_dir()),
        server="",
    )


@pytest.fixture
def open_page(window: QWidget, desk: Desk, settle: Settle, qtbot: QtBot) -> OpenPage:
    """Build a page over the case, show it, and have it follow changes as the case view does."""

    def make(kind: type[Page]) -> Page:
        page = kind(desk, window)
        page.resize(window.size())
        side = page.inspector()
        if side is not None:
            side.setParent(window)
            side.setGeometry(960, 0, 320, 720)
            side.show()
        desk.jobs.changed.connect(page.apply)
        page.show()
        window.show()
        settle()
        # What is built a part a turn is there when a person gets to it; how many turns that takes is chance.
        for parts in (*page.findChildren(Slices), *(side.findChildren(Slices) if side is not None else [])):
            parts.finish()
        settle()
        return page

    return make
