"""Takes a picture of every page in three looks, on the sample case: ``python -m tests.ui.screenshots DIR``.

Of several sizes each gets a folder of its own.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from surveyor_app.cli.samples import PASSPHRASE
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading, correct
from surveyor_app.operations.statements.signing import give, needs
from surveyor_app.settings import Theme
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.calculation.page import CalculationPage
from surveyor_app.ui.damage.loss_tabs import Tab
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.report.page import ReportPage
from surveyor_app.ui.signing.window import SigningWindow
from surveyor_app.ui.statements.page import StatementsPage
from surveyor_app.ui.verify.page import VerifyPage
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.pages import PAGES
from surveyor_app.ui.window.running import make_application
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.sample_kinds import MOTOR, SAMPLE_KINDS
from tests.operations.statement_world import drawing
from tests.ui.sample_desk import told_sample

LOOKS = (
    ("light-zh", Theme.LIGHT, chinese()),
    ("dark-en", Theme.DARK, english()),
    ("sunlight-zh", Theme.SUNLIGHT, chinese()),
)
SIZE = (1280, 720)
LONGEST_S = 60.0
SETTLING_ROUNDS = 30
"""Layouts settle from the inside out, one round of events a level."""


def main() -> int:
    """Make the sample, walk through the window, save the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", nargs="+", default=[f"{SIZE[0]}x{SIZE[1]}"])
    parser.add_argument("--kind", choices=SAMPLE_KINDS, default=MOTOR, help="which sample case")
    parser.add_argument("--scale", type=float, default=1.0, help="of the screen, such as 1.5; the size is before it")
    parser.add_argument("--pages", nargs="*", help="these pages of the case and nothing else")
    parser.add_argument("--keep", type=Path, help="folder of the sample, used again when it is there")
    arguments = parser.parse_args()
    sizes = [QSize(*map(int, size.split("x"))) for size in arguments.size]
    for folder in _folders(arguments.out, sizes):
        folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    with tempfile.TemporaryDirectory() as scratch:
        folder = (arguments.keep or Path(scratch)).absolute()
        with told_sample(folder, kind=arguments.kind) as sample:
            qt = make_application()
            settings = Path(scratch) / "settings.toml"
            # A machine that stood still for a minute would else be taken for one that slept, and the pictures show the lock.
            settings.write_text("lock_after_sleep = false\n", encoding="utf-8")
            app = App(qt, settings, sample.profile)
            app.start()
            _Walk(qt, app, arguments.out, sizes, arguments.pages).go(sample.case)
            app.close()
    return 0


