"""Answers to the risk prompts (风险提示): domain §14. For the office alone; a prompt is a question and never a verdict."""

from __future__ import annotations

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
