"""A surveyor's laptop and the insurer's centre on disk, prepared once in each stage of the job and copied for each test."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering, exporting
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report import reporting
from surveyor_app.protocol.limits import MIB
from tests.casefile.conftest import CHEAP, PASSPHRASE, NoVault
from tests.faults import edits

USER = "zhang"
OFFICE = "office:li"
CLAIM = {"report_no": "R20261123-0042", "insured_name": "赵敏", "plate_no": "京A12345", "insurer": "示例财产保险"}
ENVIRONMENT = {"SURVEYOR_PASSPHRASE": PASSPHRASE, "LC_ALL": "C.UTF-8"}
"""Of the commands: what they say is compared in English unless a test asks for another language."""


class Stage(StrEnum):
    """How far the job has come."""

    ENROLLED = "enrolled"
    FETCHED = "fetched"
    CAPTURED = "captured"
    TOLD = "told"
    SIGNED = "signed"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class World:
    """One folder with everything of one job; ``photos`` is shared by all copies and never written."""

    folder: Path
    photos: Path
    case_id: str

    @property
    def central(self) -> Path:
        """The centre's data."""
        return self.folder / "central"

    @property
    def profile(self) -> Path:
        """The laptop's profile."""
        return self.folder / "profile"

    @property
    def cases(self) -> Path:
        """Where case files lie."""
        return self.folder / "cases"

    @property
    def case(self) -> Path:
        """The case file, under whatever name it was made."""
        return next(self.cases.glob("*.survey"), self.cases / "case.survey")

    @property
    def pdf(self) -> Path:
        """The report that was handed out."""
        return self.folder / "out" / "report.pdf"

    @property
    def bag(self) -> Path:
        """The bag that was handed out."""
        return self.folder / "out" / "bag"

    def copy(self, folder: Path) -> World:
        """Return a world of its own with the same content."""
        shutil.copytree(self.folder, folder)
        return World(folder, self.photos, self.case_id)

    def unlock(self) -> Profile:
        """Open the profile; the caller closes it."""
        return Profile.unlock(self.profile, PASSPHRASE)

    @contextmanager
    def opened(self) -> Iterator[CaseFile]:
        """Open profile and case."""
        with self.unlock() as profile, open_case(profile, self.case) as case:
            yield case

    def originals(self) -> Sequence[Path]:
        """Return the files to import in the order an import reads them."""
        return sorted(self.photos.iterdir())


def prepare(folder: Path) -> dict[Stage, World]:
    """Do the whole job in ``folder`` and keep a copy of each stage."""
    photos = folder / "photos"
    draw_sample_photos(photos, 2)
    (photos / "scan.pdf").write_bytes(b"%PDF-1.7\n" + random.Random(1).randbytes(MIB + 300_000))
    made = {}
    world = World(folder / "work", photos, "")
    world.cases.mkdir(parents=True)
    world.pdf.parent.mkdir()
    world = World(world.folder, photos, _enrol(world))
    for stage, advance in (
        (Stage.ENROLLED, None),
        (Stage.FETCHED, fetch),
        (Stage.CAPTURED, capture),
        (Stage.TOLD, tell),
        (Stage.SIGNED, sign),
        (Stage.DELIVERED, deliver),
    ):
        if advance is not None:
            with EmbeddedCentre(world.central) as centre, world.unlock() as profile:
                delivering.follow_centre(profile, centre.url)
                if stage is Stage.SIGNED:
                    # The office writes meanwhile, so that the laptop has something to fetch.
                    office.assign(centre.centre, OFFICE, world.case_id, USER, task_kind="resurvey")
                advance(world, profile)
        made[stage] = world.copy(folder / stage)
    return made


def go_on(world: World, server: str) -> None:
    """Do what is left of the job, whatever stage it is in, until the receipt and the bag are there."""
    with world.unlock() as profile:
        delivering.follow_centre(profile, server)
        for advance in (fetch, capture, tell, sign, deliver):
            advance(world, profile)


def fetch(world: World, profile: Profile) -> None:
    """Fetch the case, or what is new of it."""
    delivering.fetch_case(profile, world.case_id, path=world.case).close()


def capture(world: World, profile: Profile) -> None:
    """Import what is missing."""
    with open_case(profile, world.case) as case:
        if not is_captured(world, case):
            with MediaWorkers() as workers:
                evidence.import_files(case, [world.photos], workers)


def tell(world: World, profile: Profile) -> None:
    """Take down the people who are missing."""
    with open_case(profile, world.case) as case:
        edits.take_down(case)


def is_captured(world: World, case: CaseFile) -> bool:
    """Tell whether every file to import is in the case."""
    names = {item.name for item in delivering.delivery_items(case)}
    return {path.name for path in world.originals()} <= names


def sign(world: World, profile: Profile) -> None:
    """Sign the report if it is not signed yet."""
    with open_case(profile, world.case) as case:
        if not reporting.list_reports(case):
            credential = reporting.surveyor_credential(profile)
            reporting.sign_report(case, reporting.ReportOptions(despite="test"), credential)


def deliver(world: World, profile: Profile) -> None:
    """Deliver the case and hand it out as a bag."""
    with open_case(profile, world.case) as case:
        delivering.deliver_case(profile, case, patience_s=30)
        exporting.export_bag(case, world.bag, replace=True)


def _enrol(world: World) -> str:
    with EmbeddedCentre(world.central) as centre:
        case_id = office.open_claim(centre.centre, OFFICE, CLAIM)
        code = office.create_user(centre.centre, USER, "张查勘").code
        office.assign(centre.centre, OFFICE, case_id, USER)
        profile, _ = Profile.create(
            world.profile, PASSPHRASE, user=USER, display_name="张查勘", cost=CHEAP, vault=NoVault()
        )
        with profile:
            delivering.enrol(profile, centre.url, USER, code or "")
    return case_id
