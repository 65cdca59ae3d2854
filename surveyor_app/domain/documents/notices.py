"""Notices (通知书) to the insured; on the laptop the one-time notice (一次性告知书), domain §10.3, §18.5."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, instant, integer, multi, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record

ONE_TIME = "one_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Record):
    """A notice as it was issued: the words themselves and their hash, how it went out and what proves that it arrived.

    ``items`` names the papers it asks for (ids of documents). ``again_reason``: why a second one for papers that the first
    could have named (a breach of 保险法 art. 22 otherwise). ``proof`` is evidence or a signature of who took it.
    """

    KIND: ClassVar[str] = "notice"

    kind: str | None = enum("notice_kind")
    no: str | None = text(40)
    version: int | None = integer()
    addressee: str | None = text(200)
    template_id: str | None = text(60)
    template_version: str | None = text(20)
    language: str | None = text(20)
    wording: str | None = text(8000)
    text_sha256: str | None = text(64)
    items: tuple[str, ...] | None = multi()
    issued_by: str | None = text(60)
    issued_at: Instant | None = instant()
    channel: str | None = enum("delivery_channel")
    sent_at: Instant | None = instant()
    delivered_at: Instant | None = instant()
    received_by: str | None = text(60)
    proof: tuple[str, ...] | None = multi()
    replaces: str | None = ref("notice")
    again_reason: str | None = text(500)
