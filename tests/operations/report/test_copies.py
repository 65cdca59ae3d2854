"""Two copies of one case (domain §13.4): what the office alone may read stands in no paper for a party, and in the office's."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import pikepdf
import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.party_copy import Copy, Showing, copy_contents, masked
from surveyor_app.operations.cases.checking import read_contents
from surveyor_app.operations.documents.notice_texts import draft_notice
from surveyor_app.operations.documents.notices import draft_pdf
from surveyor_app.operations.report.printed_case import PrintedCase
from surveyor_app.operations.report.reporting import ReportOptions, office_copy, sign_report
from surveyor_app.operations.statements.closing import statement_pdf
from surveyor_app.wording.findings.party_copy import load_party_copy
from tests.operations.marked_case import Marks, Place, mark_everything
from tests.report.keys import person
from tests.report.test_layout import plain, text_of

VIEW = load_party_copy(resources_dir())
IN_NO_PAPER = {
    *(("evidence", name) for name in ("file_name_b64", "user_comment")),
    *((kind, "rank") for kind in ("cover", "fee")),
    ("proposal", "target_uid"),
    *(("document", name) for name in ("maker_sig", "holder_sig")),
    *(("enquiry", name) for name in ("holder_sig", "collector_sig")),
}
"""Of the office's fields those that say nothing to a reader: bytes, order, ids."""
ON_A_SHEET_OF_THEIR_OWN = frozenset({"liability", "calculation", "calculation_line"})
"""Kinds that the sheet of a calculation (理算书) prints, which is the office's too."""
AT_THE_DESK = frozenset({"remark", "contact", "complaint", "review", "sample"})
"""Kinds that no paper of the survey prints, not even the office's: what people said about it is read at the desk."""
OWN = {
    *(("person", name) for name in ("id_no", "phone", "ethnicity", "relation_to_parties")),
    ("consent", "given_at"),
}
"""What the paper of a statement says of whoever made it, who signs it (domain §6.1)."""
TO_CALL = {("task", "surveyor_phone")}
"""What a notice says so that its addressee can ask (domain §10.3)."""
NAMES_OF_FILES = {("evidence", "file_name")}
"""What the attached manifest of all originals says, since it has to name every file of the bag."""

SIZES = {("evidence", "size_bytes")}
"""What is known of an original of a hidden person besides its hash: every original is counted."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A case with a mark in every field."""

    case: CaseFile
    marks: Marks


@pytest.fixture
def marked(case: CaseFile) -> Marked:
    return Marked(case, mark_everything(case))


def everything_in(pdf: bytes) -> str:
    """Return all that a PDF says: its text, every string and stream of it, its metadata, what is attached to it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        inside = [said for item in opened.objects for said in strings_of(item)]
    return plain(" ".join([text_of(pdf), *inside])).replace(",", "")


def strings_of(item: object) -> Iterator[str]:
    """Yield the strings of an object that it holds itself, and its stream in the encodings that a text may have there."""
    if isinstance(item, pikepdf.Object) and item.is_rectangle:
        return
    if isinstance(item, pikepdf.Stream):
        data = item.read_bytes() if item.get("/Subtype") != "/Image" else b""
        yield data.decode("utf-8", "replace")
        yield data.replace(b"\0", b"").decode("latin-1")
        item = item.stream_dict
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Array):
        inner: Sequence[object] = list(item.values()) if isinstance(item, pikepdf.Dictionary) else list(item)
        for value in inner:
            if not (isinstance(value, pikepdf.Object) and value.is_indirect):
                yield from strings_of(value)


def found(marks: Mapping[Place, str], said: str) -> set[Place]:
    return {place for place, mark in marks.items() if mark in said}


def not_for_parties(marks: Mapping[Place, str]) -> dict[Place, str]:
    """Return the marks that a party must not read: of the office's fields, and whole of those that are masked."""
    return {place: mark for place, mark in marks.items() if VIEW.showing(*place) is not Showing.PARTY}


