"""What should be looked at before a claim is opened (风险提示, domain §14): facts with the claims they are from, no judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, Text, cast, or_, select
from sqlalchemy.orm import Session

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.canonical import canonical
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.wording.findings.prompts import load_prompts

NEAR_REPEAT = timedelta(hours=48)
"""Within this a second report of the same policy is shown (domain §14: 48 小时内已报案)."""
MOST = 20
_CLAIMS = PROJECTIONS[Claim.KIND]


@dataclass(frozen=True, slots=True)
class OpeningPrompt:
    """One thing to look at: which, how many days where it is about a distance, and the other claims it is about."""

    kind: str
    days: int | None = None
    cases: Sequence[tuple[str, str]] = ()


def opening_prompts(session: Session, case: str, claim: Claim) -> list[OpeningPrompt]:
    """Return what should be looked at in a claim."""
    found = [
        OpeningPrompt("duplicate_report", cases=_same_report(session, case, claim)),
        OpeningPrompt("same_policy", cases=_same_policy(session, case, claim)),
        OpeningPrompt("earlier_losses", cases=_same_vehicle(session, case, claim)),
    ]
    return [*(prompt for prompt in found if prompt.cases), *_near_ends(claim)]


def _near_ends(claim: Claim) -> list[OpeningPrompt]:
    limits = load_prompts(resources_dir()).limits
    if claim.accident_at is None:
        return []
    day = claim.accident_at.local.date()
    found = []
    if claim.policy_from is not None and 0 <= (day - claim.policy_from).days <= limits["days"]:
        found.append(OpeningPrompt("near_start", (day - claim.policy_from).days))
    if claim.policy_to is not None and 0 <= (claim.policy_to - day).days <= limits["end_days"]:
        found.append(OpeningPrompt("near_end", (claim.policy_to - day).days))
    return found


def _same_report(session: Session, case: str, claim: Claim) -> Sequence[tuple[str, str]]:
    return _others(session, case, _CLAIMS.c.report_no == claim.report_no) if claim.report_no else ()


def _same_policy(session: Session, case: str, claim: Claim) -> Sequence[tuple[str, str]]:
    if not claim.policy_no or claim.reported_at is None:
        return ()
    # The numbers stand in their column as JSON.
    named = [
        cast(_CLAIMS.c.policy_no, Text).contains(canonical(number).decode(), autoescape=True)
        for number in claim.policy_no
    ]
    at = claim.reported_at.utc
    near = _CLAIMS.c.reported_at_utc.between(utc_text(at - NEAR_REPEAT), utc_text(at + NEAR_REPEAT))
    return _others(session, case, or_(*named) & near)


def _same_vehicle(session: Session, case: str, claim: Claim) -> Sequence[tuple[str, str]]:
    if not claim.plate_no or claim.accident_at is None:
        return ()
    earlier = _CLAIMS.c.accident_at_utc < utc_text(claim.accident_at.utc)
    return _others(session, case, (_CLAIMS.c.plate_no == claim.plate_no) & earlier)


def _others(session: Session, case: str, condition: ColumnElement[bool]) -> Sequence[tuple[str, str]]:
    query = select(_CLAIMS.c.case_id, _CLAIMS.c.report_no).where(condition)
    query = query.where(_CLAIMS.c.case_id != case, _CLAIMS.c.withdrawn.is_(False)).limit(MOST)
    return sorted((row.case_id, row.report_no or "") for row in session.execute(query))
