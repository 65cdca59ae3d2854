"""Who saw what, for the auditor: as a page, as CSV and as PDF, and whether nobody tampered with it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import viewing
from surveyor_app.central.claims.viewing import Chain, View, ViewFilter
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_ZONE
from surveyor_app.central.desk.visitors import Pages, seeing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.instants import parse_utc
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.records.chunks import chunked
from surveyor_app.records.summaries.overviews import fields_of
from surveyor_app.report.tables import TableData, lay_out_table
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.wording.translation import mark, said_in

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

Auditor = Annotated[Caller, seeing(Act.SEE_VIEWS)]
LINES = 100
MOST_PRINTED = 2_000
MOST_WRITTEN = 100_000
LONGEST = 60
_TITLE, _NUMBER, _TIME, _WHO, _WHAT, _ITEM = (
    mark("Who saw what"),
    mark("No."),
    mark("Time"),
    mark("Who"),
    mark("What"),
    mark("Which"),
)
_WHOLE = mark("The chain of {count} lines is whole; its last hash is {head}.")
_BROKEN = mark("The chain is broken at line {number}: somebody changed what stands here.")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins a formula."""


@dataclass(frozen=True, slots=True)
class ViewLine:
    """One line in words."""

    number: int
    at: str
    user: str
    case: str
    report_no: str
    thing: str
    item: str

    def cells(self) -> list[str]:
        """Return it as a row."""
        return [str(self.number), self.at, self.user, self.report_no or self.case, self.thing, self.item]


@router.get("/audit/views")
def show(
    request: Request, centre: CentreHere, pages: Pages, caller: Auditor, before: int | None = None, check: bool = False
) -> Response:
    """Show who saw what, the newest first; with ``check`` whether the chain holds."""
    wanted = _wanted(request)
    with centre.database.read() as session:
        found = viewing.read_views(session, wanted, LINES + 1, before)
        shown = _lines(session, pages, found[:LINES])
        total = viewing.count_views(session, wanted)
        chain = viewing.check_chain(session) if check else None
    query = {name: value for name, value in _query(wanted).items() if value}
    older = urlencode({**query, "before": found[LINES - 1].number}) if len(found) > LINES else ""
    return pages.page(
        "views.html",
        reader=caller.display_name,
        lines=shown,
        total=total,
        asked=wanted,
        query=urlencode(query),
        checking=urlencode({**query, "check": "true"}),
        older=older,
        chain=_chain_words(pages, chain) if chain else "",
        is_broken=chain is not None and chain.broken_at is not None,
    )


@router.get("/audit/views.csv")
def write_csv(request: Request, centre: CentreHere, pages: Pages, _caller: Auditor) -> Response:
    """Give the same as a table of texts."""
    shown, _ = _all(request, centre, pages, MOST_WRITTEN)
    target = StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(_titles(pages))
    writer.writerows([_harmless(cell) for cell in line.cells()] for line in shown)
    # With its mark a spreadsheet reads Chinese as such.
    made = ("\ufeff" + target.getvalue()).encode()
    return Response(made, media_type="text/csv; charset=utf-8", headers=_to_save("views.csv"))


@router.get("/audit/views.pdf")
def write_pdf(request: Request, centre: CentreHere, pages: Pages, caller: Auditor) -> Response:
    """Give the same as a paper, with how far the chain holds."""
    shown, chain = _all(request, centre, pages, MOST_PRINTED)
    now = centre.now()
    data = TableData(
        title=f"{said_in(pages.language, _TITLE)} · {pages.centre}",
        about=[f"{now.astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M} · {caller.display_name}"],
        columns=_titles(pages),
        widths=[6, 14, 12, 18, 14, 36],
        rows=[line.cells() for line in shown],
        note=_chain_words(pages, chain),
    )
    made = lay_out_table(data, pages.language, now, ReportFiles.installed())
    return Response(made, media_type="application/pdf", headers=_to_save("views.pdf"))


def _all(request: Request, centre: CentreHere, pages: DeskPages, most: int) -> tuple[list[ViewLine], Chain]:
    wanted = _wanted(request)
    with centre.database.read() as session:
        return _lines(session, pages, viewing.read_views(session, wanted, most)), viewing.check_chain(session)


def _wanted(request: Request) -> ViewFilter:
    told = {name: request.query_params.get(name, "").strip() for name in ("case", "user", "since", "until")}
    try:
        if any(len(value) > LONGEST for value in told.values()):
            raise ValueError("length")
        for name in ("since", "until"):
            if told[name]:
                date.fromisoformat(told[name])
    except ValueError as error:
        raise BadMessage(reason="views") from error
    return ViewFilter(**told)


def _query(wanted: ViewFilter) -> dict[str, str]:
    return {"case": wanted.case, "user": wanted.user, "since": wanted.since, "until": wanted.until}


def _lines(session: Session, pages: DeskPages, found: Sequence[View]) -> list[ViewLine]:
    numbers: dict[str, str] = {}
    for chunk in chunked(sorted({view.case for view in found})):
        for case, claims in fields_of(session, Claim, chunk, ("report_no",)).items():
            numbers[case] = claims[0].report_no or ""
    return [
        ViewLine(
            view.number,
            f"{parse_utc(view.at).astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M:%S}",
            view.user,
            view.case,
            numbers.get(view.case, ""),
            pages.labels.value("viewed_thing", view.thing, pages.language),
            view.item,
        )
        for view in found
    ]


def _titles(pages: DeskPages) -> list[str]:
    number, at, who, what, item = (said_in(pages.language, text) for text in (_NUMBER, _TIME, _WHO, _WHAT, _ITEM))
    return [number, at, who, pages.labels.field("claim", "report_no", pages.language), what, item]


def _chain_words(pages: DeskPages, chain: Chain) -> str:
    if chain.broken_at is not None:
        return said_in(pages.language, _BROKEN, number=chain.broken_at)
    return said_in(pages.language, _WHOLE, count=chain.count, head=chain.head)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def _to_save(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}
