"""The consent register (同意登记): ask, keep the answer in the words that were shown, take back; domain §6.3, PIPL art. 13-15.

A refusal is kept too. Revoking ends a consent from then on; what was done before stays lawful (art. 15).
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.consents import Consent, needs_guardian
from surveyor_app.domain.statements.errors import GuardianNeeded
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.domain.texts import Language, Text
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "consents.toml"
SIGNED, SPOKEN = "signed", "spoken"
_NAMES = frozenset({"insurer", "until", "child"})


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One version of what is agreed to; ``None`` where the surveyor words it."""

    purpose: str
    version: str
    text: Text | None


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked and answered: the exact wording shown, its version and language, yes or no, and how."""

    person_uid: str
    purpose: str
    granted: bool
    wording: str
    version: str
    language: str
    mode: str = SIGNED
    statement_uid: str | None = None
    guardian_uid: str | None = None
    until: date | None = None


@cache
def load_consent_texts(resources: Path) -> Mapping[str, ConsentText]:
    """Read ``consents.toml`` once: the current text of each purpose.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a text in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        texts = [_text(item) for item in table["consent"]]
    return {text.purpose: text for text in texts}


def wording(resources: Path, purpose: str, language: Language, values: Mapping[str, str]) -> tuple[str, str]:
    """Return version and text as it is shown, with ``insurer``, ``until`` and ``child`` filled in; empty where there is none."""
    text = load_consent_texts(resources)[purpose]
    if text.text is None:
        return text.version, ""
    return text.version, text.text.filled(**{name: values.get(name) or "—" for name in _NAMES}).in_(language)


def record_consent(
    case: CaseFile, answered: Answered, drawing: Drawing | None = None, pointer: str = "mouse"
) -> Created:
    """Keep an answer, with the signature under it in the same transaction where it was signed.

    Raises:
        InputError: no wording was shown, or a signed consent comes without a signature.
        GuardianNeeded: it was granted for a child under 14, and no guardian is named.
        DiskFull, StorageFailed: nothing was kept.
    """
    if not answered.wording.strip():
        raise InputError(field="consent.wording", reason="empty")
    if answered.mode == SIGNED and (drawing is None or drawing.is_blank):
        raise InputError(field="strokes", reason="empty")
    _require_guardian(case, answered)
    consent_id = new_record_id()
    made = Step(Action.CREATE, Consent.KIND, consent_id, _values(case, answered))
    if drawing is None or drawing.is_blank:
        return Created(consent_id, case.apply([made], "create_consent"))
    ink_id = new_record_id()
    data = drawing.to_bytes()

    def naming(stored: StoredBlob) -> Sequence[Step]:
        return made, Step(Action.CREATE, Ink.KIND, ink_id, _ink(case, answered, consent_id, stored, pointer))

    storing.store_blob(case, (data,), storing.Incoming(lambda: (data,), naming))
    undo = tuple(
        Step(Action.WITHDRAW, kind, item, reason="undo")
        for kind, item in ((Ink.KIND, ink_id), (Consent.KIND, consent_id))
    )
    return Created(consent_id, Changes(touched_by(undo), "create_consent", undo))


def revoke(case: CaseFile, consent_id: str, reason: str) -> Changes:
    """Note that the person takes a consent back.

    Raises:
        NotFound: there is none. InputError: it was not given, or was taken back before.
    """

    def plan(session: Session) -> list[Step]:
        consent = reading.get(session, case.case_id, Consent, RecordId(consent_id))
        if consent is None:
            raise NotFound(what=Consent.KIND, id=consent_id)
        if not consent.granted or consent.revoked_at is not None:
            raise InputError(field="consent.revoked_at", reason="nothing to take back")
        values = {"revoked_at": case.author.clock().instant(), "revocation_reason": reason.strip() or None}
        return [Step(Action.CHANGE, Consent.KIND, consent_id, encode_fields(Consent.KIND, values))]

    return case.apply_planned(plan, "revoke_consent")


def consents_of(case: CaseFile, person_uid: str) -> list[Consent]:
    """Return what a person was asked, the first answer first."""
    with case.read() as session:
        return [item for item in reading.list_records(session, case.case_id, Consent) if item.person_uid == person_uid]


def standing(case: CaseFile, person_uid: str, purpose: str) -> Consent | None:
    """Return the consent that stands now: the last answer for this purpose, if it was yes and was not taken back."""
    last = [item for item in consents_of(case, person_uid) if item.purpose == purpose][-1:]
    return next((item for item in last if item.granted and item.revoked_at is None), None)


def consent_binding(answered: Answered) -> str:
    """Return what a signature under a consent is bound to: the exact wording."""
    return sha256_hex(answered.wording.encode())


def _require_guardian(case: CaseFile, answered: Answered) -> None:
    if not answered.granted or answered.guardian_uid is not None:
        return
    with case.read() as session:
        person = reading.get(session, case.case_id, Person, RecordId(answered.person_uid))
    today = case.author.clock().instant().local.date()
    if needs_guardian(answered.purpose, person.birth if person else None, today):
        raise GuardianNeeded(person=answered.person_uid)


def _values(case: CaseFile, answered: Answered) -> dict[str, Json]:
    values = {
        "person_uid": answered.person_uid,
        "purpose": answered.purpose,
        "statement_uid": answered.statement_uid,
        "text_version": answered.version,
        "language": answered.language,
        "wording": answered.wording.strip(),
        "until": answered.until,
        "granted": answered.granted,
        "given_at": case.author.clock().instant(),
        "mode": answered.mode,
        "guardian_uid": answered.guardian_uid,
    }
    return encode_fields(Consent.KIND, {name: value for name, value in values.items() if value is not None})


def _ink(case: CaseFile, answered: Answered, consent_id: str, stored: StoredBlob, pointer: str) -> dict[str, Json]:
    signer = answered.guardian_uid or answered.person_uid
    values = {
        "target_uid": consent_id,
        "purpose": "consent",
        "form": "signature",
        "role": "guardian" if answered.guardian_uid else "subject",
        "person_uid": signer,
        "sha256": stored.sha256,
        "size_bytes": stored.size,
        "bound_sha256": consent_binding(answered),
        "pointer": pointer,
        "signed_at": case.author.clock().instant(),
    }
    return encode_fields(Ink.KIND, values)


def _text(item: Item) -> ConsentText:
    purpose, version = string_of(item["purpose"]), string_of(item["version"])
    if item.is_blank():
        return ConsentText(purpose, version, None)
    text = item.text()
    for form in text.forms.values():
        named = {name for _, name, _, _ in string.Formatter().parse(form) if name is not None}
        if named - _NAMES:
            raise ValueError(f"{purpose}: unknown name {sorted(named - _NAMES)}")
    return ConsentText(purpose, version, text)
