"""From what the sheet of a calculation says to a paper: PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

from surveyor_app.report.calculations.data import SheetData
from surveyor_app.report.literal_text import printable_tree
from surveyor_app.report.printed_texts import paper_words, plain_tree
from surveyor_app.report.typesetting import ReportFiles, Typesetting, typeset
from surveyor_app.wording.report_languages import report_languages

_OURS = frozenset({"language", "inputs_sha256", "result_sha256"})
"""Members of the data that are names and figures of our own and reach the template as they are."""


def lay_out_sheet(
    data: SheetData, made_at: datetime, files: ReportFiles, cancel_point: Callable[[], None] | None = None
) -> bytes:
    """Return the paper; the same data gives the same bytes. ``made_at`` is aware and becomes the document's date.

    Raises:
        FontMissing: a font of the template is absent.
        LayoutFailed: the engine refused, was killed or took too long.
    """
    languages = report_languages(data.language)
    content = printable_tree(plain_tree(data, languages), files.literal, _OURS) | paper_words(languages, files.literal)
    job = Typesetting(
        template="calculation.typ",
        files={"data.json": json.dumps(content).encode()},
        standards=["a-3a", "ua-1"],
        timestamp=int(made_at.timestamp()),
    )
    return typeset(job, files, cancel_point=cancel_point)
