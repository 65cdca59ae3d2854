"""Signing in the window: what the page says when nobody confirmed the time."""

from __future__ import annotations

from dataclasses import replace

from surveyor_app.operations.report.reporting import ReportOptions
from surveyor_app.settings import TimestampSettings
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.report.page import ReportPage
from tests.report.keys import person
from tests.report.signatures.time_authority import serving
from tests.ui.conftest import OpenPage, Settle


def test_a_report_signed_without_a_confirmed_time_says_so(desk: Desk, open_page: OpenPage, settle: Settle) -> None:
    page = open_page(ReportPage)
    assert isinstance(page, ReportPage)
    with serving(lambda _query: (503, b"")) as url:
        page.desk = replace(desk, timestamp=TimestampSettings(url))
        page._sign(ReportOptions(language="en", despite="test"), person("张查勘").credential)
        settle()
    assert page.panel.shown_report is not None
    assert page.note.isVisible()
    assert "HTTP 503" in page.note.label.text()
    assert "signed all the same" in page.note.label.text()
