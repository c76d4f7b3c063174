"""The checklist: which rule is counted where, and what its twelve lines say."""

from pathlib import Path

import pytest

from haidang.text import layout
from haidang.text.checking import Finding, Severity, rules
from haidang.text.checking.apart import Quoted
from haidang.web.views.documents.checklist import (
    GROUPS,
    checklist_of,
    group_of,
    numbered,
    parts_of,
    passed,
)

FOLDERS = (Path(rules.__file__).parent, Path(layout.__file__).parent)
CODE = "".join(file.read_text("utf-8") for folder in FOLDERS for file in folder.glob("*.py"))


def finding(rule, box="text", severity=Severity.FAULT):
    return Finding(rule, "NĐ 30/2020", box, "đoạn 1", "sai", "đúng", severity, False)


def checks(*found, **more):
    return checklist_of(numbered(map(Quoted, found)), **more)


def test_there_are_twelve_lines_and_all_is_well_without_findings():
    lines = checks()

    assert len(lines) == len(GROUPS) == 12
    assert {line.word for line in lines} == {"đạt"}
    assert passed(lines) == 12


def test_what_the_groups_name_is_a_rule_of_the_checker_or_a_component():
    named = [rule for group in GROUPS for rule in group.rules.split()]

    assert [own for own in named if f'"{own.rstrip("-")}' not in CODE] == []


@pytest.mark.parametrize(
    ("rule", "box", "group"),
    [
        ("size", "1", "Phông chữ, cỡ chữ, dãn dòng"),
        ("number-type", "3", "Số, ký hiệu"),
        ("issuer-line-length", "2", "Tên cơ quan ban hành"),
        ("something-new", "7", "Quyền hạn, chức vụ người ký"),
        ("something-new", "text", "Căn cứ, đề mục, phụ lục, “./.”"),
    ],
)
def test_a_finding_is_counted_by_its_rule_or_else_by_its_box(rule, box, group):
    assert group_of(finding(rule, box)).name == group


def test_faults_stand_before_advice_and_what_waits():
    lines = checks(
        finding("tone-placement", severity=Severity.ADVICE), finding("size"), open_number=True
    )

    assert [(line.name, line.word) for line in lines[:4]] == [
        ("Phông chữ, cỡ chữ, dãn dòng", "chưa đạt"),
        ("Viết hoa, chính tả, bảng mã", "nên xem lại"),
        ("Số, ký hiệu", "chờ"),
        ("Địa danh, ngày ban hành", "chờ"),
    ]
    assert parts_of(lines) == [
        ("đạt", "c-ok", 8),
        ("chưa đạt", "c-bad", 1),
        ("nên xem lại", "c-soon", 1),
        ("chờ", "c5", 2),
    ]


def test_a_wrong_number_is_wrong_also_where_the_day_is_still_open():
    line = next(row for row in checks(finding("number-type", "3"), open_number=True))

    assert (line.name, line.word, [row.number for row in line.found]) == (
        "Số, ký hiệu",
        "chưa đạt",
        [1],
    )
