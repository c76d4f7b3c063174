"""`haidang check MẪU.docx --template TYPE [--json]`: a template, judged by a sample of the type."""

import dataclasses
import json
from collections.abc import Sequence

from haidang.console.opening import opened, piped_in, secret
from haidang.console.say import complain, mark
from haidang.text.checking import Finding, Severity, paper_of
from haidang.text.contract import refusal
from haidang.text.layout.kinds import Kind, kind_of
from haidang.text.reading import secrecy_mark_of
from haidang.text.reading.unreadable import Unreadable
from haidang.text.templates import check_template

OPTION = "--template"
_USAGE = 'Cách dùng: ./haidang check MẪU.docx --template "kế hoạch" [--json]'
_MARKS = {Severity.FAULT: ("✗", 31), Severity.ADVICE: ("·", 33)}


def run(arguments: list[str]) -> int:
    """Judge one template. Exit status 1 where it has a fault or cannot be read."""
    at = arguments.index(OPTION)
    named, words = arguments[at + 1 : at + 2], arguments[:at] + arguments[at + 2 :]
    files = [word for word in words if word != "--json"]
    if not named or len(files) != 1 or files[0].startswith("--"):
        return complain(_USAGE)
    kind = kind_of(named[0])
    if kind is None:
        return complain(f"Nghị định không có loại “{named[0]}”.")
    try:
        findings = _judged(opened(files[0], piped_in(files)), kind)
    except Unreadable as error:
        return _refuse(error, files[0], "--json" in words)
    _show(findings, files[0], "--json" in words)
    return int(any(finding.severity is Severity.FAULT for finding in findings))


def _judged(data: bytes, kind: Kind) -> tuple[Finding, ...]:
    if degree := secrecy_mark_of(data, paper_of(data).text):
        raise secret(degree)
    return check_template(data, kind)


def _show(findings: Sequence[Finding], file: str, as_json: bool) -> None:
    if as_json:
        listed = [dataclasses.asdict(finding) for finding in findings]
        print(json.dumps({"file": file, "findings": listed}, ensure_ascii=False), flush=True)
        return
    faults = sum(finding.severity is Severity.FAULT for finding in findings)
    print(f"{file}: {faults} lỗi, {len(findings) - faults} lời khuyên")
    for finding in findings:
        print(f"  {mark(*_MARKS[finding.severity])} {finding.place}: {finding.found}")
        print(f"      → {finding.due} ({finding.rule}; {finding.article})")


def _refuse(error: Unreadable, file: str, as_json: bool) -> int:
    if as_json:
        print(json.dumps(refusal(error, file), ensure_ascii=False), flush=True)
        return 1
    return complain(f"{file}: {error.message} [{error.code}]")
