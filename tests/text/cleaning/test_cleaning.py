"""What an Office file hides is found and taken out, and what its reader sees stays."""

import pytest

from haidang.text import Unreadable
from haidang.text.cleaning import cleaned
from haidang.text.cleaning.apart import clean_apart
from haidang.text.reading import read
from tests.makers.office import ADDED, DELETED, HIDDEN, RELS, W, docx, part, run, xlsx, zipped


def test_words_that_are_seen_stay_and_others_go():
    data = docx(run("Sáng ") + DELETED + ADDED + HIDDEN, comment="lời bình")

    copy, found = cleaned(data)

    words = part(copy, "word/document.xml")
    assert (found.changes, found.hidden, found.comments, found.stays) == (2, 1, 1, [])
    assert found.words == ["lời bình", "cũ", "ẩn"]
    assert read(copy).text.strip() == "Sáng mới"
    assert "May tinh" not in words + part(copy, "docProps/core.xml")
    assert part(copy, "word/comments.xml") == ""
    assert "comments.xml" not in part(copy, "word/_rels/document.xml.rels")


def test_a_clean_file_is_not_called_anything_else():
    _, found = cleaned(docx(run("Sáng nay tàu ra khơi", "<w:b/>")))

    assert not found.is_any


@pytest.mark.parametrize(
    "paragraph",
    [
        '<w:pPr><w:rPr><w:ins w:id="3" w:author="x"/></w:rPr></w:pPr>' + run("chữ"),
        '<w:pPr><w:pPrChange w:id="4" w:author="x"><w:pPr/></w:pPrChange></w:pPr>' + run("chữ"),
        f'<w:moveTo w:id="5" w:author="x">{run("chữ")}</w:moveTo>',
        f'<w:moveFrom w:id="6" w:author="x">{run("đi")}</w:moveFrom>' + run("chữ"),
    ],
)
def test_changes_are_accepted_whatever_they_are_of(paragraph):
    copy, found = cleaned(docx(paragraph))

    assert found.changes == 1
    assert read(copy).text.strip() == "chữ"
    assert "w:author" not in part(copy, "word/document.xml")


def test_a_row_that_was_struck_out_goes():
    rows = "".join(
        f"<w:tr>{struck}<w:tc><w:p>{run(words)}</w:p></w:tc></w:tr>"
        for struck, words in (
            ("", "còn"),
            ('<w:trPr><w:del w:id="7" w:author="x"/></w:trPr>', "bỏ"),
        )
    )
    copy, found = cleaned(docx("</w:p><w:tbl>" + rows + "</w:tbl><w:p>"))

    assert found.words == ["bỏ"]
    assert "bỏ" not in part(copy, "word/document.xml")


def test_letters_that_a_style_hides_are_found_and_those_it_shows_are_not():
    styles = (
        f'<w:styles {W}><w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr>'
        '</w:style><w:style w:styleId="Hien"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        "</w:styles>"
    )
    shown = run("hiện", '<w:rStyle w:val="An"/><w:vanish w:val="false"/>')
    data = docx(
        run("thấy", '<w:rStyle w:val="Hien"/>') + run("ẩn", '<w:rStyle w:val="An"/>') + shown,
        parts={"word/styles.xml": styles},
    )
    _, found = cleaned(data)

    assert found.words == ["ẩn"]


@pytest.mark.parametrize(
    ("data", "stays"),
    [
        (xlsx("hidden"), ["trang tính ẩn"]),
        (xlsx(), []),
        (docx(run("x"), parts={"word/embeddings/a.bin": "x"}), ["tệp khác nhúng bên trong"]),
        (
            zipped({"ppt/slides/slide1.xml": '<s show="0"/>', "ppt/notesSlides/n.xml": "<n/>"}),
            ["ghi chú của người trình bày", "trang chiếu ẩn"],
        ),
        (
            zipped({"xl/worksheets/s.xml": '<w xmlns="x"><row hidden="1"/></w>'}),
            ["hàng, cột ẩn"],
        ),
        (zipped({"xl/externalLinks/e.xml": "<e/>"}), ["phần nối ra ngoài hoặc nút lệnh"]),
    ],
)
def test_what_cannot_be_taken_out_is_named(data, stays):
    assert cleaned(data)[1].stays == stays


def test_settings_forget_that_changes_are_tracked():
    settings = f"<w:settings {W}><w:trackRevisions/><w:rsids/><w:zoom/></w:settings>"

    copy, _ = cleaned(docx(run("x"), parts={"word/settings.xml": settings}))

    assert "trackRevisions" not in part(copy, "word/settings.xml")
    assert "zoom" in part(copy, "word/settings.xml")
    assert RELS in part(copy, "_rels/.rels")


def test_a_file_is_cleaned_in_a_process_of_its_own():
    clean = clean_apart(docx(run("Sáng ") + HIDDEN))

    assert (clean.hidden, clean.is_changed, clean.mark) == (1, True, None)
    assert read(clean.content).text.strip() == "Sáng"


def test_a_secrecy_mark_in_what_is_hidden_is_told():
    assert clean_apart(docx(run("x"), run("TUYỆT MẬT", "<w:vanish/>"))).mark is not None


def test_what_is_broken_is_refused():
    with pytest.raises(Unreadable):
        clean_apart(b"PK\x03\x04 x")
