"""The page of the calculation: inputs with their source, steps, result, and what if beside it without changing anything."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.domain.calculation.calculations import Calculation
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.operations.editing import records
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.calculation import page as calculation_page
from surveyor_app.ui.calculation.page import CalculationPage
from surveyor_app.wording.languages import chinese
from tests.operations.calculation.collision import collide
from tests.operations.worlds import listed, only
from tests.ui.conftest import OpenPage, Settle


@pytest.fixture
def page(desk: Desk, open_page: OpenPage, settle: Settle) -> CalculationPage:
    collide(desk.case)
    made = open_page(CalculationPage)
    assert isinstance(made, CalculationPage)
    settle()
    return made


def texts(page: CalculationPage, column: int) -> list[str]:
    return [page.table.rows.item(row, column).text().strip() for row in range(page.table.rows.rowCount())]


def row_of(page: CalculationPage, start: str) -> int:
    return next(place for place, text in enumerate(texts(page, 0)) if text.startswith(start))


def test_inputs_steps_and_result_are_shown_with_formula_and_source(page: CalculationPage) -> None:
    whats, hows, values = (texts(page, column) for column in range(3))
    assert "Third-party cover of 2020 (production system: less what compulsory cover paid)" in whats
    payment = whats.index("Own share")
    assert hows[payment].startswith("max(0; Assessed loss (net of salvage) + ")
    assert values[row_of(page, "This insurer pays")] == "47,650.00"
    assert "Liability (1)" in hows
    assert "not a promise to pay" in page.state_label.text()


def test_the_current_line_is_read_in_full(page: CalculationPage) -> None:
    page.table.setCurrentIndex(page.table.rows.index(row_of(page, "Own share"), 0))
    assert "= max(0; 71,000.00 + 0.00" in page.detail.toPlainText()


def test_what_if_by_another_pack_stands_beside_and_changes_nothing(
    page: CalculationPage, desk: Desk, settle: Settle
) -> None:
    assert page.table.isColumnHidden(3)
    combo = page.packs["third_party"]
    assert [combo.itemText(place) for place in range(combo.count())] == ["tp_core_2020", "tp_clause_2020"]
    combo.setCurrentIndex(1)
    page.load()
    settle()
    total = row_of(page, "This insurer pays")
    assert not page.table.isColumnHidden(3)
    assert texts(page, 3)[total] not in ("", texts(page, 2)[total])
    cent = row_of(page, "Property 沪A12345 pays 护栏")
    assert (texts(page, 2)[cent], texts(page, 3)[cent]) == ("32.79", "32.79")
    assert listed(desk.case, Calculation) == []


def test_what_if_by_another_share(page: CalculationPage, settle: Settle) -> None:
    page.share.setText("100")
    page.load()
    settle()
    total = row_of(page, "This insurer pays")
    assert (texts(page, 2)[total], texts(page, 3)[total]) == ("47,650.00", "59,500.00")
    page.share.setText("")
    page.load()
    settle()
    assert page.table.isColumnHidden(3)


def test_keeping_makes_a_version_that_can_be_taken_back(page: CalculationPage, desk: Desk, settle: Settle) -> None:
    page.keep()
    settle()
    assert only(desk.case, Calculation).version == 1
    desk.edits.undo()
    settle()
    assert listed(desk.case, Calculation) == []


def test_the_sheet_is_saved(
    page: CalculationPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calculation_page, "ask_file", lambda *_: tmp_path / "sheet.pdf")
    page.save()
    settle()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_missing_is_said(page: CalculationPage, desk: Desk, settle: Settle) -> None:
    for share in listed(desk.case, Liability):
        records.withdraw(desk.case, Liability, [share.id], "另行认定")
    page.load()
    settle()
    assert any("ratio" in text for text in texts(page, 0))
    records.change(desk.case, Claim, only(desk.case, Claim).id, {"accident_at": None})
    page.load()
    settle()
    assert page.table.rows.rowCount() == 0
    assert "time of the accident" in page.state_label.text()
    assert not page.keep_button.isEnabled()


def test_it_is_said_in_chinese_too(page: CalculationPage, translation: Translation, qtbot: QtBot) -> None:
    translation.switch(chinese())
    qtbot.waitUntil(lambda: page.title_label.text() == "理算（内部）")
    assert "本保险人应付" in texts(page, 0)
    assert "估算" in page.state_label.text()


def test_a_share_is_noted_and_the_calculation_follows(page: CalculationPage, desk: Desk, settle: Settle) -> None:
    page.tabs.setCurrentIndex(1)
    page.shares.add()
    settle()
    made = next(share for share in listed(desk.case, Liability) if share.party_uid is None)
    assert made.basis == "surveyor_opinion"
    ours = next(share for share in listed(desk.case, Liability) if share.ratio == 70)
    judged = {"party_uid": ours.party_uid, "ratio": Decimal(100), "basis": "judgment"}
    records.change(desk.case, Liability, made.id, judged)
    page.load()
    settle()
    assert texts(page, 2)[row_of(page, "This insurer pays")] == "59,500.00"
    assert any("130 %" in text for text in texts(page, 0))
