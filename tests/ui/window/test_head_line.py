"""The head line is true: "saved" only when all that is typed is stored, and a time on scene that no set clock moves."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.casefile import drafts
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.operations.cases.opening import list_cases, look_again, mark_open, new_case
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_form import RecordForm
from surveyor_app.ui.window.case_header import CaseHeader
from surveyor_app.ui.window.cases_model import CasesModel
from surveyor_app.ui.window.new_case_dialog import NewCaseDialog
from surveyor_app.ui.window.overview import OverviewWatch
from surveyor_app.ui.window.top_bar import TopBar
from surveyor_app.wording.labels import Labels
from tests.ui.conftest import Settle
from tests.ui.keyboard import write
from tests.ui.window.test_recovery_code import full_disk

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


class Clocks:
    """The clock on the wall and the one that only counts."""

    def __init__(self) -> None:
        self.wall, self.ticks = NOON, 1000.0

    def pass_by(self, minutes: float) -> None:
        self.wall += timedelta(minutes=minutes)
        self.ticks += minutes * 60


@pytest.fixture
def top(look: None, qtbot: QtBot) -> TopBar:
    made = TopBar()
    made.resize(1280, 56)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def watch(desk: Desk, top: TopBar) -> OverviewWatch:
    return OverviewWatch(desk.case, desk.checks, (), desk.jobs, top)


@pytest.fixture
def header(desk: Desk, top: TopBar, watch: OverviewWatch) -> CaseHeader:
    made = CaseHeader(top, top)
    made.follow(desk.edits, watch, desk.labels)
    return made


@pytest.fixture
def line(desk: Desk, window: QWidget, settle: Settle) -> QLineEdit:
    form = RecordForm(desk, Claim, parent=window)
    desk.jobs.changed.connect(form.apply)
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    form.show_record(claim.id)
    window.show()
    settle()
    control = form.editors["insured_name"].control
    assert isinstance(control, QLineEdit)
    return control


def test_saved_is_said_once_what_was_typed_is_stored(
    header: CaseHeader, top: TopBar, line: QLineEdit, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    settle()
    assert top.saved.text().startswith("saved")
    write(line, "王")
    assert top.saved.text() == "saving…"
    qtbot.waitUntil(lambda: top.saved.text().startswith("saved"), timeout=5000)
    assert drafts.drafts(desk.case)
    write(line, "王建")
    assert top.saved.text() == "saving…"


def test_a_full_disk_is_never_called_saved(
    header: CaseHeader, top: TopBar, line: QLineEdit, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    settle()
    with full_disk():
        write(line, "王建国")
        qtbot.waitUntil(lambda: top.saved.text() == "NOT saved", timeout=5000)
        settle()
        assert top.saved.text() == "NOT saved"
        assert top.saved.property("tone") == "bad"
    write(line, "王建国先生")
    qtbot.waitUntil(lambda: top.saved.text().startswith("saved"), timeout=5000)
    assert top.saved.property("tone") == ""


def test_the_time_on_scene_does_not_follow_a_clock_that_is_set(
    desk: Desk, top: TopBar, watch: OverviewWatch, settle: Settle
) -> None:
    task = record_access.visit_task(desk.case)
    assert task is not None
    clocks = Clocks()
    header = CaseHeader(top, top, lambda: clocks.wall, lambda: clocks.ticks)
    arrived = desk.case.author.clock().instant()
    records.change(desk.case, Task, task.id, {"arrived_at": arrived})
    watch.latest = Overview(task=record_access.visit_task(desk.case))
    clocks.wall = arrived.utc + timedelta(minutes=4, seconds=30)
    header.follow(desk.edits, watch, desk.labels)
    header.say()
    assert top.scene.text() == "0:04 on scene"
    clocks.pass_by(10)
    clocks.wall += timedelta(hours=5)
    header.say()
    assert top.scene.text() == "0:14 on scene"
    clocks.wall -= timedelta(days=2)
    header.say()
    assert top.scene.text() == "0:14 on scene"
    header.leave()


def test_the_list_is_right_after_a_kill(profile: Profile) -> None:
    with new_case(profile, report_no="R1") as case:
        mark_open(case)
        claim = record_access.first_claim(case)
        assert claim is not None
        records.change(case, Claim, claim.id, {"insured_name": "王建国"})
        # A kill: nothing is kept for the list.
    assert list_cases(profile)[0].insured_name is None
    assert look_again(profile) == 1
    assert list_cases(profile)[0].insured_name == "王建国"
    assert look_again(profile) == 0


@pytest.mark.parametrize("typed", [" Ｒ２０２６１１２０-００１７ ", "R20261120 -0017", "r20261120-0017"])
def test_a_number_is_cleaned_and_found_however_it_is_typed(
    typed: str, profile: Profile, labels: Labels, window: QWidget
) -> None:
    given: list[str] = []
    dialog = NewCaseDialog(window, given.append)
    dialog.number.line.setText(typed)
    dialog.confirm.click()
    with new_case(profile, report_no=given[0]) as case:
        model = CasesModel(labels, window)
        model.show_cases(list_cases(profile))
    assert given[0].upper() == "R20261120-0017"
    for searched in ("R20261120-0017", "２０２６１１２０", "1120 0017", "r20261120 0017"):
        model.search(searched)
        assert model.id_at(0) == case.case_id, searched
    model.search("0018")
    assert model.rowCount() == 0
