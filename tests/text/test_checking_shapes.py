"""Headers as people lay them out: drawn lines, line breaks, tabs, no table at all."""

import pytest

from haidang.text.checking import check
from haidang.text.checking.drawn import shapes_on
from haidang.text.checking.paper import paper_of_docx
from haidang.text.checking.passages import Passage
from haidang.text.checking.places import place_of
from haidang.text.reading.package import W, parse
from tests.text.files import docx, p
from tests.text.flawed import MAIN, edited, good_docx, parts_of

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)


def paragraph(inside):
    return parse(f"<w:p {SPACES}><w:r>{inside}</w:r></w:p>".encode())


@pytest.mark.parametrize(
    ("inside", "lengths"),
    [
        ('<wp:anchor><wp:extent cx="2088000" cy="0"/></wp:anchor>', [58]),
        ('<wp:inline><wp:extent cx="2088000" cy="2088000"/></wp:inline>', []),
        ('<wp:inline><wp:extent cx="x" cy=""/></wp:inline>', []),
        ('<v:line from="0,0" to="72pt,0"/>', [25.4]),
        ('<v:line from="1in,0" to="2in,0"/>', [25.4]),
        ('<v:line style="position:absolute;width:28.3464pt;height:0"/>', [10]),
        ('<v:line style=""/>', [None]),
        ('<v:shape style="width:5cm;height:1pt"/>', [50]),
        ('<v:shape style="width:5cm;height:5cm"/>', []),
        ('<v:rect style="width:;height:1pt"/>', []),
        ('<wp:extent cx="2088000" cy="0"/><v:line from="0,0" to="72pt,0"/>', [58]),
    ],
)
def test_lines_are_told_from_pictures_by_their_shape(inside, lengths):
    found = [line.length for line in shapes_on(paragraph(inside))]

    assert found == [pytest.approx(length, abs=0.01) if length else None for length in lengths]


def rule_after(words):
    main = parts_of(good_docx())[MAIN].decode()
    start = main.index('<w:p><w:pPr><w:pStyle w:val="RuleBelow"/>', main.index(words))
    return main[start : main.index("</w:p>", start) + len("</w:p>")]


def rules(data):
    return [finding.rule for finding in check(data)]


DRAWN = (
    "<w:r><w:pict xmlns:v='urn:schemas-microsoft-com:vml'><v:line from='0,0' to='{}mm,0'/></w:pict>"
    "</w:r>"
)


@pytest.mark.parametrize(("length", "found"), [(56, []), (20, ["motto-line-length"])])
def test_a_drawn_line_stands_for_the_border(length, found):
    data = edited(good_docx(), MAIN, rule_after("Hạnh phúc"), "")
    data = edited(
        data, MAIN, "Hạnh phúc</w:t></w:r>", f"Hạnh phúc</w:t></w:r>{DRAWN}".format(length)
    )

    assert rules(data) == found


def test_an_underlined_motto_has_its_line():
    data = edited(good_docx(), MAIN, rule_after("Hạnh phúc"), "")
    data = edited(
        data, MAIN, "<w:r><w:t>Độc lập", "<w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t>Độc lập"
    )

    assert rules(data) == []


BREAK = "</w:t><w:br/><w:t>"
ONE_PARAGRAPH = (
    f"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM{BREAK}Độc lập - Tự do - Hạnh phúc{BREAK}-------"
)


def test_lines_of_one_paragraph_are_boxes_of_their_own():
    body = p(ONE_PARAGRAPH) + p("Số: 5/KH-UBND") + p("KẾ HOẠCH") + p("Thông tin năm 2026")
    paper = paper_of_docx(docx(body))

    assert [box.key for box in paper.boxes[:3]] == ["national-name", "motto", "number"]
    found = {(finding.rule, finding.repairable) for finding in check(docx(body))}
    assert {("motto-line", False), ("size", False), ("number-leading-zero", False)} <= found
    assert "national-name-missing" not in {rule for rule, _ in found}


def tabbed(*columns):
    inside = "<w:tab/>".join(f"<w:t>{column}</w:t>" for column in columns)
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def test_columns_set_with_tabs_are_read():
    body = tabbed("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    body += tabbed("XÃ MỸ LONG", "Độc lập – Tự do – Hạnh phúc")
    body += tabbed("Số: 5/KH-UBND", "Mỹ Long, ngày 5 tháng 3 năm 2026") + p("KẾ HOẠCH")
    found = rules(docx(body + p("Thông tin năm 2026")))

    assert {"motto-wording", "number-leading-zero", "date-leading-zero"} <= set(found)
    assert not {"national-name-missing", "number-missing", "place-date-missing"} & set(found)


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (["đoạn 3", "đoạn 4", "đoạn 5", "đoạn 9"], "đoạn 3–5, 9"),
        (["bảng 1, hàng 1, ô 2", "đoạn 2"], "đoạn 2; bảng 1, hàng 1, ô 2"),
        ([f"bảng 2, hàng {row}, ô 1" for row in range(5)], "bảng 2 (5 ô)"),
        ([f"đoạn {2 * number}" for number in range(1, 15)],
         "đoạn 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 và 2 chỗ khác"),
        (["đầu trang"], "đầu trang"),
        ([], "văn bản"),
    ],
)  # fmt: skip
def test_places_in_words(places, words):
    assert place_of([Passage("chữ", place) for place in places]) == words


def test_only_what_is_shown_counts_as_the_page_s_number():
    data = edited(good_docx(), MAIN, 'w:type="default"', 'w:type="even"')

    assert rules(data) == ["page-number-missing"]
    assert W in parse(parts_of(data)[MAIN]).tag


ENDED = "<w:r><w:lastRenderedPageBreak/></w:r>"


def test_pages_are_named_where_word_has_said_where_they_end():
    above = f"<w:p>{ENDED}<w:r><w:t>Trang hai.</w:t></w:r></w:p>"
    within = f"<w:p><w:r><w:t>Một </w:t></w:r>{ENDED}<w:r><w:t>hai.</w:t></w:r></w:p>"
    passages = paper_of_docx(docx(p("Một.") + above + within + p("Ba."))).passages

    assert [passage.page for passage in passages] == [1, 2, 2, 3]
    assert place_of(passages) == "trang 1–3, đoạn 1–4"
    assert place_of(passages[2:3]) == "trang 2, đoạn 3"
    assert [passage.page for passage in paper_of_docx(docx(p("Một."))).passages] == [0]
