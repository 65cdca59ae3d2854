"""What the office writes to a customer: exactly what was looked at leaves, once, to nobody else, and is kept as said."""

from __future__ import annotations

import email
import email.policy
import hashlib
import hmac
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
import zxingcpp
from PIL import Image, ImageDraw

from surveyor_app.central.claims import customer_links, office, paper_acts
from surveyor_app.central.outgoing.mail import mail_bytes
from surveyor_app.central.outgoing.text_messages import SIGNATURE, dialled
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.outgoing_config import (
    MailServer,
    OutgoingConfig,
    TextService,
    is_address,
    load_outgoing,
)
from surveyor_app.domain.claim.contacts import Contact
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import R
from surveyor_app.domain.ownership import Role
from surveyor_app.records import reading
from tests.central.customer.customers import REPORT, phone, written
from tests.central.customer.post_offices import mail_server, text_service
from tests.central.desk.test_claims import texts
from tests.integration.centres import OFFICE_PASSWORD

SECRET = b"a secret of the text service"
TO = "li.si@example.cn"


@dataclass
class Writing:
    """A clerk who writes to the customer of a claim, and the centre with what leaves it."""

    live: EmbeddedCentre
    clerk: httpx2.Client
    case: str

    @property
    def folder(self) -> Path:
        return self.live.config.data_dir / "outgoing"

    def preview(
        self, what: str, channel: str, to: str = "", language: str = "en", party: str = "insured"
    ) -> httpx2.Response:
        form = {"what": what, "party": party, "channel": channel, "to": to, "language": language}
        return self.clerk.post(f"/claims/{self.case}/messages", data=form)

    def confirm(self, shown: httpx2.Response, **changed: str) -> httpx2.Response:
        form = {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', shown.text)}
        return self.clerk.post(f"/claims/{self.case}/messages/send", data=form | changed)

    def read(self, kind: type[R]) -> list[R]:
        with self.live.centre.database.read() as session:
            return reading.list_records(session, self.case, kind)

    def links(self) -> list[customer_links.CustomerLink]:
        with self.live.centre.database.read() as session:
            return customer_links.links_of(session, self.case)


def writing(folder: Path, outgoing: OutgoingConfig, public_url: str | None = None) -> Iterator[Writing]:
    config = CentreConfig(folder, outgoing=outgoing, public_url=public_url, name="安心保险")
    with EmbeddedCentre(folder, config=config) as live:
        office.create_user(live.centre, "li", "Li", Role.OFFICE, OFFICE_PASSWORD)
        case = office.open_claim(live.centre, "li", REPORT)
        with httpx2.Client(base_url=live.url, follow_redirects=True, headers={"accept-language": "en"}) as clerk:
            clerk.post("/sign-in", data={"user": "li", "password": OFFICE_PASSWORD})
            yield Writing(live, clerk, case)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writing]:
    yield from writing(tmp_path_factory.mktemp("centre"), OutgoingConfig(phone="400 123"), "https://lp.example.cn")


# -------------------------------------------------------------------------------- out of the box: a folder


def test_a_text_message_leaves_as_it_was_looked_at_and_its_link_opens(desk: Writing) -> None:
    before, links = set(desk.folder.glob("*.json")), len(desk.links())
    shown = desk.preview("link", "sms")
    assert "138 0013-8000" in shown.text, "the phone in the report"
    assert len(desk.links()) == links, "nothing holds before it is sent"
    assert "The message has left." in desk.confirm(shown).text
    (file,) = set(desk.folder.glob("*.json")) - before
    left = json.loads(file.read_bytes())
    assert left["to"] == "13800138000"
    assert left["text"] in html.unescape(shown.text)
    assert len(left["text"]) <= 70
    (token,) = re.findall(r"https://lp\.example\.cn/c/([\w-]+)$", left["text"])
    with phone(desk.live, token) as browser:
        assert browser.get(f"/c/{token}").status_code == 200
    contact = desk.read(Contact)[-1]
    assert (contact.direction, contact.channel, contact.name) == ("out", "sms", "李四")
    with desk.live.centre.database.read() as session:
        assert token not in repr(reading.numbered_history(session, desk.case, 0, 1000)), "no secret in the journal"
    desk.confirm(shown)
    assert len(set(desk.folder.glob("*.json")) - before) == 1, "the same form again sends nothing"


