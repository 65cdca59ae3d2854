"""A case with photos, an embedded centre, and the delivery between them over any line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.cli.samples import assigned_case, embedded_centre, open_profile
from surveyor_app.data_files import resources_dir
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.delivering import deliver_case
from surveyor_app.operations.cases.sample_story import load_story
from surveyor_app.operations.intake.evidence import import_files


@dataclass(frozen=True, slots=True)
class Ready:
    """A case ready to be delivered to the centre at ``server``."""

    case: CaseFile
    server: str

    def payload_bytes(self) -> int:
        """Return the bytes of all blobs to be sent; entries are not counted, they are what carrying them costs."""
        return sum(item.size for item in CaseDelivery(self.case).blobs())

    def deliver(self, server: str, patience_s: float) -> None:
        """Deliver it over another address of the centre until the full receipt is held."""
        outcome = deliver_case(self.case.profile, self.case, server=server, patience_s=patience_s)
        if outcome.receipt_kind != "full" or outcome.outcome.refused:
            raise SystemExit("the centre did not take the whole case")


@contextmanager
def ready_to_deliver(folder: Path, photos: Sequence[Path]) -> Iterator[Ready]:
    """Open a claim at a centre of our own, fetch it, and import photos into it."""
    story = load_story(resources_dir())
    with (
        embedded_centre(folder / "central") as (centre, server),
        open_profile(folder / "profile", story) as profile,
        assigned_case(centre, server, profile, story, folder / "case.survey") as case,
    ):
        with MediaWorkers() as workers:
            import_files(case, photos, workers)
        yield Ready(case, server)
