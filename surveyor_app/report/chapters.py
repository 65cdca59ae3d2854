"""Which chapters a report has, of what each is made, and how much of papers it prints (``resources/report/chapters.toml``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

from surveyor_app.report.data import LossTable, ReportData, ReportOrder
from surveyor_app.wording.paper_texts import load_paper_texts
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import require_once, texts, whole
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "report/chapters.toml"
_FIXED = frozenset({"surveyors", "evidence", "chain_heads"})
"""Lists that stand in places of their own: on the cover, and on the last pages."""


def _is_part(hint: object) -> bool:
    return LossTable in get_args(hint) or getattr(hint, "__origin__", None) is tuple


PARTS = frozenset(name for name, hint in get_type_hints(ReportData).items() if _is_part(hint)) - _FIXED
"""What chapters are made of: the lists and tables of the data."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter and its parts; ``id`` names its title among the texts of papers, as a part's own name does its subtitle.

    A part of the chapter's own name, and one without a text, has no subtitle.
    """

    id: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """The chapters of each report, and how many pages of papers are printed: of each, and in all."""

    chapters: Mapping[str, Sequence[Chapter]]
    pages_each: int
    pages_all: int


@cache
def load_plan(resources: Path) -> ReportPlan:
    """Read ``report/chapters.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, a chapter has no title, or a part of the data stands in no chapter
            of a report, or in two.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        papers = table["papers"]
        each, all_ = whole(papers, "pages_each", 1, 500), whole(papers, "pages_all", 1, 500)
        chapters = {order: _chapters(table[order]) for order in get_args(ReportOrder)}
        titles = {chapter.id for found in chapters.values() for chapter in found}
        if untitled := titles - load_paper_texts(resources).keys():
            raise ValueError(f"no title: {sorted(untitled)}")
    return ReportPlan(chapters, each, all_)


def _chapters(items: Sequence[Item]) -> tuple[Chapter, ...]:
    chapters = tuple(Chapter(string_of(item["id"]), texts(item, "parts")) for item in items)
    require_once(chapter.id for chapter in chapters)
    parts = [part for chapter in chapters for part in chapter.parts]
    require_once(parts)
    if set(parts) != PARTS:
        raise ValueError(f"parts: {sorted(set(parts) ^ PARTS)}")
    return chapters
