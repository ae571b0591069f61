"""A process that has `sakipgen` loaded already and forks for every call: the rehearsal calls it a hundred times.

`induk.py SOCKET` serves; `palsu/sakipgen` hands over its arguments, folder, environment and the three streams, and gets
the exit code back. Only for a checkout whose program is the one under test, byte for byte; any other is started anew.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

import sakipgen.mkdocs_plugin  # noqa: F401 - loaded once for all
from sakipgen.cli import cli, main

_PALING_BESAR = 1 << 20


def layani(alamat: Path) -> None:
    """Takes calls until this process is ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the calls
    dict(cli.commands)  # imports every verb
    with socket.socket(socket.AF_UNIX) as pintu:
        pintu.bind(str(alamat))
        pintu.listen()
        print("siap", flush=True)  # noqa: T201 - whoever started this waits for it
        while True:
            talk, _ = pintu.accept()
            with talk:
                message, streams, _, _ = socket.recv_fds(talk, _PALING_BESAR, 3)
                if os.fork() == 0:
                    pintu.close()
                    _jalankan(json.loads(message), streams, talk)
                for stream in streams:
                    os.close(stream)


def _jalankan(panggilan: dict[str, Any], streams: list[int], talk: socket.socket) -> None:
    """Runs one call in a process of its own, and says how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
    os.chdir(panggilan["folder"])
    os.environ.clear()
    os.environ.update(panggilan["lingkungan"])
    sys.argv = ["sakipgen", *panggilan["kata"]]
    code = 3
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - nothing may get back into the loop of the parent
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    talk.sendall(bytes([code]))
    os._exit(code)


if __name__ == "__main__":
    layani(Path(sys.argv[1]))
