"""A table as a paper (PDF/A-3a and PDF/UA-1), in one language: title, what it holds, columns and rows, and a note at its end."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from surveyor_app.domain.texts import Language
from surveyor_app.report.literal_text import printable_tree
from surveyor_app.report.printed_texts import paper_words, plain_tree
from surveyor_app.report.typesetting import ReportFiles, Typesetting, typeset


@dataclass(frozen=True, slots=True)
class TableData:
    """What the paper prints, ready to print; ``widths`` are shares of the page."""

    title: str
    about: Sequence[str]
    columns: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str]]
    note: str


def lay_out_table(data: TableData, language: Language, made_at: datetime, files: ReportFiles) -> bytes:
    """Return the paper; the same data gives the same bytes. ``made_at`` is aware and becomes the document's date.

    Raises:
        FontMissing: a font of the template is absent.
        LayoutFailed: the engine refused, was killed or took too long.
    """
    content = printable_tree(plain_tree(data, (language,)), files.literal, frozenset({"widths"}))
    content |= paper_words((language,), files.literal)
    job = Typesetting(
        template="table.typ",
        files={"data.json": json.dumps(content).encode()},
        standards=["a-3a", "ua-1"],
        timestamp=int(made_at.timestamp()),
    )
    return typeset(job, files)
