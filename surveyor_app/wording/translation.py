"""The sentences that stand in the code, in the language of whoever reads them.

Source texts are English and stand in the code; every one goes through :func:`tr` or :func:`mark`, where the tests find it. The
translations are read from Qt's ``.ts`` files when they are first needed, so that no compiled file has to be built, shipped and
kept in step. There is no Qt in here: command line and centre say the same sentences where it is not installed.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.texts import Language
from surveyor_app.wording.languages import CHINESE, ENGLISH, FOLDER, english

Messages = Mapping[str, tuple[str, ...]]
"""Source text → translations: one, or one for each plural form (English: one, other; Chinese: one form)."""
FILE, COMMAND_LINE = "window.ts", "command_line.ts"
"""What all of the program says, and what the command line alone says: its help is to be there at once."""


def tr(source: str, *, n: int = -1, **data: object) -> str:
    """Return ``source`` in the program's language, ``%n`` and ``{names}`` filled in. In the window on the UI thread only.

    ``source`` must be a literal: the tests find all texts by reading the code.
    """
    return _said(_messages, source, n, data)


def mark(source: str) -> str:
    """Mark a literal for translation where it is kept and not shown yet; show it with :func:`tr_marked`."""
    return source


def tr_marked(source: str, **data: object) -> str:
    """Translate a text that was marked where it was written."""
    return _said(_messages, source, -1, data)


def said_in(language: Language, source: str, **data: object) -> str:
    """Translate a marked text into the language of a person, whatever the program speaks: what that person reads and signs.

    Raises:
        InstallationIncomplete: the translations are missing.
    """
    return _said(messages_of(resources_dir(), language), source, -1, data)


def _said(messages: Messages, source: str, n: int, data: Mapping[str, object]) -> str:
    forms = messages.get(source) or (source,)
    text = forms[0] if n in (-1, 1) or len(forms) == 1 else forms[1]
    if n >= 0:
        text = text.replace("%n", str(n))
    return text.format(**data) if data else text


@cache
def messages_of(resources: Path, language: Language, files: tuple[str, ...] = (FILE,)) -> Messages:
    """Return the translations into a language, those of its fallbacks for what it lacks; read once.

    Raises:
        InstallationIncomplete: a file is not XML, or one of those that come with the program is missing.
    """
    messages: dict[str, tuple[str, ...]] = {}
    for other in reversed(language.fallback):
        messages.update(messages_of(resources, other, files))
    for file in files:
        path = resources / FOLDER / language.tag / file
        if path.exists() or language.tag in {CHINESE, ENGLISH}:
            messages.update(read_ts(path))
    return messages


@cache
def read_ts(path: Path) -> Messages:
    """Read a ``.ts`` file, each once; unfinished messages are left out.

    Raises:
        InstallationIncomplete: the file is missing or not XML.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise InstallationIncomplete(what="translations", path=str(path), tried=[str(path)]) from error
    messages: dict[str, tuple[str, ...]] = {}
    for message in root.iter("message"):
        target = message.find("translation")
        if target is None or target.get("type") in {"unfinished", "obsolete", "vanished"}:
            continue
        forms = [form.text or "" for form in target.findall("numerusform")] or [target.text or ""]
        messages[message.findtext("source", "")] = tuple(forms)
    return messages


_language: Language | None = None
_messages: Messages = {}


def use(language: Language, resources: Path, files: tuple[str, ...] = (FILE,)) -> None:
    """Say everything in ``language`` from now on; until then :func:`tr` says what stands in the code.

    Raises:
        InstallationIncomplete: the translations are missing.
    """
    global _language, _messages
    _language, _messages = language, messages_of(resources, language, files)


def current_language() -> Language:
    """Return the program's language, for labels that come from data; English until it is chosen."""
    return _language or english()
