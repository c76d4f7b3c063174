"""What a file is, told by its content; plain text and pages in the encodings of practice."""

import pytest

from haidang.text import Unreadable, read
from haidang.text.reading import read_source

PLAN = "KẾ HOẠCH\nThông tin năm 2024\n\nI. NHIỆM VỤ\n\n- Rà soát danh sách.\n"


@pytest.mark.parametrize(
    "data",
    [
        PLAN.encode(),
        b"\xef\xbb\xbf" + PLAN.encode(),
        PLAN.encode("utf-16"),
        b"\xfe\xff" + PLAN.encode("utf-16-be"),
        PLAN.encode("utf-16-le"),
        PLAN.replace("\n", "\r\n").encode(),
        PLAN.replace("\n", "\r").encode(),
    ],
)
def test_text_comes_out_the_same_from_every_encoding(data):
    assert read_source(data).text == PLAN


def test_decomposed_letters_are_composed():
    assert read_source("Thể thao".encode()).text == "Thể thao"


def test_a_legacy_code_page_is_read_with_a_warning():
    source = read_source("Kế hoạch số 1".encode("cp1258", errors="ignore") + b"\xd5")

    assert source.warnings == ("Bảng mã chữ không phải Unicode; có thể đọc sai dấu.",)


def test_a_path_is_read_like_its_bytes(tmp_path):
    (tmp_path / "plan.pdf").write_text(PLAN, "utf-8")  # the ending lies

    assert read(tmp_path / "plan.pdf") == read(PLAN.encode()) == read(str(tmp_path / "plan.pdf"))


def test_lines_are_places():
    source = read_source(b"one\n\ntwo")

    assert [(p.start, p.end, p.where) for p in source.places] == [
        (0, 3, "dòng 1"),
        (5, 8, "dòng 3"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
        (b"\xff\xd8\xff\xe0 jpeg", "picture"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"Rar!\x1a\x07", "archive"),
        (b"\x1f\x8b\x08", "archive"),
        (bytes(range(1, 9)) * 40, "not-text"),
        (b"\x80\x00\x01\x02\x03" * 40, "not-text"),
        (b"<html><script>x</script></html>", "empty"),
    ],
)
def test_what_is_no_document_is_refused_by_name(data, code):
    with pytest.raises(Unreadable) as refused:
        read_source(data)

    assert refused.value.code == code
    assert refused.value.message[-1] == "."


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("haidang.text.reading.bounds.MAX_BYTES", 10)

    with pytest.raises(Unreadable) as refused:
        read_source(b"x" * 11)

    assert refused.value.code == "too-large"


PAGE = """<!DOCTYPE html><html><head><meta charset="{0}"><title>Không đọc</title></head><body>
<table><tr><td>ỦY BAN<br>NHÂN DÂN</td><td colspan="2">CỘNG HÒA</td><td>x<table><tr><td>y</td></tr>
</table></td></tr></table>
<p>KẾ   HOẠCH</p><!-- comment --><div>Thông <b>tin</b> đối ngoại</div>
<style>p {{}}</style></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "no-such-charset"])
def test_a_page_is_read_block_by_block(charset):
    source = read_source(PAGE.format(charset).encode())

    assert [(source.text[p.start : p.end], p.cell) for p in source.places] == [
        ("ỦY BAN\nNHÂN DÂN", (1, 1, 1)),
        ("CỘNG HÒA", (1, 1, 2)),
        ("x", (1, 1, 4)),
        ("y", (1, 1, 4)),
        ("KẾ HOẠCH", None),
        ("Thông tin đối ngoại", None),
    ]


def test_a_page_in_a_western_code_page_with_entities_is_read():
    page = b"<html><meta charset=windows-1252><p>K&#7870; HO&#7840;CH</p></html>"

    assert read_source(b"\xef\xbb\xbf" + page).text == read_source(page).text == "KẾ HOẠCH\n"


def test_a_deep_nest_of_blocks_is_read():
    page = "<html>" + "<div>" * 1000 + "sâu" + "</div>" * 1000

    assert "sâu" in read_source(page.encode()).text
