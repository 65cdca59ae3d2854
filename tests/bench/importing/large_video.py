"""A video of 1 GB taken in and played in the real window: how much more memory the window's process needs for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import av
from PIL import Image

from tests.bench.cases import made_case
from tests.bench.figures import Figure, Goal
from tests.bench.place import Place
from tests.bench.processes import MB, run_job

SIZE = (1280, 720)
PER_SECOND = 25
DIFFERENT = 8


def measure(place: Place) -> list[Figure]:
    """Measure the growth of resident memory by importing, and by playing with jumps."""
    megabytes = place.sized(1000, 60)
    folder = place.folder("large-video")
    if shutil.disk_usage(folder).free < 3 * megabytes * MB:
        raise SystemExit(f"a video of {megabytes} MB, its copy in the case and its journal do not fit on this disk")
    video = folder / "large.avi"
    seconds = write_video(video, megabytes * MB)
    size = video.stat().st_size / MB
    with made_case(folder):
        pass
    run = run_job("importing.large_video_job", folder, video)
    said = f"{size:.0f} MB, {seconds:.0f} s of video; imported in {run['import_s']:.0f} s"
    return [
        Figure(f"growth of the window's memory: import a video of {size:.0f} MB", run["import_bytes"] / MB,
               "MB", Goal.AT_MOST, 200, said),
        Figure("growth of the window's memory: play it from the case, jumping", run["play_bytes"] / MB,
               "MB", Goal.AT_MOST, 200, f"{run['frames']} pictures shown in {run['play_s']:.0f} s, "
               f"longest block of the UI thread {run['block_ms']:.0f} ms"),
    ]  # fmt: skip


def write_video(path: Path, size: int) -> float:
    """Write a video of noise of about ``size`` bytes and return its seconds: a few pictures are encoded, then repeated."""
    with av.open(str(path), "w", format="avi") as output:
        stream = output.add_stream("mjpeg", rate=PER_SECOND, options={"qmin": "2", "qmax": "2"})
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuvj420p"
        pictures: list[bytes] = []
        for number in range(DIFFERENT):
            noise = Image.effect_noise(SIZE, 40 + number).convert("RGB")
            frame = av.VideoFrame.from_image(noise)  # type: ignore[no-untyped-call]  # PyAV leaves Pillow's type out
            pictures += [bytes(packet) for packet in stream.encode(frame)]
        written = number = 0
        while written < size:
            packet = av.Packet(pictures[number % len(pictures)])
            packet.stream, packet.time_base = stream, stream.codec_context.time_base
            packet.pts = packet.dts = number
            packet.duration, packet.is_keyframe = 1, True
            written += packet.size
            output.mux(packet)
            number += 1
    return number / PER_SECOND
