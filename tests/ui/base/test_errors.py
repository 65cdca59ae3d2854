"""Every error code has its sentences: what happened, what is safe, what to do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.data_files import resources_dir
from surveyor_app.domain import errors as domain_errors
from surveyor_app.domain import wire_errors
from surveyor_app.domain.calculation import errors as calculation_errors
from surveyor_app.domain.errors import CertificateExpired, DamagedFile, SurveyorError
from surveyor_app.domain.statements import errors as statement_errors
from surveyor_app.domain.texts import Language
from surveyor_app.ui.base import errors
from surveyor_app.ui.base.translation import Translation
from surveyor_app.wording.error_texts import SENTENCES
from surveyor_app.wording.languages import languages


def _kinds() -> list[type[SurveyorError]]:
    modules = (domain_errors, statement_errors, calculation_errors, wire_errors)
    found = [value for module in modules for value in vars(module).values()]
    return [item for item in found if isinstance(item, type) and issubclass(item, SurveyorError)]


def test_every_code_has_sentences_and_none_is_left_over() -> None:
    assert set(SENTENCES) == {kind.code for kind in _kinds()}


@pytest.mark.parametrize("language", languages(resources_dir()))
def test_sentences_are_filled_in_both_languages(translation: Translation, language: Language) -> None:
    translation.switch(language)
    for kind in _kinds():
        parts = errors.sentences(kind())
        assert all(parts), kind
        assert not any("{" in part for part in parts), kind


def test_paths_show_as_names(translation: Translation) -> None:
    assert "case.survey" in errors.words(DamagedFile(path="/cases/of/zhang/case.survey"))
    assert "zhang" not in errors.words(DamagedFile(path="/cases/of/zhang/case.survey"))


def test_data_of_an_error_stands_in_its_sentence(translation: Translation) -> None:
    text = errors.words(CertificateExpired(subject="CN=Zhang", not_after="2026-01-01"))
    assert "CN=Zhang" in text
    assert "2026-01-01" in text


def test_a_fault_of_the_program_offers_its_details(qtbot: QtBot, translation: Translation) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    try:
        raise ZeroDivisionError("one bug")
    except ZeroDivisionError as error:
        errors.show(parent, error)
    (box,) = parent.findChildren(QMessageBox)
    copy = next(button for button in box.buttons() if button.text() == "Copy details")
    copy.click()
    assert "ZeroDivisionError: one bug" in QApplication.clipboard().text()
