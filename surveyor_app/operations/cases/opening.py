"""Cases of the profile: open one on the spot, list them, and say in one look how each stands."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import create_case, file_name, open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.profiles.registry import KnownCase
from surveyor_app.casefile.translation import system_translated
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import run_checks
from surveyor_app.domain.checks.findings import Check, Level
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import DiskFull, ForeignCaseFile, NotACaseFile, NotFound, SurveyorError, TargetExists
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import CaseId, new_case_id, new_record_id
from surveyor_app.domain.journal.instants import Instant, utc_text
from surveyor_app.domain.kinds import CASE_KIND, encode_fields
from surveyor_app.operations.cases.checking import load_checks, read_contents
from surveyor_app.operations.cases.delivery_states import delivery_state, loss_at_centre
from surveyor_app.operations.cases.mending import fixed_of

_YES = "yes"


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """How a case stands; ``state`` is one of the enumeration ``case_state``, ``problem`` a code when it cannot be opened."""

    case_id: str
    path: str
    report_no: str | None = None
    insured_name: str | None = None
    plate_no: str | None = None
    accident_place: str | None = None
    task_kind: str | None = None
    due_at: str | None = None
    state: str = "draft"
    evidence_count: int = 0
    missing_count: int | None = None
    delivery_state: str = "local"
    receipt_kind: str | None = None
    problem: str | None = None


def new_case(
    profile: Profile, folder: Path | None = None, *, report_no: str | None = None, path: Path | None = None
) -> CaseFile:
    """Open a case on the spot and return it open: the case, a claim with what is known, and a scene task of ours.

    ``path`` names the file; without it, it is made in ``folder`` (the profile's cases) under its usual name.

    Raises:
        TargetExists: the file is there already.
        DiskFull, StorageFailed: no case was made.
    """
    case_id = new_case_id()
    report_no = (report_no or "").strip() or None
    if path is None:
        path = (folder or cases_folder(profile)) / file_name(case_id, report_no)
    with system_translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    case = create_case(profile, path, case_id, report_no=report_no)
    task = {
        "task_kind": "scene",
        "task_status": "in_progress",
        "owner": profile.user,
        "owner_name": profile.display_name,
    }
    steps = (
        Step(Action.CREATE, CASE_KIND, case_id),
        Step(Action.CREATE, Claim.KIND, new_record_id(), encode_fields(Claim.KIND, {"report_no": report_no})),
        Step(Action.CREATE, Task.KIND, new_record_id(), encode_fields(Task.KIND, task)),
    )
    try:
        case.apply(steps, label="new_case")
        summarise(case)
    except SurveyorError:
        case.close()
        raise
    return case


def open_or_create(profile: Profile, path: Path, case_id: CaseId) -> CaseFile:
    """Make the file of a case; one that was made before a crash, but not yet known to the profile, is opened.

    Raises:
        TargetExists: another file lies there.
    """
    with system_translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        return create_case(profile, path, case_id)
    try:
        case = open_case(profile, path)
    except (NotACaseFile, ForeignCaseFile) as error:
        raise TargetExists(path=str(path)) from error
    if case.case_id != case_id:
        case.close()
        raise TargetExists(path=str(path))
    return case


def cases_folder(profile: Profile) -> Path:
    """Return the folder where case files lie when no other place is named."""
    return profile.folder / "cases"


def summarise(case: CaseFile, checks: list[Check] | None = None) -> CaseSummary:
    """Read how an open case stands, and keep it in the profile so that the list needs not open every file.

    ``checks`` are those that come with the program when none are given.
    """
    contents = read_contents(case)
    claim = contents.claims[0] if contents.claims else Claim(id=new_record_id())
    task = contents.tasks[0] if contents.tasks else Task(id=new_record_id())
    delivered = delivery_state(case)
    receipts = {receipt.kind for receipt in case.profile.registry.receipts(case.case_id)}
    if loss_at_centre(case) is not None:
        receipts = set()  # documents of what the centre has no more
    receipt = "full" if "full" in receipts else "partial" if "partial" in receipts else None
    checks = load_checks(resources_dir()) if checks is None else checks
    found = [finding for finding in run_checks(checks, contents) if finding.check.level is Level.MUST]
    missing = len(found) - len(fixed_of(case, found))
    summary = CaseSummary(
        case_id=case.case_id,
        path=str(case.path),
        report_no=claim.report_no,
        insured_name=claim.insured_name,
        plate_no=claim.plate_no,
        accident_place=claim.accident_place,
        task_kind=task.task_kind,
        due_at=_instant(task.due_at),
        state=_state(task, missing, delivered),
        evidence_count=len(contents.evidence),
        missing_count=missing,
        delivery_state=delivered,
        receipt_kind=receipt,
    )
    # On a full disk the list says how the case stood before; whoever asks now is told all the same.
    with suppress(DiskFull):
        case.profile.set_setting(_setting(case.case_id), json.dumps(asdict(summary), ensure_ascii=False))
    return summary


_SUMMARY = "summary/"
_FIELDS = frozenset(field.name for field in fields(CaseSummary))


def mark_open(case: CaseFile) -> None:
    """Note that a case is being worked on: what the list says of it may soon be older than the case."""
    case.profile.set_setting(_open_setting(case.case_id), _YES)


def mark_closed(case: CaseFile) -> None:
    """Note that the list says of a case how it was left."""
    case.profile.set_setting(_open_setting(case.case_id), "")


def look_again(profile: Profile, checks: list[Check] | None = None) -> int:
    """Read how the cases stand that were open when the program was killed, and return how many there were.

    One that cannot be opened now (its stick is away, another program has it) is looked at another time.
    """
    found = 0
    for known in profile.registry.cases():
        if profile.setting(_open_setting(known.case_id)) != _YES or not _is_there(known.path):
            continue
        with suppress(SurveyorError), open_case(profile, known.path) as case:
            summarise(case, checks)
            mark_closed(case)
            found += 1
    return found


def list_cases(profile: Profile) -> list[CaseSummary]:
    """Return all cases of the profile as they stood when last open, the newest first; a file that is gone says so."""
    kept = profile.settings_below(_SUMMARY)
    return [_kept(known, kept.get(_setting(known.case_id))) for known in profile.registry.cases()]


def open_known(profile: Profile, case_id: str) -> CaseFile:
    """Open a case of the list.

    Raises:
        NotFound: the profile does not know it, or its file is gone.
    """
    known = profile.registry.case(CaseId(case_id))
    if known is None or not _is_there(known.path):
        raise NotFound(what="case", id=case_id)
    return open_case(profile, known.path)


def _kept(known: KnownCase, summary: str | None) -> CaseSummary:
    values = {"report_no": known.report_no, **_summary_values(summary)}
    problem = None if _is_there(known.path) else "not_found"
    return CaseSummary(**{**values, "case_id": known.case_id, "path": str(known.path), "problem": problem})


def _summary_values(kept: str | None) -> dict[str, Any]:
    """Return what was kept of a case, as far as this version understands it: another may have written it."""
    try:
        values = json.loads(kept or "{}")
    except ValueError:
        return {}
    return {name: value for name, value in values.items() if name in _FIELDS} if isinstance(values, dict) else {}


def _is_there(path: Path) -> bool:
    """Tell whether a file can be seen; one in a folder that may not be looked into cannot."""
    try:
        return path.exists()
    except OSError:
        return False


def _setting(case_id: str) -> str:
    return f"{_SUMMARY}{case_id}"


def _open_setting(case_id: str) -> str:
    return f"open/{case_id}"


def _instant(moment: Instant | None) -> str | None:
    return None if moment is None else utc_text(moment.utc)


def _state(task: Task, missing: int | None, delivered: str) -> str:
    if delivered == "receipted":
        return "receipted"
    if task.sealed:
        return "sending" if delivered == "sending" else "sealed"
    return "complete" if missing == 0 else "draft"
