"""Has papers judged by veraPDF and prints a table: which claim PDF/A-3a or PDF/UA-1, and which do not keep it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.judges.calculation_papers import calculation_papers
from tests.judges.case_papers import case_papers
from tests.judges.maven import FETCH_S, NotHere
from tests.judges.notice_papers import notices
from tests.judges.papers import Paper, few_papers, report_papers
from tests.judges.statement_papers import one_statement, statement_papers
from tests.judges.verapdf import VERSION, Opinion, fetch, judge

FEW_FETCH_S = 60
"""A short look waits no longer for the judge itself."""


def judge_standards(
    archive_folder: Path, scratch: Path, papers_folder: Path, *, few: bool, more: Iterable[Paper] = ()
) -> bool:
    """Make the papers in ``papers_folder``, ask, print; return whether all keep what they must, or nobody could be asked."""
    try:
        archive = fetch(archive_folder, FEW_FETCH_S if few else FETCH_S)
    except NotHere as reason:
        print(f"SKIPPED: veraPDF judged nothing. {reason}.")
        return True
    papers = _written(few_papers() if few else report_papers(), papers_folder)
    papers |= _written(one_statement(scratch) if few else statement_papers(scratch), papers_folder)
    papers |= _written(case_papers(_folder(scratch / "cases"), few=few), papers_folder)
    papers |= _written(calculation_papers(_folder(scratch / "calculations"), few=few), papers_folder)
    if not few:
        papers |= _written(notices(scratch / "notices"), papers_folder)
    papers |= _written(more, papers_folder)
    return print_table(papers, judge(archive, [papers_folder / name for name in papers]))


def _folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def _written(papers: Iterable[Paper], folder: Path) -> dict[str, tuple[str, ...]]:
    """Write each paper when it is made, so that not all of them are held; return what each must keep by its file name."""
    found = {}
    for paper in papers:
        name = f"{paper.name}.pdf"
        (folder / name).write_bytes(paper.pdf)
        found[name] = paper.claims
    return found


def print_table(papers: Mapping[str, Sequence[str]], opinions: Mapping[str, Opinion]) -> bool:
    """Print a line a paper and a sum a standard; return whether every paper claims and keeps what it must."""
    width = max(map(len, papers))
    print(f"veraPDF {VERSION}")
    kept: dict[str, list[bool]] = {}
    for name, claims in papers.items():
        problems = opinions.get(name, Opinion((), ("not judged",))).problems(claims)
        print(f"{name:{width}}  {' + '.join(claims):19}  {'BREAKS  ' + ', '.join(problems) if problems else 'keeps'}")
        for claim in claims:
            kept.setdefault(claim, []).append(not problems)
    for claim, answers in kept.items():
        print(f"{claim}: {sum(answers)} of {len(answers)} files keep it.")
    return all(all(answers) for answers in kept.values())