class _Walk:
    """Goes through the window and takes the pictures."""

    def __init__(
        self, qt: QApplication, app: App, out: Path, sizes: Sequence[QSize], pages: Sequence[str] | None = None
    ) -> None:
        """Go through ``pages`` alone, if some are named."""
        self._qt = qt
        self._app = app
        self._places = dict(zip(_folders(out, sizes), sizes, strict=True))
        self._pages = pages
        app.window.resize(sizes[0])

    def go(self, case: Path) -> None:
        if not self._pages:
            self._in_all_looks("gate")
        shown: list[QWidget] = []
        self._app.home_shown.connect(shown.append)
        self._app.gate.unlock_with(PASSPHRASE)
        self._wait(lambda: bool(shown))
        if not self._pages:
            self._in_all_looks("home")
        self._app.open_case(case)
        self._wait(lambda: self._app.window.case_view() is not None)
        view = self._app.window.case_view()
        assert view is not None
        for name in self._pages or [kind.PLACE.name for kind in PAGES]:
            self._page(view, name)
        if not self._pages:
            self._signing(view)
        self._app.go_home()
        self._wait(lambda: self._app.window.case_view() is None)
        if not self._pages:
            self._verifying(case)

    def _verifying(self, case: Path) -> None:
        """The page where evidence is checked, before and after a check."""
        self._app.verify()
        page = self._app.window.face()
        assert isinstance(page, VerifyPage)
        self._in_all_looks("verify")
        page.check(case)
        self._wait(lambda: page.view.verdict is not None)
        self._in_all_looks("verified")

    def _page(self, view: CaseView, name: str) -> None:
        view.show_page(name)
        page = view.page(name)
        self._idle()
        if isinstance(page, PhotosPage):
            page.grid.select(page.model.id_at(1) or "")
            self._wait(page.thumbnails.is_idle)
        if isinstance(page, ReportPage):
            self._wait(lambda: page.document.pageCount() > 0)
            self._idle(1.5)
        self._in_all_looks(name)
        if isinstance(page, CalculationPage):
            page.keep()
            self._idle()
            for place, part in ((2, "kept"), (3, "packs")):
                page.tabs.setCurrentIndex(place)
                self._in_all_looks(f"{name}-{part}")
            page.tabs.setCurrentIndex(0)
        if isinstance(page, PhotosPage):
            self._copies(page)
        if isinstance(page, DamagePage):
            # What this kind of case has of losses stands behind other tabs.
            for tab in Tab:
                page.tabs.show_tab(tab)
                self._in_all_looks(f"{name}-{tab.name.lower()}")
            page.tabs.show_tab(Tab.VEHICLES)

    def _copies(self, page: PhotosPage) -> None:
        """The dialog for copies, opened anew in each look."""
        for look, theme, language in LOOKS:
            self._app.choose_look(theme)
            self._app.choose_language(language)
            dialog = page.copies.open()
            assert dialog is not None
            self._wait(lambda dialog=dialog: not dialog.picture.pixmap().isNull())  # type: ignore[misc]  # bound now
            self._idle()
            self._save(dialog, f"copies-{look}", next(iter(self._places)))
            dialog.reject()

    def _signing(self, view: CaseView) -> None:
        """The statement of the sample while it is read, and while it is signed."""
        page = view.page(StatementsPage.PLACE.name)
        case, statement = page.desk.case, record_access.list_all(page.desk.case, Statement)[0].id
        begin_reading(case, statement, "self_read")
        answer = load_contents(case, statement).answers[1]
        correct(case, answer.id, "answer", f"{answer.answer} 更正：两点左右。", "记错了")
        self._signing_in_all_looks(page, statement, "reading")
        freeze_pages(case, statement)
        for place, need in enumerate(needs(load_contents(case, statement))[:2]):
            give(case, statement, need, drawing(place), "pen")
        self._signing_in_all_looks(page, statement, "signing")

    def _signing_in_all_looks(self, page: Page, statement: str, name: str) -> None:
        for look, theme, language in LOOKS:
            self._app.choose_look(theme)
            self._app.choose_language(language)
            window = SigningWindow(page, page.desk, statement)
            window.show()
            self._in_all_sizes(window, f"{name}-{look}", 0.3)
            window.reject()

    def _in_all_looks(self, name: str) -> None:
        for look, theme, language in LOOKS:
            self._app.choose_look(theme)
            self._app.choose_language(language)
            self._in_all_sizes(self._app.window, f"{name}-{look}", 1.0 if name == "report" else 0.1)

    def _in_all_sizes(self, widget: QWidget, name: str, seconds: float) -> None:
        for folder, size in self._places.items():
            widget.resize(size)
            self._idle(seconds)
            self._save(widget, name, folder)

    def _save(self, widget: QWidget, name: str, folder: Path) -> None:
        path = folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise SystemExit(f"{path} could not be written")

    def _wait(self, is_done: Callable[[], bool]) -> None:
        end = time.monotonic() + LONGEST_S
        while not is_done():
            if time.monotonic() > end:
                raise SystemExit("the window did not get there in time")
            self._idle(0.05)

    def _idle(self, seconds: float = 0.1) -> None:
        """Let the window work until its lanes are empty, and a moment longer."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        while not self._app.jobs.is_idle():
            self._qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        for _ in range(SETTLING_ROUNDS):
            self._qt.processEvents()


def _folders(out: Path, sizes: Sequence[QSize]) -> list[Path]:
    """Return where the pictures of each size go."""
    return [out] if len(sizes) == 1 else [out / f"{size.width()}x{size.height()}" for size in sizes]


if __name__ == "__main__":
    raise SystemExit(main())
