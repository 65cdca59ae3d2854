"""Refuses what is not for a claim that was cancelled, or was not: asked by every act in the transaction that does it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from surveyor_app.central.claims.changing import claim_of
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.process.permissions import Act, Flow
from surveyor_app.domain.process.reviewing import Bar
from surveyor_app.domain.wire_errors import ActBarred
from surveyor_app.records.cases import lock_case
from surveyor_app.wording.findings.office_acts import load_permissions


def require_flow(session: Session, case: str, act: Act) -> None:
    """See that an act is for a claim that stands as this one does; under its lock, so that nobody changes that meanwhile.

    Raises:
        ActBarred: the claim is cancelled, or is not. Data: ``act``, ``bars``.
    """
    lock_case(session, case)
    bar = bar_of(claim_of(session, case), act)
    if bar is not None:
        raise ActBarred(act=act.value, bars=bar.value)


def require_opened(session: Session, case: str, act: Act) -> None:
    """See that an act is for a claim that stands as this one does, and that it has its number (立案), which is never taken away.

    Raises:
        ActBarred: it is cancelled, or has none yet. Data: ``act``, ``bars``.
    """
    claim = claim_of(session, case)
    bar = bar_of(claim, act) or (None if claim is not None and claim.claim_no else Bar.NOT_OPENED)
    if bar is not None:
        raise ActBarred(act=act.value, bars=bar.value)


def bar_of(claim: Claim | None, act: Act) -> Bar | None:
    """Return what bars an act because the claim is cancelled or is not; ``None`` where nothing does."""
    flow = Flow.CANCELLED if claim is not None and claim.is_cancelled else Flow.NORMAL
    if flow in load_permissions(resources_dir())[act].flows:
        return None
    return Bar.CANCELLED if flow is Flow.CANCELLED else Bar.NOT_CANCELLED
