"""In which language the command line speaks: the one asked for with ``--lang``, else that of the environment."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Language
from surveyor_app.wording.languages import find_language, languages, nearest_language
from surveyor_app.wording.translation import COMMAND_LINE, FILE, current_language, tr, use

OPTION = "--lang"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that says something counts, as everywhere on POSIX systems."""


def speak(arguments: Sequence[str]) -> None:
    """Say help and what is not understood in the language of these arguments.

    Raises:
        InstallationIncomplete: the languages that come with the program are not whole.
    """
    resources = resources_dir()
    asked = nearest_language(_asked(arguments) or "", resources)
    use(asked or find_language(_of_environment(), resources), resources, (COMMAND_LINE,))


def speak_of_all() -> None:
    """Say in the same language what the rest of the program says too: results, errors.

    Raises:
        InstallationIncomplete: as :func:`speak`.
    """
    use(current_language(), resources_dir(), (FILE, COMMAND_LINE))


def language_named(tag: str) -> Language:
    """Return the language that was asked for.

    Raises:
        argparse.ArgumentTypeError: there is none of it.
    """
    resources = resources_dir()
    found = nearest_language(tag, resources)
    if found is None:
        there = ", ".join(f"{language.tag} ({language.name})" for language in languages(resources))
        raise argparse.ArgumentTypeError(tr("there is no language “{tag}”; there are: {there}", tag=tag, there=there))
    return found


def language_tags() -> str:
    """Return the tags of the languages there are, as a list for people."""
    return current_language().joined(language.tag for language in languages(resources_dir()))


def _asked(arguments: Sequence[str]) -> str | None:
    """Return what is asked for, the last word of several; looked for before the parser, which already speaks."""
    asked = None
    words = iter(arguments)
    for word in words:
        if word == "--":
            break
        if word == OPTION:
            asked = next(words, None)
        elif word.startswith(f"{OPTION}="):
            asked = word.partition("=")[2]
    return asked


def _of_environment() -> str:
    return next(filter(None, map(os.environ.get, VARIABLES)), "")
