"""Puts VERIFY.txt together in each language: the steps of verify.toml that fit what the bag holds."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Language, Text
from surveyor_app.report.bag import content as names
from surveyor_app.wording.languages import ENGLISH, languages
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "report/verify.toml"
IS_INSTRUCTIONS = re.compile(r"VERIFY(\.[a-z]+)?\.txt")
"""What the files are called: the English one has no language in its name, any other has the key of its language."""
_NARROW, _WIDE = 96, 48


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to check: what it proves, the commands, and the files without which it is left out."""

    text: Text
    commands: Sequence[str]
    needs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Steps:
    """The whole file."""

    intro: Text
    all: Sequence[Step]


@cache
def load_steps(resources: Path) -> Steps:
    """Read ``report/verify.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a step in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        return Steps(table["intro"].text(), [_step(item) for item in table["steps"]])


def all_instructions(paths: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of VERIFY.txt in each language there is, for a bag that holds these files."""
    for language in languages(resources_dir()):
        infix = "" if language.tag == ENGLISH else f".{language.key}"
        yield f"VERIFY{infix}.txt", instructions(language, paths)


def instructions(language: Language, paths: Set[str]) -> str:
    """Return the text in one language.

    Commands stand on their own lines, indented by four spaces, and are run in the bag's own folder. A step that needs a file
    which is not in ``paths`` is left out.
    """
    steps = load_steps(resources_dir())
    keys = tuple(f"{names.CERTIFICATES}/{start}-" for start in ("device", "key"))
    places = {
        "@ORIGINAL@": sorted(path for path in paths if path.startswith("data/originals/"))[:1],
        "@KEY@": sorted(path for path in paths if path.startswith(keys))[:1],
    }
    places["@DEVICE@"] = [path for path in places["@KEY@"] if path.startswith(keys[0])]
    blocks = [_wrapped(steps.intro.in_(language), "")]
    number = 0
    for step in steps.all:
        if not all(places.get(need, [need] if need in paths else []) for need in step.needs):
            continue
        number += 1
        blocks.append(_wrapped(step.text.in_(language), f"{number}. "))
        blocks.append("\n".join(f"    {_filled(command.strip(), places)}" for command in step.commands))
    return "\n\n".join(blocks) + "\n"


def _step(item: Item) -> Step:
    if set(item.without_texts()) - {"id", "commands", "needs"}:
        raise ValueError(f"{item['id']}: unknown key")
    commands, needs = (tuple(map(string_of, item.get(name, ()))) for name in ("commands", "needs"))
    return Step(item.text(), commands, needs)


def _filled(command: str, places: Mapping[str, Sequence[str]]) -> str:
    for mark, found in places.items():
        command = command.replace(mark, found[0] if found else "")
    return command


def _wrapped(text: str, lead: str) -> str:
    """Wrap prose; its indent is less than that of commands, whatever the number. Wide characters take the room of two."""
    width = _WIDE if any(unicodedata.east_asian_width(character) in "WF" for character in text) else _NARROW
    indent = " " * min(len(lead), 3)
    return textwrap.fill(" ".join(text.split()), width, initial_indent=lead, subsequent_indent=indent)
