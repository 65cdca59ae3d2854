"""Takes pictures of every page of the desk and of the customer, to be looked at: ``python -m tests.judges.desk_pictures DIR``.

Both languages; 1280 wide in light and dark, 390 for the customer's pages and those of the review; sheets of all of them beside.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from tests.judges.desk_pages import AXE, BROWSERS, DIGITS, LANGUAGES, PASSWORD, PLAYWRIGHT, USER, desk
from tests.judges.npm import fetch_package
from tests.judges.play.people import Browsers, Person, browsers

ARCHIVES = Path(__file__).resolve().parents[2] / "build" / "judges"
SMALL = ("/review", "/remarks", "/photos", "/photos/look")
"""Pages of a claim that are looked at on a phone, too: a survey is reviewed in passing."""
SHEET_PX, COLUMNS, ROWS, HEIGHT_PX = 400, 4, 3, 560


def main() -> int:
    """Take all pictures and lay sheets of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("SKIPPED: chromium not found.")
        return 0
    playwright, axe = (fetch_package(*package, ARCHIVES) for package in (PLAYWRIGHT, AXE))
    with (
        tempfile.TemporaryDirectory() as scratch,
        desk(Path(scratch, "centre")) as (url, pages, customer),
        browsers(playwright, axe, browser, Path(scratch)) as people,
    ):
        for language in LANGUAGES:
            for look in ("light", "dark"):
                _desk(people, url, [*pages, "/claims/none"], out, language, look)
                _phone(people, url, pages, customer, out, language, look)
        for fault in people.do("faults"):
            print(fault)
    _sheets(out)
    return 0


def _desk(people: Browsers, url: str, pages: Sequence[str], out: Path, language: str, look: str) -> None:
    who = people.open(f"desk-{language}-{look}", url, language, dark=look == "dark")
    who.go("/")
    who.shows(out, f"1280-sign-in-{language}-{look}")
    who.sign_in(USER, PASSWORD)
    _walk(who, pages, out, f"1280-{{}}-{language}-{look}")
    made = next(page for page in pages if page.endswith("/customer"))
    who.go(made)
    who.click("form[action$='/messages'] button")
    who.shows(out, f"1280-message-{language}-{look}")


def _phone(
    people: Browsers, url: str, pages: Sequence[str], customer: Sequence[str], out: Path, language: str, look: str
) -> None:
    who = people.open(f"phone-{language}-{look}", url, language, phone=True, dark=look == "dark")
    _walk(who, ["/report", customer[0], "/c/none"], out, f"390-before-{{}}-{language}-{look}")
    who.go(customer[0])
    who.fill("form", digits=DIGITS)
    who.click("form button.main")
    who.ask(OPEN)
    _walk(who, customer, out, f"390-{{}}-{language}-{look}")
    who.sign_in(USER, PASSWORD)
    _walk(who, [page for page in pages if page.endswith(SMALL)], out, f"390-{{}}-{language}-{look}")


OPEN = "() => document.querySelectorAll('details').forEach((part) => { part.open = true })"


def _walk(who: Person, pages: Sequence[str], out: Path, name: str) -> None:
    for number, page in enumerate(pages):
        who.go(page)
        who.ask(OPEN)
        part = page.split("?", maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1][:12] or "list"
        who.shows(out, name.format(f"{number:02}-{part}"))


def _sheets(out: Path) -> None:
    files = sorted(out.glob("*-*.png"))
    for number, group in enumerate(_groups(files), start=1):
        sheet = Image.new("RGB", (COLUMNS * SHEET_PX, ROWS * HEIGHT_PX), "grey")
        for place, file in enumerate(group):
            with Image.open(file) as picture:
                small = picture.convert("RGB")
                small.thumbnail((SHEET_PX - 8, 10 * HEIGHT_PX))
                part = small.crop((0, 0, small.width, min(small.height, HEIGHT_PX - 8)))
            sheet.paste(part, (place % COLUMNS * SHEET_PX, place // COLUMNS * HEIGHT_PX))
        sheet.save(out / f"sheet{number:02}.png")
        print(f"sheet{number:02}: {', '.join(file.stem for file in group)}")


def _groups(files: Sequence[Path]) -> Iterator[Sequence[Path]]:
    for start in range(0, len(files), COLUMNS * ROWS):
        yield files[start : start + COLUMNS * ROWS]


if __name__ == "__main__":
    sys.exit(main())
