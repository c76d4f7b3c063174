"""A file that is written whole or not at all."""

import os
import tempfile
from pathlib import Path

from haidang.console.say import Trouble


def save(out: Path, data: bytes) -> None:
    """Write beside the place and move there. Refuses with Trouble where it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name[:80]}.")
    except OSError as error:
        raise Trouble(f"Không ghi được {out}: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(out)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise Trouble(f"Không ghi được {out}: {error.strerror}.") from error
