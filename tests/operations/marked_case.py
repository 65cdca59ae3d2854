"""A case with a mark of its own in every field of every kind of record, once open and once of a confidential witness.

A mark is a text, a number or a day that stands nowhere else; what can only be one of a few values, names a record or says of
what kind something is carries none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from itertools import count

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import FLOW_FIELDS, Claim, Task
from surveyor_app.domain.claim.contacts import ANSWERED_BY_OFFICE, Complaint
from surveyor_app.domain.claim.proposals import DECIDED_BY_OFFICE, Proposal
from surveyor_app.domain.claim.remarks import CLOSED_BY_OFFICE, Remark
from surveyor_app.domain.documents.documents import REVIEWED_BY_OFFICE, Document
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import SPECS, encode_fields
from surveyor_app.domain.ownership import REVIEWING
from surveyor_app.wording.labels import Labels
from tests.operations.office import OfficeDesk
from tests.operations.worlds import only

Place = tuple[str, str]
"""Kind and field."""

ANCHORS: Mapping[Place, object] = {
    ("task", "task_kind"): "scene",
    ("task", "owner"): None,
    ("task", "is_major_case"): True,
    ("check_answer", "check_id"): "chk_recovery_case",
    ("check_answer", "answer"): "yes",
    ("check_answer", "choice"): None,
    ("check_answer", "choices"): None,
    ("prompt_answer", "prompt_id"): "rf_pressure",
    ("document", "item"): "weather_proof",
    ("document", "state"): "requested",
    ("vehicle", "category"): "insured",
    ("evidence", "evidence_class"): "photo",
    ("evidence", "format"): "jpeg",
    ("evidence", "no_preview"): "unreadable",
    ("evidence", "shot_key"): "motor.debris",
    ("evidence", "subject_uid"): None,
    ("evidence", "taken_at"): "2026-11-20T06:03:22",
    ("evidence", "taken_offset"): "+08:00",
    ("evidence", "gps_lat"): None,
    ("evidence", "gps_lon"): None,
    ("camera_clock", "shown_utc"): "2026-11-20T06:03:22.000000Z",
    ("camera_clock", "offset_ms"): -200_000,
    ("camera_clock", "assumed_offset"): 480,
    ("shot_state", "shot_key"): "motor.debris",
    ("damage_mark", "part_id"): None,
    ("damage_mark", "matches_mark"): None,
    ("consent", "purpose"): "recording",
    ("consent", "language"): "zh_CN",
    ("statement", "language"): "zh_CN",
    ("statement", "notice_language"): "zh_CN",
    ("answer", "question_id"): "gen01",
    ("answer", "follows_uid"): None,
    ("correction", "part"): "answer",
    ("person", "merged_into"): None,
    ("witness", "wants_confidentiality"): False,
    ("proposal", "target_kind"): "claim",
    ("proposal", "target_field"): "insured_name",
    ("notice", "kind"): "one_time",
    ("notice", "language"): "zh_CN",
    ("notice", "replaces"): None,
    ("annotation", "shape"): "text",
    ("annotation", "points"): "100,100",
    ("annotation", "color"): "red",
    ("annotation", "width"): 20,
    ("report", "language"): "zh_CN",
    ("report", "revision"): None,
    ("statement", "seq_no"): 1,
    ("statement_page", "no"): 1,
    ("statement_page", "total"): 1,
    ("injury", "disability_grade"): 7,
}
"""Fields that say of what kind something is, so that it is printed at all; ``None`` leaves one empty."""
LISTS_OF_WORDS = frozenset({"policy_no", "claim_no", "named_drivers", "vehicle"})
"""Lists without an enumeration that hold words and not ids."""


@dataclass(slots=True)
class Marks:
    """The marks of one case, as they are printed, by kind and field; ``secret`` are those of the confidential witness."""

    open: dict[Place, str] = field(default_factory=dict)
    secret: dict[Place, str] = field(default_factory=dict)
    ids: dict[str, RecordId] = field(default_factory=dict)


def mark_everything(case: CaseFile) -> Marks:
    """Write a record of every kind with a mark in each field, then a confidential witness with all that comes from one."""
    marks, numbers = Marks(), count(1)
    known = {Claim.KIND: only(case, Claim).id, Task.KIND: only(case, Task).id}
    marks.ids = {kind: RecordId(known.get(kind) or new_record_id()) for kind in SPECS}
    written = {(kind, id_): dict(_marked(kind, marks.ids, numbers, marks.open)) for kind, id_ in marks.ids.items()}
    ids = marks.ids | {kind: new_record_id() for kind in SECRETS}
    for kind, fixed in SECRETS.items():
        own = {name: ids[value] if isinstance(value, str) and value in ids else value for name, value in fixed.items()}
        written[kind, ids[kind]] = dict(_marked(kind, ids, numbers, marks.secret)) | own
    mine, theirs = [], []
    for (kind, id_), values in written.items():
        of_office = {name: values.pop(name) for name in OF_OFFICE.get(kind, ()) if name in values}
        action = Action.CHANGE if known.get(kind) == id_ else Action.CREATE
        if kind in REVIEWING:
            theirs.append(Step(action, kind, id_, encode_fields(kind, values)))
            continue
        mine.append(Step(action, kind, id_, encode_fields(kind, values)))
        if of_office:
            theirs.append(Step(Action.CHANGE, kind, id_, encode_fields(kind, of_office)))
    case.apply_planned(lambda _session: mine, "mark")
    OfficeDesk(case).writes(*theirs)
    return marks


OF_OFFICE = {
    Claim.KIND: FLOW_FIELDS,
    Document.KIND: REVIEWED_BY_OFFICE,
    Proposal.KIND: DECIDED_BY_OFFICE,
    Remark.KIND: CLOSED_BY_OFFICE,
    Complaint.KIND: ANSWERED_BY_OFFICE,
}
"""Fields that the office alone writes."""
SECRETS: Mapping[str, Mapping[str, object]] = {
    "person": {"roles": ("eyewitness",)},
    "statement": {"subject_uid": "person", "seq_no": 2},
    "answer": {"statement_uid": "statement"},
    "correction": {"statement_uid": "statement", "answer_uid": "answer"},
    "participant": {"statement_uid": "statement", "person_uid": "person"},
    "statement_page": {"statement_uid": "statement"},
    "ink": {"statement_uid": "statement", "person_uid": "person"},
    "evidence": {"subject_uid": "person", "rank": "z"},
    "annotation": {"evidence_uid": "evidence"},
    "injury": {"person_uid": "person"},
    "injury_visit": {"injury_uid": "injury"},
    "fee": {"injury_uid": "injury"},
    "enquiry": {"person_uid": "person"},
    "document": {"subject_uid": "person", "evidence": ()},
    "consent": {"person_uid": "person", "statement_uid": "statement"},
    "witness": {"person_uid": "person", "statement_uid": "statement", "wants_confidentiality": True, "media": ()},
}
"""What belongs to the confidential witness, and how its records hang together: a kind stands for the record of that kind."""


def _marked(
    kind: str, ids: Mapping[str, str], numbers: Iterator[int], found: dict[Place, str]
) -> Iterator[tuple[str, object]]:
    for spec in SPECS[kind]:
        place = (kind, spec.name)
        if place in ANCHORS:
            if ANCHORS[place] is not None:
                yield spec.name, ANCHORS[place]
            continue
        value, shown = _value(spec, next(numbers), ids)
        if value is not None:
            yield spec.name, value
        if shown:
            found[place] = shown


def _value(spec: FieldSpec, number: int, ids: Mapping[str, str]) -> tuple[object, str]:
    """Return a value and how its mark is printed, empty where it carries none."""
    word = f"Qz{number:04}y"
    if spec.type is FieldType.TEXT and spec.name.endswith("sha256"):
        return hashlib.sha256(word.encode()).hexdigest(), ""
    if spec.type is FieldType.REF:
        return ids.get(spec.target or ""), ""
    if spec.enumeration:
        chosen = _choice(spec)
        return ((chosen,) if spec.type is FieldType.MULTI else chosen), ""
    if spec.type is FieldType.MULTI:
        return ((word,), word) if spec.name in LISTS_OF_WORDS else ((ids["evidence"],), "")
    return _plain_value(spec.type, number, word)


def _plain_value(type_: FieldType, number: int, word: str) -> tuple[object, str]:
    day, figure = date(2001, 1, 1) + timedelta(days=number), 710_000_000 + number
    moment = Instant(datetime(2031, 1, 1, 1, tzinfo=UTC) + timedelta(days=number), 480, Trust.TYPED)
    return {
        FieldType.TEXT: (word, word),
        FieldType.INTEGER: (figure, str(figure)),
        FieldType.DECIMAL: (Decimal(figure), str(figure)),
        FieldType.DATE: (day, day.isoformat()),
        FieldType.INSTANT: (moment, f"{moment.local:%Y-%m-%d}"),
        FieldType.BOOLEAN: (True, ""),
    }[type_]


def _choice(spec: FieldSpec) -> str:
    return _labels().choices(spec.enumeration or "")[0].id


@cache
def _labels() -> Labels:
    return Labels.load(resources_dir())
