"""What the later version does when it is told to, on its standard input; it runs with that version's packages alone."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.keys import KdfCost
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import BYTES_FOLDERS, KINDS
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivery_states import delivery_state
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.records import reading, sending
from surveyor_app.sync.patience import Patience

Answer = Any
_profiles: dict[str, Profile] = {}
_centres: list[EmbeddedCentre] = []


class _NoVault:
    def get(self, name: str) -> str | None:
        return None

    def keep(self, name: str, secret: str) -> bool:
        return False


def enrol(folder: str, passphrase: str, user: str, server: str, code: str) -> Answer:
    """Make a profile and enrol it."""
    cost = KdfCost(memory_kib=64, rounds=1, lanes=1)
    made, _ = Profile.create(Path(folder), passphrase, user=user, display_name=user, cost=cost, vault=_NoVault())
    _profiles[folder] = made
    delivering.enrol(made, server, user, code)
    return None


def unlock(folder: str, passphrase: str) -> Answer:
    """Open a profile that an earlier version made."""
    _profiles[folder] = Profile.unlock(Path(folder), passphrase)
    return None


def fetch(folder: str, case: str, path: str) -> Answer:
    """Fetch a case into a new file."""
    delivering.fetch_case(_profiles[folder], case, path=Path(path)).close()
    return None


def write(folder: str, path: str, operations: Sequence[Sequence[Mapping[str, Any]]], original: str = "") -> Answer:
    """Write operations, and keep an original that one of them names."""
    with open_case(_profiles[folder], Path(path)) as case:
        if original:
            store_blob(case, [original.encode()])
        for steps in operations:
            said = [Step(Action(step["action"]), step["kind"], step["id"], step.get("fields", {})) for step in steps]
            case.apply(said, "write")
    return None


def deliver(folder: str, path: str) -> Answer:
    """Deliver a case and tell how it stands, and what is not shown here."""
    with open_case(_profiles[folder], Path(path)) as case:
        outcome = delivering.deliver_case(_profiles[folder], case, patience=Patience(20.0, sleep=lambda _seconds: None))
        return [outcome.receipt_kind, delivery_state(case), sorted(outcome.outcome.quarantined.values())]


def look(folder: str, path: str) -> Answer:
    """Tell what is in a case file, and what its verification finds."""
    with open_case(_profiles[folder], Path(path)) as case, case.read() as session:
        told = {**_told(session, case.case_id), "opened": list(case.notices)}
    return {**told, "findings": [item.code for item in verify_case(_profiles[folder], Path(path))]}


def serve(data: str) -> Answer:
    """Open the data of a centre of an earlier version and answer; tell where."""
    _centres.append(EmbeddedCentre(Path(data)))
    return _centres[0].start()


def look_at_centre(case: str) -> Answer:
    """Tell what the centre shows of a case."""
    with _centres[0].centre.database.read() as session:
        return _told(session, case)


def check_bag(bag: str) -> Answer:
    """Tell what does not hold of a bag."""
    return [(item.code, item.level) for item in verify_bag_folder(Path(bag)) if item.level != "ok"]


def _told(session: Any, case: str) -> dict[str, Any]:
    sketches = reading.list_records(session, case, KINDS["sketch"])
    people = reading.list_records(session, case, Person)
    entries = sending.entries_after(session, case, 0)
    assert "sketch" in BYTES_FOLDERS
    return {
        "sketches": [getattr(sketch, "title", None) for sketch in sketches],
        "people": sorted([person.name or "", person.phone or ""] for person in people),
        "quarantine": [item.reason for item in reading.quarantine_of(session, case)],
        "lines": [[entry.line.decode(), entry.signature.hex(), entry.number] for entry in entries],
        "bodies": [None if entry.body is None else entry.body.content().decode() for entry in entries],
    }


def main() -> None:
    """Do what each line says and answer with one line."""
    verbs = (enrol, unlock, fetch, write, deliver, look, serve, look_at_centre, check_bag)
    known = {verb.__name__: verb for verb in verbs}
    for line in sys.stdin:
        name, arguments = json.loads(line)
        sys.stdout.write(json.dumps(known[name](**arguments)) + "\n")
        sys.stdout.flush()
    for centre in _centres:
        centre.stop()
    for profile in _profiles.values():
        profile.close()


if __name__ == "__main__":
    main()
