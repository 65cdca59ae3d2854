"""What an examination derives from an original, kept beside it: pictures and measures, in the transaction that stores it."""

from __future__ import annotations

import dataclasses

from surveyor_app.casefile import measures, previews
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.casefile.session import Session
from surveyor_app.media.facts import Examination


def keep_derived(session: Session, sha256: str, found: Examination) -> None:
    """Keep preview, thumbnail and measures of the original ``sha256``, those that there are."""
    if found.preview and found.thumbnail:
        previews.add_preview(session, sha256, PreviewKind.PREVIEW, found.preview)
        previews.add_preview(session, sha256, PreviewKind.THUMBNAIL, found.thumbnail)
    if found.measures:
        measures.add_measures(session, sha256, dataclasses.asdict(found.measures))
