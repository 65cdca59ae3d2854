"""The receipt: only for what is there, the same for the same state, checkable with openssl."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from surveyor_app.central.authority.authority import Device
from surveyor_app.central.claims import office, reassigning
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.domain.wire_errors import BadMessage, ReceiptInvalid
from surveyor_app.protocol.delivery import DeliverAnswer, DeliverRequest, Missing, ReceiptKind
from surveyor_app.protocol.entries import from_base64
from surveyor_app.protocol.roots import HeadMark, delivery_root
from surveyor_app.report.cms import sign_detached
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.receipts import check_receipt
from surveyor_app.sync.store import marks
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import Laptop, patience


@pytest.fixture
def client(live: EmbeddedCentre, laptop: Laptop) -> Iterator[CentreClient]:
    with laptop.client(live.url) as made:
        Exchange(laptop, made, patience()).run()
        yield made


def ask(client: CentreClient, laptop: Laptop, until: str = "full", **other: object) -> DeliverAnswer:
    values = {"delivery_root": delivery_root(laptop.delivery_lines()), "heads": marks(laptop.heads()), **other}
    request = DeliverRequest(until=until, **values)  # type: ignore[arg-type]
    return client.post(f"/v1/cases/{laptop.case_id}/deliver", request, DeliverAnswer)


def test_what_is_missing_is_named(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    sha256 = laptop.add_evidence(b"photo", preview=b"preview")
    assert ask(client, laptop).missing == Missing(heads=marks(laptop.heads()))
    Exchange(laptop, client, patience()).run()
    assert ask(client, laptop).missing == Missing(blobs=(sha256,))
    assert ask(client, laptop, "partial").receipt is not None


def test_a_root_of_other_files_is_said_so(laptop: Laptop, client: CentreClient) -> None:
    assert ask(client, laptop, delivery_root="ab" * 32).missing == Missing(root_differs=True)
    with pytest.raises(BadMessage):
        ask(client, laptop, "nearly")


def test_a_laptop_that_is_behind_is_told_to_pull(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    office.create_user(live.centre, "wang", "Wang")
    office.assign(live.centre, "li", laptop.case_id, "wang")
    assert ask(client, laptop).missing == Missing(behind=True)
    assert deliver(laptop, client, laptop.verify, patience=patience()).pulled == 1


def test_the_same_state_gives_the_same_receipt(laptop: Laptop, client: CentreClient) -> None:
    first = ask(client, laptop)
    assert first.receipt is not None
    assert ask(client, laptop) == first
    laptop.add_evidence(b"")
    assert deliver(laptop, client, laptop.verify, patience=patience()).receipt != from_base64(first.receipt)


def test_a_blob_that_changed_in_the_store_is_sent_again(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    sha256 = laptop.add_evidence(b"an original")
    deliver(laptop, client, laptop.verify, until=ReceiptKind.FULL, patience=patience())
    laptop.add_evidence(b"another")
    live.centre.store.put(f"cases/{laptop.case_id}/{sha256}", b"an 0riginal")
    outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert outcome.kind is ReceiptKind.FULL
    assert b"".join(live.centre.store.read(f"cases/{laptop.case_id}/{sha256}")) == b"an original"


def test_openssl_confirms_the_receipt(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, tmp_path: Path
) -> None:
    outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert laptop.enrolment is not None
    (tmp_path / "receipt.json").write_bytes(outcome.receipt)
    (tmp_path / "receipt.json.p7s").write_bytes(outcome.signature)
    authority = x509.load_der_x509_certificate(laptop.enrolment.ca_der)
    (tmp_path / "ca.pem").write_bytes(authority.public_bytes(Encoding.PEM))
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "receipt.json.p7s"]
    command += ["-content", "receipt.json", "-CAfile", "ca.pem", "-out", "out.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    receipt = json.loads(outcome.receipt)
    assert receipt["centre"] == laptop.enrolment.centre
    assert (receipt["kind"], receipt["user"], receipt["case"]) == ("full", "zhang", laptop.case_id)


def test_a_surveyors_certificate_signs_no_receipts(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    outcome = deliver(laptop, client, laptop.verify, patience=patience())
    heads = marks(laptop.heads())
    root = delivery_root(laptop.delivery_lines())
    expected = {"kind": "full", "case": laptop.case_id, "root": root, "heads": heads}
    check_receipt(outcome.receipt, outcome.signature, laptop.verify, **expected)  # type: ignore[arg-type]
    authority = live.centre.authority
    with live.centre.database.write() as session:
        key = authority.receipts.private_key
        der = authority.certify_surveyor(
            session, key.public_key(), Device(bytes(32)), "zhang", "Surveyor receipts", "surveyor", live.centre.now()
        )
    forged = sign_detached(outcome.receipt, key, x509.load_der_x509_certificate(der))
    with pytest.raises(ReceiptInvalid):
        check_receipt(outcome.receipt, forged, laptop.verify, **expected)  # type: ignore[arg-type]
    for wrong in ({"kind": "partial"}, {"root": "ab" * 32}, {"heads": (HeadMark("d", 0, 1, "h"),)}, {"case": "c"}):
        with pytest.raises(ReceiptInvalid):
            check_receipt(
                outcome.receipt,
                outcome.signature,
                laptop.verify,
                **{**expected, **wrong},  # type: ignore[arg-type]
            )


def test_the_desk_shows_the_receipt_to_the_office_only(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, office_user: str
) -> None:
    deliver(laptop, client, laptop.verify, patience=patience())
    with httpx2.Client(base_url=live.url, follow_redirects=True) as browser:
        assert "RD1" not in browser.get("/").text
        wrong = browser.post("/sign-in", data={"user": office_user, "password": "wrong password"})
        assert wrong.status_code == 401
        page = browser.post("/sign-in", data={"user": office_user, "password": OFFICE_PASSWORD})
        assert "RD1" in page.text
        assert "已完整入库" in page.text
        assert office.list_claims(live.centre)[0].tasks == ()
        task = office.assign(live.centre, "li", laptop.case_id, "zhang")
        assert "zhang · 未处理" in browser.get("/").text
        reassigning.recall(live.centre, "li", laptop.case_id, task)
        assert "zhang · 注销" in browser.get("/").text
        assert page.headers["content-security-policy"].startswith("default-src 'none'")
        office.open_claim(live.centre, "li", {"insured_name": "<script>alert(1)</script>"})
        assert "<script>" not in browser.get("/").text
        assert "RD1" not in browser.post("/sign-out").text
        assert "RD1" not in browser.get("/").text


@pytest.mark.postgres
def test_the_whole_way_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    config = CentreConfig(tmp_path, database=postgres_url)
    with EmbeddedCentre(tmp_path, config=config) as embedded:
        code = office.create_user(embedded.centre, "zhang", "张三").code
        assert code is not None
        case = office.open_claim(embedded.centre, "li", {"report_no": "RD9"})
        office.assign(embedded.centre, "li", case, "zhang")
        laptop = Laptop("zhang", case)
        laptop.enrol(embedded.url, code)
        laptop.add_evidence(b"x" * 1_500_000, preview=b"preview")
        with laptop.client(embedded.url) as client:
            outcome = deliver(laptop, client, laptop.verify, patience=patience())
            assert deliver(laptop, client, laptop.verify, patience=patience()).receipt == outcome.receipt
        laptop.close()
    assert json.loads(outcome.receipt)["counts"]["originals"] == 1


def test_each_surveyor_of_a_case_gets_a_receipt_of_their_own(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, make_laptop: MakeLaptop
) -> None:
    office.create_user(live.centre, "wang", "Wang")
    office.assign(live.centre, "li", laptop.case_id, "wang")
    Exchange(laptop, client, patience()).run()
    other = make_laptop("wang", laptop.case_id)
    with other.client(live.url) as theirs:
        mine = deliver(laptop, client, laptop.verify, patience=patience())
        hers = deliver(other, theirs, other.verify, patience=patience())
    assert json.loads(mine.receipt)["user"] == "zhang"
    assert json.loads(hers.receipt)["user"] == "wang"
    assert json.loads(mine.receipt)["delivery_root"] == json.loads(hers.receipt)["delivery_root"]
