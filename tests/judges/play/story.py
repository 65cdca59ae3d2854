"""One motor claim from the customer's report to "survey accepted", by seven people and a laptop that is offline in the middle."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from surveyor_app.central.claims import office
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.media.sample_photos import draw_sample_photos
from tests.judges.play.houses import House
from tests.judges.play.laptop import Laptop
from tests.judges.play.looking import goes_by_enter, page_widths, plays
from tests.judges.play.people import Browsers, Person
from tests.media.made_files import sound, video
from tests.operations.worlds import photo

PASSWORD = "a claim is played to its end"
SURVEYOR = ("li.ming", "李明")
STAFF = (
    ("jie", "接小姐", OfficeRole.INTAKE),
    ("an", "安处理", OfficeRole.HANDLER),
    ("diao", "Dai Diaodu", OfficeRole.DISPATCHER),
    ("he", "He Heisun", OfficeRole.VERIFIER),
    ("fu", "傅复审", OfficeRole.VERIFIER),
)
CUSTOMER_PHONE = "13800000001"
DRAWN, SMALL, SECONDS = 2, 10, 12
"""Pictures as a camera makes them, small ones beside, and the length of the video."""

ANSWERS = {"您当时的车速是多少？": "大约四十公里。", "前车为什么减速？": "前面路口红灯，他刹车，我没有来得及。"}
RETURNED = "车牌照片看不清，请重拍"
ASKED = "请补拍左后门照片"
SIGNED_FOR = "全部内容已到中心，中心已签收。"
GENERAL = "示例中没有更多资料"


@dataclass
class Play:
    """Who takes part, and what they have come to know."""

    house: House
    browsers: Browsers
    laptop: Laptop
    folder: Path
    pictures: Path | None
    people: dict[str, Person] = field(default_factory=dict)
    case: str = ""
    code: str = ""
    photos: list[str] = field(default_factory=list)
    track: str = ""

    def person(self, name: str) -> Person:
        return self.people[name]

    def claim(self, part: str = "") -> str:
        return f"/claims/{self.case}{part}"

    def customer_reads(self, *sentences: str) -> str:
        """Have the customer look at their page anew."""
        customer = self.person("customer")
        customer.go(self.track)
        return customer.sees(*sentences)

    def run(self) -> None:
        """Play it, saying what is done and how long it took."""
        scenes: tuple[Callable[[], None], ...] = (
            self.accounts, self.report, self.take_in, self.open_claim, self.assign, self.survey_offline, self.come_back,
            self.review, self.paper, self.return_it, self.answer_offline, self.accept, self.second_review, self.ending,
        )  # fmt: skip
        for scene in scenes:
            began = time.monotonic()
            scene()
            print(
                f"  {scene.__name__:16} {time.monotonic() - began:5.1f} s  {(scene.__doc__ or '').splitlines()[0]}",
                flush=True,
            )

    def accounts(self) -> None:
        """An administrator makes the accounts by hand; each person signs in in a browser of their own."""
        office.create_user(
            self.house.nodes[0].centre, "guan", "管理员", Role.OFFICE, PASSWORD, roles=[OfficeRole.ADMINISTRATOR]
        )
        admin = self.people["guan"] = self.browsers.open("guan", self.house.url, "zh-CN")
        admin.sign_in("guan", PASSWORD)
        form = "form[action='/people']"
        for user, name, role in STAFF:
            admin.go("/people")
            admin.fill(form, user=user, display_name=name, role="office", password=PASSWORD)
            for every in OfficeRole:
                admin.do("tick", at=f"{form} [name=office_role_{every.value}]", on=every is role)
            admin.click(f"{form} button.main")
            admin.sees(f"{user}")
        admin.go("/people")
        admin.fill(form, user=SURVEYOR[0], display_name=SURVEYOR[1], role="surveyor")
        admin.click(f"{form} button.main")
        self.code = admin.text("section[role=status] b.id")
        admin.shows(self.pictures, "people-zh")
        admin.go("/")
        admin.sees_not("沪A")
        for user, _name, _role in STAFF:
            language = "en" if user in ("diao", "he") else "zh-CN"
            self.people[user] = self.browsers.open(user, self.house.url, language, dark=user in ("fu", "diao"))
            self.people[user].sign_in(user, PASSWORD)

    def report(self) -> None:
        """The customer reports the loss on a phone, reads the guide, opens their page with the last digits."""
        customer = self.people["customer"] = self.browsers.open("customer", self.house.url, "zh-CN", phone=True)
        customer.go("/report")
        customer.shows(self.pictures, "customer-report")
        customer.fill(
            "form", reporter_name="王建国", reporter_phone=CUSTOMER_PHONE, insured_name="王建国", plate_no="沪A12345",
            policy_no="PDZA202631000067890", accident_at="2026-11-20T13:50", accident_place="上海市黄浦区人民大道",
            loss_cause="collision", reported_course="追尾前车 <b>无人受伤</b>",
        )  # fmt: skip
        customer.click("form button.main")
        customer.sees("我们已收到您的报案。", "您的案件")
        customer.shows(self.pictures, "customer-reported")
        customer.click("a.main")
        customer.fill("form", digits="0000")
        customer.click("form button.main")
        customer.sees("不")
        customer.fill("form", digits=CUSTOMER_PHONE[-4:])
        self.track = customer.click("form button.main")
        customer.sees("我们已收到您的报案。", "400 800 0000")
        cookies = customer.do("cookies")
        assert all(
            item["httpOnly"] and item["sameSite"] == "Strict" and item["path"].startswith("/c/") for item in cookies
        )

    def take_in(self) -> None:
        """Intake finds it in the list, reads it and writes to the customer; what they may not do is not offered."""
        intake = self.person("jie")
        intake.go("/")
        intake.sees("沪A12345", "王建国")
        self.case = intake.click("tbody a").split("/claims/")[1][:36]
        intake.sees("追尾前车 <b>无人受伤</b>", "碰撞")
        assert intake.all("form[action$='/open']") == []
        assert intake.all("form[action$='/tasks']") == []
        intake.go(self.claim("/customer"))
        intake.fill("form[action$='/messages']", what="guidance", channel="sms")
        intake.click("form[action$='/messages'] button")
        intake.sees(CUSTOMER_PHONE)
        intake.shows(self.pictures, "message-zh")
        intake.click("form[action$='/send'] button.main")
        intake.sees("已")
        (letter,) = self.house.letters()
        assert json.loads(letter.read_bytes())["to"] == CUSTOMER_PHONE

    def open_claim(self) -> None:
        """The handler completes the report, opens the claim with its numbers and asks for the papers."""
        handler = self.person("an")
        handler.go(self.claim("/edit"))
        known = {"report_no": "R20261120-0017", "policy_from": "2026-11-15", "policy_to": "2027-11-14"}
        handler.fill("main form", **known, insured_phone=CUSTOMER_PHONE, reason="电话核实")
        handler.shows(self.pictures, "edit-zh")
        handler.click("main form button.main")
        handler.sees("R20261120-0017")
        handler.sees("5", at="#opening ul")
        handler.shows(self.pictures, "claim-opening-zh")
        handler.do("tick", at="[name=line_commercial]", on=True)
        handler.click("form[action$='/open'] button.main")
        handler.click("form[action$='/papers/ask'] button")
        handler.sees("行驶证 · 已要求")
        handler.shows(self.pictures, "claim-zh")
        self.customer_reads("接下来：我们为您的案件安排处理人员。", "还需要您提供")
        self.person("customer").shows(self.pictures, "customer-open")

    def assign(self) -> None:
        """The dispatcher gives the task to the surveyor, in English; the customer reads who comes."""
        dispatcher = self.person("diao")
        dispatcher.go("/?unassigned=1&sort=due")
        dispatcher.click("tbody a")
        dispatcher.fill("form[action$='/tasks']", user=SURVEYOR[0])
        dispatcher.click("form[action$='/tasks'] button.main")
        dispatcher.sees(f"Scene survey · {SURVEYOR[1]} · New")
        dispatcher.shows(self.pictures, "claim-en-dark")
        self.customer_reads("案件已受理,由安处理负责,电话400 800 0000。", "查勘员李明")

    def survey_offline(self) -> None:
        """The surveyor enrols, gets the task, loses the network, and takes everything down; nothing of it leaves."""
        laptop, way = self.laptop, self.house.way
        laptop.do("unlock")
        assert "1 个案件" in laptop.do("enrol", server=way.url, code=self.code)
        found = laptop.do("open")
        assert "R20261120-0017" in found, found
        way.switch_off()
        laptop.do("survey", files=[str(path) for path in self._media()])
        assert laptop.do("statement", person="王建国", answers=ANSWERS) == "closed"
        laptop.do("sign", reason=GENERAL)
        said = laptop.do("deliver")
        self._laptop_shows("laptop-offline")
        assert "没有网络，或中心没有应答。" in said, said
        reviewer = self.person("he")
        reviewer.go(self.claim("/review"))
        reviewer.sees("Survey under way")
        reviewer.go(self.claim("/photos"))
        reviewer.sees("0", at="h2")

    def come_back(self) -> None:
        """Back in the network the delivery goes on, and the centre signs for all of it."""
        self.house.way.switch_on()
        said = self.laptop.do("hurry")
        assert SIGNED_FOR in said, said
        self._laptop_shows("laptop-delivered")
        self.customer_reads("现场查勘已完成。")

    def _media(self) -> list[Path]:
        folder = self.folder / "scene"
        files = draw_sample_photos(folder, DRAWN)
        for number in range(SMALL):
            files.append(folder / f"small-{number:02}.jpg")
            files[-1].write_bytes(photo(number, 480))
        for name, data in (
            ("walk.mp4", video(frames=10 * SECONDS, codec="h264")),
            ("said.m4a", sound("ipod", "aac", SECONDS)),
        ):
            files.append(folder / name)
            files[-1].write_bytes(data)
        return files

    def review(self) -> None:
        """The reviewer goes through all photos by Enter, plays video and sound, reads the statement and the proof."""
        reviewer = self.person("he")
        reviewer.go("/?stage=survey")
        reviewer.click("tbody a")
        reviewer.shows(self.pictures, "claim-survey-en")
        reviewer.go(self.claim("/photos"))
        reviewer.shows(self.pictures, "photos-en")
        self.photos = [link.rsplit("/", 1)[1] for link in reviewer.all("ul.photos a", "href")]
        assert len(self.photos) == DRAWN + SMALL + 2, len(self.photos)
        goes_by_enter(reviewer, self.claim("/photos/look"), len(self.photos))
        reviewer.shows(self.pictures, "look-en", whole=False)
        for kind in ("video", "audio"):
            plays(reviewer, self.claim("/photos/look"), kind, SECONDS)
        statuses = {status for status, _kind, _range in reviewer.do("media")}
        assert statuses == {206}, statuses
        reviewer.go(self.claim("/records/statement"))
        reviewer.click("main a[href*='/records/statement/']")
        reviewer.sees(*ANSWERS.values())
        sizes = page_widths(reviewer)
        assert sizes
        assert min(sizes) > 500, sizes
        reviewer.shows(self.pictures, "statement-en")
        reviewer.go(self.claim("/proof"))
        reviewer.sees("hold")
        assert reviewer.all("main .error") == []
        reviewer.shows(self.pictures, "proof-en")

    def paper(self) -> None:
        """The customer photographs a paper; it is found wanting, sent again, and read; the notice names what lacks."""
        customer, handler = self.person("customer"), self.person("an")
        handler.go(self.claim("/customer"))
        handler.click("form[action$='/one-time'] button")
        handler.shows(self.pictures, "customer-zh")
        self.customer_reads("一次性")
        self._uploads("paper-1.jpg")
        handler.go(self.claim())
        paper = self._paper_form(handler)
        handler.fill(paper, defect="unreadable", defect_text="左下角反光")
        handler.click(f"{paper} button")
        self.customer_reads("左下角反光")
        customer.shows(self.pictures, "customer-defect")
        self._uploads("paper-2.jpg")
        customer.shows(self.pictures, "customer-sent")
        handler.go(self.claim())
        paper = self._paper_form(handler)
        handler.fill(paper, authentic="yes", lawful="yes", relevant="yes")
        handler.click(f"{paper} button")
        handler.shows(self.pictures, "claim-papers-zh")
        handler.go(self.claim("/photos"))
        assert len(handler.all("ul.photos a")) == len(self.photos) + 2
        customer.go(self.track)
        customer.click("ul.notices a")
        customer.sees("一次性")
        customer.shows(self.pictures, "customer-notice")

    def _uploads(self, name: str) -> None:
        customer = self.person("customer")
        file = self.folder / name
        file.write_bytes(photo(len(name) + len(self.folder.name) + int(name[6]), 900))
        customer.go(self.track)
        customer.do("upload", at="form.files input[multiple]", files=[str(file)])
        customer.click("form.files button.main")
        customer.sees("谢谢")

    def _paper_form(self, handler: Person) -> str:
        """Open the paper that is there and return the form of its review."""
        (action,) = handler.all("form[action$='/review'][action*='/papers/']", "action")
        handler.ask("() => document.querySelectorAll('details').forEach((part) => { part.open = true })")
        return f"form[action='{action}']"

    def return_it(self) -> None:
        """The reviewer asks for a photo beside one of them, and returns the survey with a reason."""
        reviewer = self.person("he")
        reviewer.go(self.claim(f"/photos/{self.photos[0]}"))
        reviewer.shows(self.pictures, "photo-en")
        form = "#remarks form[action$='/remarks']"
        asks = reviewer.all("#remarks form select[name=asks] option", "value")
        assert "evidence" in asks
        to = next(
            value for value in reviewer.all("#remarks form select[name=to] option", "value") if SURVEYOR[0] in value
        )
        form = "#remarks form:has(select[name=asks])"
        reviewer.fill(form, asks="evidence", to=to, text=ASKED)
        reviewer.click(f"{form} button.main")
        reviewer.sees(ASKED)
        reviewer.go(self.claim("/review"))
        reviewer.sees("It cannot be accepted now:", "a remark is not settled")
        reviewer.fill("form[action$='/return']", reason=RETURNED)
        reviewer.click("form[action$='/return'] button")
        reviewer.sees("Returned", RETURNED)
        reviewer.shows(self.pictures, "review-returned-en")
        self._on_a_phone()
        reviewer.go("/?returned=1&sort=due")
        reviewer.sees("R20261120-0017", "Sent back")

    def _on_a_phone(self) -> None:
        """The reviewer looks at the same on a phone, where nothing may be wider than the screen."""
        phone = self.people["he's phone"] = self.browsers.open("he's phone", self.house.url, "zh-CN", phone=True)
        phone.sign_in("he", PASSWORD)
        for part in ("review", "remarks", "photos", "proof", "customer", "journal"):
            phone.go(self.claim(f"/{part}"))
            phone.shows(self.pictures, f"phone-{part}")
        phone.go(self.claim("/review"))
        phone.sees("已退回", RETURNED)

    def answer_offline(self) -> None:
        """The laptop fetches what is asked, answers offline with words and a photo, signs anew and delivers."""
        laptop, way = self.laptop, self.house.way
        laptop.do("home")
        laptop.do("fetch")
        laptop.do("open")
        said = laptop.do("remarks")
        assert ASKED in said, said
        assert RETURNED in said, said
        self._laptop_shows("laptop-returned")
        way.switch_off()
        new = draw_sample_photos(self.folder / "again", DRAWN + 4)[-1]
        laptop.do("answer", text="已补拍，见照片", file=str(new))
        self._laptop_shows("laptop-answered")
        laptop.do("sign", reason=GENERAL)
        way.switch_on()
        laptop.do("deliver")
        said = laptop.do("delivered")
        assert SIGNED_FOR in said, said

    def accept(self) -> None:
        """The reviewer sees what changed and the answer, settles the remark, and accepts by keyboard alone."""
        reviewer = self.person("he")
        reviewer.go(self.claim("/review"))
        reviewer.sees("Resubmitted", "Changed since the report", "已补拍，见照片", RETURNED)
        reviewer.shows(self.pictures, "review-resubmitted-en")
        reviewer.tab("article.thread form[action$='/settle'] button[value=closed]")
        reviewer.press("Enter", moves=True)
        reviewer.go(self.claim("/review"))
        reviewer.sees_not("It cannot be accepted now:")
        reviewer.tab("form[action$='/accept'] button")
        reviewer.press("Enter", moves=True)
        reviewer.sees("Waiting for a second reviewer", "A risk prompt was answered")
        reviewer.sees("It cannot be accepted now:", "the second review is another person's")
        reviewer.shows(self.pictures, "review-second-en")

    def second_review(self) -> None:
        """Another reviewer, whom the rules ask for, accepts; the claim says so to everybody."""
        second = self.person("fu")
        second.go(self.claim("/review"))
        second.shows(self.pictures, "review-zh-dark")
        second.tab("form[action$='/accept'] button")
        second.press("Enter", moves=True)
        second.sees("查勘通过")
        self.laptop.do("home")
        self.laptop.do("fetch")
        self.laptop.do("open")
        assert "理赔中心已通过本次查勘。" in self.laptop.do("remarks")
        self._laptop_shows("laptop-accepted")

    def ending(self) -> None:
        """The customer reads that the survey is done; letters lie where they were sent; all sign out, and are out."""
        self.customer_reads("现场查勘已完成。")
        self.person("customer").shows(self.pictures, "customer-end")
        for name, person in self.people.items():
            if name != "customer":
                person.go("/")
                person.click("form[action='/sign-out'] button")
                person.go(self.claim())
                person.sees_not("R20261120-0017")
        customer = self.person("customer")
        customer.click("form.leave button")
        customer.sees_not("现场查勘已完成。")

    def _laptop_shows(self, name: str) -> None:
        if self.pictures is not None:
            self.pictures.mkdir(parents=True, exist_ok=True)
            self.laptop.do("shot", file=str(self.pictures / f"{name}.png"))