def without_the_offices(contents: CaseContents) -> CaseContents:
    """Return a case in which nobody has filled in a field that is the office's."""
    emptied: dict[str, object] = {}
    for item in fields(CaseContents):
        value = getattr(contents, item.name)
        if isinstance(value, list | tuple) and value and isinstance(value[0], Record):
            emptied[item.name] = [replace(record, **of_office(record)) for record in value]
    return replace(contents, **emptied)  # type: ignore[arg-type]  # by name, each what it was


def of_office(record: Record) -> dict[str, None]:
    names = (spec.name for spec in SPECS[record.KIND])
    # Whom an enquiry is about decides whether a party hears of it at all.
    kept = {("enquiry", "person_uid")}
    hidden = (name for name in names if VIEW.showing(record.KIND, name) is Showing.OFFICE)
    return {name: None for name in hidden if (record.KIND, name) not in kept}


def test_the_signed_report_says_nothing_of_the_offices_and_masks_what_is_masked(marked: Marked) -> None:
    credential = person("张查勘").credential
    issued = sign_report(marked.case, ReportOptions("both", despite="test"), credential)
    said = everything_in(issued.pdf)
    assert found(not_for_parties(marked.marks.open), said) == set()
    assert len(found(marked.marks.open, said)) > 100, "the marks of a party's fields are found where they stand"
    for place, mark in marked.marks.open.items():
        if VIEW.showing(*place) is Showing.MASKED:
            assert masked(mark) in said, place
    assert found(marked.marks.secret, said) == NAMES_OF_FILES
    assert found(marked.marks.secret, plain(text_of(issued.pdf))) == set(), "the pages themselves name no such file"


def test_what_a_partys_paper_is_made_of_holds_nothing_of_the_offices(marked: Marked) -> None:
    whole = read_contents(marked.case)
    shown = repr(copy_contents(whole, VIEW, Copy.PARTY))
    assert found(not_for_parties(marked.marks.open), shown) == set()
    assert found(marked.marks.secret, shown) - SIZES == set()
    assert len(found(marked.marks.secret, repr(copy_contents(whole, VIEW, Copy.OFFICE)))) > 100


def test_the_office_copy_says_all_of_it(marked: Marked) -> None:
    said = everything_in(office_copy(marked.case, ReportOptions("zh_CN")))
    hidden = not_for_parties(marked.marks.open)
    unsaid = set(hidden) - found(hidden, said)
    assert {(kind, name) for kind, name in unsaid if kind not in ON_A_SHEET_OF_THEIR_OWN | AT_THE_DESK} == IN_NO_PAPER
    assert {kind for kind, _ in unsaid} >= AT_THE_DESK
    told = {("person", "id_no"), ("witness", "what_perceived"), ("statement", "place"), ("enquiry", "answer_summary")}
    assert told <= found(marked.marks.secret, said)


def test_what_the_office_wrote_changes_no_section_of_a_partys_copy(marked: Marked) -> None:
    """So that yes and no, choices and references are seen too, which carry no mark."""
    contents = read_contents(marked.case)
    with_it = PrintedCase.of(contents, Copy.PARTY, "both").parts(set(), ())
    without = PrintedCase.of(without_the_offices(contents), Copy.PARTY, "both").parts(set(), ())
    assert with_it == without
    assert PrintedCase.of(contents, Copy.OFFICE, "both").parts(set(), ()) != without


def test_a_notice_says_whom_to_call_and_nothing_else_of_the_offices(marked: Marked) -> None:
    said = everything_in(draft_pdf(draft_notice(marked.case)))
    assert found(not_for_parties(marked.marks.open), said) == TO_CALL
    assert ("person", "name") not in found(marked.marks.secret, said), "whose paper it is, is not said"
    assert said.count("气象证明") == 2, "though that paper is asked for as the other one is"


def test_the_paper_of_a_statement_says_only_what_is_its_own(marked: Marked) -> None:
    said = everything_in(statement_pdf(marked.case, marked.marks.ids["statement"]))
    assert found(not_for_parties(marked.marks.open), said) == OWN
    assert found(marked.marks.secret, said) == set()
