"""Checking a stranger's template in a process of its own, as `text.reading.apart` reads a file.

Nothing of it touches a disk; what it may use is bounded there.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from haidang.text.blocks import Header
from haidang.text.checking import paper_of
from haidang.text.checking.finding import Finding, Severity
from haidang.text.layout.kinds import Kind, kind_of
from haidang.text.reading import secrecy_mark_of
from haidang.text.reading.apart import answer_with, answered, asked
from haidang.text.templates.form import form_of
from haidang.text.templates.judging import check_template

MOST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Judged:
    """What stands in the way of a template, and its degree of secrecy if it is stamped."""

    findings: tuple[Finding, ...]
    mark: str | None = None


def check_template_apart(template: bytes, kind: Kind, header: Header) -> Judged:
    """As `check_template`, apart. Raises Unreadable, also for what takes too much."""
    wish = [kind.name, json.dumps(asdict(header))]
    said = answered(asked(__name__, wish, template, MOST_SECONDS))
    return Judged(tuple(map(finding_from, said["findings"])), said["mark"])


def finding_from(row: dict[str, Any]) -> Finding:
    """A finding as it was kept."""
    return Finding(**{**row, "severity": Severity(row["severity"])})


def _judged(template: bytes, *, kind: Kind, header: Header) -> dict[str, Any]:
    form_of(template)  # what is none is refused, whatever else it may be
    if mark := secrecy_mark_of(template, paper_of(template).text):
        return {"findings": [], "mark": mark}  # of a secret file nothing is said
    found = check_template(template, kind, header)
    return {"findings": [asdict(finding) for finding in found], "mark": None}


def main(wish: Sequence[str]) -> int:
    """Check what comes in, as a template of the type that is named."""
    kind = kind_of(wish[0])
    assert kind is not None
    return answer_with(partial(_judged, kind=kind, header=Header(**json.loads(wish[1]))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
