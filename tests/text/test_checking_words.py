"""Rules of wording on documents that lack a box, or write it as people do."""

from dataclasses import replace

import pytest

from haidang.text.blocks import Heading, Paragraph, Signature
from haidang.text.checking import check
from haidang.text.layout.signing import is_deputy
from haidang.text.writing import write_docx
from tests.text.files import docx, p
from tests.text.flawed import MAIN, edited, good, good_docx
from tests.text.papers import PROSE


def named(data):
    return [(finding.rule, finding.box) for finding in check(data)]


def found(data, rule):
    return [finding.found for finding in check(data) if finding.rule == rule]


def written(**changes):
    if "document_type" in changes:  # the note of the appendix names the type
        changes.setdefault("appendices", ())
    header = {name: changes.pop(name) for name in list(changes) if hasattr(good().header, name)}
    return write_docx(replace(good(), header=replace(good().header, **header), **changes))


def without(*texts):
    data = good_docx()
    for text in texts:
        data = edited(data, MAIN, f"<w:t>{text}</w:t>", "<w:t></w:t>")
    return data


@pytest.mark.parametrize(
    ("texts", "rule", "box"),
    [
        (("BÁO CÁO", "Kết quả công tác thông tin đối ngoại năm 2024"), "type-missing", "5"),
        (("Kết quả công tác thông tin đối ngoại năm 2024",), "subject-missing", "5"),
        (("Số: 05/BC-UBND",), "number-missing", "3"),
        (("Cầu Ngang, ngày 05 tháng 11 năm 2024",), "place-date-missing", "4"),
        (("ỦY BAN NHÂN DÂN", "HUYỆN CẦU NGANG"), "issuer-missing", "2"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "signing-missing", "7"),
        (("Nơi nhận:",), "recipients-missing", "9"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_missing_box_is_named(texts, rule, box):
    assert (rule, box) in named(without(*texts))


@pytest.mark.parametrize("kind", ["Công văn", "Tờ trình"])
def test_a_letter_or_a_proposal_says_to_whom(kind):
    symbol = "UBND-VX" if kind == "Công văn" else "TTr-UBND"
    data = written(document_type=kind, symbol=symbol, addressees=())

    assert named(data) == [("addressee-missing", "9")]


def test_a_letter_without_a_subject():
    data = written(document_type="Công văn", symbol="UBND-VX", title=None)

    assert named(data) == [("subject-missing", "5")]


def test_the_subject_of_a_letter_begins_with_its_mark():
    data = written(document_type="Công văn", symbol="UBND-VX", title="báo cáo quý")

    assert named(edited(data, MAIN, "V/v báo", "Về việc báo")) == [("subject-mark", "5")]


def test_a_letter_has_no_type_in_its_symbol():
    data = written(document_type="Công văn", symbol="CV-UBND", title="báo cáo quý")

    assert named(data) == [("number-type", "3")]


def test_the_party_s_header_is_its_own():
    data = edited(
        without("Độc lập - Tự do - Hạnh phúc"), MAIN,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM",
    )  # fmt: skip

    assert not {rule for rule, box in named(data) if box == "1"}


@pytest.mark.parametrize(
    ("authority", "title", "expected"),
    [
        (("TM. ỦY BAN NHÂN DÂN",), None, [("signing-stack", "7")]),
        (("KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"), "PHÓ CHỦ TỊCH", [("signing-stack", "7")]),
        (("T/M ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", [("signing-mark", "7")]),
        (("TUQ.CHỦ TỊCH",), "TRƯỞNG PHÒNG", [("signing-mark", "7")]),
        (("Q. CHỦ TỊCH",), None, []),
        (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"), "PHÓ CHÁNH VĂN PHÒNG", []),
    ],
)
def test_who_signs_for_whom(authority, title, expected):
    assert named(written(signature=Signature(authority, title, None))) == expected


@pytest.mark.parametrize(
    ("head", "deputy", "answer"),
    [
        ("BỘ TRƯỞNG", "THỨ TRƯỞNG", True),
        ("TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", True),
        ("CHỦ TỊCH", "CHÁNH VĂN PHÒNG", False),
    ],
)
def test_deputies(head, deputy, answer):
    assert is_deputy(head, deputy) is answer


def test_a_rank_before_the_name_is_advised_against():
    data = written(signature=Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "TS. Họ Và Tên"))

    assert [(one.rule, one.found, one.severity) for one in check(data)] == [
        ("signer-rank", "TS. ", "advice")
    ]


def test_an_entry_of_recipients_may_go_on_in_the_next_paragraph():
    data = edited(
        good_docx(), MAIN, "<w:t>- UBND tỉnh (b/c);",
        "<w:t>- UBND tỉnh và</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val='Recipient'/></w:pPr>"
        "<w:r><w:t>Sở Nội vụ (b/c);",
    )  # fmt: skip

    assert named(data) == []


def test_recipients_without_dashes():
    data = edited(good_docx(), MAIN, "- CT, các PCT", "CT, các PCT")

    assert named(data) == [("recipients-dash", "9")]


def test_a_decision_with_articles_keeps_to_the_decree():
    blocks = (
        Heading(0, "", "QUYẾT ĐỊNH:"),
        Paragraph("**Điều 1.** Giao các đơn vị làm việc này trong năm 2025."),
        Paragraph("**Điều 2.** Quyết định này có hiệu lực từ ngày ký."),
    )
    decided = {"document_type": "Quyết định", "symbol": "QĐ-UBND", "addressees": ()}
    data = written(blocks=blocks, appendices=(), **decided)

    assert named(data) == []
    assert found(edited(data, MAIN, "Điều 2.", "Điều 3."), "heading-gap") == ["Điều 3"]


def test_chapters_and_articles_are_counted_each_for_itself():
    lines = ["Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. Một.", "2. Hai."]
    lines += ["Chương II", "TỔ CHỨC", "Mục 1", "VIỆC", "Điều 2. Việc", "1. Một.", "Điều 4. Khác"]
    body = p("QUY CHẾ") + p("Làm việc") + "".join(map(p, lines))

    assert found(docx(body), "heading-gap") == ["Điều 4"]


@pytest.mark.parametrize(
    ("labels", "gaps"),
    [
        (["1", "2", "1", "2", "3"], []),
        (["2"], ["2"]),
        (["1", "3"], ["3"]),
        (["1.1", "1.2", "1.4"], ["1.4"]),
        (["2.1", "3.1"], []),
    ],
)
def test_lists_begin_anew_and_leave_nothing_out(labels, gaps):
    blocks = (Heading(1, "I", "Việc"), *(Paragraph(f"{label}. {PROSE}") for label in labels))

    assert found(written(blocks=blocks, appendices=()), "heading-gap") == gaps


def test_an_amended_text_is_counted_by_itself():
    quoted = ("Sửa khoản 3 như sau: “", "7. Bảy việc.", "8. Tám việc.”")
    blocks = (Heading(1, "I", "Việc"), *(Paragraph(text) for text in quoted))

    assert found(written(blocks=blocks, appendices=()), "heading-gap") == []


def test_old_letters_are_found():
    font = "<w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr>"
    body = p("KẾ HOẠCH") + f"<w:p><w:r>{font}<w:t>QuyÕt ®Þnh</w:t></w:r></w:p>"

    assert found(docx(body), "old-letters") == ["bảng mã cũ (TCVN3 hoặc VNI)"]


def test_a_mark_apart_in_the_next_run_joins_its_letter_when_mended():
    from haidang.text.checking import repaired
    from haidang.text.reading import read_source

    data = edited(
        good_docx(), MAIN, "<w:t>Số liệu theo",
        "<w:t>Sô</w:t></w:r><w:r><w:t xml:space='preserve'>\u0301 liệu theo",
    )  # fmt: skip

    assert named(data) == [("unicode-form", "text")]
    assert named(repaired(data)) == []
    assert "Số liệu theo đơn vị" in read_source(repaired(data)).text
