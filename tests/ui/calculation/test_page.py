"""The page of the calculation: inputs with their source, steps, result, and what if beside it without changing anything."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.domain.calculation.calculations import Calculation
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import records
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.calculation import kept
from surveyor_app.ui.calculation import page as calculation_page
from surveyor_app.ui.calculation.page import CalculationPage
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.rules.rule_packs import FOLDER, own_packs
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


def test_packs_of_all_clauses_are_listed_with_source_and_what_is_unconfirmed(page: CalculationPage, desk: Desk) -> None:
    own = desk.profile.folder / FOLDER
    own.mkdir()
    (own / "broken.toml").write_text('id = "x"\n', encoding="utf-8")
    page.tabs.setCurrentIndex(3)
    table = page.pack_list.table
    shown = [
        [table.model().index(row, column).data() for column in range(6)] for row in range(table.model().rowCount())
    ]
    packs = {row[1]: row for row in shown}
    assert {pack.id for pack in own_packs(desk.resources).packs} <= set(packs)
    assert packs["ctpl_2020"][3:] == ["accidents from 2020-09-19", "CN", "unconfirmed"]
    assert packs["double_insurance"][3:] == ["always", "CN", formats.EMPTY]
    assert packs["tp_core_2020"][2:] == ["1", "policies of: 2020 clauses, 2021 new-energy clauses", "CN", "unconfirmed"]
    assert packs["us_coinsurance"][4] == "US"
    assert packs["broken.toml"][0] == "Not used"
    table.setCurrentIndex(table.model().index([row[1] for row in shown].index("tp_core_2020"), 0))
    detail = page.pack_list.detail.toPlainText()
    assert "source: Formula of a production system" in detail
    assert "unconfirmed: the official clause text of 2020 was not seen" in detail


def test_kept_versions_are_listed_and_done_again_with_their_sheet(
    page: CalculationPage, desk: Desk, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.tabs.setCurrentIndex(2)
    assert page.kept.says.text() == "No calculation is kept in this case."
    assert not page.kept.save_button.isEnabled()
    page.keep()
    settle()
    for share in listed(desk.case, Liability):
        records.change(desk.case, Liability, share.id, {"ratio": Decimal(50)})
    page.load()
    settle()
    page.keep()
    settle()
    page.load()
    settle()
    model = page.kept.table.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["2", "1"]
    page.kept.table.setCurrentIndex(model.index(1, 0))
    settle()
    assert page.kept.says.text() == "The same as kept."
    rows = page.kept.lines.rows
    total = next(row for row in range(rows.rowCount()) if rows.item(row, 0).text() == "This insurer pays")
    assert rows.item(total, 2).text() == "47,650.00"
    monkeypatch.setattr(kept, "ask_file", lambda *_: tmp_path / "first.pdf")
    page.kept.save()
    settle()
    assert (tmp_path / "first.pdf").read_bytes().startswith(b"%PDF")


def test_every_occupant_stands_by_name(page: CalculationPage, desk: Desk, settle: Settle) -> None:
    ours = next(vehicle.id for vehicle in listed(desk.case, Vehicle) if vehicle.category == "insured")
    policy = next(policy.id for policy in listed(desk.case, Policy) if policy.line == "commercial")
    records.create(desk.case, Cover, {"policy_uid": policy, "kind": "occupants", "per_seat": Decimal(5000)})
    for name in ("王一", "王二"):
        person = records.create(desk.case, Person, {"name": name}).id
        hurt = {"person_uid": person, "vehicle_uid": ours, "estimate": Decimal(30_000)}
        records.create(desk.case, Injury, hurt)
    page.load()
    settle()
    assert {"Occupants of 2020 · 王一", "Occupants of 2020 · 王二"} <= set(texts(page, 0))
