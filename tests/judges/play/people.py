"""People at browsers: each in one of their own, who go, type, press and read; what a page does wrong is kept for the verdict."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("browsers.mjs")
DESK, PHONE = (1280, 800), (390, 844)


class Browsers:
    """The browsers of everybody, behind one program."""

    def __init__(self, served: subprocess.Popen[str]) -> None:
        self._served = served

    def do(self, deed: str, **more: Any) -> Any:
        """Have one deed done.

        Raises:
            AssertionError: it could not be done; with what the browser said.
        """
        assert self._served.stdin is not None
        assert self._served.stdout is not None
        self._served.stdin.write(json.dumps({"do": deed, **more}) + "\n")
        self._served.stdin.flush()
        line = self._served.stdout.readline()
        assert line, "the browsers are gone"
        answer = json.loads(line)
        assert answer["ok"], f"{more.get('who', '')}: {deed} {more}: {answer['said']}"
        return answer["said"]

    def open(self, who: str, server: str, language: str, *, phone: bool = False, dark: bool = False) -> Person:
        """Give somebody a browser."""
        width, height = PHONE if phone else DESK
        self.do("open", who=who, language=language, width=width, height=height, phone=phone, dark=dark)
        return Person(self, who, server)


@contextmanager
def browsers(playwright: Path, axe: Path, browser: str, folder: Path) -> Iterator[Browsers]:
    """Have the program that drives browsers run meanwhile."""
    asked = folder / "browsers.json"
    asked.write_text(json.dumps({"playwright": str(playwright), "axe": str(axe), "browser": browser}), encoding="utf-8")
    command = ["node", str(SCRIPT), str(asked)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as served:
        try:
            yield Browsers(served)
        finally:
            if served.stdin is not None:
                served.stdin.close()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a browser."""

    browsers: Browsers
    who: str
    server: str

    def do(self, deed: str, **more: Any) -> Any:
        return self.browsers.do(deed, who=self.who, **more)

    # ------------------------------------------------------------------------------------------- going

    def go(self, path: str) -> None:
        """Open an address of the centre."""
        self.do("go", url=path if path.startswith("http") else self.server + path)

    def click(self, at: str, *, stays: bool = False) -> str:
        """Press what is there, and wait for the page it leads to unless it leads nowhere; return its path."""
        done = self.do("click", at=at, stays=stays)
        return "" if stays else str(done["url"])

    def press(self, key: str, *, moves: bool = False) -> None:
        self.do("press", key=key, moves=moves)

    def tab(self, at: str) -> None:
        """Go there by the Tab key."""
        self.do("tab", at=at)

    def fill(self, form: str, **fields: str) -> None:
        """Fill fields of a form, named by its selector."""
        for name, text in fields.items():
            self.do("fill", at=f"{form} [name={name}]", text=text)

    def sign_in(self, user: str, password: str) -> None:
        """Sign in at the desk."""
        self.go("/")
        self.fill("form[action='/sign-in']", user=user, password=password)
        self.press("Enter", moves=True)
        (cookie,) = (item for item in self.do("cookies") if item["name"] == "surveyor_desk")
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict"), cookie
        assert cookie["secure"] is self.server.startswith("https:"), cookie

    # ----------------------------------------------------------------------------------------- reading

    def text(self, at: str = "body") -> str:
        return str(self.do("text", at=at))

    def all(self, at: str, name: str | None = None) -> list[str]:
        """Return the texts of all that match, or an attribute of each."""
        return list(self.do("all", at=at, name=name))

    def sees(self, *wanted: str, at: str = "body") -> str:
        """Check that these words stand on the page; return all of it."""
        found = self.text(at)
        for words in wanted:
            assert words in found, f"{self.who} does not see “{words}” in:\n{found[:3000]}"
        return found

    def sees_not(self, *unwanted: str, at: str = "body") -> None:
        found = self.text(at)
        for words in unwanted:
            assert words not in found, f"{self.who} sees “{words}” in:\n{found[:3000]}"

    def ask(self, script: str, about: Any = None) -> Any:
        """Ask something of the page that is there."""
        return self.do("ask", script=script, about=about)

    def shows(self, folder: Path | None, name: str, *, whole: bool = True) -> None:
        """Keep a picture of what is seen, where pictures are wanted."""
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            self.do("shot", file=str(folder / f"{name}.png"), whole=whole)
