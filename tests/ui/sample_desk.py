"""A sample case as the demonstration tells it: claim from a live centre, photos drawn by the project, the whole story."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.cli.samples import PASSPHRASE, Sample, sample_claim
from surveyor_app.data_files import resources_dir
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.operations.cases.opening import summarise
from surveyor_app.operations.cases.sample_story import Telling, load_story
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.wording.questions import load_questions
from surveyor_app.wording.sample_kinds import MOTOR


@contextmanager
def told_sample(folder: Path, photos: int | None = None, kind: str = MOTOR) -> Iterator[Sample]:
    """Prepare the sample of a kind in ``folder`` with photos and the story told; the centre runs meanwhile."""
    with sample_claim(folder, kind) as sample:
        profile = Profile.unlock(sample.profile, PASSPHRASE)
        case = open_case(profile, sample.case)
        try:
            with MediaWorkers(2) as workers:
                import_files(case, draw_sample_photos(folder / f"photos-{kind}", photos, kind), workers)
            bank = {item.id: item.text for item in load_questions(resources_dir())}
            Telling(case, load_story(resources_dir(), kind), bank).tell()
            summarise(case, load_checks(resources_dir()))
        finally:
            case.close()
            profile.close()
        yield sample
