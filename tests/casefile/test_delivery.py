"""The durable state of delivery: what is to be sent, how far it is, and the receipt that ends it."""

from __future__ import annotations

import hashlib

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import BlobMissing
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.protocol.items import BlobItem, DeviceInfo, ItemState, Lane
from surveyor_app.records import reading
from surveyor_app.sync.store import DeliveryStore
from tests.casefile.conftest import create_step, make_profile, random_bytes
from tests.local_rows import save_preview

JPEG = b"jpeg" * 300_000


@pytest.fixture
def store(case: CaseFile) -> DeliveryStore:
    return CaseDelivery(case)


def evidence(case: CaseFile, data: bytes, evidence_class: str = "photo") -> tuple[str, str]:
    sha256 = store_blob(case, [data]).sha256
    step = create_step("evidence", {"sha256": sha256, "evidence_class": evidence_class})
    case.apply([step], "import")
    return step.id, sha256


def test_own_entries_are_unsent_until_numbered(case: CaseFile, store: DeliveryStore) -> None:
    case.apply([create_step("claim", {}), create_step("person", {})], "two")
    unsent = store.unsent_entries(10**6)
    assert [signed.entry.seq for signed in unsent] == [1, 2, 3]
    assert [signed.entry.seq for signed in store.unsent_entries(1)] == [1]
    store.mark_numbered({signed.hash: number for number, signed in enumerate(unsent, start=1)})
    assert store.unsent_entries(10**6) == []
    assert store.head_number() == 3


def test_another_profile_takes_the_case_in(case: CaseFile, store: DeliveryStore, profile: Profile) -> None:
    step = create_step("claim", {"report_no": "R1"})
    case.apply([step], "new")
    key = profile.device_key
    device = DeviceInfo(key.device_id, key.public_key, "surveyor", "zhang")
    other, _ = make_profile(profile.folder.with_name("other"))
    with other, create_case(other, case.path.with_name("fetched.survey"), case.case_id) as fetched:
        CaseDelivery(fetched).receive(store.unsent_entries(10**6), [device])
        with fetched.read() as session:
            found = reading.get(session, fetched.case_id, Claim, step.id)
        assert found is not None
        assert found.report_no == "R1"
        assert CaseDelivery(fetched).unsent_entries(10**6) == []
        assert [(head.device, head.seq) for head in CaseDelivery(fetched).heads()] == [(key.device_id, 2)]


def test_blobs_are_those_that_records_name_and_their_previews(case: CaseFile, store: DeliveryStore) -> None:
    _, photo = evidence(case, b"photo")
    _, video = evidence(case, b"video" * 10, "video")
    store_blob(case, [b"named by nothing"])
    save_preview(case, photo, PreviewKind.PREVIEW, JPEG)
    save_preview(case, photo, PreviewKind.THUMBNAIL, b"thumbnail")
    jpeg = hashlib.sha256(JPEG).hexdigest()
    assert list(store.blobs()) == [
        BlobItem(jpeg, len(JPEG), Lane.PREVIEW, preview_of=photo),
        BlobItem(photo, 5, Lane.ORIGINAL),
        BlobItem(video, 50, Lane.VIDEO),
    ]


def test_withdrawn_evidence_is_delivered_too(case: CaseFile, store: DeliveryStore) -> None:
    record_id, sha256 = evidence(case, b"photo")
    case.apply([Step(Action.WITHDRAW, "evidence", record_id, reason="blurred")], "withdraw")
    assert [item.sha256 for item in store.blobs()] == [sha256]
    assert f"{sha256}  originals/{record_id}\n" in store.delivery_lines()


def test_originals_and_previews_are_read_in_ranges(case: CaseFile, store: DeliveryStore) -> None:
    data = random_bytes(3_000_000)
    _, photo = evidence(case, data)
    save_preview(case, photo, PreviewKind.PREVIEW, JPEG)
    for content in (data, JPEG):
        sha256 = hashlib.sha256(content).hexdigest()
        starts = range(0, len(content), 2**20)
        expected = [hashlib.sha256(content[start : start + 2**20]).hexdigest() for start in starts]
        assert list(store.part_hashes(sha256)) == expected
        assert store.read_range(sha256, 1_048_570, 20) == content[1_048_570:1_048_590]
    with pytest.raises(BlobMissing):
        store.read_range("ab" * 32, 0, 1)


def test_the_state_of_each_blob_survives(profile: Profile, case: CaseFile, store: DeliveryStore) -> None:
    _, sha256 = evidence(case, b"photo")
    store.set_blobs({sha256: 3}, ItemState.SENDING)
    case.close()
    with open_case(profile, case.path) as again:
        (item,) = CaseDelivery(again).blobs()
        assert (item.state, item.sent) == (ItemState.SENDING, 3)


def test_a_full_receipt_marks_everything_and_is_kept_in_the_profile(profile: Profile, case: CaseFile) -> None:
    _, sha256 = evidence(case, b"photo")
    delivery = CaseDelivery(case)
    delivery.set_blobs({sha256: 5}, ItemState.STORED)
    delivery.save_receipt("partial", b'{"kind":"partial"}', b"cms")
    assert [item.state for item in delivery.blobs()] == [ItemState.STORED]
    for _ in range(2):
        delivery.save_receipt("full", b'{"kind":"full"}', b"cms")
    assert [item.state for item in delivery.blobs()] == [ItemState.RECEIPTED]
    assert [receipt.kind for receipt in delivery.receipts()] == ["partial", "full"]
    assert [receipt.kind for receipt in profile.registry.receipts(case.case_id)] == ["partial", "full"]
    delivery.set_blobs({sha256: 5}, ItemState.STORED)
    assert [item.state for item in delivery.blobs()] == [ItemState.RECEIPTED]


def test_what_came_after_the_question_has_no_receipt(case: CaseFile) -> None:
    _, sent = evidence(case, b"photo")
    delivery = CaseDelivery(case)
    delivery.set_blobs({sent: 5}, ItemState.STORED)
    # Imported while the centre wrote its receipt.
    _, later = evidence(case, b"a later photo")
    delivery.save_receipt("full", b'{"kind":"full"}', b"cms")
    assert {item.sha256: item.state for item in delivery.blobs()} == {
        sent: ItemState.RECEIPTED,
        later: ItemState.LOCAL,
    }


def test_a_fork_seen_by_the_centre_opens_an_epoch(case: CaseFile, store: DeliveryStore) -> None:
    store.open_epoch("chain fork")
    assert [(head.epoch, head.seq) for head in store.heads()] == [(0, 1), (1, 2)]
