"""Which papers a case needs (单证清单), and how far each is: domain §10."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.survey.facts import CaseFacts, case_kinds, holds
from surveyor_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the list. ``cases`` are kinds of case, ``when`` a condition of the case, ``note`` the same in words.

    ``consent`` is the purpose a person must have consented to before it is taken in; ``insurer`` is set where the entry is
    one insurer's own; ``issuer`` names the kind of enquiry by which it is asked of whoever issues it.
    """

    id: str
    name: Text
    cases: frozenset[str]
    when: str
    note: Text
    basis: str
    is_sensitive: bool = False
    consent: str | None = None
    insurer: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Papers:
    """The list with its version."""

    version: str
    papers: tuple[Paper, ...]

    def of_insurer(self, insurer: str | None) -> list[Paper]:
        """Return the list of an insurer: its own entry where it has one, else the general one."""
        own = {paper.id for paper in self.papers if paper.insurer is not None and paper.insurer == insurer}
        return [
            paper for paper in self.papers if paper.insurer == insurer or (not paper.insurer and paper.id not in own)
        ]


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of the checklist: the paper, whether it is needed (``None``: the surveyor says), and the records of it."""

    paper: Paper
    is_needed: bool | None
    documents: tuple[Document, ...]

    @property
    def is_decided(self) -> bool:
        """Tell whether nothing more is to be said: it is not needed, or somebody said what becomes of it."""
        return self.is_needed is False or any(document.is_decided for document in self.documents)

    @property
    def is_lacking(self) -> bool:
        """Tell whether the one-time notice names it."""
        return any(document.is_lacking for document in self.documents)

    @property
    def is_wanted(self) -> bool:
        """Tell whether the line counts: it is needed, it has to be said whether it is, or somebody took it up."""
        return self.is_needed is not False or bool(self.documents)

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is to be done about it any more: what is there is in order, or it does not apply."""
        return self.is_decided and not any(document.is_lacking for document in self.documents)


def checklist(papers: Papers, facts: CaseFacts, documents: Iterable[Document]) -> list[PaperLine]:
    """Return a line for each paper that this kind of case may need, and for each that was taken in all the same."""
    kinds = case_kinds(facts)
    held: dict[str, list[Document]] = {}
    for document in documents:
        held.setdefault(document.item or "", []).append(document)
    lines = []
    for paper in papers.of_insurer(facts.claim.insurer if facts.claim else None):
        is_of_case = bool(paper.cases & kinds)
        if is_of_case or paper.id in held:
            needed = holds(paper.when, facts) if is_of_case else False
            lines.append(PaperLine(paper, needed, tuple(held.get(paper.id, ()))))
    return lines


def lacking(lines: Sequence[PaperLine]) -> list[tuple[Paper, Document]]:
    """Return what the one-time notice has to name, all at once (保险法 art. 22)."""
    return [(line.paper, document) for line in lines for document in line.documents if document.is_lacking]
