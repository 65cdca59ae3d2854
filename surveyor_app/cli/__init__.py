"""The command line: the same operations without a display; without a verb it opens the window."""

from surveyor_app.cli.entry import main

__all__ = ["main"]
