"""What the window says while a delivery stands still: why, and when it tries again."""

from __future__ import annotations

from surveyor_app.domain.progress import Waiting
from surveyor_app.domain.wire_errors import NotComplete, Unreachable
from surveyor_app.wording.error_texts import SENTENCES
from surveyor_app.wording.translation import mark, tr, tr_marked

_REASONS = {
    Unreachable.code: mark("No network, or the centre does not answer."),
    # As long as it works on a receipt; what it misses after that is no wait but an error.
    NotComplete.code: mark("The centre is reading the originals once more."),
}


def waiting_words(waiting: Waiting) -> str:
    """Return both as one paragraph, in the window's language."""
    reason = _REASONS.get(waiting.code) or SENTENCES.get(waiting.code, SENTENCES["error"]).happened
    return f"{tr_marked(reason)} {next_try_words(waiting)}"


def next_try_words(waiting: Waiting) -> str:
    """Return only when it tries again, for a line with little room."""
    if not waiting.seconds:
        return tr("Trying again now…")
    return tr("Next try in %n second(s); it goes on by itself.", n=waiting.seconds)
