"""Risk prompts (风险提示): what is asked of the surveyor, and by which rule each is raised (domain §14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.survey.facts import CaseFacts, case_kinds
from surveyor_app.domain.texts import Text

RAISED_BY = frozenset(
    {"near_start", "near_end", "over_insured", "late_report", "repeated", "trace_mismatch", "driver_mismatch"}
    | {"left_scene", "moved_first", "remote_night", "same_parties", "old_damage", "no_skid", "photo_reuse"}
    | {"album_import", "prior_loss_site"}
)
"""Rules that the records of a case can raise a prompt by."""


class PromptMode(StrEnum):
    """Who looks: the program, the surveyor, or both."""

    AUTO = "auto"
    MANUAL = "manual"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt; ``trigger`` says in words when it is raised, ``cases`` for which kinds of case it is asked."""

    id: str
    name: Text
    mode: PromptMode
    rule: str | None
    cases: frozenset[str]
    trigger: Text


@dataclass(frozen=True, slots=True)
class Prompts:
    """The prompts with their version; ``limits`` are the numbers that rules go by."""

    version: str
    prompts: tuple[Prompt, ...]
    limits: Mapping[str, int]


def asked_prompts(prompts: Prompts, facts: CaseFacts) -> Sequence[Prompt]:
    """Return the prompts for this kind of case, in the order of the table."""
    kinds = case_kinds(facts)
    return [prompt for prompt in prompts.prompts if prompt.cases & kinds]
