"""What the office writes must fit before it is written: fields there are, values of their types, choices of their lists.

A laptop's entries are never refused for their values, since what was found on the spot is evidence; at the desk somebody can
still be asked.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import keys, opened_cases
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import FLOW_FIELDS, Claim
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.fields import decode
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.wire_errors import ReportExists
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.wording.labels import labels_of
from surveyor_app.wording.typed_texts import require_known

_CLAIMS = PROJECTIONS[Claim.KIND]


def require_fields(kind: str, fields: Mapping[str, Json]) -> None:
    """See that a record of a kind may have these fields as they stand in a body.

    Raises:
        InputError: for a field the kind does not have, a value of another type or too long, or a choice that is none.
    """
    specs = {spec.name: spec for spec in SPECS[kind]}
    for name, value in fields.items():
        if name not in specs:
            raise InputError(field=f"{kind}.{name}", reason="unknown field")
        spec = specs[name]
        decoded = decode(spec, value)
        require_known(labels_of(resources_dir()), spec, decoded)
        if spec.max_length is not None and isinstance(decoded, str) and len(decoded) > spec.max_length:
            raise InputError(field=name, reason="too long", limit=spec.max_length)


def require_typed(fields: Collection[str]) -> None:
    """See that a claim's fields are such as somebody types: whether it goes on is said by cancelling and reopening alone.

    Raises:
        InputError: one of them is not.
    """
    for name in sorted(FLOW_FIELDS.intersection(fields)):
        raise InputError(field=f"{Claim.KIND}.{name}", reason="unknown field")


def require_new_report(session: Session, report_no: object) -> None:
    """See that no claim of a report number was opened yet.

    Raises:
        ReportExists: one was.
    """
    if not isinstance(report_no, str) or not report_no.strip():
        return
    # Of two who open at the same moment one is told of the other's: they take turns at a row that is always there.
    session.execute(select(keys.c.name).order_by(keys.c.name).limit(1).with_for_update())
    of_number = _CLAIMS.c.report_no == report_no.strip(), _CLAIMS.c.withdrawn.is_(False)
    query = select(_CLAIMS.c.case_id).join(opened_cases, opened_cases.c.case_id == _CLAIMS.c.case_id)
    case = session.scalar(query.where(*of_number).order_by(opened_cases.c.opened_at).limit(1))
    if case is not None:
        raise ReportExists(report_no=report_no.strip(), case=case)
