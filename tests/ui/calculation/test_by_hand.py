"""Figures are put in by hand in the window, with a reason that the sheet prints; so are covers that no record holds."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.calculation.calculations import Calculation
from surveyor_app.domain.calculation.compulsory.parties import Item
from surveyor_app.domain.calculation.gathering.case_figures import Wishes
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.operations.calculation.calculating import calculate_case, packs_in
from surveyor_app.operations.calculation.sheets import sheet_of
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.calculation.hand_dialog import HandFigureDialog
from surveyor_app.ui.calculation.page import CalculationPage
from surveyor_app.wording.languages import english
from tests.operations.calculation.collision import collide
from tests.operations.worlds import moment, only
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write

Ask = Callable[..., HandFigureDialog]


def burn(case: CaseFile) -> None:
    """A fire under a policy of 8 million; what is insured is worth nobody wrote down what."""
    records.change(case, Claim, only(case, Claim).id, {"accident_at": moment(0), "loss_cause": "fire"})
    policy = records.create(case, Policy, {"policy_no": "F1", "line": "property"}).id
    records.create(case, Cover, {"policy_uid": policy, "kind": "other", "sum_insured": Decimal(8_000_000)})
    records.create(case, PropertyItem, {"party": "insured", "name": "厂房", "amount": Decimal(8_000_000)})


@pytest.fixture
def page(desk: Desk, open_page: OpenPage, settle: Settle) -> CalculationPage:
    burn(desk.case)
    made = open_page(CalculationPage)
    assert isinstance(made, CalculationPage)
    settle()
    return made


def texts(page: CalculationPage, column: int) -> list[str]:
    return [page.table.rows.item(row, column).text().strip() for row in range(page.table.rows.rowCount())]


def go_to(page: CalculationPage, start: str) -> None:
    row = next(place for place, text in enumerate(texts(page, 0)) if text.startswith(start))
    page.table.setCurrentIndex(page.table.rows.index(row, 0))
    page.table.setFocus()


def opened(page: CalculationPage) -> HandFigureDialog:
    QApplication.processEvents()
    return next(box for box in page.findChildren(HandFigureDialog) if box.isVisible())


def choose(dialog: HandFigureDialog, place: str, figure: str) -> None:
    dialog.place.setCurrentIndex(dialog.place.findText(place))
    dialog.place.activated.emit(dialog.place.currentIndex())
    dialog.figure.setCurrentIndex(dialog.figure.findText(figure))
    dialog.figure.activated.emit(dialog.figure.currentIndex())


def put_in(page: CalculationPage, place: str, figure: str, value: str, settle: Settle, insurer: str = "") -> None:
    page.hand_button.click()
    dialog = opened(page)
    choose(dialog, place, figure)
    if insurer:
        write(dialog.insurer, insurer)
    dialog.value.line.clear()
    write(dialog.value.line, value)
    write(dialog.reason, "per the policy")
    dialog.use_button.click()
    settle()


def test_what_is_missing_is_filled_in_from_its_row_by_keyboard(
    page: CalculationPage, desk: Desk, settle: Settle
) -> None:
    assert "This insurer pays (in part: not everything could be counted)" in texts(page, 0)
    total = texts(page, 0).index("This insurer pays (in part: not everything could be counted)")
    assert page.table.columnSpan(total, 0) == 2, "cut off beside an empty column"
    go_to(page, "Insurable value")
    press(page.table, Qt.Key.Key_Return)
    dialog = opened(page)
    assert (dialog.place.currentText(), dialog.figure.currentText()) == (
        "Property, item by item · F1", "Insurable value",
    )  # fmt: skip
    assert QApplication.focusWidget() is dialog.value.line
    assert dialog.recorded.isHidden()
    write(dialog.value.line, "10,000,000")
    assert not dialog.use_button.isEnabled(), "a reason is wanted"
    press(dialog.value.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    write(dialog.reason, "appraised 2026-11-20")
    press(dialog.reason, Qt.Key.Key_Return)
    settle()
    assert "This insurer pays" in texts(page, 0)
    assert texts(page, 2)[texts(page, 0).index("This insurer pays")] == "6,400,000.00"  # K50 without rescue
    how = texts(page, 1)[texts(page, 0).index("Insurable value")]
    assert how == "put in by hand: appraised 2026-11-20"
    assert page.hand_note.text() == "1 figure by hand · not kept yet: Keep this calculation"
    page.keep()
    settle()
    assert page.hand_note.text() == "1 figure by hand"
    kept = only(desk.case, Calculation)
    assert kept.total == Decimal("6400000.00")
    assert "appraised 2026-11-20" in (kept.inputs or "")


def test_a_recorded_figure_says_what_it_was_and_comes_back(page: CalculationPage, settle: Settle) -> None:
    put_in(page, "Property, item by item · F1", "Insurable value", "8000000", settle)
    go_to(page, "Sum insured")
    page.table.figure_wanted.emit(page.table.current_figure)
    dialog = opened(page)
    assert dialog.value.line.text() == "8000000"
    assert dialog.recorded.text() == "the records say 8,000,000.00 (Cover (1))"
    assert dialog.back_button.isHidden()
    dialog.value.line.clear()
    write(dialog.value.line, "4000000")
    write(dialog.reason, "endorsement 3")
    dialog.use_button.click()
    settle()
    place = texts(page, 0).index("Sum insured")
    assert texts(page, 1)[place] == "put in by hand: endorsement 3; the records say 8,000,000.00 (Cover (1))"
    assert texts(page, 2)[place] == "4,000,000.00"
    assert page.base is not None
    said = sheet_of(page.desk.case, page.base, moment(55), "en").parts[0].figures
    (sum_insured,) = [figure for figure in said if figure.name.in_(english()) == "Sum insured"]
    assert sum_insured.source.in_(english()).startswith(
        "put in by hand: endorsement 3; the records say 8,000,000.00 (Cover "
    )
    go_to(page, "Sum insured")
    page.table.figure_wanted.emit(page.table.current_figure)
    dialog = opened(page)
    assert dialog.reason.text() == "endorsement 3"
    dialog.back_button.click()
    settle()
    assert texts(page, 2)[texts(page, 0).index("Sum insured")] == "8,000,000.00"


def test_a_choice_is_chosen_and_said_to_be(page: CalculationPage, settle: Settle) -> None:
    put_in(page, "Property, item by item · F1", "Insurable value", "10000000", settle)
    page.hand_button.click()
    dialog = opened(page)
    choose(dialog, "Property, item by item · F1", "Basis")
    dialog.value.choice.setCurrentIndex(dialog.value.choice.findText("First loss"))
    write(dialog.reason, "clause 12")
    dialog.use_button.click()
    settle()
    assert texts(page, 2)[texts(page, 0).index("This insurer pays")] == "8,000,000.00"
    go_to(page, "Basis")
    assert "put in by hand: clause 12" in page.detail.toPlainText()


@pytest.mark.parametrize("value", ["-1", "1.234", "ten", "1e400", "NaN", "Infinity", ""])
def test_what_is_no_amount_is_not_taken(page: CalculationPage, value: str) -> None:
    page.hand_button.click()
    dialog = opened(page)
    choose(dialog, "Property, item by item · F1", "Insurable value")
    write(dialog.value.line, value)
    write(dialog.reason, "x")
    assert not dialog.use_button.isEnabled()


def test_double_insurance_is_worked_out(page: CalculationPage, settle: Settle) -> None:
    put_in(page, "Double insurance", "Approved loss", "600000", settle)
    assert any(text.startswith("Sum insured by") for text in texts(page, 0)), "what is missing is named"
    put_in(page, "Double insurance", "Sum insured by", "800000", settle, "Insurer A")
    put_in(page, "Double insurance", "Sum insured by", "400000", settle, "Insurer B")
    shown = dict(zip(texts(page, 0), texts(page, 2), strict=True))
    assert (shown["Insurer A"], shown["Insurer B"]) == ("400,000.00", "200,000.00")  # K55


def test_united_states_forms_are_worked_out(page: CalculationPage, settle: Settle) -> None:
    name = "United States forms: coinsurance"
    for figure, value in (
        ("Insurance carried", "120000"), ("Value", "200000"), ("Coinsurance percentage", "80"),
        ("Approved loss", "40000"), ("Absolute deductible", "1000"),
    ):  # fmt: skip
        put_in(page, name, figure, value, settle)
    payments = [v for w, v in zip(texts(page, 0), texts(page, 2), strict=True) if w == "Payment"]
    assert "29,000.00" in payments  # K60
    assert "This insurer pays (in part: not everything could be counted)" in texts(page, 0), "two currencies"


def test_whoever_opens_the_case_again_finds_the_figures_that_were_kept(
    page: CalculationPage, desk: Desk, open_page: OpenPage, settle: Settle
) -> None:
    put_in(page, "Property, item by item · F1", "Insurable value", "10000000", settle)
    put_in(page, "Double insurance", "Approved loss", "1", settle)
    put_in(page, "Double insurance", "Sum insured by", "1", settle, "B")
    before = page.base
    page.keep()
    settle()
    again = open_page(CalculationPage)
    assert isinstance(again, CalculationPage)
    settle()
    assert again.base is not None
    assert before is not None
    assert again.base.worksheet.sha256 == before.worksheet.sha256
    assert again.hand_note.text() == "3 figures by hand"


def test_nothing_by_hand_is_in_another_calculation(page: CalculationPage, desk: Desk, settle: Settle) -> None:
    put_in(page, "Property, item by item · F1", "Insurable value", "10000000", settle)
    untouched, _figures = calculate_case(desk.case, packs_in(()), Wishes(), english())
    assert untouched.is_partial


def test_what_compulsory_cover_only_advances_is_decided_by_hand_and_said(
    desk: Desk, open_page: OpenPage, settle: Settle
) -> None:
    collide(desk.case)
    page = open_page(CalculationPage)
    assert isinstance(page, CalculationPage)
    settle()
    assert page.base is not None
    assert page.base.worksheet.compulsory is not None
    before, victim = page.base.total, next(
        loss.victim for loss in page.base.worksheet.compulsory.losses if loss.item is Item.MEDICAL
    )  # fmt: skip
    page.hand_button.click()
    dialog = opened(page)
    choose(
        dialog,
        dialog.place.itemText(dialog.place.findText(victim, Qt.MatchFlag.MatchEndsWith)),
        "Rescue of the injured",
    )
    write(dialog.value.line, "100")
    write(dialog.reason, "hospital's list")
    dialog.use_button.click()
    settle()
    page.hand_button.click()
    dialog = opened(page)
    choose(dialog, page.base.parts[0].pack.name.in_(english()), "Only advances rescue")
    dialog.value.choice.setCurrentIndex(dialog.value.choice.findText("yes"))
    write(dialog.reason, "drunk, police certificate")
    dialog.use_button.click()
    settle()
    assert page.base.total != before
    assert f"By hand: of the medical cost of {victim} 100 was rescue (reason: hospital's list)" in texts(page, 0)
    assert "By hand: compulsory cover only advances rescue: yes (reason: drunk, police certificate)" in texts(page, 0)
    page.keep()
    settle()
    again = open_page(CalculationPage)
    assert isinstance(again, CalculationPage)
    settle()
    assert again.base is not None
    assert again.base.worksheet.sha256 == page.base.worksheet.sha256
