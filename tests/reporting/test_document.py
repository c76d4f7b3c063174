"""The words of the consolidated report."""

import dataclasses

import pytest

from haidang.reporting.document import date_words, document_of
from haidang.reporting.facts import facts_of
from haidang.reporting.sheet import Sheet, totals
from haidang.text.blocks import Heading, Paragraph
from haidang.text.writing import write_html, write_plain


def figure(value, logged=None, reason="", estimate=None):
    row = [str(value), estimate, str(value if logged is None else logged)]
    return [*row, reason, ""] if reason else row


def unit(pk, name, figures, prose=None, counted_to="2024-11-25"):
    return {
        "id": pk,
        "name": f"Ủy ban nhân dân xã {name}",
        "short_name": f"UBND xã {name}",
        "grid_name": name,
        "area": f"xã {name}",
        "report": pk,
        "state": "accepted" if figures else "draft",
        "attempt": 1,
        "receipt": "",
        "accepted_at": None,
        "counted_to": counted_to,
        "figures": figures,
        "earlier": {},
        "evidence": None,
        "prose": prose or {},
    }


def content(units, basis=None):
    indicators = [
        {"id": 1, "code": "3.1", "name": "Số buổi", "unit_name": "buổi", "section": 1},
        {"id": 2, "code": "3.2", "name": "Lượt người dự", "unit_name": "lượt người", "section": 1},
    ]
    words = ("{số} buổi nói chuyện", "với {số} lượt người dự")
    rows = [row | {"words": said} for row, said in zip(indicators, words, strict=True)]
    return {
        "round": {
            "id": 5,
            "title": "Kết quả công tác thông tin đối ngoại",
            "year": 2024,
            "data_from": "2023-12-15",
            "data_to": "2024-12-14",
            "due_on": "2024-11-29",
            "due_phrase": "trước ngày 30 tháng 11",
            "receiver": "Ủy ban nhân dân huyện Cầu Ngang",
            "receiver_short": "UBND huyện Cầu Ngang",
            "area": "huyện Cầu Ngang",
            "place": "Cầu Ngang",
            "reporters": "Ủy ban nhân dân các xã, thị trấn",
            "through": "Phòng VH&TT",
            "upper": ["Sở Thông tin và Truyền thông", "Ủy ban nhân dân tỉnh Trà Vinh"],
            "basis": basis,
        },
        "sections": [
            {"ordinal": 1, "title": "Tuyên truyền", "kind": "figures", "opening": "Đã tổ chức"},
            {"ordinal": 2, "title": "Kết quả đạt được", "kind": "prose", "opening": ""},
            {"ordinal": 3, "title": "Đề xuất, kiến nghị", "kind": "prose", "opening": ""},
        ],
        "indicators": rows,
        "units": units,
        "totals": totals(units, {key: {"aggregation": "sum"} for key in ("3.1", "3.2")}),
        "frozen": {"ordinal": 1, "at": "2024-11-25T14:05:00+07:00"},
    }


BASIS = {
    "type": "KẾ HOẠCH",
    "title": "Công tác thông tin đối ngoại năm 2024",
    "number": "99",
    "symbol": "KH-UBND",
    "issued_on": "2023-10-12",
}
SAME = {"2": "Đã phối hợp tốt với Đồn Biên phòng.", "3": "Cần thêm loa."}


@pytest.fixture
def frozen():
    figures = {"3.1": figure(12, estimate="13"), "3.2": figure(412, 400, "not_logged")}
    return content(
        [
            unit(7, "Mỹ Long Nam", figures, dict(SAME), "2024-11-18"),
            unit(8, "Mỹ Hòa", {"3.1": figure(9), "3.2": figure(620)}, dict(SAME)),
            unit(9, "Vinh Kim", None),
        ],
        BASIS,
    )


def texts(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_header_is_that_of_a_committee_with_number_and_day_left_open(frozen):
    header = document_of(frozen).header

    assert dataclasses.asdict(header) == {
        "superior": None,
        "issuer": "Ủy ban nhân dân huyện Cầu Ngang",
        "number": None,
        "symbol": "BC-UBND",
        "place": "Cầu Ngang",
        "date": "2024-11",
        "document_type": "BÁO CÁO",
        "title": "Kết quả công tác thông tin đối ngoại năm 2024",
    }


def test_outline_is_the_one_of_yearly_reports(frozen):
    blocks = document_of(frozen).blocks

    headings = [f"{block.label}. {block.title}" for block in blocks if isinstance(block, Heading)]

    assert headings == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI",
        "II. KẾT QUẢ THỰC HIỆN",
        "1. Tuyên truyền",
        "2. Kết quả theo đơn vị",
        "III. ĐÁNH GIÁ CHUNG",
        "1. Kết quả đạt được",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
        "V. ĐỀ XUẤT, KIẾN NGHỊ",
    ]


def test_opening_cites_the_plan_and_the_end_is_the_decrees(frozen):
    said = texts(document_of(frozen))

    assert said[0] == (
        "Thực hiện Kế hoạch số 99/KH-UBND ngày 12 tháng 10 năm 2023 của Ủy ban nhân dân huyện "
        "Cầu Ngang về công tác thông tin đối ngoại năm 2024, Ủy ban nhân dân huyện Cầu Ngang "
        "báo cáo kết quả như sau:"
    )
    assert said[-1].startswith("Trên đây là kết quả công tác thông tin đối ngoại năm 2024 của Ủy")
    assert said[-1].endswith("kính báo cáo./.")


