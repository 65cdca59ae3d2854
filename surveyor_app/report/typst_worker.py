"""The layout process: reads one job from standard input, writes the PDF, or pictures of its pages, to standard output.

A process of its own, because the engine may take much memory and cannot be interrupted; everything stays in memory, so that
no picture or answer of an encrypted case ever lies in the clear on disk. Frame: one line of JSON (``fonts``, ``standards``,
``timestamp``, ``tags``, ``memory_bytes``, ``files`` as ``[[name, size], …]``), then the files' bytes in that order. With
``ppi`` in the line the answer is a line of JSON (``pages``: sizes, ``where``: the value of the element labelled so) and one
PNG a page.
Exit status 3: the engine refused; the reason is on standard error.
"""

from __future__ import annotations

import json
import sys
from typing import Any, BinaryIO

import typst

REFUSED = 3


def main() -> int:
    """Lay out one job and return the exit status."""
    job = json.loads(sys.stdin.buffer.readline())
    _limit_memory(job["memory_bytes"])
    files = {name: _read_exactly(sys.stdin.buffer, size) for name, size in job["files"]}
    try:
        answer = _pdf(job, files) if job.get("ppi") is None else _pages(job, files)
    except (RuntimeError, ValueError) as error:
        sys.stderr.write(str(error))
        return REFUSED
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def _pdf(job: dict[str, Any], files: dict[str, bytes]) -> bytes:
    pdf: bytes = typst.compile(
        files,
        format="pdf",
        font_paths=job["fonts"],
        ignore_system_fonts=True,
        pdf_standards=job["standards"],
        pdf_tags=job["tags"],
        timestamp=job["timestamp"],
    )
    return pdf


def _pages(job: dict[str, Any], files: dict[str, bytes]) -> bytes:
    fonts: dict[str, Any] = {"font_paths": job["fonts"], "ignore_system_fonts": True}
    pictures = typst.compile(files, format="png", ppi=job["ppi"], **fonts)
    # One page comes alone, several as a list.
    pages: list[bytes] = pictures if isinstance(pictures, list) else [pictures]
    where = json.loads(typst.query(files, "<where>", field="value", one=True, **fonts))
    head = json.dumps({"pages": [len(page) for page in pages], "where": where})
    return b"".join([head.encode(), b"\n", *pages])


def _read_exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) != size:
        raise EOFError(f"{len(data)} of {size} bytes")
    return data


def _limit_memory(limit_bytes: int) -> None:
    """Bound the address space where the system can (Windows cannot)."""
    try:
        import resource
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > limit_bytes:
        resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, hard))


if __name__ == "__main__":
    sys.exit(main())
