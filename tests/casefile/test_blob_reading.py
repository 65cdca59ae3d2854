"""Random access to originals: any place, checked before it is handed out, a bounded part of it in memory."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from surveyor_app.casefile.blob_reading import KEPT_PARTS, BlobReader, BlobStream
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.schema import PART_BYTES
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from tests.casefile.conftest import random_bytes

SIZE = 2 * PART_BYTES + 1000


@pytest.fixture
def data() -> bytes:
    return random_bytes(SIZE)


@pytest.fixture
def reader(case: CaseFile, data: bytes) -> BlobReader:
    return BlobReader(case, store_blob(case, [data]).sha256)


@pytest.mark.parametrize(
    ("offset", "count"),
    [(0, 10), (PART_BYTES - 5, 10), (5, SIZE), (SIZE - 3, 10), (SIZE, 10), (SIZE + 7, 10), (PART_BYTES, 0)],
)
def test_any_range_is_read(reader: BlobReader, data: bytes, offset: int, count: int) -> None:
    assert reader.size == SIZE
    assert reader.read(offset, count) == data[offset : offset + count]


def test_an_unknown_original_is_missing(case: CaseFile) -> None:
    with pytest.raises(BlobMissing):
        BlobReader(case, "0" * 64)


def test_a_changed_part_is_never_handed_out(case: CaseFile, data: bytes) -> None:
    stored = store_blob(case, [data])
    with case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(text("UPDATE blob_part SET data = zeroblob(1048576) WHERE n = 1"))
    reader = BlobReader(case, stored.sha256)
    assert reader.read(0, PART_BYTES) == data[:PART_BYTES]
    with pytest.raises(BlobDamaged):
        reader.read(PART_BYTES - 1, 2)


def test_several_threads_may_read(reader: BlobReader, data: bytes) -> None:
    places = [(n * 7919) % SIZE for n in range(400)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda place: reader.read(place, 5000), places))
    assert found == [data[place : place + 5000] for place in places]


def test_few_parts_stay_in_memory(case: CaseFile) -> None:
    size = (KEPT_PARTS + 4) * PART_BYTES
    reader = BlobReader(case, store_blob(case, [bytes(size)]).sha256)
    for offset in range(0, size, PART_BYTES):
        reader.read(offset, 1)
    assert len(reader._parts) == KEPT_PARTS


def test_a_closed_reader_finds_nothing(reader: BlobReader) -> None:
    reader.close()
    assert reader.read(0, 10) == b""


def test_a_stream_is_a_file_for_decoders(reader: BlobReader, data: bytes) -> None:
    stream = io.BufferedReader(BlobStream(reader))
    assert stream.seekable()
    assert stream.read() == data
    stream.seek(-4, io.SEEK_END)
    assert stream.read() == data[-4:]
    assert stream.seek(100) == 100
    assert stream.read(3) == data[100:103]