def test_the_guide_is_mailed_kept_and_read(desk: Writing) -> None:
    before = set(desk.folder.glob("*.eml"))
    desk.confirm(desk.preview("guidance", "mail", TO, "zh_CN"))
    (file,) = set(desk.folder.glob("*.eml")) - before
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert (mail["to"], mail["subject"]) == (TO, "索赔须知 RD7")
    assert "安心保险" in mail["from"]
    body = mail.get_content().replace("\r\n", "\n")
    notice = desk.read(Notice)[-1]
    assert notice.kind == "guidance"
    assert (notice.wording or "").strip() in body
    assert notice.text_sha256 == hashlib.sha256((notice.wording or "").encode()).hexdigest()
    assert (notice.channel, notice.delivered_at) == ("app_mail", None)
    assert notice.sent_at is not None
    (token,) = re.findall(r"/c/([\w-]+)", body)
    with phone(desk.live, token) as browser:
        browser.get(f"/c/{token}/notices/{notice.id}")
    read = next(item for item in desk.read(Notice) if item.id == notice.id)
    assert read.delivered_at is not None, "it reached the customer when they opened it"
    assert read.received_by == "李四"


def test_a_letter_on_paper_has_a_code_that_opens_the_page(desk: Writing) -> None:
    issued = Instant(desk.live.centre.now(), 480, Trust.CENTRE)
    fields = {
        "kind": ONE_TIME,
        "no": "RD7-N1",
        "wording": "请提供:<b>行驶证</b>",
        "issued_at": issued,
        "addressee": "李四",
    }
    notice = written(desk.live, desk.case, Notice.KIND, fields)
    printed = desk.confirm(desk.preview(notice, "handed"))
    assert "<b>行驶证" not in printed.text
    assert "请提供" in printed.text
    (address,) = re.findall(r'<p class="id">([^<]*)</p>', printed.text)
    assert code_in(printed.text) == address
    with phone(desk.live, address.rsplit("/", 1)[1]) as browser:
        assert "RD7-N1" in browser.get(f"/c/{address.rsplit('/', 1)[1]}").text
    kept = next(item for item in desk.read(Notice) if item.id == notice)
    assert kept.channel == "handed"
    assert kept.delivered_at is not None


def code_in(page: str) -> str:
    """Read the QR code that a page draws, as a phone would."""
    size = int(re.findall(r'viewBox="0 0 (\d+)', page)[0])
    picture = Image.new("L", (size * 4, size * 4), 255)
    draw = ImageDraw.Draw(picture)
    for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", page):
        draw.rectangle((int(x) * 4, int(y) * 4, int(x) * 4 + 3, int(y) * 4 + 3), fill=0)
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def test_the_one_time_notice_is_issued_sent_and_stops_the_clock_when_it_is_read(desk: Writing) -> None:
    own = Writing(desk.live, desk.clerk, office.open_claim(desk.live.centre, "li", REPORT, again_reason="another"))
    paper_acts.ask_for(desk.live.centre, "li", own.case, ["claim_form", "policy", "loss_list"])
    path = f"/claims/{own.case}/one-time"
    assert "claim form" in texts(desk.clerk.get(f"/claims/{own.case}/customer").text).lower()
    for paper in (item for item in own.read(Document) if item.item != "loss_list"):
        paper_acts.receive(desk.live.centre, "li", own.case, paper.id, form="copy", channel="counter", pages=1)
    issued = desk.clerk.post(path, data={"language": "both"})
    assert "The notice is issued" in issued.text
    (notice,) = own.read(Notice)
    lacking = [paper.id for paper in own.read(Document) if paper.is_lacking]
    assert (notice.kind, notice.no, notice.addressee, list(notice.items or ())) == (ONE_TIME, "RD7-N1", "李四", lacking)
    wording = notice.wording or ""
    assert "《中华人民共和国保险法》第二十二条" in wording
    assert "400 123" in wording
    assert "UTC+08:00" in wording, "when it was issued is said as the office's clock has it"
    assert notice.text_sha256 == hashlib.sha256(wording.encode()).hexdigest()
    assert desk.clerk.post(path, data={"language": "both"}).status_code == 422, "a second one needs a reason"
    assert desk.clerk.post(path, data={"language": "xx", "again_reason": "new"}).status_code == 422
    before = set(desk.folder.glob("*.json"))
    own.confirm(own.preview(notice.id, "sms"))
    (file,) = set(desk.folder.glob("*.json")) - before
    text = json.loads(file.read_bytes())["text"]
    assert text.startswith("One-time notice: https://lp.example.cn/c/")
    page = texts(desk.clerk.get(f"/claims/{own.case}").text)
    assert "papers are awaited" not in page, "sent is not delivered"
    token = text.rsplit("/", 1)[1]
    with phone(desk.live, token) as browser:
        browser.get(f"/c/{token}/notices/{notice.id}")
        assert "The time limit is paused since" in browser.get(f"/c/{token}").text
    assert "papers are awaited" in texts(desk.clerk.get(f"/claims/{own.case}").text)
    desk.clerk.post(path, data={"language": "zh_CN", "again_reason": "one more was found"})
    assert [item.no for item in own.read(Notice)] == ["RD7-N1", "RD7-N2"]
    assert own.read(Notice)[1].replaces == notice.id


