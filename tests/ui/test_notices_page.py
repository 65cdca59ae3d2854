"""What happened to a case's journal is shown, and a conflict leads to its field."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.domain.claims import Claim
from surveyor_app.ui import record_access
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.notices import NoticeKind, collect
from surveyor_app.ui.overview import read_overview
from surveyor_app.ui.pages.notices import NoticesPage
from tests.ui.conflicts import change_on_both
from tests.ui.conftest import OpenPage


def test_a_conflict_is_counted_and_leads_to_its_field(open_page: OpenPage, desk: Desk, tmp_path: Path) -> None:
    claim = record_access.first_claim(desk.case)
    assert claim is not None
    change_on_both(
        desk.case, tmp_path, Claim, claim.id, {"insured_phone": "13800000001"}, {"insured_phone": "13800000002"}
    )
    page = open_page(NoticesPage)
    assert isinstance(page, NoticesPage)
    (notice,) = page.notices
    assert notice.kind is NoticeKind.CONFLICT
    went: list[tuple[str, str, str]] = []
    page.go.connect(lambda name, record_id, field: went.append((name, record_id, field)))
    (link,) = page.groups[NoticeKind.CONFLICT].links
    assert "2 values" in link.text()
    link.click()
    assert went == [("claim", claim.id, "insured_phone")]
    assert read_overview(desk.case, desk.checks).notices == 1


def test_a_quiet_case_has_no_notices(open_page: OpenPage, desk: Desk) -> None:
    page = open_page(NoticesPage)
    assert collect(desk.case) == []
    assert page.state_label.text() == "Nothing to settle"
