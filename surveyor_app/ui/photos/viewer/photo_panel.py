"""One photo in the viewer: its picture, its layer, and the strip of facts under it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import Palette
from surveyor_app.operations.intake.paper_pages import PAGED
from surveyor_app.ui.base import fetching, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.jobs import Job
from surveyor_app.ui.photos.viewer.album import Album
from surveyor_app.ui.photos.viewer.histogram import Histogram, HistogramView, count
from surveyor_app.ui.photos.viewer.layer import Layer
from surveyor_app.ui.photos.viewer.layer_item import LayerItem
from surveyor_app.ui.photos.viewer.picture_pane import PicturePane
from surveyor_app.ui.photos.viewer.pictures import PageShown, Pictures
from surveyor_app.wording.translation import tr


class PhotoPanel(QFrame):
    """Shows a record; everything of it is read off the UI thread."""

    shown = Signal()
    """The photo's preview is there, or it is known that there is none."""

    def __init__(self, desk: Desk, album: Album, pictures: Pictures, palette: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._desk = desk
        self._album = album
        self._pictures = pictures
        self._is_away = False
        self._fetching: Job | None = None
        self.record: Evidence | None = None
        self.page_no, self.pages = 0, 1
        """The page shown, from 0, and how many there are."""
        self.pane = PicturePane(self)
        self.layer = Layer(desk, palette, self)
        self.item = LayerItem()
        self.pane.stage.addItem(self.item)
        self.histogram = HistogramView(self.pane)
        self.histogram.move(12, 12)
        self.nothing = QLabel(self.pane)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.number = looks.label("section")
        self.caption = looks.label("", wrap=True)
        self.details = looks.label("secondary", wrap=True)
        facts = looks.row(self.number, self.caption, self.details, spacing=12)
        facts.setContentsMargins(12, 4, 12, 4)
        facts.setStretch(1, 1)
        layout = looks.column(self.pane, facts, spacing=0)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.pane.finer_wanted.connect(self._read_finer)
        self.layer.changed.connect(lambda: self.item.show_shapes(self.layer.shapes))
        self.say_nothing("")

    def show_record(self, record: Evidence) -> None:
        """Show a photo: what is known at once, the preview when it is read."""
        self.record = record
        self.page_no, self.pages = 0, 1
        self._is_away = fetching.is_away(self._desk, record)
        self.say_facts()
        self.layer.show_of("")
        self._pictures.preview(record, self, lambda image: self._on_preview(record, image))
        if record.format in PAGED and not self._is_away:
            self._read_page(record, 0)
        self._fetch()

    def turn_page(self, by: int) -> None:
        """Show another page of a paper; at its ends nothing happens."""
        wanted = self.page_no + by
        if self.record is not None and 0 <= wanted < self.pages:
            self._read_page(self.record, wanted)

    def _fetch(self) -> None:
        """Fetch the original where it is not here: somebody wants to look closely."""
        record = self.record
        if self._fetching is not None:
            # Whoever leafs on waits for none of those before: what came of them is kept.
            self._fetching.cancel()
            self._fetching = None
        if record is None or not self._is_away:
            return

        def on_fetched() -> None:
            self._pictures.forget(record)
            if self.record is not None and self.record.id == record.id:
                self.show_record(record)

        self._fetching = fetching.fetch(self._desk, record, self, on_fetched)

    def say_facts(self) -> None:
        """Write number, caption, time and shot, and how the view stands to the original."""
        record = self.record
        if record is None:
            return
        number = self._album.number(record)
        self.number.setText(tr("No. {number}", number=number or "—"))
        self.caption.setText(record.caption or record.file_name or "")
        times = (self._album.time(record), self._album.corrected(record))
        words = [" ".join(filter(None, times)), self._album.shot_name(record)]
        if self._is_away:
            words.insert(0, fetching.away_text())
        if self.pages > 1:
            words.insert(0, tr("Page {page} of {pages} (PgUp, PgDn)", page=self.page_no + 1, pages=self.pages))
        if self.pane.angle():
            words.append(tr("View turned by {angle}°; the original is unchanged", angle=self.pane.angle()))
        if self.layer.shapes:
            shown = tr("Layer with %n shape(s)", n=len(self.layer.shapes))
            words.append(shown if self.item.isVisible() else tr("{layer}, hidden", layer=shown))
        self.details.setText(" · ".join(word for word in words if word))
        self.pane.setAccessibleName(" ".join((self.number.text(), self.caption.text(), self.details.text())))

    def say_nothing(self, text: str) -> None:
        """Say why there is no picture; empty when there is one."""
        self.nothing.setText(text)
        self.nothing.setVisible(bool(text))
        self.nothing.setGeometry(self.pane.rect())

    def turn(self, degrees: int) -> None:
        """Turn the view."""
        self.pane.turn(degrees)
        self.say_facts()

    def show_layer(self, is_shown: bool) -> None:
        """Show or hide the layer."""
        self.item.setVisible(is_shown)
        self.say_facts()

    def show_histogram(self, is_shown: bool) -> None:
        """Show or hide the histogram."""
        self.histogram.setVisible(is_shown)
        if is_shown:
            self._count()

    def set_current(self, is_current: bool) -> None:
        """Mark the panel that keys go to; only where there are two."""
        if self.property("current") is not is_current:
            self.setProperty("current", is_current)
            looks.repolish(self)

    def _on_preview(self, record: Evidence, image: QImage) -> None:
        if self.record is None or self.record.id != record.id:
            return
        self.say_nothing(tr("There is no preview of this file.") if image.isNull() else "")
        self.pane.show_preview(image, upright_size(record, image))
        self.item.cover(self.pane.stage.sceneRect(), image)
        self.layer.show_of(record.id)
        self.say_facts()
        if self.histogram.isVisible():
            self._count()
        self.shown.emit()

    def _read_page(self, record: Evidence, number: int) -> None:
        def on_read(shown: PageShown) -> None:
            if self.record is None or self.record.id != record.id or not shown.pages:
                return
            self.page_no, self.pages = number, shown.pages
            # One page is shown as the preview has it; of several the page itself, as large as it is read.
            if self.pages > 1 or self.pane.pixels.preview.isNull():
                self._show_page(shown.image)
            self.say_facts()

        self._pictures.page(record, number, self, on_read)

    def _show_page(self, image: QImage) -> None:
        self.say_nothing(tr("There is no preview of this page.") if image.isNull() else "")
        self.pane.show_preview(image, image.size())
        # A layer is drawn on the first page, which is what the preview shows.
        self.item.setVisible(self.page_no == 0)

    def _read_finer(self) -> None:
        record = self.record
        if (
            record is None
            or self.pages > 1
            or max(self.pane.pixels.size.toTuple()) <= max(self.pane.pixels.preview.size().toTuple())
        ):
            return

        def on_read(image: QImage) -> None:
            if self.record is not None and self.record.id == record.id:
                self.pane.pixels.show_finer(image)

        self._pictures.full(record, self, on_read)

    def _count(self) -> None:
        image = self.pane.pixels.preview
        self.histogram.show_counts(None)
        if image.isNull():
            return

        def on_counted(counts: Histogram) -> None:
            if self.pane.pixels.preview is image:
                self.histogram.show_counts(counts)

        self._desk.jobs.run(lambda _report: count(image), self, on_counted)


def upright_size(record: Evidence, preview: QImage) -> QSize:
    """Return the upright original's pixels: those recorded, lying as the preview lies; the preview's where none are."""
    sides = sorted((record.width_px or 0, record.height_px or 0))
    if not sides[0] or preview.isNull() or sides[1] < max(preview.width(), preview.height()):
        return preview.size()
    # From the longer side and the preview's shape: a turn inside the file is in the preview already.
    factor = sides[1] / max(preview.width(), preview.height())
    return QSize(round(preview.width() * factor), round(preview.height() * factor))
