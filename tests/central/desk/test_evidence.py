"""What a reviewer looks at: photos one by one, statements with their pages, and the proof, which a forger cannot keep whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import blobs, receipts
from surveyor_app.central.storage.uploads import UPLOADING
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.wire_errors import NotComplete
from surveyor_app.sync.delivering import deliver
from tests.central.desk.clerks import Clerk, signed_in
from tests.integration.laptop import Laptop, patience
from tests.operations.worlds import photo

PHOTOS = 62
"""More than one page of them."""
STATEMENT = new_record_id()


def brought(centre: EmbeddedCentre, user: str, count: int) -> Laptop:
    """A surveyor's case with so many photos, delivered in full."""
    laptop = Laptop(user)
    laptop.enrol(centre.url, office.create_user(centre.centre, user, user.title()).code or "")
    laptop.open_case()
    for number in range(count):
        laptop.add_evidence(photo(number % 7) + bytes([number]), preview=photo(number))
    with laptop.client(centre.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience())
    return laptop


@pytest.fixture(scope="module")
def delivered(shared_centre: EmbeddedCentre) -> Iterator[Laptop]:
    """A case with photos; the last is a page of a statement too."""
    laptop = brought(shared_centre, "zhang", PHOTOS)
    page = sorted(laptop.bytes)[0]
    fields: dict[str, tuple[RecordId, dict[str, object]]] = {
        "statement": (STATEMENT, {"seq_no": 1, "kind": "driver"}),
        "answer": (new_record_id(), {"statement_uid": STATEMENT, "question": "几点？", "answer": "<i>九点。</i>"}),
        "statement_page": (new_record_id(), {"statement_uid": STATEMENT, "no": 1, "total": 1, "sha256": page}),
    }
    for kind, (id_, values) in fields.items():
        laptop.write(Step(Action.CREATE, kind, id_, encode_fields(kind, values)))
    # This laptop's root lists no statements, so that both sides disagree; what it wrote is at the centre.
    with laptop.client(shared_centre.url) as client, pytest.raises(NotComplete):
        deliver(laptop, client, laptop.verify, patience=patience())
    yield laptop
    laptop.close()


@pytest.fixture
def clerk(shared_centre: EmbeddedCentre) -> Iterator[Clerk]:
    with signed_in(shared_centre, "reviewer") as made:
        yield made


def test_each_photo_leads_to_the_next_to_the_last_one(clerk: Clerk, delivered: Laptop) -> None:
    address, place, seen = f"/claims/{delivered.case_id}/photos/look", "p1", []
    page = clerk.get(address).text
    assert page.count(" autofocus") == 1
    while place != "end":
        found = re.search(rf'<a id="{place}" href="([^"]+)"', page)
        assert found is not None, place
        seen.append(place)
        path, _, place = found[1].partition("#")
        if path:
            page = clerk.get(path).text
    assert seen == [f"p{number}" for number in range(1, PHOTOS + 1)]
    assert page.count('loading="eager"') == 2, "the browser loads no more than what comes next"
    assert "<script" not in page


def test_one_photo_shows_its_preview_until_the_original_is_there(clerk: Clerk, delivered: Laptop) -> None:
    address = f"/claims/{delivered.case_id}/photos/look"
    (first, second, *_) = re.findall(
        rf"/claims/{delivered.case_id}/photos/([0-9a-f-]{{36}})\"", clerk.get(address).text
    )
    page = clerk.get(f"/claims/{delivered.case_id}/photos/{first}").text
    assert f'accesskey="n" autofocus href="/claims/{delivered.case_id}/photos/{second}"' in page
    assert 'accesskey="p"' not in page, "there is none before the first"
    assert "1 / 62" in page
    (sha256,) = set(re.findall(r"/blobs/([0-9a-f]{64})\?save=1", page))
    part = clerk.browser.get(f"/claims/{delivered.case_id}/blobs/{sha256}", headers={"range": "bytes=2-5"})
    assert (part.status_code, len(part.content)) == (206, 4)


def test_a_statement_shows_its_answers_and_its_pages(clerk: Clerk, delivered: Laptop) -> None:
    address = f"/claims/{delivered.case_id}/records/statement/{STATEMENT}"
    page = clerk.get(address).text
    assert "<i>九点。</i>" not in page
    assert "<i>九点。</i>" in clerk.page(address)
    (picture,) = re.findall(r'class="page" loading="lazy" src="([^"]+)"', page)
    shown = clerk.get(picture)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")


def test_the_proof_holds_and_says_what_somebody_changed(clerk: Clerk, shared_centre: EmbeddedCentre) -> None:
    laptop, centre = brought(shared_centre, "wang", 2), shared_centre.centre
    laptop.close()
    case = laptop.case_id
    whole = clerk.page(f"/claims/{case}/proof")
    assert "Form, hash, signature and chain of every entry hold." in whole
    assert "All originals that the records name are here." in whole
    assert "does not hold" not in whole
    with centre.database.write() as session:
        session.execute(receipts.update().where(receipts.c.case_id == case).values(signature=b"forged"))
        session.execute(
            blobs.update().where(blobs.c.case_id == case, blobs.c.preview_of.is_(None)).values(state=UPLOADING)
        )
    broken = clerk.page(f"/claims/{case}/proof")
    assert "Not here, or not whole: 2" in broken
    assert "The signature does not hold" in broken
