"""Where the command line's profile lies."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.settings import default_profile_dir


def profile_folder(arguments: argparse.Namespace) -> Path:
    """Return the profile folder that was named, or the user's own."""
    return arguments.profile or default_profile_dir()
