"""All of the public corpus, hostile files included, imported into one case: everything is kept, nothing crashes or hangs."""

from __future__ import annotations

import csv
import hashlib
import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import create_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import ImportedFile, import_files
from surveyor_app.records import reading
from tests.casefile.conftest import make_profile

pytestmark = [pytest.mark.faults, pytest.mark.timeout(280)]

LONGEST_WAIT_S = 20.0
"""Between two files. A guard against hangs, far from what an import takes."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The case, still open, and what the import said of each file."""

    profile: Profile
    case: CaseFile
    files: list[Path]
    items: tuple[ImportedFile, ...]
    waits: list[float]


@contextmanager
def import_all(corpus_dir: Path, folder: Path) -> Iterator[Imported]:
    """Import the corpus and note how long each file was waited for."""
    moments = [time.monotonic()]

    def note(progress: Progress) -> None:
        moments.append(time.monotonic())

    profile, _ = make_profile(folder / "profile")
    with profile, create_case(profile, folder / "corpus.survey") as case:
        with MediaWorkers() as workers:
            result = import_files(case, [corpus_dir], workers, note)
        waits = [after - before for before, after in itertools.pairwise(moments)]
        files = [path for path in corpus_dir.rglob("*") if path.is_file() and not path.name.startswith(".")]
        yield Imported(profile, case, files, result.items, waits)


def test_the_whole_corpus_is_kept(corpus_dir: Path, tmp_path: Path) -> None:
    """One test, because the import is shared and each of the test processes would else repeat it."""
    with import_all(corpus_dir, tmp_path) as imported:
        require_stored(imported)
        require_readable_bit_by_bit(imported)
        require_hostile_marked(imported, corpus_dir)
        imported.case.close()
        assert verify_case(imported.profile, imported.case.path) == []


def require_stored(imported: Imported) -> None:
    assert {item.path for item in imported.items} == set(imported.files)
    assert len(imported.items) >= 350
    assert {item.outcome for item in imported.items} <= {
        "stored",
        "duplicate",
        "stored_without_preview",
        "stored_damaged",
        "empty",
    }
    assert {item.path for item in imported.items if item.outcome == "empty"} == {
        path for path in imported.files if path.stat().st_size == 0
    }
    assert all(item.reason for item in imported.items if item.outcome == "stored_without_preview")
    assert max(imported.waits) < LONGEST_WAIT_S


def require_readable_bit_by_bit(imported: Imported) -> None:
    with imported.case.read() as session:
        records = {item.id: item for item in reading.list_records(session, imported.case.case_id, Evidence)}
    for item in imported.items:
        record = records[str(item.evidence_id)]  # type: ignore[index]
        data = item.path.read_bytes()
        assert record.sha256 == hashlib.sha256(data).hexdigest()
        assert record.size_bytes == len(data)
        assert b"".join(read_blob(imported.case, record.sha256)) == data
    assert len(records) == len({record.sha256 for record in records.values()})


def require_hostile_marked(imported: Imported, corpus_dir: Path) -> None:
    """Pictures that another decoder cannot open or load have no preview here either."""
    with (corpus_dir / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    refused = {corpus_dir / row["path"] for row in rows if row["decodes"].startswith(("open:", "load:"))}
    outcomes = {item.path: item.outcome for item in imported.items}
    assert len(refused) > 20
    assert {path for path in refused if outcomes[path] == "stored"} == set()
