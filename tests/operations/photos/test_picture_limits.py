"""The limits of photo checks against real photos: what is called blurred, dark, bright or alike, and nothing else."""

from __future__ import annotations

import csv
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.likeness import distance
from surveyor_app.domain.photos.picture_checking import check_picture
from surveyor_app.domain.photos.picture_checks import Outcome, PictureMeasure, SceneFacts, Surroundings
from surveyor_app.media.facts import Measures
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.wording.picture_rules import load_picture_table

RULES = load_picture_table(resources_dir()).rules
BLURRED = {
    "FujiFilm FinePix1400Zoom (1).jpg",
    "FujiFilm FinePix1400Zoom (2).jpg",
    "Canon PowerShot S330.jpg",
    # Pictures whose pixels were taken out: one grey.
    "ss-motion-photo-shortened.jpg",
    "non-motion-photo-shortened.jpg",
    # The one false alarm: a thermal camera sees no edges.
    "FLIR Vue Pro 640.jpg",
}


@pytest.fixture(scope="module")
def measured(corpus_dir: Path) -> dict[str, Measures]:
    """The measures of all real photos of the corpus, by file name."""
    table = csv.DictReader((corpus_dir / "manifest.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
    paths = [corpus_dir / row["path"] for row in table if row["category"] == "photos"]
    with MediaWorkers(2) as pool, ThreadPoolExecutor(2) as beside:
        examined = zip(paths, beside.map(pool.examine_path, paths), strict=True)
        found = {path.name: examination.measures for path, examination in examined}
    return {name: measures for name, measures in found.items() if measures is not None}


def doubtful(measures: Measures) -> set[str]:
    around = Surroundings(
        PictureMeasure(measures.sharpness, measures.level, measures.dark_permille, measures.bright_permille)
    )
    results = check_picture(Evidence(id=new_record_id(), evidence_class="photo"), SceneFacts(), around, RULES)
    return {result.code for result in results if result.outcome is Outcome.WARN}


@pytest.mark.parametrize(
    ("code", "names"),
    [("blurred", BLURRED), ("too_dark", {"Konica Q-M100 (2).jpg"}), ("too_bright", {"Issue 80.jpg"})],
)
def test_only_photos_that_look_so_are_called_so(measured: dict[str, Measures], code: str, names: set[str]) -> None:
    assert {name for name, measures in measured.items() if code in doubtful(measures)} == names


def test_only_copies_are_called_alike(measured: dict[str, Measures]) -> None:
    alike = {
        frozenset((one, other))
        for one, other in combinations(measured, 2)
        if distance(measured[one].phash, measured[other].phash) <= RULES.limits.alike_bits
    }
    assert {name.split("_")[0].split(".")[0] for pair in alike for name in pair} == {"iptc", "sugarshack"}
