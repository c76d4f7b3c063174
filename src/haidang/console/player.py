"""`haidang player`: plays at a station what was sealed for it; needs Liquidsoap, no database."""

import argparse
import gc
import re
import shutil
import signal
from pathlib import Path
from typing import NoReturn

from haidang.broadcast.playing.files import free_space
from haidang.broadcast.playing.memory import Memory, remembered
from haidang.broadcast.playing.outputs import UnknownOutput, output
from haidang.broadcast.playing.player import AlreadyRunning, Player, Setting
from haidang.console.help import version
from haidang.console.say import Trouble

_USAGE = (
    "./haidang player --server URL --token-file TỆP --station SỐ --trust KHÓA "
    "[--folder THƯ_MỤC] [--output alsa|icecast://…|file:TỆP] [--pair|--check]"
)
_KEY = re.compile(r"[0-9a-f]{64}")
_GIGABYTE = 1024**3


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Trouble(f"Cách dùng: {_USAGE}")


def run(arguments: list[str]) -> int:
    """Play until told to stop. Refuses with Trouble what a person can mend."""
    asked = _parser().parse_args(arguments)
    memory = _paired(asked)
    if asked.pair:
        return _say_whom(memory)
    setting = _setting(asked)
    if not memory.station or not memory.trusted:
        raise Trouble("Máy phát chưa ghép với đài: thêm --station SỐ --trust KHÓA.")
    if shutil.which("liquidsoap") is None:
        raise Trouble("Thiếu Liquidsoap: apt-get install liquidsoap")
    if asked.check:
        return _check(memory, setting)
    try:
        player = Player(setting, memory)
    except AlreadyRunning as error:
        raise Trouble(f"Một máy phát khác đang chạy trong {error}.") from error
    gc.freeze()  # what is loaded now stays
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: player.stop())
    print(f"  Máy phát của đài số {memory.station} đang chạy. Dừng: Ctrl-C", flush=True)
    player.run()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="haidang player", add_help=False)
    parser.add_argument("--server", default="")
    parser.add_argument("--token-file", type=Path)
    parser.add_argument("--station", type=int, default=0)
    parser.add_argument("--trust", action="append", default=[])
    parser.add_argument("--folder", type=Path, default=Path("player"))
    parser.add_argument("--output", default="alsa")
    parser.add_argument("--gigabytes", type=float, default=4.0)
    parser.add_argument("--pair", action="store_true")
    parser.add_argument("--check", action="store_true")
    return parser


def _paired(asked: argparse.Namespace) -> Memory:
    """Trust what a person gave here, once; later keys come signed by those."""
    asked.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        memory = remembered(asked.folder)
    except ValueError as error:
        raise Trouble(f"{asked.folder}/memory.json hỏng: xoá rồi ghép lại.") from error
    if any(not _KEY.fullmatch(key) for key in asked.trust):
        raise Trouble("Khóa công khai là 64 chữ số hệ 16.")
    is_new = asked.station and asked.station != memory.station
    if is_new and memory.station and not asked.pair:
        raise Trouble(f"Thư mục này đã ghép với đài số {memory.station}: thêm --pair để ghép lại.")
    if is_new:
        memory = Memory(asked.folder, station=asked.station)
    if asked.trust and (asked.pair or not memory.trusted):
        memory.trusted = asked.trust
    memory.save()
    return memory


def _setting(asked: argparse.Namespace) -> Setting:
    try:
        output(asked.output)
        token = asked.token_file.read_text("ascii").strip() if asked.token_file else ""
    except UnknownOutput as error:
        raise Trouble(str(error)) from error
    except (OSError, ValueError) as error:
        raise Trouble(f"Không đọc được tệp mã máy {asked.token_file}.") from error
    if not re.match(r"https?://[^/]", asked.server) or not token:
        raise Trouble(f"Cách dùng: {_USAGE}")
    most = int(asked.gigabytes * _GIGABYTE)
    return Setting(asked.folder, asked.server, token, asked.output, version(), most)


def _say_whom(memory: Memory) -> int:
    print(f"Đài số {memory.station or '?'}; tin các khóa:")
    for key in memory.trusted:
        print(f"  {key}")
    return 0


def _check(memory: Memory, setting: Setting) -> int:
    """Say what would be played with, and begin nothing."""
    _say_whom(memory)
    print(f"Máy chủ: {setting.server}")
    print(f"Đĩa còn trống: {free_space(setting.folder) // 1024**2} MB")
    print(f"Phiên bản: {setting.version}")
    return 0
