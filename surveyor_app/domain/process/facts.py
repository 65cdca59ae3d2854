"""What of a claim the seven stages follow from: its records, and what the centre knows besides."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice


@dataclass(frozen=True, slots=True)
class ProcessFacts:
    """The records of one claim, withdrawn ones left out; ``received`` are ids of tasks whose work lies at the centre in full."""

    claim: Claim | None = None
    tasks: Sequence[Task] = ()
    documents: Sequence[Document] = ()
    notices: Sequence[Notice] = ()
    received: Collection[str] = field(default_factory=frozenset)
