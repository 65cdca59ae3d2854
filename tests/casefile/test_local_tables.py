"""Drafts and previews: local, encrypted, and never evidence."""

from __future__ import annotations

from sqlalchemy import text

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.drafts import drafts, drop_draft, save_draft
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.previews import PreviewKind, load_preview, load_previews, missing_previews
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.journal.identifiers import new_record_id
from tests.local_rows import drop_previews, save_preview


def test_a_draft_survives_and_the_last_value_counts(profile: Profile, case: CaseFile) -> None:
    record_id = new_record_id()
    save_draft(case, "claim", record_id, "insurer", "平")
    save_draft(case, "claim", record_id, "insurer", "平安")
    save_draft(case, "claim", record_id, "claim_no", ["a", "b"])
    case.close()
    with open_case(profile, case.path) as again:
        assert {(draft.field, str(draft.value)) for draft in drafts(again)} == {
            ("insurer", "平安"),
            ("claim_no", "['a', 'b']"),
        }
        drop_draft(again, "claim", record_id, "insurer")
        assert [draft.field for draft in drafts(again)] == ["claim_no"]


def test_a_preview_is_found_by_its_original(case: CaseFile) -> None:
    one, two = store_blob(case, [b"one"]), store_blob(case, [b"two"])
    save_preview(case, one.sha256, PreviewKind.THUMBNAIL, b"small")
    save_preview(case, one.sha256, PreviewKind.THUMBNAIL, b"smaller")
    assert load_preview(case, one.sha256, PreviewKind.THUMBNAIL) == b"smaller"
    assert load_preview(case, one.sha256, PreviewKind.PREVIEW) is None
    assert missing_previews(case, PreviewKind.THUMBNAIL) == [two.sha256]
    assert load_previews(case, [one.sha256, two.sha256], PreviewKind.THUMBNAIL) == {one.sha256: b"smaller"}
    drop_previews(case)
    assert missing_previews(case, PreviewKind.THUMBNAIL) == [one.sha256, two.sha256]


def test_a_damaged_preview_counts_as_missing(case: CaseFile) -> None:
    one = store_blob(case, [b"one"])
    save_preview(case, one.sha256, PreviewKind.PREVIEW, b"picture")
    with case.write() as session:
        session.execute(text("UPDATE preview SET jpeg = x'00'"))
    assert load_preview(case, one.sha256, PreviewKind.PREVIEW) is None
