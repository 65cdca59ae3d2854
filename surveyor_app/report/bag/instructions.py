"""Puts VERIFY.txt together in each language: the steps of verify.toml that fit what the bag holds."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Language, Text
from surveyor_app.wording.languages import ENGLISH, languages
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "report/verify.toml"
IS_INSTRUCTIONS = re.compile(r"VERIFY(\.[a-z]+)?\.txt")
"""What the files are called: the English one has no language in its name, any other has the key of its language."""
_AT_ONCE = """A=/path/of/the/insurer.pem sh -c "$(sed -n 's/^    //p' {name})\""""
_NARROW, _WIDE = 96, 48


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to check: what it proves, the lines of shell, and the files without which it is left out."""

    text: Text
    commands: str
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
        name = f"VERIFY{infix}.txt"
        yield name, instructions(language, paths, name)


def instructions(language: Language, paths: Set[str], name: str) -> str:
    """Return the text in one language; ``name`` is that of the file it is put into.

    Commands stand on their own lines, indented by four spaces, and are run in the bag's own folder. A step that needs a file
    which is not in ``paths`` is left out.
    """
    steps = load_steps(resources_dir())
    # Two spaces: this line takes all those with four out of the text, and not itself.
    blocks = [_wrapped(steps.intro.in_(language), ""), f"  {_AT_ONCE.format(name=name)}"]
    wanted = [step for step in steps.all if paths >= set(step.needs)]
    for number, step in enumerate(wanted, start=1):
        blocks.append(_wrapped(step.text.in_(language), f"{number}. "))
        blocks.append(textwrap.indent(step.commands.strip("\n"), "    "))
    return "\n\n".join(blocks) + "\n"


def _step(item: Item) -> Step:
    if set(item.without_texts()) - {"id", "commands", "needs"}:
        raise ValueError(f"{item['id']}: unknown key")
    return Step(item.text(), string_of(item["commands"]), tuple(map(string_of, item.get("needs", ()))))


def _wrapped(text: str, lead: str) -> str:
    """Wrap prose; its indent is less than that of commands, whatever the number. Wide characters take the room of two."""
    width = _WIDE if any(unicodedata.east_asian_width(character) in "WF" for character in text) else _NARROW
    indent = " " * min(len(lead), 3)
    return textwrap.fill(" ".join(text.split()), width, initial_indent=lead, subsequent_indent=indent)
