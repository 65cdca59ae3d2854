"""Fetches all assigned cases one after the other."""

from __future__ import annotations

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.progress import Progress, ReportProgress
from surveyor_app.operations.cases.delivering import fetch_case, list_assignments
from surveyor_app.operations.cases.opening import summarise


def fetch_assigned(profile: Profile, progress: ReportProgress) -> int:
    """Fetch every assigned case and return how many there were; cancelling keeps those fetched so far.

    Raises:
        NotEnrolled, Unreachable: see there.
    """
    assignments = list_assignments(profile)
    for done, assignment in enumerate(assignments):
        progress(Progress(done, len(assignments), assignment.report_no or ""))
        case = fetch_case(profile, assignment.case)
        try:
            summarise(case)
        finally:
            case.close()
    return len(assignments)
