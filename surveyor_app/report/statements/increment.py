"""Appends one attachment to a sealed paper, so that the sealed bytes stay whole at its start and can be cut out again.

::

    sealed bytes, as their hash stands in the journal │ file specification, attachment, catalogue, table, trailer
    ──────────────── sealed ────────────────────────── ───────────────────── appended ───────────────────────────

The appended part (ISO 32000-1, 7.5.6) follows from the sealed bytes and the attachment alone, byte for byte, in every version of
this program: whoever checks a paper makes it again and compares, so that nothing else can hide behind the seal.
"""

from __future__ import annotations

import re

_START = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+\d{1,10}\s+%%EOF\s*\Z", re.DOTALL)
_SIZE = re.compile(rb"/Size (\d{1,7})\b")
_ROOT = re.compile(rb"/Root (\d{1,7}) 0 R\b")
_NAMES = re.compile(rb"/Names<</EmbeddedFiles<</Names\[(\([^()\\]*\)\d{1,7} 0 R)\]>>>>")
_FILES = re.compile(rb"/AF\[(\d{1,7} 0 R)\]")
_TAIL = 4096


def appended(sealed: bytes, name: str, content: bytes) -> bytes | None:
    """Return what is appended to attach ``content`` (JSON); ``None`` where the sealed bytes have another form than our papers.

    Args:
        sealed: A paper with one attachment, as the program seals it.
        name: File name of the attachment, ASCII, sorting after the name of the one that is there.
        content: Its bytes.
    """
    found, start = _TRAILER.search(sealed[-_TAIL:]), _START.search(sealed[-_TAIL:])
    root = _ROOT.search(found[1]) if found else None
    size = _SIZE.search(found[1]) if found else None
    if found is None or start is None or root is None or size is None:
        return None
    catalogue = _catalogue(sealed, int(root[1]))
    if catalogue is None:
        return None
    file = int(size[1])
    spec = file + 1
    named = f"/Names<</EmbeddedFiles<</Names[%s({name}){spec} 0 R]>>>>".encode()
    catalogue = _NAMES.sub(lambda old: named.replace(b"%s", old[1]), catalogue)
    catalogue = _FILES.sub(lambda old: b"/AF[%b %d 0 R]" % (old[1], spec), catalogue)
    gap = b"" if sealed.endswith(b"\n") else b"\n"
    objects = {
        int(root[1]): catalogue,
        file: b"<</Length %d/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d/ModDate(%b)>>>>\nstream\n%b\nendstream"
        % (len(content), len(content), _modified(sealed), content),
        spec: f"<</Type/Filespec/F({name})/UF({name})/EF<</F {file} 0 R/UF {file} 0 R>>/AFRelationship/Supplement>>".encode(),
    }  # fmt: skip
    return gap + _update(objects, len(sealed) + len(gap), found[1], int(start[1]), spec + 1)


def _update(objects: dict[int, bytes], offset: int, trailer: bytes, before: int, size: int) -> bytes:
    """Return the objects with their table; ``offset`` is where they begin, ``before`` where the table before them does."""
    out = bytearray()
    rows = []
    for number, value in sorted(objects.items()):
        rows.append(b"%d 1\n%010d 00000 n\r\n" % (number, offset + len(out)))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, value)
    table = offset + len(out)
    members = _SIZE.sub(b"/Size %d" % size, trailer) + b"/Prev %d" % before
    return bytes(out) + b"xref\n%btrailer\n<<%b>>\nstartxref\n%d\n%%%%EOF\n" % (b"".join(rows), members, table)


def _catalogue(sealed: bytes, number: int) -> bytes | None:
    """Return the dictionary of the catalogue, if it stands there once and names its one attachment as our papers do."""
    found = re.findall(rb"(?:\A|[\r\n])%d 0 obj\n(<<[^\r\n]*>>)\nendobj\n" % number, sealed)
    if len(found) != 1 or len(_NAMES.findall(found[0])) != 1 or len(_FILES.findall(found[0])) != 1:
        return None
    return bytes(found[0])


def _modified(sealed: bytes) -> bytes:
    """Return the date of the attachment that is there: the appended part has no time of its own."""
    found = re.search(rb"/ModDate\((D:[0-9Z+'\-]{4,24})\)", sealed)
    return found[1] if found else b"D:19700101000000Z"
