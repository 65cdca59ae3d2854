"""The two lanes: order of edits, progress, cancel, receivers that are gone, closing."""

from __future__ import annotations

import threading
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from surveyor_app.domain.errors import Cancelled, NotFound
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.progress import Interrupt, Progress, ReportProgress, Waiting
from surveyor_app.ui.base.jobs import Jobs
from tests.ui.conftest import Settle


def test_edits_run_in_order_and_off_the_ui_thread(jobs: Jobs, settle: Settle) -> None:
    seen: list[tuple[int, bool]] = []

    def edit(number: int) -> None:
        seen.append((number, threading.current_thread() is threading.main_thread()))

    for number in range(20):
        jobs.write(partial(edit, number), jobs)
    settle()
    assert seen == [(number, False) for number in range(20)]


def test_results_arrive_on_the_ui_thread_after_their_changes(jobs: Jobs, settle: Settle) -> None:
    order: list[str] = []
    jobs.changed.connect(lambda _changes: order.append("changed"))
    on_main: list[bool] = []

    def done(_changes: Changes) -> None:
        order.append("done")
        on_main.append(threading.current_thread() is threading.main_thread())

    jobs.write(lambda: Changes({"claim": frozenset({"a"})}), jobs, done)
    settle()
    assert order == ["changed", "done"]
    assert on_main == [True]


def test_a_deleted_receiver_is_not_called(jobs: Jobs, settle: Settle) -> None:
    gate = threading.Event()
    receiver = QObject()
    called: list[bool] = []
    jobs.write(lambda: gate.wait(10), receiver, lambda _result: called.append(True))
    shiboken6.delete(receiver)
    gate.set()
    settle()
    assert called == []


def test_an_error_nobody_takes_care_of_is_announced_once(jobs: Jobs, settle: Settle) -> None:
    announced: list[BaseException] = []
    jobs.failed.connect(announced.append)

    def fail() -> None:
        raise NotFound(what="case", id="x")

    jobs.write(fail, jobs)
    settle()
    taken: list[BaseException] = []
    jobs.write(fail, jobs, None, taken.append)
    settle()
    assert [type(error) for error in announced] == [NotFound]
    assert [type(error) for error in taken] == [NotFound]


def test_cancel_stops_at_the_next_step_and_keeps_what_is_done(jobs: Jobs, settle: Settle, qtbot: QtBot) -> None:
    steps: list[int] = []
    first = threading.Event()
    go_on = threading.Event()

    def work(report: ReportProgress) -> None:
        for step in range(1000):
            steps.append(step)
            first.set()
            go_on.wait(10)
            report(Progress(step, 1000))

    ended: list[BaseException] = []
    job = jobs.run(work, jobs, None, ended.append, title="Importing")
    assert jobs.running() == [job]
    first.wait(10)
    job.cancel()
    go_on.set()
    settle()
    assert [type(error) for error in ended] == [Cancelled]
    assert len(steps) == 1
    assert jobs.running() == []


def test_progress_is_throttled(jobs: Jobs, settle: Settle) -> None:
    told: list[None] = []
    jobs.listed.connect(lambda: told.append(None))

    def work(report: ReportProgress) -> None:
        for step in range(5000):
            report(Progress(step, 5000))

    jobs.run(work, jobs, title="Importing")
    settle()
    assert len(told) < 60


def test_announced_changes_come_bundled(jobs: Jobs, qtbot: QtBot, settle: Settle) -> None:
    seen: list[Changes] = []
    jobs.changed.connect(seen.append)

    def work(_report: ReportProgress) -> None:
        for number in range(50):
            jobs.announce(Changes({"evidence": frozenset({str(number)})}))

    jobs.run(work, jobs)
    settle()
    qtbot.waitUntil(lambda: sum(len(changes.touched["evidence"]) for changes in seen) == 50)
    assert len(seen) < 10


def test_closing_finishes_edits_and_cancels_long_work(qapp: object) -> None:
    jobs = Jobs()
    written: list[int] = []
    started = threading.Event()

    def endless(report: ReportProgress) -> None:
        step = 0
        while True:
            started.set()
            report(Progress(step, 0))
            step += 1

    jobs.run(endless, jobs, title="Delivering")
    started.wait(10)
    for number in range(10):
        jobs.write(partial(written.append, number), jobs)
    jobs.close()
    assert written == list(range(10))


def test_after_all_waits_for_everything_under_way(jobs: Jobs, settle: Settle) -> None:
    order: list[str] = []
    gate = threading.Event()

    def slow(_report: ReportProgress) -> None:
        gate.wait(10)
        order.append("slow")

    jobs.run(slow, jobs)
    jobs.write(lambda: order.append("edit"), jobs)
    jobs.after_all(lambda: order.append("last"), jobs)
    gate.set()
    settle()
    assert order[-1] == "last"
    assert set(order) == {"slow", "edit", "last"}


def test_the_end_of_a_wait_is_shown_however_soon_it_comes(jobs: Jobs, settle: Settle, qtbot: QtBot) -> None:
    """Reports are throttled; whether work stands still is never left unsaid."""
    seen: list[Waiting | None] = []
    jobs.listed.connect(lambda: seen.extend(job.progress.waiting for job in jobs.running() if job.progress))
    first, last = threading.Event(), threading.Event()

    def work(report: ReportProgress) -> None:
        report(Progress(1, 2, waiting=Waiting("unreachable", 5)))
        first.wait(10)
        report(Progress(1, 2))
        last.wait(10)

    jobs.run(work, jobs, title="Delivering")
    qtbot.waitUntil(lambda: seen[-1:] == [Waiting("unreachable", 5)])
    first.set()
    qtbot.waitUntil(lambda: seen[-1] is None)
    last.set()
    settle()


def test_cancelling_ends_what_would_block(jobs: Jobs, settle: Settle) -> None:
    ended, begun = threading.Event(), threading.Event()
    interrupt = Interrupt()
    outcome: list[bool] = []

    def work(_report: ReportProgress) -> bool:
        interrupt.arm(ended.set)
        begun.set()
        return ended.wait(30)

    job = jobs.run(work, jobs, outcome.append, title="Delivering", interrupt=interrupt)
    assert begun.wait(10)
    job.cancel()
    settle()
    assert outcome == [True]


def test_what_is_armed_after_the_cancel_ends_at_once() -> None:
    interrupt = Interrupt()
    interrupt()
    ended: list[bool] = []
    interrupt.arm(lambda: ended.append(True))
    assert ended == [True]
