"""A restored backup: writing goes on in a new epoch, the lost entries come back, and no branch is thrown away."""

from __future__ import annotations

import shutil
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.records import journal, reading
from tests.casefile.conftest import create_step


def numbers(case: CaseFile) -> set[str | None]:
    with case.read() as session:
        return {claim.report_no for claim in reading.list_records(session, case.case_id, Claim)}


def entries(case: CaseFile) -> list[SignedEntry]:
    with case.read() as session:
        return journal.all_entries(session, case.case_id)


def heads(case: CaseFile) -> list[tuple[int, int]]:
    with case.read() as session:
        return [(head.epoch, head.seq) for head in journal.heads(session, case.case_id)]


def work(case: CaseFile, report_no: str) -> None:
    case.apply([create_step("claim", {"report_no": report_no})], "new_claim")


def restored(profile: Profile, case: CaseFile) -> tuple[CaseFile, list[SignedEntry]]:
    """Work, copy, work on, put the copy back, open; return the opened case and the entries the copy lacked."""
    work(case, "before")
    case.close()
    backup = case.path.with_name("backup")
    shutil.copy(case.path, backup)
    with open_case(profile, case.path) as again:
        work(again, "after")
        known = {signed.hash for signed in entries(again)}
        lost = [signed for signed in entries(again) if signed.entry.seq == 3]
        assert len(known) == 3
    backup.replace(case.path)
    return open_case(profile, case.path), lost


def test_an_unchanged_file_goes_on_in_its_epoch(profile: Profile, case: CaseFile) -> None:
    work(case, "one")
    case.close()
    with open_case(profile, case.path) as again:
        assert again.notices == ()
        assert heads(again) == [(0, 2)]


def test_a_restored_backup_opens_a_new_epoch_once(profile: Profile, case: CaseFile) -> None:
    opened, _ = restored(profile, case)
    assert opened.notices == ("epoch_opened",)
    assert [head[0] for head in heads(opened)] == [0, 1]
    opened.close()
    with open_case(profile, opened.path) as again:
        assert again.notices == ()
        work(again, "new")
        assert [head[0] for head in heads(again)] == [0, 1]


def test_what_a_backup_lost_comes_back_from_the_centre(profile: Profile, case: CaseFile) -> None:
    opened, lost = restored(profile, case)
    with opened:
        work(opened, "in the new epoch")
        assert numbers(opened) == {"before", "in the new epoch"}
        CaseDelivery(opened).receive(lost, [])
        assert {signed.hash for signed in lost} <= {signed.hash for signed in entries(opened)}
        assert numbers(opened) == {"before", "after", "in the new epoch"}


def test_a_case_fetched_anew_after_a_loss_goes_on_in_a_new_epoch(profile: Profile, case: CaseFile) -> None:
    work(case, "sent")
    sent = entries(case)
    work(case, "never sent")
    case.close()
    case.path.unlink()
    with create_case(profile, case.path, case.case_id) as fetched:
        CaseDelivery(fetched).receive(sent, [])
        work(fetched, "later")
        assert [head[0] for head in heads(fetched)] == [0, 1]
        assert fetched.notices == ("epoch_opened",)
        assert numbers(fetched) == {"sent", "later"}


def test_a_rolled_back_epoch_is_opened_again(profile: Profile, case: CaseFile, tmp_path: Path) -> None:
    work(case, "sent")
    sent = entries(case)
    work(case, "never sent")
    case.close()
    case.path.unlink()
    with create_case(profile, case.path, case.case_id) as fetched:
        CaseDelivery(fetched).receive(sent, [])
        try:
            with fetched.write() as session:
                fetched.append(session, [create_step("claim", {"report_no": "x"})])
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass
        assert heads(fetched) == [(0, 2)]
        work(fetched, "later")
        assert [head[0] for head in heads(fetched)] == [0, 1]
