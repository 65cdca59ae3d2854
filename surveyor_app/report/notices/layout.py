"""From what a notice or its proof of delivery says to a paper: PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from surveyor_app.report.literal_text import printable_tree
from surveyor_app.report.notices.data import NoticeData, ReceiptData
from surveyor_app.report.printed_texts import paper_words, plain_tree
from surveyor_app.report.typesetting import ReportFiles, Typesetting, typeset
from surveyor_app.wording.report_languages import report_languages

_OURS = frozenset({"notice_id", "language", "ink", "text_sha256"})
"""Members of the data that are names and figures of our own and reach the template as they are."""


def lay_out_notice(
    data: NoticeData | ReceiptData,
    drawings: Mapping[str, bytes],
    made_at: datetime,
    files: ReportFiles,
    cancel_point: Callable[[], None] | None = None,
) -> bytes:
    """Return the paper; the same data gives the same bytes.

    Args:
        data: What is printed, with the name of its ink.
        drawings: SVG of the ink by that name.
        made_at: Aware; becomes the document's date.
        files: Templates and fonts.
        cancel_point: Called several times a second; it may raise ``Cancelled``.

    Raises:
        FontMissing: a font of the template is absent.
        LayoutFailed: the engine refused, was killed or took too long.
    """
    languages = report_languages(data.language)
    content = printable_tree(plain_tree(data, languages), files.literal, _OURS) | paper_words(languages, files.literal)
    job = Typesetting(
        template="receipt.typ" if isinstance(data, ReceiptData) else "notice.typ",
        files={
            "data.json": json.dumps(content).encode(),
            "notice_words.typ": files.read("notice_words.typ"),
            **drawings,
        },
        standards=["a-3a", "ua-1"],
        timestamp=int(made_at.timestamp()),
    )
    return typeset(job, files, cancel_point=cancel_point)
