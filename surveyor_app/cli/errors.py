"""How the command line says an error: the same sentences as the window, and the code for programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from surveyor_app.cli.output import Output
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.wording.error_texts import SENTENCES
from surveyor_app.wording.reasons import reason_shown
from surveyor_app.wording.translation import tr_marked


def sentence_of(error: SurveyorError) -> str:
    """Return what happened, what is safe and what to do, as one paragraph."""
    parts = SENTENCES.get(error.code, SENTENCES["error"])
    data = _Shown({name: reason_shown(value) if name == "reason" else str(value) for name, value in error.data.items()})
    return " ".join(tr_marked(part).format_map(data) for part in (parts.happened, parts.safe, parts.advice))


def report_error(error: SurveyorError, output: Output, done: Mapping[str, object] | None = None) -> None:
    """Print an error: for people to standard error, with ``--json`` as a document on standard output.

    ``done`` is what came of the command before the error, for programs.
    """
    data = {name: str(value) for name, value in error.data.items()}
    output.result({"error": {"code": error.code, "retryable": error.retryable, "data": data}, **(done or {})})
    print(f"surveyor: {sentence_of(error)} [{error}]", file=sys.stderr)


class _Shown(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"
