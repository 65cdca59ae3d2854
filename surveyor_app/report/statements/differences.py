"""Finds out where a paper differs from the one that was sealed: its attached text, what is printed, or what is drawn by hand."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import IndirectObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader

from surveyor_app.report.attachments import attachments

TEXT, PRINT, DRAWING, ELSEWHERE = "page_text", "printed", "drawn", "bytes"
"""Reasons: the attached text of the pages, the words and lines on them, pictures and handwriting on them, anything else."""

_TEXTS = re.compile(rb"\bBT\b(.*?)\bET\b", re.DOTALL)
_PLACES = frozenset({"/Parent", "/StructParent", "/StructParents", "/Metadata"})
_DEEPEST = 64


def where_different(pdf: bytes, sealed: bytes) -> tuple[str, int]:
    """Return what differs, by a reason, and the page it is on (0: on none); the paper is known to be another file.

    Where one of the two cannot be read, that they are different bytes is all that can be said.
    """
    try:
        one, other = PdfFileReader(io.BytesIO(pdf)), PdfFileReader(io.BytesIO(sealed))
        pages = list(zip(_pages(one), _pages(other), strict=False))
        for number, (mine, theirs) in enumerate(pages, start=1):
            if _words(mine) != _words(theirs):
                return PRINT, number
            if _lines(mine) != _lines(theirs):
                return DRAWING, number
        if len(_pages(one)) != len(_pages(other)):
            return PRINT, len(pages) + 1
        if dict(attachments(one)) != dict(attachments(other)):
            return TEXT, 0
        for number, (mine, theirs) in enumerate(pages, start=1):
            if _digest(mine) != _digest(theirs):
                return PRINT, number
    except Exception:  # noqa: BLE001  # the library raises many kinds on hostile files, each means that no more can be said
        return ELSEWHERE, 0
    return ELSEWHERE, 0


def _pages(reader: PdfFileReader) -> list[Any]:
    return list(_leaves(reader.root["/Pages"], _DEEPEST))


def _leaves(node: Any, depth: int) -> Iterator[Any]:
    """Walk the tree of pages (ISO 32000-1, 7.7.3); ``depth`` bounds one that contains itself."""
    if depth == 0:
        raise RecursionError
    if node["/Type"] == "/Page":
        yield node
        return
    for kid in node["/Kids"]:
        yield from _leaves(kid.get_object(), depth - 1)


def _words(page: Any) -> tuple[list[bytes], str]:
    """Return what a page shows as text (ISO 32000-1, 9.4) with its fonts; signatures by hand are lines beside it."""
    return _TEXTS.findall(_content(page)), _digest(_resource(page, "/Font"))


def _lines(page: Any) -> tuple[bytes, str]:
    """Return all that is drawn on a page, with the pictures and forms it uses."""
    return _content(page), _digest(_resource(page, "/XObject"))


def _resource(page: Any, kind: str) -> Any:
    """Return what a page uses of one kind; references of the dictionary's own are not followed by ``get``."""
    resources = page.get("/Resources")
    return None if resources is None else resources.get_object().get(kind)


def _content(page: Any) -> bytes:
    content = page["/Contents"]
    streams = content if isinstance(content, list) else [content]
    return b"\n".join(bytes(stream.get_object().data) for stream in streams)


def _digest(value: Any) -> str:
    digest = hashlib.sha256()
    _feed(value, digest, _DEEPEST)
    return digest.hexdigest()


def _feed(value: Any, digest: Any, depth: int) -> None:
    """Walk what is shown; objects count by what is in them, not by their numbers."""
    if isinstance(value, IndirectObject):
        value = value.get_object()  # type: ignore[no-untyped-call]  # the library is typed in part
    if depth == 0:
        raise RecursionError
    if isinstance(value, dict):
        for key in sorted(set(value) - _PLACES):
            digest.update(f"/{key}:".encode())
            _feed(value.raw_get(key) if hasattr(value, "raw_get") else value[key], digest, depth - 1)
        if isinstance(value, StreamObject):
            digest.update(value.data)
    elif isinstance(value, list):
        for item in value:
            digest.update(b",")
            _feed(item, digest, depth - 1)
    else:
        digest.update(repr(value).encode())
