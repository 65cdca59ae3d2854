"""Column types that hold the same on SQLite and PostgreSQL: exact decimals, sets of ids, and texts without NUL."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

NUL, NUL_SIGN = "\x00", "\u2400"


class PlainText(TypeDecorator[str]):
    """Text of any length. PostgreSQL refuses U+0000, so on both engines the column shows U+2400 (␀) in its place.

    The exact text stands in the body of the entry.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return what is stored."""
        return value.replace(NUL, NUL_SIGN) if value is not None and NUL in value else value


class DecimalText(TypeDecorator[Decimal]):
    """A decimal kept as text, because SQLite's numbers lose digits (99999999999999.99 came back as …98)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Return the digits as written, without an exponent."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Return the exact decimal."""
        return None if value is None else Decimal(value)


class JsonText(TypeDecorator[Any]):
    """A JSON value kept as text: the same bytes on both engines, unlike ``jsonb``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return JSON with sorted keys; NUL is escaped by JSON itself."""
        return None if value is None else json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the value."""
        # Most hold nothing, and lists of thousands of records are read.
        return None if value is None else [] if value == "[]" else json.loads(value)
