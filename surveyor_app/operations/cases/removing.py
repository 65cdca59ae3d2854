"""Remove a case from this laptop: only once the centre has signed for every byte, and its receipts and heads stay behind."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.locks import CaseLock
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.translation import system_translated
from surveyor_app.domain.errors import NotDelivered
from surveyor_app.operations.cases.delivery_states import delivery_state, loss_at_centre

RECEIPTED = "receipted"


def remove_case(profile: Profile, path: Path) -> None:
    """Delete the closed case file at ``path`` and take the case off the list.

    The profile keeps its receipts and how far its journal had come; the centre has all the rest, and gives it back on demand.

    Raises:
        NotDelivered: the centre has not signed for all of it as it stands now, or has lost something since; nothing is deleted.
        CaseLocked: it is open. Others as :func:`surveyor_app.casefile.files.open_case`.
    """
    with open_case(profile, path) as case:
        case_id, state = case.case_id, delivery_state(case)
        is_full = any(kept.kind == "full" for kept in profile.registry.receipts(case_id))
        if state != RECEIPTED or not is_full or loss_at_centre(case) is not None:
            raise NotDelivered(path=str(path), state=state)
    seen = _standing(path)
    lock = CaseLock(path)
    try:
        with system_translated(path):
            if _standing(path) != seen:
                # Somebody wrote into it between the two locks.
                raise NotDelivered(path=str(path), state=state)
            path.unlink()
        profile.registry.forget(case_id)
    finally:
        lock.release()


def _standing(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
