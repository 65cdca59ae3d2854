"""The verbs of the command line and what each takes.

Only the module of the verb that is asked for is imported: the window is to be there at once, and loading all that every verb
needs takes more than a second.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from surveyor_app import __version__
from surveyor_app.cli import window_commands

EPILOG = """Secrets come from SURVEYOR_PASSPHRASE, SURVEYOR_P12_PASSPHRASE, SURVEYOR_ENROLL_CODE, the keyring, or a prompt.
Exit status: 0 all went well, 1 something was refused or does not hold, 2 the command was not understood."""

VERBS = {
    "demo": "demo_commands",
    "case": "case_commands",
    "profile": "case_commands",
    "import": "evidence_commands",
    "card": "evidence_commands",
    "check": "evidence_commands",
    "report": "report_commands",
    "statement": "statement_commands",
    "verify": "report_commands",
    "export": "report_commands",
    "enroll": "delivery_commands",
    "sync": "delivery_commands",
    "central": "central_commands",
    "window": "window_commands",
    "run-sample": "window_commands",
}
"""Each verb with the module that adds it, in the order of the help."""


def build_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for these arguments; each verb sets ``run``, a function of (arguments, output) → exit status."""
    common = _common()
    parser = argparse.ArgumentParser(
        prog="surveyor",
        description="Field evidence, signed reports and safe delivery for insurance surveyors. Without a verb: the window.",
        epilog=EPILOG,
        # Of its own: set_defaults below would change the defaults of actions that are shared.
        parents=[_common()],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"surveyor {__version__}")
    parser.set_defaults(json=False, profile=None, run=window_commands.open_window)
    verbs = parser.add_subparsers(metavar="VERB")
    for module in _modules(arguments):
        importlib.import_module(f"surveyor_app.cli.{module}").add(verbs, common)
    return parser


def _modules(arguments: Sequence[str]) -> Iterable[str]:
    """Return the modules that can be meant: one when there is a verb, none for the window alone, else all."""
    if not arguments or (len(arguments) == 2 and arguments[0] == "--profile"):
        return ()
    asked = [VERBS[argument] for argument in arguments if argument in VERBS]
    # A folder may be called like a verb; help, and what is no verb, is answered with the whole list.
    return asked[:1] if len(asked) == 1 else dict.fromkeys(VERBS.values())


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: the same options are taken before and after the verb, and the one given wins.
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document")
    common.add_argument("--profile", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="profile folder")
    return common
