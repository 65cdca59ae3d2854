"""Prints what a verification found: each finding with its code, the record or file it is about, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.cli.output import Output
from surveyor_app.operations.cases.verifying import VerificationFinding
from surveyor_app.wording.translation import current_language, tr

_MARKS = {"bad": "✗", "warn": "?"}


NOT_PROVEN = 2
"""Exit status of what is complete in itself, but hangs on nobody who is trusted: anybody may have made it."""


def print_findings(
    findings: Sequence[VerificationFinding], output: Output, all_well: str, *, has_anchor: bool = True
) -> int:
    """Print findings and return the exit status: 1 when one of them is bad, 0 or :data:`NOT_PROVEN` otherwise.

    ``has_anchor`` tells whether an authority was named whose word counts. ``all_well`` is said only when nothing is left open:
    what is in order but hangs on nobody's word does not plainly hold.
    """
    bad = [finding for finding in findings if finding.level == "bad"]
    left_open = [finding for finding in findings if finding.level == "warn"]
    language = current_language()
    for finding in findings:
        output.say(f"{_MARKS.get(finding.level, '·')} {finding.sentence(language)}")
    if bad:
        output.say(tr("Does not hold: {count} finding(s).", count=len(bad)))
    elif not has_anchor:
        output.say(
            tr("Complete in itself, but who signed it is not proven. Name the insurer's certificate with --root (PEM).")
        )
    elif left_open:
        output.say(
            tr(
                "Nothing speaks against it, but not all of it is proven: {count} point(s) stay open (marked ?).",
                count=len(left_open),
            )
        )
    else:
        output.say(all_well)
    output.result(
        {
            "holds": not bad,
            "proven": not bad and not left_open and has_anchor,
            "findings": [
                {"code": item.code, "level": item.level, "data": dict(item.data), "sentence": item.sentence(language)}
                for item in findings
            ],
        }
    )
    if bad:
        return 1
    return 0 if has_anchor else NOT_PROVEN
