"""``surveyor import`` and ``surveyor check``."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.cli.opening import opened_case
from surveyor_app.cli.output import Output
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checking import Level
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations import checking, evidence


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    importing = verbs.add_parser("import", help="take photos, video, sound and papers into a case", parents=[common])
    importing.add_argument("file", type=Path, help="case file")
    importing.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="files and folders")
    importing.set_defaults(run=_import)
    check = verbs.add_parser("check", help="what is still missing before leaving", parents=[common])
    check.add_argument("file", type=Path, help="case file")
    check.set_defaults(run=_check)


def _import(arguments: argparse.Namespace, output: Output) -> int:
    with opened_case(arguments, arguments.file) as (_profile, case), MediaWorkers() as workers:
        result = evidence.import_files(case, arguments.paths, workers, output.progress)
    output.table([(item.outcome.replace("_", " "), item.reason or "", item.path) for item in result.items])
    output.result(
        [
            {"path": item.path, "outcome": item.outcome, "reason": item.reason, "evidence": item.evidence_id}
            for item in result.items
        ]
    )
    return 1 if any(item.outcome == "refused" for item in result.items) else 0


def _check(arguments: argparse.Namespace, output: Output) -> int:
    checks = checking.load_checks(resources_dir())
    with opened_case(arguments, arguments.file) as (_profile, case):
        findings = checking.check(case, checks)
    output.table([(item.check.level, item.check.id, item.text(output.chinese)) for item in findings])
    missing = [item for item in findings if item.check.level is Level.MUST]
    output.say("Ready to leave." if not missing else f"{len(missing)} thing(s) still missing.")
    output.result(
        [
            {
                "id": item.check.id,
                "level": item.check.level,
                "record": item.id,
                "field": item.field,
                "text": item.text(False),
            }
            for item in findings
        ]
    )
    return 1 if missing else 0
