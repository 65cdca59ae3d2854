"""What a check and its answer are called in the window."""

from __future__ import annotations

from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.record_checks import RecordCheck, is_answered
from surveyor_app.ui.checks.rows import Row
from surveyor_app.ui.checks.sheet import CheckLine
from surveyor_app.ui.forms.list_words import PARTS, listed_words
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

REPLIES = "check_reply"


def reply_word(reply: str, labels: Labels) -> str:
    """Return yes, no, unknown or not applicable."""
    return labels.value(REPLIES, reply, current_language())


def chosen_words(check: RecordCheck, answer: CheckAnswer | None, labels: Labels) -> str:
    """Return what is chosen of an enumeration; empty for nothing."""
    if answer is None or check.enumeration is None:
        return ""
    if answer.none_apply:
        return tr("None of them")
    language = current_language()
    ids = answer.choices or ((answer.choice,) if answer.choice else ())
    return language.joined([labels.value(check.enumeration, id_, language) for id_ in ids])


def second_line(line: CheckLine, labels: Labels) -> tuple[str, str]:
    """Return what stands below the question, and its tone: what is chosen, counted and explained, or what is missing."""
    check, answer = line.check, line.answer
    parts = [tr("Internal: office copy only")] if check.is_internal else []
    parts += [] if line.is_asked else [tr("Not asked in this case any more")]
    chosen = chosen_words(check, answer, labels)
    if chosen:
        parts.append(chosen)
    if answer is not None and check.counts and answer.answer == "yes":
        parts.append(tr("{injured} injured, {dead} dead", injured=answer.injured_n or 0, dead=answer.dead_n or 0))
    if answer is not None and is_answered(check, answer) and not line.is_done:
        return PARTS.join([*parts, tr("Please explain")]), "warn"
    if line.disagrees and line.listed is not None:
        return PARTS.join([*parts, listed_words(line.listed)]), "warn"
    said = (answer.other_text if check.other else answer.note) if answer is not None else None
    return PARTS.join([*parts, *([" ".join(said.split())] if said else [])]), ""


def painted_row(line: CheckLine, labels: Labels, *, is_sealed: bool) -> Row:
    """Return a check as it is painted."""
    check, answer = line.check, line.answer
    below, tone = second_line(line, labels)
    icon = ("missing", "secondary")
    if line.is_done:
        icon = ("alert", "warn") if line.disagrees else ("ok", "ok")
    elif tone:
        icon = ("alert", "warn")
    return Row(
        name=check.name.in_(current_language()),
        number=str(check.number),
        below=below,
        tone=tone,
        is_strong=bool(chosen_words(check, answer, labels)),
        icon=icon,
        replies=[(reply, reply_word(reply, labels)) for reply in check.replies],
        given=answer.answer if answer is not None else None,
        is_sealed=is_sealed,
    )


def spoken(line: CheckLine, labels: Labels) -> str:
    """Return the whole line in words, as a screen reader says it."""
    answer = line.answer
    reply = reply_word(answer.answer, labels) if answer is not None and answer.answer else ""
    name = line.check.name.in_(current_language())
    parts = [f"{line.check.number} {name}", reply or tr("not answered yet"), second_line(line, labels)[0]]
    if answer is not None and not reply and is_answered(line.check, answer):
        parts.pop(1)
    return PARTS.join(part for part in parts if part)
