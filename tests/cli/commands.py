"""Runs commands of one laptop and reads what they say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.launcher import Ended, Launcher
from tests.faults.worlds import ENVIRONMENT, World

Word = str | Path


@dataclass(slots=True)
class Surveyor:
    """The command ``surveyor`` with the profile and passphrase of one world."""

    launcher: Launcher
    world: World
    environment: dict[str, str] = field(default_factory=lambda: dict(ENVIRONMENT))
    program: str = "surveyor"
    largest_file: int | None = None

    def run(self, *words: Word) -> Ended:
        """Run a command to its end."""
        return self.launcher.run(
            [*words, "--profile", self.world.profile],
            self.environment,
            program=self.program,
            largest_file=self.largest_file,
        )

    def say(self, *words: Word) -> str:
        """Run a command that goes well and return what it says to people."""
        ended = self.run(*words)
        assert ended.status == 0, ended.err + ended.out
        assert ended.err == ""
        return ended.out

    def tell(self, *words: Word, status: int = 0) -> Any:
        """Run a command with ``--json`` and return its document."""
        ended = self.run(*words, "--json")
        assert ended.status == status, ended.err + ended.out
        return json.loads(ended.out)

    def refuse(self, code: str, *words: Word) -> Mapping[str, Any]:
        """Run a command that fails, with a document for programs and a sentence for people; return the error's data."""
        ended = self.run(*words, "--json")
        assert ended.status == 1, ended.out + ended.err
        require_sentence(ended.err, code)
        error: dict[str, Any] = json.loads(ended.out)["error"]
        assert error["code"] == code
        return error["data"]  # type: ignore[no-any-return]


def require_sentence(said: str, code: str) -> None:
    """One line: what happened, what is safe, what to do, then the code; no placeholder left open, no traceback."""
    assert said.startswith("surveyor: "), said
    sentence, bracket, details = said.removeprefix("surveyor: ").partition(" [")
    assert bracket, said
    assert details.startswith(code), said
    assert sentence.count(".") >= 2, said
    assert "?" not in sentence, said
    assert "{" not in sentence, said
    assert "Traceback" not in said
    assert said.count("\n") == 1, said
