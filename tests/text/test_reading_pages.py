"""Pages as Word and portals write them: what is seen on paper is read, in its order."""

from haidang.text import read
from haidang.text.reading import read_source

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p {} --></style>
<!--[if gte mso 9]><xml><w:WordDocument>xml</w:WordDocument></xml><![endif]--></head><body>
<p class=MsoNormal>KẾ HOẠCH<o:p></o:p></p>
<p class=MsoNormal>Thông tin năm 2026</p>
<p><![if !supportLists]><span>1.<span style='font:7pt'>&nbsp;&nbsp; </span></span><![endif]>Giao
Sở A<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a> rà soát
<del>số cũ</del><ins>danh sách</ins>.<span style='display:none'>ẩn</span></p>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1>
<p>[1] Giao Sở B làm trước ngày 01/02/2026.</p></div></div>
<div style='mso-element:header'><p>Đầu trang</p></div>
<div style='mso-element:comment-list'><p>Góp ý</p></div></body></html>"""


def text_of(page):
    return read_source(f"<html><meta charset=utf-8>{page}".encode()).text


def test_a_page_of_word_is_read_as_it_prints():
    reading = read(WORD.encode())

    assert reading.text.splitlines() == [
        "KẾ HOẠCH",
        "Thông tin năm 2026",
        "1.   Giao Sở A rà soát danh sách.".replace("   ", " "),
        "[1] Giao Sở B làm trước ngày 01/02/2026.",
    ]
    assert [duty.unit for duty in reading.duties] == ["Sở A"]


def test_items_of_lists_bear_their_labels():
    page = "<ol start=3><li>Ba<li>Bốn</ol><ul><li>Gạch<li>- Sẵn</ul><ol start=x><li>Một</ol>"

    assert text_of(page).splitlines() == ["3. Ba", "4. Bốn", "- Gạch", "- Sẵn", "1. Một"]


def test_an_item_outside_any_list_is_a_bullet():
    assert text_of("<li>Rơi ra</li>").splitlines() == ["- Rơi ra"]


def test_old_fonts_on_a_page():
    page = (
        '<p><font face=".VnTimeH, serif">kÕ ho¹ch</font> '
        "<span style=\"font-family:'VNI-Times'\">Quyeát <b>ñònh</b></span> Đối"
    )

    assert text_of(page) == "KẾ HOẠCH Quyết định Đối\n"


def test_spans_that_cannot_be_are_one():
    for span in ("²", "9" * 5_000, "0", "x"):
        page = f"<table><tr><td colspan='{span}'>A<td>B</table>"

        assert text_of(page).split() == ["A", "|", "B"]


def test_long_lists_cost_their_length():
    assert text_of(f"<ol>{'<li>x' * 3_000}</ol>").splitlines()[-1] == "3000. x"
