"""What raises a risk prompt (风险提示): facts of the case, each shown as it is; no score is made of them (domain §14).

An indicator is not evidence: a prompt that nothing raises may still be answered, and one that is raised may be *not seen*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.survey.check_answers import NO, UNKNOWN
from surveyor_app.domain.survey.facts import CaseFacts, days_from_start, days_to_end
from surveyor_app.domain.survey.prompt_answers import PromptAnswer, latest_replies
from surveyor_app.domain.survey.prompts import Prompt, PromptMode, Prompts, asked_prompts
from surveyor_app.domain.texts import Text

NIGHT = frozenset({"night_lit", "night_unlit"})
NIGHT_BEGINS, NIGHT_ENDS = 22, 5
NO_BRAKING = "drv13"
"""The question about what the driver did (domain §6.4)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that raised a prompt: the record and field it stands in, and its value as it is (a date, a number, an id)."""

    kind: str
    id: str
    field: str
    value: str | Text


@dataclass(frozen=True, slots=True)
class Raised:
    """A prompt of this case with the facts that raised it (none: nobody but the surveyor can tell) and the answer so far."""

    prompt: Prompt
    facts: tuple[Fact, ...]
    answer: PromptAnswer | None

    @property
    def is_raised(self) -> bool:
        """Tell whether something of the case raised it."""
        return bool(self.facts)


@dataclass(frozen=True, slots=True)
class History:
    """What is known of earlier cases: facts of the same vehicle, people or place, as the office or this laptop has them."""

    repeated: tuple[Fact, ...] = ()
    same_parties: tuple[Fact, ...] = ()
    same_site: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class _View:
    contents: CaseContents
    facts: CaseFacts
    limits: Mapping[str, int]
    history: History


def raised_prompts(prompts: Prompts, contents: CaseContents, history: History | None = None) -> list[Raised]:
    """Return the prompts of this kind of case in the order of the table, each with what raised it."""
    facts = contents.facts
    view = _View(contents, facts, prompts.limits, history or History())
    answers = latest_replies(contents.prompt_answers)
    return [
        Raised(prompt, tuple(_facts(prompt, view)), answers.get(prompt.id)) for prompt in asked_prompts(prompts, facts)
    ]


def _facts(prompt: Prompt, view: _View) -> Iterator[Fact]:
    if prompt.mode is not PromptMode.MANUAL and prompt.rule is not None:
        yield from RAISERS[prompt.rule](view)


def _near_start(view: _View) -> Iterator[Fact]:
    yield from _near(view, days_from_start(view.facts), view.limits["days"], "policy_from")


def _near_end(view: _View) -> Iterator[Fact]:
    yield from _near(view, days_to_end(view.facts), view.limits["end_days"], "policy_to")


def _near(view: _View, days: int | None, limit: int, field: str) -> Iterator[Fact]:
    claim = view.facts.claim
    if claim is not None and days is not None and days <= limit:
        yield Fact(claim.KIND, claim.id, field, str(days))


def _late_report(view: _View) -> Iterator[Fact]:
    claim = view.facts.claim
    if claim is None or claim.accident_at is None or claim.reported_at is None:
        return
    late = claim.reported_at.utc - claim.accident_at.utc
    if late > timedelta(hours=view.limits["hours"]):
        yield Fact(claim.KIND, claim.id, "reported_at", str(late // timedelta(hours=1)))


def _over_insured(view: _View) -> Iterator[Fact]:
    """Compare a sum insured with the price of a new vehicle, where both are known."""
    prices = {policy.id: policy.new_price for policy in view.facts.policies if policy.new_price}
    for cover in view.facts.covers:
        price = prices.get(cover.policy_uid or "")  # type: ignore[call-overload]  # an id is a text
        if cover.sum_insured and price and cover.sum_insured * 100 > price * Decimal(view.limits["percent"]):
            yield Fact(cover.KIND, cover.id, "sum_insured", format(cover.sum_insured, "f"))


def _repeated(view: _View) -> Iterator[Fact]:
    for policy in view.facts.policies:
        if policy.earlier_losses:
            yield Fact(policy.KIND, policy.id, "earlier_losses", str(policy.earlier_losses))
    yield from view.history.repeated


def _answered(view: _View, check_id: str, *replies: str) -> Iterator[Fact]:
    answer = view.facts.answers.get(check_id)
    if answer is not None and answer.answer in replies:
        yield Fact(answer.KIND, answer.id, check_id, answer.answer or "")


def _left_scene(view: _View) -> Iterator[Fact]:
    task = view.facts.task
    if task is not None and task.driver_on_scene == NO:
        yield Fact(task.KIND, task.id, "driver_on_scene", NO)


def _moved_first(view: _View) -> Iterator[Fact]:
    task = view.facts.task
    if task is not None and task.scene_class == "second_place":
        yield Fact(task.KIND, task.id, "scene_class", "second_place")


def _remote_night(view: _View) -> Iterator[Fact]:
    """A single vehicle at night; whether the place is remote and without a camera the surveyor sees."""
    task, claim = view.facts.task, view.facts.claim
    if task is None or not (task.accident_kind == "single" or task.is_single_vehicle):
        return
    hour = claim.accident_at.local.hour if claim and claim.accident_at else None
    if task.lighting in NIGHT:
        yield Fact(task.KIND, task.id, "lighting", task.lighting or "")
    elif claim is not None and hour is not None and (hour >= NIGHT_BEGINS or hour < NIGHT_ENDS):
        yield Fact(claim.KIND, claim.id, "accident_at", f"{hour:02}")


def _old_damage(view: _View) -> Iterator[Fact]:
    for mark in view.contents.damage_marks:
        if mark.age == "old":
            yield Fact(mark.KIND, mark.id, "age", "old")


def _no_skid(view: _View) -> Iterator[Fact]:
    """Point at the answer about what the driver did: it is to be read beside the traces on the road."""
    for answer in view.contents.answers:
        if answer.question_id == NO_BRAKING and (answer.answer or "").strip():
            yield Fact(answer.KIND, answer.id, "answer", (answer.answer or "").strip())


def _photo_reuse(view: _View) -> Iterator[Fact]:
    for item in view.contents.evidence:
        for said in view.contents.photo_failures.get(item.id, ()):
            yield Fact(item.KIND, item.id, "taken_at", said)


def _album_import(view: _View) -> Iterator[Fact]:
    """Photos of which no camera wrote where or when: re-shot from a screen, or out of an album."""
    for item in view.contents.evidence:
        if item.evidence_class == "photo" and not item.captured_here and not item.taken_at and not item.make:
            yield Fact(item.KIND, item.id, "taken_at", item.file_name or "")


RAISERS: Mapping[str, Callable[[_View], Iterator[Fact]]] = {
    "near_start": _near_start,
    "near_end": _near_end,
    "over_insured": _over_insured,
    "late_report": _late_report,
    "repeated": _repeated,
    "trace_mismatch": lambda view: _answered(view, "chk_traces_match", NO, UNKNOWN),
    "driver_mismatch": lambda view: _answered(view, "chk_driver_as_reported", NO, UNKNOWN),
    "left_scene": _left_scene,
    "moved_first": _moved_first,
    "remote_night": _remote_night,
    "same_parties": lambda view: iter(view.history.same_parties),
    "old_damage": _old_damage,
    "no_skid": _no_skid,
    "photo_reuse": _photo_reuse,
    "album_import": _album_import,
    "prior_loss_site": lambda view: iter(view.history.same_site),
}
"""What raises a prompt, by rule; a test holds them to those that the table may name."""
