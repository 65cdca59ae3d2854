"""Laptops are updated one by one: today's laptop and centre carry what a later version wrote, and show it once updated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivery_states import delivery_state
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.operations.editing import records
from surveyor_app.records import reading, sending
from surveyor_app.sync.patience import Patience
from tests.casefile.conftest import PASSPHRASE, make_profile
from tests.newer.program import NewerProgram

WANG, SKETCH = new_record_id(), new_record_id()
DRAWING = "M 0 0 L 1 1"
DRAWN = hashlib.sha256(DRAWING.encode()).hexdigest()
FIRST = [{"action": "create", "kind": "person", "id": WANG, "fields": {"name": "王五", "phone": "130"}}]
WAITING = [
    # An action, and with it a part that today's version would understand.
    [
        {"action": "change", "kind": "person", "id": WANG, "fields": {"name": "王五一"}},
        {"action": "transfer", "kind": "person", "id": WANG, "fields": {"phone": "131"}},
    ],
    # A kind.
    [{"action": "create", "kind": "sketch", "id": SKETCH, "fields": {"title": "路口", "sha256": DRAWN}}],
    # A member of the line.
    [{"action": "change", "kind": "person", "id": WANG, "fields": {"name": "王五二", "seen_by": "wu"}}],
]
LAST = [{"action": "create", "kind": "person", "id": new_record_id(), "fields": {"name": "赵六"}}]
UNDERSTOOD = [["王五二", "131"], ["赵六", ""], ["钱七", ""]]
WAIT = ["newer_version"] * 4


@dataclass
class Zhang:
    """A surveyor with today's version, enrolled at today's centre."""

    profile: Profile
    folder: Path
    path: Path

    def delivers(self, server: str | None = None) -> tuple[str | None, str]:
        """Deliver the case and return the receipt's kind and how the case stands then."""
        with open_case(self.profile, self.path) as case:
            patience = Patience(20.0, sleep=lambda _seconds: None)
            outcome = delivering.deliver_case(self.profile, case, server=server, patience=patience)
            return outcome.receipt_kind, delivery_state(case)


def _told(case: CaseFile) -> dict[str, Any]:
    """What today's version says of a case, as the later one says it."""
    with case.read() as session:
        people = reading.list_records(session, case.case_id, Person)
        entries = sending.entries_after(session, case.case_id, 0)
        return {
            "people": sorted([person.name or "", person.phone or ""] for person in people),
            "quarantine": [item.reason for item in reading.quarantine_of(session, case.case_id)],
            "lines": [[entry.line.decode(), entry.signature.hex(), entry.number] for entry in entries],
            "bodies": [None if entry.body is None else entry.body.content().decode() for entry in entries],
        }


@pytest.fixture
def case_id(live: EmbeddedCentre) -> str:
    """A claim that both surveyors have a task of."""
    case = office.open_claim(live.centre, "office", {"report_no": "RD1"})
    for user in ("zhang", "li"):
        office.create_user(live.centre, user, user.title())
        office.assign(live.centre, "office", case, user)
    return case


def _code(live: EmbeddedCentre, user: str) -> str:
    code = office.create_user(live.centre, user, user.title()).code
    assert code is not None
    return code


@pytest.fixture
def zhang(live: EmbeddedCentre, case_id: str, tmp_path: Path) -> Iterator[Zhang]:
    profile, _ = make_profile(tmp_path / "zhang")
    delivering.enrol(profile, live.url, "zhang", _code(live, "zhang"))
    made = Zhang(profile, tmp_path / "zhang", tmp_path / "zhang.survey")
    delivering.fetch_case(profile, case_id, path=made.path).close()
    yield made
    profile.close()


def test_laptops_are_updated_one_by_one(
    live: EmbeddedCentre, case_id: str, zhang: Zhang, newer: NewerProgram, tmp_path: Path
) -> None:
    li: dict[str, object] = {"folder": tmp_path / "li", "path": tmp_path / "li.survey"}
    newer.do("enrol", folder=li["folder"], passphrase=PASSPHRASE, user="li", server=live.url, code=_code(live, "li"))
    newer.do("fetch", **li, case=case_id)
    newer.do("write", **li, operations=[FIRST, *WAITING, LAST], original=DRAWING)

    # Today's centre takes all of it, says what waits there, and signs for it.
    assert newer.do("deliver", **li) == ["full", "receipted", WAIT]
    written = newer.do("look", **li)
    assert written["quarantine"] == written["findings"] == []
    assert written["people"] == [["王五二", "131"], ["赵六", ""]]

    # Today's laptop takes it in, shows what it understands, goes on working, and is receipted too.
    assert zhang.delivers() == ("full", "local"), "nothing of theirs is there yet"
    with open_case(zhang.profile, zhang.path) as case:
        told = _told(case)
        records.create(case, Person, {"name": "钱七"})
    assert (told["people"], told["quarantine"]) == ([["王五", "130"], ["赵六", ""]], WAIT)
    assert zhang.delivers() == ("full", "receipted")
    # Byte by byte what the later version signed.
    assert [told[part] for part in ("lines", "bodies")] == [written[part] for part in ("lines", "bodies")]
    members = [set(json.loads(line)) for line, _, _ in told["lines"]]
    assert sum("witness" in found for found in members) == 1
    assert [item.code for item in verify_case(zhang.profile, zhang.path)] == ["newer_version"]

    # A bag carries it, and either version checks the bag.
    with open_case(zhang.profile, zhang.path) as case:
        export_bag(case, tmp_path / "bag")
    findings = {item.code: item for item in verify_bag_folder(tmp_path / "bag")}
    assert findings["newer_version"].data == {"lines": "4"}
    assert {item.level for item in findings.values()} == {"ok", "warn"}

    # The centre is updated, and works what waited into the case.
    live.stop()
    url = newer.do("serve", data=live.config.data_dir)
    centre = newer.do("look_at_centre", case=case_id)
    assert (centre["quarantine"], centre["sketches"], centre["people"]) == ([], ["路口"], UNDERSTOOD)
    # Today's laptop is receipted there for what it understands itself.
    with open_case(zhang.profile, zhang.path) as case:
        records.create(case, Person, {"name": "孙八"})
    assert zhang.delivers(url) == ("full", "receipted")

    # At last the laptop is updated: everything is there, as though it had been understood from the beginning.
    zhang.profile.close()
    newer.do("unlock", folder=zhang.folder, passphrase=PASSPHRASE)
    updated = newer.do("look", folder=zhang.folder, path=zhang.path)
    assert updated["opened"] == ["migrated"]
    # What a colleague drew lies at the centre, as all originals of colleagues do.
    assert (updated["quarantine"], updated["findings"]) == ([], ["originals_elsewhere"])
    assert {**updated, **newer.do("look_at_centre", case=case_id)} == updated
    assert {level for _, level in newer.do("check_bag", bag=tmp_path / "bag")} <= {"warn"}
