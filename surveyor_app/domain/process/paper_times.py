"""When the claim and its papers came, and while papers were awaited: what starts and pauses the time limit of the decision.

It runs from the first receipt of claim **and** papers; the time between the arrival of the one-time notice with the insured and
the arrival of the missing papers is deducted. Source: 保险法 art. 23, 最高人民法院保险法司法解释(二) art. 15; domain §1.6, §18.2.
Wherever the records leave a doubt, it is the insured's: no more is deducted than they prove.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from surveyor_app.domain.documents.documents import NOT_APPLICABLE, Document
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.journal.instants import Instant

CLAIM_FORM = "claim_form"
"""The paper by which the claim itself is made (索赔申请书)."""

Wait = tuple[Instant, Instant | None]
"""From when and until when papers were awaited; ``None`` while they still are."""


def papers_from(documents: Sequence[Document], first: Mapping[str, Instant]) -> Instant | None:
    """Return when there were both the claim and a paper for it; ``first`` is when a document came for the first time."""
    came = {document.id: moment for document in documents if (moment := _first(document, first)) is not None}
    claims = [came[document.id] for document in documents if document.item == CLAIM_FORM and document.id in came]
    others = [came[document.id] for document in documents if document.item != CLAIM_FORM and document.id in came]
    if not claims or not others:
        return None
    return max(_earliest(claims), _earliest(others), key=lambda moment: moment.utc)


def waits(documents: Sequence[Document], notices: Iterable[Notice]) -> list[Wait]:
    """Return while papers were awaited, in order and none overlapping another."""
    known: dict[str, Document] = {document.id: document for document in documents}
    found = []
    for notice in notices:
        if notice.kind == ONE_TIME and notice.delivered_at is not None:
            named = [known[item] for item in notice.items or () if item in known]
            wait = _wait(notice.delivered_at, [paper for paper in named if paper.state != NOT_APPLICABLE])
            if wait is not None:
                found.append(wait)
    return _merged(sorted(found, key=lambda wait: wait[0].utc))


def _wait(told: Instant, papers: Sequence[Document]) -> Wait | None:
    arrivals = []
    for paper in papers:
        came = paper.received_at
        if came is not None and came.utc >= told.utc:
            arrivals.append(came)
        elif paper.is_lacking:
            return told, None
    return (told, max(arrivals, key=lambda moment: moment.utc)) if arrivals else None


def _merged(ordered: Sequence[Wait]) -> list[Wait]:
    merged: list[Wait] = []
    for start, end in ordered:
        if merged:
            before, until = merged[-1]
            if until is None:
                break
            if start.utc <= until.utc:
                merged[-1] = before, None if end is None else max(until, end, key=lambda moment: moment.utc)
                continue
        merged.append((start, end))
    return merged


def _first(document: Document, first: Mapping[str, Instant]) -> Instant | None:
    moments = [moment for moment in (document.received_at, first.get(document.id)) if moment is not None]
    return _earliest(moments) if moments else None


def _earliest(moments: Iterable[Instant]) -> Instant:
    return min(moments, key=lambda moment: moment.utc)
