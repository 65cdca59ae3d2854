"""A second copy of a case: on a stick or another disk, incremental, read back, restorable."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile import mirror
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.copying import MirrorResult
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.second_copies import note_second_copy
from surveyor_app.casefile.translation import system_translated
from surveyor_app.domain.errors import Cancelled, SurveyorError, TargetExists
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import ReportProgress, silent
from surveyor_app.records import reading


def backup_case(case: CaseFile, target: Path, progress: ReportProgress = silent) -> MirrorResult:
    """Bring the copy at ``target`` up to date; errors as in :func:`surveyor_app.casefile.mirror.backup`."""
    result = mirror.backup(case, target, progress)
    note_second_copy(case, result.parts)
    return result


KEYS = ".keys.toml"
"""What the name of a copy's keys ends in."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What came back from a folder of copies: the case files, and the copies that could not be read, with why."""

    cases: tuple[Path, ...]
    failed: tuple[tuple[Path, SurveyorError], ...]


def bring_back(profile: Profile, copies: Path, target: Path, progress: ReportProgress = silent) -> BroughtBack:
    """Make case files in ``target`` from all copies in a folder; one that is damaged keeps back no other.

    A case that is there already is left alone, so that it can be tried again after a stick was pulled.

    Raises:
        Cancelled: by ``progress``; what came back is there.
    """
    cases: list[Path] = []
    failed: list[tuple[Path, SurveyorError]] = []
    for keys in sorted(copies.glob(f"*{KEYS}")):
        copy = keys.with_name(keys.name.removesuffix(KEYS))
        path = target / copy.name
        try:
            with system_translated(path):
                target.mkdir(parents=True, exist_ok=True)
            restore_case(profile, copy, path, progress)
            cases.append(path)
        except TargetExists:
            continue
        except Cancelled:
            raise
        except SurveyorError as error:
            failed.append((copy, error))
    return BroughtBack(tuple(cases), tuple(failed))


def restore_case(profile: Profile, copy: Path, target: Path, progress: ReportProgress = silent) -> None:
    """Make the case file ``target`` from a copy; errors as in :func:`surveyor_app.casefile.mirror.restore`."""
    mirror.restore(profile, copy, target, progress)


def names_left_out(case: CaseFile, result: MirrorResult) -> list[str]:
    """Return what the originals are called that a backup left out; those without a name by the beginning of their hash."""
    with case.read() as session:
        evidence = reading.list_records(session, case.case_id, Evidence, include_withdrawn=True)
    named = {item.sha256: item.file_name for item in evidence}
    return [named.get(sha256) or sha256[:12] for sha256 in result.left_out]
