"""Why there is no preview of a piece of evidence, in every language."""

from __future__ import annotations

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Text
from surveyor_app.wording.intake_words import NO_PREVIEW
from surveyor_app.wording.languages import languages
from surveyor_app.wording.translation import said_in


def no_preview_text(code: str) -> Text | str:
    """Return the reason behind a code (``Evidence.no_preview``); a code of a newer version as it is."""
    if code not in NO_PREVIEW:
        return code
    return Text({language.key: said_in(language, NO_PREVIEW[code]) for language in languages(resources_dir())})
