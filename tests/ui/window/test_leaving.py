"""Leaving with gaps: one list asks for all reasons once; after signing the page shows what was open then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from surveyor_app.domain.checks.findings import Check, Level
from surveyor_app.domain.checks.gaps import read_gaps
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.texts import Text
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.reporting import ReportOptions
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.report.sign_dialog import SignDialog
from surveyor_app.ui.window.gaps_dialog import GapsDialog
from surveyor_app.ui.window.ready import ReadyPage
from surveyor_app.wording.languages import chinese
from tests.operations.worlds import entries
from tests.report.keys import person
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


def blank(id_: str, field: str, level: Level = Level.MUST) -> Check:
    return Check(id_, "blank", level, "task", Text({"zh": f"请填写 {field}", "en": f"Enter {field}"}), field)


PLACE, TEXT, LIGHT = blank("V02", "survey_place"), blank("V15", "survey_text"), blank("W1", "lighting", Level.SHOULD)
CLOCK, ORDER = blank("V72", "weather", Level.SHOULD), blank("V70", "road_surface", Level.SHOULD)
COVER = Check("V83", "cover_wording", Level.MUST, "task", Text({"zh": "不得出现结论", "en": "No opinion"}))


@pytest.fixture
def page(open_page: OpenPage, desk: Desk, settle: Settle) -> ReadyPage:
    task = visit(desk)
    records.change(desk.case, Task, task.id, {"arrived_at": desk.case.author.clock().instant()})
    made = open_page(ReadyPage)
    assert isinstance(made, ReadyPage)
    made._checks = [PLACE, TEXT, LIGHT]
    made.load()
    settle()
    return made


def visit(desk: Desk) -> Task:
    task = record_access.visit_task(desk.case)
    assert task is not None
    return task


def dialog_of(page: ReadyPage) -> GapsDialog:
    page.gaps_button.click()
    QApplication.processEvents()
    (dialog,) = [found for found in page.findChildren(GapsDialog) if found.isVisible()]
    return dialog


def kept(desk: Desk) -> list[str | None]:
    return [entry.reason for entry in entries(desk.case) if entry.kind == "task" and "left_at" in (entry.fields or {})]


def test_all_reasons_are_asked_for_in_one_list_by_keyboard(page: ReadyPage, desk: Desk, settle: Settle) -> None:
    assert page.leave_button.isHidden()
    assert page.gaps_button.isVisible()
    dialog = dialog_of(page)
    assert len(dialog.gaps.lines) == 3, "what should be done stands in the same list"
    assert not dialog.leave_button.isEnabled()
    assert dialog.note.label.text() == "2 points still want a reason"
    press(dialog.gaps.general, Qt.Key.Key_Return)
    for line in dialog.gaps.lines.values():
        assert QApplication.focusWidget() is line
        write(line, "too dark")
        press(line, Qt.Key.Key_Return)
    settle()
    assert visit(desk).left_at is not None
    (reason,) = kept(desk)
    general, gaps = read_gaps(reason)
    assert (general, [(gap.check, gap.reason) for gap in gaps]) == (
        "", [("V02", "too dark"), ("V15", "too dark"), ("W1", "too dark")],
    )  # fmt: skip
    page.load()
    settle()
    assert page.state_label.text() == "2 points are open, each with its reason"
    assert page.must.links[0].text() == "Enter survey_place · Reason: too dark"
    assert page.gaps_button.isHidden()
    assert page.report_button.isVisible()


def test_all_warnings_of_the_rules_want_one_reason_together(page: ReadyPage, desk: Desk, settle: Settle) -> None:
    page._checks = [PLACE, LIGHT, CLOCK, ORDER]
    page.load()
    settle()
    dialog = dialog_of(page)
    assert dialog.note.label.text() == "3 points still want a reason"
    press(dialog.gaps.general, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.gaps.warnings
    write(dialog.gaps.warnings, "seen")
    assert dialog.note.label.text() == "1 point still wants a reason"
    lines = {key[0]: line for key, line in dialog.gaps.lines.items()}
    assert {check: line.placeholderText() for check, line in lines.items()} == {
        "V02": "Reason", "W1": "Reason", "V72": "seen", "V70": "seen",
    }  # fmt: skip
    write(lines["V02"], "too dark")
    write(lines["V70"], "clock was wrong")
    dialog.leave_button.click()
    settle()
    general, gaps = read_gaps(kept(desk)[0])
    assert general == ""
    assert {gap.check: gap.reason for gap in gaps} == {
        "V02": "too dark", "W1": "", "V72": "seen", "V70": "clock was wrong",
    }  # fmt: skip


def warned_of(page: ReadyPage, settle: Settle) -> None:
    page._checks = [LIGHT, CLOCK, ORDER]
    page.load()
    settle()


def test_who_leaves_with_warnings_alone_is_asked_for_their_reasons_once(
    page: ReadyPage, desk: Desk, settle: Settle
) -> None:
    warned_of(page, settle)
    assert page.state_label.text() == "Nothing that must be done is left; 2 warnings want a reason"
    assert page.gaps_button.isHidden(), "the one control that leaves asks"
    page.leave_button.click()
    page.leave_button.click()
    settle()
    (dialog,) = page.findChildren(GapsDialog)
    assert visit(desk).left_at is None
    assert not dialog.leave_button.isEnabled()
    write(dialog.gaps.warnings, "seen")
    dialog.leave_button.click()
    settle()
    assert visit(desk).left_at is not None
    general, gaps = read_gaps(kept(desk)[0])
    assert (general, {gap.check: gap.reason for gap in gaps}) == ("", {"W1": "", "V72": "seen", "V70": "seen"})
    page.load()
    settle()
    assert page.state_label.text() == "Nothing that must be done is left"
    assert page.gaps_button.isHidden()


def test_hints_alone_ask_for_nothing(page: ReadyPage, desk: Desk, settle: Settle) -> None:
    page._checks = [LIGHT]
    page.load()
    settle()
    page.leave_button.click()
    settle()
    assert page.findChildren(GapsDialog) == []
    assert visit(desk).left_at is not None


def test_a_warning_that_came_after_leaving_is_asked_for_there_and_at_signing(
    page: ReadyPage, desk: Desk, settle: Settle
) -> None:
    page.apply(records.change(desk.case, Task, visit(desk).id, {"left_at": desk.case.author.clock().instant()}))
    warned_of(page, settle)
    assert page.gaps_button.text() == "Give the reasons…"
    checks = replace(desk, checks=[LIGHT, CLOCK, ORDER])
    before = SignDialog(page, checks, ReportOptions(), person().credential, ignore)
    assert before.open_points.label.text() == "2 warnings of “Ready to leave?” want a reason."
    assert not before.sign_button.isEnabled()
    dialog = dialog_of(page)
    write(dialog.gaps.warnings, "seen")
    dialog.leave_button.click()
    settle()
    after = SignDialog(page, checks, ReportOptions(), person().credential, ignore)
    assert after.gaps.isHidden()
    assert after.sign_button.isEnabled()


def test_one_reason_stands_for_all_and_enter_leaves(page: ReadyPage, desk: Desk, settle: Settle) -> None:
    dialog = dialog_of(page)
    write(dialog.gaps.general, "owner in hospital")
    assert {line.placeholderText() for line in dialog.gaps.lines.values()} == {"owner in hospital"}
    press(dialog.gaps.general, Qt.Key.Key_Return)
    settle()
    assert visit(desk).left_at is not None
    assert read_gaps(kept(desk)[0])[0] == "owner in hospital"


def test_who_left_from_the_page_of_arrival_gives_the_reasons_afterwards_and_keeps_the_time(
    page: ReadyPage, desk: Desk, settle: Settle
) -> None:
    at = desk.case.author.clock().instant()
    page.apply(records.change(desk.case, Task, visit(desk).id, {"left_at": at}))
    page.load()
    settle()
    assert page.gaps_button.text() == "Give the reasons…"
    dialog = dialog_of(page)
    assert dialog.leave_button.text() == "Keep the reasons"
    write(dialog.gaps.general, "too dark")
    press(dialog.gaps.general, Qt.Key.Key_Return)
    settle()
    assert visit(desk).left_at == at
    page.load()
    settle()
    assert page.state_label.text() == "2 points are open, each with its reason"
    assert page.gaps_button.isHidden()


def test_a_line_leads_to_its_field_and_nothing_is_noted(page: ReadyPage, desk: Desk, settle: Settle) -> None:
    wanted: list[tuple[str, str, str]] = []
    page.record_wanted.connect(lambda *place: wanted.append(place))
    dialog = dialog_of(page)
    next(iter(dialog.gaps.links.values())).click()
    settle()
    assert wanted == [("task", visit(desk).id, "survey_place")]
    assert page.findChildren(GapsDialog) == []
    assert visit(desk).left_at is None


def test_escape_stays(page: ReadyPage, desk: Desk, settle: Settle) -> None:
    dialog = dialog_of(page)
    write(dialog.gaps.general, "x")
    press(dialog, Qt.Key.Key_Escape)
    settle()
    assert visit(desk).left_at is None


def test_what_was_given_when_leaving_is_not_asked_for_at_signing(page: ReadyPage, desk: Desk, settle: Settle) -> None:
    before = SignDialog(page, replace(desk, checks=[PLACE, TEXT]), ReportOptions(), person().credential, ignore)
    assert not before.sign_button.isEnabled()
    dialog = dialog_of(page)
    write(dialog.gaps.general, "owner in hospital")
    press(dialog.gaps.general, Qt.Key.Key_Return)
    settle()
    after = SignDialog(page, replace(desk, checks=[PLACE, TEXT]), ReportOptions(), person().credential, ignore)
    assert after.sign_button.isEnabled()
    assert after.gaps.isHidden()
    assert after.open_points.label.text().startswith("2 points are open; the reasons given")


def test_words_on_cover_stop_the_signing_whatever_the_reason_and_lead_to_their_field(
    page: ReadyPage, desk: Desk
) -> None:
    records.change(desk.case, Task, visit(desk).id, {"survey_text": "我司拒 賠"})
    dialog = SignDialog(page, replace(desk, checks=[COVER]), ReportOptions(), person().credential, ignore)
    dialog.open()
    dialog.reason.setText("in a hurry")
    assert not dialog.sign_button.isEnabled()
    (link,) = dialog.stops.links
    assert "“拒赔”" in link.text()
    wanted: list[tuple[str, str, str]] = []
    dialog.record_wanted.connect(lambda *place: wanted.append(place))
    link.click()
    assert wanted == [("task", visit(desk).id, "survey_text")]


def test_after_signing_the_page_shows_what_was_open_then_and_nothing_red(
    page: ReadyPage, desk: Desk, settle: Settle, translation: Translation
) -> None:
    task = visit(desk)
    reason = "客户要求当场出具\n" + f"- V02 task.survey_place#{task.id[-12:]} Enter survey_place → too dark"
    desk.case.apply([Step(Action.SEAL, Task.KIND, task.id, reason=reason)], "sign_report")
    page.load()
    settle()
    assert not page.must.isVisible()
    assert not page.should.isVisible()
    assert [link.text() for link in page.then.links] == ["Enter survey_place · Reason: too dark"]
    assert page.state_label.text().startswith("The report was signed ")
    assert page.leave_button.isHidden()
    assert page.gaps_button.isHidden()
    translation.switch(chinese())
    page.retranslate()
    assert [link.text() for link in page.then.links] == ["请填写 survey_place · 原因：too dark"]


def test_a_report_that_was_signed_without_a_list_shows_what_it_fixed(
    page: ReadyPage, desk: Desk, settle: Settle
) -> None:
    desk.case.apply([Step(Action.SEAL, Task.KIND, visit(desk).id, reason="in a hurry")], "sign_report")
    page.load()
    settle()
    said = {link.text() for link in page.then.links}
    assert {f"Enter {name} · Reason: in a hurry" for name in ("survey_place", "survey_text", "lighting")} <= said


def ignore(*_anything: object) -> None:
    return None
