"""The lead's page of how old claims are and how fast reports were answered."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import Response

from surveyor_app.central.claims.work_list import ageing, lines
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.visitors import Clerk, Pages
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.data_files import resources_dir

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

LONGEST_DAYS = 366


@router.get("/times")
def show(centre: CentreHere, pages: Pages, caller: Clerk, days: int = 30) -> Response:
    """Show ages, and the response times of the claims opened in the last days."""
    days = min(max(days, 1), LONGEST_DAYS)
    lines.bring_up_to_date(centre)
    now = centre.now()
    with centre.database.read() as session:
        ages = ageing.read_ages(session, now)
        responses = ageing.read_responses(session, resources_dir(), now - timedelta(days=days))
    shown = [
        (
            item.level.name.in_(pages.language),
            duration_text(item.level.time),
            item.count,
            f"{100 * item.kept // item.count} %" if item.count else "",
            duration_text(item.median),
            duration_text(item.ninth_tenth),
        )
        for item in responses
    ]
    named = [(pages.labels.value("process_stage", stage, pages.language), counts) for stage, counts in ages.items()]
    return pages.page(
        "times.html", reader=caller.display_name, ages=named, limits=ageing.AGES, responses=shown, days=days
    )


def duration_text(taken: timedelta | None) -> str:
    """Return a duration in hours and minutes, with a minus where something came before what it answers."""
    if taken is None:
        return ""
    minutes = round(abs(taken).total_seconds() / 60)
    return f"{'-' if taken < timedelta() else ''}{minutes // 60}:{minutes % 60:02}"
