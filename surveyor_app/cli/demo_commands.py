"""``surveyor demo``: the whole job unattended, from the claim at the office to the insurer's signed receipt.

Run again on the same folder it resumes: nothing is taken down, signed or sent twice.
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.cli.code_words import level_word
from surveyor_app.cli.output import Output
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Level
from surveyor_app.domain.errors import NotReady
from surveyor_app.domain.wire_errors import NotComplete
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import checking, delivering, exporting
from surveyor_app.operations.cases import opening as cases
from surveyor_app.operations.cases.sample_story import Table, Telling, load_story
from surveyor_app.operations.editing.handing_out import hand_out
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.report import reporting
from surveyor_app.wording.intake_words import OUTCOMES, reason_text
from surveyor_app.wording.questions import load_questions
from surveyor_app.wording.sample_kinds import MOTOR, SAMPLE_KINDS
from surveyor_app.wording.translation import current_language, tr, tr_marked


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    demo = verbs.add_parser("demo", parents=[common])
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help=tr("folder for everything it makes"))
    demo.add_argument("--photos", type=Path, metavar="DIR", help=tr("pictures to use (default: it draws its own)"))
    demo.add_argument("--kind", choices=SAMPLE_KINDS, default=MOTOR, help=tr("which sample case (default: motor)"))
    demo.set_defaults(run=run_demo)


def run_demo(arguments: argparse.Namespace, output: Output) -> int:
    """Do the whole job in ``--out`` and say what was done."""
    out: Path = arguments.out
    # The centre is an extra that an installation without it does not need for any other verb.
    samples = importlib.import_module("surveyor_app.cli.samples")
    kind: str = arguments.kind
    story = load_story(resources_dir(), kind)

    def at(name: str) -> Path:
        return out / str(samples.name_of(kind, name))

    out.mkdir(parents=True, exist_ok=True)
    with (
        samples.embedded_centre(out / "central") as (centre, server),
        samples.open_profile(out / "profile", story) as profile,
        samples.assigned_case(centre, server, profile, story, at("case.survey")) as case,
    ):
        number = story["claim"]["report_no"]
        output.say(tr("1 Claim {number} assigned and fetched from {server}.", number=number, server=server))
        _capture(case, arguments.photos or _draw(at("photos"), kind), output)
        _take_down(case, story, output)
        root = _sign(case, at("report.pdf"), output)
        outcome = delivering.deliver_case(profile, case, progress=output.progress, patience_s=60)
        if outcome.receipt_kind != "full":
            raise NotComplete(missing=len(outcome.outcome.refused))
        hand_out(at("receipt.json"), outcome.outcome.receipt)
        hand_out(at("receipt.json.p7s"), outcome.outcome.signature)
        output.say(tr("5 Delivered; the centre's signed receipt (full) is in {name}.", name=at("receipt.json")))
        exporting.export_bag(case, at("bag"), output.progress, replace=True)
        summary = cases.summarise(case)
    output.say(
        tr(
            "6 Bag in {bag}; case file {case}, {count} originals.",
            bag=at("bag"),
            case=at("case.survey"),
            count=summary.evidence_count,
        )
    )
    output.result(
        {
            "out": out,
            "case": summary.case_id,
            "evidence": summary.evidence_count,
            "evidence_root": root,
            "receipt": "full",
        }
    )
    return 0


def _draw(folder: Path, kind: str) -> Path:
    if not folder.is_dir() or not any(folder.iterdir()):
        folder.mkdir(parents=True, exist_ok=True)
        draw_sample_photos(folder, kind=kind)
    return folder


def _capture(case: CaseFile, photos: Path, output: Output) -> None:
    with MediaWorkers() as workers:
        result = evidence.import_files(case, [photos], workers, output.progress)
    counts: dict[str, int] = {}
    for item in result.items:
        counts[item.outcome] = counts.get(item.outcome, 0) + 1
    told = current_language().joined(
        tr("{count} {outcome}", count=count, outcome=tr_marked(OUTCOMES[name]))
        for name, count in sorted(counts.items())
    )
    output.say(tr("2 Photos: {outcomes}.", outcomes=told))
    for item in result.items:
        if item.outcome not in {"stored", "duplicate"}:
            why = reason_text(item.reason)
            outcome = tr_marked(OUTCOMES[item.outcome])
            about = tr("{outcome} ({reason})", outcome=outcome, reason=why) if why else outcome
            output.say(tr("    {about}: {what}", about=about, what=item.path.name))


def _take_down(case: CaseFile, story: Table, output: Output) -> None:
    resources = resources_dir()
    bank = {question.id: question.text for question in load_questions(resources)}
    telling = Telling(case, story, bank)
    telling.tell()
    telling.refuse_to_sign()
    findings = checking.check(case, checking.load_checks(resources))
    missing = [finding for finding in findings if finding.check.level is Level.MUST]
    output.say(tr("3 People, statement and damage taken down; {count} thing(s) still missing.", count=len(missing)))
    for finding in findings:
        level, text = level_word(finding.check.level), finding.text(current_language())
        output.say(tr("    {about}: {what}", about=level, what=text))


def _sign(case: CaseFile, target: Path, output: Output) -> str:
    """Sign the report unless a signed one is in the case already, and leave a copy at ``target``."""
    issued = reporting.list_reports(case)
    if issued:
        report = issued[-1]
        hand_out(target, reporting.report_pdf(case, report.id))
        output.say(
            tr(
                "4 Report {number} was signed before; evidence root {root}.",
                number=report.report_doc_no,
                root=report.evidence_root,
            )
        )
        return report.evidence_root or ""
    credential = reporting.surveyor_credential(case.profile)
    try:
        made = reporting.sign_report(case, reporting.ReportOptions(), credential, output.progress)
    except NotReady as open_points:
        # Whether anyone's photos show all that is asked for, the demonstration cannot know.
        output.say(
            tr(
                "  {count} point(s) are open; signed all the same, for demonstration.",
                count=open_points.data["count"],
            )
        )
        options = reporting.ReportOptions(despite="demonstration")
        made = reporting.sign_report(case, options, credential, output.progress)
    hand_out(target, made.pdf)
    output.say(tr("4 Report signed by {name}; evidence root {root}.", name=credential.name, root=made.evidence_root))
    return made.evidence_root
