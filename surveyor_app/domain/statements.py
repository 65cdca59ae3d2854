"""Statements (询问笔录) and their questions and answers: domain §6.1. Answers stand in the person's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.fields import enum, instant, integer, ref, text
from surveyor_app.domain.instants import Instant
from surveyor_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """The head (首部) of one statement; each answer is a record of its own."""

    KIND: ClassVar[str] = "statement"

    seq_no: int | None = integer()
    kind: str | None = enum("statement_kind")
    status: str | None = enum("statement_status")
    subject_uid: str | None = ref("person")
    started_at: Instant | None = instant()
    ended_at: Instant | None = instant()
    place: str | None = text(200)
    language: str | None = text(20)
    questioner_1: str | None = text(60)
    questioner_2: str | None = text(60)
    recorder: str | None = text(60)
    notice_version: str | None = text(60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """One question and its answer; ``rank`` orders them within the statement."""

    KIND: ClassVar[str] = "answer"

    rank: str | None = text(60)
    statement_uid: str | None = ref("statement")
    question_id: str | None = text(20)
    question: str | None = text(1000)
    answer: str | None = text(8000)
    asked_at: Instant | None = instant()
