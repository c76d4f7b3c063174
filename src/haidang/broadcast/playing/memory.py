"""What a player knows beyond its weeks and sounds, in one small file."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from haidang.broadcast.playing.files import drop_ballast, is_full, write_whole


@dataclass
class Memory:
    """Whom it trusts, which numbers it has taken, what is stopped, what is urgent."""

    folder: Path
    station: int = 0
    plays: list[int] = field(default_factory=list)  # own station, and the one a cluster hangs on
    place_number: int = 0  # of the paper that says so; an older one is replayed
    trusted: list[str] = field(default_factory=list)
    newest_order: int = 0
    numbers: dict[str, list[Any]] = field(default_factory=dict)  # "station/monday": number, hash
    stops: dict[str, str] = field(default_factory=dict)  # hash or number of a bulletin: since when
    is_halted: bool = False
    urgent: list[dict[str, Any]] = field(default_factory=list)  # orders that are not aired yet

    def save(self) -> None:
        """Keep it; on a full disk the ballast makes room."""
        facts = asdict(self)
        del facts["folder"]
        content = json.dumps(facts, ensure_ascii=False, indent=1).encode()
        try:
            write_whole(self.folder / "memory.json", content)
        except OSError as error:
            if not is_full(error):
                raise
            drop_ballast(self.folder)
            write_whole(self.folder / "memory.json", content)

    def newest(self, content: dict[str, Any]) -> tuple[int, str]:
        """Return the highest number taken of the same week, and its hash."""
        number, sha256 = self.numbers.get(_week(content), [0, ""])
        return number, sha256

    def note(self, content: dict[str, Any], sha256: str) -> None:
        """Remember a week that was taken; those of last year are forgotten."""
        self.numbers[_week(content)] = [content["number"], sha256]
        by_monday = sorted(self.numbers, key=lambda name: name.partition("/")[2])
        for name in by_monday[:-60]:
            del self.numbers[name]


def remembered(folder: Path) -> Memory:
    """Read the memory of a folder. Raises ValueError where it is no memory."""
    path = folder / "memory.json"
    if not path.exists():
        return Memory(folder)
    facts = json.loads(path.read_text("utf-8"))
    if not isinstance(facts, dict) or not set(facts) <= set(Memory.__dataclass_fields__):
        raise ValueError("memory.json")
    return Memory(folder, **facts)


def _week(content: dict[str, Any]) -> str:
    return f"{content.get('station')}/{content.get('monday')}"
