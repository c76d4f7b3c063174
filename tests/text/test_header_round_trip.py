"""A header that our writer wrote reads back as it was, however much of it is left to the pen."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from haidang.text import read
from haidang.text.blocks import Document, Header, Paragraph, Signature
from haidang.text.compare import compare
from haidang.text.drafting import draft_of
from haidang.text.writing import write_docx, write_html, write_plain

WRITERS = {
    "docx": write_docx,
    "html": lambda document: write_html(document).encode(),
    "txt": lambda document: write_plain(document).encode(),
}
headers = st.builds(
    Header,
    superior=st.none() | st.just("Ủy ban nhân dân tỉnh Đảo Xanh"),
    issuer=st.sampled_from(["Ủy ban nhân dân xã Bãi Cát", "Sở Thông tin và Truyền thông"]),
    number=st.none() | st.integers(1, 9999).map("{:02}".format),
    symbol=st.sampled_from(["KH-UBND", "BC-STTTT"]),
    place=st.none() | st.sampled_from(["Bãi Cát", "Đảo Xanh", "Thị xã Hải Đăng"]),
    date=st.none() | st.sampled_from(["2026", "2026-03", "2026-01-05", "2025-12-31"]),
    document_type=st.sampled_from(["Kế hoạch", "Báo cáo", "Thông báo", "Quyết định"]),
    title=st.sampled_from(["Thực hiện công tác thông tin năm 2026", "Về việc thăm hỏi ngư dân"]),
)
BLANK = Header(
    None, "Ủy ban nhân dân xã Bãi Cát", None, "KH-UBND", "Bãi Cát", None, "Kế hoạch", "Thăm hỏi"
)


def written(header):
    return Document(
        header=header,
        blocks=(
            Paragraph("Ủy ban nhân dân xã thực hiện công tác thông tin như sau:"),
            Paragraph("Các ấp treo cờ và phát loa vào mỗi buổi sáng trong tuần."),
        ),
        recipients=("Các ấp", "Lưu: VT"),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", None),
    )


@given(headers)
@example(BLANK)
def test_a_header_reads_back_as_it_was_written(header):
    came = read(write_docx(written(header))).header

    assert (came.place, came.date) == (header.place, header.date)
    assert (came.number, came.symbol) == (header.number, header.symbol)
    assert compare(written(header), draft_of(read(write_docx(written(header))))).changes == ()


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("date", [None, "2026", "2026-03", "2026-03-09"])
def test_a_place_without_a_whole_date_reads_back_in_every_form(form, date):
    came = read(WRITERS[form](written(replace(BLANK, date=date)))).header

    assert (came.place, came.date) == ("Bãi Cát", date)
    assert came.issuer == "ỦY BAN NHÂN DÂN XÃ BÃI CÁT"


@pytest.mark.parametrize(
    "line",
    [
        "Bãi Cát, ngày … tháng … năm …",
        "Bãi Cát, ngày      tháng      năm",
        "Bãi Cát, ngày ..... tháng ..... năm .....",
        "Bãi Cát, ngày __ tháng __ năm 20…",
    ],
)
def test_a_date_left_to_the_pen_is_no_part_of_the_name_above(line):
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ BÃI CÁT\nSố:      /KH-UBND\n\n"
        f"{line}\n\nKẾ HOẠCH\nThăm hỏi ngư dân\n\n1. Các ấp treo cờ.\n"
    )
    header = read(text.encode()).header

    assert (header.issuer, header.place, header.date) == (
        "ỦY BAN NHÂN DÂN XÃ BÃI CÁT", "Bãi Cát", None,
    )  # fmt: skip


def test_a_letter_comes_back_unchanged_with_the_mark_of_its_subject():
    header = Header(
        None, "Ủy ban nhân dân xã Bãi Cát", None, "UBND-VX", "Bãi Cát", None, "Công văn",
        "rà soát loa truyền thanh",
    )  # fmt: skip
    letter = written(header)
    came = draft_of(read(write_docx(letter)))

    assert came.header.title == "V/v rà soát loa truyền thanh"
    assert compare(letter, came).changes == ()
