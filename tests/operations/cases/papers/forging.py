"""Someone who changes the paper of a statement and knows how it is made."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

from surveyor_app.domain.journal.canonical import canonical
from surveyor_app.report.statements.increment import appended
from surveyor_app.report.statements.layout import PAGES_NAME
from surveyor_app.report.statements.paper import SEAL_NAME, read_paper
from tests.operations.cases.forged.forger import painted_over

Seal = dict[str, Any]


def seal_of(pdf: bytes) -> bytes:
    """Return the seal that a paper carries."""
    paper = read_paper(pdf)
    assert paper is not None
    assert paper.seal is not None
    return paper.seal


def with_seal(sealed: bytes, seal: Seal) -> bytes:
    """Return bytes with a seal behind them, as the program appends one; its length is put right."""
    made = appended(sealed, SEAL_NAME, canonical(seal | {"size": len(sealed)}))
    assert made is not None
    return sealed + made


def painted(pdf: bytes) -> bytes:
    """Return a paper with an increment that paints over page 1."""
    return painted_over(pdf)


def reworded(sealed: bytes) -> bytes:
    """Return a sealed paper with other words on page 1, byte offsets and all else kept."""
    return _recompressed(sealed, _swapped, b"]TJ")


def _swapped(content: bytes) -> Iterator[bytes]:
    """Yield the page with the first two letters of a line changed about, line by line."""
    for found in re.finditer(rb"\[\((\\\d{3}\\\d{3})(\\\d{3}\\\d{3})", content):
        if found[1] != found[2]:
            yield content[: found.start(1)] + found[2] + found[1] + content[found.end(2) :]


def redrawn(sealed: bytes) -> bytes:
    """Return a sealed paper with a signature drawn otherwise: one stroke of it goes elsewhere."""
    return _recompressed(sealed, _bent, b"]TJ")


def _bent(content: bytes) -> Iterator[bytes]:
    place = content.rindex(b" l") - 1
    for by in (5, 4, 6, 3, 7):
        yield content[:place] + bytes([ord("0") + (content[place] - ord("0") + by) % 10]) + content[place + 1 :]


def attached_text(pdf: bytes) -> bytes:
    """Return the attached text of the pages."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.attachments[PAGES_NAME].get_file().read_bytes()


def with_other_text(sealed: bytes, text: bytes) -> bytes:
    """Return a paper with another text of its pages attached, rewritten by a common tool."""
    with pikepdf.open(io.BytesIO(sealed)) as pdf:
        description = pdf.attachments[PAGES_NAME].description
        del pdf.attachments[PAGES_NAME]
        pdf.attachments[PAGES_NAME] = pikepdf.AttachedFileSpec(pdf, text, filename=PAGES_NAME, description=description)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def _recompressed(sealed: bytes, changes: Callable[[bytes], Iterator[bytes]], mark: bytes) -> bytes:
    """Change the first stream in which a mark stands, in place: the file keeps length and table.

    A changed stream may be packed less well than the one there was: the first change that fits is taken.
    """
    at = 0
    while (at := sealed.find(b"stream\n", at)) >= 0:
        begin, end = at + 7, sealed.index(b"endstream", at)
        # The end of line before it is no part of the stream.
        end -= sealed[end - 1 : end] == b"\n"
        try:
            data = zlib.decompress(sealed[begin:end])
        except zlib.error:
            data = b""
        if mark in data:
            room = end - begin
            packed = next(packed for changed in changes(data) for packed in _packed(changed) if len(packed) <= room)
            return sealed[:begin] + packed.ljust(room, b"\0") + sealed[end:]
        at = end + 10
    raise AssertionError("no such stream")


def _packed(data: bytes) -> Iterator[bytes]:
    for memory in (8, 9):
        packing = zlib.compressobj(9, memLevel=memory)
        yield packing.compress(data) + packing.flush()
