"""The `haidang` command. Finds what was asked for by name and imports nothing else."""

import errno
import importlib
import os
import sys

from haidang.console.help import COMMANDS
from haidang.console.say import Trouble, complain
from haidang.errors import Refused


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Trouble that a person can mend is one line and the exit status 1."""
    name, *rest = (sys.argv[1:] if arguments is None else arguments) or ["help"]
    name = {"-h": "help", "--help": "help"}.get(name, name)
    try:
        status = run(name, rest)
        sys.stdout.flush()
    except Trouble as trouble:
        return complain(str(trouble))
    except Refused as refusal:  # a command of a room did nothing, and says why
        return complain(refusal.message)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("haidang"):
            raise
        return complain(f"Thiếu mô-đun {error.name}: xoá thư mục .venv rồi chạy lại ./haidang")
    except BrokenPipeError:  # whoever was reading, such as `head`, has read enough
        _say_no_more()
        return 1
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _say_no_more()
        return complain("Đĩa đầy: giải phóng chỗ trên đĩa rồi chạy lại.")
    except KeyboardInterrupt:
        return 130
    return status


def run(name: str, rest: list[str]) -> int:
    """Hand the rest of the line to the module of that name. Refuses a name it does not know."""
    if name not in COMMANDS:
        raise Trouble(f"Không có lệnh “{name}”: xem ./haidang help")
    module = importlib.import_module(f"haidang.console.{COMMANDS[name][0]}")
    status: int = module.run(rest)
    return status


def _say_no_more() -> None:
    """What stdout still holds cannot be written; Python would try again at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
