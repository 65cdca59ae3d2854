"""Where a claim stands in the list it was opened from: links to the list, and to the claims before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode

from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.work_list.filters import filter_of
from surveyor_app.central.claims.work_list.finding import Reader, neighbours
from surveyor_app.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class Around:
    """Addresses; empty where there is nothing."""

    to_list: str
    before: str
    after: str


def links_around(session: Session, caller: Caller, now: datetime, case: str, within: str) -> Around:
    """Return the links of a claim in a list.

    Raises:
        BadMessage: ``within`` asks for what there is not.
    """
    wanted = filter_of(dict(parse_qsl(within)))
    try:
        before, after = neighbours(session, wanted, Reader(caller.roles, now), case)
    except NotFound:
        before = after = None
    kept = urlencode({"within": within})
    links = [f"/claims/{other}?{kept}" if other else "" for other in (before, after)]
    return Around("/?" + urlencode(wanted.query()), *links)
