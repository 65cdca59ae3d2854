"""The office copy on the report page: shown as internal, saved for its owner alone, and gone when something else is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from surveyor_app.operations.report.reporting import list_reports
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.report.page import ReportPage
from surveyor_app.wording.languages import chinese
from tests.report.test_layout import text_of
from tests.ui.conftest import OpenPage, Settle


@pytest.fixture
def page(open_page: OpenPage, settle: Settle) -> ReportPage:
    """The page with its draft."""
    opened = open_page(ReportPage)
    assert isinstance(opened, ReportPage)
    settle()
    return opened


def test_it_is_an_action_of_its_own_that_says_what_it_is(page: ReportPage, settle: Settle) -> None:
    assert not page.panel.office_button.isVisible()
    page.show_office()
    settle()
    assert page.panel.office_button.isVisible()
    assert not page.panel.save_button.isVisible()
    assert page.note.label.text() == "Internal: not to be handed to a party."
    assert page.document.pageCount() > 0
    assert list_reports(page.desk.case) == []
    page.refresh()
    settle()
    assert page.panel.office_pdf is not None, "refreshing makes it anew"
    page.show_draft()
    settle()
    assert page.panel.office_pdf is None
    assert not page.panel.office_button.isVisible()
    assert not page.note.isVisible()


def test_what_it_is_is_said_in_the_language_of_the_window(
    page: ReportPage, settle: Settle, translation: Translation
) -> None:
    page.show_office()
    settle()
    translation.switch(chinese())
    settle()
    assert page.note.label.text() == "内部件：不得交给当事人。"


def test_it_is_saved_for_its_owner_alone(
    page: ReportPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "office.pdf"
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.show_office()
    settle()
    page.panel.save_office()
    settle()
    assert offered[0].endswith("-internal.pdf")
    assert target.stat().st_mode & 0o777 == 0o600
    assert "INTERNAL" in text_of(target.read_bytes())
