"""A PDF is judged by its words, its paper and its fonts."""

from haidang.text.checking import Severity, check, paper_of
from tests.text.files import pdf
from tests.text.scans import drawn, needs_scans, scanned
from tests.text.test_writing_samples import SAMPLES

LETTER = [
    (60, 780, "ỦY BAN NHÂN DÂN"), (300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (60, 765, "XÃ MỸ LONG"), (300, 765, "Độc lập - Tự do - Hạnh phúc"),
    (60, 740, "Số: 5/KH-UBND"), (300, 740, "Mỹ Long, ngày 5 tháng 03 năm 2026"),
    (250, 700, "BÁO CÁO"), (200, 685, "Về việc thông tin đối ngoại"),
    (90, 650, "Ủy ban nhân dân xã báo cáo kết quả như sau:"),
    (90, 630, "I. KẾT QUẢ"), (90, 610, "Xã đã phát 12 tin bài trong quý."),
    (90, 590, "III. KIẾN NGHỊ"), (90, 570, "Xã không có kiến nghị."),
    (60, 500, "Nơi nhận:"), (350, 500, "TM. ỦY BAN NHÂN DÂN"),
    (60, 485, "- UBND tỉnh;"), (350, 485, "CHỦ TỊCH"),
    (60, 470, "- Lưu: VT."),
]  # fmt: skip


def test_the_words_of_a_pdf_are_judged():
    found = {(finding.rule, finding.found) for finding in check(pdf(LETTER))}

    assert found == {
        ("number-leading-zero", "5"),
        ("number-type", "KH"),
        ("date-leading-zero", "ngày 5"),
        ("date-leading-zero", "tháng 03"),
        ("heading-gap", "III"),
        ("closing-mark", "Xã không có kiến nghị."),
        ("font", "Courier"),
        ("alignment", "lệch 8 mm"),
        ("size", "cỡ 10"),
        ("bold", "chữ không đậm"),
        ("italic", "chữ đứng"),
    }


def test_nothing_in_a_pdf_is_repairable_and_each_finding_has_a_place():
    findings = check(pdf(LETTER))

    assert not any(finding.repairable for finding in findings)
    assert all(finding.place for finding in findings)


def test_the_paper_of_a_pdf_is_judged():
    small = pdf(LETTER).replace(b"/MediaBox[0 0 595 842]", b"/MediaBox[0 0 612 792]")

    assert "page-size" in {finding.rule for finding in check(small)}


def test_the_founding_plan_as_pdf_has_its_words_right():
    data = (SAMPLES / "99-KH-UBND.pdf").read_bytes()

    rules = {finding.rule for finding in check(data)}
    assert rules == {"capital-letter"}  # "Yêu Cầu" of the plan; its font is a twin
    assert paper_of(data).fonts.total() > 50


@needs_scans
def test_what_was_read_in_a_picture_is_only_advised_about():
    findings = check(scanned(drawn(LETTER)))

    assert "number-leading-zero" in {finding.rule for finding in findings}
    assert {finding.severity for finding in findings} == {Severity.ADVICE}
