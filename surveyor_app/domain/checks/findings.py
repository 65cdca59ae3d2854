"""What a check is, and what it finds: one thing that is missing or wrong, with the place where it is mended."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.texts import Language, Text

_IN_FIELD = Text.same("{field}: “{words}”")


class Level(StrEnum):
    """How grave a finding is: *must* blocks finishing, *should* is a warning or a hint."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Check:
    """One rule of the checks file; ``text`` holds placeholders that a finding's data fills.

    ``of`` is ``motor`` for rules that only make sense where a vehicle is concerned, ``tasks`` is ``survey`` for those of the
    record form, which another task (a vehicle's, an injured person's) does not fill in; ``when`` is a condition of the case.
    """

    id: str
    rule: str
    level: Level
    kind: str
    text: Text
    field: str | None = None
    of: str = "all"
    tasks: str = "all"
    when: str = "always"

    @property
    def is_warning(self) -> bool:
        """Tell whether it is a warning of the rules at submission (domain §4, W), which wants a reason; other hints want none."""
        return self.level is Level.SHOULD and self.id.startswith("V")

    @property
    def wants_reason(self) -> bool:
        """Tell whether nobody leaves or signs over it without a reason: what must be done, and warnings of the rules."""
        return self.level is Level.MUST or self.is_warning


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is missing or wrong, with the record and field where it is mended (``id`` empty: make one).

    ``kind`` is set where the record is of another kind than the check's own, ``words`` where it is about words that stand in
    the field, which ``data`` then names as ``said``.
    """

    check: Check
    id: str
    field: str | None
    data: Mapping[str, str | Text] = dataclasses.field(default_factory=dict)
    kind: str | None = None
    words: tuple[str, ...] = ()

    def text(self, language: Language) -> str:
        """Return the sentence with its data filled in."""
        return self.check.text.filled(**self.data).in_(language)

    def place(self, language: Language) -> str:
        """Return in which field which words stand, where a finding is about words; empty for any other."""
        if not self.words:
            return ""
        field = self.data.get("said") or self.field or ""
        return _IN_FIELD.filled(field=field, words=language.joined(self.words)).in_(language)

    @property
    def record_kind(self) -> str:
        """Return the kind of the record where it is mended."""
        return self.kind or self.check.kind
