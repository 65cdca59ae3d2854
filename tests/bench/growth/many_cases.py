"""A laptop with 2,000 cases: from the right passphrase to the list, and clearing the search."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import text

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.journal.identifiers import new_record_id
from tests.bench.cases import CASE_NAME, PASSPHRASE, made_case
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place
from tests.bench.processes import run_job


def measure(place: Place) -> list[Figure]:
    """Make the list, measure it in the window."""
    folder, count = place.folder("many-cases"), place.sized(2000, 200)
    with made_case(folder):
        pass
    _list(folder, count)
    found = run_job("growth.many_cases_job", folder)
    note = f"{found['unlock_cpu_ms']:.0f} ms of it computed by the UI thread"
    return [
        Figure(
            f"unlock to the list of {count} cases: the UI thread blocked", found["unlock_ms"], "ms", Goal.AT_MOST, 300, note
        ),
        Figure(
            f"clearing the search over {count} cases", found["clear_ms"], "ms", Goal.AT_MOST, 50,
            f"{found['clear_cpu_ms']:.0f} ms of it computed by the UI thread",
        ),
    ]  # fmt: skip


def _list(folder: Path, count: int) -> None:
    cases, kept = [], []
    for number in range(count):
        case_id, report_no = new_record_id(), f"RDAA2026{number:012}"
        summary = {"report_no": report_no, "insured_name": "王小明", "plate_no": f"沪A{number:05}", "state": "draft"}
        summary |= {"accident_place": "上海市浦东新区世纪大道100号", "task_kind": "survey", "delivery_state": "local"}
        cases.append({"id": case_id, "path": str(folder / CASE_NAME), "no": report_no, "salt": bytes(16)})
        kept.append({"name": f"summary/{case_id}", "value": json.dumps(summary)})
    with Profile.unlock(folder / "profile", PASSPHRASE) as profile:
        # Through the database: registering one by one presses each to the disk.
        profile._database.do(
            lambda connection: (
                connection.execute(
                    text("INSERT INTO known_case (case_id, path, report_no, salt) VALUES (:id, :path, :no, :salt)"),
                    cases,
                ),
                connection.execute(text("INSERT INTO setting (name, value) VALUES (:name, :value)"), kept),
            )
        )
