"""A statement is read, corrected, signed by three people and closed in the window, by keyboard and pen alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize, QPointingDevice
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.casefile import drafts
from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.errors import StatementChanging, StatementPagesChanged
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.operations.editing import records
from surveyor_app.operations.people.consents import consents_of, standing
from surveyor_app.operations.statements.closing import close, ready_paper, statement_pdf
from surveyor_app.operations.statements.contents import StatementContents, load_contents
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading
from surveyor_app.operations.statements.sealed_copies import handed_out
from surveyor_app.operations.statements.signing import give, needs
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.signing.papers import draw_pages
from surveyor_app.ui.signing.printing import print_paper
from surveyor_app.ui.signing.prints import picture_png
from surveyor_app.ui.signing.refusing import RefusalDialog
from surveyor_app.ui.signing.window import SigningWindow
from surveyor_app.ui.statements.page import StatementsPage
from tests.operations.statement_world import Taken, drawing, sign_all, take, take_frozen
from tests.ui.conftest import OpenPage, Settle
from tests.ui.ink.test_pad import pen, write_with_pen

__all__ = ["pen"]

QT_MAY_SAY = (r"QPainter::begin\(\): Returned false", "JPEG datastream contains no image")
CONTROL = Qt.KeyboardModifier.ControlModifier
OpenSigning = Callable[[Taken], SigningWindow]


@pytest.fixture
def open_signing(window: QWidget, desk: Desk, settle: Settle, qtbot: QtBot) -> OpenSigning:
    def make(taken: Taken) -> SigningWindow:
        made = SigningWindow(window, desk, taken.statement)
        made.show()
        qtbot.waitExposed(made)
        settle()
        return made

    return make


def _contents(case: CaseFile, taken: Taken) -> StatementContents:
    return load_contents(case, taken.statement)


def _sign_everything(signing: SigningWindow, pen: QPointingDevice, settle: Settle) -> list[str]:
    asked = []
    while signing.state is not None and signing.state.next_need is not None:
        need = signing.state.needs[signing.state.next_need]
        asked.append(f"{need.purpose} {need.signer.name}")
        write_with_pen(signing.asking.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
        QTest.keyClick(signing.asking.pad, Qt.Key.Key_Return)
        settle()
    return asked


def test_the_whole_job_by_keyboard_and_pen(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    taken = take(case, questions=2)
    signing = open_signing(taken)
    QTest.keyClick(signing.correcting.mode, Qt.Key.Key_Down)
    signing.correcting.mode.activated.emit(signing.correcting.mode.currentIndex())
    settle()
    assert _contents(case, taken).statement.status == "reading"
    signing.correcting.texts.setFocus()
    QTest.keyClick(signing.correcting.texts, Qt.Key.Key_Down)
    signing.correcting.editor.setFocus()
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(signing.correcting.editor, "about 15 m")
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_Return, CONTROL)
    settle()
    (correction,) = _contents(case, taken).corrections
    assert (correction.answer_uid, correction.new) == (taken.answers[0], "about 15 m")
    QTest.keyClick(signing, Qt.Key.Key_R, CONTROL)
    settle()
    asked = _sign_everything(signing, pen, settle)
    assert asked == [
        "notice 李国强", "correction 李国强", "page 李国强", "closing 李国强", "page 张查勘", "page 王协办",
    ]  # fmt: skip
    assert not _contents(case, taken).statement.sealed
    QTest.keyClick(signing, Qt.Key.Key_R, CONTROL)
    settle()
    statement = _contents(case, taken).statement
    assert (statement.status, statement.sealed) == ("closed", True)
    assert signing.closed.isVisible()
    assert not signing.sign_button.isVisible()


def test_the_closing_sentence_is_never_written_for_the_person(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement, but="closing")
    signing = open_signing(taken)
    assert signing.asking.need is not None
    assert signing.asking.need.purpose == "closing"
    assert signing.asking.pad.is_blank()
    assert "以上笔录我看过" in signing.asking.sentence.text()
    assert not signing.asking.next_button.isEnabled()


def test_nothing_is_signed_before_it_was_said_how_it_is_read(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take(case)
    signing = open_signing(taken)
    QTest.keyClick(signing, Qt.Key.Key_R, CONTROL)
    settle()
    assert signing.note.isVisible()
    assert _contents(case, taken).pages == ()


def test_what_was_signed_is_there_after_leaving_and_coming_back(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    taken = take_frozen(case)
    signing = open_signing(taken)
    write_with_pen(signing.asking.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
    QTest.keyClick(signing.asking.pad, Qt.Key.Key_Return)
    settle()
    QTest.keyClick(signing, Qt.Key.Key_Escape)
    again = open_signing(taken)
    assert again.state is not None
    assert again.state.next_need == 1


def test_a_refusal_is_noted_with_reason_and_witness(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    taken = take(case)
    witness = records.create(case, Person, {"name": "赵邻居"}).id
    begin_reading(case, taken.statement, "self_read")
    freeze_pages(case, taken.statement)
    signing = open_signing(taken)
    signing.refuse()
    dialog = signing.findChild(RefusalDialog)
    assert dialog is not None
    assert not dialog.done_button.isEnabled()
    QTest.keyClicks(dialog.reason, "no time")
    dialog.witness.setCurrentIndex(dialog.witness.findData(witness))
    dialog.done_button.click()
    settle()
    assert _sign_everything(signing, pen, settle) == ["page 赵邻居", "page 张查勘", "page 王协办"]
    signing.sign_button.click()
    settle()
    statement = _contents(case, taken).statement
    assert (statement.status, statement.refusal_reason) == ("refused", "no time")


def _at_the_first_page(case: CaseFile, open_signing: OpenSigning) -> tuple[Taken, SigningWindow]:
    taken = take_frozen(case)
    notice = needs(_contents(case, taken))[0]
    give(case, taken.statement, notice, drawing(), "pen")
    return taken, open_signing(taken)


def test_a_fingerprint_is_kept_beside_the_signature_once_the_person_agreed(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle, photos: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    taken, signing = _at_the_first_page(case, open_signing)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(photos[0]), ""))
    write_with_pen(signing.asking.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
    signing.asking.print_button.click()
    settle()
    dialog = signing.prints.dialog
    assert dialog is not None
    assert "单独同意采集指纹" in dialog.text.text()
    write_with_pen(dialog.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
    dialog.yes_button.click()
    settle()
    consent = standing(case, taken.subject, "fingerprint")
    assert consent is not None
    assert (consent.statement_uid, consent.mode) == (taken.statement, "signed")
    page = next(need for need in needs(_contents(case, taken)) if need.purpose == "page")
    assert page.ink_id is not None
    assert page.print_id is not None
    printed = next(ink for ink in _contents(case, taken).inks if ink.id == page.print_id)
    assert b"".join(read_blob(case, printed.sha256 or "")).startswith(b"\x89PNG")
    assert signing.state is not None
    assert signing.state.next_need == 2


def test_without_consent_no_fingerprint_is_taken_and_the_signature_is_enough(
    case: CaseFile, open_signing: OpenSigning, settle: Settle, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, signing = _at_the_first_page(case, open_signing)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(photos[0]), ""))
    signing.asking.print_button.click()
    dialog = signing.prints.dialog
    assert dialog is not None
    dialog.no_button.click()
    settle()
    assert standing(case, taken.subject, "fingerprint") is None
    assert [item.granted for item in consents_of(case, taken.subject)] == [False]
    assert "signature alone" in signing.note.label.text()
    assert all(ink.form != "fingerprint" for ink in _contents(case, taken).inks)


def test_what_is_no_picture_is_no_fingerprint(tmp_path: Path, photos: list[Path], qapp: QApplication) -> None:
    wrong = tmp_path / "print.png"
    wrong.write_bytes(photos[0].read_bytes()[:300])
    vector = tmp_path / "print.svg"
    vector.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    assert [picture_png(path) for path in (wrong, vector, tmp_path / "none.png")] == [b"", b"", b""]
    made = picture_png(photos[0])
    assert made.startswith(b"\x89PNG")
    assert b"Exif" not in made


def test_a_closed_statement_hands_out_copies_and_takes_a_supplement(
    case: CaseFile,
    open_signing: OpenSigning,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    signing = open_signing(taken)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "copy.pdf"), ""))
    signing.closed.save_button.click()
    settle()
    assert (tmp_path / "copy.pdf").read_bytes() == handed_out(case, taken.statement)
    assert _contents(case, taken).statement.copy_given == "pdf"
    with qtbot.waitSignal(signing.supplement_made) as made:
        signing.closed.supplement_button.click()
    settle()
    supplement = load_contents(case, made.args[0]).statement
    assert (supplement.supplement_of, supplement.status) == (taken.statement, "draft")


def _pdf_printer(path: Path, paper: QPageSize.PageSizeId) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(paper))
    return printer


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A5])
def test_the_paper_is_printed_whole_on_whatever_is_in_the_printer(
    case: CaseFile, look: None, tmp_path: Path, size: QPageSize.PageSizeId
) -> None:
    taken = take(case, questions=18)
    begin_reading(case, taken.statement, "self_read")
    pdf = statement_pdf(case, taken.statement)
    assert print_paper(pdf, _pdf_printer(tmp_path / "printed.pdf", size))
    before = list(draw_pages(pdf, 72))
    printed = list(draw_pages((tmp_path / "printed.pdf").read_bytes(), 72))
    assert len(printed) == len(before) >= 2
    for page, sheet in zip(before, printed, strict=True):
        left, top, right, bottom = _ink_box(page)
        scale = min(1.0, sheet.width() / page.width(), sheet.height() / page.height())
        found = _ink_box(sheet)
        assert found[3] - found[1] == pytest.approx((bottom - top) * scale, abs=8)
        assert found[2] - found[0] == pytest.approx((right - left) * scale, abs=8)


def _ink_box(page: QImage) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of everything dark."""
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    picture = Image.frombytes(
        "L", (page.width(), page.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine()
    )
    box = picture.point([255] * 150 + [0] * 106).getbbox()
    assert box is not None
    return box


def test_a_printed_copy_is_noted_and_printed_beside_the_window(
    case: CaseFile, open_signing: OpenSigning, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    signing = open_signing(taken)
    printer = _pdf_printer(tmp_path / "printed.pdf", QPageSize.PageSizeId.A4)
    monkeypatch.setattr("surveyor_app.ui.signing.copies.ask_printer", lambda *_args: printer)
    signing.closed.print_button.click()
    settle()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")
    assert _contents(case, taken).statement.copy_given == "paper"


def test_a_copy_that_no_printer_took_is_not_noted(
    case: CaseFile, open_signing: OpenSigning, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    signing = open_signing(taken)
    printer = _pdf_printer(tmp_path / "no folder" / "printed.pdf", QPageSize.PageSizeId.A4)
    monkeypatch.setattr("surveyor_app.ui.signing.copies.ask_printer", lambda *_args: printer)
    signing.closed.print_button.click()
    settle()
    assert "printer" in signing.note.label.text()
    assert _contents(case, taken).statement.copy_given is None


def test_what_is_read_turns_round_for_the_person_opposite(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    taken = take_frozen(case)
    signing = open_signing(taken)
    QTest.keyClick(signing, Qt.Key.Key_F6)
    pad = signing.asking.pad
    write_with_pen(pad, pen, [(pad.width(), pad.height()), (pad.width() - 50, pad.height()), (pad.width() - 50, 90)])
    assert pad.drawing().strokes[0][0].x == 0


def test_the_surveyors_turn_is_turned_back(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    signing = open_signing(take_frozen(case))
    QTest.keyClick(signing, Qt.Key.Key_F6)
    turned: dict[str, set[bool]] = {}
    while signing.state is not None and signing.state.next_need is not None:
        need = signing.state.needs[signing.state.next_need]
        turned.setdefault(need.signer.name, set()).add(signing.asking.what.graphicsEffect() is not None)
        write_with_pen(signing.asking.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
        QTest.keyClick(signing.asking.pad, Qt.Key.Key_Return)
        settle()
    assert turned == {"李国强": {True}, "张查勘": {False}, "王协办": {False}}


def test_the_paper_shown_before_sealing_is_the_paper_that_is_sealed(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take_frozen(case)
    unsigned = open_signing(taken).state
    sign_all(case, taken.statement)
    signing = open_signing(taken)
    assert unsigned is not None
    assert signing.state is not None
    shown = [picture.image for picture in signing.state.pictures]
    assert all(image != before.image for image, before in zip(shown, unsigned.pictures, strict=True))
    QTest.keyClick(signing, Qt.Key.Key_R, CONTROL)
    settle()
    assert _contents(case, taken).statement.sealed
    assert [picture.image for picture in signing.state.pictures] == shown


def test_a_paper_that_is_not_any_more_what_was_shown_is_not_sealed(case: CaseFile) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    paper = ready_paper(case, taken.statement)
    records.change(case, Person, taken.subject, {"phone": "13700000000"})
    with pytest.raises((StatementChanging, StatementPagesChanged)):
        close(case, taken.statement, paper=paper)
    assert not _contents(case, taken).statement.sealed


def test_all_that_the_person_opposite_reads_and_presses_is_turned(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take_frozen(case, questions=40)
    signing = open_signing(taken)
    QTest.keyClick(signing, Qt.Key.Key_F6)
    settle()
    asking = signing.asking
    theirs = (asking.what, asking.progress, asking.clear_button, asking.print_button, asking.next_button)
    assert all(widget.graphicsEffect() is not None for widget in theirs)
    assert asking.what.y() > asking.pad.y() > asking.next_button.y()
    assert asking.next_button.x() < asking.clear_button.x()
    bar = signing.pages.verticalScrollBar()
    place = bar.value()
    QTest.keyClick(signing.pages, Qt.Key.Key_PageDown)
    assert bar.value() < place
    QTest.keyClick(signing.pages, Qt.Key.Key_Home)
    assert bar.value() == bar.maximum()
    QTest.keyClick(signing, Qt.Key.Key_F6)
    settle()
    assert all(widget.graphicsEffect() is None for widget in theirs)
    assert asking.what.y() < asking.pad.y() < asking.next_button.y()


def test_a_person_opposite_reads_their_own_language(case: CaseFile, open_signing: OpenSigning, settle: Settle) -> None:
    taken = take_frozen(case, language="en")
    english = open_signing(taken)
    assert english.asking.what.text() == "Please sign that you have taken note of the notice."
    records.change(case, Statement, taken.statement, {"language": "zh_CN"})
    english.work.load()
    settle()
    assert "告知" in english.asking.what.text()


def test_the_statements_page_opens_it_and_says_why_a_signed_one_is_locked(
    case: CaseFile, open_page: OpenPage, settle: Settle, qtbot: QtBot
) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    page = open_page(StatementsPage)
    assert isinstance(page, StatementsPage)
    settle()
    page.read_and_sign()
    settle()
    signing = page.signing
    assert signing is not None
    signing.sign_button.click()
    settle()
    signing.reject()
    settle()
    assert page.signing is None
    assert not page.withdrawal.button.isEnabled()
    assert page.sign_button.text() == "Print and copies…"
    assert "nothing of it changes any more" in page.answers.help.text()


def test_pages_that_changed_before_sealing_are_laid_out_and_signed_again(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    signing = open_signing(taken)
    records.change(case, Person, taken.subject, {"phone": "13811111111"})
    signing.sign_button.click()
    settle()
    assert signing.note.isVisible()
    assert _sign_everything(signing, pen, settle) == [
        "page 李国强",
        "closing 李国强",
        "page 张查勘",
        "page 王协办",
    ]
    signing.sign_button.click()
    settle()
    assert _contents(case, taken).statement.sealed


def test_the_head_of_a_signed_statement_cannot_be_typed_over(
    case: CaseFile, open_page: OpenPage, settle: Settle
) -> None:
    taken = take_frozen(case)
    sign_all(case, taken.statement)
    close(case, taken.statement)
    page = open_page(StatementsPage)
    assert isinstance(page, StatementsPage)
    settle()
    assert page.form.binder.writable == frozenset()


def _type_correction(signing: SigningWindow, text: str, row: int = 1) -> None:
    signing.correcting.texts.setCurrentRow(row)
    signing.correcting.editor.setFocus()
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(signing.correcting.editor, text)


def test_what_was_typed_as_a_correction_stays_while_other_texts_are_looked_at(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take(case, questions=2)
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    _type_correction(signing, "about 15 m")
    signing.correcting.texts.setCurrentRow(3)
    assert signing.correcting.editor.toPlainText() == "大概十米远，第2次。"
    signing.work.load()
    settle()
    signing.correcting.texts.setCurrentRow(1)
    assert signing.correcting.editor.toPlainText() == "about 15 m"
    assert _contents(case, taken).corrections == ()


def test_what_was_typed_as_a_correction_is_there_again_after_leaving(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take(case, questions=2)
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    _type_correction(signing, "about 15 m")
    QTest.keyClicks(signing.correcting.reason, "remembered")
    signing.leave_button.click()
    signing.leave_button.click()
    settle()
    again = open_signing(taken)
    again.correcting.texts.setCurrentRow(1)
    assert again.correcting.editor.toPlainText() == "about 15 m"
    assert again.correcting.reason.text() == "remembered"
    again.sign_button.click()
    settle()
    assert _contents(case, taken).statement.status == "reading"
    again.correcting.editor.setFocus()
    QTest.keyClick(again.correcting.editor, Qt.Key.Key_Return, CONTROL)
    settle()
    (correction,) = _contents(case, taken).corrections
    assert (correction.new, correction.reason) == ("about 15 m", "remembered")
    assert drafts.drafts(case) == []


def test_a_correction_taken_back_is_not_there_again(
    case: CaseFile, open_signing: OpenSigning, settle: Settle, qtbot: QtBot
) -> None:
    taken = take(case, questions=2)
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    _type_correction(signing, "about 15 m")
    qtbot.waitUntil(lambda: len(drafts.drafts(case)) == 1)
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: drafts.drafts(case) == [])


def test_what_was_drawn_and_not_given_is_said_before_it_is_dropped(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle, qtbot: QtBot
) -> None:
    taken = take_frozen(case)
    signing = open_signing(taken)
    write_with_pen(signing.asking.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
    signing.leave_button.click()
    assert signing.isVisible()
    assert signing.note.isVisible()
    with qtbot.waitSignal(signing.finished):
        signing.leave_button.click()
    assert _contents(case, taken).inks == ()


def test_a_statement_is_neither_signed_nor_left_over_a_correction_that_was_only_typed(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take(case, questions=2)
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    _type_correction(signing, "about 15 m")
    signing.correcting.texts.setCurrentRow(3)
    signing.sign_button.click()
    settle()
    assert _contents(case, taken).statement.status == "reading"
    assert signing.note.isVisible()
    assert signing.correcting.editor.toPlainText() == "about 15 m"
    signing.leave_button.click()
    assert signing.isVisible()
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_Return, CONTROL)
    settle()
    assert [item.new for item in _contents(case, taken).corrections] == ["about 15 m"]
    assert not signing.note.isVisible()
    signing.sign_button.click()
    settle()
    assert _contents(case, taken).statement.status == "signing"


def test_escape_takes_back_what_was_typed_and_then_leaves(
    case: CaseFile, open_signing: OpenSigning, settle: Settle, qtbot: QtBot
) -> None:
    taken = take(case)
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    _type_correction(signing, "about 15 m")
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_Escape)
    assert signing.correcting.editor.toPlainText() == "大概十米远，第1次。"
    assert signing.isVisible()
    with qtbot.waitSignal(signing.finished):
        QTest.keyClick(signing.correcting.editor, Qt.Key.Key_Escape)


def test_from_correcting_one_goes_back_to_signing_with_nothing_lost(
    case: CaseFile, open_signing: OpenSigning, pen: QPointingDevice, settle: Settle
) -> None:
    taken = take_frozen(case)
    signing = open_signing(taken)
    write_with_pen(signing.asking.pad, pen, [(20, 60), (90, 40), (160, 80), (200, 50)])
    QTest.keyClick(signing.asking.pad, Qt.Key.Key_Return)
    settle()
    signing.back_button.click()
    assert signing.correcting.isVisible()
    assert not signing.asking.isVisible()
    assert signing.sign_button.isEnabled()
    signing.sign_button.click()
    settle()
    assert signing.asking.isVisible()
    assert len(_contents(case, taken).inks) == 1
    assert _contents(case, taken).statement.status == "signing"


def test_once_something_was_corrected_nothing_more_is_asked(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take(case)
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    assert signing.back_button.isVisible()
    _type_correction(signing, "about 15 m")
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_Return, CONTROL)
    settle()
    assert not signing.back_button.isVisible()


def test_pages_are_made_larger_and_fitted_by_keyboard_and_stay_where_they_were(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    signing = open_signing(take(case, questions=40))
    pages = signing.pages
    view, bar, across = pages.viewport(), pages.verticalScrollBar(), pages.horizontalScrollBar()
    full = bar.maximum()
    assert across.maximum() == 0
    bar.setValue(full // 2)
    QTest.keyClick(signing, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(signing, Qt.Key.Key_Plus, CONTROL)
    settle()
    assert across.maximum() > 0
    assert bar.maximum() > full * 1.4
    assert bar.value() == pytest.approx(bar.maximum() / 2, abs=view.height() / 4)
    QTest.keyClick(signing, Qt.Key.Key_0, CONTROL)
    settle()
    pages.go_to(1)
    settle()
    whole = pages.grab().toImage()
    assert across.maximum() == 0
    assert _ink_box(whole)[3] > view.height() * 0.9
    QTest.keyClick(signing, Qt.Key.Key_0, CONTROL)
    settle()
    assert bar.maximum() == full


def test_page_keys_lead_through_the_pages_while_the_pad_has_the_keyboard(
    case: CaseFile, open_signing: OpenSigning
) -> None:
    taken = take_frozen(case, questions=40)
    signing = open_signing(taken)
    assert signing.asking.pad.hasFocus()
    bar = signing.pages.verticalScrollBar()
    QTest.keyClick(signing.asking.pad, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(signing.asking.pad, Qt.Key.Key_PageUp)
    assert bar.value() == 0


@pytest.mark.parametrize("stage", ["reading", "asked", "signed", "closed"])
def test_it_fits_the_smallest_screen_in_the_longer_language(
    case: CaseFile, open_signing: OpenSigning, stage: str
) -> None:
    taken = take(case, language="en")
    begin_reading(case, taken.statement, "self_read")
    if stage != "reading":
        freeze_pages(case, taken.statement)
    if stage in ("signed", "closed"):
        sign_all(case, taken.statement)
    if stage == "closed":
        close(case, taken.statement)
    smallest = open_signing(taken).minimumSizeHint()
    assert (smallest.width() <= 1024, smallest.height() <= 640) == (True, True)


def test_a_correction_that_was_only_typed_comes_before_the_next_signature(
    case: CaseFile, open_signing: OpenSigning, settle: Settle, qtbot: QtBot
) -> None:
    taken = take_frozen(case)
    signing = open_signing(taken)
    signing.back_button.click()
    _type_correction(signing, "about 15 m")
    signing.leave_button.click()
    signing.leave_button.click()
    settle()
    again = open_signing(taken)
    assert not again.asking.isVisible()
    again.correcting.texts.setCurrentRow(1)
    assert again.correcting.editor.toPlainText() == "about 15 m"
    again.sign_button.click()
    assert again.note.isVisible()
    again.correcting.editor.setFocus()
    QTest.keyClick(again.correcting.editor, Qt.Key.Key_Escape)
    settle()
    again.sign_button.click()
    assert again.asking.isVisible()
    qtbot.waitUntil(lambda: drafts.drafts(case) == [])


def test_a_question_on_cover_is_named_and_corrected_before_anybody_signs(
    case: CaseFile, open_signing: OpenSigning, settle: Settle
) -> None:
    taken = take(case, questions=2)
    records.change(case, Answer, taken.answers[1], {"question": "知道拒 赔吗？"})
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    QTest.keyClick(signing, Qt.Key.Key_R, CONTROL)
    settle()
    assert _contents(case, taken).statement.status == "reading"
    assert "Question 2: “拒赔”" in signing.note.label.text()
    signing.note.button.click()
    assert signing.correcting.editor.hasFocus()
    assert signing.correcting.editor.toPlainText() == "知道拒 赔吗？"
    assert "says something on cover" in signing.correcting.cover.text()
    signing.correcting.editor.setPlainText("What do you know?")
    assert signing.correcting.cover.isHidden()
    QTest.keyClick(signing.correcting.editor, Qt.Key.Key_Return, CONTROL)
    settle()
    QTest.keyClick(signing, Qt.Key.Key_R, CONTROL)
    settle()
    assert _contents(case, taken).statement.status == "signing"


def test_words_in_the_head_lead_back_to_the_head(
    case: CaseFile, open_signing: OpenSigning, settle: Settle, qtbot: QtBot
) -> None:
    taken = take(case, questions=1)
    records.change(case, Statement, taken.statement, {"guardian_absent_reason": "已说明免责"})
    begin_reading(case, taken.statement, "self_read")
    signing = open_signing(taken)
    QTest.keyClick(signing, Qt.Key.Key_R, CONTROL)
    settle()
    assert "免责" in signing.note.label.text()
    with qtbot.waitSignal(signing.field_wanted) as wanted:
        signing.note.button.click()
    assert wanted.args == ["guardian_absent_reason"]
