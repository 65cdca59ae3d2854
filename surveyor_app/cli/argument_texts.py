"""What Python's own parser of arguments says, in the language of the command line.

``argparse`` sends every text of its own through two functions of ``gettext``, so that a program can translate it. Theirs would
need compiled catalogues; here both look into the same translations as everything else. A test reads the texts out of the
``argparse`` at hand and finds each of them below.
"""

from __future__ import annotations

import argparse

from surveyor_app.wording.translation import mark, tr_marked

TEXTS = (
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("%(heading)s:"),
    mark("show this help message and exit"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("%(prog)s: error: %(message)s\n"),
    mark("the following arguments are required: %s"),
    mark("one of the arguments %s is required"),
    mark("unrecognized arguments: %s"),
    mark("not allowed with argument %s"),
    mark("ignored explicit argument %r"),
    mark("ambiguous option: %(option)s could match %(matches)s"),
    mark("unexpected option string: %s"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("unknown parser %(parser_name)r (choices: %(choices)s)"),
    mark("invalid %(type)s value: %(value)r"),
    mark("expected one argument"),
    mark("expected at most one argument"),
    mark("expected at least one argument"),
    mark("expected %s argument"),
    mark("expected %s arguments"),
)
"""Those that users meet, in the versions of Python that we run on."""


def translate_argparse() -> None:
    """Have the parsers of this process say their own texts in the program's language, whatever it is then."""
    vars(argparse).update(_=tr_marked, ngettext=_counted)


def _counted(one: str, several: str, n: int) -> str:
    return tr_marked(one if n == 1 else several)
