"""Widgets in a cycle are destroyed on the UI thread, whichever thread allocates."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from surveyor_app.ui.base.collecting import Collecting, Collector


class Ring(QObject):
    """Holds itself alive, as a widget does whose slot is a lambda that names it."""

    destroyed_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self.note = _Note()


class _Note:
    def __del__(self) -> None:
        Ring.destroyed_on.append(threading.get_ident())


@pytest.fixture
def automatic() -> Iterator[None]:
    """As Python starts: the collector runs wherever something is allocated."""
    Ring.destroyed_on.clear()
    gc.collect()
    gc.enable()
    yield
    gc.disable()


def allocate_elsewhere() -> None:
    """Make much garbage on another thread."""

    def work() -> None:
        for _ in range(20_000):
            ring: list[object] = []
            ring.append(ring)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.mark.usefixtures("automatic")
def test_another_thread_never_destroys_a_widget(qtbot: QtBot) -> None:
    owner = QObject()
    collecting = Collecting(owner)
    assert not gc.isenabled()
    Ring()
    allocate_elsewhere()
    assert Ring.destroyed_on == []
    qtbot.waitUntil(lambda: Ring.destroyed_on == [threading.get_ident()])
    collecting.stop()
    assert gc.isenabled()


@pytest.mark.usefixtures("automatic")
def test_what_is_not_due_is_not_collected() -> None:
    gc.disable()
    Ring()
    gc.collect()
    Ring.destroyed_on.clear()
    Ring()
    Collector().collect_due()
    assert Ring.destroyed_on == []
    gc.collect()
    assert len(Ring.destroyed_on) == 1


@pytest.mark.usefixtures("automatic")
def test_all_is_looked_through_once_there_is_a_quarter_more() -> None:
    """What has lived long is left alone until then, garbage or not: looking costs time in which the window stands still."""
    thresholds = gc.get_threshold()
    gc.disable()
    gc.set_threshold(1, 1, 1)
    try:
        collector, kept = Collector(), list[object]()
        _some_turns(collector, kept)
        ring: Ring | None = Ring()
        gc.collect(1)
        del ring
        _some_turns(collector, kept)
        assert Ring.destroyed_on == []
        kept += [[number] for number in range(len(gc.get_objects(2)) // 3)]
        gc.collect(1)
        _some_turns(collector, kept)
        assert len(Ring.destroyed_on) == 1
    finally:
        gc.set_threshold(*thresholds)


def _some_turns(collector: Collector, kept: list[object]) -> None:
    """Enough of them that all generations are due, with a little that stays."""
    for _turn in range(12):
        kept.append([[number] for number in range(5)])
        collector.collect_due()
