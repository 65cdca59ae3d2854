"""``surveyor report``, ``verify`` and ``export``."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.cli.credentials import add_credential, chosen_credential
from surveyor_app.cli.errors import sentence_of
from surveyor_app.cli.findings import print_verdict
from surveyor_app.cli.opening import Anchor, anchor_of, opened_case, opened_profile, own_anchor
from surveyor_app.cli.output import Output
from surveyor_app.cli.reason_lists import read_list
from surveyor_app.cli.timestamping import add_authority, add_root, chosen_authority
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.party_copy import Copy
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import examining, exporting, verifying
from surveyor_app.operations.editing.handing_out import OFFICE_MODE, hand_out, require_place
from surveyor_app.operations.photos import renditions
from surveyor_app.operations.photos.stamp_templates import with_own_stamps
from surveyor_app.operations.report import reporting
from surveyor_app.operations.report.timestamping import timestamp_authority, timestamp_roots
from surveyor_app.report.accessible.copies import accessible_copy
from surveyor_app.wording.intake_words import reason_text
from surveyor_app.wording.rendition_profiles import load_profiles
from surveyor_app.wording.report_languages import BOTH, report_languages
from surveyor_app.wording.translation import tr

OF_SIGNING = (
    *("draft", "accessible", "certificate", "token", "pkcs11", "key"),
    *("despite", "reasons", "timestamp", "timestamp_root"),
)
"""Options that say how a report is signed, or that it is not yet."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    report = verbs.add_parser("report", parents=[common])
    report.add_argument("file", type=Path, help=tr("case file"))
    report.add_argument("--out", type=Path, required=True, metavar="PDF", help=tr("the file to write"))
    report.add_argument(
        "--accessible",
        type=Path,
        metavar="COPY",
        help=tr("also write the unsigned copy for screen readers (PDF/UA-1); the signed report prints its SHA-256"),
    )
    report.add_argument(
        "--copy",
        choices=[copy.value for copy in Copy],
        default=Copy.PARTY.value,
        help=tr(
            "party (default): the report that is signed; office: with opinion, prompts, estimates and full personal data, "
            "marked internal, unsigned"
        ),
    )
    report.add_argument("--draft", action="store_true", help=tr("with a watermark, unsigned, nothing is sealed"))
    add_credential(report)
    report.add_argument(
        "--language",
        default=BOTH,
        metavar="TAG",
        help=tr("language of the report, several with a plus sign between them (default: both, Chinese and English)"),
    )
    report.add_argument(
        "--photos-per-page", type=int, choices=[2, 4, 6], default=4, help=tr("photos on a page (default: 4)")
    )
    report.add_argument(
        "--despite", metavar="REASON", help=tr("sign although checks still ask for something; journaled")
    )
    report.add_argument(
        "--reasons",
        type=Path,
        metavar="LIST",
        help=tr("the same with a reason each: the list that `surveyor check --reasons` wrote, filled in"),
    )
    add_authority(report)
    report.set_defaults(run=_report)

    verify = verbs.add_parser("verify", parents=[common])
    verify.add_argument(
        "path",
        type=Path,
        metavar="PDF|BAG|CASE",
        help=tr("a report, the paper of a statement, the folder of a bag, or a case file"),
    )
    verify.add_argument(
        "--root",
        type=Path,
        metavar="PEM",
        help=tr("the authority's certificate to trust (default: that of the profile)"),
    )
    verify.add_argument(
        "--crl",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help=tr("a newer list of certificates the authority took back (beside those in bag and profile)"),
    )
    add_root(verify)
    verify.add_argument(
        "--with",
        dest="beside",
        type=Path,
        metavar="BAG|CASE",
        help=tr("for a PDF: the bag or case that says whether it is one of its statements or reports, and which"),
    )
    verify.set_defaults(run=_verify)

    export = verbs.add_parser("export", parents=[common])
    export.add_argument("file", type=Path, help=tr("case file"))
    what = export.add_mutually_exclusive_group(required=True)
    what.add_argument("--bag", type=Path, metavar="DIR", help=tr("folder to make: everything, for anyone to check"))
    what.add_argument(
        "--renditions", type=Path, metavar="DIR", help=tr("copies of the photos: scaled, stamped, annotated")
    )
    export.add_argument(
        "--rendition-profile", default="rendition", metavar="NAME", help=tr("which copies (renditions.toml)")
    )
    export.set_defaults(run=_export)


