"""Tables on the pages of a pdf: their columns stay straight in the text, and are read."""

from haidang.text.reading.layout import laid_out
from haidang.text.reading.pdf import read_pdf
from haidang.text.reading.runs import Run
from haidang.text.understanding import understand
from tests.text.files import pdf

COLUMNS = (50, 80, 250, 350, 450)


def run(left, line, words, letter=5.0):
    bottom = 800 - 15 * line
    return Run(left, left + letter * len(words), bottom, bottom + 12, words)


def lines_of(*runs):
    return [line.words for line in laid_out(list(runs), 595, 842)]


def row(line, *cells):
    """Cells of letters that are by turns narrow and wide."""
    letters = (5.0, 3.5, 6.5, 5.5, 5.0)
    return [
        run(left, line, words, letter)
        for left, words, letter in zip(COLUMNS, cells, letters, strict=True)
        if words
    ]


def test_cells_that_begin_one_below_the_other_do_so_in_the_text():
    head, first, second, last = lines_of(
        *row(0, "STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),
        *row(1, "1", "Ban hành văn bản chỉ đạo các đơn vị trực thuộc", "Văn phòng", "Hội", "Quý I"),
        *row(2, "2", "Báo cáo", "Phòng Nội vụ", "Công an", "Quý II"),
        *row(3, "", "", "huyện", "", ""),
    )
    begins = [head.index(words) for words in ("Chủ trì", "Phối hợp", "Thời gian")]
    assert [first.index(words) for words in ("Văn phòng", "Hội", "Quý I")] == begins
    assert [second.index(words) for words in ("Phòng", "Công an", "Quý II")] == begins
    assert last.index("huyện") == begins[0]
    assert "thuộc  " in first


def test_words_of_justified_lines_are_no_columns():
    words = [
        run(left, line, "triển khai")
        for line, lefts in enumerate([(50, 110, 170), (50, 112, 172), (50, 108, 168)])
        for left in lefts
    ]
    assert lines_of(*words) == ["triển khai triển khai triển khai"] * 3


def test_a_table_of_duties_in_a_pdf_is_read():
    table = [
        ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),
        ("1", "Ban hành văn bản hướng", "Phòng Kinh tế", "Công an xã", "Tháng 3/2026"),
        ("", "dẫn các thôn", "", "", ""),
        ("2", "Tổ chức hội nghị", "Văn phòng", "Các thôn;", "Quý II/2026"),
        ("", "", "", "Mặt trận xã", ""),
    ]
    above = ["ỦY BAN NHÂN DÂN XÃ MỸ LONG", "KẾ HOẠCH", "Tuyên truyền năm 2026", "I. NHIỆM VỤ"]
    lines = [(50, 800 - 15 * n, words) for n, words in enumerate(above)]
    lines += [
        (x, 720 - 15 * n, words)
        for n, cells in enumerate(table)
        for x, words in zip(COLUMNS, cells, strict=True)
        if words
    ]
    lines += [(50, 600, "Nơi nhận:"), (50, 585, "- Lưu: VT.")]
    duties = understand(read_pdf(pdf(lines))).duties
    assert [(" ".join(d.text.split()), d.unit, d.coordinate) for d in duties] == [
        ("Ban hành văn bản hướng dẫn các thôn", "Phòng Kinh tế", ("Công an xã",)),
        ("Tổ chức hội nghị", "Văn phòng", ("Các thôn", "Mặt trận xã")),
    ]
