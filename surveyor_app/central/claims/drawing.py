"""Draws surveys for a second reviewer (抽查), and notes who read them: domain §18.1 ``sample``, §18.6."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.central.claims.checklists import facts_of
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.reviews import PASSED, SUBMITTED_UP, Review, Sample
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import Losses, overall, subject_losses
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.process.facts import ProcessFacts
from surveyor_app.domain.process.reviewing import TaskReview
from surveyor_app.domain.process.sampling import Submitted, asked
from surveyor_app.domain.survey.prompt_answers import PromptAnswer, latest_replies
from surveyor_app.records import reading
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.wording.findings.review_rules import load_review_rules

SEEN = "seen"


def drawn_for(session: Session, case: str, facts: ProcessFacts, review: TaskReview) -> list[Step]:
    """Return the steps that keep what the review rules say of a submission."""
    root = _root(facts, review)
    replies = latest_replies(reading.list_records(session, case, PromptAnswer)).values()
    submitted = Submitted(
        facts=facts_of(session, case),
        loss=_loss(session, case),
        root=root,
        prompts_seen=sum(reply.answer == SEEN for reply in replies),
        reviewed_before=_reviewed(session),
    )
    drawn = asked(load_review_rules(resources_dir()), submitted)
    return [
        Step(
            Action.CREATE,
            Sample.KIND,
            new_record_id(),
            {"rule_id": item.rule.id, "drawn_from": root, "chosen": item.chosen},
        )
        for item in drawn
    ]


def read_again(facts: ProcessFacts, review: TaskReview, actor: str, status: str) -> list[Step]:
    """Return the steps that say in the draws of a submission who read it the second time, and what came of it."""
    root = _root(facts, review)
    chosen = [sample for sample in facts.samples if sample.chosen and sample.drawn_from == root and not sample.result]
    said: dict[str, Json] = {"reviewer": actor, "result": status}
    return [Step(Action.CHANGE, Sample.KIND, sample.id, said) for sample in chosen]


def _root(facts: ProcessFacts, review: TaskReview) -> str:
    return facts.receipted.get(review.report.id, "") if review.report is not None else ""


def _loss(session: Session, case: str) -> Decimal:
    losses = Losses(
        vehicles=reading.list_records(session, case, Vehicle),
        marks=reading.list_records(session, case, DamageMark),
        items=reading.list_records(session, case, PropertyItem),
        injuries=reading.list_records(session, case, Injury),
        fees=reading.list_records(session, case, Fee),
        rescue=reading.list_records(session, case, RescueCost),
        salvage=reading.list_records(session, case, Salvage),
    )
    return overall(subject_losses(losses))


def _reviewed(session: Session) -> int:
    """Return how many surveys were accepted by a first reviewer at this centre; a second one's word is about the same survey."""
    table = PROJECTIONS[Review.KIND]
    accepted = table.c.status.in_([PASSED, SUBMITTED_UP])
    return session.scalar(select(func.count(func.distinct(table.c.report_uid))).where(accepted)) or 0
