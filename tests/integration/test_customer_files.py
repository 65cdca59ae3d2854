"""What a customer sent by their link lies on the laptop like all evidence: pulled, held, delivered with, and handed out."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from surveyor_app.central.claims import customer_links, paper_acts
from surveyor_app.central.claims.changing import change_claim, claim_of
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.records import reading
from tests.central.customer.customers import phone
from tests.integration.colleagues import ORIGINALS, make_team


def test_a_customers_photo_is_on_the_laptop_and_in_the_bag(shared_centre: EmbeddedCentre, tmp_path: Path) -> None:
    team = make_team(shared_centre, tmp_path / "first")
    wang = team.join(tmp_path / "wang")
    centre, case_id = shared_centre.centre, team.case_id
    with centre.database.read() as session:
        assert claim_of(session, case_id) is not None
    change_claim(centre, "li", case_id, {"insured_phone": "13800138000"})
    paper_acts.ask_for(centre, "li", case_id, ["driving_permit"])
    with centre.database.read() as session:
        paper = next(item for item in reading.list_records(session, case_id, Document) if item.item == "driving_permit")
    token = customer_links.make(centre, "li", case_id, "insured")
    photo = io.BytesIO()
    Image.new("RGB", (80, 60), "orange").save(photo, "JPEG")
    with phone(shared_centre, token) as browser:
        sent = {"file": ("行驶证.jpg", photo.getvalue())}
        assert browser.post(f"/c/{token}/papers/{paper.id}", files=sent).status_code == 200
    wang.fetch()
    assert wang.pull().originals == len(ORIGINALS) + 1
    wang.brought["paper"] = photo.getvalue()
    assert wang.held()["paper"] == photo.getvalue()
    with wang.case() as case, case.read() as read:
        (found,) = (item for item in reading.list_records(read, case_id, Evidence) if item.origin == "customer_link")
        (there,) = (item for item in reading.list_records(read, case_id, Document) if item.id == paper.id)
        assert (there.state, there.evidence) == ("received", (found.id,))
    assert wang.deliver().receipt_kind == "full"
    assert [item.code for item in verify_case(wang.profile, wang.path) if item.level == "bad"] == []
    with wang.case() as case:
        export_bag(case, tmp_path / "bag")
    assert [item.code for item in verify_bag_folder(tmp_path / "bag") if item.level == "bad"] == []
    custody = (tmp_path / "bag" / "data" / "custody.csv").read_text(encoding="utf-8")
    assert "customer_link" in custody
    wang.profile.close()
    team.first.profile.close()
