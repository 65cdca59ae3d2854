"""What the phone's page consists of, in the window's language."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from string import Template

from surveyor_app.wording.translation import current_language, tr

FOLDER = "pairing"


def page_files(resources: Path, base: str, case_name: str) -> Mapping[str, tuple[str, bytes]]:
    """Return the parts by name, the page itself under the empty one: media type and bytes.

    ``base`` is the path the phone opens. Everything put into the page is escaped.
    """
    folder = resources / FOLDER
    words = {
        "language": current_language().tag.replace("_", "-"),
        "base": base,
        "title": tr("Photos to the case"),
        "case": case_name,
        "explanation": tr(
            "Choose photos and videos. They go to the surveyor's laptop as they are, and nowhere else. They stay on this phone."
        ),
        "choose": tr("Choose photos and videos"),
        "waiting": tr("waiting"),
        "sending": tr("on its way"),
        "keep": tr("Keep this page open until everything has arrived."),
        "lost": tr("Not sent. The laptop listens no more, or the network was cut."),
        "again": tr("Send again"),
        "all": tr("All sent: {count} in the case.", count=0),
        "noscript": tr("This page needs JavaScript to send files as they are."),
    }
    page = Template((folder / "page.html").read_text(encoding="utf-8"))
    made = page.substitute({name: html.escape(text) for name, text in words.items()})
    return {
        "": ("text/html; charset=utf-8", made.encode()),
        "page.css": ("text/css; charset=utf-8", (folder / "page.css").read_bytes()),
        "page.js": ("text/javascript; charset=utf-8", (folder / "page.js").read_bytes()),
    }
