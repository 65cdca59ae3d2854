"""Where everything of a case is: only here, on its way, at the centre, or signed for; never more than is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.casefile import centre_loss
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.centre_loss import CentreLoss
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.profiles.registry import KeptReceipt
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import Receipt, ReceiptKind
from surveyor_app.protocol.items import ItemState, Lane
from surveyor_app.records import reading
from surveyor_app.records.branches import counting
from surveyor_app.records.devices import known_devices

SHORT = 300
"""Pieces of evidence up to which a case counts as short."""


@dataclass(frozen=True, slots=True)
class DeliveryItem:
    """One original or report: ``state`` is ``local``, ``sending``, ``stored`` or ``receipted``."""

    name: str
    sha256: str
    size: int
    state: str
    sent_bytes: int
    evidence_id: str | None = None
    report_id: str | None = None


def delivery_items(case: CaseFile) -> list[DeliveryItem]:
    """Return every original (withdrawn ones included) and report with its state, in their order."""
    with case.read() as session:
        evidence = reading.columns(session, case.case_id, Evidence, ("file_name", "sha256"), include_withdrawn=True)
        reports = reading.columns(session, case.case_id, Report, ("report_doc_no", "sha256"), include_withdrawn=True)
    blobs = {item.sha256: item for item in CaseDelivery(case).blobs() if item.lane is not Lane.PREVIEW}
    named: list[tuple[str | None, str | None, str | None, str | None]] = [
        (name, sha256, id_, None) for id_, _withdrawn, name, sha256 in evidence
    ]
    named += [(number, sha256, None, id_) for id_, _withdrawn, number, sha256 in reports]
    return [
        DeliveryItem(
            name=name or "",
            sha256=sha256,
            size=blobs[sha256].size,
            state=blobs[sha256].state.value,
            sent_bytes=blobs[sha256].sent,
            evidence_id=evidence_id,
            report_id=report_id,
        )
        for name, sha256, evidence_id, report_id in named
        if sha256 is not None and sha256 in blobs
    ]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands with the centre, all of it read in one go."""

    items: Sequence[DeliveryItem]
    state: str
    unsent: int
    loss: CentreLoss | None


def standing(case: CaseFile) -> Standing:
    """Return the items, the state of all of them, how much is unsent, and what the centre lost."""
    items, unsent = delivery_items(case), unsent_count(case)
    return Standing(items, state_of(case, items, unsent), unsent, loss_at_centre(case))


def is_short(case: CaseFile) -> bool:
    """Tell whether a case has so little evidence that a look at it keeps nobody waiting."""
    with case.read() as session:
        return reading.count(session, case.case_id, Evidence, include_withdrawn=True) <= SHORT


def unsent_count(case: CaseFile) -> int:
    """Return how many of this device's entries the centre has not numbered yet, or lost since."""
    with case.read() as session:
        loss = centre_loss.load(session)
        held_to = None if loss is None else loss.held_to
        return counting.count_unsent(session, case.case_id, case.profile.device_key.device_id, held_to)


def loss_at_centre(case: CaseFile) -> CentreLoss | None:
    """Return what the centre lost of this case since its last full receipt, ``None`` when nothing."""
    with case.read() as session:
        return centre_loss.load(session)


def only_here_count(case: CaseFile) -> int:
    """Return how many entries of the office and of colleagues only this laptop has, because the centre lost them."""
    with case.read() as session:
        return counting.count_lost(session, case.case_id)


def delivery_state(case: CaseFile) -> str:
    """Return the state of the whole case: ``receipted`` only when every item is and nothing was written since."""
    return state_of(case, delivery_items(case))


def state_of(case: CaseFile, items: Sequence[DeliveryItem], unsent: int | None = None) -> str:
    """Return the same for items that were just read.

    What came after a full receipt is *local* until it is on its way too; before that, a delivery that began is *sending*.
    """
    states = {ItemState(item.state) for item in items}
    is_told = (unsent_count(case) if unsent is None else unsent) == 0
    full = [receipt for receipt in receipts(case) if receipt.kind == ReceiptKind.FULL.value]
    if is_told and states <= {ItemState.RECEIPTED} and _is_signed_for(case, full):
        return ItemState.RECEIPTED.value
    if is_told and states and states <= {ItemState.STORED, ItemState.RECEIPTED}:
        return ItemState.STORED.value
    if ItemState.SENDING in states or (states & {ItemState.STORED, ItemState.RECEIPTED} and not full):
        return ItemState.SENDING.value
    return ItemState.LOCAL.value


def receipts(case: CaseFile) -> list[KeptReceipt]:
    """Return the receipts held, oldest first."""
    return CaseDelivery(case).receipts()


def _is_signed_for(case: CaseFile, full: Sequence[KeptReceipt]) -> bool:
    """Tell whether a full receipt covers the last entry of each device of this surveyor: a number alone is no signature.

    Where they have written nothing, nothing of theirs is receipted, whatever others have brought. A receipt for what the
    centre has lost since is a document, and covers nothing.
    """
    if loss_at_centre(case) is not None:
        return False
    own, user = case.profile.device_key.device_id, case.profile.user
    with case.read() as session:
        mine = {device.id for device in known_devices(session) if device.holder == user} | {own}
        found = [reading.head_of(session, case.case_id, device) for device in mine]
    heads = {head.hash for head in found if head is not None}
    return bool(heads) and any(heads <= _heads_in(receipt) for receipt in full)


def _heads_in(kept: KeptReceipt) -> set[str]:
    try:
        return {head.hash for head in decode_message(Receipt, kept.receipt).heads}
    except BadMessage:
        # Of a newer version: what cannot be read signs for nothing.
        return set()
