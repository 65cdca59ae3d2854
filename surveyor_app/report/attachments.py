"""Reads what is attached to a PDF, and what our reports state of themselves, without trusting any of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader

_DEEPEST = 16
_MOST = 1000


def attachments(reader: PdfFileReader) -> Iterator[tuple[str, bytes | None]]:
    """Yield name and content of each embedded file; ``None`` for one that cannot be unpacked."""
    names = _get(_get(reader.root, "/Names"), "/EmbeddedFiles")
    for name, entry in islice(_leaves(names, _DEEPEST), _MOST):
        yield name, _content(entry)


def _leaves(node: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """Walk a name tree (ISO 32000-1, 7.9.6); ``depth`` bounds a tree that contains itself."""
    if node is None or depth == 0:
        return
    pairs = list(_get(node, "/Names") or ())
    for index in range(0, len(pairs) - 1, 2):
        yield str(pairs[index]), pairs[index + 1]
    for kid in list(_get(node, "/Kids") or ())[:_MOST]:
        yield from _leaves(kid, depth - 1)


def _content(entry: Any) -> bytes | None:
    files = _get(entry, "/EF")
    stream = _get(files, "/UF") or _get(files, "/F")
    try:
        return bytes(stream.data)
    except Exception:  # noqa: BLE001  # hostile streams raise errors of many libraries; each means "cannot be unpacked"
        return None


def _get(node: Any, key: str) -> Any:
    """Return a dictionary's entry with references resolved, or ``None``."""
    resolved = node.get_object() if hasattr(node, "get_object") else node
    try:
        return resolved[key]
    except (KeyError, TypeError, IndexError):
        return None


def stated_root(reader: PdfFileReader) -> str | None:
    """Return the evidence root from the document's keywords, if it states one."""
    try:
        keywords = str(reader.trailer["/Info"]["/Keywords"])
    except (KeyError, TypeError):
        return None
    found = re.search(r"evidence-root:([0-9a-f]{64})\b", keywords)
    return found[1] if found else None


def page_count(reader: PdfFileReader) -> int:
    """Return the number of pages the document claims; 0 when it claims none."""
    count = _get(_get(reader.root, "/Pages"), "/Count")
    return int(count) if isinstance(count, int) else 0
