"""The office desk in the language of its reader, as the browser says; in one that somebody adds each word is of its files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx2
import pytest

from surveyor_app.central.claims import customer_links, office, paper_acts
from surveyor_app.central.claims.work_list.filters import WorkFilter
from surveyor_app.central.claims.work_list.finding import Counts, WorkPage
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.work_list.listing import ListView, WorkLine, list_page
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.identifiers import new_case_id
from surveyor_app.domain.process.stages import Stage
from surveyor_app.protocol.delivery import ReceiptKind
from surveyor_app.protocol.messages import ClaimLine, TaskLine
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import find_language
from tests.integration.centres import OFFICE_PASSWORD
from tests.wording.pseudo_messages import BEGIN, END
from tests.wording.third_language import MARKED, run_as, unmarked

TYPED = {"Surveyor centre", "RD1", "李四", "沪A12345", "zhang", "Zhang", "Li", "li", "中文", "English"}
"""What people of the office and the case wrote, and what languages are called in themselves."""
READ = {"aria-label", "placeholder", "title", "alt", "value"}
"""Attributes that are read or read out."""


class Shown(HTMLParser):
    """Gathers what a page shows and reads out, and what language it says it is in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.lang = ""
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        self.lang = (dict(attrs).get("lang") if tag == "html" else None) or self.lang
        told = dict(attrs)
        unread = tag in {"option", "button"} or told.get("type") == "hidden"
        self.texts += [value for name, value in attrs if name in READ and value and not (unread and name == "value")]

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style and data.strip():
            self.texts.append(data)


PAGES = (
    "/people",
    "/claims/new",
    "/claims/{case}",
    "/claims/{case}/edit",
    "/claims/{case}/photos",
    "/claims/{case}/journal",
    "/claims/{case}/customer",
    "/claims/{case}/records/task",
    "/claims/{case}/records/nothing",
)


def browser(live: EmbeddedCentre, *accepts: str) -> httpx2.Client:
    headers = {"accept-language": accepts[0]} if accepts else {}
    return httpx2.Client(base_url=live.url, follow_redirects=True, headers=headers)


def fill(live: EmbeddedCentre) -> str:
    """Open a claim and give its task out, with a paper asked for; return the case."""
    office.create_user(live.centre, "zhang", "Zhang")
    fields = {"report_no": "RD1", "insured_name": "李四", "plate_no": "沪A12345", "insured_phone": "13800138000"}
    case = office.open_claim(live.centre, "li", fields)
    office.assign(live.centre, "li", case, "zhang")
    paper_acts.ask_for(live.centre, "li", case, ["claim_form"])
    customer_links.make(live.centre, "li", case, "insured")
    return case


def pages(client: httpx2.Client, user: str, case: str) -> Iterator[str]:
    """Yield each page of the desk."""
    yield client.get("/").text
    yield client.post("/sign-in", data={"user": user, "password": "wrong password"}).text
    yield client.post("/sign-in", data={"user": user, "password": OFFICE_PASSWORD}).text
    yield client.get("/").text
    for path in PAGES:
        yield client.get(path.format(case=case)).text
    yield client.post("/claims/new", data={"report_no": "RD1", "loss_cause": "?"}).text
    yield client.post("/claims/new", data={"report_no": "RD1"}).text
    yield client.post("/sign-out").text


def of_the_code(page: str) -> Iterator[str]:
    """Yield what a page says that neither its language nor anybody said."""
    for text in Shown(page).texts:
        for stretch in unmarked(text):
            left = re.split("|".join(map(re.escape, sorted(TYPED, key=len, reverse=True))), stretch)
            # The id of a case is the same in every language.
            words = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|UTC[+-]\d\d:\d\d|WGS 84", "", " ".join(left))
            if re.search(r"[^\W\d_]", words):
                yield f"{words.strip()} in {text.strip()}"


def test_each_word_of_every_page_comes_from_the_language_or_the_office(
    live: EmbeddedCentre, office_user: str, monkeypatch: pytest.MonkeyPatch, marked_program: Path
) -> None:
    case = fill(live)
    run_as(monkeypatch, marked_program)
    with browser(live, f"{MARKED},en;q=0.5") as client:
        shown = list(pages(client, office_user, case))
    assert "\n".join(words for page in shown for words in of_the_code(page)) == ""
    assert {Shown(page).lang for page in shown} == {MARKED}
    assert "RD1" in shown[3]


@pytest.mark.parametrize(
    ("accepts", "lang", "says"),
    [
        ((), "zh-CN", "登录"),
        (("zh-TW,zh;q=0.9",), "zh-CN", "登录"),
        (("en-US,en;q=0.9,zh;q=0.8",), "en", "Sign in"),
        (("de, fr;q=0.9",), "en", "Sign in"),
        (("de, zh;q=0.3, en;q=0.2",), "zh-CN", "登录"),
        (("en;q=0.2, zh;q=0.3",), "zh-CN", "登录"),
        (("zh;q=0, en",), "en", "Sign in"),
        (("*",), "zh-CN", "登录"),
        ((";;q=,,zh;q=none",), "zh-CN", "登录"),
    ],
)
def test_the_desk_speaks_the_first_language_asked_for_that_there_is(
    live: EmbeddedCentre, accepts: tuple[str, ...], lang: str, says: str
) -> None:
    with browser(live, *accepts) as client:
        page = Shown(client.get("/").text)
    assert page.lang == lang
    assert says in page.texts


def test_every_state_of_tasks_and_receipts_is_named(monkeypatch: pytest.MonkeyPatch, marked_program: Path) -> None:
    run_as(monkeypatch, marked_program)
    states = [choice.id for choice in Labels.load(resources_dir()).choices("task_status")]
    tasks = (*(TaskLine("1", task_status=state) for state in states), TaskLine("2", sealed=True))
    claims = [ClaimLine("", receipt=kind.value, tasks=tasks) for kind in ReceiptKind]
    pages = DeskPages(find_language(MARKED), "Surveyor centre")
    shown = [WorkLine(claim, (), "", is_late=True, is_returned=True) for claim in claims]
    found = WorkPage([new_case_id()], True, True, 1)
    view = ListView(WorkFilter(mine="1"), found, shown, Counts(1, 1, 1, 1, 1, 1, 1, dict.fromkeys(Stage, 1)), {}, ())
    page = bytes(list_page(pages, "Li", view).body).decode()
    assert list(of_the_code(page)) == []
    assert all(f"{BEGIN}{name}{END}" in page for name in ("New", "Cancelled", "Report issued", "Full", "Partial"))
