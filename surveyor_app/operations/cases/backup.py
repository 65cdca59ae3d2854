"""A second copy of a case: on a stick or another disk, incremental, read back, restorable."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile import mirror
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.mirror import MirrorResult
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.second_copies import note_second_copy
from surveyor_app.domain.progress import ReportProgress, silent


def backup_case(case: CaseFile, target: Path, progress: ReportProgress = silent) -> MirrorResult:
    """Bring the copy at ``target`` up to date; errors as in :func:`surveyor_app.casefile.mirror.backup`."""
    result = mirror.backup(case, target, progress)
    note_second_copy(case, result.parts)
    return result


def restore_case(profile: Profile, copy: Path, target: Path, progress: ReportProgress = silent) -> None:
    """Make the case file ``target`` from a copy; errors as in :func:`surveyor_app.casefile.mirror.restore`."""
    mirror.restore(profile, copy, target, progress)
