"""What became of files that were to be taken in, why one has no preview, and what a card's files are: words for their codes."""

from __future__ import annotations

from surveyor_app.wording.translation import mark, tr_marked

OUTCOMES = {
    "stored": mark("stored"),
    "duplicate": mark("already there"),
    "stored_damaged": mark("stored, the picture is damaged"),
    "stored_without_preview": mark("stored without preview"),
    "empty": mark("empty: there is nothing in it, kept by name"),
    "not_reached": mark("not reached, not stored"),
    "refused": mark("refused"),
}
REASONS = {
    "not_found": mark("the file is not there any more"),
    "source_unreadable": mark("the file cannot be read; check the card or its permissions"),
    "own_file": mark("it is the open case itself, or a file of your profile"),
    "source_gone": mark("its card or folder was taken away"),
    "already_there": mark("as before"),
    "withdrawn": mark("its evidence was withdrawn"),
}
NO_PREVIEW = {
    "empty": mark("the file is empty"),
    "unreadable": mark("the file is damaged or not what its name says"),
    "truncated": mark("part of the picture is missing"),
    "too_many_pixels": mark("too large to be shown"),
    "out_of_memory": mark("reading it took too much memory"),
    "too_slow": mark("reading it took too long"),
    "crashed": mark("reading it failed"),
    "unsupported_format": mark("not a format that can be shown"),
}
ON_CARD = {
    "stored": mark("stored and read back"),
    "empty": mark("empty, kept by name"),
    "not_stored": mark("not stored"),
    "unreadable": mark("cannot be read"),
}


def reason_text(code: str | None) -> str:
    """Return why a file became what it became; empty where that needs no reason or there is no word for it."""
    reason = NO_PREVIEW.get(code or "") or REASONS.get(code or "")
    return tr_marked(reason) if reason else ""
