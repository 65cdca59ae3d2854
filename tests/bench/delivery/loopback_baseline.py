"""The other side of loopback: the same centre behind a plain listening socket, so that TCP_NODELAY stays off."""

from __future__ import annotations

import socket
import sys
from contextlib import closing
from pathlib import Path

from surveyor_app.central.centre import Centre
from surveyor_app.central.serving import LOOPBACK, server_for
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.threads import share_fairly

if __name__ == "__main__":
    share_fairly()  # as the command does
    listener = socket.create_server((LOOPBACK, 0))
    with closing(Centre(CentreConfig(Path(sys.argv[1])))) as centre:
        # The socket listens already: whoever connects now is answered as soon as the server runs.
        print(f"http://{LOOPBACK}:{listener.getsockname()[1]}", flush=True)
        server_for(centre).run([listener])
