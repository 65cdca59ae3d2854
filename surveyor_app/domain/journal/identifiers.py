"""Identifiers: UUIDv7 for cases, records and operations (RFC 9562), made on the device so that retries are idempotent."""

from __future__ import annotations

import secrets
import time
import uuid
from typing import NewType

CaseId = NewType("CaseId", str)
RecordId = NewType("RecordId", str)
DeviceId = NewType("DeviceId", str)
EntryHash = NewType("EntryHash", str)


def new_uuid7(now_ms: int | None = None) -> str:
    """Return a UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits."""
    return uuid7_of(int(time.time() * 1000) if now_ms is None else now_ms, secrets.randbits(74))


def uuid7_of(stamp: int, random: int) -> str:
    """Return the UUIDv7 of these Unix milliseconds and the last 74 bits of ``random``."""
    random &= 2**74 - 1
    value = (stamp & (2**48 - 1)) << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (2**62 - 1)
    return str(uuid.UUID(int=value))


def new_record_id() -> RecordId:
    """Return a fresh id for a record."""
    return RecordId(new_uuid7())


def new_case_id() -> CaseId:
    """Return a fresh id for a case; it never changes, whatever numbers the office gives later."""
    return CaseId(new_uuid7())


def is_uuid(text: str) -> bool:
    """Tell whether ``text`` is a UUID in its canonical lower-case form."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
