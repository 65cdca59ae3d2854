"""A loss reported by the customer's own form or another program (报案登记, domain §18.2 report_loss): marked, seldom refused.

What is not clear is left out of the claim and kept in the reporter's own words in a remark to whoever takes in reports, and so is
a claim that this one may repeat. The report has an id of its own from its form: sent twice, it is one claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import customer_links, office
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.guidance import GuidanceText, guidance_text
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.schema import opened_cases
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.remarks import NOTHING, Remark
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import encode, spec_of
from surveyor_app.domain.journal.identifiers import is_uuid, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust, utc_text
from surveyor_app.domain.texts import Language
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.wording.labels import labels_of
from surveyor_app.wording.typed_texts import typed_value

REPORTER: Final = "customer:report"
"""Who writes in the journal when somebody reports a loss without anybody of the office."""

ASKED: Final = (
    *("reporter_name", "reporter_phone", "insured_name", "plate_no", "policy_no"),
    *("accident_at", "accident_place", "loss_cause", "reported_course"),
)
"""Fields of the claim that are asked of whoever reports a loss."""

PHONE_DIGITS = 7
"""A number with fewer reaches nobody."""

REPEAT = timedelta(hours=48)
"""How near two reports of the same policy, plate or phone are to be looked at together (domain §18.2: near-repeat prompts)."""

MOST_RECENT = 2000
MARK_LENGTH = 1900


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a report: its claim, what of it is still unclear, the guidance, and the secret of a link to follow it.

    ``is_new`` is false where the same report came before: it is told nothing of that claim.
    """

    case: str
    is_new: bool
    unclear: tuple[str, ...] = ()
    guidance: GuidanceText | None = None
    token: str = ""


def take(
    centre: Centre, typed: Mapping[str, str], language: Language, offset_min: int, case: str | None = None
) -> Taken:
    """Open a claim with what was typed; ``case`` is the report's own id.

    Raises:
        InputError: there is no phone number to call, or an id or a field that is none.
    """
    unknown = sorted(set(typed) - set(ASKED))
    if unknown:
        raise InputError(field=unknown[0][:40], reason="unknown field")
    if case is not None and not is_uuid(case):
        raise InputError(field="case", reason="no UUID")
    if sum(character.isdecimal() for character in typed.get("reporter_phone", "")) < PHONE_DIGITS:
        raise InputError(
            field="reporter_phone", reason="empty" if not typed.get("reporter_phone") else "characters or length"
        )
    fields, unclear = _understood(typed, offset_min)
    with centre.database.read() as session:
        if case is not None and _is_known(session, case):
            return Taken(case, is_new=False)
        alike = _alike(session, fields, centre.now())
    now = Instant(centre.now(), 0, Trust.CENTRE)
    opened = office.open_claim(centre, REPORTER, fields | {"reported_at": now.to_json()}, case)
    token = customer_links.make(centre, REPORTER, opened, "reporter")
    with centre.database.write() as session:
        claim = claim_of(session, opened)
        assert claim is not None
        text = guidance_text(session, opened, language, claim.reporter_name or "", centre.config.service_phone)
        told: dict[str, Json] = {"channel": "app_mail", "sent_at": now.to_json(), "delivered_at": now.to_json()}
        steps = [text.step(REPORTER, now, told), *_marks(claim, unclear, alike, now)]
        write_entries(session, opened, steps, REPORTER, now.utc)
    return Taken(opened, True, tuple(unclear), text, token)


def _understood(typed: Mapping[str, str], offset_min: int) -> tuple[dict[str, Json], dict[str, str]]:
    """Return the fields as they stand in a body, and what fits none, in the words it was said in."""
    fields: dict[str, Json] = {}
    unclear: dict[str, str] = {}
    for name in ASKED:
        text = typed.get(name, "").strip()
        if not text:
            continue
        spec = spec_of(Claim, name)
        try:
            value = encode(spec, typed_value(spec, text, offset_min))
            require_fields(Claim.KIND, {name: value})
        except InputError:
            unclear[name] = text
        else:
            fields[name] = value
    return fields, unclear


def _is_known(session: Session, case: str) -> bool:
    return session.scalar(select(opened_cases.c.case_id).where(opened_cases.c.case_id == case)) is not None


def _alike(session: Session, fields: Mapping[str, Json], now: datetime) -> Sequence[str]:
    """Return the numbers of claims opened not long ago with the same plate, policy or phone."""
    claims = PROJECTIONS[Claim.KIND]
    names = ("plate_no", "policy_no", "insured_phone", "reporter_phone")
    query = select(claims.c.report_no, claims.c.case_id, *(claims.c[name] for name in names))
    query = query.join(opened_cases, opened_cases.c.case_id == claims.c.case_id)
    recent = opened_cases.c.opened_at >= utc_text(now - REPEAT), claims.c.withdrawn.is_(False)
    found = []
    for row in session.execute(query.where(*recent).order_by(opened_cases.c.opened_at.desc()).limit(MOST_RECENT)):
        is_same = (
            _same(fields.get("plate_no"), row.plate_no)
            or _same(fields.get("policy_no"), row.policy_no)
            or _same(fields.get("reporter_phone"), row.insured_phone)
            or _same(fields.get("reporter_phone"), row.reporter_phone)
        )
        if is_same:
            found.append(row.report_no or row.case_id)
    return found


def _same(said: object, known: object) -> bool:
    return bool(said) and bool(known) and _bare(said) == _bare(known)


def _bare(value: object) -> str:
    return "".join(character for character in str(value).upper() if character.isalnum())


def _marks(claim: Claim, unclear: Mapping[str, str], alike: Sequence[str], now: Instant) -> list[Step]:
    """Return remarks for whoever takes in reports, in Chinese and English: what they are about is data, in any language."""
    labels = labels_of(resources_dir())
    texts = []
    for name, text in unclear.items():
        label = labels.field_text(Claim.KIND, name).forms
        texts.append(f"待核实 Unclear: {label['zh']} {label['en']}: {text}")
    if alike:
        texts.append("可能重复报案 Perhaps reported before: " + ", ".join(alike[:20]))
    fields: dict[str, Json] = {
        "about_kind": Claim.KIND,
        "about_uid": claim.id,
        "to_role": "intake",
        "asks": NOTHING,
        "written_by": REPORTER,
        "written_at": now.to_json(),
    }
    return [Step(Action.CREATE, Remark.KIND, new_record_id(), fields | {"text": text[:MARK_LENGTH]}) for text in texts]
