"""Fetch what others, or a lost laptop, brought to the centre: pictures to see, and the originals themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from surveyor_app.casefile import elsewhere
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.pulling import CasePulls, Pictures
from surveyor_app.domain.errors import NotFound, SurveyorError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Interrupt, Progress, ReportProgress, silent
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.enrolled import client_of
from surveyor_app.operations.cases.locked_out import noting
from surveyor_app.operations.intake.deriving import derive_missing
from surveyor_app.records import reading
from surveyor_app.records.devices import known_devices
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.pulling import pull

TURN_S = 0.25


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """How many originals and pictures came; ``left`` are not here still, ``wrong`` of them because other bytes came."""

    originals: int
    previews: int
    left: int
    wrong: int
    changes: Changes
    failed: dict[str, SurveyorError] = field(default_factory=dict)


def unseen_count(case: CaseFile) -> int:
    """Return how many originals are neither here nor to be seen as the centre shows them."""
    return len(CasePulls(case).unseen())


def absent_count(case: CaseFile) -> int:
    """Return how many originals, reports and pages records name that are not on this laptop."""
    with case.read() as session:
        return len(elsewhere.absent(session, case.case_id))


def absent_hashes(case: CaseFile) -> frozenset[str]:
    """Return the hashes of what is not on this laptop."""
    with case.read() as session:
        return frozenset(item.sha256 for item in elsewhere.absent(session, case.case_id))


def own_absent(case: CaseFile) -> set[str]:
    """Return what this surveyor took in and this laptop lacks: it was replaced, or an older copy was restored."""
    user, own = case.profile.user, case.profile.device_key.device_id
    with case.read() as session:
        mine = {device.id for device in known_devices(session) if device.holder == user} | {own}
        return elsewhere.absent_of(session, case.case_id, mine)


def is_away(case: CaseFile, sha256: str) -> bool:
    """Tell whether an original is known to lie elsewhere, and not here."""
    with case.read() as session:
        return elsewhere.is_absent(session, sha256)


def fetch_originals(
    case: CaseFile,
    workers: MediaWorkers,
    *,
    originals: bool | Iterable[str] = True,
    progress: ReportProgress = silent,
    server: str | None = None,
    patience_s: float | None = 0,
    patience: Patience | None = None,
    interrupt: Interrupt | None = None,
) -> FetchOutcome:
    """Fetch the pictures of originals that are not here, and the originals: all, none, or those with these hashes.

    It goes on where an earlier call stopped. What the centre says an original looks like is drawn anew by ``workers``; of what
    came, our own pictures are made.

    Raises:
        NotEnrolled: this laptop is not enrolled yet.
        WireError: the centre cannot be reached or refuses; what came so far is kept.
        CaseFileError: this laptop cannot keep it. Cancelled: when ``progress`` says so.
    """
    with _turn(case, progress):
        before = absent_hashes(case)
        if not before:
            return FetchOutcome(0, 0, 0, 0, Changes())
        return _fetch(case, workers, before, originals, progress, server, patience or Patience(patience_s), interrupt)


@contextmanager
def _turn(case: CaseFile, progress: ReportProgress) -> Iterator[None]:
    """Wait until nobody else fetches for this case; Cancel is felt meanwhile."""
    while not case.fetching.acquire(timeout=TURN_S):
        progress(Progress(0, 0))
    try:
        yield
    finally:
        case.fetching.release()


def _fetch(
    case: CaseFile,
    workers: MediaWorkers,
    before: frozenset[str],
    originals: bool | Iterable[str],
    progress: ReportProgress,
    server: str | None,
    patience: Patience,
    interrupt: Interrupt | None,
) -> FetchOutcome:
    store = CasePulls(case, lambda jpeg: _redrawn(jpeg, workers))
    with client_of(case.profile, server) as client, noting(case.profile):
        if interrupt is not None:
            interrupt.arm(client.abort)
        pulled = pull(store, client, originals=originals, progress=progress, patience=patience)
    if pulled.originals:
        derive_missing(case, workers)
    left = absent_hashes(case)
    wrong = sum(not isinstance(error, NotFound) for error in pulled.failed.values())
    changes = Changes({Evidence.KIND: _showing(case, before)}, label="fetch", delivery=True)
    return FetchOutcome(pulled.originals, pulled.previews, len(left), wrong, changes, pulled.failed)


def _redrawn(jpeg: bytes, workers: MediaWorkers) -> Pictures | None:
    found = workers.examine_bytes(jpeg)
    return (found.preview, found.thumbnail) if found.preview and found.thumbnail else None


def _showing(case: CaseFile, hashes: frozenset[str]) -> frozenset[str]:
    with case.read() as session:
        rows = reading.columns(session, case.case_id, Evidence, ("sha256",), include_withdrawn=True)
    return frozenset(id_ for id_, _withdrawn, sha256 in rows if sha256 in hashes)