def test_a_notice_of_nothing_or_with_a_word_on_cover_is_not_issued(desk: Writing) -> None:
    own = Writing(desk.live, desk.clerk, office.open_claim(desk.live.centre, "li", REPORT, again_reason="a third"))
    path = f"/claims/{own.case}/one-time"
    assert desk.clerk.post(path, data={}).status_code == 422
    paper_acts.ask_for(desk.live.centre, "li", own.case, ["claim_form"])
    assert desk.clerk.post(path, data={"where": "本次事故属于保险责任，我们会赔付"}).status_code >= 400
    assert own.read(Notice) == []


def test_what_changed_since_it_was_looked_at_is_shown_again(desk: Writing) -> None:
    before = len(list(desk.folder.glob("*")))
    shown = desk.preview("link", "mail", TO)
    assert "changed since" in desk.confirm(shown, to="somebody@else.example").text
    assert "changed since" in desk.confirm(shown, sha256="0" * 64).text
    assert "changed since" in desk.confirm(shown, language="zh_CN").text
    assert len(list(desk.folder.glob("*"))) == before


@pytest.mark.parametrize(
    ("what", "channel", "to"),
    [
        ("link", "mail", ""),
        ("link", "mail", "li.si"),
        ("link", "mail", "a@b.cn\r\nBcc: all@c.cn"),
        ("link", "mail", "a@b.cn, c@d.cn"),
        ("link", "mail", "<script>@b.cn"),
        ("link", "mail", f"{'a' * 300}@b.cn"),
        ("link", "sms", "call me"),
        ("link", "sms", "110\r\n120"),
        ("link", "pigeon", TO),
        ("none", "mail", TO),
    ],
)
def test_wrong_addresses_and_wishes_send_nothing(desk: Writing, what: str, channel: str, to: str) -> None:
    before, links = len(list(desk.folder.glob("*"))), len(desk.links())
    shown = desk.preview(what, channel, to)
    if shown.status_code == 200:
        assert "<script>" not in shown.text
        shown = desk.confirm(shown)
    assert 400 <= shown.status_code < 500, texts(shown.text)
    assert len(list(desk.folder.glob("*"))) == before
    assert len(desk.links()) == links


def test_no_field_of_a_claim_becomes_a_header_or_markup(desk: Writing) -> None:
    evil = "R\r\nBcc: a@e.cn\r\n\r\n<script>"
    fields = REPORT | {"report_no": evil, "insured_name": "<b>李\r\nX: y"}
    own = Writing(desk.live, desk.clerk, office.open_claim(desk.live.centre, "li", fields))
    before = set(desk.folder.glob("*.eml"))
    shown = own.preview("guidance", "mail", TO)
    assert "<script>" not in shown.text
    own.confirm(shown)
    (file,) = set(desk.folder.glob("*.eml")) - before
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert mail["bcc"] is None
    assert mail["x"] is None
    assert mail.get_content_type() == "text/plain"
    assert mail["to"] == TO
    with pytest.raises(InputError):
        mail_bytes(None, "x", TO, "one\r\nBcc: two@c.cn", "text", "1", desk.live.centre.now())


# -------------------------------------------------------------------------------- a server, a service


