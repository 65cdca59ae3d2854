"""The quiet line of each watched folder: how many files came, what is the matter, and Stop."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from surveyor_app.operations.intake.source_custody import SCANNER
from surveyor_app.ui.sources.folder_watch import FolderWatch, Watch
from surveyor_app.ui.sources.import_outcome import shown_name, shown_names
from surveyor_app.ui.sources.source_strip import LineContent, Offer, SourceStrip
from surveyor_app.wording.translation import tr

KIND = "watch"


class WatchLines(QObject):
    """One line a watched folder in the strip above the photos."""

    def __init__(self, strip: SourceStrip, watch: FolderWatch, page: QWidget) -> None:
        super().__init__(page)
        self._strip = strip
        self._watch = watch
        watch.changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """Write all lines anew."""
        watches = self._watch.watches
        self._strip.show_lines(KIND, {f"{KIND}:{origin}": self._line(origin, item) for origin, item in watches.items()})

    def _line(self, origin: str, watch: Watch) -> LineContent:
        name = shown_name(watch.folder.folder.name)
        stop = Offer(tr("Stop"), lambda: self._watch.stop(origin))
        if watch.is_gone:
            text = tr("{name} cannot be reached. It is watched again as soon as it is back.", name=name)
            return LineContent("alert", text, "warn", (stop,))
        is_scanner = origin == SCANNER
        parts = [tr("Scanner's folder {name}", name=name) if is_scanner else tr("Watching {name}", name=name)]
        parts.append(tr("%n taken in", n=watch.taken_in))
        if watch.waiting:
            parts.append(tr("%n still being written", n=watch.waiting))
        offers = [stop]
        if watch.empty:
            names = shown_names([path.name for path in watch.empty])
            parts.append(tr("%n empty: {names}", n=len(watch.empty), names=names))
            text = tr("Take in %n empty", n=len(watch.empty))
            offers.insert(0, Offer(text, lambda: self._watch.take_empty(origin), not watch.is_busy))
        if watch.before:
            parts.append(tr("%n were there before", n=watch.before))
            take = Offer(tr("Import %n", n=watch.before), lambda: self._watch.take_before(origin), not watch.is_busy)
            offers.insert(0, take)
        tone = "warn" if watch.empty else ""
        return LineContent("scanner" if is_scanner else "watch", " · ".join(parts), tone, tuple(offers))
