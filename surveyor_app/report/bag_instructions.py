"""Puts VERIFY.txt together: the steps of verify.toml that fit what the bag holds."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Set
from typing import Literal

from surveyor_app.report import bag_content as names

Language = Literal["en", "zh"]
_WIDTH: dict[Language, int] = {"en": 96, "zh": 48}


def instructions(texts: bytes, language: Language, paths: Set[str]) -> str:
    """Return the text of VERIFY.txt or VERIFY.zh.txt.

    Commands stand on their own lines, indented by four spaces, and are run in the bag's own folder.

    Args:
        texts: Bytes of verify.toml.
        language: Which of the two.
        paths: What the bag holds; a step that needs an absent file is left out.
    """
    source = tomllib.loads(texts.decode())
    keys = tuple(f"{names.CERTIFICATES}/{start}-" for start in ("device", "key"))
    places = {
        "@ORIGINAL@": sorted(path for path in paths if path.startswith("data/originals/"))[:1],
        "@KEY@": sorted(path for path in paths if path.startswith(keys))[:1],
    }
    blocks = [_wrapped(source["intro"][language], language, "")]
    number = 0
    for step in source["steps"]:
        needed = [places.get(need, [need] if need in paths else []) for need in step.get("needs", [])]
        if not all(needed):
            continue
        number += 1
        blocks.append(_wrapped(step[language], language, f"{number}. "))
        blocks.append("\n".join(f"    {_filled(command.strip(), places)}" for command in step["commands"]))
    return "\n\n".join(blocks) + "\n"


def _filled(command: str, places: dict[str, list[str]]) -> str:
    for mark, found in places.items():
        command = command.replace(mark, found[0] if found else "")
    return command


def _wrapped(text: str, language: Language, lead: str) -> str:
    """Wrap prose; its indent is less than that of commands, whatever the number."""
    indent = " " * min(len(lead), 3)
    return textwrap.fill(" ".join(text.split()), _WIDTH[language], initial_indent=lead, subsequent_indent=indent)
