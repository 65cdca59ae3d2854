"""A case that one surveyor brought to the centre, and colleagues with real case files who fetch it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.orm import Session

from surveyor_app.casefile.blobs import StoredBlob, read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.previews import PreviewKind, add_preview
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.pulling import CasePulls
from surveyor_app.casefile.storing import Incoming, store_blob
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import CaseId, new_record_id
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.enrolled import client_of
from surveyor_app.protocol.limits import MIB
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.pulling import Pulled, pull
from tests.casefile.conftest import CHEAP, PASSPHRASE, NoVault
from tests.operations.worlds import photo

OFFICE = "office:li"
BIG = random.Random("big").randbytes(2 * MIB + 77)
SMALL = random.Random("small").randbytes(90_000)
ORIGINALS = {"scene": BIG, "car": SMALL}
PREVIEW = photo(1)
_users = itertools.count()


@dataclass
class Colleague:
    """A profile enrolled at a centre; ``path`` is where its case lies once it is fetched."""

    profile: Profile
    path: Path
    case_id: CaseId
    brought: dict[str, bytes] = field(default_factory=dict)

    @property
    def device(self) -> str:
        return self.profile.device_key.device_id

    def fetch(self) -> None:
        delivering.fetch_case(self.profile, self.case_id, path=self.path).close()

    @contextmanager
    def case(self) -> Iterator[CaseFile]:
        with open_case(self.profile, self.path) as opened:
            yield opened

    def takes(self, name: str, data: bytes, preview: bytes | None = None) -> str:
        """Take an original into the case and return its hash."""

        def steps(stored: StoredBlob) -> Sequence[Step]:
            fields: Mapping[str, Json] = {
                "sha256": stored.sha256,
                "size_bytes": stored.size,
                "evidence_class": "photo",
                "rank": "1",
                "file_name": name,
            }
            return [Step(Action.CREATE, "evidence", new_record_id(), fields)]

        def rows(session: Session, stored: StoredBlob) -> None:
            if preview is not None:
                add_preview(session, stored.sha256, PreviewKind.PREVIEW, preview)

        with self.case() as case:
            store_blob(case, [data], Incoming(lambda: (), steps, rows))
        return sha256_hex(data)

    def deliver(self) -> delivering.DeliveryOutcome:
        with self.case() as case:
            return delivering.deliver_case(self.profile, case, patience_s=20)

    def pull(self, server: str | None = None, patience: Patience | None = None) -> Pulled:
        """Fetch all originals, without making pictures."""
        with self.case() as case, client_of(self.profile, server) as client:
            return self.pull_by(case, client, patience)

    def pull_by(self, case: CaseFile, client: CentreClient, patience: Patience | None = None) -> Pulled:
        waiting = patience or Patience(5.0, sleep=lambda _s: None)
        return pull(CasePulls(case), client, originals=True, patience=waiting)

    def held(self) -> dict[str, bytes]:
        """Return the originals that the case file holds, each read whole and compared with its hash."""
        found = {}
        with self.case() as case:
            for name, data in {**ORIGINALS, **self.brought}.items():
                with case.fresh_connection() as connection:
                    query = "SELECT 1 FROM blob WHERE state = 'stored' AND sha256 = ?"
                    if connection.execute(query, (sha256_hex(data),)).fetchone() is not None:
                        found[name] = b"".join(read_blob(case, sha256_hex(data)))
        return found


@dataclass
class Team:
    """A centre with a delivered case."""

    centre: EmbeddedCentre
    first: Colleague

    @property
    def case_id(self) -> CaseId:
        return self.first.case_id

    def join(self, folder: Path, user: str | None = None) -> Colleague:
        """Return a colleague who holds a task of the case now, with a laptop that has nothing yet."""
        return joined(self.centre, folder, self.case_id, user)


def joined(centre: EmbeddedCentre, folder: Path, case_id: CaseId, user: str | None = None) -> Colleague:
    """Enrol another laptop, of a new colleague or of ``user``."""
    name = user or f"wang{next(_users)}"
    profile, _ = Profile.create(
        folder / "profile", PASSPHRASE, user=name, display_name=name.title(), cost=CHEAP, vault=NoVault()
    )
    code = office.create_user(centre.centre, name, name.title()).code
    assert code is not None
    delivering.enrol(profile, centre.url, name, code)
    if user is None:
        office.assign(centre.centre, OFFICE, case_id, name)
    return Colleague(profile, folder / "case.survey", case_id)


def make_team(centre: EmbeddedCentre, folder: Path, originals: Mapping[str, bytes] = ORIGINALS) -> Team:
    """Open a claim, have a surveyor fetch it, take originals (the first with a preview) and deliver them."""
    case_id = CaseId(office.open_claim(centre.centre, OFFICE, {"report_no": "RD9"}, again_reason="another test"))
    first = joined(centre, folder, case_id)
    first.fetch()
    for place, (name, data) in enumerate(originals.items()):
        first.takes(name, data, None if place else PREVIEW)
    first.deliver()
    return Team(centre, first)
