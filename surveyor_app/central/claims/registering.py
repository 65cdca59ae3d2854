"""A claim is opened (立案, domain §18.2): once what is needed is known, it gets a number a line, without a gap.

The number is counted in the transaction that writes it: what does not come about has no number, and of two nodes that open at the
same moment one waits for the other.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.flow.guarding import require_flow
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.schema import claim_numbers
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.policies import Policy
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.process.claim_numbers import NumberPattern, pattern_for
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.process.stages import NEEDED_TO_OPEN
from surveyor_app.records import reading
from surveyor_app.wording.findings.claim_numbers import load_number_patterns


def open_with_numbers(centre: Centre, actor: str, case: str, lines: Collection[str], today: date) -> tuple[str, ...]:
    """Give a claim its numbers, one for each line, and return them; ``today`` is the day at the office.

    Raises:
        NotFound: the case has no claim.
        InputError: it has numbers already, something is missing to open it, or there is no pattern for a line.
        ActBarred: the claim is cancelled.
    """
    with centre.database.write() as session:
        require_flow(session, case, Act.OPEN_CLAIM)
        claim = claim_of(session, case)
        if claim is None:
            raise NotFound(what=Claim.KIND, id=case)
        if claim.claim_no:
            raise InputError(field="claim_no", reason="there already")
        for name in lacking(session, case, claim):
            raise InputError(field=name, reason="missing")
        if not lines:
            raise InputError(field="line", reason="missing")
        patterns = [_pattern(line, claim.insurer) for line in dict.fromkeys(lines)]
        numbers = tuple(pattern.number(today, _next(session, pattern, today)) for pattern in patterns)
        step = Step(Action.CHANGE, Claim.KIND, claim.id, {"claim_no": list(numbers)})
        write_entries(session, case, [step], actor, centre.now())
    return numbers


def lacking(session: Session, case: str, claim: Claim) -> list[str]:
    """Return the fields of a claim that must be known before it is opened: also its policy, or why there is none."""
    lacks = [name for name in NEEDED_TO_OPEN if getattr(claim, name) in (None, "")]
    is_insured = claim.policy_no or any(policy.policy_no for policy in reading.list_records(session, case, Policy))
    return lacks if is_insured or claim.policy_unverified_reason else [*lacks, "policy_no"]


def _pattern(line: str, insurer: str | None) -> NumberPattern:
    found = pattern_for(load_number_patterns(resources_dir()), line, insurer)
    if found is None:
        raise InputError(field="line", reason="unknown value")
    return found


def _next(session: Session, pattern: NumberPattern, today: date) -> int:
    key = {"pattern": pattern.id, "scope": pattern.scope(today)}
    if session.get_bind().dialect.name == "postgresql":
        begin = postgresql.insert(claim_numbers).values(**key, last=0).on_conflict_do_nothing()
        session.execute(begin)
    mine = (claim_numbers.c.pattern == key["pattern"], claim_numbers.c.scope == key["scope"])
    last = session.scalar(select(claim_numbers.c.last).where(*mine).with_for_update())
    if last is None:
        session.execute(insert(claim_numbers).values(**key, last=1))
        return 1
    session.execute(update(claim_numbers).where(*mine).values(last=last + 1))
    return int(last) + 1
