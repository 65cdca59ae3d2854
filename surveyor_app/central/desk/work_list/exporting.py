"""The work list as a table for a spreadsheet (XLSX): all claims of a filter, in the reader's language.

What people typed is written as text and nothing else: no cell becomes a formula or a link, whatever it begins with. Times are
real dates in the office's zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from surveyor_app.central.claims.work_list import finding, lines
from surveyor_app.central.claims.work_list.filters import filter_of
from surveyor_app.central.claims.work_list.finding import Reader
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import Clerk, Pages
from surveyor_app.central.desk.work_list.listing import WorkLine, work_lines
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.process.stages import State
from surveyor_app.records.chunks import chunked
from surveyor_app.wording.translation import mark, said_in

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_EXPORTED = 100_000
"""As many as a page of a spreadsheet takes without getting slow."""
Cell = str | int | datetime
_CLAIMS, _STAGES, _LATE, _ENTRIES, _RECEIPT = (
    mark("Claims"),
    mark("Waits for"),
    mark("overdue"),
    mark("Entries"),
    mark("Receipt"),
)
_WIDTHS = (20, 16, 14, 50, 17, 10, 36, 10, 14)


@router.get("/list.xlsx")
def export(request: Request, centre: CentreHere, pages: Pages, caller: Clerk) -> Response:
    """Give the claims of a filter as a table."""
    wanted = filter_of(request.query_params)
    lines.bring_up_to_date(centre)
    reader = Reader(caller.roles, centre.now())
    with centre.database.read() as session:
        found = finding.all_found(session, wanted, reader, MOST_EXPORTED)
        made = workbook(pages, _all_lines(session, pages, found, reader))
    name = f"claims-{reader.now:%Y%m%d-%H%M}.xlsx"
    return Response(made, media_type=MEDIA_TYPE, headers={"content-disposition": f'attachment; filename="{name}"'})


def workbook(pages: DeskPages, shown: Iterator[WorkLine]) -> bytes:
    """Return the table of some lines."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as book:
        sheet = book.add_worksheet(said_in(pages.language, _CLAIMS))
        head = book.add_format({"bold": True, "bottom": 1})
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        count = 0
        for count, line in enumerate(shown, start=1):
            _write(sheet, count, _cells(pages, line), moment)
        for column, title in enumerate(_titles(pages)):
            sheet.write_string(0, column, title, head)
            sheet.set_column(column, column, _WIDTHS[column])
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, count, len(_WIDTHS) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    return target.getvalue()


def _all_lines(session: Session, pages: DeskPages, found: Sequence[str], reader: Reader) -> Iterator[WorkLine]:
    for chunk in chunked(list(found)):
        yield from work_lines(session, pages, chunk, reader)


def _titles(pages: DeskPages) -> list[str]:
    labels, language = pages.labels, pages.language
    names = [labels.field("claim", name, language) for name in ("report_no", "insured_name", "plate_no")]
    due = labels.field("task", "due_at", language)
    late, entries, receipt, stages = (said_in(language, text) for text in (_LATE, _ENTRIES, _RECEIPT, _STAGES))
    return [*names, stages, due, late, labels.kind("task", language), entries, receipt]


def _cells(pages: DeskPages, line: WorkLine) -> list[Cell]:
    labels, language, claim = pages.labels, pages.language, line.claim
    stages = [f"{stage.name} · {stage.waits_for}" for stage in line.stages]
    if line.is_cancelled:
        stages.append(labels.value("process_state", State.CANCELLED, language))
    tasks = [f"{task.owner or '—'} · {labels.value('task_status', task.task_status, language)}" for task in claim.tasks]
    return [
        claim.report_no or "",
        claim.insured_name or "",
        claim.plate_no or "",
        "\n".join(stages),
        datetime.fromisoformat(line.due) if line.due else "",
        said_in(language, _LATE) if line.is_late else "",
        "\n".join(tasks),
        claim.number,
        labels.value("receipt_kind", claim.receipt, language),
    ]


def _write(sheet: Worksheet, row: int, cells: Sequence[Cell], moment: Format) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, datetime):
            sheet.write_datetime(row, column, cell, moment)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell)
        elif cell:
            sheet.write_string(row, column, cell)
