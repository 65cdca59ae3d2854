"""The rows of the table: what forgers do first, each with all that is unsigned written anew."""

from __future__ import annotations

from tests.operations.cases.forged import changes as by
from tests.operations.cases.forged.changes import FIRST
from tests.operations.cases.forged.forger import AUTHORITY, EVIDENCE, RECEIPT, REPORT, SIGNATURE
from tests.operations.cases.forged.row import Row, Told


def _line(reason: str = "") -> Told:
    return {"journal_broken": {"reason": reason} if reason else {}}


def _receipt(reason: str) -> Told:
    return {"receipt_broken": {"reason": reason}}


def _strange(path: str) -> Told:
    return {"file_unproven": {"path": path}}


_CHANGED: Told = {"named_file_changed": {"path": FIRST}}
_CUT: Told = {"journal_cut": {"path": RECEIPT}}
_REPORT: Told = {"named_file_changed": {"path": REPORT}}
_BROKEN_REPORT: Told = {**_REPORT, "report_broken": {"path": REPORT}}
_PART: Told = {"named_file_changed": {}}
_FOREIGN: Told = {"certificate_untrusted": {}, "device_unproven": {"line": "1"}}
_AUTHORITY: Told = {"certificate_untrusted": {}}

ROWS = (
    Row("an original's byte flipped", "delivered", by.flip, _CHANGED, FIRST),
    Row("…, nothing signed but the journal", "bare", by.flip, _CHANGED, FIRST),
    Row("an original replaced", "delivered", by.replace_original, _CHANGED, FIRST),
    Row("…, nothing signed but the journal", "bare", by.replace_original, _CHANGED, FIRST),
    Row("two originals under each other's names", "delivered", by.swap, _CHANGED, FIRST),
    Row("…, nothing signed but the journal", "bare", by.swap, _CHANGED, f"{FIRST} is called IMG_"),
    Row(
        "a photo removed with its lines", "delivered", by.remove_photo, _line("chain"), "the line before it is missing"
    ),
    Row(
        "…, and report and receipt with theirs",
        "delivered",
        by.remove_all_of_photo,
        _line("chain"),
        "the line before it",
    ),
    Row("…, its lines left", "bare", by.hide_photo, {"named_file_missing": {"path": FIRST}}, "the original it names"),
    Row("…, its body left out", "bare", by.hide_body, _line("body_missing"), "its body is missing"),
    Row("a file added under data/", "delivered", by.add("data/n.txt"), _strange("data/n.txt"), "data/n.txt: nothing"),
    Row("…, as an original", "bare", by.add(f"{FIRST}x.jpg"), _strange(f"{FIRST}x.jpg"), f"{FIRST}x.jpg: the journal"),
    Row(
        "…, the bytes of another original", "bare", by.add_again, {"file_unproven": {}}, "data/originals/0009-IMG_9.jpg"
    ),
    Row("…, around a certificate", "delivered", by.add_around_certificate, _strange(AUTHORITY), f"{AUTHORITY} holds"),
    Row("a body edited", "delivered", by.edit_body, _line("body"), "its body was changed"),
    Row("a signed line edited", "delivered", by.edit_line, _line("signature"), "line 39: its signature"),
    Row("the last line dropped", "delivered", by.keep_lines(-1), _CUT, "receipt.json: the journal lacks line 39"),
    Row("…, before delivery", "reported", by.keep_lines(-1), _line("operation"), "line 38: the rest of its operation"),
    Row(
        "…, of the office, which others had seen",
        "begun",
        by.drop_office_line,
        {"seen_missing": {}},
        "3 lines were there",
    ),
    Row("the journal cut to 10 lines", "delivered", by.keep_lines(10), _CUT, "receipt.json: the journal lacks line 39"),
    Row("an empty journal", "delivered", by.keep_lines(0), _line("empty"), "journal.jsonl is empty"),
    Row("the journal signed anew by a foreign key", "delivered", by.foreign_journal, _FOREIGN, "nobody vouches for it"),
    Row("…, before delivery", "reported", by.foreign_journal, _FOREIGN, "nobody vouches for it"),
    Row("…, before the report", "bare", by.foreign_journal, _FOREIGN, "nobody vouches for it"),
    Row("…, of a colleague, in the surveyor's name", "bare", by.colleagues_journal, _line("actor"), "it names zhang"),
    Row("a receipt of another case", "delivered", by.other(RECEIPT, SIGNATURE), _receipt("case"), "of another case"),
    Row(
        "a receipt by the surveyor's own key",
        "delivered",
        by.surveyors_receipt,
        _receipt("signer"),
        "receipt.json: not signed",
    ),
    Row(
        "…, for a journal that was cut",
        "delivered",
        by.surveyors_other_receipt,
        _receipt("signer"),
        "receipt.json: not sig",
    ),
    Row(
        "a list of those taken back with nobody on it",
        "delivered",
        by.forged_list,
        {"revocation_list_broken": {}},
        "is not the authority's list",
    ),
    Row("an authority of the forger's own", "delivered", by.own_authority_alone, _AUTHORITY, "data/certificates/"),
    Row(
        "…, with devices of its own",
        "delivered",
        by.own_authority,
        {"journal_cut": {"path": REPORT}},
        "data/receipt.json: the journal lacks",
    ),
    Row(
        "…, everything signed anew",
        "delivered",
        by.everything_by_own_authority,
        {"certificate_untrusted": {"path": AUTHORITY}},
        AUTHORITY,
        is_true_of_another=True,
    ),
    Row("a report of another case", "delivered", by.other(REPORT, EVIDENCE), _REPORT, REPORT),
    Row("an incremental update over page 1", "delivered", by.paint_over, _BROKEN_REPORT, f"{REPORT} was changed after"),
    Row("an attachment replaced", "delivered", by.attach, _BROKEN_REPORT, f"{REPORT} was changed after"),
    Row("a signature stripped", "delivered", by.strip, _BROKEN_REPORT, f"{REPORT} bears no signature"),
    Row("signed again by a self-signed namesake", "delivered", by.sign_again, _REPORT, f"{REPORT}: who signed it"),
    Row("custody.csv rewritten", "delivered", by.rewrite_custody, {"custody_differs": {"line": "6"}}, "custody.csv"),
    Row("a signed statement's paper replaced", "delivered", by.statement("*/statement.pdf"), _PART, "statement.pdf"),
    Row("a page's picture replaced", "delivered", by.statement("*/page-1-*.png"), _PART, ".png: the journal does not"),
    Row("an ink replaced", "delivered", by.statement("*/page-*.json"), _PART, ".json: the journal does not"),
    Row("a statement of another case", "delivered", by.other_statement, _PART, "statement.pdf"),
    Row("an old revision as the current one", "revised", by.old_revision, _REPORT, REPORT),
    Row("…, the newer one removed", "revised", by.old_revision_alone, _REPORT, REPORT),
    Row("another case's name on the bag", "delivered", by.other_case_id, {"case_differs": {}}, "bag-info.txt"),
)
