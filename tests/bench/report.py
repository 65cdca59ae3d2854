"""The report of 100 photos of about 0.3 MB, from the open case to the signed and stored PDF; memory of the layout's process.

Against WeasyPrint, which lays out the same text and pictures and does nothing else. It is installed into an environment of its
own below ``build/bench`` when it is first wanted; where that is not possible the seconds stand alone.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.sample_story import Telling, load_story
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.wording.questions import load_questions
from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal, in_turn
from tests.bench.pictures import distinct_pictures
from tests.bench.place import Place
from tests.bench.processes import MB, run_job

WIDTH_PX, HEIGHT_PX, QUALITY = 1600, 1200, 82
INSTALL_S = 300


def measure(place: Place) -> list[Figure]:
    """Measure time and memory."""
    count, rounds = place.sized(100, 12), place.sized(5, 3)
    folder, exported = place.folder("report"), place.folder("exported")
    _fill(place, folder, count)
    size = float(run_job("report_job", folder, "--export", exported)["mean_bytes"]) / MB
    peaks: list[float] = []

    def ours(_number: int) -> float:
        done = run_job("report_job", folder)
        peaks.append(float(done["layout_peak_bytes"]))
        return float(done["seconds"])

    def baseline(number: int) -> float:
        pdf = place.scratch / f"baseline-{number}.pdf"
        fonts = resources_dir() / "fonts"
        return float(run_job("report_baseline", exported, fonts, pdf, python=python)["seconds"])

    what = (
        f"report of {count} photos of {size:.2f} MB, case to signed file: times faster than WeasyPrint's layout alone"
    )
    python = _weasyprint(place)
    if python is not None:
        turns = in_turn(rounds, ours, baseline)
        speed = Figure(what, turns.rate_ratio, "x", Goal.AT_LEAST, 3, turns.seconds())
    else:
        seconds = statistics.median(ours(number) for number in range(rounds))
        speed = Figure(what, None, "x", Goal.AT_LEAST, 3, f"baseline not installed; ours {seconds:.2f} s")
    memory = Figure(f"memory of the layout of {count} photos", max(peaks) / MB, "MB", Goal.AT_MOST, 1000)
    return [speed, memory]


def _fill(place: Place, folder: Path, count: int) -> None:
    """Make a case with pictures and the sample's story in it."""
    photos = place.folder("report-photos")
    for number, data in enumerate(distinct_pictures(place, count, WIDTH_PX, HEIGHT_PX, QUALITY)):
        (photos / f"IMG_{number:04}.jpg").write_bytes(data)
    bank = {question.id: question.text for question in load_questions(resources_dir())}
    with made_case(folder) as case, MediaWorkers() as workers:
        import_files(case, [photos], workers)
        Telling(case, load_story(resources_dir()), bank).tell()


def _weasyprint(place: Place) -> Path | None:
    """Return a Python that has WeasyPrint and the libraries it needs, ``None`` where it cannot be had."""
    environment = place.cache / "weasyprint"
    python = environment / "bin" / "python"
    try:
        if not python.exists():
            place.say("installing WeasyPrint, the baseline of the report")
            _quietly(sys.executable, "-m", "venv", str(environment))
        if _quietly(str(python), "-c", "import weasyprint", check=False):
            _quietly(str(python), "-m", "pip", "install", "--quiet", "weasyprint")
            _quietly(str(python), "-c", "import weasyprint")
    except (OSError, subprocess.SubprocessError):
        return None
    return python


def _quietly(*command: str, check: bool = True) -> int:
    done = subprocess.run(command, check=check, timeout=INSTALL_S, capture_output=True)
    return done.returncode
