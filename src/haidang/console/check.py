"""`haidang check FILE … [--json] [--fix OUT.docx]`: each fault of layout with place and rule.

With `--template TYPE` the file is a template, judged by a sample of the type filled into it.
"""

import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from haidang.console.opening import opened, piped_in, secret
from haidang.console.saving import save
from haidang.console.say import Trouble, complain, mark
from haidang.text.checking import Finding, Severity, findings_of, paper_of, repaired
from haidang.text.contract import refusal
from haidang.text.layout.boxes import BOX_NAMES
from haidang.text.layout.kinds import Kind, kind_of
from haidang.text.reading import secrecy_mark_of
from haidang.text.reading.unreadable import Unreadable

_USAGE = (
    "Cách dùng: ./haidang check TỆP.docx… [--json] [--fix RA.docx]; "
    'soát một mẫu: ./haidang check MẪU.docx --template "kế hoạch" [--json]'
)
_MARKS = {Severity.FAULT: ("✗", 31), Severity.ADVICE: ("·", 33)}


def run(arguments: list[str]) -> int:
    """Check each file in turn. Exit status 1 where any has a fault or cannot be read."""
    words, out = _without("--fix", arguments)
    words, named = _without("--template", words)
    kind = kind_of(named)
    if named is not None and (kind is None or out is not None):
        return complain(f"Nghị định không có loại “{named}”." if kind is None else _USAGE)
    as_json = "--json" in words
    files = [word for word in words if not word.startswith("--")]
    if not files or set(words) - {"--json", *files} or (out is not None and len(files) > 1):
        return complain(_USAGE)
    return max(_check(file, out, as_json, kind) for file in files)


def _without(option: str, arguments: list[str]) -> tuple[list[str], str | None]:
    """The arguments without an option, and its value."""
    if option not in arguments:
        return arguments, None
    at = arguments.index(option)
    value = arguments[at + 1] if at + 1 < len(arguments) else ""
    if not value or value.startswith("--"):
        raise Trouble(_USAGE)
    return arguments[:at] + arguments[at + 2 :], value


def _check(file: str, out: str | None, as_json: bool, kind: Kind | None) -> int:
    try:
        data = opened(file, piped_in([file]))
        findings = _findings(data, kind)
        fixed = repaired(data) if out is not None else None
    except Unreadable as error:
        return _refuse(error, file, as_json)
    _show(findings, file, as_json)
    if out is not None and fixed is not None:
        save(Path(out), fixed)
        mended = sum(finding.repairable for finding in findings)
        print(f"{out}: đã sửa {mended} trên {len(findings)} điều.", file=sys.stderr)
    return int(any(finding.severity is Severity.FAULT for finding in findings))


def _findings(data: bytes, kind: Kind | None) -> tuple[Finding, ...]:
    paper = paper_of(data)
    if degree := secrecy_mark_of(data, paper.text):
        raise secret(degree)
    if kind is None:
        return findings_of(paper)
    from haidang.text.templates import check_template  # it loads the writers

    return check_template(data, kind)


def _show(findings: Sequence[Finding], file: str, as_json: bool) -> None:
    if as_json:
        listed = [dataclasses.asdict(finding) for finding in findings]
        print(json.dumps({"file": file, "findings": listed}, ensure_ascii=False), flush=True)
        return
    faults = sum(finding.severity is Severity.FAULT for finding in findings)
    print(f"{file}: {faults} lỗi, {len(findings) - faults} lời khuyên")
    for finding in findings:
        sign = mark(*_MARKS[finding.severity])
        print(f"  {sign} {finding.place}: {finding.found} → {finding.due}")
        mended = "; sửa được" if finding.repairable else ""
        print(f"      {finding.rule}; {_box(finding.box)}{finding.article}{mended}")


def _box(box: str) -> str:
    return f"ô {box}, {BOX_NAMES[box]}; " if box in BOX_NAMES else ""


def _refuse(error: Unreadable, file: str, as_json: bool) -> int:
    if as_json:
        print(json.dumps(refusal(error, file), ensure_ascii=False), flush=True)
        return 1
    return complain(f"{file}: {error.message} [{error.code}]")
