"""The consent register (同意登记): what each person agreed to, in which words, until when; PIPL art. 13-14, 23, 28-31."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from surveyor_app.domain.journal.fields import boolean, day, enum, instant, ref, text
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.statements.rules import age_at

AGE_OF_CONSENT = 14
"""Years; of whoever is younger a guardian consents (PIPL art. 31)."""
CHILD = "child"
"""The purpose that is always a guardian's to consent to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """One answer to one purpose. ``granted`` no is kept too. Revoking sets ``revoked_at``; what was done before stays lawful.

    ``wording`` is the exact text that was shown; ``text_version`` the template's. A signature is an ink on this record.
    """

    KIND: ClassVar[str] = "consent"

    person_uid: str | None = ref("person")
    purpose: str | None = enum("consent_purpose")
    statement_uid: str | None = ref("statement")
    text_version: str | None = text(60)
    language: str | None = text(20)
    wording: str | None = text(2000)
    until: date | None = day()
    granted: bool | None = boolean()
    given_at: Instant | None = instant()
    mode: str | None = enum("consent_mode")
    guardian_uid: str | None = ref("person")
    revoked_at: Instant | None = instant()
    revocation_reason: str | None = text(500)


def needs_guardian(purpose: str, birth: date | None, on: date) -> bool:
    """Tell whether a guardian has to consent for a person; no where the date of birth is not known."""
    return purpose == CHILD or (birth is not None and age_at(birth, on) < AGE_OF_CONSENT)