def test_a_server_and_a_service_get_what_the_folder_would(tmp_path: Path) -> None:
    with mail_server() as mails, text_service() as hook:
        outgoing = OutgoingConfig(
            MailServer("127.0.0.1", mails.port, "none", "claims@example.cn"),
            TextService(f"http://127.0.0.1:{hook.port}/send?key=1", SECRET),
        )
        for desk in writing(tmp_path, outgoing):
            assert "has left" in desk.confirm(desk.preview("link", "mail", TO)).text
            (came,) = mails.arrived
            assert b"rcpt to:<li.si@example.cn>" in came.lower()
            assert b"claims@example.cn" in came
            assert "has left" in desk.confirm(desk.preview("link", "sms")).text
            (body,) = hook.arrived
            assert hook.headers[0][SIGNATURE.lower()] == "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
            assert json.loads(body)["to"] == "13800138000"
            assert not desk.folder.exists()
            for refused in ("RCPT", "MAIL", "DATA"):
                mails.refuses = refused
                answer = desk.confirm(desk.preview("guidance", "mail", TO))
                assert answer.status_code == 502
                assert "could not be sent" in answer.text
            assert len(desk.links()) == 2, "what reached nobody holds nothing"
            assert len(desk.read(Contact)) == 2
            assert desk.read(Notice) == []
            mails.refuses = ""
            assert "has left" in desk.confirm(desk.preview("guidance", "mail", TO)).text


@pytest.mark.parametrize("status", [302, 400, 500])
def test_a_service_that_refuses_or_leads_elsewhere_gets_nothing_more(tmp_path: Path, status: int) -> None:
    with text_service() as elsewhere, text_service(status, f"http://127.0.0.1:{elsewhere.port}/") as hook:
        outgoing = OutgoingConfig(texts=TextService(f"http://127.0.0.1:{hook.port}/", SECRET))
        for desk in writing(tmp_path, outgoing):
            shown = desk.preview("link", "sms")
            assert desk.confirm(shown).status_code == 502
            assert len(hook.arrived) == 1
            assert elsewhere.arrived == []
            assert desk.links() == []
            assert desk.confirm(shown).status_code == 502, "the same one may be tried again"
            assert len(hook.arrived) == 2


def test_who_offers_no_encryption_gets_no_mail(tmp_path: Path) -> None:
    with mail_server() as mails:
        outgoing = OutgoingConfig(MailServer("127.0.0.1", mails.port, "starttls", "claims@example.cn", "u", "p"))
        for desk in writing(tmp_path, outgoing):
            assert desk.confirm(desk.preview("link", "mail", TO)).status_code == 502
            assert mails.arrived == []
    for desk in writing(tmp_path / "gone", OutgoingConfig(MailServer("127.0.0.1", mails.port, "none", "c@example.cn"))):
        assert desk.confirm(desk.preview("link", "mail", TO)).status_code == 502


# -------------------------------------------------------------------------------- how it is set up


def test_the_settings_are_read_and_their_faults_named(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a secret of some length\n", encoding="utf-8")
    file = tmp_path / "outgoing.toml"
    good = f"""
        phone = "400 123"
        [mail]
        server = "smtp.example.cn"
        sender = "claims@example.cn"
        user = "claims"
        password_file = "{tmp_path / "secret"}"
        [texts]
        url = "https://sms.example.cn/send"
        secret_file = "{tmp_path / "secret"}"
    """
    file.write_text(good, encoding="utf-8")
    found = load_outgoing(file)
    assert found.phone == "400 123"
    assert found.mail == MailServer(
        "smtp.example.cn", 587, "starttls", "claims@example.cn", "claims", "a secret of some length"
    )
    assert found.texts == TextService("https://sms.example.cn/send", b"a secret of some length")
    assert "a secret" not in repr(found)
    for old, new in (
        ("phone", "fax"),
        ("[mail]", "mail = 1\n[other]"),
        ("smtp.example.cn", " "),
        ("claims@example.cn", "claims"),
        ("https://", "ftp://"),
        (str(tmp_path / "secret"), str(tmp_path / "none")),
        ("[mail]", "[mail"),
        ('user = "claims"', "user = 1"),
        ('user = "claims"', "port = 0"),
        ('user = "claims"', 'security = "perhaps"'),
    ):
        file.write_text(good.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(InputError):
            load_outgoing(file)
    with pytest.raises(InputError):
        load_outgoing(tmp_path / "missing.toml")


@pytest.mark.parametrize("text", ["a@b", "@b.cn", "a@b.cn\n", "a b@c.cn", "a@-.cn ", "李@b.cn", '"a"@b.cn', "a@b..cn"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert not is_address(text)


def test_a_number_is_dialled_without_what_people_write_in_it() -> None:
    assert dialled(" +86 (138) 0013-8000 ") == "+8613800138000"
    with pytest.raises(InputError):
        dialled("１３８００１３８０００")
