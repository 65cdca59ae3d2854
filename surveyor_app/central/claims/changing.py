"""The office changes what is its own in a case: the claim, and what it makes of a surveyor's proposals (更正建议)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.fitting import require_fields, require_typed
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import ACCEPTED, REFUSED, Proposal, proposed_value
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import encode
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import KINDS, SPECS
from surveyor_app.records import reading

DECIDABLE = frozenset({Claim.KIND, Policy.KIND, Cover.KIND})
"""Kinds of which the office writes the value that it accepts; of any other a proposal has no sense."""


def claim_of(session: Session, case: str) -> Claim | None:
    """Return the claim of a case: the first that was made."""
    return next(iter(reading.list_records(session, case, Claim)), None)


def change_claim(centre: Centre, actor: str, case: str, fields: Mapping[str, Json], reason: str | None = None) -> bool:
    """Write the fields that differ from what the claim says, and tell whether there were any.

    A case that was opened on the spot and has no claim of the office gets its values in the claim that is there.

    Raises:
        InputError: for a field the claim does not have, or a value that does not fit.
        NotFound: the case has no claim.
    """
    require_fields(Claim.KIND, fields)
    require_typed(fields)
    with centre.database.write() as session:
        claim = claim_of(session, case)
        if claim is None:
            raise NotFound(what=Claim.KIND, id=case)
        changed = _differing(claim, fields)
        if changed:
            step = Step(Action.CHANGE, Claim.KIND, claim.id, changed, reason or None)
            write_entries(session, case, [step], actor, centre.now())
    return bool(changed)


def decide(centre: Centre, actor: str, case: str, proposal: str, *, accepted: bool, reason: str = "") -> None:
    """Accept a proposal and write its value, or refuse it; the same decision twice changes nothing.

    Raises:
        NotFound: there is no such proposal, or nothing it is about.
        InputError: it was decided otherwise, a refusal has no reason, or the value does not fit its field.
    """
    if not accepted and not reason.strip():
        raise InputError(field="reason", reason="empty")
    state = ACCEPTED if accepted else REFUSED
    with centre.database.write() as session:
        found = reading.get(session, case, Proposal, RecordId(proposal))
        if found is None or found.withdrawn:
            raise NotFound(what=Proposal.KIND, id=proposal)
        if found.state == state:
            return
        if not found.is_open:
            raise InputError(field="state", reason="decided already")
        now = centre.now()
        said: dict[str, Json] = {
            "state": state,
            "decided_by": actor,
            "decided_at": Instant(now, 0, Trust.CENTRE).to_json(),
            "decision_reason": reason.strip() or None,
        }
        steps = [Step(Action.CHANGE, Proposal.KIND, found.id, said)]
        if accepted:
            steps.insert(0, _accepted_step(session, case, found))
        write_entries(session, case, steps, actor, now)


def _accepted_step(session: Session, case: str, proposal: Proposal) -> Step:
    """Return the step that writes the proposed value where it belongs."""
    kind, name = proposal.target_kind or "", proposal.target_field or ""
    if kind not in DECIDABLE:
        raise InputError(field="target_kind", reason="not the office's")
    spec = next((spec for spec in SPECS[kind] if spec.name == name), None)
    if spec is None:
        raise InputError(field=f"{kind}.{name}", reason="unknown field")
    fields = {name: encode(spec, proposed_value(proposal, spec))}
    require_fields(kind, fields)
    if kind == Claim.KIND:
        require_typed(fields)
    target = reading.get(session, case, KINDS[kind], RecordId(proposal.target_uid or ""))
    if target is None or target.withdrawn:
        raise NotFound(what=kind, id=proposal.target_uid or "")
    return Step(Action.CHANGE, kind, target.id, fields, proposal.reason)


def _differing(record: Record, fields: Mapping[str, Json]) -> dict[str, Json]:
    specs = {spec.name: spec for spec in SPECS[record.KIND]}
    return {name: value for name, value in fields.items() if encode(specs[name], getattr(record, name)) != value}
