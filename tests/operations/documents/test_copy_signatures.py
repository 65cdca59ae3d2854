"""Who made a copy and who holds the original sign for it: bound to the copy as it was, printed for the office alone."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pikepdf
import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.documents.documents import RECEIVED, Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.party_copy import Copy
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.documents.checklists import note_state
from surveyor_app.operations.documents.copy_signatures import sign_copy, signatures_of
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.report.assembling import assemble
from surveyor_app.operations.report.reporting import ReportOptions, draft_report, office_copy
from surveyor_app.operations.statements.inks import InkGiven, _keep
from tests.operations.documents.test_notices import SIGNATURE
from tests.operations.worlds import listed, only
from tests.report.test_layout import plain, text_of

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def paper(case: CaseFile) -> str:
    """A copy of a policy, scanned."""
    scan = records.create(case, Evidence, {"evidence_class": "paper", "sha256": "ab" * 32})
    made = note_state(case, "policy", None, RECEIVED)
    records.change(case, Document, made.id, {"maker": "李国强", "copy_holder": "王某", "evidence": (scan.id,)})
    return made.id


def test_maker_and_holder_sign_each_for_themselves(case: CaseFile, paper: str) -> None:
    sign_copy(case, Document, paper, "maker_sig", SIGNATURE, "李国强")
    sign_copy(case, Document, paper, "holder_sig", SIGNATURE, " 王某 ", "pen")
    signed = signatures_of(case, Document, paper)
    assert {field: (one.signer, one.stands) for field, one in signed.items()} == {
        "maker_sig": ("李国强", True),
        "holder_sig": ("王某", True),
    }
    inks = {ink.id: ink for ink in listed(case, Ink)}
    document = only(case, Document)
    assert inks[document.maker_sig or ""].purpose == "copy_maker"  # type: ignore[index]  # ids are texts
    held = inks[document.holder_sig or ""]  # type: ignore[index]
    assert (held.purpose, held.target_uid, held.pointer) == ("copy_holder", paper, "pen")


def test_a_signature_is_for_the_copy_as_it_was(case: CaseFile, paper: str) -> None:
    sign_copy(case, Document, paper, "holder_sig", SIGNATURE, "王某")
    records.change(case, Document, paper, {"note": "已核对", "defect_text": "缺章"})
    assert signatures_of(case, Document, paper)["holder_sig"].stands
    scan = records.create(case, Evidence, {"evidence_class": "paper", "sha256": "cd" * 32})
    records.change(case, Document, paper, {"evidence": (*(only(case, Document).evidence or ()), scan.id)})
    assert not signatures_of(case, Document, paper)["holder_sig"].stands
    sign_copy(case, Document, paper, "holder_sig", SIGNATURE, "王某")
    assert signatures_of(case, Document, paper)["holder_sig"].stands
    records.change(case, Document, paper, {"original_location": "王某处"})
    assert not signatures_of(case, Document, paper)["holder_sig"].stands


def test_undone_nobody_has_signed(case: CaseFile, paper: str) -> None:
    history = History()
    history.record(sign_copy(case, Document, paper, "maker_sig", SIGNATURE, "李国强"))
    history.undo(case)
    assert signatures_of(case, Document, paper) == {}
    assert only(case, Document).maker_sig is None
    assert listed(case, Ink) == []


def test_neither_an_empty_pad_nor_a_nameless_one_is_kept(case: CaseFile, paper: str) -> None:
    with pytest.raises(InputError):
        sign_copy(case, Document, paper, "maker_sig", Drawing(2000, 800, ()), "李国强")
    with pytest.raises(InputError):
        sign_copy(case, Document, paper, "maker_sig", SIGNATURE, "  ")
    with pytest.raises(NotFound):
        sign_copy(case, Enquiry, paper, "holder_sig", SIGNATURE, "王某")
    assert listed(case, Ink) == []


def test_the_office_copy_says_who_signed_and_the_report_does_not(filled: CaseFile) -> None:
    scan = listed(filled, Evidence)[0].id
    made = note_state(filled, "policy", None, RECEIVED)
    records.change(filled, Document, made.id, {"evidence": (scan,)})
    asked = records.create(filled, Enquiry, {"kind": "private_cctv", "state": "answered", "media": (scan,)})
    sign_copy(filled, Document, made.id, "maker_sig", SIGNATURE, "制作人张")
    sign_copy(filled, Enquiry, asked.id, "holder_sig", SIGNATURE, "持有人赵")
    sign_copy(filled, Enquiry, asked.id, "collector_sig", SIGNATURE, "提取人钱")

    def values(copy: Copy) -> str:
        data = assemble(filled, "both", 4, NOW, draft=True, copy=copy).data
        return str((data.document_details, data.enquiries))

    for name in ("制作人张", "持有人赵", "提取人钱"):
        assert name in values(Copy.OFFICE)
        assert name not in values(Copy.PARTY)


def test_the_office_copy_shows_the_handwriting_and_says_what_it_was_not_given_for(filled: CaseFile) -> None:
    scan = listed(filled, Evidence)[0].id
    made = note_state(filled, "policy", None, RECEIVED)
    records.change(filled, Document, made.id, {"evidence": (scan,)})
    before = drawings(office_copy(filled, ReportOptions("both")))
    sign_copy(filled, Document, made.id, "maker_sig", SIGNATURE, "制作人张")
    pdf = office_copy(filled, ReportOptions("both"))
    assert drawings(pdf) == before + 1
    assert "此后复制件已改动" not in plain(text_of(pdf))
    assert drawings(draft_report(filled, ReportOptions("both"))) == before, "handwriting is the office's"
    records.change(filled, Document, made.id, {"original_location": "别处"})
    assert "此后复制件已改动" in plain(text_of(office_copy(filled, ReportOptions("both"))))


def test_handwriting_that_cannot_be_read_keeps_no_report_from_being_made(filled: CaseFile) -> None:
    scan = listed(filled, Evidence)[0].id
    made = note_state(filled, "policy", None, RECEIVED)
    records.change(filled, Document, made.id, {"evidence": (scan,)})
    given = InkGiven("copy_maker", made.id, "ab" * 32, None, signer_name="制作人张")
    for broken in (b"no drawing", b'{"v":1,"width":9,"height":9,"strokes":[[1]]}'):
        ink, _changes = _keep(filled, given, broken)
        records.change(filled, Document, made.id, {"maker_sig": ink})
        assert "笔迹无法读取" in plain(text_of(office_copy(filled, ReportOptions("zh_CN"))))


def drawings(pdf: bytes) -> int:
    """Count what is said instead of a signature by whoever reads the paper aloud."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return sum(
            1
            for item in opened.objects
            if isinstance(item, pikepdf.Dictionary) and "制作人张" in str(item.get("/Alt", ""))
        )
