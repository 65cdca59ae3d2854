"""A scanner's folder on the page of papers: each scan is offered for the current paper, linked by key, and said until it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.documents.page import PapersPage
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.sources.source_strip import SourceLine
from surveyor_app.ui.window.case_view import CaseView
from tests.operations.worlds import photo
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.sources.conftest import view
from tests.ui.sources.source_lines import choose_folder

__all__ = ["view"]


@pytest.fixture
def page(view: CaseView, settle: Settle) -> PapersPage:
    view.show_page("papers")
    made = view.page("papers")
    assert isinstance(made, PapersPage)
    settle()
    return made


def lines(page: PapersPage) -> list[str]:
    found = page.scanned.strip.findChildren(SourceLine)
    return [line.label.text() for line in found if not line.isHidden()]


def test_a_scan_is_offered_for_the_current_paper_and_linked_by_key(
    view: CaseView,
    page: PapersPage,
    desk: Desk,
    tmp_path: Path,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert page.scanned.strip.isHidden()
    folder = tmp_path / "scans"
    folder.mkdir()
    choose_folder(monkeypatch, folder)
    page.scanned.choose_folder()
    settle()
    assert lines(page) == ["Scanner's folder scans · 0 taken in"]
    for number in (1, 2):
        (folder / f"scan-{number}.jpg").write_bytes(photo(number))

    def taken() -> bool:
        view.folders.look()
        return view.folders.watches["scanner"].taken_in == 2

    qtbot.waitUntil(taken, timeout=TIMEOUT_MS)
    settle()
    page.list.select("paper:driver_licence")
    settle()
    offered = next(text for text in lines(page) if "belongs to no paper yet" in text)
    assert offered == "scan-1.jpg came from the scanner and belongs to no paper yet · 1 more"
    page.scanned.link_next()
    settle()
    first = next(item for item in record_access.list_all(desk.case, Evidence) if item.file_name == "scan-1.jpg")
    (paper,) = record_access.list_all(desk.case, Document)
    assert (paper.item, paper.state, paper.evidence) == ("driver_licence", "received", (first.id,))
    assert [text for text in lines(page) if "scan-2.jpg" in text] == [
        "scan-2.jpg came from the scanner and belongs to no paper yet"
    ]
    page.scanned.link_next()
    settle()
    (paper,) = record_access.list_all(desk.case, Document)
    assert len(paper.evidence or ()) == 2
    assert not [text for text in lines(page) if "no paper yet" in text]
    page.scanned.choose_folder()
    assert page.scanned.strip.isHidden()
