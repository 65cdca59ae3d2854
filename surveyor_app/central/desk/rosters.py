"""The roster at the desk (排班): when, where and on what each surveyor works, written by hand, and what follows in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.roster import keeping
from surveyor_app.central.desk.claim_view import surveyors
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_ZONE
from surveyor_app.central.desk.visitors import Form, Pages, doing, seeing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.instants import parse_utc
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.process.rostering import Hours, Proposed, Reason, Shift
from surveyor_app.wording.translation import mark, said_in
from surveyor_app.wording.typed_texts import typed_value

router = APIRouter(include_in_schema=False, route_class=DeskRoute)

KIND, HOURS = "kind_", "hours_"
"""Fields of the form: one for each kind of task, one for each day of the week."""
WEEK = range(1, 8)
MOST_PLACES, LONGEST_PLACE = 40, 40
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–—~至]\s*(\d{1,2}):(\d{2})")
_DAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
OPEN_TASKS = mark("{count} open")
_SAID: Mapping[Reason, str] = {
    Reason.NOT_IN_ROSTER: mark("not in the roster"),
    Reason.DOES_KIND: mark("does this kind of task"),
    Reason.OTHER_KINDS: mark("does other kinds of tasks"),
    Reason.ON_DUTY: mark("on duty until {what}"),
    Reason.OFF_DUTY: mark("not on duty now"),
    Reason.AWAY: mark("away until {what}"),
    Reason.WORKS_THERE: mark("works in {what}"),
    Reason.WORKS_ELSEWHERE: mark("works elsewhere: {what}"),
    Reason.DISTANCE: mark("{what} km away"),
}


@dataclass(frozen=True, slots=True)
class RosterView:
    """One surveyor with what the roster says of them, as their form holds it."""

    user: str
    name: str
    kinds: Sequence[str]
    places: str
    hours: Sequence[tuple[int, str, str]]
    """Day of the week, what it is called, from when until when."""
    away: tuple[str, str]
    base: tuple[str, str]
    changed: str


def reasons_in_words(pages: DeskPages, proposed: Proposed) -> str:
    """Return why somebody stands where they stand in the list."""
    said = [said_in(pages.language, _SAID[reason], what=what or "…") for reason, what in proposed.reasons]
    load = said_in(pages.language, OPEN_TASKS, count=proposed.candidate.open_tasks)
    return " · ".join([load, *said])


@router.get("/roster")
def show(
    centre: CentreHere, pages: Pages, caller: Annotated[Caller, seeing(Act.SEE_PEOPLE)], done: str = ""
) -> Response:
    """Show the roster of everybody who can be given a task."""
    with centre.database.read() as session:
        lines = keeping.read_roster(session)
        people = surveyors(session)
    views = [_view(pages, user, name, lines.get(user)) for user, name in people]
    kinds = [(choice.id, choice.label.in_(pages.language)) for choice in pages.labels.choices("task_kind")]
    return pages.page("roster.html", reader=caller.display_name, people=views, kinds=kinds, done=done)


@router.post("/roster/{user}")
def keep(centre: CentreHere, caller: Annotated[Caller, doing(Act.KEEP_ROSTER)], user: str, form: Form) -> Response:
    """Say of a surveyor when, where and on what they work."""
    shift = _typed(form)
    with centre.database.write() as session:
        keeping.keep(session, caller.user, user, shift, centre.now())
    return RedirectResponse("/roster?done=1", 303)


def _view(pages: DeskPages, user: str, name: str, line: keeping.RosterLine | None) -> RosterView:
    shift = line.shift if line is not None else Shift()
    texts = {day: f"{since:%H:%M}-{until:%H:%M}" for day, (since, until) in shift.hours.items()}
    at = f"{parse_utc(line.changed_at).astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}" if line is not None else ""
    return RosterView(
        user,
        name,
        sorted(shift.kinds),
        ", ".join(shift.places),
        [(day, said_in(pages.language, _DAYS[day - 1]), texts.get(day, "")) for day in WEEK],
        (_text(shift.away_from), _text(shift.away_until)),
        (_text(shift.lat), _text(shift.lon)),
        f"{line.changed_by} · {at}" if line is not None else "",
    )


def _typed(form: Form) -> Shift:
    kinds = frozenset(name.removeprefix(KIND) for name, value in form.items() if name.startswith(KIND) and value)
    hours = {day: span for day in WEEK if (span := _span(f"{HOURS}{day}", form.get(f"{HOURS}{day}", ""))) is not None}
    lat, lon = (typed_value(spec_of(Claim, f"accident_{name}"), form.get(name, "")) for name in ("lat", "lon"))
    if (lat is None) != (lon is None):
        raise InputError(field="lat" if lat is None else "lon", reason="missing")
    return Shift(
        kinds,
        _places(form.get("places", "")),
        hours,
        _day("away_from", form),
        _day("away_until", form),
        lat if isinstance(lat, Decimal) else None,
        lon if isinstance(lon, Decimal) else None,
    )


def _places(text: str) -> tuple[str, ...]:
    places = tuple(dict.fromkeys(filter(None, (part.strip() for part in re.split(r"[,，、;；\n]", text)))))
    if len(places) > MOST_PLACES or any(len(place) > LONGEST_PLACE for place in places):
        raise InputError(field="places", reason="too long", limit=LONGEST_PLACE)
    return places


def _span(name: str, text: str) -> Hours | None:
    if not text.strip():
        return None
    found = _SPAN.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        first, second, third, fourth = (int(part) for part in found.groups())
        return time(first, second), time(third, fourth)
    except ValueError as error:
        raise InputError(field=name, reason="no span of time") from error


def _day(name: str, form: Form) -> date | None:
    text = form.get(name, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise InputError(field=name, reason="not a date") from error


def _text(value: object) -> str:
    return "" if value is None else str(value)
