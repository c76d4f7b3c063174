"""`haidang check FILE … [--json] [--fix OUT.docx]`: each fault of layout with place and rule."""

import dataclasses
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from haidang.console.opening import opened, piped_in, secret
from haidang.console.saving import save
from haidang.console.say import Trouble, complain, mark
from haidang.text.checking import Finding, Severity, flaws_of, paper_of, repaired
from haidang.text.checking.finding import Flaw, finding_of
from haidang.text.contract import refusal
from haidang.text.layout.boxes import BOX_NAMES
from haidang.text.reading import secrecy_mark_of
from haidang.text.reading.unreadable import Unreadable

_USAGE = (
    "Cách dùng: ./haidang check TỆP.docx|THƯ_MỤC… [--json] [--fix RA.docx]; "
    'soát một mẫu: ./haidang check MẪU.docx --template "kế hoạch" [--json]'
)
_MARKS = {Severity.FAULT: ("✗", 31), Severity.ADVICE: ("·", 33)}
_ENDINGS = {".docx", ".pdf"}
_MOST_FILES = 1000
_MOST_QUOTED = 32  # letters


def run(arguments: list[str]) -> int:
    """Check each file in turn, and those of each folder.

    Exit status 1 where any has a fault or cannot be read. Refuses with Trouble a folder without
    documents, and more files than it takes at once.
    """
    if "--template" in arguments:
        from haidang.console import check_template  # it loads the writers

        return check_template.run(arguments)
    words, out = _without_fix(arguments)
    as_json = "--json" in words
    named = [word for word in words if not word.startswith("--")]
    if not named or set(words) - {"--json", *named}:
        return complain(_USAGE)
    files = list(_files_of(named))
    if out is not None and len(files) > 1:
        return complain(_USAGE)
    counts = [_check(file, out, as_json) for file in files]
    if len(files) > 1 and not as_json:
        wrong = sum(map(bool, counts))
        print(f"{len(files)} tệp: {wrong} tệp có lỗi hoặc không đọc được.")
    return max(counts)


def _files_of(named: Iterable[str]) -> Iterator[str]:
    count = 0
    for name in named:
        for file in _documents_in(Path(name)) if Path(name).is_dir() else [name]:
            count += 1
            if count > _MOST_FILES:
                raise Trouble(f"Mỗi lần chỉ kiểm tra được {_MOST_FILES} tệp.")
            yield file


def _documents_in(folder: Path) -> list[str]:
    """The documents below a folder, by name; no link is followed, no file that Word holds open."""
    found = [
        str(Path(parent, name))
        for parent, _, names in os.walk(folder)
        for name in names
        if Path(name).suffix.casefold() in _ENDINGS and not name.startswith(("~$", "."))
    ]
    if not found:
        raise Trouble(f"Không có tệp .docx hay .pdf nào trong {folder}.")
    return sorted(found)


def _without_fix(arguments: list[str]) -> tuple[list[str], str | None]:
    if "--fix" not in arguments:
        return arguments, None
    at = arguments.index("--fix")
    out = arguments[at + 1] if at + 1 < len(arguments) else ""
    if not out or out.startswith("--"):
        raise Trouble(_USAGE)
    return arguments[:at] + arguments[at + 2 :], out


def _check(file: str, out: str | None, as_json: bool) -> int:
    try:
        data = opened(file, piped_in([file]))
        flaws = _flaws(data)
        fixed = repaired(data) if out is not None else None
    except Unreadable as error:
        return _refuse(error, file, as_json)
    findings = [finding_of(flaw) for flaw in flaws]
    _show(flaws, findings, file, as_json)
    if out is not None and fixed is not None:
        save(Path(out), fixed)
        mended = sum(finding.repairable for finding in findings)
        print(f"{out}: đã sửa {mended} trên {len(findings)} điều.", file=sys.stderr)
    return int(any(finding.severity is Severity.FAULT for finding in findings))


def _flaws(data: bytes) -> list[Flaw]:
    paper = paper_of(data)
    if degree := secrecy_mark_of(data, paper.text):
        raise secret(degree)
    return flaws_of(paper)


def _show(flaws: Sequence[Flaw], findings: Sequence[Finding], file: str, as_json: bool) -> None:
    if as_json:
        listed = [dataclasses.asdict(finding) for finding in findings]
        print(json.dumps({"file": file, "findings": listed}, ensure_ascii=False), flush=True)
        return
    faults = sum(finding.severity is Severity.FAULT for finding in findings)
    print(f"{file}: {faults} lỗi, {len(findings) - faults} lời khuyên")
    for flaw, finding in zip(flaws, findings, strict=True):
        sign = mark(*_MARKS[finding.severity])
        print(f"  {sign} {finding.place}{_quote(flaw)}: {finding.found} → {finding.due}")
        mended = "; sửa được" if finding.repairable else ""
        print(f"      {finding.rule}; {_box(finding.box)}{finding.article}{mended}")


def _quote(flaw: Flaw) -> str:
    """The first words that a finding is about, to look for them in Word."""
    words = " ".join(flaw.passages[0].text.split()) if flaw.passages else ""
    short = words if len(words) <= _MOST_QUOTED else f"{words[:_MOST_QUOTED].rpartition(' ')[0]}…"
    return f" “{short}”" if short else ""


def _box(box: str) -> str:
    return f"ô {box}, {BOX_NAMES[box]}; " if box in BOX_NAMES else ""


def _refuse(error: Unreadable, file: str, as_json: bool) -> int:
    if as_json:
        print(json.dumps(refusal(error, file), ensure_ascii=False), flush=True)
        return 1
    return complain(f"{file}: {error.message} [{error.code}]")
