"""The review of each survey as the desk shows it: how far it is, what bars an act, what was said, and what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from surveyor_app.central.claims.open_musts import unexplained
from surveyor_app.central.claims.standing import process_facts
from surveyor_app.central.desk.remark_views import record_link
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import moment_text
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.remarks import Remark
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import Review, Sample
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.process.facts import ProcessFacts
from surveyor_app.domain.process.reviewing import FOR_REVIEWER, ReviewAct, ReviewState, TaskReview, bars, reviews_of
from surveyor_app.domain.process.sampling import RuleKind, draw
from surveyor_app.records import reading
from surveyor_app.wording.findings.review_rules import load_review_rules

MOST_LINES = 2_000
"""Entries since the last submission that are looked at; of more the page says so."""
APART = frozenset({Remark.KIND, Review.KIND, Sample.KIND, "case"})
"""Kinds that the page shows by themselves."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One record that changed since the last submission: what was done to which of its fields, and by whom."""

    name: str
    link: str
    done: str
    fields: str
    by: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one reviewer said of one report."""

    result: str
    report: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class DrawnView:
    """What a review rule said of the survey; ``is_wrong``: drawn again, the lot falls otherwise."""

    rule: str
    chosen: bool
    root: str
    reviewer: str
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The review of one task."""

    task: str
    name: str
    state: str
    state_id: str
    report: str
    report_sha256: str
    root: str
    said: Sequence[Said]
    drawn: Sequence[DrawnView]
    asks_for_word: bool
    accept_bars: Sequence[str]
    return_bars: Sequence[str]
    open_musts: Sequence[str]
    """What must be there, is not, and has no reason: whoever accepts says why."""
    since: str
    changed: Sequence[Changed]
    is_cut: bool


def review_views(session: Session, pages: DeskPages, case: str, reader: str) -> list[ReviewView]:
    """Return the review of each task that somebody holds."""
    facts = process_facts(session, case)
    numbers = reading.creation_numbers(session, case, Report)
    return [_view(session, pages, case, facts, review, reader, numbers) for review in reviews_of(facts)]


def _musts(session: Session, pages: DeskPages, case: str, review: TaskReview) -> list[str]:
    if review.state not in FOR_REVIEWER:
        return []
    return [finding.text(pages.language) for finding in unexplained(session, case, review.task)]


def report_name(report: Report | None) -> str:
    """Return the number of a report with its revision."""
    return f"{report.report_doc_no or ''}{report.revision or ''}" if report is not None else ""


def _view(
    session: Session,
    pages: DeskPages,
    case: str,
    facts: ProcessFacts,
    review: TaskReview,
    reader: str,
    numbers: dict[str, int],
) -> ReviewView:
    labels, language, task = pages.labels, pages.language, review.task
    base = review.before or review.report
    after = numbers.get(base.id) if base is not None and review.state is not ReviewState.OPEN else None
    changed, is_cut = ([], False) if after is None else _changed(session, pages, case, after)
    reports: dict[str, Report] = {report.id: report for report in facts.reports}
    kind = labels.value("task_kind", task.task_kind, language)
    root = facts.receipted.get(review.report.id, "") if review.report else ""
    return ReviewView(
        task=task.id,
        name=" · ".join(filter(None, (kind, task.owner_name or task.owner))),
        state=labels.value("review_state", review.state, language),
        state_id=review.state.value,
        report=report_name(review.report),
        report_sha256=(review.report.sha256 if review.report else None) or "",
        root=root,
        said=[
            Said(
                labels.value("review_status", item.status, language),
                report_name(reports.get(item.report_uid or "")),
                " · ".join(filter(None, (item.reviewed_by, moment_text(item.reviewed_at)))),
                item.reason or "",
            )
            for item in facts.reviews
            if item.task_uid == task.id
        ],
        drawn=[_drawn(pages, item) for item in facts.samples if root and item.drawn_from == root],
        asks_for_word=review.state in FOR_REVIEWER,
        accept_bars=_bars(pages, facts, review, ReviewAct.ACCEPT, reader),
        return_bars=_bars(pages, facts, review, ReviewAct.RETURN, reader),
        open_musts=_musts(session, pages, case, review),
        since=report_name(base),
        changed=changed,
        is_cut=is_cut,
    )


def _drawn(pages: DeskPages, sample: Sample) -> DrawnView:
    rules = {rule.id: rule for rule in load_review_rules(resources_dir())}
    rule, root = rules.get(sample.rule_id or ""), sample.drawn_from or ""
    is_lot = rule is not None and rule.kind is RuleKind.LOT
    return DrawnView(
        rule=rule.name.in_(pages.language) if rule else sample.rule_id or "",
        chosen=bool(sample.chosen),
        root=root,
        reviewer=sample.reviewer or "",
        is_wrong=is_lot and rule is not None and draw(root, rule.id, rule.one_of) is not bool(sample.chosen),
    )


def _bars(pages: DeskPages, facts: ProcessFacts, review: TaskReview, act: ReviewAct, reader: str) -> list[str]:
    return [pages.labels.value("review_bar", bar, pages.language) for bar in bars(facts, review, act, reader)]


def _changed(session: Session, pages: DeskPages, case: str, after: int) -> tuple[list[Changed], bool]:
    labels, language = pages.labels, pages.language
    lines = reading.numbered_history(session, case, after, MOST_LINES + 1)
    grouped: dict[tuple[str, str], list[reading.HistoryLine]] = {}
    for line in lines[:MOST_LINES]:
        if line.kind in KINDS and line.kind not in APART and line.set_aside is None:
            grouped.setdefault((line.kind, line.id), []).append(line)
    order: dict[str, int] = {id_: number for number, id_ in enumerate(reading.ids(session, case, Evidence), start=1)}
    changed = [
        Changed(
            name=_name(pages, kind, reading.get(session, case, KINDS[kind], record), order.get(record)),
            link=record_link(case, kind, record),
            done=language.joined(
                dict.fromkeys(labels.value("journal_action", str(line.action), language) for line in found)
            ),
            fields=language.joined(
                labels.field(kind, name, language)
                for name in dict.fromkeys(n for line in found if not _makes(line) for n in line.fields or ())
            ),
            by=language.joined(dict.fromkeys(line.actor for line in found)),
        )
        for (kind, record), found in grouped.items()
        if kind not in (Task.KIND, Report.KIND) or any(line.fields for line in found)
    ]
    return changed, len(lines) > MOST_LINES


def _makes(line: reading.HistoryLine) -> bool:
    """Tell whether an entry made its record: all its fields are new then, and none is worth naming."""
    return line.action is Action.CREATE


def _name(pages: DeskPages, kind: str, record: Record | None, number: int | None) -> str:
    caption = record.caption if isinstance(record, Evidence) else ""
    return " · ".join(filter(None, (pages.labels.kind(kind, pages.language), str(number or ""), caption)))
