"""Prints what a verification found: each finding with its code, the record or file it is about, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.cli.output import Output
from surveyor_app.operations.cases.verifying import VerificationFinding
from surveyor_app.wording.languages import chinese, english

_MARKS = {"bad": "✗", "warn": "?"}


def print_findings(findings: Sequence[VerificationFinding], output: Output, all_well: tuple[str, str]) -> int:
    """Print findings and return the exit status: 0 when none of them is bad.

    ``all_well`` (English, Chinese) is said only when nothing is left open: what is in order but hangs on nobody's word does
    not plainly hold.
    """
    bad = [finding for finding in findings if finding.level == "bad"]
    left_open = [finding for finding in findings if finding.level == "warn"]
    for finding in findings:
        mark = _MARKS.get(finding.level, "·")
        output.say(f"{mark} {finding.sentence(english())}", f"{mark} {finding.sentence(chinese())}")
    if bad:
        output.say(f"Does not hold: {len(bad)} finding(s).", f"不成立：{len(bad)} 项。")
    elif left_open:
        output.say(
            f"Nothing speaks against it, but not all of it is proven: {len(left_open)} point(s) stay open (marked ?).",
            f"未发现问题，但并未全部证实：{len(left_open)} 项待核（标有 ?）。",
        )
    else:
        output.say(*all_well)
    output.result(
        {
            "holds": not bad,
            "proven": not bad and not left_open,
            "findings": [
                {
                    "code": item.code,
                    "level": item.level,
                    "data": dict(item.data),
                    "sentence": item.sentence(english()),
                    "sentence_zh": item.sentence(chinese()),
                }
                for item in findings
            ],
        }
    )
    return 1 if bad else 0
