"""The annex of papers: the pages of the PDFs and TIFFs of a case as pictures, within limits (domain §13.2).

Scans that are photos stand on the photo pages already. What is not printed is said: which pages, and in which original they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from surveyor_app.domain.party_copy import PAPER
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.texts import Text
from surveyor_app.media.facts import Problem
from surveyor_app.media.render_jobs import Page
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.paper_pages import PAGED, PRINTED_PX, page_picture
from surveyor_app.operations.report.paper_sections import PaperSections
from surveyor_app.report.chapters import ReportPlan
from surveyor_app.report.data import PaperPage
from surveyor_app.wording.paper_texts import paper_text
from surveyor_app.wording.preview_texts import no_preview_text

_COUNTED_PX = 64
"""A page that is drawn only to learn how many there are."""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One original with pages; ``name`` is that of the paper it shows, ``first`` the first page to print, from 0."""

    number: str
    sha256: str
    name: Text | str
    first: int = 0


@dataclass(frozen=True, slots=True)
class Annex:
    """The pages as the report prints them, and their pictures by name."""

    pages: tuple[PaperPage, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def paper_files(papers: PaperSections, contents: CaseContents, unseen: frozenset[str]) -> tuple[PaperFile, ...]:
    """Return the originals with pages: of the papers in the order of the checklist, then what belongs to none of them.

    ``unseen`` are those of which this copy does not show the pages.
    """
    numbers = papers.rows.numbers
    paged: dict[str, Evidence] = {
        item.id: item for item in contents.evidence if item.sha256 and item.format in PAGED and item.id in numbers
    }
    found: dict[str, PaperFile] = {}
    for document in papers.known():
        for id_ in document.evidence or ():
            if id_ in paged and id_ not in unseen:
                found.setdefault(id_, PaperFile(numbers[id_], paged[id_].sha256 or "", papers.name(document)))
    for id_, item in paged.items():
        if id_ not in unseen:
            # The first page of a TIFF stands on the photo pages.
            first = 0 if item.evidence_class == PAPER else 1
            name = item.caption or item.file_name or ""
            found.setdefault(id_, PaperFile(numbers[id_], item.sha256 or "", name, first))
    return tuple(found.values())


def draw_annex(case: CaseFile, files: Sequence[PaperFile], plan: ReportPlan, cancel_point: Callable[[], None]) -> Annex:
    """Draw the pages, ``plan.pages_each`` of each paper and ``plan.pages_all`` together; on any thread.

    A page that cannot be drawn, or whose original is not here or damaged, is printed with the reason.
    """
    pages: list[PaperPage] = []
    pictures: dict[str, bytes] = {}
    with ExitStack() as stack:
        # Only a case with such papers waits for a worker to start.
        workers = stack.enter_context(MediaWorkers(1)) if files else None
        for file in files:
            if workers is not None:
                room = min(plan.pages_each, plan.pages_all - len(pictures))
                for number, drawn in _drawn(case, workers, file, room):
                    cancel_point()
                    pages.append(_printed(file, number, drawn, room, f"paper-{len(pages)}"))
                    if drawn.jpeg is not None and pages[-1].picture_name is not None:
                        pictures[pages[-1].picture_name] = drawn.jpeg
    return Annex(tuple(pages), pictures)


def _drawn(case: CaseFile, workers: MediaWorkers, file: PaperFile, room: int) -> Iterator[tuple[int, Page]]:
    """Yield the pages to print with their numbers, from 0; where there is no room the first alone, small, for their count."""
    first = _page(case, workers, file, file.first, PRINTED_PX if room > 0 else _COUNTED_PX)
    if file.first and first.pages <= file.first:
        return
    yield file.first, first
    for number in range(file.first + 1, min(first.pages, file.first + room)):
        yield number, _page(case, workers, file, number, PRINTED_PX)


def _page(case: CaseFile, workers: MediaWorkers, file: PaperFile, number: int, longest_px: int) -> Page:
    try:
        return page_picture(case, workers, file.sha256, number, longest_px)
    except (BlobMissing, BlobDamaged):
        return Page(None, 0, Problem.UNREADABLE)


def _printed(file: PaperFile, number: int, drawn: Page, room: int, name: str) -> PaperPage:
    """Return a page as it is printed; the last one that there is room for says which are left out."""
    last = file.first + max(room, 1) - 1
    note: Text | str = ""
    if drawn.pages > number and (room <= 0 or (number == last and drawn.pages > last + 1)):
        first_left = number + 1 if room <= 0 else number + 2
        note = paper_text("paper_rest").filled(first=first_left, last=drawn.pages, number=file.number)
    reason = no_preview_text(drawn.problem.value) if drawn.problem else ""
    missing = paper_text("paper_page_missing").filled(reason=reason) if reason else ""
    return PaperPage(
        number=file.number,
        sha256=file.sha256,
        caption=paper_text("paper_page").filled(paper=file.name, page=number + 1, pages=max(drawn.pages, number + 1)),
        picture_name=name if drawn.jpeg is not None and room > 0 else None,
        no_picture=missing or (note if room <= 0 else ""),
        note=note if room > 0 else "",
    )
