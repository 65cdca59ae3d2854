"""The second copy: incremental, proved by reading back, restorable."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from sqlalchemy import text

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.copying import MirrorResult
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.engine import transaction
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.headers import find_key, read_header
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.mirror import backup, restore
from surveyor_app.casefile.numbering import CaseNumbering
from surveyor_app.casefile.previews import PreviewKind, add_preview, load_previews
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.schema import PART_BYTES
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import Cancelled, InputError, NotACaseFile, RecoveryCodeWrong, TargetExists
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.progress import Progress
from surveyor_app.protocol.items import Lane
from surveyor_app.records import reading
from tests.casefile.conftest import CHEAP, NoVault, create_step, make_profile, random_bytes


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    folder = tmp_path / "USB 盘"
    folder.mkdir()
    return folder / "case.mirror"


def evidence(case: CaseFile, size: int) -> bytes:
    data = random_bytes(size)
    case.apply([create_step("evidence", {"sha256": store_blob(case, [data]).sha256})], "import")
    return data


def claims(case: CaseFile) -> list[str | None]:
    with case.read() as session:
        return [claim.report_no for claim in reading.list_records(session, case.case_id, Claim)]


def test_only_missing_parts_are_copied(case: CaseFile, mirror: Path) -> None:
    evidence(case, 2 * PART_BYTES + 5)
    assert backup(case, mirror) == MirrorResult(new_parts=3, parts=3)
    assert backup(case, mirror) == MirrorResult(new_parts=0, parts=3)
    evidence(case, 18 * PART_BYTES)
    assert backup(case, mirror) == MirrorResult(new_parts=18, parts=21)


def test_pictures_made_anew_or_dropped_are_so_in_the_mirror(profile: Profile, case: CaseFile, mirror: Path) -> None:
    hashes = []
    for number in range(3):
        evidence(case, 10 + number)
        hashes = [item.sha256 for item in CaseDelivery(case).blobs() if item.lane is not Lane.PREVIEW]
    with case.write() as session:
        for sha256 in hashes:
            add_preview(session, sha256, PreviewKind.PREVIEW, b"first of " + sha256.encode())
    backup(case, mirror)
    with case.write() as session:
        add_preview(session, hashes[0], PreviewKind.PREVIEW, b"made anew")
        session.execute(text("DELETE FROM preview WHERE sha256 = :sha256"), {"sha256": hashes[1]})
    backup(case, mirror)
    target = mirror.with_name("restored.survey")
    restore(profile, mirror, target)
    case.close()
    with open_case(profile, target) as again:
        found = load_previews(again, hashes, PreviewKind.PREVIEW)
    assert found == {hashes[0]: b"made anew", hashes[2]: b"first of " + hashes[2].encode()}


def test_an_original_that_was_given_up_in_mid_copy_costs_no_later_backup(case: CaseFile, mirror: Path) -> None:
    evidence(case, 5)
    backup(case, mirror)
    with transaction(mirror, find_key(case.profile, mirror, read_header(mirror)).key) as connection:
        connection.exec_driver_sql("INSERT INTO blob (id, state) VALUES (99, 'writing')")
    evidence(case, 7)
    assert backup(case, mirror) == MirrorResult(new_parts=1, parts=2)
    assert backup(case, mirror) == MirrorResult(new_parts=0, parts=2)


def test_a_mirror_is_encrypted_and_carries_the_slots(profile: Profile, case: CaseFile, mirror: Path) -> None:
    case.apply([create_step("claim", {"report_no": "RDAA1"})], "new")
    backup(case, mirror)
    assert sorted(item.name for item in mirror.parent.iterdir()) == ["case.mirror", "case.mirror.keys.toml"]
    assert b"RDAA1" not in mirror.read_bytes()
    assert mirror.read_bytes()[:16] != case.key.salt
    keys = tomllib.loads(mirror.with_name("case.mirror.keys.toml").read_text(encoding="utf-8"))
    own = tomllib.loads((profile.folder / "profile.toml").read_text(encoding="utf-8"))
    # All but the key of this device, which another laptop is not.
    assert own.pop("identity")
    assert keys == own


def test_a_restored_mirror_verifies_and_holds_everything(profile: Profile, case: CaseFile, mirror: Path) -> None:
    case.apply([create_step("claim", {"report_no": "RDAA1"})], "new")
    data = evidence(case, PART_BYTES + 7)
    backup(case, mirror)
    case.apply([create_step("claim", {"report_no": "RDAA2"})], "new")
    numbered = {str(signed.hash): n for n, signed in enumerate(CaseDelivery(case).unsent_entries(10**6), start=1)}
    CaseDelivery(case).mark_numbered(numbered)
    CaseDelivery(case).save_receipt("full", b"{}", b"cms")
    backup(case, mirror)
    case.close()
    case.path.unlink()
    restore(profile, mirror, case.path)
    assert verify_case(profile, case.path) == []
    with open_case(profile, case.path) as again:
        assert again.notices == ()
        assert sorted(claims(again), key=str) == ["RDAA1", "RDAA2"]
        (item,) = CaseDelivery(again).blobs()
        assert b"".join(read_blob(again, item.sha256)) == data
        assert CaseDelivery(again).head_number() == len(numbered)
        assert [receipt.kind for receipt in CaseDelivery(again).receipts()] == ["full"]


def test_an_older_mirror_opens_a_new_epoch(profile: Profile, case: CaseFile, mirror: Path) -> None:
    backup(case, mirror)
    case.apply([create_step("claim", {"report_no": "lost"})], "new")
    case.close()
    case.path.unlink()
    restore(profile, mirror, case.path)
    with open_case(profile, case.path) as again:
        assert again.notices == ("epoch_opened",)


def test_a_mirror_forgets_what_the_case_forgot_and_takes_what_it_got_back(
    profile: Profile, case: CaseFile, mirror: Path
) -> None:
    case.apply([create_step("person", {"name": "张三"})], "new")
    whole = CaseDelivery(case).unsent_entries(10**6)[-1]
    backup(case, mirror)
    erasure = Step(Action.ERASE, CASE_KIND, case.case_id, {"bodies": [whole.entry.body]})
    case.apply([erasure], "erase")
    backup(case, mirror)
    with case.read() as session:
        assert [person.name for person in reading.list_records(session, case.case_id, Person)] == [None]
    # It had been delivered after all: another copy of this laptop had done so.
    CaseDelivery(case).receive([whole], [])
    backup(case, mirror)
    case.close()
    case.path.unlink()
    restore(profile, mirror, case.path)
    assert verify_case(profile, case.path) == []
    with open_case(profile, case.path) as again, again.read() as session:
        assert [person.name for person in reading.list_records(session, again.case_id, Person)] == ["张三"]


def test_a_cancelled_backup_goes_on_next_time(profile: Profile, case: CaseFile, mirror: Path) -> None:
    evidence(case, 20 * PART_BYTES)

    def cancel(progress: Progress) -> None:
        if progress.done >= 16:
            raise Cancelled

    with pytest.raises(Cancelled):
        backup(case, mirror, cancel)
    assert backup(case, mirror) == MirrorResult(new_parts=4, parts=20)
    restore(profile, mirror, mirror.with_name("restored.survey"))
    assert verify_case(profile, mirror.with_name("restored.survey")) == []


def test_a_number_that_the_centre_took_back_is_taken_back_in_the_mirror(
    profile: Profile, case: CaseFile, mirror: Path
) -> None:
    numbering, delivery = CaseNumbering(case), CaseDelivery(case)
    delivery.mark_numbered({entry.hash: n for n, entry in enumerate(delivery.unsent_entries(1 << 20), start=1)})
    backup(case, mirror)
    assert numbering.highest() == 1
    numbering.renumber(0, [], [])
    # What is read back is compared with the case, table by table.
    backup(case, mirror)
    target = mirror.with_name("restored.survey")
    restore(profile, mirror, target)
    case.close()
    with open_case(profile, target) as again:
        assert CaseNumbering(again).highest() == 0


def test_unfinished_originals_are_not_mirrored(profile: Profile, case: CaseFile, mirror: Path) -> None:
    with case.write() as session:
        session.execute(text("INSERT INTO blob (id, state) VALUES (7, 'writing')"))
        session.execute(text("INSERT INTO blob_part VALUES (7, 0, 'x', zeroblob(10))"))
    assert backup(case, mirror) == MirrorResult(new_parts=0, parts=0)


def test_nothing_else_is_overwritten(profile: Profile, case: CaseFile, mirror: Path) -> None:
    mirror.write_text("letter")
    with pytest.raises(NotACaseFile):
        backup(case, mirror)
    assert mirror.read_text() == "letter"
    mirror.unlink()
    with create_case(profile, case.path.with_name("other.survey")) as other:
        backup(other, mirror)
    with pytest.raises(InputError):
        backup(case, mirror)
    with pytest.raises(TargetExists):
        restore(profile, mirror, case.path)


def test_the_recovery_code_opens_a_mirror_when_the_laptop_is_gone(tmp_path: Path, mirror: Path) -> None:
    lost, code = make_profile(tmp_path / "lost")
    with lost, create_case(lost, tmp_path / "case.survey") as case:
        case.apply([create_step("claim", {"report_no": "RDAA1"})], "new")
        backup(case, mirror)
    keys = mirror.with_name("case.mirror.keys.toml")
    who = {"user": "zhang", "display_name": "张"}
    with pytest.raises(RecoveryCodeWrong):
        Profile.from_mirror(tmp_path / "new", keys, "wrong", "new", cost=CHEAP, vault=NoVault(), **who)
    target = tmp_path / "restored.survey"
    with Profile.from_mirror(tmp_path / "new", keys, code, "new", cost=CHEAP, vault=NoVault(), **who) as profile:
        restore(profile, mirror, target)
        assert verify_case(profile, target) == []
        with open_case(profile, target) as again:
            again.apply([create_step("claim", {"report_no": "RDAA2"})], "new")
            assert claims(again) == ["RDAA1", "RDAA2"]
    with pytest.raises(TargetExists):
        Profile.from_mirror(tmp_path / "new", keys, code, "new", cost=CHEAP, vault=NoVault(), **who)
    Profile.recover(tmp_path / "new", code, "newer", cost=CHEAP).close()
