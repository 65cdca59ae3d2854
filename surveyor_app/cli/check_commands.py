"""``surveyor check``: what is still missing before leaving, and apart from it the risk prompts, for the office alone."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.cli.code_words import level_word, value_word
from surveyor_app.cli.opening import opened_case
from surveyor_app.cli.output import Output
from surveyor_app.cli.reason_lists import write_list
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Level
from surveyor_app.domain.checks.prompts import Raised
from surveyor_app.operations.cases import checking
from surveyor_app.operations.cases.gaps import standing_of
from surveyor_app.operations.cases.prompts import read_prompts
from surveyor_app.operations.editing.handing_out import require_place
from surveyor_app.wording.findings.prompt_facts import fact_words
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    check = verbs.add_parser("check", parents=[common])
    check.add_argument("file", type=Path, help=tr("case file"))
    check.add_argument(
        "--reasons",
        type=Path,
        metavar="LIST",
        help=tr(
            "also write what wants a reason before the report is signed, to be filled in for `surveyor report --reasons`"
        ),
    )
    check.set_defaults(run=_check)


def _check(arguments: argparse.Namespace, output: Output) -> int:
    checks = checking.load_checks(resources_dir())
    if arguments.reasons:
        require_place(arguments.reasons)
    with opened_case(arguments, arguments.file) as (_profile, case):
        findings = checking.check(case, checks)
        prompts = read_prompts(case)
        wanting = write_list(arguments.reasons, standing_of(case, checks)) if arguments.reasons else 0
    language = current_language()
    output.table([(level_word(item.check.level), item.check.id, item.text(language)) for item in findings])
    missing = [item for item in findings if item.check.level is Level.MUST]
    output.say(tr("Ready to leave.") if not missing else tr("{count} thing(s) still missing.", count=len(missing)))
    if arguments.reasons:
        output.say(tr("List in {path}: {count} thing(s) want a reason.", path=arguments.reasons, count=wanting))
        output.say(tr("Write each after its arrow, or one for all in the first line, then sign with `--reasons`."))
    raised = [item for item in prompts if item.is_raised]
    if raised:
        output.say(tr("For the office alone; an indicator is not evidence:"))
        output.table([_prompt_row(item) for item in raised])
    output.result(
        {
            "findings": [
                {
                    "id": item.check.id,
                    "level": item.check.level,
                    "kind": item.record_kind,
                    "record": item.id,
                    "field": item.field,
                    "text": item.text(language),
                    "words": list(item.words),
                }
                for item in findings
            ],
            "prompts": [_prompt_as_json(item) for item in prompts],
            "reasons": arguments.reasons,
        }
    )
    return 1 if missing else 0


def _prompt_row(item: Raised) -> tuple[str, str, str, str]:
    """Return a prompt as a row: its answer, its id, its words and what raised it."""
    labels, checks = Labels.load(resources_dir()), load_record_checks(resources_dir())
    answer = value_word("prompt_reply", item.answer.answer) if item.answer is not None else "-"
    facts = current_language().joined(fact_words(fact, labels, checks) for fact in item.facts)
    return answer, item.prompt.id, item.prompt.name.in_(current_language()), facts


def _prompt_as_json(item: Raised) -> dict[str, object]:
    labels, checks = Labels.load(resources_dir()), load_record_checks(resources_dir())
    return {
        "id": item.prompt.id,
        "text": item.prompt.name.in_(current_language()),
        "raised": item.is_raised,
        "facts": [
            {"kind": fact.kind, "record": fact.id, "field": fact.field, "text": fact_words(fact, labels, checks)}
            for fact in item.facts
        ],
        "answer": item.answer.answer if item.answer is not None else None,
        "note": item.answer.note if item.answer is not None else None,
    }
