"""What a report prints, ready to print: values already formatted, no domain logic.

Whoever fills these decides wording and format; the template only places them. What is a :class:`Text` is printed in each
language of the report, what is a string (a name, a figure, what somebody said) as it stands. All of it is printed literally.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from surveyor_app.domain.texts import Text

ReportLanguage = str
"""As :func:`~surveyor_app.wording.report_languages.report_languages` takes it: ``zh_CN``, ``en``, ``both``, ``zh_CN+ja``."""
PhotosPerPage = Literal[2, 4, 6]
ReportOrder = Literal["motor", "property"]
"""Which report it is: of the survey of an accident with vehicles (domain §13.1), or of property (§13.2)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One label with its value. ``wide`` takes the full width; long values do so by themselves.

    ``drawing`` is a key of the drawings handed to the layout: handwriting, printed below the value.
    """

    label: Text
    value: Text | str
    wide: bool = False
    drawing: str | None = None


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A titled block of rows: one person, one vehicle, one object."""

    title: Text | str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A titled free text, such as the course of events or the surveyor's findings; paragraphs are kept."""

    title: Text | str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """One question with the answer in the person's own words; ``corrections`` are finished lines (old → new, by whom).

    ``number`` is 2.1 for the first question that follows up the second.
    """

    number: str
    question: str
    answer: str
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementSection:
    """One statement (询问笔录): title, head and answers in order."""

    title: Text | str
    header: tuple[Row, ...]
    answers: tuple[QuestionAnswer, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the damage table; ``weight`` is its share of the width."""

    label: Text
    numeric: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class LossTable:
    """A table of losses, papers or checks; ``totals`` stand below it.

    Cells are in the order of ``columns``, in the report's first language alone.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text | str, ...], ...]
    totals: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoEntry:
    """One photo. ``picture_name`` is a key of the pictures handed to the layout; ``None`` prints ``no_picture`` instead.

    ``annotated`` says that marks were drawn over the picture, ``damaged`` that only a part of it could be read; the caption
    then says so too.
    """

    number: str
    sha256: str
    caption: Text | str
    taken: Text | str
    place: str
    picture_name: str | None
    no_picture: Text | str = ""
    annotated: bool = False
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One original file in the evidence list; ``size`` and ``taken`` already formatted."""

    number: str
    evidence_class: Text
    file_name: str
    sha256: str
    size: str
    taken: Text | str
    source: str


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last line of one device's chain at the point the report speaks of."""

    device: str
    epoch: int
    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Signatory:
    """A surveyor named on the cover and the signature page."""

    name: str
    role: Text
    number: str = ""


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One printed page of a paper; ``picture_name`` and ``no_picture`` as of a photo.

    ``caption`` names the paper and which of its pages it is; ``number`` is that of the original. ``note`` says what of the paper
    is not printed behind this page.
    """

    number: str
    sha256: str
    caption: Text | str
    picture_name: str | None
    no_picture: Text | str = ""
    note: Text | str = ""


@dataclass(frozen=True, slots=True)
class ReportData:
    """Everything the report prints.

    ``issued_at`` is aware and becomes the document's date; ``issued`` is the same moment as it shall be read.
    ``evidence_root`` is the Merkle root over the lines of the manifest handed to the layout. Empty sections are left out,
    save the evidence list and the integrity page, which are always there. A draft has a watermark and no signature fields. The
    office copy has none either, says on every page that it is internal, and of which signed report it is (``signed_sha256``).
    ``order`` names the order of the chapters (:mod:`surveyor_app.report.chapters`), which are made of the lists and tables here.
    """

    language: ReportLanguage
    doc_no: str
    revision: str
    report_no: str
    issued_at: datetime
    issued: str
    insurer: str
    claim: tuple[Row, ...]
    visit: tuple[Row, ...]
    evidence_root: str
    entries_count: int
    surveyors: tuple[Signatory, ...]
    timeline: LossTable | None = None
    scene: tuple[Row, ...] = ()
    people: tuple[RowGroup, ...] = ()
    vehicles: tuple[RowGroup, ...] = ()
    witnesses: tuple[RowGroup, ...] = ()
    texts: tuple[TextBlock, ...] = ()
    findings: tuple[TextBlock, ...] = ()
    opinion: tuple[TextBlock, ...] = ()
    statements: tuple[StatementSection, ...] = ()
    form_head: tuple[RowGroup, ...] = ()
    record_form: LossTable | None = None
    form_foot: tuple[RowGroup, ...] = ()
    traces: LossTable | None = None
    matches: LossTable | None = None
    damage: LossTable | None = None
    property_items: LossTable | None = None
    property_details: tuple[RowGroup, ...] = ()
    injuries: tuple[RowGroup, ...] = ()
    fees: LossTable | None = None
    rescue: LossTable | None = None
    rescue_details: tuple[RowGroup, ...] = ()
    salvage: LossTable | None = None
    salvage_details: tuple[RowGroup, ...] = ()
    loss_totals: LossTable | None = None
    cover_totals: LossTable | None = None
    documents: LossTable | None = None
    document_details: tuple[RowGroup, ...] = ()
    notices: tuple[RowGroup, ...] = ()
    enquiries: tuple[RowGroup, ...] = ()
    policies: tuple[RowGroup, ...] = ()
    covers: LossTable | None = None
    prompts: LossTable | None = None
    estimate: LossTable | None = None
    proposals: LossTable | None = None
    consents: tuple[RowGroup, ...] = ()
    left_shots: LossTable | None = None
    photos: tuple[PhotoEntry, ...] = ()
    photos_per_page: PhotosPerPage = 4
    papers: tuple[PaperPage, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    chain_heads: tuple[ChainHead, ...] = ()
    draft: bool = False
    office: bool = False
    signed_sha256: str = ""
    order: ReportOrder = "motor"
