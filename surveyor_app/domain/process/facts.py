"""What of a claim the seven stages follow from: its records, and what the centre knows besides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """The records of one claim, withdrawn ones left out; ``received`` are ids of tasks whose work lies at the centre in full.

    ``receipted`` names the reports that a full receipt covers, each with the root of the first that does. ``times`` says how
    long a stage may wait for somebody (stage and whom), where no record names a moment. ``is_intact`` is ``False`` where bytes
    that were signed for are missing or damaged now.
    """

    claim: Claim | None = None
    tasks: Sequence[Task] = ()
    documents: Sequence[Document] = ()
    notices: Sequence[Notice] = ()
    received: Collection[str] = field(default_factory=frozenset)
    reports: Sequence[Report] = ()
    remarks: Sequence[Remark] = ()
    reviews: Sequence[Review] = ()
    samples: Sequence[Sample] = ()
    receipted: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[tuple[str, str], timedelta] = field(default_factory=dict)
    is_intact: bool = True


@dataclass(frozen=True, slots=True)
class Covering:
    """A full receipt: up to which number of the case, whose, and the root it names."""

    number: int
    user: str
    root: str


def receipted(
    reports: Iterable[Report], tasks: Iterable[Task], numbers: Mapping[str, int], given: Iterable[Covering]
) -> dict[str, str]:
    """Return the reports that a full receipt of their surveyor covers, each with the root of the first that does.

    ``numbers`` are the centre's numbers of the entries that made them. The first receipt counts for ever: who delivers again
    gets another root, and nothing is drawn from that anew.
    """
    owners: dict[str, str | None] = {task.id: task.owner for task in tasks}
    in_order = sorted(given, key=lambda item: item.number)
    found: dict[str, str] = {}
    for report in reports:
        owner, number = owners.get(report.task_uid or ""), numbers.get(report.id)
        if number is None:
            continue
        of_owner = (item for item in in_order if item.number >= number and owner in (None, item.user))
        first = next(of_owner, None)
        if first is not None:
            found[report.id] = first.root
    return found
