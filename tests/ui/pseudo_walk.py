"""Opens the window on a told case in the pseudo-language and tells what in it was not translated.

``python -m tests.ui.pseudo_walk FOLDER``. What is wrong is printed as JSON: the page or dialog, then what stands where. A process
of its own, because it runs as a packaged program whose resources lie in the folder.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.fields import FieldType
from surveyor_app.domain.kinds import RECORD_CLASSES, SPECS
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.cases.sample_story import Telling, load_story
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.settings.about import versions
from surveyor_app.ui.signing.window import SigningWindow
from surveyor_app.ui.verify.page import VerifyPage
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.gate import Step
from surveyor_app.ui.window.pages import PAGES
from surveyor_app.ui.window.running import make_application
from surveyor_app.wording.languages import find_language
from surveyor_app.wording.questions import load_questions
from tests.casefile.conftest import CHEAP, NoVault
from tests.report.keys import person
from tests.ui.said import texts_of
from tests.ui.small_screens import Make, all_dialogs
from tests.ui.window.first_start import type_groups
from tests.wording.pseudo_messages import without_translated
from tests.wording.third_language import MARKED, program_with_marks

PASSPHRASE = "现场查勘 2026"
WORD = re.compile(r"[^\W\d_]+")
BREAK = "\u200b"
"""Where a long word may be broken; it is not seen."""
READ_ALOUD = ("notice", "recording", "signing", "issue", "issue stopped")
"""Dialogs that are read to a person and signed, in the language of the statement: Chinese here."""
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
ALLOWED = {
    re.compile(r"\b[0-9a-f]{16,}\b"): "a hash or an id",
    re.compile(r"\b[0-9A-F]{4}( [0-9A-F]{4})+\b"): "the fingerprint of a certificate",
    re.compile(r"/p/ *$"): "the path of an address, its hash left out",
    re.compile(r"\b[\w-]+\.survey\b"): "the file of a case",
    re.compile(r"\{\w+\}"): "a placeholder that is typed as it stands",
    re.compile(
        r"\b(Ctrl|Alt|Shift)(\+\S+)+|\bF\d+\b|\b(Del|Space|Return)\b"
    ): "keys, as they are printed on a keyboard",
    re.compile(r"\b(WGS|GCJ|BD)(?= 84|-0[29])"): "the names of datums",
    re.compile(r"\b(gone)?\.mbtiles\b"): "the file of a map sheet, which a person named",
    re.compile(r"https?://"): "what an address begins with",
    re.compile(r"\b(CN|O)="): "the parts of a certificate's subject",
    re.compile(r"\d+(T)\d\d:\d\d:\d\d(Z)"): "an instant as it is signed",
    re.compile(r"\d (kB|MB)\b|^(km|m|cm)$"): "units of the SI",
    re.compile(r"^Scroll (Left|Right)$"): "Qt's own button of a tab bar, in Qt's own translations",
}
"""What is the same in every language, and why."""
ALLOWED_WORDS = {
    "Surveyor": "the name of the program",
    "SHA": "the name of an algorithm",
    "JPEG": "the name of a format",
    "English": "the name of a language in itself",
    "中文": "the name of a language in itself",
    "东海财险": "the subject of the certificate the tests sign with",
}.keys()
LONGEST_S = 60.0
Found = dict[str, list[str]]


def main(folder: Path) -> int:
    """Walk through the gate, the list of cases, all pages and all dialogs."""
    program_with_marks(folder)
    sys._MEIPASS = str(folder)  # type: ignore[attr-defined]  # where a packaged program finds its resources
    path = _told(folder)
    qt = make_application()
    app = App(qt, folder / "settings.toml", folder / "profile")
    app.choose_language(find_language(MARKED, resources_dir()))
    app.start()
    walk = _Walk(qt, app)
    walk.go(path)
    app.close()
    print(json.dumps(walk.found, ensure_ascii=False))  # noqa: T201 -- what the parent reads
    return 0


def _told(folder: Path) -> Path:
    """Make a profile and a case that holds something on every page."""
    profile, _code = Profile.create(
        folder / "profile", PASSPHRASE, user="zhang", display_name="张查勘", cost=CHEAP, vault=NoVault()
    )
    with profile, new_case(profile, report_no="R20261120-0001") as case, MediaWorkers(1) as workers:
        story = load_story(resources_dir())
        import_files(case, draw_sample_photos(folder / "photos", 3), workers)
        Telling(case, story, {item.id: item.text for item in load_questions(resources_dir())}).tell()
        return case.path


class _Walk:
    def __init__(self, qt: QApplication, app: App) -> None:
        self._qt = qt
        self._app = app
        self.found: Found = {}

    def go(self, path: Path) -> None:
        self._rest()
        self._look("gate", self._app.window, set())
        shown: list[QWidget] = []
        self._app.home_shown.connect(shown.append)
        self._app.gate.unlock_with(PASSPHRASE)
        self._wait(lambda: self._app.gate.step is Step.CODE)
        self._look("recovery code", self._app.window, set(WORD.findall(self._app.gate.card.code.text())))
        type_groups(self._app.gate)
        self._app.gate.confirm.click()
        self._wait(lambda: bool(shown))
        self._app.open_case(path)
        self._wait(lambda: self._app.window.case_view() is not None)
        view = self._app.window.case_view()
        assert view is not None
        dialogs = all_dialogs(view.desk, self._app.window)
        # Those two show the actions that are there, not some of their own.
        dialogs |= {"palette": self._app.window.open_palette, "keys": self._app.window.open_shortcuts}
        data = _data_of(view.desk.case)
        for page in PAGES:
            self._page(view, page.PLACE.name, data)
        dialogs |= _windows(view)
        for name, make in dialogs.items():
            dialog = make()
            dialog.open()
            self._rest()
            self._look(name, dialog, data, CHINESE if name in READ_ALOUD else None)
            dialog.reject()
            dialog.deleteLater()
        self._app.go_home()
        self._wait(lambda: self._app.window.case_view() is None)
        self._rest()
        self._look("home", self._app.window, data)
        self._app.show_settings()
        self._rest()
        made_of = {word for row in versions() for text in row for word in WORD.findall(text)}
        profile = set(WORD.findall(f"{path.parent.parent} {view.desk.profile.device_key.device_id}"))
        self._look("settings", self._app.window, {*data, *made_of, *profile})
        self._verify(path, data)

    def _verify(self, path: Path, data: set[str]) -> None:
        """The page where evidence is checked: empty, refusing something, and with a verdict."""
        self._app.verify()
        page = self._app.window.face()
        assert isinstance(page, VerifyPage)
        self._rest()
        self._look("verify", self._app.window, data)
        page.check(path.parent)
        self._rest()
        page.anchor.choose(path)
        self._look("verify refused", self._app.window, data)
        page.anchor.take_own()
        page.check(path)
        self._rest()
        self._look("verified", self._app.window, {*data, *WORD.findall(path.name), "UTC"})

    def _page(self, view: CaseView, name: str, data: set[str]) -> None:
        view.show_page(name)
        page = view.page(name)
        self._rest()
        if isinstance(page, PhotosPage):
            page.grid.select(page.model.id_at(1) or "")
        for parts in view.findChildren(Slices):
            parts.finish()
        self._rest()
        self._look(name, self._app.window, data)

    def _look(self, place: str, window: QWidget, data: set[str], paper: re.Pattern[str] | None = None) -> None:
        """Keep what is not translated; words in the letters of ``paper`` are those of the paper that is read aloud."""
        found = {
            f"{where}: {text}"
            for where, text in texts_of(window)
            if any(not (paper and paper.fullmatch(word)) for word in _untranslated(text) - data - ALLOWED_WORDS)
        }
        self.found[place] = sorted(found)

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


def _windows(view: CaseView) -> dict[str, Make]:
    """Return what opens each window that covers the screen."""
    photos = view.page(PhotosPage.PLACE.name)
    assert isinstance(photos, PhotosPage)
    desk, opening, capture = view.desk, photos.opening, photos.capture
    statement = record_access.list_all(desk.case, Statement)[0].id

    def viewer() -> QDialog:
        shown = opening.annotate()
        assert shown is not None
        return shown

    return {
        "viewer": viewer,
        "camera": capture.camera,
        "microphone": capture.microphone,
        "signing": lambda: SigningWindow(view, desk, statement),
    }


def _untranslated(text: str) -> set[str]:
    """Return the words that stand outside the brackets and are none of what is the same in every language."""
    left = without_translated(text.replace(BREAK, ""))
    for pattern in ALLOWED:
        left = pattern.sub(" ", left)
    return set(WORD.findall(left))


def _data_of(case: CaseFile) -> set[str]:
    """Return the words a person or a camera wrote into the case, and what else it is made of."""
    words = set(WORD.findall(" ".join(("zhang", "张查勘", person("张查勘").credential.issuer, str(case.path)))))
    for record_class in RECORD_CLASSES:
        for record in record_access.list_all(case, record_class):
            for text in _texts(record):
                words |= set(WORD.findall(text))
    return words


def _texts(record: object) -> Iterator[str]:
    typed = {spec.name for spec in SPECS[record.KIND] if spec.type is FieldType.TEXT and spec.enumeration is None}  # type: ignore[attr-defined]
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if field.name in typed and isinstance(value, str):
            yield value


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
