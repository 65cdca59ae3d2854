"""The signature fields of a report: where they lie, what each locks, and how they come into the file.

All of them exist before the first signature, because readers call a field that was added later suspicious; an unused one is
an empty box. Each lock names its own and the earlier fields (INCLUDE, never ALL: with ALL a later time stamp counts as a
forbidden change). No name is the beginning of another, because some readers compare that way.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, SigFieldSpec, append_signature_field

from surveyor_app.report.accessible.copies import CopyMark, is_accessible, print_note, state_copy
from surveyor_app.report.accessible.notes import HEIGHT, WIDTH, draw_note
from surveyor_app.report.data import ReportLanguage
from surveyor_app.wording.report_languages import BOTH

PAGE_HEIGHT = 842
"""A4 in whole points (841.89)."""

SURVEYOR = "SURVEYOR"
POLICYHOLDER = "POLICYHOLDER"
INSURERSEAL = "INSURERSEAL"
TIMESTAMP = "DTSONE"
FIELD_NAMES = (SURVEYOR, POLICYHOLDER, INSURERSEAL, TIMESTAMP)
"""In the order in which they may be signed."""


@dataclass(frozen=True, slots=True)
class FieldBox:
    """A field's place on the last page: points from the page's top left corner."""

    name: str
    x: int
    y: int
    width: int
    height: int

    def pdf_rectangle(self) -> tuple[int, int, int, int]:
        """Return left, bottom, right, top in PDF's own coordinates (from the bottom left corner)."""
        top = PAGE_HEIGHT - self.y
        return self.x, top - self.height, self.x + self.width, top


VISIBLE_BOXES = (
    FieldBox(SURVEYOR, 52, 262, 238, 92),
    FieldBox(POLICYHOLDER, 306, 262, 238, 92),
    FieldBox(INSURERSEAL, 306, 400, 238, 120),
)

COPY_NOTE = FieldBox("", 52, 574, WIDTH, HEIGHT)
"""Where the note on the accessible copy is printed: on the last page as well."""


class UnchangedMetadata(IncrementalPdfFileWriter):
    """Appends a revision and leaves XMP and Info alone: PDF/A wants both to agree, and equal input gives equal bytes."""

    def _update_meta(self) -> None:
        """Write no time of its own; a signature carries the time of signing."""


def field_spec(name: str) -> SigFieldSpec:
    """Return the field of this name with its lock; DTSONE is invisible and locks nothing."""
    box = next((box for box in VISIBLE_BOXES if box.name == name), None)
    locked = list(FIELD_NAMES[: FIELD_NAMES.index(name) + 1])
    return SigFieldSpec(
        sig_field_name=name,
        on_page=-1,
        box=None if box is None else box.pdf_rectangle(),
        field_mdp_spec=None if box is None else FieldMDPSpec(FieldMDPAction.INCLUDE, fields=locked),
        readable_field_name=name,
    )


def prepare_fields(pdf: bytes, note: bytes | None = None, language: ReportLanguage = BOTH) -> bytes:
    """Return ``pdf`` with every field of :data:`FIELD_NAMES`, empty, on its last page; appended, so that its own bytes stay.

    Args:
        pdf: A report made by ``lay_out``, no draft. If it is accessible, it is the accessible copy of what is returned.
        note: What is printed of that copy, from :func:`~surveyor_app.report.accessible.notes.draw_note`; drawn here if not given.
        language: Of the note.
    """
    mark = CopyMark.of(pdf)
    writer = UnchangedMetadata(io.BytesIO(pdf))
    if is_accessible(writer):
        state_copy(writer, mark)
        left, bottom, _right, _top = COPY_NOTE.pdf_rectangle()
        print_note(writer, draw_note(mark, language) if note is None else note, left, bottom)
    for name in FIELD_NAMES:
        append_signature_field(writer, field_spec(name))
    first, _random = writer._document_id  # the second half is random there; here it follows from the content
    writer._document_id = ArrayObject([first, ByteStringObject(bytes.fromhex(mark.sha256)[:16])])
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]  # the library is typed in part
    return output.getvalue()
