"""An insurer whose centre can be set back to an older copy of its data, and surveyors with real case files."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import Incoming, store_blob
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import CaseId, new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.progress import ReportProgress, silent
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivering import DeliveryOutcome
from surveyor_app.operations.cases.delivery_states import delivery_items, delivery_state
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.operations.editing import records
from surveyor_app.records import reading, replay
from surveyor_app.sync.authorities import fingerprint
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience
from tests.casefile.conftest import CHEAP, PASSPHRASE, NoVault
from tests.integration.centre_process import CentreProcess
from tests.operations.worlds import entries

OFFICE = "office:li"
RECEIPTED = ("receipted", {"receipted"})


class Insurer:
    """A centre in a process of its own; the office works while that process rests."""

    def __init__(self, folder: Path) -> None:
        self.process = CentreProcess(folder / "centre")
        self._copies = folder / "copies"

    @property
    def url(self) -> str:
        return self.process.url

    @contextmanager
    def office(self) -> Iterator[Centre]:
        """Let the office do something; the centre answers again afterwards."""
        self.process.kill()
        with EmbeddedCentre(self.process.data_dir) as embedded:
            yield embedded.centre
        self.process.start()

    def code_for(self, user: str) -> str:
        """Return a new enrolment code."""
        with self.office() as centre:
            code = office.create_user(centre, user, user.title()).code
        assert code is not None
        return code

    def assigned_case(self, *users: str) -> str:
        """Open a claim that is given to these surveyors and return the case's id."""
        with self.office() as centre:
            case_id = office.open_claim(centre, OFFICE, {"report_no": "RD7", "insured_phone": "130"})
            for user in users:
                office.create_user(centre, user, user.title())
                office.assign(centre, OFFICE, case_id, user)
        return case_id

    def keep_copy(self) -> None:
        """Copy the data aside, as a nightly backup does."""
        self.process.kill()
        shutil.rmtree(self._copies, ignore_errors=True)
        shutil.copytree(self.process.data_dir, self._copies)
        self.process.start()

    def restore_copy(self) -> None:
        """Put the copy in the place of the data."""
        self.process.kill()
        shutil.rmtree(self.process.data_dir)
        shutil.copytree(self._copies, self.process.data_dir)
        self.process.start()

    def lose_everything(self) -> None:
        """Begin anew with an empty folder and a new authority."""
        self.process.kill()
        shutil.rmtree(self.process.data_dir)
        self.process.start()

    def differences(self, case: CaseFile) -> Sequence[replay.Difference]:
        """Return every column of every journaled table in which laptop and centre differ.

        That a number was lost is remembered here alone; on a dead branch it says nothing.
        """
        database = Database(CentreConfig(self.process.data_dir).database_url)
        try:
            with case.read() as here, database.read() as there:
                branch = {item.hash for item in reading.quarantine_of(here, case.case_id) if item.reason == "branch"}
                found = replay.compare(here, there, case.case_id)
        finally:
            database.close()
        return [item for item in found if not (item.column == "number" and item.key in branch)]

    def holds(self, case_id: str, data: bytes) -> bool:
        """Tell whether an original lies in the store, byte by byte."""
        store = BlobStore(CentreConfig(self.process.data_dir).store_url)
        path = f"cases/{case_id}/{hashlib.sha256(data).hexdigest()}"
        return path in store.list(f"cases/{case_id}") and b"".join(store.read(path)) == data


