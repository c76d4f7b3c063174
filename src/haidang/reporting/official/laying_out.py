"""An outline as it is asked for, and what keeps it from serving. Values in, issues out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from haidang.errors import Issue
from haidang.reporting.official import parts as of_parts
from haidang.reporting.official import patterns as of_patterns
from haidang.reporting.official.parts import ANNEXES, SAYS, Part, Row
from haidang.reporting.official.patterns import BY_KEY, MARKS
from haidang.reporting.official.signing import LINES, LONGEST


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts, the patterns, the annexes and the lines above the signature."""

    parts: tuple[Part, ...]
    patterns: Mapping[str, str]
    annexes: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str


def faults_of(asked: Asked, sections: Sequence[Row]) -> list[Issue]:
    """Everything at once, so that it can be mended at once."""
    issues = of_parts.faults_of(asked.parts, sections)
    for key, text in asked.patterns.items():
        issues += of_patterns.faults_of(key, text) if text.strip() else []
    says = [one for part in asked.parts for one in part["says"]]
    if strange := {*says} - {*SAYS} | {*asked.annexes} - {*ANNEXES}:
        words = ", ".join(sorted(strange))
        issues.append(Issue("parts", f"Không có nội dung tự lập nào tên {words}.", "parts"))
    return issues + _faults_of_signature(asked)


def _faults_of_signature(asked: Asked) -> list[Issue]:
    lines = [*asked.authority, asked.signer]
    found = []
    if asked.authority and not asked.signer.strip():
        found.append("Ghi chức vụ người ký, ví dụ PHÓ CHỦ TỊCH.")
    if len(asked.authority) > LINES or any(len(line) > LONGEST for line in lines):
        found.append(f"Quyền hạn người ký nhiều nhất {LINES} dòng, mỗi dòng {LONGEST} chữ.")
    if any(mark in line for mark in MARKS for line in lines):
        found.append("Dòng chữ ký không dùng [[, ]] và **.")
    if any(line != line.upper() for line in lines):
        found.append("Quyền hạn, chức vụ người ký viết chữ in hoa (Nghị định 30/2020/NĐ-CP).")
    return [Issue("signer", words, "signer") for words in found]


def tidied(parts: Sequence[Part]) -> list[Part]:
    """Parts with their titles trimmed and nothing else in them."""
    return [
        {
            "title": " ".join(part["title"].split()),
            "says": list(part["says"]),
            "sections": list(part["sections"]),
        }
        for part in parts
    ]


def changed(patterns: Mapping[str, str]) -> dict[str, str]:
    """The patterns that are not those that come with the product."""
    said = {key: _trimmed(text) for key, text in patterns.items()}
    return {key: text for key, text in said.items() if text and text != BY_KEY[key].text}


def _trimmed(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines() if line.strip())
