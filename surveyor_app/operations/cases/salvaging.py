"""A damaged case: read everything readable into a new case file, and say what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.salvage.results import Salvaged
from surveyor_app.casefile.salvage.salvaging import salvage
from surveyor_app.domain.progress import ReportProgress, silent
from surveyor_app.operations.cases.opening import summarise
from surveyor_app.operations.cases.verdicts import VerificationFinding

_COUNTS = ("lost_pages", "mended", "lost_entries", "said_again", "waiting", "lost_bodies")
_LOSSES = frozenset({"lost_entries", "lost_bodies"})


@dataclass(frozen=True, slots=True)
class SalvagedCase:
    """The new case file, and what became of the damaged one: a line each, worst first; none of them when nothing is lost."""

    path: Path
    result: Salvaged
    findings: tuple[VerificationFinding, ...]


def salvage_case(profile: Profile, path: Path, target: Path, progress: ReportProgress = silent) -> SalvagedCase:
    """Make the case file ``target`` of what can be read of ``path``; from then on it is the case the profile knows.

    Errors as in :func:`surveyor_app.casefile.salvage.salvaging.salvage`.
    """
    result = salvage(profile, path, target, progress)
    with open_case(profile, target) as case:
        summarise(case)
    return SalvagedCase(target, result, tuple(_findings(result)))


def _findings(result: Salvaged) -> list[VerificationFinding]:
    found = [
        VerificationFinding("salvage_lost_original", "bad", {"name": item.name or item.sha256[:12], "kind": item.kind})
        for item in result.lost_originals
    ]
    counts = [(name, getattr(result, name)) for name in _COUNTS]
    told = [
        VerificationFinding(f"salvage_{name}", "bad" if name in _LOSSES else "warn", {"count": str(count)})
        for name, count in counts
        if count
    ]
    return sorted([*found, *told], key=lambda finding: finding.level)
