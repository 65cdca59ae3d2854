"""Has a real browser, as small as a phone, send files by the page of a pairing."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import subprocess
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.pairing.answering import Received
from surveyor_app.pairing.identity import new_identity
from surveyor_app.pairing.listening import Pairing
from surveyor_app.pairing.spool import Spool
from surveyor_app.ui.pairing.page_files import page_files
from tests.judges.desk_pages import AXE, BROWSERS, PLAYWRIGHT
from tests.judges.maven import NotHere
from tests.judges.npm import fetch_package

SCRIPT = Path(__file__).with_name("phone_page.mjs")
SIZES = {"现场 1.jpg": 90_000, "IMG 0002.HEIC": 3_000_000, "empty.jpg": 0, "film.mp4": 40_000_000}
NODE_S = 200


def judge_phone(archives: Path, folder: Path) -> bool:
    """Send, compare, print; return whether all is as it should be, or nobody could look."""
    try:
        browser = next(filter(None, map(shutil.which, BROWSERS)), None)
        if browser is None:
            raise NotHere("chromium not found")
        playwright, axe = (fetch_package(*package, archives) for package in (PLAYWRIGHT, AXE))
    except NotHere as reason:
        print(f"SKIPPED: no phone sent anything. {reason}.")
        return True
    files = _files(folder / "files")
    came: dict[str, str] = {}

    def receive(spool: Spool) -> Received:
        came[spool.name] = hashlib.sha256(b"".join(spool.chunks())).hexdigest()
        return Received(is_safe=True, text="in the case")

    spools = folder / "spools"
    spools.mkdir()
    pairing = Pairing({}, receive, spools, new_identity(["127.0.0.1"], spools))
    pairing.files = page_files(resources_dir(), f"/p/{pairing.token}", "R20261120-0001")
    address = pairing.address("127.0.0.1", pairing.open("127.0.0.1"))
    asked = {
        "address": address,
        "browser": browser,
        "playwright": str(playwright),
        "axe": str(axe),
        "files": [str(path) for path in files],
        "picture": str(folder / "phone.png"),
    }
    (folder / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    command = ["node", str(SCRIPT), str(folder / "asked.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=NODE_S, check=False)
    pairing.close()
    if done.returncode:
        print(done.stderr)
        return False
    found = json.loads(done.stdout)
    sent = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    cookie = {"name": "pairing", "httpOnly": True, "secure": True, "sameSite": "Strict"}
    faults = [
        *([f"sent {sorted(sent)}, came {sorted(came)}"] if sent != came else []),
        *(f"console: {text}" for text in found["said"]),
        *found["serious"],
        *([f"a second phone was answered {found['other']}"] if found["other"] != 403 else []),
        *([f"cookie {found['cookies']}"] if found["cookies"] != [cookie] else []),
    ]
    print(f"phone in {Path(browser).name}: {len(came)} files byte for byte, {'; '.join(faults) or 'ok'}")
    return not faults


def _files(folder: Path) -> list[Path]:
    folder.mkdir()
    chance = random.Random(5)
    made = []
    for name, size in SIZES.items():
        (folder / name).write_bytes(chance.randbytes(size))
        made.append(folder / name)
    return made
