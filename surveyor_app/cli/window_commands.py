"""The window: ``surveyor`` alone, and ``surveyor run-sample`` on a sample claim with an embedded centre.

Qt is imported only here and only when a window is asked for: every other verb works on machines without the libraries that a
window needs.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

from surveyor_app.cli.output import Output
from surveyor_app.cli.places import profile_folder
from surveyor_app.wording.sample_kinds import MOTOR, SAMPLE_KINDS
from surveyor_app.wording.translation import tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    window = verbs.add_parser("window", parents=[common])
    window.add_argument("file", type=Path, nargs="?", help=tr("case file to open"))
    window.set_defaults(run=open_window)
    sample = verbs.add_parser("run-sample", parents=[common])
    sample.add_argument(
        "--dir", type=Path, default=Path("build/sample"), metavar="DIR", help=tr("folder of the sample")
    )
    sample.add_argument("--kind", choices=SAMPLE_KINDS, default=MOTOR, help=tr("which sample case (default: motor)"))
    sample.set_defaults(run=run_sample)


def open_window(arguments: argparse.Namespace, output: Output) -> int:
    """Open the window and return when it is closed."""
    return _run(arguments, profile_folder(arguments), getattr(arguments, "file", None), None)


def run_sample(arguments: argparse.Namespace, output: Output) -> int:
    """Prepare a sample claim with an embedded centre on loopback, and open the window on it."""
    # The centre is an extra that an installation without it does not need for any other verb.
    samples = importlib.import_module("surveyor_app.cli.samples")
    with samples.sample_claim(arguments.dir, arguments.kind) as sample:
        output.say(
            tr(
                "The office desk: {url}, user {user}, password {password}",
                url=sample.server,
                user=sample.clerk,
                password=sample.password,
            )
        )
        return _run(arguments, sample.profile, sample.case, samples.PASSPHRASE)


def _run(arguments: argparse.Namespace, profile: Path, case: Path | None, passphrase: str | None) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        nowhere = tr("there is no display here; `surveyor --help` lists what works without one.")
        print(f"surveyor: {nowhere}", file=sys.stderr)
        return 1
    app = importlib.import_module("surveyor_app.ui.window.running")
    asked = getattr(arguments, "lang", None)
    return int(app.run(profile_folder=profile, open_case=case, passphrase=passphrase, language=asked))
