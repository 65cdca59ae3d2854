"""A case goes from nothing to "ready" by keyboard alone: each kind of case, in each language, and the mouse is not touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Level
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.record_checks import CheckKind
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.operations.cases.checking import check, load_checks
from surveyor_app.operations.cases.sample_story import load_story
from surveyor_app.ui.checks.choice_list import keys_of
from surveyor_app.ui.checks.page import ChecksPage
from surveyor_app.ui.damage.page import DamagePage
from surveyor_app.ui.documents.page import PapersPage
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.gate import Step
from surveyor_app.ui.window.ready import ReadyPage
from surveyor_app.wording.languages import find_language
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.translation import current_language, tr
from surveyor_app.wording.typed_values import typed_values
from tests.casefile.conftest import PASSPHRASE
from tests.faults.campaigns import LONG
from tests.ui.conftest import StartApp
from tests.ui.window.walking import CTRL, SHIFT, Hands, Key, MouseWatch, editor_at

QT_MAY_SAY = ("Keyboard event not accepted", "This plugin does not support")
"""A key that nothing wants, and what no off-screen window can do."""
ALL = [
    pytest.param(kind, language, marks=() if (kind, language) == ("flood", "zh_CN") else (LONG, pytest.mark.faults))
    for kind in ("motor", "fire", "flood", "injury")
    for language in ("zh_CN", "en")
]
PLACES = ["claim", "arrival", "photos", "people", "statements", "damage", "papers", "checks", "ready", "report"]
Table = Mapping[str, Any]


@pytest.mark.timeout(900)
@pytest.mark.parametrize(("kind", "language"), ALL)
def test_from_empty_to_ready(
    kind: str, language: str, start: StartApp, profile: Profile, qapp: QApplication, qtbot: QtBot, look: None,
    tmp_path: Path,
) -> None:  # fmt: skip
    photos = draw_sample_photos(tmp_path / "photos", 2, kind)
    folder = tmp_path / "profile"
    profile.close()
    app = start(folder)
    app.choose_language(find_language(language, resources_dir()))
    app.window.resize(1280, 720)
    app.window.activateWindow()
    watch = MouseWatch(qapp)
    walk = Walk(Hands(app, qtbot), load_story(resources_dir(), kind))
    walk.unlock()
    walk.new_case()
    walk.report()
    walk.arrive()
    walk.people()
    walk.visit()
    walk.photos(photos)
    walk.losses()
    walk.papers()
    walk.checks()
    walk.shots()
    walk.ready()
    assert watch.seen == []
    assert watch.flashed == []


class Walk:
    """The surveyor of a story, page by page."""

    def __init__(self, hands: Hands, story: Table) -> None:
        self.hands = hands
        self.story = story
        self.app = hands.app

    @property
    def page(self) -> object:
        view = self.app.window.case_view()
        assert view is not None
        return view.current()

    @property
    def case(self) -> Any:
        view = self.app.window.case_view()
        assert view is not None
        return view.desk.case

    def typed(self, kind: str, table: Table, *without: str) -> dict[str, object]:
        left = {name: value for name, value in table.items() if name not in without}
        return typed_values(kind, left, self.story["offset_min"])

    def go(self, place: str) -> None:
        """Go to a page by its key."""
        self.hands.press(getattr(Key, f"Key_{(PLACES.index(place) + 1) % 10}"), CTRL)
        self.hands.settle()

    def tab_shown(self, wanted: int) -> None:
        """Go to a tab of the page shown."""
        page = self.page
        bar = page.tabs.bar if isinstance(page, DamagePage) else page.tabs  # type: ignore[attr-defined]  # a page with tabs
        while bar.currentIndex() != wanted:
            self.hands.press(Key.Key_PageDown, CTRL)
        self.hands.settle()

    # ------------------------------------------------------------------------------------------ pages

    def unlock(self) -> None:
        hands, app = self.hands, self.app
        hands.wait(lambda: QApplication.focusWidget() is not None)
        hands.write(PASSPHRASE)
        hands.press(Key.Key_Return)
        hands.wait(lambda: app.gate.step is Step.CODE)
        groups = app.gate.card.code.text().split("-")
        for place in app.gate.card.asked():
            hands.write(groups[place])
            hands.press(Key.Key_Return)
        hands.wait(lambda: app.window.face() is not app.gate)

    def new_case(self) -> None:
        hands, window = self.hands, self.app.window
        hands.press(Key.Key_N, CTRL)
        hands.settle()
        hands.write(self.story["claim"]["report_no"])
        hands.press(Key.Key_Return)
        hands.wait(lambda: window.case_view() is not None and self.page is not None)

    def report(self) -> None:
        self.hands.fill("claim", self.typed("claim", self.story["claim"], "report_no", "accident_lat", "accident_lon"))
        self.hands.settle()

    def arrive(self) -> None:
        self.go("arrival")
        self.hands.act(tr("I have arrived"))

    def visit(self) -> None:
        """Fill in the record form; what is asked of others follows from the people and vehicles there are."""
        self.go("arrival")
        visit = self.typed("task", self.story["visit"], "survey_lat", "survey_lon")
        self.hands.fill("task", visit)
        self.hands.settle()

    def people(self) -> None:
        self.go("people")
        for table in self.story["people"]:
            self._make("person", self.typed("person", table, "key"), CTRL)
        for table in self.story.get("vehicles", ()):
            values = self.typed("vehicle", table, "key", "driver")
            self._make("vehicle", {**values, "driver_uid": self._person(table["driver"])}, CTRL | SHIFT)

    def _person(self, key: str) -> str:
        name = next(table["name"] for table in self.story["people"] if table["key"] == key)
        return next(person.id for person in record_access.list_all(self.case, Person) if person.name == name)

    def _make(self, kind: str, values: Mapping[str, object], modifier: Any = CTRL) -> None:
        """Make a new record by its key and fill in its form, where the keyboard is then."""
        hands = self.hands
        hands.press(Key.Key_N, modifier)
        hands.settle()
        hands.wait(lambda: (editor := editor_at(hands.focused())) is not None and editor.kind == kind)
        hands.fill(kind, values)
        hands.settle()

    def photos(self, files: list[Path]) -> None:
        """Paste what was copied in a file manager, and give the first photo to the first shot."""
        copied = QMimeData()
        copied.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        QApplication.clipboard().setMimeData(copied)
        self.go("photos")
        page = self.page
        assert isinstance(page, PhotosPage)
        self.hands.press(Key.Key_V, CTRL)
        self.hands.wait(lambda: page.model.is_read and page.model.rowCount() == len(files))

    def losses(self) -> None:
        self.go("damage")
        parts = load_parts(resources_dir())
        for vehicle in self.story.get("vehicles", ()):
            self._choose_vehicle(vehicle["plate_no"])
            for table in self.story["damage"]:
                if table["vehicle"] == vehicle["key"]:
                    self._mark(table, parts[table["part_id"]].label.in_(current_language()))
        for tab, kind, name, refers in (
            (1, "property_item", "property", ()),
            (2, "injury", "injuries", ("person", "vehicle")),
            (3, "rescue_cost", "rescue_costs", ("subject",)),
        ):
            for table in self.story.get(name, ()):
                self.tab_shown(tab)
                self._make(kind, {**self.typed(kind, table, "key", "file", *refers), **self._photo(kind)})

    def _photo(self, kind: str) -> dict[str, object]:
        return {"photos": "1"} if kind in {"property_item", "damage_mark"} else {}

    def _choose_vehicle(self, plate: str) -> None:
        page = self.page
        assert isinstance(page, DamagePage)
        box = page.marks.vehicle.box
        self.hands.press(Key.Key_G, CTRL)
        self.hands.tab_to(lambda widget: widget is box, "the vehicles", Key.Key_Backtab)
        while plate not in box.currentText():
            before = box.currentIndex()
            self.hands.press(Key.Key_Down)
            assert box.currentIndex() != before, plate
        self.hands.settle()

    def _mark(self, table: Table, part: str) -> None:
        hands, page = self.hands, self.page
        assert isinstance(page, DamagePage)
        known = page.model.rowCount()
        hands.press(Key.Key_F, CTRL)
        hands.type(part)
        hands.press(Key.Key_Return)
        hands.wait(lambda: page.model.rowCount() == known + 1)
        values = self.typed("damage_mark", table, "vehicle", "part_id", "areas", "level", "type", "severity", "age")
        hands.fill("damage_mark", {**values, **self._photo("damage_mark")})
        hands.settle()

    def papers(self) -> None:
        """Say of the first paper that it is there."""
        self.go("papers")
        page = self.page
        assert isinstance(page, PapersPage)
        self.hands.tab_to(lambda widget: widget is page.list, "the list of papers")

    def checks(self) -> None:
        self.go("checks")
        page = self.page
        assert isinstance(page, ChecksPage)
        told = {table["check_id"]: table for table in self.story["checks"]}
        for _ in range(2 * len(page.model.lines)):
            line = page.current()
            assert line is not None
            if line.is_done:
                break
            self._answer(page, told[line.check.id])
        assert not page.next_button.isEnabled(), page.state_label.text()

    def _answer(self, page: ChecksPage, table: Table) -> None:
        hands, line = self.hands, page.current()
        assert line is not None
        check_kind, choices = line.check.kind, page.desk.labels.choices(line.check.enumeration or "")
        keys = {choice.id: key for key, choice in zip(keys_of(check_kind), choices, strict=False)}
        for name in (*table.get("choices", ()), *([table["choice"]] if "choice" in table else [])):
            hands.type(keys[name])
            hands.settle()
        if "answer" in table:
            hands.type(str(line.check.replies.index(table["answer"]) + 1))
            hands.settle()
            if line.check.counts and table["answer"] == "yes":
                for name in ("injured_n", "dead_n"):
                    hands.write(str(table[name]))
                    hands.press(Key.Key_Return)
        if "note" in table and (check_kind is not CheckKind.TRI or hands.focused() is not page.list):
            if hands.focused() is page.list:
                hands.press(Key.Key_Return)
            if hands.focused() is page.panel.choices:
                hands.press(Key.Key_Tab)
            hands.write(table["note"])
            hands.press(Key.Key_Return)
        hands.settle()
        hands.press(Key.Key_J, CTRL)
        hands.settle()

    def shots(self) -> None:
        """Give a photo to its shot by number; what the story has no photo for does not apply, for a reason of the list."""
        self.go("photos")
        page, hands = self.page, self.hands
        assert isinstance(page, PhotosPage)
        hands.tab_to(lambda widget: widget is page.grid, "the photos")
        hands.press(Key.Key_Home)
        hands.settle()
        hands.press(Key.Key_1)
        hands.wait(lambda: any(need.taken for group in page.work.groups() for need in group.needs))
        hands.press(Key.Key_G, CTRL)
        hands.settle()
        while any(group.missing for group in page.work.groups()):
            missing = sum(group.missing for group in page.work.groups())
            hands.press(Key.Key_N)
            hands.press(Key.Key_Down)
            hands.press(Key.Key_Return)
            hands.wait(lambda before=missing: sum(group.missing for group in page.work.groups()) < before)  # type: ignore[misc]  # bound now

    def ready(self) -> None:
        self.go("ready")
        assert isinstance(self.page, ReadyPage)
        self.hands.settle()
        open_musts = [item for item in check(self.case, load_checks(resources_dir())) if item.check.level is Level.MUST]
        assert [(item.check.id, item.field, dict(item.data)) for item in open_musts] == []
