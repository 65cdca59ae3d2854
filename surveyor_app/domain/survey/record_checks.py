"""The checks of the record form (查验事项): which are asked, what is an answer, when it needs a note (domain §3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.survey.check_answers import NO, NOT_APPLICABLE, UNKNOWN, YES, CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts, holds
from surveyor_app.domain.texts import Text


class CheckKind(StrEnum):
    """How a check is answered."""

    TRI = "tri"
    CHOICE = "choice"
    MULTI = "multi"
    CHOICE_TRI = "choice_tri"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """One check. ``enumeration`` names what is chosen from, ``adverse`` the answer that needs a note beside *unknown*.

    ``other`` is the chosen value that needs words; ``when`` a condition of the case; ``is_internal`` keeps it out of what a
    party is handed; ``counts``: injured and dead are counted too.
    """

    id: str
    number: int
    kind: CheckKind
    name: Text
    when: str = "always"
    enumeration: str | None = None
    of_motor: bool = False
    adverse: str | None = None
    may_not_apply: bool = False
    none_allowed: bool = False
    counts: bool = False
    other: str | None = None
    is_internal: bool = False

    @property
    def replies(self) -> tuple[str, ...]:
        """Return what may be answered of yes, no, unknown and not applicable; none where something is chosen."""
        if self.kind not in {CheckKind.TRI, CheckKind.CHOICE_TRI}:
            return ()
        return (YES, NO, UNKNOWN, NOT_APPLICABLE) if self.may_not_apply else (YES, NO, UNKNOWN)


@dataclass(frozen=True, slots=True)
class RecordChecks:
    """The checks in the order of the form, and how many days count as near a policy's start or end."""

    version: str
    near_days: int
    checks: tuple[RecordCheck, ...]

    def by_id(self) -> Mapping[str, RecordCheck]:
        """Return the checks by their ids."""
        return {check.id: check for check in self.checks}


def is_asked(check: RecordCheck, facts: CaseFacts) -> bool:
    """Tell whether the check has to be answered in this case; others may be."""
    return (facts.is_motor or not check.of_motor) and holds(check.when, facts) is not False


def is_answered(check: RecordCheck, answer: CheckAnswer | None) -> bool:
    """Tell whether there is an answer of the check's kind."""
    if answer is None:
        return False
    replied = answer.answer in check.replies
    match check.kind:
        case CheckKind.TRI:
            return replied
        case CheckKind.CHOICE:
            return bool(answer.choice)
        case CheckKind.MULTI:
            return bool(answer.choices) or (check.none_allowed and answer.none_apply is True)
        case CheckKind.CHOICE_TRI:
            return replied and bool(answer.choice)
        case CheckKind.TEXT:
            return bool((answer.note or "").strip())


def needs_note(check: RecordCheck, answer: CheckAnswer | None) -> bool:
    """Tell whether the answer has to be explained: the adverse one, *unknown*, and a chosen *other* or *pending*."""
    if answer is None:
        return False
    if check.replies and answer.answer is not None and answer.answer in {UNKNOWN, check.adverse}:
        return True
    return check.other is not None and check.other in {answer.choice, *(answer.choices or ())}


def has_note(check: RecordCheck, answer: CheckAnswer) -> bool:
    """Tell whether it is explained, in the note or in the words beside *other*."""
    return bool((answer.note or "").strip() or (check.other and (answer.other_text or "").strip()))


def latest_answers(answers: Iterable[CheckAnswer]) -> dict[str, CheckAnswer]:
    """Return the answer that counts of each check: of several the one made last (ids are in order of making)."""
    return {answer.check_id or "": answer for answer in sorted(answers, key=lambda answer: answer.id)}


def asked_checks(checks: RecordChecks, facts: CaseFacts) -> Sequence[RecordCheck]:
    """Return the checks that have to be answered in this case, in the order of the form."""
    return [check for check in checks.checks if is_asked(check, facts)]
