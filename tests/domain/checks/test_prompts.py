"""Each automatic risk prompt is raised by the fact it names and by nothing else; no prompt is ever a number of points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.prompts import RAISERS, Fact, History, Raised, raised_prompts
from surveyor_app.domain.claim.policies import Cover
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.survey.prompts import RAISED_BY
from surveyor_app.domain.texts import Text
from surveyor_app.wording.findings.prompts import load_prompts
from tests.domain.checks import whole_case as whole
from tests.domain.checks.whole_case import WHOLE, uid

PROMPTS = load_prompts(resources_dir())
CAMERA = replace(WHOLE, evidence=[replace(whole.PHOTO, taken_at="2026-11-20T13:00:00", make="NIKON")])
"""The whole case with a photo of which the camera wrote what it should."""


def raised(contents: CaseContents, history: History | None = None) -> dict[str, tuple[Fact, ...]]:
    return {item.prompt.id: item.facts for item in raised_prompts(PROMPTS, contents, history) if item.is_raised}


def moment(month: int, day: int, hour: int = 4) -> Instant:
    return Instant(datetime(2026, month, day, hour, tzinfo=UTC), 480)


def claim(**fields: object) -> CaseContents:
    return replace(CAMERA, claims=[replace(whole.CLAIM, **fields)])  # type: ignore[arg-type]  # by name


def task(**fields: object) -> CaseContents:
    return replace(CAMERA, tasks=[replace(whole.TASK, **fields)])  # type: ignore[arg-type]  # by name


def answered(check_id: str, reply: str) -> CaseContents:
    answers = [replace(item, answer=reply) if item.check_id == check_id else item for item in whole.ANSWERS]
    return replace(CAMERA, check_answers=answers)


DEAR = Cover(id=uid(62), policy_uid=whole.POLICY.id, kind="own_damage", sum_insured=Decimal(130_000))
PRICED = replace(whole.POLICY, new_price=Decimal(100_000))
BRAKED = Answer(id=uid(302), question_id="drv13", answer="没有制动")
BARE = Evidence(id=uid(42), evidence_class="photo", sha256="c", file_name="IMG.JPG")
RAISING: dict[str, Callable[[], CaseContents]] = {
    "rf_near_start": lambda: claim(accident_at=moment(1, 5), reported_at=moment(1, 6)),
    "rf_backdated": lambda: claim(accident_at=moment(1, 5), reported_at=moment(1, 6)),
    "rf_near_end": lambda: claim(accident_at=moment(12, 28)),
    "rf_late_report": lambda: claim(reported_at=moment(11, 23)),
    "rf_over_insured": lambda: replace(CAMERA, policies=[PRICED], covers=[DEAR]),
    "rf_repeat": lambda: replace(CAMERA, policies=[replace(whole.POLICY, earlier_losses=3)]),
    "rf_trace_mismatch": lambda: answered("chk_traces_match", "unknown"),
    "rf_driver_mismatch": lambda: answered("chk_driver_as_reported", "no"),
    "rf_left_scene": lambda: task(driver_on_scene="no"),
    "rf_moved_first": lambda: task(scene_class="second_place"),
    "rf_remote_night": lambda: task(accident_kind="single", lighting="night_unlit"),
    "rf_old_damage": lambda: replace(CAMERA, damage_marks=[replace(whole.MARK, age="old")]),
    "rf_no_skid": lambda: replace(CAMERA, answers=[BRAKED]),
    "rf_photo_reuse": lambda: replace(CAMERA, photo_failures={whole.PHOTO.id: [Text.same("重复")]}),
    "rf_album_import": lambda: replace(CAMERA, evidence=[*CAMERA.evidence, BARE]),
}


def test_nothing_of_a_plain_case_raises_a_prompt() -> None:
    assert raised(CAMERA) == {}


@pytest.mark.parametrize("prompt_id", sorted(RAISING))
def test_a_prompt_is_raised_by_its_fact_alone(prompt_id: str) -> None:
    found = raised(RAISING[prompt_id]())
    together = {"rf_near_start", "rf_backdated"}
    assert set(found) == (together if prompt_id in together else {prompt_id})
    assert all(fact.id and fact.field and fact.value for facts in found.values() for fact in facts)


def test_what_lies_just_within_a_limit_raises_nothing() -> None:
    assert raised(claim(accident_at=moment(1, 9), reported_at=moment(1, 9, 5))) == {}
    assert raised(claim(reported_at=moment(11, 22, 1))) == {}
    assert raised(replace(CAMERA, policies=[PRICED], covers=[replace(DEAR, sum_insured=Decimal(120_000))])) == {}


def test_history_raises_its_prompts() -> None:
    fact = Fact("vehicle", uid(21), "plate_no", "RDAA2025")
    history = History(repeated=(fact,), same_parties=(fact,), same_site=(fact,))
    assert set(raised(CAMERA, history)) == {"rf_repeat", "rf_same_parties", "rf_prior_loss_site"}


def test_every_rule_of_the_table_is_decided_and_every_automatic_prompt_tried() -> None:
    assert set(RAISERS) == RAISED_BY
    automatic = {prompt.id for prompt in PROMPTS.prompts if prompt.rule is not None}
    assert automatic - set(RAISING) == {"rf_same_parties", "rf_prior_loss_site"}


def test_a_manual_prompt_is_asked_and_never_raised_and_the_last_answer_counts() -> None:
    answers = [
        PromptAnswer(id=uid(n), prompt_id="rf_pressure", answer=said) for n, said in ((80, "seen"), (81, "unclear"))
    ]
    listed = raised_prompts(PROMPTS, replace(CAMERA, prompt_answers=answers))
    (found,) = [item for item in listed if item.prompt.id == "rf_pressure"]
    assert (found.facts, found.answer) == ((), answers[1])
    # What there is to tell of a prompt: the prompt, its facts, the answer. No points, no sum of them.
    assert Raised.__slots__ == ("prompt", "facts", "answer")


def test_prompts_are_those_of_the_kind_of_case() -> None:
    asked = {item.prompt.id for item in raised_prompts(PROMPTS, replace(CAMERA, property_items=[]))}
    assert "rf_trace_mismatch" in asked
    assert not {"rf_cash_stock", "rf_valuables_removed"} & asked
    with_property = {item.prompt.id for item in raised_prompts(PROMPTS, CAMERA)}
    assert "rf_cash_stock" in with_property
