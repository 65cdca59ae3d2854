"""Annotations over a photo: add, change, withdraw, list; each one operation that can be taken back.

The layer is made of records. The original and its hash are never touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.ranks import is_rank, rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import (
    MAX_LABEL,
    Points,
    Shape,
    bounded_width,
    format_points,
    is_drawn,
    parse_points,
)
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading

MOST = 500
"""Shapes over one photo; more is a mistake, and each is drawn at every paint."""
REMOVED = "removed"
"""Why a shape is withdrawn: the surveyor took it off the layer."""


@dataclass(frozen=True, slots=True)
class NewShape:
    """A shape to be added; a number without a label is given the next one of its photo."""

    shape: Shape
    points: Points
    color: str
    width: int
    label: str = ""


def add(case: CaseFile, evidence_id: str, new: NewShape) -> Created:
    """Put a shape on top of the layer of a photo.

    Raises:
        NotFound: there is no such evidence.
        InputError: the points are not the shape's, it is too small to be meant, or the photo has too many.
    """
    points = format_points(parse_points(format_points(new.points), new.shape))
    if not is_drawn(new.points):
        raise InputError(field="annotation.points", reason="too small")
    record_id = new_record_id()

    def plan(session: Session) -> list[Step]:
        if reading.get(session, case.case_id, Evidence, RecordId(evidence_id)) is None:
            raise NotFound(what=Evidence.KIND, id=evidence_id)
        everything = reading.list_records(session, case.case_id, Annotation, include_withdrawn=True)
        own = [item for item in everything if item.evidence_uid == evidence_id]
        if sum(not item.withdrawn for item in own) >= MOST:
            raise InputError(field="annotation", reason="too many")
        values = {
            "rank": rank_between(
                max((item.rank for item in own if item.rank and is_rank(item.rank)), default=None), None
            ),
            "evidence_uid": evidence_id,
            "shape": new.shape.value,
            "points": points,
            "color": new.color,
            "width": bounded_width(new.width),
            "label": _label(new, own) or None,
        }
        fields = encode_fields(Annotation.KIND, {name: value for name, value in values.items() if value is not None})
        return [Step(Action.CREATE, Annotation.KIND, record_id, fields)]

    return Created(record_id, case.apply_planned(plan, f"create_{Annotation.KIND}"))


def reshape(case: CaseFile, record_id: str, points: Points) -> Changes:
    """Move or resize a shape.

    Raises:
        NotFound: there is no such annotation. InputError: the points are not the shape's.
        Sealed: a signed report rests on it.
    """
    with case.read() as session:
        record = reading.get(session, case.case_id, Annotation, RecordId(record_id))
    if record is None:
        raise NotFound(what=Annotation.KIND, id=record_id)
    try:
        shape = Shape(record.shape or "")
    except ValueError as error:
        raise InputError(field="annotation.shape", reason="unknown") from error
    text = format_points(parse_points(format_points(points), shape))
    return records.change(case, Annotation, record_id, {"points": text})


def restyle(
    case: CaseFile, record_id: str, *, color: str | None = None, width: int | None = None, label: str | None = None
) -> Changes:
    """Recolour, thicken or relabel a shape; what is ``None`` stays. Errors as :func:`reshape`."""
    fields: dict[str, object] = {}
    if color is not None:
        fields["color"] = color
    if width is not None:
        fields["width"] = bounded_width(width)
    if label is not None:
        fields["label"] = label[:MAX_LABEL]
    return records.change(case, Annotation, record_id, fields)


def withdraw(case: CaseFile, record_ids: Sequence[str]) -> Changes:
    """Take shapes off the layer; they stay in the case. Errors as :func:`records.withdraw`."""
    return records.withdraw(case, Annotation, record_ids, REMOVED)


def clear(case: CaseFile, evidence_id: str) -> Changes:
    """Take all shapes off the layer of a photo in one operation; nothing is written when there is none."""
    return withdraw(case, [item.id for item in list_of(case, evidence_id)])


def list_of(case: CaseFile, evidence_id: str) -> list[Annotation]:
    """Return the annotations of a photo in the order they are drawn."""
    with case.read() as session:
        found = reading.list_records(session, case.case_id, Annotation)
    return [item for item in found if item.evidence_uid == evidence_id]


def by_evidence(case: CaseFile, session: Session) -> Mapping[str, Sequence[Annotation]]:
    """Return all annotations by the photo they lie over; photos without any are left out."""
    found: dict[str, list[Annotation]] = defaultdict(list)
    for item in reading.list_records(session, case.case_id, Annotation):
        found[item.evidence_uid or ""].append(item)
    return found


def annotated_ids(case: CaseFile) -> frozenset[str]:
    """Return the ids of all evidence with a layer."""
    with case.read() as session:
        rows = reading.columns(session, case.case_id, Annotation, ("evidence_uid",))
    return frozenset(row[2] or "" for row in rows)


def _label(new: NewShape, own: Sequence[Annotation]) -> str:
    label = new.label.strip()[:MAX_LABEL]
    if new.shape is not Shape.NUMBER or label:
        return label
    used = [item.label or "" for item in own if item.shape == Shape.NUMBER and not item.withdrawn]
    return str(max((int(text) for text in used if text.isascii() and text.isdigit() and len(text) < 6), default=0) + 1)
