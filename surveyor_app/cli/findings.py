"""Prints what a verification comes to: what speaks against it first, then part by part who vouches for what."""

from __future__ import annotations

from collections.abc import Iterable

from surveyor_app.cli.output import Output
from surveyor_app.domain.texts import Language
from surveyor_app.operations.cases.verdicts import (
    BAD,
    OPEN,
    PROVEN,
    UNPROVEN,
    Verdict,
    VerificationFinding,
    VerifiedPart,
    told_lines,
)
from surveyor_app.wording.translation import current_language, tr

NOT_PROVEN = 2
"""Exit status of what is complete in itself, but is not all proven: it hangs on nobody who is trusted, or parts of a bag do."""


def print_verdict(verdict: Verdict, output: Output, all_well: str) -> int:
    """Print a verdict and return the exit status: 1 when something speaks against it, 0 or :data:`NOT_PROVEN` otherwise.

    ``all_well`` is said only when nothing is left open: what is in order but hangs on nobody's word does not plainly hold.
    """
    language = current_language()
    for line in told_lines(verdict, language):
        output.say(line)
    output.say(all_well if verdict.state == PROVEN else verdict.sentence(language))
    if verdict.state == UNPROVEN:
        output.say(_advice(verdict))
    output.result(
        {
            "kind": verdict.kind,
            "state": verdict.state,
            "holds": verdict.state != BAD,
            "proven": verdict.state == PROVEN,
            "findings": _as_json(verdict.findings, language),
            "parts": [_part_as_json(part, language) for part in verdict.parts],
        }
    )
    # A bag that was cut leaves points open and no more: who asks by status alone must not take it for whole.
    of_open = NOT_PROVEN if verdict.kind == "bag" else 0
    return {BAD: 1, UNPROVEN: NOT_PROVEN, OPEN: of_open}.get(verdict.state, 0)


def _advice(verdict: Verdict) -> str:
    """Return what would prove it."""
    if any(finding.code == "statement_not_proven" for finding in verdict.findings):
        return tr("Name its bag or its case with --with.")
    return tr("Name the insurer's certificate with --root (PEM).")


def _part_as_json(part: VerifiedPart, language: Language) -> dict[str, object]:
    inner = part.part
    return {
        "part": inner.kind.value,
        "name": inner.name,
        "title": part.title(language),
        "state": part.state,
        "proven_by": [
            {
                "signer": proof.signer,
                "subject": proof.subject,
                "certificate_sha256": proof.fingerprint,
                "device": proof.device,
                "authority": proof.authority,
                "at": proof.at,
                "time_source": None if proof.time_source is None else proof.time_source.value,
            }
            for proof in inner.proven_by
        ],
        "by_hand": [{"role": role, "name": name, "signatures": count} for role, name, count in inner.by_hand],
        "facts": dict(inner.facts),
        "findings": _as_json(part.findings, language),
    }


def _as_json(findings: Iterable[VerificationFinding], language: Language) -> list[dict[str, object]]:
    return [
        {"code": item.code, "level": item.level, "data": dict(item.data), "sentence": item.sentence(language)}
        for item in findings
    ]
