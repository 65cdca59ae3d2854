"""Applying steps: one transaction each, and an inverse that takes them back exactly."""

from __future__ import annotations

import threading
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import CaseClosed, DiskFull, InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.records import journal, reading
from tests.casefile.conftest import create_step

CLAIM = {"report_no": "RDAA1", "deductible": Decimal("500.00"), "claim_no": ("B", "A"), "insurer": "平安"}


def claim_of(case: CaseFile, record_id: str) -> Claim:
    with case.read() as session:
        found = reading.get(session, case.case_id, Claim, record_id)
    assert found is not None
    return found


def change(record_id: str, **fields: object) -> Step:
    return Step(Action.CHANGE, "claim", record_id, encode_fields("claim", fields))


def test_an_operation_names_what_it_touched(case: CaseFile) -> None:
    step = create_step("claim", CLAIM)
    changes = case.apply([step], "new_claim")
    assert changes.touched == {"claim": frozenset({step.id})}
    assert changes.label == "new_claim"


def test_undoing_a_creation_withdraws_and_redo_restores(case: CaseFile) -> None:
    step = create_step("claim", CLAIM)
    undone = case.apply(case.apply([step], "new").inverse, "undo")
    withdrawn = claim_of(case, step.id)
    assert withdrawn.withdrawn
    assert withdrawn.withdrawn_reason == "undo"
    case.apply(undone.inverse, "redo")
    restored = claim_of(case, step.id)
    assert not restored.withdrawn
    assert restored.report_no == "RDAA1"


def test_undoing_a_change_brings_every_former_value_back(case: CaseFile) -> None:
    step = create_step("claim", CLAIM)
    case.apply([step], "new")
    before = claim_of(case, step.id)
    fields = {"report_no": "X", "deductible": None, "claim_no": (), "policy_no": ("P",), "insurer": "人保"}
    undone = case.apply(case.apply([change(step.id, **fields)], "edit").inverse, "undo")
    assert claim_of(case, step.id) == before
    case.apply(undone.inverse, "redo")
    assert claim_of(case, step.id).insurer == "人保"


def test_an_operation_of_several_steps_is_undone_as_a_whole(case: CaseFile) -> None:
    kept = create_step("claim", {"report_no": "one"})
    case.apply([kept], "new")
    made = create_step("claim", {"report_no": "two"})
    steps = [
        made,
        change(made.id, report_no="three"),
        change(kept.id, report_no="four"),
        change(kept.id, report_no="five", insurer="x"),
        Step(Action.WITHDRAW, "claim", kept.id, reason="double"),
    ]
    case.apply(case.apply(steps, "many").inverse, "undo")
    back = claim_of(case, kept.id)
    assert (back.report_no, back.insurer, back.withdrawn) == ("one", None, False)
    assert claim_of(case, made.id).withdrawn


def test_undoing_a_restoration_withdraws_with_the_former_reason(case: CaseFile) -> None:
    step = create_step("claim", CLAIM)
    case.apply([step], "new")
    case.apply([Step(Action.WITHDRAW, "claim", step.id, reason="wrong case")], "withdraw")
    restored = case.apply([Step(Action.RESTORE, "claim", step.id)], "restore")
    case.apply(restored.inverse, "undo")
    assert claim_of(case, step.id).withdrawn_reason == "wrong case"


def test_withdrawing_twice_is_undone_to_withdrawn(case: CaseFile) -> None:
    step = create_step("claim", CLAIM)
    case.apply([step], "new")
    case.apply([Step(Action.WITHDRAW, "claim", step.id, reason="first")], "withdraw")
    assert case.apply([Step(Action.WITHDRAW, "claim", step.id, reason="second")], "withdraw").inverse == ()


def test_sealing_and_signing_have_no_inverse(case: CaseFile) -> None:
    task = create_step("task", {"task_kind": "scene"})
    case.apply([task], "new")
    assert case.apply([Step(Action.SEAL, "task", task.id)], "seal").inverse == ()
    signature = Step(Action.SIGN, "signature", new_record_id(), {"role": "surveyor"})
    assert case.apply([create_step("claim", CLAIM), signature], "sign").inverse == ()


def test_nothing_to_apply_is_refused(case: CaseFile) -> None:
    with pytest.raises(InputError):
        case.apply([], "nothing")


def test_a_failed_operation_leaves_nothing(case: CaseFile) -> None:
    fine = create_step("claim", CLAIM)
    too_long = create_step("claim", {"reported_course": "长" * 20_000})
    with pytest.raises(InputError):
        case.apply([fine, too_long], "new")
    with case.read() as session:
        assert reading.count(session, case.case_id, Claim) == 0
        assert len(journal.all_entries(session, case.case_id)) == 1


def test_a_full_disk_leaves_the_last_complete_step(profile: Profile, case: CaseFile) -> None:
    first = create_step("claim", CLAIM)
    case.apply([first], "new")

    def limit(connection: object, record: object, proxy: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined]  # the driver's connection

    event.listen(case.write_engine, "checkout", limit)
    with pytest.raises(DiskFull):
        _fill(case)
    event.remove(case.write_engine, "checkout", limit)
    case.apply([change(first.id, insurer="after")], "edit")
    case.close()
    with open_case(profile, case.path) as again:
        assert claim_of(again, first.id).insurer == "after"


def _fill(case: CaseFile) -> None:
    for _ in range(200):
        case.apply([create_step("claim", {"reported_course": "长" * 5000})], "new")


def test_a_transaction_within_a_transaction_is_a_bug_said_at_once(case: CaseFile) -> None:
    with case.write(), pytest.raises(RuntimeError):
        case.apply([create_step("claim", CLAIM)], "new")


def test_writers_in_several_threads_take_turns(case: CaseFile) -> None:
    def edit() -> None:
        for _ in range(10):
            case.apply([create_step("claim", CLAIM)], "new")

    threads = [threading.Thread(target=edit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with case.read() as session:
        assert reading.count(session, case.case_id, Claim) == 40
        seqs = [signed.entry.seq for signed in journal.all_entries(session, case.case_id)]
    assert seqs == list(range(1, 42))


def test_the_profile_knows_how_far_the_chain_has_come(profile: Profile, case: CaseFile) -> None:
    case.apply([create_step("claim", CLAIM)], "new")
    with case.read() as session:
        (head,) = journal.heads(session, case.case_id)
    assert profile.registry.head(case.case_id) == head


def test_entries_name_the_surveyor_and_no_one_else_reads_them(case: CaseFile, case_path: Path) -> None:
    with case.read() as session:
        (signed,) = journal.all_entries(session, case.case_id)
    assert signed.entry.actor == "zhang"
    case.close()
    assert b"zhang" not in case_path.read_bytes()


def test_tidying_moves_what_was_stored_into_the_file(case: CaseFile) -> None:
    store_blob(case, [bytes(3_000_000)])
    before = case.path.stat().st_size
    case.tidy()
    assert case.path.stat().st_size > before + 3_000_000 - 1


def test_a_closed_case_is_not_written_to_or_tidied(profile: Profile, case: CaseFile) -> None:
    path = case.path
    case.close()
    with pytest.raises(CaseClosed), case.write():
        pass
    case.tidy()
    assert [item.name for item in path.parent.iterdir() if item.name.startswith(path.name)] == [path.name]
    open_case(profile, path).close()


def test_closing_waits_for_whoever_is_writing(case: CaseFile) -> None:
    with case.write() as session:
        closing = threading.Thread(target=case.close)
        closing.start()
        case.append(session, [create_step("person", {"name": "李"})])
    closing.join()
    with pytest.raises(CaseClosed), case.write():
        pass
