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
from surveyor_app.domain.party_copy import Copy
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import layer_of
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.operations.cases.checking import contents_of
from surveyor_app.operations.documents.copy_signatures import fallen_signatures
from surveyor_app.operations.photos.annotated_pictures import Layer
from surveyor_app.operations.photos.annotating import by_evidence
from surveyor_app.operations.photos.doubts import failures
from surveyor_app.operations.report.annex import PaperFile
from surveyor_app.operations.report.printed_case import PrintedCase
from surveyor_app.records import reading
from surveyor_app.records.branches import counting
from surveyor_app.report.bag.original_numbers import evidence_manifest, number_originals
from surveyor_app.report.data import ChainHead, PhotosPerPage, ReportData, ReportLanguage, Signatory
from surveyor_app.report.issued_manifest import evidence_manifest_of
from surveyor_app.report.layout import manifest_root
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.formatting import format_instant
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.picture_rules import picture_table

_BUFFER_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class Assembled:
    """Everything the layout needs; ``manifest`` are the sorted lines whose root the report states.

    ``layers`` are the shapes to be drawn over photos, by evidence id; ``papers`` the originals whose pages are to be printed.
    ``contents`` is the whole case, whoever the copy is for; ``inks`` is the handwriting that this copy shows.
    """

    data: ReportData
    contents: CaseContents
    manifest: bytes
    task: Task | None
    place: str
    layers: Mapping[str, Layer] = field(default_factory=dict)
    papers: tuple[PaperFile, ...] = ()
    inks: tuple[Ink, ...] = ()


def assemble(
    case: CaseFile,
    language: ReportLanguage,
    photos_per_page: PhotosPerPage,
    now: datetime,
    *,
    draft: bool,
    copy: Copy = Copy.PARTY,
) -> Assembled:
    """Read the case and make the report's data from it; ``now`` (UTC) is when it is issued."""
    with case.read() as session:
        contents = contents_of(case, session)
        heads = reading.heads(session, case.case_id)
        entries_count = counting.count_entries(session, case.case_id)
        issued = in_order(reading.list_records(session, case.case_id, Report, include_withdrawn=True))
        everything = reading.list_records(session, case.case_id, Evidence, include_withdrawn=True)
        annotations = by_evidence(case, session)
        fallen = fallen_signatures(case, session, [*contents.documents, *contents.enquiries])
    is_office = copy is Copy.OFFICE
    if is_office:
        contents = replace(contents, photo_failures=failures(case, picture_table()))
    manifest = evidence_manifest(number_originals(everything, issued_manifest(case, issued)), heads)
    palette = load_palette(resources_dir())
    layers = {id_: layer for id_, found in annotations.items() if (layer := layer_of(found, palette))}
    hashes = [item.sha256 for item in contents.evidence if item.sha256]
    pictured = set(hashes) - set(previews.missing_previews(case, PreviewKind.PREVIEW))
    seen: set[str] = {item.id for item in contents.evidence if item.sha256 in pictured}
    printed = PrintedCase.of(contents, copy, language, fallen)
    claim = contents.claims[0] if contents.claims else None
    task = contents.tasks[0] if contents.tasks else None
    report_no = (claim and claim.report_no) or ""
    last = issued[-1] if issued else None
    data = ReportData(
        language=language,
        doc_no=report_no or f"local-{case.case_id[-8:]}",
        revision=((last and last.revision) or "") if is_office else next_revision(issued),
        report_no=report_no,
        issued_at=now,
        issued=format_instant(Instant(now, case.author.clock().offset_min)),
        insurer=(claim and claim.insurer) or "",
        evidence_root=manifest_root(manifest),
        entries_count=entries_count,
        surveyors=_signatories(case, printed.rows.labels, task),
        photos_per_page=photos_per_page,
        chain_heads=tuple(ChainHead(head.device, head.epoch, head.seq, head.hash) for head in heads),
        draft=draft,
        office=is_office,
        signed_sha256=(last and last.sha256) or "" if is_office else "",
        order=printed.order,
        **printed.parts(seen, layers),
    )
    place = (task and task.survey_place) or ""
    return Assembled(data, contents, manifest, task, place, layers, printed.paper_files(), _shown_inks(data, contents))


def _shown_inks(data: ReportData, contents: CaseContents) -> tuple[Ink, ...]:
    """Return the handwriting that the rows of a report name."""
    named = {row.drawing for group in (*data.document_details, *data.enquiries) for row in group.rows}
    return tuple(ink for ink in contents.inks if ink.id in named)


def _signatories(case: CaseFile, labels: Labels, task: Task | None) -> tuple[Signatory, ...]:
    """Return who makes the report: this surveyor, and who helped."""
    own_name = task.owner_name if task and task.owner == case.profile.user else None
    surveyors = [Signatory(own_name or case.profile.display_name, labels.value_text("signature_role", "surveyor"))]
    if task and task.second_surveyor:
        surveyors.append(Signatory(task.second_surveyor, labels.field_text(Task.KIND, "second_surveyor")))
    return tuple(surveyors)


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
