"""What a person wrote by hand (手写): a signature, initials at a correction, the closing sentence; domain §6.1, §15.

Strokes are kept as they came from the pad, with pressure and time, as a blob (JSON). An ink is bound by ``bound_sha256`` to
what was shown when it was given: a page (its text and picture), a correction, a notice, a consent. Where that has another
hash now, the ink stands for nothing. A pad signature is evidence of the act, not a reliable e-signature by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, instant, integer, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink(Record):
    """One piece of handwriting or one fingerprint (捺印), on one target.

    ``target_uid`` is the page, correction or consent; for notice, closing sentence and refusal the statement itself.
    """

    KIND: ClassVar[str] = "ink"

    statement_uid: str | None = ref("statement")
    target_uid: str | None = text(40)
    purpose: str | None = enum("ink_purpose")
    form: str | None = enum("ink_form")
    role: str | None = enum("statement_role")
    person_uid: str | None = ref("person")
    signer_name: str | None = text(60)
    sha256: str | None = text(64)
    size_bytes: int | None = integer("B")
    bound_sha256: str | None = text(64)
    pointer: str | None = enum("ink_pointer")
    signed_at: Instant | None = instant()
