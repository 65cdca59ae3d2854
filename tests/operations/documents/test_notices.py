"""The one-time notice: everything missing at once, its words kept with their hash, a second one with its reason."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.cover_wording import find_cover_wording
from surveyor_app.domain.documents.documents import RECEIVED, REJECTED, REQUESTED, Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.errors import CoverWordingFound, InputError
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.strokes import Drawing, Point
from surveyor_app.operations.documents.checklists import note_state
from surveyor_app.operations.documents.delivering import Sent, hand_over, refuse, send
from surveyor_app.operations.documents.notice_texts import draft_notice
from surveyor_app.operations.documents.notices import draft_pdf, issue, notice_papers, notice_pdf, notices_of
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.report.notices.drafting import NoticeOptions
from surveyor_app.report.verification import count_pages
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.findings.one_time_notice import load_notice_words
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.questions import load_questions
from tests.operations.worlds import listed

SIGNATURE = Drawing(2000, 800, ((Point(100, 100, 500, 0), Point(900, 600, 700, 120)),))
AT = Instant(datetime(2026, 11, 20, 7, 30, tzinfo=UTC), 480, Trust.TYPED)


def ask(case: CaseFile) -> None:
    note_state(case, "claim_form", None, REQUESTED)
    note_state(case, "policy", None, REJECTED, "涂改")
    made = note_state(case, "driver_licence", None, RECEIVED)
    records.change(case, Document, made.id, {"defects": ("expired", "no_seal")})
    note_state(case, "bank_account", None, RECEIVED)


def the_notice(case: CaseFile) -> Notice:
    (found,) = notices_of(case)
    return found


def test_it_names_all_that_is_missing_and_nothing_else(case: CaseFile) -> None:
    ask(case)
    draft = draft_notice(case)
    assert len(draft.items) == 3
    for told in ("索赔申请书", "Claim form", "涂改", "过期、无印章", "Expired, No seal", "第二十二条", "共 3 项"):
        assert told in draft.wording
    assert "收款账户" not in draft.wording
    assert draft.text_sha256 == hashlib.sha256(draft.wording.encode()).hexdigest()
    chinese = draft_notice(case, NoticeOptions(language="zh_CN", where="保险大厦一楼柜台", addressee="王某"))
    assert "Claim form" not in chinese.wording
    assert "保险大厦一楼柜台" in chinese.wording
    assert "王某" in chinese.wording


def test_a_notice_that_speaks_of_cover_is_not_issued(case: CaseFile) -> None:
    ask(case)
    refused = next(paper for paper in listed(case, Document) if paper.item == "policy")
    records.change(case, Document, refused.id, {"reason": "此单拒 賠"})
    with pytest.raises(CoverWordingFound) as caught:
        issue(case, draft_notice(case))
    place = {name: caught.value.data[name] for name in ("kind", "id", "field", "words")}
    assert place == {"kind": "document", "id": refused.id, "field": "reason", "words": "拒赔"}
    records.change(case, Document, refused.id, {"reason": "涂改"})
    with pytest.raises(CoverWordingFound) as caught:
        issue(case, draft_notice(case, NoticeOptions(where="不予赔付科")))
    assert (caught.value.data["kind"], caught.value.data["field"]) == ("notice", "wording")
    assert notices_of(case) == []
    issue(case, draft_notice(case))


def test_no_name_of_a_paper_and_no_word_of_the_template_speaks_of_cover(case: CaseFile) -> None:
    wording = load_cover_wording(resources_dir())
    words = [form for text in load_notice_words(resources_dir()).texts.values() for form in text.forms.values()]
    words += [form for paper in load_papers(resources_dir()).papers for form in paper.name.forms.values()]
    words += [form for question in load_questions(resources_dir()) for form in question.text.forms.values()]
    assert [text for text in words if find_cover_wording(text, wording)] == []


def test_nothing_missing_needs_no_notice(case: CaseFile) -> None:
    with pytest.raises(InputError, match="missing"):
        issue(case, draft_notice(case))
    assert notices_of(case) == []


def test_it_says_nothing_of_cover_and_promises_nothing(case: CaseFile) -> None:
    ask(case)
    said = draft_notice(case).wording.lower()
    for never in ("保险责任", "拒赔", "免责", "同意赔付", "全额赔付", "covered", "we will pay", "rejected"):
        assert never not in said


def test_a_notice_is_issued_delivered_and_issued_again(case: CaseFile) -> None:
    ask(case)
    draft = draft_notice(case)
    made = issue(case, draft)
    notice = the_notice(case)
    assert (notice.id, notice.version, notice.kind) == (made.id, 1, "one_time")
    assert (notice.wording, notice.text_sha256, notice.items) == (
        draft.wording,
        draft.text_sha256,
        tuple(sorted(draft.items)),
    )
    pdf = notice_pdf(case, made.id)
    assert pdf.startswith(b"%PDF-")
    assert count_pages(pdf) == 1
    (paper,) = notice_papers(case, made.id)
    assert (paper.evidence_class, paper.id) == ("paper", (notice.proof or ("",))[0])

    hand_over(case, made.id, SIGNATURE, "王某", "pen")
    notice = the_notice(case)
    assert (notice.channel, notice.received_by) == ("handed", "王某")
    assert notice.delivered_at is not None
    (ink,) = listed(case, Ink)
    assert (ink.purpose, ink.target_uid, ink.bound_sha256) == ("notice", made.id, notice.text_sha256)
    issued, receipt = notice_papers(case, made.id)
    assert set(notice.proof or ()) == {issued.id, receipt.id}
    assert b"".join(read_blob(case, receipt.sha256 or "")).startswith(b"%PDF-")
    with pytest.raises(InputError, match="delivered"):
        refuse(case, made.id, "不愿签")

    records.withdraw(case, Notice, [made.id], "as if it had never reached anybody")
    assert draft_notice(case).is_again
    records.restore(case, Notice, [made.id])

    again = draft_notice(case)
    assert again.is_again
    with pytest.raises(InputError, match="again_reason"):
        issue(case, again, "  ")
    issue(case, again, "客户补报人伤")
    first, second = notices_of(case)
    assert (second.version, second.replaces, second.again_reason) == (2, first.id, "客户补报人伤")
    assert (first.no or "") in (second.wording or "")
    with pytest.raises(InputError, match="last"):
        issue(case, again, "twice by two presses")


def test_a_refusal_is_kept_with_its_reason(case: CaseFile) -> None:
    ask(case)
    made = issue(case, draft_notice(case, NoticeOptions(language="zh_CN")))
    with pytest.raises(InputError, match="reason"):
        refuse(case, made.id, " ")
    refuse(case, made.id, "称材料已交齐")
    notice = the_notice(case)
    assert (notice.channel, notice.received_by) == ("handed", None)
    assert notice.delivered_at is not None
    assert "称材料已交齐" in (notice_papers(case, made.id)[1].caption or "")


def test_a_message_is_sent_first_and_arrives_later(case: CaseFile) -> None:
    ask(case)
    made = issue(case, draft_notice(case, NoticeOptions(language="en")))
    send(case, made.id, Sent("sms", AT, "13800000000"))
    notice = the_notice(case)
    assert (notice.channel, notice.sent_at, notice.delivered_at) == ("sms", AT, None)
    send(case, made.id, Sent("sms", AT, "13800000000", has_arrived=True))
    assert the_notice(case).delivered_at == AT
    assert len(notice_papers(case, made.id)) == 3


def test_issuing_is_undone_whole(case: CaseFile) -> None:
    ask(case)
    history = History()
    history.record(issue(case, draft_notice(case, NoticeOptions(language="zh_CN"))).changes)
    history.undo(case)
    assert notices_of(case) == []
    assert listed(case, Evidence) == []
    draft = draft_notice(case)
    assert not draft.is_again, "what was taken back was never sent"
    assert draft.no.endswith("-N2"), "no number is given twice"


def test_names_typed_by_others_are_printed_and_run_nothing(case: CaseFile) -> None:
    ask(case)
    hostile = '#panic("x") $x$ \\u{7} <b> \u202eabc \U0001f600 ' + "长" * 120
    records.create(case, Document, {"title": '#read("/etc/passwd")', "state": REQUESTED})
    for place in range(16):
        records.create(case, Document, {"title": f"单证 {place}", "state": REQUESTED})
    draft = draft_notice(case, NoticeOptions(addressee=hostile[:150], where=hostile))
    assert count_pages(draft_pdf(draft)) > 1, "a table over several pages"
    made = issue(case, draft)
    refuse(case, made.id, hostile)
    assert len(notice_papers(case, made.id)) == 2
