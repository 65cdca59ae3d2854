"""Statements (询问笔录): head, who is present, questions and answers, corrections and pages; domain §6.1.

Answers stand in the person's own words and are never changed once the person reads them: a correction (更正) is a record of
its own, so that the old text stays legible. What a person writes by hand is :class:`surveyor_app.domain.statements.inks.Ink`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import WGS84, decimal, enum, instant, integer, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """The head (首部) of one statement, its notice, its reading and how it ended.

    ``sha256`` is the PDF as it was signed; only a closed or refused statement has one. ``questioner_1``, ``questioner_2`` and
    ``recorder`` are names as older versions wrote them; who is present are the :class:`Participant` records.
    """

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
    lat: Decimal | None = decimal(7, WGS84)
    lon: Decimal | None = decimal(7, WGS84)
    remote_channel: str | None = text(60)
    far_side_identity_check_by: str | None = text(60)
    notice_id: str | None = text(40)
    notice_language: str | None = text(20)
    notice_sha256: str | None = text(64)
    notice_read_at: Instant | None = instant()
    notice_mode: str | None = enum("notice_mode")
    guardian_absent_reason: str | None = text(500)
    review_mode: str | None = enum("review_mode")
    read_aloud_by: str | None = text(60)
    refused_at: Instant | None = instant()
    refusal_reason: str | None = text(1000)
    refusal_witness_uid: str | None = ref("person")
    supplement_of: str | None = ref("statement")
    copy_given: str | None = enum("copy_given")
    copy_at: Instant | None = instant()
    pages: int | None = integer()
    sha256: str | None = text(64)
    size_bytes: int | None = integer("B")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """Someone present (在场人员): a person of the case in a role; ``name`` where it is staff and no person of the case."""

    KIND: ClassVar[str] = "participant"

    rank: str | None = text(60)
    statement_uid: str | None = ref("statement")
    role: str | None = enum("statement_role")
    person_uid: str | None = ref("person")
    name: str | None = text(60)
    employer: str | None = text(100)
    credential_shown: str | None = text(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """One question and its answer; ``rank`` orders them within the statement.

    ``follows_uid`` is the answer this question follows up (追问). ``media_uid`` and ``media_offset_ms`` say where in a recording
    the question was asked.
    """

    KIND: ClassVar[str] = "answer"

    rank: str | None = text(60)
    statement_uid: str | None = ref("statement")
    question_id: str | None = text(20)
    question: str | None = text(1000)
    answer: str | None = text(8000)
    asked_at: Instant | None = instant()
    follows_uid: str | None = ref("answer")
    media_uid: str | None = ref("evidence")
    media_offset_ms: int | None = integer("ms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    """A correction (更正) made while the person reads: the whole text before and after. Initials are an ink."""

    KIND: ClassVar[str] = "correction"

    rank: str | None = text(60)
    statement_uid: str | None = ref("statement")
    answer_uid: str | None = ref("answer")
    part: str | None = enum("correction_part")
    old: str | None = text(8000)
    new: str | None = text(8000)
    at: Instant | None = instant()
    reason: str | None = text(500)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(Record):
    """One page as it was laid out to be signed.

    ``content_sha256`` is the hash of the exact text on it, ``sha256`` of the picture (PNG, kept as a blob) that the person saw.
    ``bound_sha256`` is what every signature on this page is bound to: :func:`surveyor_app.domain.statements.pages.binding`.
    """

    KIND: ClassVar[str] = "statement_page"

    statement_uid: str | None = ref("statement")
    no: int | None = integer()
    total: int | None = integer()
    content_sha256: str | None = text(64)
    sha256: str | None = text(64)
    size_bytes: int | None = integer("B")
    bound_sha256: str | None = text(64)
