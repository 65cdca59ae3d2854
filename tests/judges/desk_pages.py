"""Has a real browser look at the pages of the desk: axe-core for who cannot see or use a mouse, the Tab key, small screens.

Chromium is asked for by name on the machine, playwright-core and axe-core out of the npm registry.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveyor_app.central.claims import customer_links, office, paper_acts, remark_acts
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.records import reading
from surveyor_app.sync.delivering import deliver
from tests.integration.laptop import Laptop, patience
from tests.judges.maven import NotHere
from tests.judges.npm import fetch_package
from tests.operations.worlds import photo

PLAYWRIGHT, AXE = ("playwright-core", "1.65.1"), ("axe-core", "4.14.1")
SCRIPT = Path(__file__).with_name("desk_pages.mjs")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
USER, PASSWORD = "judge", "a judge of long standing"
SIZES = ((1280, 720), (390, 844))
DIGITS = "8000"
LANGUAGES = ("zh-CN", "en")
NODE_S = 300
PHOTOS = 40
"""A review of so many goes by the keyboard alone."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one page in one language at one size is found to be."""

    page: str
    language: str
    size: str
    faults: tuple[str, ...]


def judge_desk(archives: Path, folder: Path) -> bool:
    """Look at every page, print; return whether none has a serious fault, or nobody could look."""
    try:
        browser = next(filter(None, map(shutil.which, BROWSERS)), None)
        if browser is None:
            raise NotHere("chromium not found")
        playwright, axe = (fetch_package(*package, archives) for package in (PLAYWRIGHT, AXE))
    except NotHere as reason:
        print(f"SKIPPED: nobody looked at the desk. {reason}.")
        return True
    with desk(folder / "centre") as (url, pages, customer):
        asked = {
            "url": url,
            "user": USER,
            "password": PASSWORD,
            "browser": browser,
            "playwright": str(playwright),
            "axe": str(axe),
            "pages": [*pages, "/report", customer[0], "/c/none"],
            "customer": customer,
            "writes": next(page for page in pages if page.endswith("/customer")),
            "digits": DIGITS,
            "sizes": SIZES,
            "languages": LANGUAGES,
        }
        verdicts = look(asked, folder / "asked.json")
    for verdict in verdicts:
        name = verdict.page if len(verdict.page) < 20 else "…" + verdict.page[44:]
        print(f"{name:28} {verdict.language:6} {verdict.size:9} {'; '.join(verdict.faults) or 'ok'}")
    is_good = not any(verdict.faults for verdict in verdicts)
    print(f"desk in {Path(browser).name}, axe-core {AXE[1]}: {'no serious finding' if is_good else 'FAULTS'}")
    return is_good and bool(verdicts)


def look(asked: dict[str, Any], file: Path) -> list[Verdict]:
    """Run the browser over the pages.

    Raises:
        CalledProcessError: it ended before, with what it said.
    """
    file.write_text(json.dumps(asked), encoding="utf-8")
    done = subprocess.run(["node", str(SCRIPT), str(file)], capture_output=True, text=True, timeout=NODE_S, check=False)
    if done.returncode:
        print(done.stderr)
    done.check_returncode()
    return [_verdict(json.loads(line)) for line in done.stdout.splitlines()]


def _verdict(found: dict[str, Any]) -> Verdict:
    faults = [f"{item['id']}: {item['help']} {item['nodes']}" for item in found["serious"]]
    faults += [f"console: {text}" for text in found["said"]]
    if found["looked"] not in (None, PHOTOS):
        faults.append(f"Enter leads through {found['looked']} of {PHOTOS} photos")
    if found["wide"]:
        faults.append("wider than the screen")
    if found["reached"] < found["controls"]:
        faults.append(f"Tab reaches {found['reached']} of {found['controls']} with a visible focus")
    return Verdict(found["page"], found["language"], found["size"], tuple(faults))


@contextmanager
def desk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Serve a centre with one claim in which there is something of everything; yield where, its pages, and the customer's."""
    with EmbeddedCentre(folder) as live, closing(Laptop("zhang")) as laptop:
        office.create_user(live.centre, USER, "王芳", Role.OFFICE, PASSWORD, roles=list(OfficeRole))
        laptop.enrol(live.url, office.create_user(live.centre, laptop.user, "张三").code or "")
        fields: dict[str, Any] = {"report_no": "RD1", "insured_name": "李四", "loss_cause": "collision"}
        fields["insured_phone"] = "13800138000"
        case = office.open_claim(live.centre, USER, fields)
        office.assign(live.centre, USER, case, laptop.user)
        paper_acts.ask_for(live.centre, USER, case, ["claim_form", "driver_licence"])
        of_case = Laptop(laptop.user, case)
        of_case.key, of_case.author = laptop.key, laptop.author
        of_case.enrolment, of_case.tokens = laptop.enrolment, laptop.tokens
        with closing(of_case):
            for number in range(PHOTOS):
                of_case.add_evidence(random.Random(number).randbytes(5000), preview=photo(number, 480))
            _propose(live, of_case)
            with of_case.client(live.url) as client:
                deliver(of_case, client, of_case.verify, patience=patience())
            first, *_ = _evidence(live, case)
        remark_acts.ask(
            live.centre, USER, case, "evidence", first, text="请补拍左后门", asks="evidence", to_user=laptop.user
        )
        paths = ["", "/edit", "/photos", "/photos/look", f"/photos/{first}", "/journal", "/records/evidence"]
        paths += ["/review", "/remarks", "/proof", f"/records/evidence/{first}", "/customer"]
        of_claim = [f"/claims/{case}{path}" for path in paths]
        lists = ["/", "/?mine=1&sort=due", "/?find=nothing", "/times", "/audit/views?check=true"]
        of_claim.append(f"/claims/{case}?within=sort%3Dnewest")
        yield live.url, [*lists, "/claims/new", "/people", "/claims/none", *of_claim], _of_customer(live, case)


def _of_customer(live: EmbeddedCentre, case: str) -> list[str]:
    """Issue a notice and make a link; return the pages of the customer."""
    link = customer_links.make(live.centre, USER, case, "insured")
    issued = Instant(live.centre.now(), 480, Trust.CENTRE)
    fields = {"kind": ONE_TIME, "no": "RD1-N1", "wording": "一次性告知书", "issued_at": issued, "addressee": "李四"}
    notice = new_record_id()
    with live.centre.database.write() as session:
        step = Step(Action.CREATE, Notice.KIND, notice, encode_fields(Notice.KIND, fields))
        write_entries(session, case, [step], USER, live.centre.now())
    return [f"/c/{link}", f"/c/{link}/notices/{notice}"]


def _propose(live: EmbeddedCentre, laptop: Laptop) -> None:
    with live.centre.database.read() as session:
        (claim,) = reading.list_records(session, laptop.case_id, Claim)
    said = {"target_kind": "claim", "target_uid": claim.id, "target_field": "plate_no", "value": '"沪A12345"'}
    laptop.write(
        Step(Action.CREATE, Proposal.KIND, new_record_id(), encode_fields(Proposal.KIND, said | {"reason": "seen"}))
    )


def _evidence(live: EmbeddedCentre, case: str) -> list[str]:
    with live.centre.database.read() as session:
        return [str(line.id) for line in reading.history(session, case, "evidence")][:1]
