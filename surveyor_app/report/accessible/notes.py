"""Draws the note that a signed report prints of its accessible copy: what it is, how long, its SHA-256."""

from __future__ import annotations

import json

from surveyor_app.report.accessible.copies import CopyMark
from surveyor_app.report.data import ReportLanguage
from surveyor_app.report.printed_texts import paper_words
from surveyor_app.report.typesetting import ReportFiles, Typesetting, typeset
from surveyor_app.wording.report_languages import report_languages

WIDTH, HEIGHT = 492, 76
"""Points; room for the sentence in four languages."""


def draw_note(mark: CopyMark, language: ReportLanguage, files: ReportFiles | None = None) -> bytes:
    """Return the note as a one-page PDF of its size.

    Raises:
        FontMissing, LayoutFailed: as :func:`~surveyor_app.report.typesetting.typeset`.
    """
    files = files or ReportFiles.installed()
    content = {
        **paper_words(report_languages(language), files.literal),
        "width": WIDTH,
        "height": HEIGHT,
        "sha256": mark.sha256,
        "size": str(mark.size),
    }
    job = Typesetting(
        template="copy_note.typ",
        files={"data.json": json.dumps(content).encode()},
        standards=["1.7"],
        timestamp=0,
        tags=False,
    )
    return typeset(job, files)
