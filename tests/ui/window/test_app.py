"""The program as a whole: first start, unlocking, opening and closing cases, languages and themes, reports and delivery."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.file import COPY_NAME, FILE_NAME
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.cli.samples import PASSPHRASE, Sample
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.texts import Language
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.reporting import accessible_pdf
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.settings import Theme, load
from surveyor_app.ui.base import theme
from surveyor_app.ui.delivery.enrol_dialog import EnrolDialog
from surveyor_app.ui.delivery.page import DeliveryPage
from surveyor_app.ui.delivery.receipts import ReceiptView
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.report.page import ReportPage
from surveyor_app.ui.report.sign_dialog import SignDialog
from surveyor_app.ui.window.action_palette import ActionPalette
from surveyor_app.ui.window.app import App
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.gate import PROFILE_FILES, Step
from surveyor_app.ui.window.pages import PAGES
from surveyor_app.wording.languages import chinese, english
from tests.ui.conftest import TIMEOUT_MS, StartApp
from tests.ui.keyboard import write
from tests.ui.sample_desk import told_sample
from tests.ui.window.first_start import create_profile, home_of, idle

SMALLEST_PX = 30


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    with told_sample(tmp_path_factory.mktemp("sample"), photos=3) as told:
        yield told


def _case(app: App, qtbot: QtBot) -> CaseView:
    qtbot.waitUntil(lambda: app.window.case_view() is not None, timeout=TIMEOUT_MS)
    view = app.window.case_view()
    assert view is not None
    idle(app, qtbot)
    return view


def test_gate_knows_the_profiles_file() -> None:
    assert PROFILE_FILES == (FILE_NAME, COPY_NAME)


def test_first_start_creates_a_profile_and_shows_its_code_once(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    code = create_profile(app, qtbot)
    home_of(app, qtbot)
    assert len(code) > 20
    assert app.gate.card.code.text() == ""


def test_passphrases_that_differ_are_noticed_before_anything_is_made(start: StartApp, tmp_path: Path) -> None:
    app = start(tmp_path / "profile")
    app.gate.passphrase.line.setText("one passphrase")
    app.gate.repeated.line.setText("another passphrase")
    app.gate.confirm.click()
    assert app.gate.repeated.problem.text() == "The two passphrases differ."
    assert not (tmp_path / "profile").exists()


def test_a_wrong_passphrase_is_told_and_the_recovery_code_opens(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    first = start(tmp_path / "profile")
    code = create_profile(first, qtbot)
    home_of(first, qtbot)
    first.close()
    app = start(tmp_path / "profile")
    assert app.gate.step is Step.UNLOCK
    app.gate.unlock_with("wrong passphrase")
    qtbot.waitUntil(lambda: "does not open" in app.gate.note.label.text(), timeout=TIMEOUT_MS)
    app.gate.other.click()
    app.gate.recovery.line.setText(code)
    app.gate.passphrase.line.setText("a new passphrase")
    app.gate.repeated.line.setText("a new passphrase")
    app.gate.confirm.click()
    home_of(app, qtbot)


def test_a_case_is_opened_edited_and_closed_to_one_file(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    create_profile(app, qtbot)
    home = home_of(app, qtbot)
    home.new_wanted.emit("R20261120-0042")
    view = _case(app, qtbot)
    path = view.desk.case.path
    form = view.page("claim").form  # type: ignore[attr-defined]  # the claim page has one
    write(form.editors["insured_name"].control, "王建国")
    app.go_home()
    home = home_of(app, qtbot)
    assert sorted(item.name for item in path.parent.iterdir()) == [path.name], "one single file is left"
    assert home.model.index(0, 0).data() == "R20261120-0042"
    assert home.model.index(0, 1).data() == "王建国"
    home.open_current()
    again = _case(app, qtbot)
    claim = record_access.first_claim(again.desk.case)
    assert claim is not None
    assert claim.insured_name == "王建国"


def test_closing_the_window_saves_what_is_being_typed(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    create_profile(app, qtbot)
    home_of(app, qtbot).new_wanted.emit("R1")
    view = _case(app, qtbot)
    path = view.desk.case.path
    write(view.page("claim").form.editors["accident_place"].control, "世纪大道")  # type: ignore[attr-defined]
    app.window.close()
    qtbot.waitUntil(lambda: not app.window.isVisible(), timeout=TIMEOUT_MS)
    assert sorted(item.name for item in path.parent.iterdir()) == [path.name]
    app.close()
    later = start(tmp_path / "profile")
    later.gate.unlock_with("正确的口令很长很长")
    assert home_of(later, qtbot).model.index(0, 3).data() == "世纪大道"


def test_without_an_open_case_the_window_closes_at_the_first_try(start: StartApp, tmp_path: Path) -> None:
    app = start(tmp_path / "profile")
    app.window.close()
    assert not app.window.isVisible()


def test_the_list_says_that_the_office_locked_the_laptop_out(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    create_profile(app, qtbot)
    home_of(app, qtbot).new_wanted.emit("R1")
    _case(app, qtbot).desk.profile.set_setting("locked_out_at", "2026-11-20T08:00:00.000000Z")
    app.go_home()
    home = home_of(app, qtbot)
    assert "The office locked this laptop out" in home.note.label.text()
    assert home.model.index(0, 0).data() == "R1"
    home.open_current()
    assert _case(app, qtbot).desk.case.path.exists()


def test_a_case_file_that_is_gone_is_told_on_the_list(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    create_profile(app, qtbot)
    home_of(app, qtbot).new_wanted.emit("R1")
    path = _case(app, qtbot).desk.case.path
    app.go_home()
    home = home_of(app, qtbot)
    path.unlink()
    home.load()
    assert home.model.index(0, 6).data() == "file is missing"
    home.open_current()
    qtbot.waitUntil(lambda: "no longer where" in home.note.label.text(), timeout=TIMEOUT_MS)
    assert home.isEnabled()


def test_look_and_language_switch_at_once_and_are_remembered(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    app.window.top.language.click()
    QApplication.processEvents()
    assert app.gate.confirm.text() == "创建档案"
    app.choose_look(Theme.SUNLIGHT)
    assert theme.current_theme() is Theme.SUNLIGHT
    idle(app, qtbot)
    kept = load(tmp_path / "settings.toml").settings
    assert (kept.language, kept.theme) == ("zh_CN", Theme.SUNLIGHT)


def test_palette_finds_and_does_any_action(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    create_profile(app, qtbot)
    home_of(app, qtbot).new_wanted.emit("R1")
    view = _case(app, qtbot)
    palette = app.window.open_palette()
    assert isinstance(palette, ActionPalette)
    palette.line.setText("deliv")
    palette.run()
    assert isinstance(view.current(), DeliveryPage)
    sheet = app.window.open_shortcuts()
    sheet.accept()


def _open_sample(start: StartApp, sample: Sample, qtbot: QtBot) -> tuple[App, CaseView]:
    app = start(sample.profile)
    app.gate.unlock_with(PASSPHRASE)
    home_of(app, qtbot)
    app.open_case(sample.case)
    return app, _case(app, qtbot)


@pytest.mark.parametrize(
    ("look", "language"),
    [(Theme.LIGHT, chinese()), (Theme.DARK, english()), (Theme.SUNLIGHT, chinese())],
    ids=["light-zh", "dark-en", "sunlight-zh"],
)
def test_every_page_opens_in_every_look(
    start: StartApp, sample: Sample, qtbot: QtBot, look: Theme, language: Language
) -> None:
    app, view = _open_sample(start, sample, qtbot)
    for kind in PAGES:
        view.show_page(kind.PLACE.name)
        idle(app, qtbot)
    app.choose_look(look)
    app.choose_language(language)
    for kind in PAGES:
        view.show_page(kind.PLACE.name)
        idle(app, qtbot)
        assert not app.window.grab().isNull()
        _check_controls(view)


def _check_controls(view: QWidget) -> None:
    """Every control that takes the focus has a name for screen readers and is large enough for a gloved finger."""
    for control in view.findChildren(QWidget):
        by_tab = control.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if not control.isVisible() or not by_tab or control.focusProxy() is not None or type(control) is QWidget:
            continue
        if isinstance(control, QScrollArea) or control.objectName().startswith("qt_"):
            continue
        text = getattr(control, "text", None)
        assert control.accessibleName() or (text is not None and text()), control
        assert control.height() >= SMALLEST_PX, (control, control.accessibleName(), control.height())


def test_report_is_drafted_signed_and_checked(
    start: StartApp, sample: Sample, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, view = _open_sample(start, sample, qtbot)
    view.show_page("report")
    page = view.current()
    assert isinstance(page, ReportPage)
    idle(app, qtbot)
    assert page.document.pageCount() > 2
    assert "not signed" in page.state_label.text()
    assert page.panel.copy_button.isHidden()
    page.sign()
    idle(app, qtbot)
    (dialog,) = page.findChildren(SignDialog)
    if not dialog.sign_button.isEnabled():
        write(dialog.reason, "test")
    assert isinstance(dialog.chooser.current(), Credential)
    dialog.sign_button.click()
    idle(app, qtbot)
    assert page.panel.shown_report is not None
    assert page.state_label.text().startswith("Signed report")
    assert page.panel._findings
    assert {finding.level for finding in page.panel._findings} == {"ok"}
    saved = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(saved), ""))
    page.panel.copy_button.click()
    idle(app, qtbot)
    assert saved.read_bytes() == accessible_pdf(page.desk.case, page.panel.shown_report.id)
    view.show_page("claim")
    claim_form = view.page("claim").form  # type: ignore[attr-defined]
    assert not claim_form.binder.writable
    _deliver(app, view, qtbot)


def _deliver(app: App, view: CaseView, qtbot: QtBot) -> None:
    """Go on with the signed case: delivery to the live centre until the receipt is held."""
    view.show_page("delivery")
    page = view.current()
    assert isinstance(page, DeliveryPage)
    idle(app, qtbot)
    assert page.counts()[0] == 0
    page.deliver_button.click()
    assert page.deliver_button.text() == "Pause"
    idle(app, qtbot)
    assert page.note.label.text().startswith("Everything is at the centre")
    done, total = page.counts()
    assert done == total == 4
    assert {page.model.index(row, 3).data() for row in range(total)} == {"receipted"}
    qtbot.waitUntil(lambda: view.watch.latest.state == "receipted", timeout=TIMEOUT_MS)
    assert view.rail.buttons["delivery"].badge == "✓"
    shown = page.receipts._shown
    assert shown is not None
    assert shown[0].kind == "full"
    receipt = ReceiptView(page, shown[0])
    assert json.loads(shown[0].receipt)
    receipt.close()
    app.go_home()
    home = home_of(app, qtbot)
    assert home.model.index(0, 8).data() == "receipted"


def test_delivery_says_when_the_laptop_is_not_enrolled(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    create_profile(app, qtbot)
    home_of(app, qtbot).new_wanted.emit("R1")
    view = _case(app, qtbot)
    view.show_page("delivery")
    page = view.current()
    assert isinstance(page, DeliveryPage)
    assert "not enrolled" in page.note.label.text()
    page.note.button.click()
    (dialog,) = page.findChildren(EnrolDialog)
    dialog.server.setText("http://127.0.0.1:9")
    dialog.code.setText("AAAA")
    dialog.confirm.click()
    idle(app, qtbot)
    assert "cannot be reached" in dialog.note.label.text()
    assert dialog.confirm.isEnabled()
    dialog.reject()


def test_an_assignment_is_fetched_after_enrolling(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    embedded = EmbeddedCentre(tmp_path / "centre")
    server = embedded.start()
    try:
        code = office.create_user(embedded.centre, "zhang", "张查勘").code
        claim = office.open_claim(embedded.centre, "office:li", {"report_no": "R20261120-0099", "plate_no": "沪A12345"})
        app = start(tmp_path / "profile")
        create_profile(app, qtbot)
        home = home_of(app, qtbot)
        home.fetch_button.click()
        (dialog,) = home.findChildren(EnrolDialog)
        dialog.server.setText(server)
        dialog.code.setText(code or "")
        dialog.confirm.click()
        idle(app, qtbot)
        assert home.model.total() == 0
        assert "Nothing is assigned" in app.window.toasts.texts()[-1]
        office.assign(embedded.centre, "office:li", claim, "zhang")
        home.fetch_button.click()
        idle(app, qtbot)
        assert home.model.index(0, 0).data() == "R20261120-0099"
        home.open_current()
        view = _case(app, qtbot)
        assert view.desk.case.case_id == claim
    finally:
        embedded.stop()


def test_undo_of_the_window_takes_back_the_last_edit(start: StartApp, tmp_path: Path, qtbot: QtBot) -> None:
    app = start(tmp_path / "profile")
    create_profile(app, qtbot)
    home_of(app, qtbot).new_wanted.emit("R1")
    view = _case(app, qtbot)
    case = view.desk.case
    view.desk.edits.do(lambda: records.create(case, Person, {"name": "王"}))
    idle(app, qtbot)
    assert app.window.top.undo.isEnabled()
    assert app.window.top.saved.text().startswith("saved ")
    app.window.top.undo.click()
    idle(app, qtbot)
    assert record_access.list_all(case, Person) == []
    app.window.top.redo.click()
    idle(app, qtbot)
    assert len(record_access.list_all(case, Person)) == 1
