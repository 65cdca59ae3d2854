"""Pages declare themselves: the window takes title, icon, badge, keys, links and what a page follows from one value."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.operations.editing import records
from surveyor_app.ui.base import icons
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.people.page import PeoplePage
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.pages import PAGES, page_showing, shortcut
from tests.ui.conftest import Settle


class WitnessesPage(Page):
    """A page more than there are, with no line about it anywhere else."""

    PLACE: ClassVar[Place] = Place(
        name="witnesses",
        title="Witnesses of the scene",
        icon="people",
        short="Seen by",
        shows=("seen",),
        follows=(Witness.KIND,),
        counted=(Witness,),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.followed: list[Changes] = []
        self.shown: list[tuple[str, str]] = []
        self.retranslate()

    def apply(self, changes: Changes) -> None:
        self.followed.append(changes)

    def show_record(self, record_id: str, field: str) -> None:
        self.shown.append((record_id, field))


@pytest.fixture
def view(window: QWidget, desk: Desk, settle: Settle) -> CaseView:
    view = CaseView(desk, window, (*PAGES, WitnessesPage))
    desk.jobs.changed.connect(view.apply)
    view.resize(window.size())
    view.show()
    window.show()
    settle()
    return view


def action_of(view: CaseView, title: str) -> QAction:
    return next(action for action in view.place_actions if action.text() == title)


def test_a_page_more_needs_its_own_value_and_its_line_in_the_list(
    view: CaseView, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    button = view.rail.buttons["witnesses"]
    assert (button.text(), button.badge) == ("Seen by", "")
    assert action_of(view, "Witnesses of the scene").shortcut().toString() == shortcut(len(view.rail.buttons))
    view.show_record("seen", "", "name")
    page = view.current()
    assert isinstance(page, WitnessesPage)
    assert page.title_label.text() == "Witnesses of the scene"
    assert page.shown == [("", "name")]
    desk.edits.do(lambda: records.create(desk.case, Witness, {}))
    settle()
    qtbot.waitUntil(lambda: view.rail.buttons["witnesses"].badge == "1")


def test_a_page_hears_of_its_kinds_and_of_what_decides_rights(view: CaseView, desk: Desk) -> None:
    view.show_page("witnesses")
    page = view.current()
    assert isinstance(page, WitnessesPage)

    def hears(changes: Changes) -> bool:
        page.followed.clear()
        view.apply(changes)
        return bool(page.followed)

    assert hears(Changes({Witness.KIND: frozenset("1")}))
    assert not hears(Changes({Person.KIND: frozenset("1")}))
    assert hears(Changes({Task.KIND: frozenset("1")}))
    assert hears(Changes({Report.KIND: frozenset("1")}))
    assert hears(Changes(delivery=True))
    view.show_page("claim")
    page.is_stale = False
    assert not hears(Changes({Person.KIND: frozenset("1")}))
    assert not page.is_stale
    assert not hears(Changes({Witness.KIND: frozenset("1")}))
    assert page.is_stale


def test_the_first_nine_places_have_their_digit_the_tenth_zero_and_later_ones_none(view: CaseView) -> None:
    assert [shortcut(rank) for rank in (1, 2, 9, 10, 11, 40)] == ["Ctrl+1", "Ctrl+2", "Ctrl+9", "Ctrl+0", "", ""]
    pages: list[type[Page]] = [*PAGES, WitnessesPage]
    offered = zip(pages, view.place_actions, strict=True)
    keys = [action.shortcut().toString() for page, action in offered if page.PLACE.in_rail]
    assert keys[:10] == [*(f"Ctrl+{number}" for number in range(1, 10)), "Ctrl+0"]
    assert set(keys[10:]) <= {""}


def test_every_page_declares_itself_and_no_two_the_same(view: CaseView) -> None:
    places = [page.PLACE for page in PAGES]
    assert len({place.name for place in places}) == len({place.title for place in places}) == len(places)
    assert {place.icon for place in places} <= set(icons.names())
    shown = Counter(kind for place in places for kind in place.shows)
    assert [kind for kind, count in shown.items() if count > 1] == []
    assert [
        place.name for place in places if place.follows is not None and not {*place.shows} <= {*place.follows}
    ] == []
    assert list(view.rail.buttons) == [place.name for place in places if place.in_rail] + ["witnesses"]


def test_a_record_still_to_be_made_leads_to_the_book_of_its_kind(view: CaseView) -> None:
    view.show_record(Vehicle.KIND, "", "plate_no")
    people = view.current()
    assert isinstance(people, PeoplePage)
    assert people.tabs.currentIndex() == 1
    view.show_record(Person.KIND, "", "name")
    assert people.tabs.currentIndex() == 0
    assert page_showing(PAGES, "no such kind") is PAGES[0]


@pytest.mark.parametrize(
    ("name", "overview", "badge"),
    [
        ("photos", Overview(), ("", "")),
        ("photos", Overview(counts={"evidence": 12}), ("12", "")),
        ("people", Overview(counts={"person": 2, "vehicle": 1}), ("3", "")),
        ("ready", Overview(), ("", "")),
        ("ready", Overview(must=4), ("4", "bad")),
        ("ready", Overview(must=0), ("✓", "ok")),
        ("report", Overview(), ("", "")),
        ("report", Overview(counts={"report": 1}), ("✓", "ok")),
        ("delivery", Overview(items=4), ("", "")),
        ("delivery", Overview(state="sending", delivered=1, items=4), ("1/4", "")),
        ("delivery", Overview(state="receipted", delivered=4, items=4), ("✓", "ok")),
    ],
)
def test_the_badge_of_a_page_says_how_the_case_stands(name: str, overview: Overview, badge: tuple[str, str]) -> None:
    (place,) = [page.PLACE for page in PAGES if page.PLACE.name == name]
    assert place.say_badge(overview) == badge
