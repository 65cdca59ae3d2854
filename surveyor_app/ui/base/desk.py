"""What the pages of an open case work with; built once when the case is opened and handed to each page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from surveyor_app.ui.base.map_places import MapPlaces

if TYPE_CHECKING:
    # Named only: the window is shown before any of it is loaded.
    from surveyor_app.casefile.case_file import CaseFile
    from surveyor_app.casefile.profiles.profile import Profile
    from surveyor_app.domain.checks.findings import Check
    from surveyor_app.media.worker import MediaWorkers
    from surveyor_app.settings import TimestampSettings, TokenSettings
    from surveyor_app.ui.base.edits import Edits
    from surveyor_app.ui.base.jobs import Jobs
    from surveyor_app.wording.labels import Labels


class Messages(Protocol):
    """Where short news is shown, with at most one thing to do about it."""

    def tell(self, text: str, action: str = "", on_action: Callable[[], None] | None = None, *, tone: str = "") -> None:
        """Show ``text``; ``tone`` is empty, ok, warn or bad."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One open case and the means to work on it."""

    profile: Profile
    case: CaseFile
    jobs: Jobs
    edits: Edits
    labels: Labels
    messages: Messages
    workers: MediaWorkers
    resources: Path
    checks: list[Check]
    server: str
    """Address of the centre used last, empty for none."""
    timestamp: TimestampSettings | None = None
    """The time-stamp authority of the settings."""
    token: TokenSettings | None = None
    """The smart card or token of the settings."""
    maps: MapPlaces = field(default_factory=MapPlaces)
    """Where the map sheets of this laptop are."""
    second_copy_dir: Path | None = None
    """Where second copies are kept, of the settings."""
