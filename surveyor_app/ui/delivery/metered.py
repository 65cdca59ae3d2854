"""Where a network costs by the byte, only entries and previews are sent, if the surveyor wants that; the rest waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QWidget

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.ui.base.tick_box import TickBox
from surveyor_app.wording.translation import tr

_SETTING = "delivery/spare_metered"
_YES, _NO = "yes", "no"


def network_information() -> QNetworkInformation | None:
    """Return what the system says of the network, ``None`` where it says nothing. On the UI thread."""
    QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered)
    return QNetworkInformation.instance()


class Sparing(QWidget):
    """The choice, and whether it applies now; it is kept in the profile."""

    def __init__(self, profile: Profile, on_free: Callable[[], None]) -> None:
        """Call ``on_free`` as soon as the network no longer costs by the byte."""
        super().__init__()
        self._profile = profile
        self._on_free = on_free
        self._network: QNetworkInformation | None = None
        self.box = TickBox(self)
        self.box.setChecked(profile.setting(_SETTING) != _NO)
        self.box.toggled.connect(self._keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Write the words in the window's language."""
        self.box.setText(tr("On a metered network send only entries and previews"))
        self.box.resize(self.box.sizeHint())
        self.setFixedHeight(self.box.height())
        self.setMinimumWidth(self.box.width())

    def applies(self) -> bool:
        """Tell whether originals are to wait for another network."""
        return self.box.isChecked() and self.is_metered()

    def is_metered(self) -> bool:
        """Ask the system; from the first time on it is followed."""
        if self._network is None:
            self._network = network_information()
            if self._network is not None:
                self._network.isMeteredChanged.connect(self.follow)
        return self._network is not None and self._network.isMetered()

    def follow(self) -> None:
        """The network is another one, or costs otherwise now."""
        if not self.is_metered():
            self._on_free()

    def _keep(self, is_on: bool) -> None:
        self._profile.set_setting(_SETTING, _YES if is_on else _NO)
        if not is_on:
            self._on_free()
