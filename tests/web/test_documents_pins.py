"""Pins on the pages of a preview: where they stand, what they mark, and that nothing is opened."""

from haidang.text.blocks import Document, Header, Heading, Paragraph, Signature
from haidang.text.checking import Finding, Severity
from haidang.text.checking.apart import Quoted
from haidang.text.writing import write_html
from haidang.web.views.documents.checklist import numbered
from haidang.web.views.documents.pins import pinned


def found(*pairs):
    return numbered(
        Quoted(
            Finding("capital-letter", "NĐ", "6", "đoạn 3", what, "", Severity.FAULT, False),
            quotes,
        )
        for what, quotes in pairs
    )


def pages(*blocks):
    header = Header(issuer="UBND huyện Thử", document_type="KẾ HOẠCH", title="Năm 2025")
    return write_html(Document(header, blocks, ("Lưu: VT",), Signature(title="CHỦ TỊCH")))


def test_a_pin_stands_in_its_line_and_the_named_words_are_marked():
    html = pages(Heading(2, "2", "Yêu Cầu"), Paragraph("Việc **thứ nhất** của huyện."))

    shown = pinned(html, found(("“Yêu Cầu”", ("2. Yêu Cầu",)), ("", ("Việc thứ nhất của huyện.",))))

    assert 'paper-heading-2 paper-pinned"><span class="paper-pins"><a class="pin"' in shown
    assert '<a class="pin" href="#loi-1" aria-label="Chỗ cần xem 1" id="cho-1">1</a>' in shown
    assert '2. <mark class="paper-mark">Yêu Cầu</mark>' in shown
    assert shown.count('href="#loi-2"') == 1


def test_one_line_may_have_several_pins_and_a_finding_several_lines():
    html = pages(Paragraph("Dòng một."), Paragraph("Dòng hai."))

    shown = pinned(html, found(("", ("Dòng một.", "Dòng hai.")), ("", ("Dòng hai.",))))

    assert shown.count('href="#loi-1"') == 2
    assert shown.count('id="cho-1"') == 1
    assert shown.count('class="paper-pins"') == 2


def test_words_after_other_marks_are_found_too():
    html = pages(Paragraph("Có **hai** buổi Phát Thanh mỗi tuần./."))

    shown = pinned(html, found(("“Phát Thanh”", ("Có hai buổi Phát Thanh mỗi tuần./.",))))

    assert '<strong>hai</strong> buổi <mark class="paper-mark">Phát Thanh</mark> mỗi' in shown


def test_a_paragraph_that_goes_on_over_the_page_is_pinned_where_it_begins():
    long = "Nội dung thứ nhất của kế hoạch này còn dài nữa. " * 90

    shown = pinned(pages(Paragraph(long.strip())), found(("", (f"{long.strip()}./.",))))

    assert shown.count('id="cho-1"') == 1
    assert 'paper-cut paper-pinned"' in shown


def test_what_people_wrote_stays_escaped():
    html = pages(Paragraph("<script>alert(1)</script> & <b>đậm</b>"))

    shown = pinned(html, found(("“alert(1)”", ("<script>alert(1)</script> & <b>đậm</b>./.",))))

    assert "<script" not in shown
    assert "&lt;b&gt;" in shown
    assert 'href="#loi-1"' in shown


def test_nothing_changes_where_no_words_are_known():
    html = pages(Paragraph("Một."))

    assert pinned(html, found(("", ()))) == html
    assert pinned(html, []) == html
