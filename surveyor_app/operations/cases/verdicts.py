"""What a verification comes to, in words: the findings, and part by part who vouches for what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Language, Text
from surveyor_app.report.findings import Finding as DocumentFinding
from surveyor_app.report.parts import Part, PartKind, Proof
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.toml_files import well_formed

FINDINGS = "findings.toml"
_TIMES = frozenset({"first", "last"})
BAD, UNPROVEN, OPEN, PROVEN = "bad", "unproven", "open", "proven"


@dataclass(frozen=True, slots=True)
class VerificationFinding:
    """One finding: a stable code, ``ok``, ``warn`` or ``bad``, and the data its sentence needs."""

    code: str
    level: str
    data: Mapping[str, str]

    def sentence(self, language: Language) -> str:
        """Return the finding in words; a code without a sentence is shown with its data."""
        sentences = _sentences(str(resources_dir()))
        texts = sentences.get(self.code)
        details = ", ".join(f"{name}={value}" for name, value in self.data.items())
        if texts is None:
            return f"{self.code} ({details})" if details else self.code
        # A reason is a code as well, where there is a word for it; others are what a library or the system said.
        reason = sentences.get(f"reason_{self.data.get('reason', '')}")
        named = {"reason": reason.in_(language)} if reason else {}
        if "at" in self.data:
            named["at"] = _moment(self.data["at"])
        return texts.in_(language).format_map(_Data({**self.data, **named}))


@dataclass(frozen=True, slots=True)
class VerifiedPart:
    """One part of what was checked, with its findings."""

    part: Part
    findings: tuple[VerificationFinding, ...]

    @property
    def state(self) -> str:
        """Return ``bad``, ``open``, ``complete`` or ``proven``."""
        return self.part.state

    def title(self, language: Language) -> str:
        """Return what it is."""
        part = self.part
        code = f"part_{part.kind.value}"
        if part.kind is PartKind.JOURNAL and part.name:
            code += "_device"
        name = part.name[:16] if part.kind is PartKind.JOURNAL else part.name
        facts = {key: _moment(str(value)) if key in _TIMES else str(value) for key, value in part.facts.items()}
        return _say(code, language, {"name": name, **facts})

    def state_word(self, language: Language) -> str:
        """Return how it stands, in a word."""
        return _say(f"part_is_{self.state}", language, {})

    def proofs(self, language: Language) -> list[str]:
        """Return who vouches for it."""
        told = [_proof(proof, self.part.kind, language) for proof in self.part.proven_by]
        return list(dict.fromkeys(told))

    def hands(self, language: Language) -> list[str]:
        """Return whose signatures stand on it by hand."""
        return [
            _say("by_hand", language, {"name": name or "—", "role": _role(role, language), "count": str(count)})
            for role, name, count in self.part.by_hand
        ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds of one thing that was checked.

    ``kind`` is ``case``, ``bag``, ``report`` or ``statement``. ``is_anchored`` tells whether it hangs on an authority that was
    named; without one it is at best complete in itself.
    """

    kind: str
    findings: tuple[VerificationFinding, ...]
    parts: tuple[VerifiedPart, ...] = ()
    is_anchored: bool = True

    @property
    def faults(self) -> tuple[VerificationFinding, ...]:
        """What speaks against it."""
        return tuple(finding for finding in self.findings if finding.level == BAD)

    @property
    def state(self) -> str:
        """Return ``bad``, ``unproven`` (by whom), ``open`` (some of it) or ``proven``."""
        if self.faults:
            return BAD
        if not self.is_anchored:
            return UNPROVEN
        return OPEN if any(finding.level == "warn" for finding in self.findings) else PROVEN

    @property
    def told_parts(self) -> tuple[VerifiedPart, ...]:
        """Return the parts as they are told: that which was asked about first."""
        return tuple(sorted(self.parts, key=lambda part: part.part.kind.value != self.kind))

    def sentence(self, language: Language) -> str:
        """Return what it comes to."""
        left_open = sum(finding.level == "warn" for finding in self.findings)
        count = len(self.faults) if self.state == BAD else left_open
        return _say(f"verdict_{self.state}", language, {"count": str(count)})


MARKS = {"bad": "✗", "warn": "?"}
"""Before what speaks against something, and before what stays open; a dot before all else."""


def told_lines(verdict: Verdict, language: Language) -> list[str]:
    """Return a verdict line by line, as it is read: what speaks against it first, then part by part, what it comes to last."""
    lines = [_line(finding, language) for finding in verdict.faults]
    grouped = [finding for part in verdict.parts for finding in part.findings]
    lines += [_line(item, language) for item in verdict.findings if item.level != BAD and item not in grouped]
    for part in verdict.told_parts:
        lines.append(f"{part.title(language)}: {part.state_word(language)}")
        lines += [f"    {said}" for said in (*part.proofs(language), *part.hands(language))]
        lines += [f"  {_line(finding, language)}" for finding in part.findings if finding.level != BAD]
    return lines


def _line(finding: VerificationFinding, language: Language) -> str:
    return f"{MARKS.get(finding.level, '·')} {finding.sentence(language)}"


def in_words(findings: Iterable[DocumentFinding]) -> tuple[VerificationFinding, ...]:
    """Return findings about a document as they are told."""
    return tuple(
        VerificationFinding(item.code.value, item.level.value, {name: str(value) for name, value in item.data.items()})
        for item in findings
    )


def parts_in_words(parts: Sequence[Part]) -> tuple[VerifiedPart, ...]:
    """Return parts as they are told."""
    return tuple(VerifiedPart(part, in_words(part.findings)) for part in parts)


def _proof(proof: Proof, kind: PartKind, language: Language) -> str:
    signer = proof.signer or proof.device[:16] or "—"
    if kind is PartKind.ANCHOR:
        return _say("by_root", language, {"signer": signer, "fingerprint": proof.fingerprint})
    if not proof.authority:
        return _say("by_nobody", language, {"signer": signer})
    data = {"signer": signer, "authority": _common_name(proof.authority), "at": _moment(proof.at)}
    if not proof.at or proof.time_source is None:
        return _say("by_signer", language, data)
    source = _say(f"time_{proof.time_source.value}", language, {})
    return _say("by_signer_at", language, {**data, "source": source})


def _common_name(subject: str) -> str:
    """Return what a certificate's whole name (RFC 4514) calls its owner."""
    found = re.search(r"(?:^|,)CN=((?:[^,\\]|\\.)+)", subject)
    return found[1].replace("\\", "") if found else subject


def _moment(text: str) -> str:
    """Return a moment to the second in UTC; what is none as it stands."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC" if moment.tzinfo is not None else text


def _say(code: str, language: Language, data: Mapping[str, str]) -> str:
    return _sentences(str(resources_dir()))[code].in_(language).format_map(_Data(data))


class _Data(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _role(role: str, language: Language) -> str:
    return _labels(str(resources_dir())).value("statement_role", role, language)


@lru_cache(maxsize=2)
def _labels(resources: str) -> Labels:
    return Labels.load(Path(resources))


@lru_cache(maxsize=2)
def _sentences(resources: str) -> Mapping[str, Text]:
    table = read_table(Path(resources), FINDINGS)
    with well_formed(Path(resources), FINDINGS):
        return {code: item.text() for code, item in table.items()}
