"""The verbs of the command line and what each takes.

Only the module of the verb that is asked for is imported: the window is to be there at once, and loading all that every verb
needs takes more than a second.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from surveyor_app import __version__
from surveyor_app.cli import window_commands
from surveyor_app.cli.argument_texts import translate_argparse
from surveyor_app.cli.speaking import OPTION, language_named, language_tags
from surveyor_app.wording.translation import mark, tr, tr_marked

SECRETS = mark(
    "Secrets come from SURVEYOR_PASSPHRASE, SURVEYOR_P12_PASSPHRASE, SURVEYOR_PKCS11_PIN, SURVEYOR_ENROLL_CODE, the keyring, or"
    " a prompt."
)
STATUS = mark(
    "Exit status: 0 all went well, 1 something was refused or does not hold, 2 the command was not understood, or what was"
    " verified is complete in itself but nobody who is trusted vouches for it (--root)."
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: the module that adds it, and what the list of all verbs says of it."""

    module: str
    help: str


VERBS = {
    "demo": Verb("demo_commands", mark("the whole job unattended on a sample claim")),
    "case": Verb(
        "case_commands", mark("cases: new, fetch, list, info, verify, history, backup, restore, salvage, remove")
    ),
    "profile": Verb("profile_commands", mark("the profile: create, recover, code, repair")),
    "import": Verb("evidence_commands", mark("take photos, video, sound and papers into a case")),
    "card": Verb(
        "evidence_commands", mark("camera cards and phones: what is new, and whether a card may be formatted")
    ),
    "check": Verb("check_commands", mark("what is still missing before leaving")),
    "report": Verb("report_commands", mark("make and sign the survey report")),
    "statement": Verb("statement_commands", mark("which statements (询问笔录) a case holds, and the paper of one")),
    "documents": Verb("document_commands", mark("which papers (单证) a case needs, and how far each is")),
    "notice": Verb("document_commands", mark("the one-time notice (一次性告知书) of the papers that are missing")),
    "calculate": Verb("calculation_commands", mark("what a case would pay, and how that comes about (理算)")),
    "rules": Verb("rule_commands", mark("rule packs (规则包) for calculating: list, check")),
    "verify": Verb("report_commands", mark("what holds of a PDF, a bag or a case, and what does not")),
    "timestamp": Verb(
        "timestamp_commands", mark("have the signatures of a PDF last: time stamps, and proofs for the years")
    ),
    "export": Verb("report_commands", mark("hand out the case as a bag that standard tools can check")),
    "enroll": Verb("delivery_commands", mark("have this laptop and its surveyor certified by a centre")),
    "sync": Verb("delivery_commands", mark("deliver a case and fetch what is new")),
    "central": Verb("central_commands", mark("the claims service: serve, claim, user")),
    "window": Verb("window_commands", mark("open the window (the same as no verb)")),
    "run-sample": Verb("window_commands", mark("open the window on a sample claim")),
}
"""All verbs, in the order of the help. One that is given is added by its module; a list of them needs none."""


def build_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for these arguments; each verb sets ``run``, a function of (arguments, output) → exit status."""
    translate_argparse()
    common = _common()
    parser = argparse.ArgumentParser(
        prog="surveyor",
        description=tr(
            "Field evidence, signed reports and safe delivery for insurance surveyors. Without a verb: the window."
        ),
        epilog=f"{tr_marked(SECRETS)}\n{tr_marked(STATUS)}",
        # Of its own: set_defaults below would change the defaults of actions that are shared.
        parents=[_common()],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    version = f"surveyor {__version__}"
    parser.add_argument("--version", action="version", version=version, help=tr("show the version and exit"))
    parser.set_defaults(json=False, profile=None, lang=None, run=window_commands.open_window)
    verbs = parser.add_subparsers(metavar="VERB")
    asked = _asked(arguments)
    if asked is not None:
        importlib.import_module(f"surveyor_app.cli.{VERBS[asked].module}").add(verbs, common)
        return parser
    for name, verb in VERBS.items():
        verbs.add_parser(name, help=tr_marked(verb.help), parents=[common])
    return parser


def _asked(arguments: Sequence[str]) -> str | None:
    """Return the verb that is given; none where what all of them are is asked for, or nothing at all."""
    words = iter(arguments)
    for word in words:
        if word in VERBS:
            return word
        if word in {"--profile", OPTION}:
            next(words, None)
        elif word != "--json" and not word.startswith(("--profile=", f"{OPTION}=")):
            return None
    return None


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: the same options are taken before and after the verb, and the one given wins.
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=tr("print one JSON document"))
    common.add_argument("--profile", type=Path, default=argparse.SUPPRESS, metavar="DIR", help=tr("profile folder"))
    common.add_argument(
        OPTION,
        type=language_named,
        default=argparse.SUPPRESS,
        metavar="TAG",
        help=tr("language of what is said here: {tags} (default: that of the environment)", tags=language_tags()),
    )
    return common
