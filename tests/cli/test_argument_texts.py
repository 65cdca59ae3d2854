"""Python's own parser of arguments says nothing that our translations do not know."""

from __future__ import annotations

import argparse
import ast
import inspect

from surveyor_app.cli.argument_texts import TEXTS

HOOKS = {"_", "ngettext"}
NOT_MET = {
    " (default: %(default)s)",
    "%(prog)s: warning: %(message)s\n",
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "argument '%(argument_name)s' is deprecated",
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "command '%(parser_name)s' is deprecated",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "option '%(option)s' is deprecated",
    "show program's version number and exit",
    "subcommands",
}
"""What is said to programmers, or of things that our verbs do not have."""


def own_texts() -> set[str]:
    """Return every text that the ``argparse`` at hand sends through gettext."""
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(argparse))) if isinstance(node, ast.Call)]
    texts = [call.args for call in calls if isinstance(call.func, ast.Name) and call.func.id in HOOKS]
    literals = [node.value for arguments in texts for node in arguments if isinstance(node, ast.Constant)]
    return {value for value in literals if isinstance(value, str)}


def test_every_text_that_users_meet_is_ours_to_translate() -> None:
    assert {"usage: ", "options", "expected one argument"} <= own_texts()
    assert own_texts() - NOT_MET <= set(TEXTS)


def test_no_text_is_both() -> None:
    assert not NOT_MET & set(TEXTS)
