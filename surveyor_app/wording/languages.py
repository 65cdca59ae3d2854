"""The languages of the program. Apart from everything else, because the window needs them before all of it."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language of the window, the command line and the report."""

    ZH = "zh_CN"
    EN = "en"


LANGUAGE_NAMES = {Language.ZH.value: "中文", Language.EN.value: "English"}
"""By their own names, the same in every language of the window."""
