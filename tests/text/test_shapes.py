"""The shapes that offices use, read whole: wrapped lines with cells, articles, a page, minutes."""

from haidang.text.blocks import Bucket, Header, Signature
from tests.text import plans
from tests.text.plans import reading_of, told


def sections(reading):
    return [(section.level, section.label, section.title) for section in reading.sections]


def test_a_plan_of_wrapped_lines_and_cells():
    reading = reading_of(plans.PLAN_BY_LINES)

    assert reading.header == Header(
        issuer="ỦY BAN NHÂN DÂN XÃ MỸ LONG",
        number="12",
        symbol="KH-UBND",
        place="Mỹ Long",
        date="2025-03-05",
        document_type="Kế hoạch",
        title="TUYÊN TRUYỀN BIỂN, ĐẢO TRÊN ĐỊA BÀN XÃ NĂM 2025",
    )
    assert reading.signature == Signature(
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Họ Và Tên"
    )
    assert reading.recipients == ("UBND huyện (b/c)", "Các ấp", "Lưu: VT")
    assert [target.text for target in reading.targets] == ["100% ấp có loa truyền thanh."]
    assert sections(reading) == [
        (1, "I", "MỤC ĐÍCH, YÊU CẦU"),
        (2, "1", "Mục đích"),
        (2, "2", "Yêu cầu"),
        (1, "II", "MỤC TIÊU"),
        (1, "III", "NHIỆM VỤ, GIẢI PHÁP"),
        (2, "1", "Tăng cường thông tin"),
        (2, "2", "Mở chuyên mục"),
        (1, "IV", "TỔ CHỨC THỰC HIỆN"),
        (1, "PHỤ LỤC", "DANH MỤC NHIỆM VỤ"),
        (2, "I", "THÔNG TIN"),
    ]


def test_its_duties_are_told_by_lines_below_sentences_and_rows():
    reading = reading_of(plans.PLAN_BY_LINES)

    assert told(reading) == [
        ("III.1.a", "Phòng Văn hóa - Xã hội", "Quý II/2025"),
        ("III.1.b", "Phòng Văn hóa - Xã hội", "Quý II/2025"),
        ("III.2.a", "Trường Trung học cơ sở", None),
        ("IV.1.a", "Công an xã", None),
        ("IV.1.b", "Công an xã", "trước ngày 20 tháng 11"),
        ("IV.2.a", "Văn phòng", None),
        ("IV.2.b", "các ấp", "xong trong tháng 12/2025"),
        ("IV.3", "các đơn vị liên quan", None),
        ("PHỤ LỤC.I.1", "Phòng Văn hóa - Xã hội", None),
        ("PHỤ LỤC.I.2", "Văn phòng", "Trước ngày 15/8/2025"),
    ]
    leads = [duty.label for duty in reading.duties if duty.lead]
    assert leads == ["III.1.a", "III.1.b", "IV.1.a", "PHỤ LỤC.I.1", "PHỤ LỤC.I.2"]
    assert {duty.label: duty.recurrence for duty in reading.duties if duty.recurrence} == {
        "III.1.a": "mỗi tuần",
        "III.2.a": "Hằng năm",
        "IV.1.b": "Định kỳ",
        "PHỤ LỤC.I.1": "Thường xuyên",
    }
    assert reading.duties[0].coordinate == ("Đài Truyền thanh", "Đồn Biên phòng", "UBND các xã")


def test_its_bases_are_cited_once_each():
    bases = reading_of(plans.PLAN_BY_LINES).legal_bases

    assert [(basis.kind, basis.number, basis.date, basis.issuer) for basis in bases] == [
        ("Luật", None, "2020-11-11", None),
        ("Kế hoạch", "24/KH-UBND", "2025-01-14", "UBND huyện"),
        ("Chương trình hành động", "10-CTr/HU", "2025-02-13", "Huyện ủy"),
    ]
    assert bases[0].title == "Luật Biên phòng Việt Nam"


def test_a_decision_in_articles():
    reading = reading_of(plans.DECISION)

    assert (reading.header.issuer, reading.header.number) == ("ỦY BAN NHÂN DÂN TỈNH TRÀ VINH", "18")
    assert reading.header.title == "Về việc thành lập Tổ công tác thông tin đối ngoại"
    assert sections(reading) == [
        (1, "Điều 1", None),
        (1, "Điều 2", None),
        (1, "Điều 3", "Tổ chức thực hiện"),
        (1, "Điều 4", None),
    ]
    assert told(reading) == [
        ("Điều 2.a", "Tổ công tác", None),
        ("Điều 2.b", "Tổ công tác", "chậm nhất ngày 25/12/2025"),
        ("Điều 3.1", "Sở Tài chính", None),
        (
            "Điều 4.a",
            (
                "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Thông tin và Truyền thông "
                "và các tổ chức, cá nhân có liên quan"
            ),
            None,
        ),
    ]
    assert [basis.number for basis in reading.legal_bases] == [
        None,
        "72/2015/NĐ-CP",
        "22/2016/TT-BTTTT",
        "07/TTr-STTTT",
    ]
    assert reading.signature.authority == ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG")


