"""A claim with a customer: opened at the desk, with a link, and a phone's browser that came by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

from surveyor_app.central.claims import customer_links, office
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import encode_fields

PHONE = "138 0013-8000"
DIGITS = "8000"
REPORT: dict[str, Json] = {
    "report_no": "RD7",
    "insured_name": "李四",
    "insured_phone": PHONE,
    "loss_cause": "collision",
    "accident_place": "延安路",
}


def opened(live: EmbeddedCentre, **fields: Json) -> tuple[str, str]:
    """Open a claim and make a link for the insured; return the case and the link's secret."""
    case = office.open_claim(live.centre, "li", REPORT | fields, again_reason="another")
    return case, customer_links.make(live.centre, "li", case, "insured")


@contextmanager
def phone(live: EmbeddedCentre, token: str, digits: str = DIGITS, language: str = "en") -> Iterator[httpx2.Client]:
    """Yield the customer's browser, past the digits; empty for none typed."""
    with httpx2.Client(
        base_url=live.url, follow_redirects=True, headers={"accept-language": language}, timeout=60
    ) as browser:
        if digits:
            browser.post(f"/c/{token}", data={"digits": digits})
        yield browser


def written(live: EmbeddedCentre, case: str, kind: str, fields: dict[str, object]) -> str:
    """Write a record of the office, and return its id."""
    made = new_record_id()
    with live.centre.database.write() as session:
        step = Step(Action.CREATE, kind, made, encode_fields(kind, fields))
        write_entries(session, case, [step], "li", live.centre.now())
    return made
