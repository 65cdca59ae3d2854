"""Answers to the risk prompts (风险提示): domain §14. For the office alone; a prompt is a question and never a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, multi, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptAnswer(Record):
    """What the surveyor saw of one prompt: seen, not seen, unclear, with the evidence for it."""

    KIND: ClassVar[str] = "prompt_answer"

    prompt_id: str | None = text(40)
    answer: str | None = enum("prompt_reply")
    note: str | None = text(1000)
    evidence: tuple[str, ...] | None = multi()


def latest_replies(answers: Iterable[PromptAnswer]) -> Mapping[str, PromptAnswer]:
    """Return the answer that counts to each prompt: the one made last, where two devices answered."""
    return {answer.prompt_id: answer for answer in sorted(answers, key=lambda item: item.id) if answer.prompt_id}
