"""What the lists of a case say about figures that are written down beside them."""

from __future__ import annotations

from surveyor_app.domain.survey.casualties import Casualties
from surveyor_app.wording.translation import tr

PARTS = " · "


def listed_words(listed: Casualties) -> str:
    """Return what the list of people says."""
    said = tr("List of people: {injured} injured, {dead} dead", injured=listed.injured, dead=listed.dead)
    if listed.unplaced:
        said += PARTS + tr("%n hurt without a position", n=listed.unplaced)
    return said
