"""Gaps: what was open when a surveyor left or signed, each with its reason, as one text that people and this program read.

The text is the reason of the entry that notes the leaving or seals the visit, so it is signed with it and reaches the office::

    客户要求当场出具
    - V02 task.survey_place#33e1c0ab9d51 请填写查勘地点 → 天黑，看不清路牌
    - V85 check_answer.chk_drink_driving# 查验事项第11项未填 →

The first lines, if any, are a reason for all that have none of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from surveyor_app.domain.checks.findings import Finding
from surveyor_app.domain.texts import Language

ARROW = "→"
_SHORT = 12
"""So much of a record's id tells it apart in its case: the end, which is random."""
_LINE = re.compile(
    rf"- (?P<check>\w+) (?P<kind>\w+)\.(?P<field>[\w.]*)#(?P<record>\S*) (?P<sentence>[^{ARROW}]*) {ARROW}(?: (?P<reason>.*))?"
)

Key = tuple[str, str, str]
"""What a gap is known by: check, field and the end of its record's id."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that was open: which check said so of which record, in which words, and why it was left."""

    check: str
    kind: str
    field: str
    record: str
    sentence: str
    reason: str = ""

    @property
    def key(self) -> Key:
        """Return what it is known by."""
        return self.check, self.field, self.record

    @property
    def record_kind(self) -> str:
        """Return the kind of its record, as a finding does."""
        return self.kind


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why gaps are left: one reason for all that have none of their own, and those of single ones."""

    general: str = ""
    single: Mapping[Key, str] = field(default_factory=dict)

    def of(self, finding: Finding) -> str:
        """Return why a finding is left, empty where nobody said."""
        return self.single.get(key_of(finding), "") or self.general

    def lacking(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that nobody gave a reason for."""
        return [finding for finding in findings if not self.of(finding)]

    def over(self, earlier: Reasons) -> Reasons:
        """Return these reasons, and where there is none an earlier one."""
        return Reasons(self.general or earlier.general, {**earlier.single, **self.single})


def key_of(finding: Finding) -> Key:
    """Return what a finding is known by from one look to the next."""
    return finding.check.id, finding.field or "", finding.id[-_SHORT:]


NO_REASONS = Reasons()


def written(findings: Iterable[Finding], reasons: Reasons, language: Language) -> str:
    """Return what is open with its reasons as one text; empty where nothing is open and nothing was said."""
    lines = [reasons.general.strip()] if reasons.general.strip() else []
    for finding in findings:
        check, name, record = key_of(finding)
        sentence = _plain(finding.text(language))
        reason = _plain(reasons.single.get((check, name, record), ""))
        lines.append(f"- {check} {finding.record_kind}.{name}#{record} {sentence} {ARROW} {reason}".rstrip())
    return "\n".join(lines)


def read_gaps(text: str | None) -> tuple[str, list[Gap]]:
    """Return the reason for all and the single gaps of a text; what is no gap is part of the reason for all."""
    general: list[str] = []
    gaps: list[Gap] = []
    for line in (text or "").splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            general.append(line)
        else:
            gaps.append(Gap(**{name: value or "" for name, value in found.groupdict().items()}))
    return "\n".join(general).strip(), gaps


def is_gap(line: str) -> bool:
    """Tell whether a line names a gap, with or without its reason."""
    return _LINE.fullmatch(line) is not None


def read_reasons(text: str | None) -> Reasons:
    """Return the reasons that a text gives."""
    general, gaps = read_gaps(text)
    return Reasons(general, {gap.key: gap.reason for gap in gaps if gap.reason})


def kept_reasons(text: str | None) -> Reasons:
    """Return the reasons that an entry kept: its reason for all is one for the gaps it names, and for no later ones."""
    general, gaps = read_gaps(text)
    return Reasons(single={gap.key: gap.reason or general for gap in gaps if gap.reason or general})


def _plain(text: str) -> str:
    """Return a text on one line, without the sign that parts words and reason."""
    return " ".join(text.replace(ARROW, "-").split())
