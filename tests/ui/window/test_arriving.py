"""Arrived and left are two things: nothing that is pressed twice notes both, and each can be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from surveyor_app.domain.checks.findings import Check, Level
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.texts import Text
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.window.action_palette import ActionPalette
from surveyor_app.ui.window.arrival import ArrivalPage
from surveyor_app.ui.window.gaps_dialog import GapsDialog
from surveyor_app.ui.window.noted_time import NotedTimeEditor
from surveyor_app.ui.window.ready import ReadyPage
from surveyor_app.ui.window.toasts import Toast, ToastHost
from surveyor_app.wording.languages import find_language
from tests.operations.worlds import entries
from tests.ui.conftest import Settle
from tests.ui.keyboard import press, write

Pause = Callable[[], None]


@pytest.fixture
def page(desk: Desk, window: QWidget, settle: Settle) -> ArrivalPage:
    """The page of a visit with nothing to do any more."""
    return shown(replace(desk, checks=[]), window, settle)


def shown(desk: Desk, window: QWidget, settle: Settle) -> ArrivalPage:
    made = ArrivalPage(desk, window)
    made.resize(window.size())
    desk.jobs.changed.connect(made.apply)
    made.show()
    window.show()
    settle()
    for parts in made.findChildren(Slices):
        parts.finish()
    settle()
    return made


@pytest.fixture
def ready(desk: Desk, window: QWidget, settle: Settle) -> ReadyPage:
    """The page before leaving, with nothing to do any more."""
    made = ReadyPage(replace(desk, checks=[]), window)
    made.resize(window.size())
    desk.jobs.changed.connect(made.apply)
    made.show()
    window.show()
    settle()
    return made


@pytest.fixture(params=["at once", "with time to be noted"])
def pause(request: pytest.FixtureRequest, settle: Settle) -> Pause:
    """What passes between the two clicks of a double click."""
    return settle if request.param == "with time to be noted" else lambda: None


def visit(desk: Desk) -> Task:
    task = record_access.visit_task(desk.case)
    assert task is not None
    return task


def times(desk: Desk) -> tuple[bool, bool]:
    """Return whether arrival and leaving are noted."""
    task = visit(desk)
    return task.arrived_at is not None, task.left_at is not None


def double_click(button: QPushButton, pause: Pause) -> None:
    """Click twice on the same place of the screen, whatever lies there the second time."""
    window = button.window()
    place = button.mapTo(window, button.rect().center())
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)
    pause()
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, pos=place)


# ---------------------------------------------------------------------------------------------------- arrival


def test_arriving_and_leaving_are_two_controls(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    assert (page.arrived_button.text(), page.left_button.text()) == ("I have arrived", "I have left")
    assert (page.arrived_button.isEnabled(), page.left_button.isEnabled()) == (True, False)
    page.arrived_button.click()
    settle()
    assert times(desk) == (True, False)
    assert (page.arrived_button.text(), page.left_button.text()) == ("I have arrived", "I have left")
    assert (page.arrived_button.isEnabled(), page.left_button.isEnabled()) == (False, True)
    assert page.state_label.text().startswith("At the scene since")
    page.left_button.click()
    settle()
    assert times(desk) == (True, True)
    assert (page.arrived_button.isEnabled(), page.left_button.isEnabled()) == (False, False)
    assert visit(desk).left_at.utc >= visit(desk).arrived_at.utc  # type: ignore[union-attr]  # both are noted


def test_a_double_click_on_arrived_never_notes_leaving(
    page: ArrivalPage, desk: Desk, settle: Settle, pause: Pause
) -> None:
    before = page.arrived_button.geometry(), page.left_button.geometry()
    double_click(page.arrived_button, pause)
    settle()
    assert times(desk) == (True, False)
    assert (page.arrived_button.geometry(), page.left_button.geometry()) == before
    assert times_written(desk, "arrived_at") == 1


def test_a_double_click_on_left_keeps_both_times(page: ArrivalPage, desk: Desk, settle: Settle, pause: Pause) -> None:
    page.arrived_button.click()
    settle()
    arrived = visit(desk).arrived_at
    double_click(page.left_button, pause)
    settle()
    assert times(desk) == (True, True)
    assert visit(desk).arrived_at == arrived
    assert times_written(desk, "left_at") == 1


def times_written(desk: Desk, field: str) -> int:
    """Return how often a field of the visit was written into the journal."""
    return sum(field in (entry.fields or {}) for entry in entries(desk.case, Task.KIND))


def test_the_space_bar_pressed_twice_never_notes_leaving(
    page: ArrivalPage, desk: Desk, settle: Settle, pause: Pause
) -> None:
    page.arrived_button.setFocus()
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Space)
        pause()
    settle()
    assert times(desk) == (True, False)


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ("zh_CN", ("我已到场", "我已离场", "在地图上选…", "本机的离线地图…")),
        ("en", ("I have arrived", "I have left", "On the map…", "Map sheets of this laptop…")),
    ],
)
def test_the_controls_speak_the_language(
    page: ArrivalPage, translation: Translation, tag: str, texts: tuple[str, ...]
) -> None:
    translation.switch(find_language(tag))
    QApplication.processEvents()
    assert (page.arrived_button.text(), page.left_button.text()) == texts[:2]
    assert [action.text() for action in page.page_actions()] == list(texts)


def test_a_wrong_press_is_taken_back_from_the_news(
    page: ArrivalPage, desk: Desk, toasts: ToastHost, settle: Settle
) -> None:
    page.arrived_button.click()
    settle()
    assert "Arrival noted" in toasts.texts()[-1]
    toasts.findChildren(Toast)[-1].button.click()
    settle()
    assert times(desk) == (False, False)
    assert page.arrived_button.isEnabled()


def test_the_news_of_the_arrival_takes_back_the_arrival_and_nothing_else(
    page: ArrivalPage, desk: Desk, toasts: ToastHost, settle: Settle
) -> None:
    page.arrived_button.click()
    settle()
    page.left_button.click()
    settle()
    arrival, _leaving = toasts.findChildren(Toast)
    arrival.button.click()
    settle()
    assert times(desk) == (False, True)
    assert page.state_label.text().startswith("Left at")


def test_each_time_is_mended_in_its_field_with_a_reason(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    page.arrived_button.click()
    settle()
    page.left_button.click()
    settle()
    left = visit(desk).left_at
    editor = page.form.editors["arrived_at"]
    assert isinstance(editor, NotedTimeEditor)
    assert editor.line.isReadOnly()  # what is noted is not typed over
    noted = visit(desk).arrived_at
    editor.mend_button.click()
    editor.new_time.selectAll()
    write(editor.new_time, "20/11/2026 08:15")
    press(editor.new_time, Qt.Key.Key_Return)  # not without a reason
    settle()
    assert visit(desk).arrived_at == noted
    assert editor.reason.hasFocus()
    write(editor.reason, "到场后才按下")
    press(editor.reason, Qt.Key.Key_Return)
    settle()
    arrived = visit(desk).arrived_at
    assert arrived is not None
    assert f"{arrived.local:%Y-%m-%d %H:%M}" == "2026-11-20 08:15"
    assert entries(desk.case, Task.KIND)[-1].reason == "到场后才按下"
    assert visit(desk).left_at == left
    # Emptied, it is not noted, and can be noted again.
    editor.mend_button.click()
    editor.new_time.clear()
    write(editor.reason, "误按")
    editor.keep_button.click()
    settle()
    assert times(desk) == (False, True)
    assert page.arrived_button.isEnabled()
    assert not editor.line.isReadOnly()


def test_what_was_typed_as_arrival_is_not_overwritten(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    line = page.form.editors["arrived_at"].control
    write(line, "20/11/2026 08:15")
    page.arrived_button.click()
    settle()
    arrived = visit(desk).arrived_at
    assert arrived is not None
    assert f"{arrived.local:%H:%M}" == "08:15"


def test_the_palette_offers_only_what_can_be_noted(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    def offered() -> list[str]:
        palette = ActionPalette(page, page.page_actions())
        return [palette.found.index(row, 0).data() for row in range(palette.found.rowCount())]

    sheets = "Map sheets of this laptop…"
    assert offered() == ["I have arrived", sheets]
    palette = ActionPalette(page, page.page_actions())
    palette.open()
    palette.run()
    palette.run()
    settle()
    assert times(desk) == (True, False)
    assert times_written(desk, "arrived_at") == 1
    assert offered() == ["I have left", sheets]


def test_what_is_signed_offers_neither(page: ArrivalPage, desk: Desk, settle: Settle) -> None:
    page.arrived_button.click()
    settle()
    desk.edits.do(lambda: desk.case.apply([Step(Action.SEAL, Task.KIND, visit(desk).id)], "seal"))
    settle()
    assert page.arrived_button.isHidden()
    assert page.left_button.isHidden()
    assert [action.isEnabled() for action in page.page_actions()] == [False, False, False, True], (
        "sheets are the laptop's"
    )


# ------------------------------------------------------------------------------------------- leaving with gaps


@pytest.fixture
def lacking(desk: Desk, window: QWidget, settle: Settle) -> ArrivalPage:
    """The page of a visit at which nothing was done but arriving."""
    records.change(desk.case, Task, visit(desk).id, {"arrived_at": desk.case.author.clock().instant()})
    return shown(desk, window, settle)


def test_leaving_with_gaps_asks_for_the_reasons_in_one_list(
    lacking: ArrivalPage, desk: Desk, settle: Settle, pause: Pause
) -> None:
    double_click(lacking.left_button, pause)
    settle()
    (dialog,) = lacking.findChildren(GapsDialog)
    assert times(desk) == (True, False)
    assert dialog.gaps.lacking()
    dialog.gaps.general.setFocus()
    write(dialog.gaps.general, "天黑")
    dialog.leave_button.click()
    settle()
    assert times(desk) == (True, True)
    assert (entries(desk.case, Task.KIND)[-1].reason or "").startswith("天黑\n- V")
    assert not lacking.left_button.isEnabled()


def test_warnings_alone_are_asked_for_too(desk: Desk, window: QWidget, settle: Settle) -> None:
    records.change(desk.case, Task, visit(desk).id, {"arrived_at": desk.case.author.clock().instant()})
    clock = Check("V72", "blank", Level.SHOULD, "task", Text({"zh": "时间", "en": "Clock"}), "weather")
    page = shown(replace(desk, checks=[clock]), window, settle)
    page.left_button.click()
    settle()
    (dialog,) = page.findChildren(GapsDialog)
    assert times(desk) == (True, False)
    write(dialog.gaps.warnings, "已核对")
    dialog.leave_button.click()
    settle()
    assert times(desk) == (True, True)
    assert (entries(desk.case, Task.KIND)[-1].reason or "").endswith("→ 已核对")


def test_who_stays_has_not_left_and_may_leave_later(lacking: ArrivalPage, desk: Desk, settle: Settle) -> None:
    for _ in range(2):
        lacking.left_button.click()
        settle()
        dialog = next(box for box in lacking.findChildren(GapsDialog) if box.isVisible())
        dialog.reject()
        settle()
        assert times(desk) == (True, False)


def test_the_list_leads_to_what_is_missing(lacking: ArrivalPage, desk: Desk, settle: Settle) -> None:
    went: list[tuple[str, str, str]] = []
    lacking.record_wanted.connect(lambda *place: went.append(place))
    lacking.left_button.click()
    settle()
    (dialog,) = lacking.findChildren(GapsDialog)
    next(iter(dialog.gaps.links.values())).click()
    assert len(went) == 1
    assert not dialog.isVisible()
    assert times(desk) == (True, False)


# ------------------------------------------------------------------------------------------------------ ready


def test_a_double_click_on_leaving_leads_nowhere_else(
    ready: ReadyPage, desk: Desk, settle: Settle, pause: Pause
) -> None:
    records.change(desk.case, Task, visit(desk).id, {"arrived_at": desk.case.author.clock().instant()})
    went: list[tuple[str, str, str]] = []
    ready.go.connect(lambda *place: went.append(place))
    before = ready.leave_button.geometry(), ready.report_button.geometry()
    double_click(ready.leave_button, pause)
    settle()
    assert times(desk) == (True, True)
    assert times_written(desk, "left_at") == 1
    assert went == []
    assert (ready.leave_button.geometry(), ready.report_button.geometry()) == before
    assert not ready.leave_button.isEnabled()


def test_the_way_to_the_report_notes_nothing(ready: ReadyPage, desk: Desk, settle: Settle) -> None:
    went: list[tuple[str, str, str]] = []
    ready.go.connect(lambda *place: went.append(place))
    ready.report_button.click()
    settle()
    assert went == [("report", "", "")]
    assert times(desk) == (False, False)


def test_what_can_be_pressed_is_large_enough(page: ArrivalPage, ready: ReadyPage) -> None:
    for button in (page.arrived_button, page.left_button, ready.leave_button, ready.report_button):
        assert button.sizeHint().height() >= 40
