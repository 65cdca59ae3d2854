"""``python -m surveyor_app`` is the same as ``surveyor``."""

from __future__ import annotations

import sys

from surveyor_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
