"""From what a report says to its PDF: PDF/A-3a and PDF/UA-1, the evidence manifest attached, room for all signature fields."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import LayoutFailed
from surveyor_app.domain.journal.merkle import merkle_root
from surveyor_app.report.chapters import load_plan
from surveyor_app.report.data import ReportData, RowGroup
from surveyor_app.report.fields import COPY_NOTE, VISIBLE_BOXES
from surveyor_app.report.literal_text import LiteralText, printable_tree
from surveyor_app.report.more_fonts import fonts_for
from surveyor_app.report.pictures import as_svg
from surveyor_app.report.printed_texts import paper_words, plain_tree
from surveyor_app.report.typesetting import Engine, ReportFiles, Typesetting, typeset
from surveyor_app.wording.report_languages import report_languages

MANIFEST_NAME = "evidence-manifest.txt"
"""Name of the attachment that holds the lines of the evidence root."""

_UA = "PDF/UA-1 error"
"""What the engine says when something that it laid out is not accessible."""

_OURS = frozenset(
    {
        "picture_name",
        "drawing",
        "sha256",
        "signed_sha256",
        "hash",
        "device",
        "evidence_root",
        "language",
        "order",
        "chapters",
    }
)
"""Members of the data that are names and figures of our own: no break points, so that a hash can be copied."""


def lay_out(
    data: ReportData,
    pictures: Mapping[str, bytes],
    manifest: bytes,
    files: ReportFiles,
    *,
    timeout_s: float = 120.0,
    cancel_point: Callable[[], None] | None = None,
    engine: Engine | None = None,
    drawings: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    r"""Return the report as PDF/A-3a and PDF/UA-1; the same data gives the same bytes.

    These are the bytes of its accessible copy; :func:`~surveyor_app.report.fields.prepare_fields` appends its signature fields. A
    draft and an office copy have no boxes for them. Where PDF/UA-1 cannot be kept it is PDF/A-3a alone.

    Args:
        data: What the report says.
        pictures: JPEG previews by the ``picture_name`` of photos and pages of papers; one that is absent or no JPEG is
            printed as "no preview".
        manifest: The lines ``<sha256>  <path>\n`` of originals and chain heads whose root is ``data.evidence_root``; it
            becomes the attachment ``evidence-manifest.txt``.
        files: Templates and fonts.
        timeout_s: After so long the engine is killed.
        cancel_point: Called several times a second; it may raise ``Cancelled``.
        engine: A layout process started ahead; it does this one job.
        drawings: SVG of our own by the ``drawing`` of rows; of one that is absent it is printed that it cannot be read.

    Raises:
        FontMissing: a font of the template is absent.
        LayoutFailed: the manifest does not give the root, or the engine refused, was killed or took too long.
    """
    if manifest_root(manifest) != data.evidence_root:
        raise LayoutFailed(reason="evidence root and manifest differ")
    named, printable = _choose_pictures(data, pictures)
    named, drawn = _choose_drawings(named, drawings)
    languages = report_languages(data.language)
    tree = plain_tree(named, languages)
    more = fonts_for(files.literal.lacking(tree))
    literal = LiteralText(files.fonts(), [code for font in more for code in font.characters])
    content = printable_tree(tree, literal, _OURS) | paper_words(languages, files.literal)
    content["more_fonts"] = [font.family for font in more]
    content["issued_at"] = data.issued_at.isoformat()
    content["chapters"] = [dataclasses.asdict(chapter) for chapter in load_plan(resources_dir()).chapters[data.order]]
    has_fields = not data.draft and not data.office
    content["signature_boxes"] = [dataclasses.asdict(box) for box in VISIBLE_BOXES] if has_fields else []
    content["copy_note"] = dataclasses.asdict(COPY_NOTE) if has_fields else None
    job = Typesetting(
        template="report.typ",
        files={"data.json": json.dumps(content).encode(), MANIFEST_NAME: manifest, **printable, **drawn},
        standards=["a-3a", "ua-1"],
        timestamp=int(data.issued_at.timestamp()),
        more_fonts=more,
    )
    try:
        return typeset(job, files, timeout_s=timeout_s, cancel_point=cancel_point, engine=engine)
    except LayoutFailed as refused:
        if _UA not in str(refused.data.get("reason")):
            raise
    # No report goes unsigned because its copy would not be accessible: then it has none, and says nothing of one.
    plain = {"data.json": json.dumps(content | {"copy_note": None}).encode()}
    job = dataclasses.replace(job, files={**job.files, **plain}, standards=["a-3a"])
    return typeset(job, files, timeout_s=timeout_s, cancel_point=cancel_point)


def manifest_root(manifest: bytes) -> str:
    """Return the hexadecimal Merkle root over the manifest's lines, line feeds included; bytes after the last are no line."""
    return merkle_root(sorted({line + b"\n" for line in manifest.split(b"\n")[:-1]})).hex()


def _choose_pictures(data: ReportData, pictures: Mapping[str, bytes]) -> tuple[ReportData, dict[str, bytes]]:
    """Give pictures names of our own (theirs are data, ours are paths) and drop those that cannot be JPEG."""
    printable: dict[str, bytes] = {}

    def named(picture_name: str | None) -> str | None:
        picture = pictures.get(picture_name) if picture_name is not None else None
        drawing = as_svg(picture) if picture is not None else None
        if drawing is None:
            return None
        name = f"pictures/{len(printable):05}.svg"
        printable[name] = drawing
        return name

    photos = tuple(dataclasses.replace(photo, picture_name=named(photo.picture_name)) for photo in data.photos)
    papers = tuple(dataclasses.replace(page, picture_name=named(page.picture_name)) for page in data.papers)
    return dataclasses.replace(data, photos=photos, papers=papers), printable


def _choose_drawings(data: ReportData, drawings: Mapping[str, bytes]) -> tuple[ReportData, dict[str, bytes]]:
    """Give drawings names of our own; a row whose drawing is absent names an empty one."""
    drawn: dict[str, bytes] = {}

    def named(drawing: str | None) -> str | None:
        if drawing is None or drawing not in drawings:
            return None if drawing is None else ""
        name = f"drawings/{len(drawn):05}.svg"
        drawn[name] = drawings[drawing]
        return name

    def in_groups(groups: tuple[RowGroup, ...]) -> tuple[RowGroup, ...]:
        return tuple(
            dataclasses.replace(
                group, rows=tuple(dataclasses.replace(row, drawing=named(row.drawing)) for row in group.rows)
            )
            for group in groups
        )

    details, enquiries = in_groups(data.document_details), in_groups(data.enquiries)
    return dataclasses.replace(data, document_details=details, enquiries=enquiries), drawn
