"""Entry of the command line: parse, run, and turn every outcome into an exit status.

Exit status: 0 all went well · 1 something was refused, missing or does not hold (said in words) · 2 the command was not
understood · 130 interrupted.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from surveyor_app.cli.errors import report_error
from surveyor_app.cli.output import Output, escape_what_the_terminal_lacks
from surveyor_app.cli.parser import build_parser
from surveyor_app.cli.speaking import speak, speak_of_all
from surveyor_app.domain.errors import Cancelled, SurveyorError
from surveyor_app.threads import share_fairly
from surveyor_app.wording.translation import tr


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    share_fairly()
    escape_what_the_terminal_lacks()
    given = sys.argv[1:] if argv is None else argv
    output = Output(as_json="--json" in given)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        speak(given)
        arguments = build_parser(given).parse_args(given)
        speak_of_all()
        output = Output(as_json=arguments.json)
        return int(arguments.run(arguments, output))
    except SurveyorError as error:
        report_error(error, output)
        return 1
    except (Cancelled, KeyboardInterrupt):
        print(tr("Interrupted. What was stored before is safe; run the command again to go on."), file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output went away (a pager was closed); there is nobody left to tell.
        sys.stderr.close()
        return 1
