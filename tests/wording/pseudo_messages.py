"""Messages of a language that nobody speaks: every word that comes of a translation stands between marks, all else is data.

Placeholders are left outside the brackets, so what fills them shows whether it was translated itself.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from surveyor_app.wording.translation import COMMAND_LINE, FILE

_PLACEHOLDER = re.compile(r"(\{\w*\}|%\(\w+\)[sr]|%[srn])")
BEGIN, END = "〚", "〛"
"""The marks: white square brackets, which the fonts of the papers hold and no text of the program has."""
_TRANSLATED = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")


def pseudo(text: str) -> str:
    """Return a text in the language: ``{path}: holds.`` becomes ``{path}〚: holds.〛``."""
    parts = _PLACEHOLDER.split(text)
    return "".join(_wrapped(part) if number % 2 == 0 else part for number, part in enumerate(parts))


def without_translated(said: str) -> str:
    """Return what is left of something said when all that was translated is taken away: the data."""
    return _TRANSLATED.sub(" ", said)


def write_pseudo_messages(folder: Path, like: Path) -> None:
    """Write the ``.ts`` files of the language into ``folder``, with the messages that those in the folder ``like`` have."""
    for file in (FILE, COMMAND_LINE):
        tree = ElementTree.parse(like / file)
        for message in tree.getroot().iter("message"):
            target = message.find("translation")
            assert target is not None
            for form in target.findall("numerusform") or [target]:
                form.text = pseudo(form.text or "")
        tree.write(folder / file, encoding="utf-8", xml_declaration=True)


def _wrapped(text: str) -> str:
    """Wrap what has letters; line ends, by which a terminal's lines are told apart, stay outside."""
    words = text.strip("\n")
    return text.replace(words, f"{BEGIN}{words}{END}") if any(map(str.isalpha, words)) else text
