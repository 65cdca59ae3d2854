"""Further rows of the table: what a forger tries who knows which files are signed, and which names, numbers and texts are not."""

from __future__ import annotations

from tests.operations.cases.forged import changes
from tests.operations.cases.forged import cunning as by
from tests.operations.cases.forged.changes import FIRST
from tests.operations.cases.forged.forger import EVIDENCE, REPORT, REVOCATIONS
from tests.operations.cases.forged.row import Row, Told

_RENAMED: Told = {"named_file_missing": {}, "file_unproven": {}}


def _line(reason: str) -> Told:
    return {"journal_broken": {"reason": reason}}


FURTHER = (
    Row(
        "lines by a key that is certified for reports",
        "bare",
        by.lines_by_another_key,
        {"certificate_untrusted": {}, "device_unproven": {"line": "1"}},
        "is for signing something else than lines",
    ),
    Row(
        "a report by a key that is certified for receipts",
        "delivered",
        by.report_by_another_key,
        {"named_file_changed": {"path": REPORT}},
        "who signed it may sign something else",
    ),
    Row(
        "an older receipt of the case",
        "revised",
        by.older_receipt("delivered"),
        {"after_receipt": {"lines": "5"}},
        "that came after the receipt (5)",
        leaves_open=True,
    ),
    Row(
        "…, for the journal alone",
        "delivered",
        by.older_receipt("partial"),
        {"receipt_partial": {}},
        "the receipt is for the journal",
        leaves_open=True,
    ),
    Row("two records' bodies exchanged", "delivered", by.swap_bodies, _line("body"), "line 4: its body was changed"),
    Row("a second body before the true one", "delivered", by.second_body, _line("malformed"), "its body was changed"),
    Row("lines written in another way", "delivered", by.other_form, _line("malformed"), "line 1 has another form"),
    Row("the centre's numbers rewritten", "delivered", by.renumber_lines, _line("number"), "its number cannot be"),
    Row(
        "the list of those taken back removed",
        "delivered",
        by.remove(REVOCATIONS),
        {"revocations_unchecked": {}},
        "there is no list of certificates taken back",
        leaves_open=True,
    ),
    Row(
        "two originals under each other's numbers",
        "bare",
        by.swap_numbers,
        {"named_file_missing": {"path": FIRST}},
        "the number of data/originals/0001-IMG_3.jpg",
    ),
    Row("a statement's folder renamed", "delivered", by.rename_statement, _RENAMED, "is not where the journal puts it"),
    Row("a page's picture as another page", "delivered", by.rename("*/page-1-*", "page-2-"), _RENAMED, "not where the"),
    Row(
        "an ink as one for something else", "delivered", by.rename("*/closing-*", "notice-"), _RENAMED, "not where the"
    ),
    Row(
        "an earlier report under another number", "revised", by.rename_report, _RENAMED, "is not where the journal puts"
    ),
    Row(
        "one head more in the evidence manifest",
        "bare",
        by.add_head,
        {"manifest_replaced": {"path": EVIDENCE}},
        "names another end of the journal",
    ),
    Row(
        "a folder with a message for a name",
        "delivered",
        by.add_folder,
        {"file_unproven": {"path": "data/seen by police/"}},
        "data/seen by police is an empty folder",
    ),
    Row(
        "a text put beside the payload",
        "delivered",
        changes.add("README.txt"),
        {"tag_unknown": {"path": "README.txt"}},
        "README.txt, of which nothing signed speaks",
        leaves_open=True,
    ),
    Row(
        "a label put into bag-info.txt",
        "delivered",
        by.add_label,
        {"label_unknown": {"label": "Contact-Name"}},
        "what bag-info.txt says under Contact-Name",
        leaves_open=True,
    ),
    Row(
        "VERIFY.txt exchanged",
        "delivered",
        by.exchange_texts("VERIFY.txt"),
        {"instructions_differ": {"path": "VERIFY.txt"}},
        "VERIFY.zh.txt gives other commands than VERIFY.txt",
        leaves_open=True,
        exchanges_texts=True,
    ),
    Row(
        "…, and in every language",
        "delivered",
        by.exchange_texts("VERIFY.txt", "VERIFY.zh.txt"),
        {"instructions_differ": {"path": "VERIFY.zh.txt"}},
        "nobody signed for the whole folder",
        leaves_open=True,
        exchanges_texts=True,
    ),
)
