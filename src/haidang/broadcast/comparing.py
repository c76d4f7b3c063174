"""What changed between two contents of a week: two releases, or a release and the draft."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from haidang.broadcast.part_facts import length
from haidang.broadcast.station_facts import WEEKDAYS

ADDED, GONE, MOVED, CHANGED = "thêm", "bỏ", "đổi giờ", "sửa"
SAID = ("title", "seconds", "kind", "language", "bulletin", "relay", "sha256")


@dataclass(frozen=True, slots=True)
class Difference:
    """One programme that is not as it was: what happened to it, when it is on, and its words."""

    what: str
    at: dt.datetime
    words: str

    @property
    def moment(self) -> str:
        """Its time: “T2 25/11, 5h00”."""
        return f"{WEEKDAYS[str(self.at.isoweekday())]} {self.at:%d/%m}, {self.at:%-Hh%M}"


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    """The differences in the order of their times; a programme is known by its name."""
    before = {part["id"]: part for part in old["parts"]}
    after = {part["id"]: part for part in new["parts"]}
    found = [_one(ADDED, part, _words(part)) for key, part in after.items() if key not in before]
    found += [_one(GONE, part, _words(part)) for key, part in before.items() if key not in after]
    for key in before.keys() & after.keys():
        one, other = before[key], after[key]
        if any(one[name] != other[name] for name in SAID):
            found.append(_one(CHANGED, other, f"{_words(one)} → {_words(other)}"))
        elif one["starts_at"] != other["starts_at"]:
            was = dt.datetime.fromisoformat(one["starts_at"])
            found.append(_one(MOVED, other, f"{_words(other)}, trước là {was:%-Hh%M %d/%m}"))
    return sorted(found, key=lambda row: (row.at, row.words))


def _one(what: str, part: Mapping[str, Any], words: str) -> Difference:
    return Difference(what, dt.datetime.fromisoformat(part["starts_at"]), words)


def _words(part: Mapping[str, Any]) -> str:
    return f"{part['title']} ({length(part['seconds'])})"
