"""Puts what was written by hand where it belongs on a statement's paper.

An ink goes by what it is bound to: one whose page was laid out anew since is in the case, but on no paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.pages import correction_binding
from surveyor_app.domain.statements.strokes import drawing_from, to_svg
from surveyor_app.operations.statements.contents import StatementContents
from surveyor_app.operations.statements.paper import InkNames
from surveyor_app.operations.statements.signers import Signer, end_signers, page_signers
from surveyor_app.operations.statements.signing import closing_binding
from surveyor_app.report.pictures import png_as_svg
from surveyor_app.report.statements.data import StatementData

FINGERPRINT = "fingerprint"


@dataclass(frozen=True, slots=True)
class Drawings:
    """The drawings (SVG) of a paper by the names its boxes use."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def valid_inks(contents: StatementContents) -> tuple[Ink, ...]:
    """Return the inks that are bound to what stands there now."""
    bound: dict[str, set[str | None]] = {
        contents.statement.id: {contents.statement.notice_sha256, closing_binding(contents)}
    }
    bound |= {page.id: {page.bound_sha256} for page in contents.pages}
    bound |= {item.id: {correction_binding(item)} for item in contents.corrections}
    return tuple(ink for ink in contents.inks if ink.bound_sha256 in bound.get(ink.target_uid or "", set()))


def load_drawings(case: CaseFile, inks: Iterable[Ink]) -> Drawings:
    """Read strokes and fingerprints.

    Raises:
        BlobMissing, BlobDamaged, InputError: one of them cannot be read.
    """
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for ink in inks:
        if ink.sha256 is None:
            continue
        data = b"".join(read_blob(case, ink.sha256))
        names[ink.id] = f"inks/{ink.id}.svg"
        files[names[ink.id]] = png_as_svg(data) if ink.form == FINGERPRINT else to_svg(drawing_from(data))
    return Drawings(files, names)


def ink_names(inks: Iterable[Ink], drawings: Drawings) -> InkNames:
    """Return which drawing stands in the boxes that are there once: notice, corrections, closing sentence."""
    found = {(ink.purpose, ink.target_uid): drawings.names.get(ink.id, "") for ink in inks}
    return lambda purpose, target: found.get((purpose, target), "")


def with_signatures(
    data: StatementData, contents: StatementContents, inks: Iterable[Ink], drawings: Drawings
) -> StatementData:
    """Return the paper with the signatures at the foot of its pages and at its end."""
    on_page: dict[str, str] = {page.id: str(page.no) for page in contents.pages}
    feet, ends = page_signers(contents), end_signers(contents)
    page_inks: dict[str, dict[str, str]] = {}
    prints: dict[str, dict[str, str]] = {}
    end_inks: dict[str, str] = {}
    for ink in inks:
        page, name = on_page.get(ink.target_uid or ""), drawings.names.get(ink.id)
        if page is None or name is None:
            continue
        foot, end = _of(feet, ink), _of(ends, ink)
        if foot is not None:
            (prints if ink.form == FINGERPRINT else page_inks).setdefault(page, {})[foot.key] = name
        elif end is not None:
            end_inks[end.key] = name
    return replace(data, page_inks=page_inks, fingerprints=prints, end_inks=end_inks)


def _of(signers: Iterable[Signer], ink: Ink) -> Signer | None:
    return next((signer for signer in signers if signer.gave(ink)), None)
