"""The script of Liquidsoap, filled in for this player."""

import os
from pathlib import Path
from string import Template

from haidang.broadcast.playing.outputs import output

MOST_BLANK = 3.0  # seconds of silence after which we go on to something else
SOCKET, SAFE = "liquidsoap.sock", "am-nen.wav"  # in the player's folder, where Liquidsoap runs
_TEMPLATE = Path(__file__).with_name("script.liq")


def script(*, address: str, mark: str) -> str:
    """Write the script; lines that begin with `mark` are what it reports."""
    return Template(_TEMPLATE.read_text("utf-8")).substitute(
        root="true" if os.geteuid() == 0 else "false",
        socket=SOCKET,
        safe=SAFE,
        mark=mark,
        most_blank=MOST_BLANK,
        output=output(address),
    )
