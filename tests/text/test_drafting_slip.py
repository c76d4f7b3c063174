"""The slip that goes with a draft, as a document."""

from haidang.text.blocks import Header, Signature
from haidang.text.checking import check
from haidang.text.drafting.slip import Desk, slip_document
from haidang.text.writing import write_docx, write_plain

HEADER = Header(
    superior="UBND huyện Cầu Ngang", issuer="Phòng Văn hóa và Thông tin", symbol="PTr-VHTT",
    place="Cầu Ngang", date="2023-10-09", document_type="Kế hoạch",
    title="Ban hành Kế hoạch công tác thông tin đối ngoại năm 2024",
)  # fmt: skip
DESKS = (
    Desk("Chánh Văn phòng", "Sửa mục III.4: thêm thời hạn.", "Đồng ý", "09/10/2023"),
    Desk("Văn thư", "", "Đồng ý", "10/10/2023"),
    Desk("Phó Chủ tịch"),
)


def slip(**changes):
    given = {
        "submitted_by": "Phòng Văn hóa và Thông tin",
        "submitted_to": "Chủ tịch Ủy ban nhân dân huyện",
        "enclosed": ("Dự thảo Kế hoạch", "Quyết định số 1466/QĐ-UBND ngày 29/9/2023"),
        "desks": DESKS,
        "signature": Signature((), "TRƯỞNG PHÒNG", None),
    }
    return slip_document(HEADER, **(given | changes))


def test_a_slip_names_the_draft_its_papers_and_every_desk_in_turn():
    lines = write_plain(slip()).splitlines()

    at = lines.index("PHIẾU TRÌNH")
    assert lines[at + 1] == HEADER.title
    assert "Kính gửi: Chủ tịch Ủy ban nhân dân huyện" in lines
    assert "- Dự thảo Kế hoạch;" in lines
    assert [line for line in lines if line[:2] in ("1\t", "2\t", "3\t")] == [
        "1\tChánh Văn phòng\tSửa mục III.4: thêm thời hạn.\tĐồng ý\t09/10/2023",
        "2\tVăn thư\t\tĐồng ý\t10/10/2023",
        "3\tPhó Chủ tịch\t\t\t",
    ]


def test_a_slip_without_papers_says_none():
    assert "Hồ sơ kèm theo:" not in write_plain(slip(enclosed=()))


def test_a_slip_keeps_to_the_layout():
    assert [finding for finding in check(write_docx(slip())) if finding.severity == "fault"] == []
