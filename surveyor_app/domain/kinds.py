"""The record kinds this version knows, by name; an entry of another kind is kept in quarantine, never refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from surveyor_app.domain.calculation.calculations import Calculation, CalculationLine
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.contacts import Complaint, Contact
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report, Signature
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.fields import FieldSpec, decode, encode, specs_of
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer

RECORD_CLASSES: tuple[type[Record], ...] = (
    Claim,
    Task,
    Person,
    Vehicle,
    Evidence,
    Statement,
    Answer,
    DamageMark,
    Report,
    Signature,
    Annotation,
    ShotState,
    CameraClock,
    Participant,
    Correction,
    StatementPage,
    Ink,
    Witness,
    Policy,
    Cover,
    Proposal,
    CheckAnswer,
    PropertyItem,
    Injury,
    InjuryVisit,
    Fee,
    RescueCost,
    Salvage,
    Document,
    Notice,
    Enquiry,
    PromptAnswer,
    Consent,
    Liability,
    Calculation,
    CalculationLine,
    Remark,
    Contact,
    Complaint,
    Review,
    Sample,
)
KINDS: Mapping[str, type[Record]] = {record_class.KIND: record_class for record_class in RECORD_CLASSES}
SPECS: Mapping[str, tuple[FieldSpec, ...]] = {kind: specs_of(record_class) for kind, record_class in KINDS.items()}

BYTES_FOLDERS: Mapping[str, str] = {
    Evidence.KIND: "originals",
    Report.KIND: "reports",
    Statement.KIND: "statements",
    StatementPage.KIND: "statements",
    Ink.KIND: "statements",
}
"""Kinds whose records name bytes by ``sha256``, and the folder under which the delivery root lists them."""

CASE_KIND = "case"
"""Entries about the case itself (its opening, a new epoch, an alias, an erasure) name this kind; it has no record table."""

R = TypeVar("R", bound=Record)


def encode_fields(kind: str, values: Mapping[str, object]) -> dict[str, Json]:
    """Return ``values`` as they stand in a body.

    Raises:
        InputError: for a field the kind does not have, or a value of another type.
    """
    specs = {spec.name: spec for spec in SPECS[kind]}
    unknown = set(values) - set(specs)
    if unknown:
        raise InputError(field=f"{kind}.{min(unknown)}", reason="unknown field")
    return {name: encode(specs[name], value) for name, value in values.items()}


def decode_fields(kind: str, values: Mapping[str, Json]) -> dict[str, Any]:
    """Return the values that this version understands; a field it does not know or cannot read is left out."""
    known: dict[str, Any] = {}
    for spec in SPECS[kind]:
        if spec.name in values:
            try:
                known[spec.name] = decode(spec, values[spec.name])
            except InputError:
                # Total apply: a malformed value stays in the journal and is a finding, never a reason to stop.
                continue
    return known
