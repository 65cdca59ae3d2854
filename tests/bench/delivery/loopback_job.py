"""Serves a centre until it is ended: ``loopback_job FOLDER [DATABASE]`` prints the URL once it answers."""

from __future__ import annotations

import sys
from pathlib import Path

from surveyor_app.central.serving import serve
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.threads import share_fairly

if __name__ == "__main__":
    share_fairly()  # as the command does
    database = sys.argv[2] if len(sys.argv) > 2 else None
    serve(CentreConfig(Path(sys.argv[1]), database), announce=lambda url: print(url, flush=True))