def _report(arguments: argparse.Namespace, output: Output) -> int:
    options = reporting.ReportOptions(arguments.language, arguments.photos_per_page)
    report_languages(options.language)
    require_place(arguments.out)
    if arguments.copy == Copy.OFFICE:
        return _office_copy(arguments, options, output)
    options = replace(options, despite=_despite(arguments))
    timestamps = None if arguments.draft else timestamp_authority(chosen_authority(arguments, output))
    if arguments.accessible:
        _require_copy_place(arguments)
    with opened_case(arguments, arguments.file) as (profile, case):
        if arguments.draft:
            hand_out(arguments.out, reporting.draft_report(case, options, output.progress))
            output.say(tr("Draft in {path}: not signed.", path=arguments.out))
            output.result({"path": arguments.out, "signed": False})
            return 0
        credential = chosen_credential(arguments, profile)
        before = reporting.unchanged_report(case, options, credential)
        issued = before or reporting.sign_report(case, options, credential, output.progress, timestamps)
        copy = accessible_copy(issued.pdf) if arguments.accessible else b""
        hand_out(arguments.out, issued.pdf)
        if copy:
            hand_out(arguments.accessible, copy)
    if before is not None:
        output.say(tr("Nothing was written since this report was signed, so it is handed out again."))
    output.say(tr("Signed report in {path}; evidence root {root}.", path=arguments.out, root=issued.evidence_root))
    if copy:
        output.say(
            tr("Accessible copy in {path}; SHA-256 {sha256}.", path=arguments.accessible, sha256=sha256_hex(copy))
        )
    problem = issued.timestamp_problem
    if problem is not None:
        output.say(
            f"{sentence_of(problem)} {tr('The report is signed all the same; a time stamp can be added later.')}"
        )
    output.result(
        {
            "path": arguments.out,
            "signed": True,
            "again": before is not None,
            "report": issued.report_id,
            "evidence_root": issued.evidence_root,
            "method": issued.method,
            "timestamp_problem": None if problem is None else {name: str(problem.data[name]) for name in problem.data},
            "accessible": arguments.accessible,
            "accessible_sha256": sha256_hex(copy) if copy else None,
        }
    )
    return 0


def _despite(arguments: argparse.Namespace) -> str | None:
    """Return why it is signed all the same: a reason for all, those of a list, or both."""
    listed = read_list(arguments.reasons) if arguments.reasons else ""
    return "\n".join(filter(None, (arguments.despite, listed))) or None


def _office_copy(arguments: argparse.Namespace, options: reporting.ReportOptions, output: Output) -> int:
    """Write the office copy: nothing is signed, sealed or kept in the case."""
    for name in OF_SIGNING:
        if getattr(arguments, name):
            raise InputError(field=name, reason="the office copy is not signed")
    with opened_case(arguments, arguments.file) as (_profile, case):
        hand_out(arguments.out, reporting.office_copy(case, options, output.progress), OFFICE_MODE)
    output.say(tr("Office copy in {path}: internal, not for a party.", path=arguments.out))
    output.result({"path": arguments.out, "signed": False, "copy": Copy.OFFICE.value})
    return 0


def _require_copy_place(arguments: argparse.Namespace) -> None:
    require_place(arguments.accessible)
    if arguments.draft:
        raise InputError(field="accessible", reason="a draft has no accessible copy")
    if arguments.accessible.absolute() == arguments.out.absolute():
        raise InputError(field="accessible", reason="it is the file of the report itself")


def _verify(arguments: argparse.Namespace, output: Output) -> int:
    path, beside = arguments.path, arguments.beside
    with _profile_for(arguments, [path] if beside is None else [path, beside]) as profile:
        if arguments.root:
            anchor = Anchor(verifying.read_roots(arguments.root))
        else:
            anchor = own_anchor(arguments) if profile is None else anchor_of(profile)
        lists = [*anchor.revocation_lists, *(verifying.read_list(item) for item in arguments.crl)]
        stamps = timestamp_roots(chosen_authority(arguments, output)) if verifying.is_pdf(path) else []
        verdict = examining.examine(path, anchor.roots, profile, beside, output.progress, stamps, lists)
    return print_verdict(verdict, output, tr("{path}: holds.", path=path))


def _profile_for(
    arguments: argparse.Namespace, paths: Sequence[Path]
) -> contextlib.AbstractContextManager[Profile | None]:
    """Unlock the profile if one of the files is a case; nobody else is asked for a passphrase."""
    if any(examining.needs_profile(path) for path in paths):
        return opened_profile(arguments)
    return contextlib.nullcontext()


def _export(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.renditions:
        return _export_renditions(arguments, output)
    with opened_case(arguments, arguments.file) as (_profile, case):
        left_out = exporting.export_bag(case, arguments.bag, progress=output.progress)
    output.say(tr("Bag in {path}; VERIFY.txt says how to check it.", path=arguments.bag))
    for item in left_out:
        output.say(tr("Left out, for it is damaged: {name}", name=item.name))
    output.result({"bag": arguments.bag, "left_out": [asdict(item) for item in left_out]})
    return 1 if left_out else 0


def _why(problem: str) -> str:
    return reason_text(problem) or problem


def _export_renditions(arguments: argparse.Namespace, output: Output) -> int:
    with opened_case(arguments, arguments.file) as (owner, case), MediaWorkers() as workers:
        profiles = with_own_stamps(load_profiles(resources_dir()), owner.folder)
        profile = renditions.profile_named(profiles, arguments.rendition_profile)
        made = renditions.write_renditions(case, arguments.renditions, profile, workers, output.progress)
    missing = [item for item in made if not item.sha256]
    damaged = [item for item in made if item.sha256 and item.problem]
    output.say(
        tr(
            "{count} copies in {path}; {manifest} ties each to its original.",
            count=len(made) - len(missing),
            path=arguments.renditions,
            manifest=renditions.MANIFEST,
        )
    )
    for item in missing:
        output.say(tr("No copy of photo {number}: {reason}.", number=item.number, reason=_why(item.problem)))
    for item in damaged:
        output.say(tr("Photo {number} is damaged: the copy shows what can be read.", number=item.number))
    output.result(
        {
            "renditions": arguments.renditions,
            "profile": profile.id,
            "items": [
                {
                    "number": item.number,
                    "file": item.name if item.sha256 else None,
                    "original_sha256": item.original_sha256,
                    "rendition_sha256": item.sha256 or None,
                    "problem": item.problem or None,
                }
                for item in made
            ],
        }
    )
    return 1 if missing else 0
