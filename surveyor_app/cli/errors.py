"""How the command line says an error: the same sentences as the window, and the code for programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from surveyor_app.cli.output import Output
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.wording.error_sentences import error_sentences
from surveyor_app.wording.reasons import reason_shown
from surveyor_app.wording.translation import tr_marked


def sentence_of(error: SurveyorError) -> str:
    """Return what happened, what is safe and what to do, as one paragraph."""
    return " ".join(error_sentences(error, tr_marked, _shown))


def report_error(error: SurveyorError, output: Output, done: Mapping[str, object] | None = None) -> None:
    """Print an error: for people to standard error, with ``--json`` as a document on standard output.

    ``done`` is what came of the command before the error, for programs.
    """
    data = {name: str(value) for name, value in error.data.items()}
    output.result({"error": {"code": error.code, "retryable": error.retryable, "data": data}, **(done or {})})
    print(f"surveyor: {sentence_of(error)} [{error}]", file=sys.stderr)


def _shown(name: str, value: object) -> str:
    return reason_shown(value) if name == "reason" else str(value)
