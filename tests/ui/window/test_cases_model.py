"""The list of cases is searched however names, plates and numbers are spelt."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from surveyor_app.data_files import resources_dir
from surveyor_app.operations.cases.opening import CaseSummary
from surveyor_app.ui.window.cases_model import CasesModel
from surveyor_app.wording.labels import Labels

KEPT = {"first": "买买提·艾力", "second": "ＬＩ　Ｍｉｎｇ", "third": "王\u200b小明"}


@pytest.fixture
def model(qtbot: QtBot) -> CasesModel:
    parent = QObject()
    made = CasesModel(Labels.load(resources_dir()), parent)
    made.setParent(None)
    made.show_cases(
        [
            CaseSummary(case_id=id_, path="", report_no=f"RPT-{id_}", insured_name=name, plate_no="沪A·12345")
            for id_, name in KEPT.items()
        ]
    )
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("买买提•艾力", {"first"}),
        ("买买提・艾力", {"first"}),
        ("艾力 买买提", {"first"}),
        ("li ming", {"second"}),
        ("ｌｉ", {"second"}),
        ("王小明", {"third"}),
        ("王\u200d小 明", {"third"}),
        ("rpt-FIRST", {"first"}),
        ("沪A12345", set(KEPT)),
        ("买买提艾力", {"first"}),
        ("沪a•12345", set(KEPT)),
        ("\u200b", set(KEPT)),
        ("李", set()),
        ("", set(KEPT)),
    ],
)
def test_a_case_is_found_however_it_is_typed(model: CasesModel, typed: str, found: set[str]) -> None:
    model.search(typed)
    assert {model.id_at(row) for row in range(model.rowCount())} == found