class Surveyor:
    """A profile on a laptop, and the one case it works on."""

    def __init__(self, insurer: Insurer, folder: Path, user: str = "zhang") -> None:
        self.insurer = insurer
        self.folder = folder / user
        self.user = user
        self.profile, _ = Profile.create(
            self.folder / "profile", PASSPHRASE, user=user, display_name=user.title(), cost=CHEAP, vault=NoVault()
        )
        self.path = self.folder / "case.survey"

    def close(self) -> None:
        self.profile.close()

    @property
    def case_id(self) -> CaseId:
        (known,) = self.profile.registry.cases()
        return known.case_id

    def enrol(self) -> None:
        """Enrol at the centre as it is now, the first time or again; the office confirms its authority."""
        with CentreClient(self.insurer.url) as client:
            confirmed = fingerprint(client.authority() or b"")
        code = self.insurer.code_for(self.user)
        delivering.enrol(self.profile, self.insurer.url, self.user, code, accepted=confirmed)

    def opens_case(self) -> None:
        """Open a case on the spot."""
        new_case(self.profile, report_no="RD1", path=self.path).close()

    def fetches(self, case_id: str) -> None:
        """Fetch a case from the office."""
        delivering.fetch_case(self.profile, case_id, path=self.path).close()

    @contextmanager
    def case(self) -> Iterator[CaseFile]:
        with open_case(self.profile, self.path) as opened:
            yield opened

    def takes_photo(self, name: str) -> bytes:
        """Take an original into the case and return its bytes."""
        data = random.Random(name).randbytes(90_000)

        def steps(stored: StoredBlob) -> Sequence[Step]:
            fields: dict[str, Json] = {
                "sha256": stored.sha256,
                "size_bytes": stored.size,
                "evidence_class": "photo",
                "rank": "1",
                "file_name": name,
            }
            return [Step(Action.CREATE, "evidence", new_record_id(), fields)]

        with self.case() as case:
            store_blob(case, [data], Incoming(lambda: (), steps, lambda _session, _stored: None))
        return data

    def notes_person(self, name: str) -> str:
        """Take a person down and return the record's id."""
        with self.case() as case:
            return str(records.create(case, Person, {"name": name}).id)

    def delivers(
        self, server: str | None = None, progress: ReportProgress = silent, revive: CentreProcess | None = None
    ) -> DeliveryOutcome:
        """Deliver until the full receipt is held; a centre that dies is started again while the laptop waits."""

        def wait(_seconds: float) -> None:
            if revive is not None and revive.is_dead():
                revive.start()

        patience = Patience(20.0) if revive is None else Patience(sleep=wait)
        with self.case() as case:
            return delivering.deliver_case(self.profile, case, server=server, progress=progress, patience=patience)


@pytest.fixture
def insurer(tmp_path: Path) -> Iterator[Insurer]:
    made = Insurer(tmp_path)
    made.process.start()
    yield made
    made.process.close()


@pytest.fixture
def zhang(insurer: Insurer, tmp_path: Path) -> Iterator[Surveyor]:
    made = Surveyor(insurer, tmp_path)
    made.enrol()
    yield made
    made.close()


def states(surveyor: Surveyor) -> tuple[str, set[str]]:
    with surveyor.case() as case:
        return delivery_state(case), {item.state for item in delivery_items(case)}


def numbers(surveyor: Surveyor) -> dict[str, int | None]:
    with surveyor.case() as case:
        return {line.hash: line.number for line in entries(case)}


def require_same_on_both_sides(insurer: Insurer, surveyor: Surveyor, *originals: bytes) -> None:
    """All tables are the same, all originals are there, and everything that was signed verifies."""
    with surveyor.case() as case:
        assert insurer.differences(case) == []
        assert all(insurer.holds(case.case_id, data) for data in originals)
    assert verify_case(surveyor.profile, surveyor.path) == []
    state, items = states(surveyor)
    assert state == "receipted"
    assert items <= {"receipted"}
    require_good_bag(surveyor)


def require_good_bag(surveyor: Surveyor) -> None:
    """Nothing speaks against the bag of the case, whatever became of the centre's numbers."""
    with surveyor.case() as case:
        folder = surveyor.path.with_name(f"bag-{new_record_id()}")
        export_bag(case, folder)
    found = verify_bag_folder(folder)
    assert [(item.code, dict(item.data)) for item in found if item.level == "bad"] == []
