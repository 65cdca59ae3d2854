"""The verbs of the command line and what each takes."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app import __version__
from surveyor_app.cli import (
    case_commands,
    central_commands,
    delivery_commands,
    demo_commands,
    evidence_commands,
    report_commands,
    window_commands,
)

EPILOG = """Secrets come from SURVEYOR_PASSPHRASE, SURVEYOR_P12_PASSPHRASE, SURVEYOR_ENROLL_CODE, the keyring, or a prompt.
Exit status: 0 all went well, 1 something was refused or does not hold, 2 the command was not understood."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; each verb sets ``run``, a function of (arguments, output) that returns the exit status."""
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
    for add in (
        demo_commands.add,
        case_commands.add,
        evidence_commands.add,
        report_commands.add,
        delivery_commands.add,
        central_commands.add,
        window_commands.add,
    ):
        add(verbs, common)
    return parser


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    # SUPPRESS: the same options are taken before and after the verb, and the one given wins.
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON document")
    common.add_argument("--profile", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="profile folder")
    return common
