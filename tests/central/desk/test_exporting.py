"""The work list as a spreadsheet: all of the filter, real dates, both languages, and nothing typed becomes a formula."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import httpx2
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from tests.integration.centres import OFFICE_PASSWORD

HOSTILE = (
    "=1+1",
    "+HYPERLINK(1)",
    "-2",
    "@SUM(A1)",
    "\tcmd",
    "{=1}",
    "http://x.example",
    "=cmd|' /C calc'!A0",
    "\x01\x02<&>",
)


@pytest.fixture
def desk(live: EmbeddedCentre, office_user: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=live.url, follow_redirects=True) as client:
        client.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        yield client


def sheet_of(answer: httpx2.Response) -> Worksheet:
    assert answer.headers["content-type"].endswith("spreadsheetml.sheet")
    found = load_workbook(BytesIO(answer.content)).active
    assert isinstance(found, Worksheet)
    return found


def test_what_was_typed_stays_text(live: EmbeddedCentre, desk: httpx2.Client) -> None:
    for number, text in enumerate(HOSTILE):
        office.open_claim(live.centre, "li", {"report_no": f"={number}", "insured_name": text})
    rows = list(sheet_of(desk.get("/list.xlsx?sort=oldest")).iter_rows(min_row=2))
    assert len(rows) == len(HOSTILE)
    for row in rows:
        assert {cell.data_type for cell in row} <= {"s", "n", "d"}
        assert all(cell.hyperlink is None for cell in row)
    assert [row[1].value for row in rows[:4]] == list(HOSTILE[:4])
    assert all(row[1].data_type == "s" for row in rows)


def test_the_whole_filter_is_exported_with_real_dates_in_both_languages(
    live: EmbeddedCentre, desk: httpx2.Client
) -> None:
    office.create_user(live.centre, "zhang", "张三")
    for number in range(55):
        case = office.open_claim(live.centre, "li", {"report_no": f"RD{number:02}", "loss_cause": "fire"})
        if number == 0:
            office.assign(live.centre, "li", case, "zhang", due_at="2026-11-20T05:59:00.000000Z")
    office.open_claim(live.centre, "li", {"report_no": "other"})
    chinese = sheet_of(desk.get("/list.xlsx?cause=fire&sort=report_no"))
    english = sheet_of(desk.get("/list.xlsx?cause=fire&sort=report_no", headers={"accept-language": "en"}))
    assert (chinese.max_row, english.max_row) == (56, 56)
    assert (chinese["A1"].value, english["A1"].value) == ("报案号", "Report number")
    assert str(chinese["E2"].value) == "2026-11-20 13:59:00"
    assert chinese["E2"].is_date
    assert english["F2"].value == "overdue"
    assert english["E3"].value is None


def test_nobody_exports_who_sees_no_claims(live: EmbeddedCentre) -> None:
    assert httpx2.get(f"{live.url}/list.xlsx").status_code == 401
