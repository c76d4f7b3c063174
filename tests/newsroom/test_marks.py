"""Words typed with marks and words pasted from elsewhere, there and back."""

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from haidang.newsroom.marks import clean, taken_from, to_html, to_marks
from haidang.newsroom.pasted import PICTURE, TABLE

SIGNS = st.sampled_from(list("ab đ*_[]()<>#-+.!\\`~&\n1\u200bភ“”\"'="))
TYPED = st.lists(
    st.one_of(
        st.text(SIGNS, max_size=12),
        st.sampled_from(
            ["**", "*", "\n\n", "\n- ", "\n1. ", "> ", "## ", "### ", "[a](/b)", "2. "]
        ),
    ),
    max_size=12,
).map("".join)
TAGS = ["p", "b", "i", "h1", "h3", "ul", "ol", "li", "blockquote", "td", "tr", "table", "div"]
HTML = st.lists(
    st.one_of(
        st.text(SIGNS, max_size=8),
        st.sampled_from([f"<{end}{tag}>" for tag in TAGS for end in ("", "/")]),
        st.sampled_from(["<br>", '<a href="https://a.vn/x">', "</a>", "<script>x", "<!--", "<p "]),
    ),
    max_size=14,
).map("".join)
ALLOWED = re.compile(
    r"</?(?:p|h2|h3|ul|ol|li|blockquote|b|i|br|a)>|<a href=\"(?:https?:|mailto:|tel:|/)[^\"<>]*\">"
)


def letters(html):
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]*>", "", html)))


@given(TYPED)
@settings(max_examples=120)
@example("**“x”**y")
@example("*a***b**")
@example("2024. Năm")
@example("# 1 # #")
def test_typed_words_come_back_the_same(marks):
    html = to_html(marks)

    assert to_html(to_marks(html)) == html
    assert clean(html) == html


@given(HTML)
@settings(max_examples=120)
def test_pasted_words_come_back_the_same_and_hold_nothing_else(html):
    kept = clean(html)

    assert clean(kept) == to_html(to_marks(html)) == kept
    assert "<" not in ALLOWED.sub("", kept)


@given(st.text(st.sampled_from(list("ab đ*_[]()#>-+.!\\`1\u200bភ“”")), max_size=30))
def test_no_letter_of_a_paragraph_is_lost(words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert letters(clean(f"<p>x {escaped}</p>")) == re.sub(r"\s+", "", f"x{words}")


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ("Một\nhai\n\nba", "<p>Một<br>hai</p><p>ba</p>"),
        ("# Đề mục\n\n#### Nhỏ", "<h2>Đề mục</h2><h3>Nhỏ</h3>"),
        (
            "- một\n- hai\n\n1. ba\n2. bốn",
            "<ul><li>một</li><li>hai</li></ul><ol><li>ba</li><li>bốn</li></ol>",
        ),
        ("> lời\n> nói", "<blockquote><p>lời<br>nói</p></blockquote>"),
        ("**đậm** và *nghiêng* a_b_c", "<p><b>đậm</b> và <i>nghiêng</i> a_b_c</p>"),
        ("[Cổng](https://a.vn/a_b)", '<p><a href="https://a.vn/a_b">Cổng</a></p>'),
        ("30. Tháng tư", "<p>30. Tháng tư</p>"),
        ("<b>&amp;</b>", "<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("", ""),
    ],
)
def test_marks_mean_what_the_help_says(marks, html):
    assert to_html(marks) == html


def test_words_pasted_from_word_keep_letters_lists_and_looks():
    marks, said = taken_from(WORD)

    assert marks == "**Ngư dân ra khơi**\n\n- Tàu *Một*\n- Tàu hai\n\nXã · Tàu\n\nMỹ Long · 120"
    assert said == [TABLE, PICTURE]


def test_words_pasted_from_facebook_lose_what_follows_the_reader():
    html = (
        '<div class="x1"><span dir="auto">Bài <a role="link" href="https://'
        'l.facebook.com/l.php?u=https%3A%2F%2Fcaungang.vn%2Ftin%3Ffbclid%3DIwAR0&amp;h=AT0"'
        ' onclick="x()">'
        'ở đây</a></span></div><div><span style="font-weight:bold">Hai</span></div>'
    )
    assert to_marks(html) == "Bài [ở đây](https://caungang.vn/tin)\n\n**Hai**"


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        '<img src="x" onerror="alert(1)">',
        '<iframe src="https://x.vn"></iframe>',
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<p><a href="data:text/html,<script>alert(1)</script>"></a></p>',
        '<a href="&#106;avascript:alert(1)" style="position:fixed"></a>',
    ],
)
def test_nothing_that_runs_is_left(html):
    assert clean(html) == ""


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JaVaScRiPt:x", " data:text/html,x", "vbscript:x", "//x.vn", "file:///x",
     "\\\\x", "http://", "https://[", "x y"],
)  # fmt: skip
def test_a_link_that_leads_nowhere_good_leaves_its_words(href):
    assert clean(f'<p><a href="{href}">chữ</a></p>') == "<p>chữ</p>"


def test_khmer_keeps_the_spaces_that_part_its_words():
    khmer = "ភាសា\u200bខ្មែរ **ស្រុក\u200bកូវ**"

    assert to_html(khmer) == "<p>ភាសា\u200bខ្មែរ <b>ស្រុក\u200bកូវ</b></p>"
    assert to_marks(to_html(khmer)) == khmer


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
p.MsoNormal {mso-style-parent:""; margin:0cm;}</style></head><body><!--[if gte mso 9]><xml>
<o:OfficeDocumentSettings/></xml><![endif]--><p class=MsoNormal style='mso-margin-top-alt:auto'>
<b style='mso-bidi-font-weight:normal'><span lang=VI style='font-size:14.0pt'>Ngư dân ra
khơi<o:p></o:p></span></b></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'>·<span style='font:7.0pt'>&nbsp;&nbsp;
</span></span><![endif]>Tàu <i>Một</i></p><p class=MsoListParagraph><span>·<span>
&nbsp;&nbsp;</span></span>Tàu hai</p><table class=MsoTableGrid><tr>
<td><p class=MsoNormal>Xã</p></td>
<td><p>Tàu</p></td></tr><tr><td><p>Mỹ Long</p></td><td><p>120</p></td></tr></table>
<p class=MsoNormal><img width=1 src="file:///C:/tam/anh.png" v:shapes="x"></p></body></html>"""