def test_a_letter_set_in_two_columns():
    reading = reading_of(plans.LETTER_ON_A_PAGE)

    assert reading.header == Header(
        superior="UBND TỈNH X",
        issuer="SỞ DU LỊCH",
        number="45",
        symbol="SDL-VP",
        place="Đảo Xanh",
        date="2026-01-08",  # not the stamp's, which is of another body and day
        document_type="Công văn",
        title="V/v báo cáo hoạt động quảng bá hình ảnh",
    )
    assert reading.addressees == ("Ủy ban nhân dân các xã", "Trung tâm Xúc tiến Du lịch")
    assert reading.recipients == ("Như trên", "Các phòng: Lữ hành, Kế hoạch", "Lưu: VT")
    assert reading.signature == Signature(("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Họ Và Tên")


def test_one_sentence_dates_all_that_a_letter_asks_and_requests_upward_are_none():
    reading = reading_of(plans.LETTER_ON_A_PAGE)

    assert told(reading) == [
        ("1", "Ủy ban nhân dân các xã", "trước 15h00 ngày 30/01/2026"),
        ("2", "Trung tâm Xúc tiến Du lịch", "trước 15h00 ngày 30/01/2026"),
    ]
    assert reading.duties[0].text.endswith("năm 2025.")  # read over the page number


def test_minutes_set_duties_only_where_the_parties_agree():
    reading = reading_of(plans.MINUTES)

    assert (reading.header.document_type, reading.header.date) == ("Biên bản", "2025-05-26")
    assert told(reading) == [
        ("III.1", "Phòng Kinh tế", "trước ngày 05/6/2025"),
        (
            "III.2",
            "Công an xã",
            "trong thời hạn 03 ngày làm việc kể từ ngày kết thúc cuộc họp",
        ),
    ]


def test_what_is_formal_is_no_sentence_to_sort():
    reading = reading_of(
        "BÁO CÁO\nCông tác quý I\nKính gửi:\n- Sở A;\n- Sở B.\nThực hiện Kế hoạch số 1/KH-UBND,"
        " Ủy ban nhân dân xã báo cáo như sau:\nI. KINH PHÍ\nTừ nguồn ngân sách xã.\n"
    )

    sentences = [span for span in reading.spans if span.sentence]
    words = [reading.text[s.start : s.end].strip()[:9] for s in sentences]
    assert words == ["Thực hiện", "Từ nguồn "]
    assert sentences[-1].bucket is Bucket.FORMALITY


def test_a_report_sets_no_duties_but_its_own_directions():
    reading = reading_of(plans.REPORT)

    assert (reading.header.issuer, reading.year) == ("ỦY BAN NHÂN DÂN XÃ MỸ LONG", 2025)
    assert told(reading) == [("II.1", None, None)]
    assert [span.bucket for span in reading.spans if span.sentence] == [
        Bucket.UNRESOLVED,
        Bucket.DIRECTION,
        Bucket.UNRESOLVED,
    ]


def test_a_plan_behind_a_decision_is_read_like_a_plan_of_its_own():
    reading = reading_of(plans.PLAN_BEHIND_DECISION)

    assert (reading.header.document_type, reading.header.number) == ("Quyết định", "1466")
    assert reading.signature == Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Họ Và Tên")
    assert reading.year == 2024
    assert sections(reading)[3:] == [
        (1, "", "KẾ HOẠCH Công tác thông tin đối ngoại năm 2024"),
        (2, "I", "MỤC ĐÍCH, YÊU CẦU"),
        (3, "1", "Mục đích"),
        (2, "II", "NHIỆM VỤ TRỌNG TÂM"),
        (2, "III", "TỔ CHỨC THỰC HIỆN"),
        (3, "1", "Sở Thông tin và Truyền thông"),
        (3, "2", "Ủy ban nhân dân các huyện, thị xã, thành phố"),
    ]
    assert told(reading) == [
        ("Điều 2.a", "Giám đốc Sở Thông tin và Truyền thông", None),
        ("Điều 3.a", "Chánh Văn phòng, Giám đốc các sở", None),
        ("II.1", None, None),
        ("II.2", None, None),
        ("III.1.a", "Sở Thông tin và Truyền thông", None),
        ("III.1.b", "Sở Thông tin và Truyền thông", "trước ngày 15 tháng 12"),
        ("III.2.a", "Ủy ban nhân dân các huyện, thị xã, thành phố", None),
    ]


def test_a_circular_in_chapters():
    reading = reading_of(plans.CIRCULAR)

    assert (reading.header.document_type, reading.header.symbol) == ("Thông tư", "TT-BTTTT")
    assert sections(reading) == [
        (1, "Chương I", "QUY ĐỊNH CHUNG"),
        (2, "Điều 1", "Phạm vi điều chỉnh"),
        (2, "Điều 2", "Đối tượng áp dụng"),
        (1, "Chương II", "TRÁCH NHIỆM"),
        (2, "Mục 1", "ĐỊA PHƯƠNG"),
        (3, "Điều 3", "Trách nhiệm của Ủy ban nhân dân cấp tỉnh"),
        (4, "1", "Xây dựng kế hoạch hằng năm:"),
        (3, "Điều 4", "Hiệu lực"),
    ]
    assert told(reading) == [
        ("Chương II.Mục 1.Điều 3.1.a", "Ủy ban nhân dân cấp tỉnh", "trước ngày 31 tháng 12"),
        ("Chương II.Mục 1.Điều 3.1.b", "Ủy ban nhân dân cấp tỉnh", None),
        ("Chương II.Mục 1.Điều 3.2", "Sở Thông tin và Truyền thông", None),
    ]


def test_a_plan_set_on_a_page_with_capital_letters_above_roman_numbers():
    reading = reading_of(plans.PLAN_ON_A_PAGE)

    assert (reading.header.number, reading.header.date) == (None, "2023-11")  # blank to fill in
    assert reading.header.issuer == "ỦY BAN NHÂN DÂN XÃ MỸ LONG BẮC"
    assert [(level, label) for level, label, _ in sections(reading)] == [
        (1, "A"),
        (1, "B"),
        (2, "I"),
        (2, "II"),
        (1, "C"),
    ]
    assert "Phấn đấu 100% ấp có cụm loa hoạt động tốt." in [t.text for t in reading.targets]
    assert told(reading)[2:] == [
        ("C.1.a", "Công chức Văn hoá - Xã hội", None),
        ("C.1.b", "Công chức Văn hoá - Xã hội", "trước ngày 25/11/2024"),
        ("C.2", "Đài Truyền thanh xã", None),
        ("C.3", "UBMTTQ và các đoàn thể xã", None),
        ("C.4", "Ban nhân dân các ấp", "vào ngày 20 hàng tháng"),
    ]


def test_lettered_and_numbered_lines_may_tell_who_leads_and_when():
    reading = reading_of(plans.PLAN_BY_ATTRIBUTES)

    assert told(reading)[:3] == [
        ("II.1.a", "Sở Thông tin và Truyền thông", "Quý I/2025"),
        ("II.2.1", "Đài Phát thanh và Truyền hình tỉnh", "trước ngày 30/6/2025"),
        ("II.2.2", "Sở Ngoại vụ", "Cả năm"),
    ]
    assert reading.duties[0].text == "Ban hành văn bản hướng dẫn các địa phương."
    assert reading.duties[0].coordinate == ("Sở Ngoại vụ", "các huyện, thành phố")
    units = [duty.unit for duty in reading.duties if duty.label.startswith("IV")]
    assert units == [
        "Sở Thông tin và Truyền thông",
        "Sở Thông tin và Truyền thông",  # the rhythm of its second clause
        "Sở Thông tin và Truyền thông",
        "Các sở, ban, ngành, đoàn thể tỉnh; UBND các huyện, thành phố",
        "Các sở, ban, ngành, đoàn thể tỉnh; UBND các huyện, thành phố",  # the date of its second
        "Ban Tuyên giáo Tỉnh ủy",
        "Báo Bình Minh, Đài Phát thanh và Truyền hình tỉnh",
        "các đơn vị",
    ]


def test_a_letter_whose_paragraphs_no_blank_line_parts():
    reading = reading_of(plans.LETTER_WITHOUT_BLANKS)

    assert reading.header == Header(
        issuer="ỦY BAN NHÂN DÂN THÀNH PHỐ BIỂN XANH",
        number="40",
        symbol="UBND-ĐT",
        place="Thành phố Biển Xanh",
        date="2025-11-25",
        document_type="Công văn",
        title="V/v rà soát và chuẩn hóa dữ liệu",
    )
    assert sections(reading) == [
        (1, "1", "Về việc rà soát, làm sạch dữ liệu"),
        (2, "1.1", "Giao Công an Thành phố"),
        (2, "1.2", "Giao Sở Xây dựng"),
    ]
    assert [(duty.unit, duty.deadline is not None) for duty in reading.duties] == [
        ("Công an Thành phố", True),
        ("Sở Xây dựng", False),
        ("các đơn vị", False),
    ]
    assert reading.signature.name == "Họ Và Tên"


def test_minutes_are_signed_by_each_party():
    assert reading_of(plans.SIGNED_BY_PARTIES).signature == Signature()


def test_a_form_is_set_aside_whole():
    reading = reading_of(plans.PLAN_WITH_A_FORM)

    assert told(reading) == [("I.1", "các đơn vị", None)]
    assert sections(reading)[-1] == (1, "PHỤ LỤC I", "ĐỀ CƯƠNG BÁO CÁO")
    assert all(
        span.bucket is Bucket.FORMALITY and not span.sentence
        for span in reading.spans
        if span.start > reading.text.index("PHỤ LỤC I")
    )
