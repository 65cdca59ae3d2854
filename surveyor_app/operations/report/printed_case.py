"""A case as one copy of the report prints it: what its reader may see, and every section made of that (domain §13.1, §13.4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypedDict

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.party_copy import Copy, copy_contents, hidden_in
from surveyor_app.domain.statements.confidentiality import Hidden
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.texts import Text
from surveyor_app.operations.report.annex import PaperFile, paper_files
from surveyor_app.operations.report.field_rows import TITLED, FieldRows
from surveyor_app.operations.report.form_sections import FormSections
from surveyor_app.operations.report.loss_sections import LossSections
from surveyor_app.operations.report.office_sections import OfficeSections
from surveyor_app.operations.report.paper_sections import PaperSections
from surveyor_app.operations.report.sections import Sections
from surveyor_app.operations.report.trace_sections import TraceSections
from surveyor_app.operations.report.witnesses import WitnessSections
from surveyor_app.report.data import (
    EvidenceLine,
    LossTable,
    PhotoEntry,
    ReportLanguage,
    ReportOrder,
    Row,
    RowGroup,
    StatementSection,
    TextBlock,
)
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.party_copy import load_party_copy
from surveyor_app.wording.findings.record_form import load_record_form
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.words import word


class Parts(TypedDict):
    """The parts of the report's data, by their names there."""

    claim: tuple[Row, ...]
    visit: tuple[Row, ...]
    timeline: LossTable | None
    scene: tuple[Row, ...]
    people: tuple[RowGroup, ...]
    vehicles: tuple[RowGroup, ...]
    witnesses: tuple[RowGroup, ...]
    texts: tuple[TextBlock, ...]
    findings: tuple[TextBlock, ...]
    opinion: tuple[TextBlock, ...]
    statements: tuple[StatementSection, ...]
    form_head: tuple[RowGroup, ...]
    record_form: LossTable | None
    form_foot: tuple[RowGroup, ...]
    traces: LossTable | None
    matches: LossTable | None
    damage: LossTable | None
    property_items: LossTable | None
    property_details: tuple[RowGroup, ...]
    injuries: tuple[RowGroup, ...]
    fees: LossTable | None
    rescue: LossTable | None
    rescue_details: tuple[RowGroup, ...]
    salvage: LossTable | None
    salvage_details: tuple[RowGroup, ...]
    loss_totals: LossTable | None
    cover_totals: LossTable | None
    documents: LossTable | None
    document_details: tuple[RowGroup, ...]
    notices: tuple[RowGroup, ...]
    enquiries: tuple[RowGroup, ...]
    policies: tuple[RowGroup, ...]
    covers: LossTable | None
    prompts: LossTable | None
    estimate: LossTable | None
    proposals: LossTable | None
    consents: tuple[RowGroup, ...]
    left_shots: LossTable | None
    photos: tuple[PhotoEntry, ...]
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class PrintedCase:
    """What all sections are made of.

    ``contents`` hold what the reader may see and nothing else; ``hidden`` says what stands there without a name, ``unseen`` what
    without a picture.
    """

    copy: Copy
    order: ReportOrder
    contents: CaseContents
    rows: FieldRows
    hidden: Hidden
    unseen: frozenset[str]
    language: ReportLanguage

    @classmethod
    def of(
        cls, contents: CaseContents, copy: Copy, language: ReportLanguage, fallen: frozenset[str] = frozenset()
    ) -> PrintedCase:
        """Make it for a copy; ``fallen`` is handwriting of which what it was given for was changed since."""
        resources = resources_dir()
        view = load_party_copy(resources)
        is_office = copy is Copy.OFFICE
        hidden = Hidden() if is_office else hidden_in(contents)
        shown = copy_contents(contents, view, copy)
        numbers: dict[str, str] = {item.id: str(n) for n, item in enumerate(contents.evidence, start=1)}
        rows = FieldRows(Labels.load(resources), _names(shown, hidden, fallen), numbers)
        unseen = frozenset[str]() if is_office else view.unseen_pictures(contents)
        order: ReportOrder = "motor" if contents.is_motor else "property"
        return cls(copy, order, shown, rows, hidden, unseen, language)

    def parts(self, pictured: set[str], annotated: Collection[str]) -> Parts:
        """Return every part; ``pictured`` are the originals that have a picture, ``annotated`` those with marks over it."""
        parts = load_parts(resources_dir())
        sections = Sections(self.rows, self.contents, parts, self.language, self.hidden, self.unseen)
        form = FormSections(self.rows, self.contents, load_record_form(resources_dir()))
        traces = TraceSections(self.rows, self.contents, parts)
        losses = LossSections(self.rows, self.contents)
        papers = self._papers()
        prompts = self.contents.tables.prompts if self.copy is Copy.OFFICE else None
        office = OfficeSections(self.rows, self.contents, prompts)
        numbers = dict(self.rows.numbers)
        return Parts(
            claim=sections.claim(),
            visit=sections.visit(),
            timeline=sections.timeline(),
            scene=sections.scene(numbers),
            people=sections.people(),
            vehicles=sections.vehicles(),
            witnesses=WitnessSections(self.rows, self.contents).groups(),
            texts=sections.texts(),
            findings=sections.findings(),
            opinion=sections.opinion(),
            statements=sections.statements(),
            form_head=form.head() if self.order == "motor" else (),
            record_form=form.checks(),
            form_foot=form.foot() if self.order == "motor" else (),
            traces=traces.comparison(),
            matches=traces.matches(),
            damage=sections.damage(),
            property_items=losses.property_items(),
            property_details=losses.property_details(),
            injuries=losses.injuries(),
            fees=losses.fees(),
            rescue=losses.rescue(),
            rescue_details=losses.rescue_details(),
            salvage=losses.salvage(),
            salvage_details=losses.salvage_details(),
            loss_totals=losses.loss_totals(),
            cover_totals=losses.cover_totals(),
            documents=papers.documents(),
            document_details=papers.document_details(),
            notices=papers.notices(),
            enquiries=papers.enquiries(),
            policies=office.policies(),
            covers=office.covers(),
            prompts=office.prompts(),
            estimate=office.estimate(),
            proposals=office.proposals(),
            consents=office.consents(),
            left_shots=office.left_shots(),
            photos=sections.photos(numbers, pictured, annotated),
            evidence=sections.evidence_lines(numbers),
        )

    def paper_files(self) -> tuple[PaperFile, ...]:
        """Return the originals of which every page is printed."""
        return paper_files(self._papers(), self.contents, self.unseen | self.hidden.evidence)

    def _papers(self) -> PaperSections:
        return PaperSections(self.rows, self.contents, load_papers(resources_dir()))


def _names(contents: CaseContents, hidden: Hidden, fallen: frozenset[str]) -> Mapping[str, Text | str]:
    """Return what records are called where another one refers to them."""
    names: dict[str, Text | str] = {**contents.subject_names}
    names |= {item.id: item.name or "" for item in contents.property_items}
    names |= {item.id: item.no or "" for item in contents.notices}
    names |= {item.id: contents.purposes.get(item.purpose or "", "") for item in contents.consents}
    names |= {item.id: _hand(item, item.id in fallen) for item in contents.inks}
    for n, statement in enumerate(contents.statements, start=1):
        names[statement.id] = paper_text("statement_number").filled(n=n)
    return names | dict.fromkeys(hidden.people, word("confidential"))


def _hand(ink: Ink, is_fallen: bool) -> Text | str:
    """Return whose handwriting a piece is, since when, and whether what it was given for was changed afterwards."""
    said = " · ".join(
        part for part in (ink.signer_name or "", format_instant(ink.signed_at) if ink.signed_at else "") if part
    )
    return TITLED.filled(what=said, name=paper_text("copy_changed")) if is_fallen else said
