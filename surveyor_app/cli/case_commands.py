"""``surveyor case …``: new, fetch, list, info, verify, history, backup, restore, salvage, remove."""

from __future__ import annotations

import argparse
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.cli.code_words import action_word, kind_word, reason_words, value_word
from surveyor_app.cli.delivery_commands import fetch_all, told
from surveyor_app.cli.findings import print_verdict
from surveyor_app.cli.opening import anchor_of, opened_case, opened_profile, opened_to_read
from surveyor_app.cli.output import Output
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.wire_errors import WireError
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import backup, delivering, examining, removing, salvaging
from surveyor_app.operations.cases import opening as cases
from surveyor_app.operations.cases.pulling import fetch_originals
from surveyor_app.records import reading
from surveyor_app.records.newer import count_newer
from surveyor_app.wording.translation import current_language, tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add ``case`` and its verbs."""
    case = verbs.add_parser("case", parents=[common])
    inner = case.add_subparsers(metavar="VERB", required=True)

    new = inner.add_parser("new", help=tr("open a case on the spot"), parents=[common])
    new.add_argument("--report-no", metavar="NO", help=tr("report number (报案号), when it is known already"))
    new.add_argument("--out", type=Path, metavar="FILE", help=tr("the case file to make (default: in the profile)"))
    new.set_defaults(run=_new)

    fetch = inner.add_parser("fetch", help=tr("fetch the cases assigned to this surveyor"), parents=[common])
    fetch.add_argument("--case", metavar="ID", help=tr("only this case"))
    fetch.add_argument(
        "--dir", type=Path, metavar="DIR", help=tr("folder for the case files (default: in the profile)")
    )
    fetch.add_argument("--originals", action="store_true", help=tr("fetch all originals too, not only what shows them"))
    fetch.add_argument(
        "--patience", type=float, default=60.0, metavar="SECONDS", help=tr("how long to try without any answer")
    )
    fetch.set_defaults(run=_fetch)

    inner.add_parser("list", help=tr("list the cases of the profile"), parents=[common]).set_defaults(run=_list)
    for name, help_text, run in (
        ("info", tr("what is in a case"), _info),
        ("verify", tr("check every signature, hash, record and original of a case"), _verify),
    ):
        verb = inner.add_parser(name, help=help_text, parents=[common])
        verb.add_argument("file", type=Path, help=tr("case file"))
        verb.set_defaults(run=run)
    history = inner.add_parser("history", help=tr("who did what, when and why"), parents=[common])
    history.add_argument("file", type=Path, help=tr("case file"))
    history.add_argument("--kind", choices=sorted(KINDS), help=tr("only records of this kind"))
    history.set_defaults(run=_history)
    case_file, copy = tr("case file"), tr("its copy")
    for name, help_text, run, file, target in (
        ("backup", tr("copy a case to a second place, verified by reading back"), _backup, case_file, copy),
        ("restore", tr("bring a case back from its copy"), _restore, copy, case_file),
    ):
        verb = inner.add_parser(name, help=help_text, parents=[common])
        verb.add_argument("file", type=Path, help=file)
        verb.add_argument("target", type=Path, help=target)
        verb.set_defaults(run=run)

    salvage = inner.add_parser(
        "salvage", help=tr("read what a damaged case still holds into a new one"), parents=[common]
    )
    salvage.add_argument("file", type=Path, help=tr("the damaged case file; it stays as it is"))
    salvage.add_argument("--out", type=Path, required=True, metavar="NEW", help=tr("the case file to make"))
    salvage.set_defaults(run=_salvage)
    remove = inner.add_parser(
        "remove", help=tr("delete a case from this laptop once the centre has signed for all of it"), parents=[common]
    )
    remove.add_argument("file", type=Path, help=tr("case file"))
    remove.set_defaults(run=_remove)


def _new(arguments: argparse.Namespace, output: Output) -> int:
    with opened_profile(arguments) as profile:
        case = cases.new_case(profile, report_no=arguments.report_no, path=arguments.out)
        try:
            output.say(tr("Case {case} is in {path}.", case=case.case_id, path=case.path))
            output.result({"case": case.case_id, "path": case.path})
        finally:
            case.close()
    return 0


def _fetch(arguments: argparse.Namespace, output: Output) -> int:
    with opened_profile(arguments) as profile:
        assignments = delivering.list_assignments(profile)
        wanted = [item for item in assignments if arguments.case in (None, item.case)]
        if arguments.case and not wanted:
            reason = tr("{case} is not assigned to {user}", case=arguments.case, user=profile.user)
            raise InputError(field="case", reason=reason)
        fetched = []
        left = 0
        for item in wanted:
            with delivering.fetch_case(profile, item.case, folder=arguments.dir) as case:
                output.say(f"{item.report_no or item.case}  {case.path}")
                found: dict[str, object] = {"case": case.case_id, "report_no": item.report_no, "path": case.path}
                if arguments.originals:
                    came = fetch_all(case, arguments, output)
                    found["originals"] = told(came)
                    left += came.left
                else:
                    _fetch_pictures(case)
                cases.summarise(case)
                fetched.append(found)
        if not fetched:
            output.say(tr("Nothing is assigned at the moment."))
        output.result(fetched)
    return 1 if left else 0


def _fetch_pictures(case: CaseFile) -> None:
    """Fetch what shows the originals of others. A case without is whole as well: the window tries again."""
    with MediaWorkers() as workers, suppress(WireError):
        fetch_originals(case, workers, originals=False)


def _list(arguments: argparse.Namespace, output: Output) -> int:
    with opened_profile(arguments) as profile:
        summaries = cases.list_cases(profile)
        output.table([_listed(item) for item in summaries])
        output.result([asdict(item) for item in summaries])
    return 0


def _listed(item: cases.CaseSummary) -> tuple[str, ...]:
    state, delivery = value_word("case_state", item.state), value_word("item_state", item.delivery_state)
    return item.report_no or tr("local"), state, delivery, item.path


def _info(arguments: argparse.Namespace, output: Output) -> int:
    with opened_to_read(arguments, arguments.file) as (profile, case):
        summary = cases.summarise(case)
        with case.read() as session:
            counts = {kind: reading.count(session, case.case_id, record) for kind, record in KINDS.items()}
            heads = reading.heads(session, case.case_id)
            waits = count_newer(session, case.case_id)
        number, state = summary.report_no or tr("no report number yet"), value_word("case_state", summary.state)
        output.say(tr("Case {case} ({number}), {state}", case=case.case_id, number=number, state=state))
        output.table([(kind_word(kind), count) for kind, count in counts.items()])
        if waits:
            output.say(
                tr(
                    "%n entries were made by a newer version: kept, checked and passed on, but not shown. Update the program.",
                    n=waits,
                )
            )
        output.result(
            {
                **asdict(summary),
                "counts": counts,
                "heads": [asdict(head) for head in heads],
                "newer": waits,
                "user": profile.user,
            }
        )
    return 0


def _verify(arguments: argparse.Namespace, output: Output) -> int:
    with opened_profile(arguments) as profile:
        verdict = examining.examine_case(profile, arguments.file, anchor_of(profile).roots, output.progress)
    return print_verdict(verdict, output, tr("{path}: every entry, record and original holds.", path=arguments.file))


def _history(arguments: argparse.Namespace, output: Output) -> int:
    with opened_to_read(arguments, arguments.file) as (_profile, case), case.read() as session:
        lines = reading.history(session, case.case_id, kind=arguments.kind)
    output.table(
        [
            (
                line.at,
                line.actor,
                action_word(line.action),
                kind_word(line.kind),
                line.id[-12:],
                reason_words(line.reason),
            )
            for line in lines
        ]
    )
    output.result([asdict(line) for line in lines])
    return 0


def _backup(arguments: argparse.Namespace, output: Output) -> int:
    with opened_case(arguments, arguments.file) as (_profile, case):
        result = backup.backup_case(case, arguments.target, output.progress)
        left_out = backup.names_left_out(case, result)
    output.say(tr("Copied to {path} and read back.", path=arguments.target))
    for name in left_out:
        output.say(tr("Left out, for it is damaged: {name}", name=name))
    output.result({"target": arguments.target, **asdict(result)})
    return 1 if left_out else 0


def _restore(arguments: argparse.Namespace, output: Output) -> int:
    with opened_profile(arguments) as profile:
        backup.restore_case(profile, arguments.file, arguments.target, output.progress)
    output.say(tr("Restored to {path} and verified.", path=arguments.target))
    output.result({"path": arguments.target})
    return 0


def _salvage(arguments: argparse.Namespace, output: Output) -> int:
    """Exit status 1 when something is lost: whoever runs it unattended has to know."""
    with opened_profile(arguments) as profile:
        done = salvaging.salvage_case(profile, arguments.file, arguments.out, output.progress)
    result, language = done.result, current_language()
    output.say(
        tr(
            "{path}: {entries} lines of the journal and {originals} originals are in the new case.",
            path=done.path,
            entries=result.entries,
            originals=result.originals,
        )
    )
    lines = [finding.sentence(language) for finding in done.findings]
    for line in lines:
        output.say(f"- {line}")
    if result.is_whole:
        output.say(tr("Nothing is lost."))
    findings = [{"code": item.code, "data": dict(item.data)} for item in done.findings]
    output.result({**asdict(result), "path": done.path, "whole": result.is_whole, "findings": findings})
    return 0 if result.is_whole else 1


def _remove(arguments: argparse.Namespace, output: Output) -> int:
    with opened_profile(arguments) as profile:
        removing.remove_case(profile, arguments.file)
    output.say(tr("{path} is removed; receipt and heads stay in the profile.", path=arguments.file))
    output.result({"path": arguments.file})
    return 0
