"""Prints what a verification found: each finding with its code, the record or file it is about, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.cli.output import Output
from surveyor_app.operations.cases.verifying import VerificationFinding
from surveyor_app.wording.languages import english


def print_findings(findings: Sequence[VerificationFinding], output: Output, all_well: str) -> int:
    """Print findings and return the exit status: 0 when none of them is bad."""
    bad = [finding for finding in findings if finding.level == "bad"]
    for finding in findings:
        output.say(f"{'✗' if finding.level == 'bad' else '·'} {finding.sentence(english())}")
    output.say(all_well if not bad else f"Does not hold: {len(bad)} finding(s).")
    output.result(
        {
            "holds": not bad,
            "findings": [
                {"code": item.code, "level": item.level, "data": dict(item.data), "sentence": item.sentence(english())}
                for item in findings
            ],
        }
    )
    return 1 if bad else 0