def test_figures_stand_in_the_sentence_with_their_addresses_and_estimates_apart(frozen):
    (said,) = [text for text in texts(document_of(frozen)) if text.startswith("Đã tổ chức")]

    assert said == (
        "Đã tổ chức [[21|/so/5/3.1/?lan=1]] buổi nói chuyện, "
        "với [[1.032|/so/5/3.2/?lan=1]] lượt người dự. "
        "Ước thực hiện cả năm: [[22|/so/5/3.1/uoc/?lan=1]] buổi nói chuyện, "
        "với [[1.032|/so/5/3.2/uoc/?lan=1]] lượt người dự."
    )


def test_units_that_did_not_report_are_named_and_days_are_said(frozen):
    said = "\n".join(texts(document_of(frozen)))

    assert "Đã tiếp nhận báo cáo của 2/3 đơn vị." in said
    assert "Chưa có báo cáo được tiếp nhận của 1 đơn vị: xã Vinh Kim; số liệu" in said
    assert (
        "tính từ ngày 15 tháng 12 năm 2023 đến ngày từng đơn vị lập báo cáo "
        "(từ ngày 18 tháng 11 năm 2024 đến ngày 25 tháng 11 năm 2024)" in said
    )


def test_prose_is_attributed_and_the_same_words_stand_once(frozen):
    said = texts(document_of(frozen))

    assert "Các xã Mỹ Long Nam, Mỹ Hòa: Đã phối hợp tốt với Đồn Biên phòng." in said
    assert said.count("Các xã Mỹ Long Nam, Mỹ Hòa: Cần thêm loa.") == 1


def test_prose_cannot_set_marks_of_its_own(frozen):
    frozen["units"][0]["prose"]["2"] = "Xem [[999|/so/1/3.2/]] và **in đậm** <b>\nhết"

    document = document_of(frozen)

    assert "Xã Mỹ Long Nam: Xem [[999|/so/1/3.2/]] và **in đậm** <b> hết" not in texts(document)
    html = write_html(document)
    assert "/so/1/3.2/" in html
    assert 'href="/so/1/3.2/"' not in html
    assert "<b>" not in html


def test_the_annex_of_units_shows_each_the_missing_one_and_the_source_of_what_differs(frozen):
    _, appendix = document_of(frozen).appendices
    table, note, source = appendix.blocks

    assert (appendix.label, appendix.landscape) == ("Phụ lục II", False)
    assert table.columns[3:] == ("Mỹ Long Nam", "Mỹ Hòa", "Vinh Kim", "Tổng", "Ước cả năm")
    assert table.rows[0][:3] == ("1. Tuyên truyền", "", "")
    assert 0 in table.whole_rows & table.strong_rows
    assert table.rows[2] == (
        "3.2",
        "Lượt người dự",
        "lượt người",
        "[[412|/so/5/3.2/7/?lan=1]]*",
        "[[620|/so/5/3.2/8/?lan=1]]",
        "chưa có",
        "[[1.032|/so/5/3.2/?lan=1]]",
        "[[1.032|/so/5/3.2/uoc/?lan=1]]",
    )
    assert "2/3 đơn vị" in note.text
    assert source.text == (
        "* Số khác nhật ký hoạt động: xã Mỹ Long Nam, 3.2: 412, nhật ký 400, "
        "hoạt động chưa ghi nhật ký."
    )


def test_what_did_not_happen_is_said_so():
    nothing = {"3.1": figure(0), "3.2": figure(0)}
    document = document_of(content([unit(7, "Mỹ Long Nam", nothing)]))

    said = texts(document)

    assert "Không phát sinh: số buổi, lượt người dự." in said
    assert said[0].endswith("năm 2024, cụ thể như sau:")
    assert said[1] == "Đã tiếp nhận báo cáo của 1/1 đơn vị."
    assert said.count("…") == 3


def test_a_regime_without_prose_leaves_the_places_open(frozen):
    frozen["sections"] = frozen["sections"][:1]
    frozen["round"]["through"], frozen["round"]["basis"] = (
        "",
        BASIS | {"symbol": "", "issued_on": None},
    )

    document = document_of(frozen)

    assert document.recipients[-1] == "Lưu: VT"
    assert "Thực hiện Kế hoạch của Ủy ban nhân dân huyện Cầu Ngang" in texts(document)[0]
    assert "Kết quả đạt được" not in write_plain(document)


def test_facts_say_what_waits_and_what_holds(frozen):
    facts = facts_of(document_of(frozen), Sheet(frozen))

    waiting = [fact.text for fact in facts if fact.kind == "soon"]
    assert waiting == [
        "1 đơn vị chưa có báo cáo được tiếp nhận",
        "Chờ viết: IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025",
        "Họ tên người ký",
    ]
    assert not [fact for fact in facts if fact.kind == "late"]
    assert facts[-1].text == "16 con số mở được về nguồn"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-02-05", "ngày 05 tháng 02 năm 2024"),
        ("2024-11-30", "ngày 30 tháng 11 năm 2024"),
        ("2024-03-09", "ngày 09 tháng 3 năm 2024"),
    ],
)
def test_days_are_written_as_the_decree_asks(iso, words):
    assert date_words(iso) == words
