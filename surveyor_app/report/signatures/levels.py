"""How long a signature can be checked: the levels of PAdES baseline signatures (ETSI EN 319 142-1, 6).

::

    B-B   the time is the signer's word
    B-T   a time-stamp authority confirmed it
    B-LT  the file holds all that proves the certificates: chains, and that nobody was revoked
    B-LTA a later time stamp covers that as well; renewed before it ends, it lasts

A level is a matter of what the file holds; whether the authorities in it are trusted is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from surveyor_app.report.signatures.chains import Leaf, Material, chain_of, self_signed
from surveyor_app.report.signatures.stamps import Stamp


class PadesLevel(StrEnum):
    """The levels, by their names in the standard."""

    B_B = "B-B"
    B_T = "B-T"
    B_LT = "B-LT"
    B_LTA = "B-LTA"


def level_of(
    reader: PdfFileReader,
    signature: EmbeddedPdfSignature,
    signer: Leaf,
    attached: Sequence[Stamp],
    over_document: Sequence[Stamp],
    anchors: Sequence[Any] = (),
) -> PadesLevel:
    """Return the level that a signature reaches.

    Args:
        reader: The file.
        signature: The signature.
        signer: Who made it; its moment is the one that counts for it.
        attached: The stamps that lie in it.
        over_document: All stamps over the document.
        anchors: Where chains may end, besides the self-signed certificates in the file.
    """
    over = [stamp for stamp in over_document if stamp.is_intact and (stamp.revision or 0) > signature.signed_revision]
    over.sort(key=lambda stamp: stamp.revision or 0)
    first = next((stamp for stamp in attached if stamp.is_intact), None) or (over[0] if over else None)
    if first is None:
        return PadesLevel.B_B
    leaves = (signer, first.by)
    if not _are_proven(leaves, Material.of(reader), anchors):
        return PadesLevel.B_T
    for stamp in over:
        covered = Material.of(reader.get_historical_resolver(stamp.revision or 0))
        if stamp is not first and _are_proven(leaves, covered, anchors):
            return PadesLevel.B_LTA
    return PadesLevel.B_LT


def _are_proven(leaves: Sequence[Leaf], material: Material, anchors: Sequence[Any]) -> bool:
    if not (material.crls or material.ocsps):
        return False
    return all(is_proven(leaf, material, anchors) for leaf in leaves)


def is_proven(leaf: Leaf, material: Material, anchors: Sequence[Any] = ()) -> bool:
    """Tell whether material proves a leaf's chain, nobody in it revoked."""
    ends = (*anchors, *self_signed((*leaf.others, *material.certificates)))
    return chain_of(leaf, ends, material, needs_revocation=True) is not None
