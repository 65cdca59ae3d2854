"""What a statement's paper says, made from its records: head, notice, answers with corrections, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.statements.statements import Answer, Correction
from surveyor_app.domain.statements.text_changes import Piece, PieceKind, pieces
from surveyor_app.operations.statements.contents import StatementContents, name_of, numbers_of, present, text_now
from surveyor_app.operations.statements.head import head_groups, minute
from surveyor_app.operations.statements.signers import end_signers, page_signers
from surveyor_app.report.statements.data import (
    PaperAnswer,
    PaperCorrection,
    PaperSigner,
    PaperText,
    StatementData,
)
from surveyor_app.wording.statement_words import StatementWords

CLOSING, REFUSAL, REVIEW, NOTICE = "closing", "refusal", "review", "notice"
"""Ids of the blocks that are there once."""

WHOLE_TEXT = 80
"""Characters up to which a correction line gives old and new text whole."""
NEIGHBOURS = 8

InkNames = Callable[[str, str], str]
"""(purpose, target id) → the file that holds its drawing, empty for none."""


def no_inks(_purpose: str, _target: str) -> str:
    """Leave every box empty: how a page is shown before it is signed."""
    return ""


def paper_of(
    contents: StatementContents,
    claim: Claim | None,
    words: StatementWords,
    notice: str,
    origin: StatementContents | None = None,
    ink_of: InkNames = no_inks,
) -> StatementData:
    """Return the paper.

    Args:
        contents: The statement.
        claim: Whose claim it belongs to.
        words: Labels in the statement's language.
        notice: The notice as it was read to the person, empty when none was.
        origin: The statement this one supplements (补充笔录).
        ink_of: Which drawing stands in which box.
    """
    statement = contents.statement
    title = words.say("title_supplement" if statement.supplement_of else "title")
    return StatementData(
        statement_id=statement.id,
        language=words.language,
        title=title,
        subtitle=words.say("number", n=statement.seq_no or 1),
        report_no=(claim.report_no if claim else None) or "",
        insurer=(claim.insurer if claim else None) or "",
        draft=False,
        head=tuple(head_groups(contents, words, origin)),
        notice=_notice(contents, words, notice, ink_of),
        answers=tuple(paper_answers(contents, words, ink_of)),
        endings=tuple(_endings(contents, words, ink_of)),
        page_signers=tuple(PaperSigner(item.key, words.value("statement_role", item.role), item.name)
                           for item in page_signers(contents)),
        end_signers=tuple(PaperSigner(item.key, words.value("statement_role", item.role), item.name)
                          for item in end_signers(contents)),
    )  # fmt: skip


def _notice(contents: StatementContents, words: StatementWords, text: str, ink_of: InkNames) -> PaperText | None:
    statement = contents.statement
    if statement.notice_sha256 is None:
        return None
    mode = words.value("notice_mode", statement.notice_mode)
    given = words.say("notice_given", at=minute(statement.notice_read_at), mode=mode)
    box = words.say("notice_box")
    return PaperText(NOTICE, words.say("notice"), f"{text}\n{given}", box, ink_of("notice", statement.id))


def paper_answers(
    contents: StatementContents, words: StatementWords, ink_of: InkNames = no_inks
) -> Iterable[PaperAnswer]:
    """Return questions and answers with what was corrected, in order."""
    numbers = numbers_of(contents.asked)
    count = 0
    for answer in contents.asked:
        made = [*contents.corrections_of(answer.id, "question"), *contents.corrections_of(answer.id, "answer")]
        lines = []
        for correction in made:
            count += 1
            ink = ink_of("correction", correction.id)
            line = correction_line(words, count, correction)
            lines.append(PaperCorrection(correction.id, line, words.say("correction_box"), ink))
        yield PaperAnswer(
            id=answer.id,
            number=numbers[answer.id],
            level=numbers[answer.id].count("."),
            question=_pieces(contents, answer, "question"),
            answer=_pieces(contents, answer, "answer"),
            corrections=tuple(lines),
        )


def _pieces(contents: StatementContents, answer: Answer, part: str) -> tuple[Piece, ...]:
    first = (answer.question if part == "question" else answer.answer) or ""
    return pieces(first, text_now(answer, part, contents.corrections))


def correction_line(words: StatementWords, number: int, correction: Correction) -> str:
    """Return what was corrected, when and why, as one line."""
    old, new = _changed(correction.old or "", correction.new or "")
    reason = words.say("correction_reason", reason=correction.reason) if correction.reason else ""
    nothing = words.say("nothing")
    return words.say(
        "correction",
        n=number,
        at=f"{correction.at.local:%H:%M}" if correction.at else "—",
        part=words.value("correction_part", correction.part or "answer"),
        old=old or nothing,
        new=new or nothing,
        reason=reason,
    ).strip()


def _changed(old: str, new: str) -> tuple[str, str]:
    """Return what a correction line says of both texts: short ones whole, of long ones what differs with its neighbours."""
    if max(len(old), len(new)) <= WHOLE_TEXT:
        return old, new
    changed = pieces(old, new)
    found: dict[PieceKind, list[str]] = {PieceKind.OLD: [], PieceKind.NEW: []}
    for place, piece in enumerate(changed):
        if piece.kind is PieceKind.SAME:
            continue
        before = changed[place - 1].text[-NEIGHBOURS:] if place and changed[place - 1].kind is PieceKind.SAME else ""
        found[piece.kind].append(before + piece.text)
    return "…".join(found[PieceKind.OLD]), "…".join(found[PieceKind.NEW])


def _endings(contents: StatementContents, words: StatementWords, ink_of: InkNames) -> Iterable[PaperText]:
    statement = contents.statement
    if statement.review_mode:
        aloud = statement.review_mode == "read_aloud_by"
        text = words.say("review_aloud", name=statement.read_aloud_by or "—") if aloud else words.say("review_self")
        yield PaperText(REVIEW, words.say("review"), text)
    if statement.refused_at is None:
        yield PaperText(CLOSING, "", "", words.say("closing_box"), ink_of("closing", statement.id))
        return
    witness = contents.people.get(statement.refusal_witness_uid or "")
    text = words.say("refusal_text", at=minute(statement.refused_at), reason=statement.refusal_reason or "—")
    if witness is not None:
        text += "\n" + words.say("refusal_witness", name=witness.name or "—")
    elif not present(contents, "witness"):
        text += "\n" + words.say("refusal_no_witness")
    else:
        text += "\n" + words.say("refusal_witness", name=name_of(contents, present(contents, "witness")[0]))
    yield PaperText(REFUSAL, words.say("refusal"), text)
