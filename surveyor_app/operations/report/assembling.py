"""Puts together what a report says: the sections, the numbers, the evidence manifest and its root."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from surveyor_app.casefile import previews
from surveyor_app.casefile.blob_reading import BlobReader, BlobStream
from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.revisions import in_order, next_revision
from surveyor_app.domain.errors import BlobMissing
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.party_copy import stripped
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import layer_of
from surveyor_app.domain.statements.confidentiality import hidden_from_parties
from surveyor_app.operations.cases.checking import contents_of
from surveyor_app.operations.photos.annotated_pictures import Layer
from surveyor_app.operations.photos.annotating import by_evidence
from surveyor_app.operations.report.finding_sections import FindingSections
from surveyor_app.operations.report.sections import Sections
from surveyor_app.operations.report.trace_sections import TraceSections
from surveyor_app.operations.report.witnesses import WitnessSections
from surveyor_app.records import reading
from surveyor_app.records.branches import counting
from surveyor_app.report.bag.original_numbers import evidence_manifest, number_originals
from surveyor_app.report.data import ChainHead, PhotosPerPage, ReportData, ReportLanguage, Signatory
from surveyor_app.report.issued_manifest import evidence_manifest_of
from surveyor_app.report.layout import manifest_root
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.party_copy import load_party_copy
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.words import word

_BUFFER_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Assembled:
    """Everything the layout needs; ``manifest`` are the sorted lines whose root the report states.

    ``layers`` are the shapes to be drawn over photos, by evidence id.
    """

    data: ReportData
    contents: CaseContents
    manifest: bytes
    task: Task | None
    place: str
    layers: Mapping[str, Layer] = field(default_factory=dict)


def assemble(
    case: CaseFile, language: ReportLanguage, photos_per_page: PhotosPerPage, now: datetime, *, draft: bool
) -> Assembled:
    """Read the case and make the report's data from it; ``now`` (UTC) is when it is issued."""
    with case.read() as session:
        contents = contents_of(case, session)
        heads = reading.heads(session, case.case_id)
        entries_count = counting.count_entries(session, case.case_id)
        issued = in_order(reading.list_records(session, case.case_id, Report, include_withdrawn=True))
        everything = reading.list_records(session, case.case_id, Evidence, include_withdrawn=True)
        annotations = by_evidence(case, session)
    resources = resources_dir()
    palette = load_palette(resources)
    layers = {id_: layer for id_, found in annotations.items() if (layer := layer_of(found, palette))}
    hidden = hidden_from_parties(contents.witnesses, contents.everybody, contents.statements)
    contents = replace(
        contents, subject_names={**contents.subject_names, **dict.fromkeys(hidden.people, word("confidential"))}
    )
    labels = Labels.load(resources)
    # The paper is handed to the parties: what is the office's never reaches its sections.
    shown = stripped(contents, load_party_copy(resources))
    sections = Sections(labels, shown, load_parts(resources), language, hidden)
    numbers: dict[str, str] = {item.id: str(n) for n, item in enumerate(contents.evidence, start=1)}
    findings = FindingSections(labels, shown, load_papers(resources), numbers, hidden)
    hashes = [item.sha256 for item in contents.evidence if item.sha256]
    pictured = set(hashes) - set(previews.missing_previews(case, PreviewKind.PREVIEW))
    manifest = evidence_manifest(number_originals(everything, issued_manifest(case, issued)), heads)
    claim = contents.claims[0] if contents.claims else None
    task = contents.tasks[0] if contents.tasks else None
    offset = case.author.clock().offset_min
    own_name = task.owner_name if task and task.owner == case.profile.user else None
    surveyors = [Signatory(own_name or case.profile.display_name, labels.value_text("signature_role", "surveyor"))]
    if task and task.second_surveyor:
        surveyors.append(Signatory(task.second_surveyor, labels.field_text(Task.KIND, "second_surveyor")))
    report_no = (claim and claim.report_no) or ""
    data = ReportData(
        language=language,
        doc_no=report_no or f"local-{case.case_id[-8:]}",
        revision=next_revision(issued),
        report_no=report_no,
        issued_at=now,
        issued=format_instant(Instant(now, offset)),
        insurer=(claim and claim.insurer) or "",
        claim=sections.claim(),
        visit=sections.visit(),
        evidence_root=manifest_root(manifest),
        entries_count=entries_count,
        surveyors=tuple(surveyors),
        people=sections.people(),
        vehicles=sections.vehicles(),
        witnesses=WitnessSections(labels, shown, numbers).groups(),
        texts=sections.texts(),
        statements=sections.statements(),
        damage=sections.damage(),
        record_form=findings.record_form(),
        traces=TraceSections(labels, shown, load_parts(resources), numbers).comparison(),
        property_items=findings.property_items(),
        injuries=findings.injuries(),
        rescue=findings.rescue(),
        salvage=findings.salvage(),
        documents=findings.documents(),
        notices=findings.notices(),
        enquiries=findings.enquiries(),
        photos=sections.photos(numbers, {item.id for item in contents.evidence if item.sha256 in pictured}, layers),
        photos_per_page=photos_per_page,
        evidence=sections.evidence_lines(numbers),
        chain_heads=tuple(ChainHead(head.device, head.epoch, head.seq, head.hash) for head in heads),
        draft=draft,
    )
    return Assembled(data, contents, manifest, task, (task and task.survey_place) or "", layers)


def issued_manifest(case: CaseFile, issued: Sequence[Report]) -> bytes | None:
    """Return the manifest attached to the last issued report, ``None`` when there is none here; ``issued`` is in order.

    Raises:
        BlobDamaged: the report's bytes are not those that were stored.
    """
    last = issued[-1].sha256 if issued else None
    if last is None:
        return None
    try:
        # Three of its twenty parts, each hashed again as it is read.
        found = evidence_manifest_of(io.BufferedReader(BlobStream(BlobReader(case, last)), _BUFFER_BYTES))
        # What cannot be unpacked may be damaged: reading all of it tells.
        return found if found is not None else evidence_manifest_of(b"".join(read_blob(case, last)))
    except BlobMissing:
        # Fetched anew after a loss, or another's report: its entry is here, its bytes are at the centre.
        return None
