"""A loss reported by another program, such as an insurer's own app: as by the customer's form, for anybody, so many an hour."""

from __future__ import annotations

from fastapi import APIRouter, Request

from surveyor_app.central.claims import loss_reports
from surveyor_app.central.claims.report_limits import require_room
from surveyor_app.central.web.requests import CentreHere, address_of
from surveyor_app.data_files import resources_dir
from surveyor_app.protocol.messages import LossReport, ReportAnswer
from surveyor_app.wording.languages import chinese, find_language, nearest_language

router = APIRouter(prefix="/v1", tags=["reports"])


@router.post("/reports")
def report_loss(message: LossReport, centre: CentreHere, request: Request) -> ReportAnswer:
    """Report a loss. What is not clear is marked and named in the answer; the same ``case`` twice is one claim."""
    require_room(centre, address_of(request))
    wanted = message.language or ""
    language = nearest_language(wanted, resources_dir()) or (find_language(wanted) if wanted else chinese())
    taken = loss_reports.take(centre, message.fields, language, message.offset_min, message.case)
    guidance = taken.guidance.wording if taken.guidance else None
    return ReportAnswer(taken.case, taken.unclear, guidance, f"/c/{taken.token}" if taken.token else None)
