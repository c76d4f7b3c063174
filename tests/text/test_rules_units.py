"""Names of units, told from the words of what units do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.understanding.duties.actors import Voice, actor_of
from haidang.text.understanding.duties.roles import leads, mates_in
from haidang.text.understanding.structure.titles import unit_of_heading
from haidang.text.understanding.words.nouns import UNIT
from haidang.text.understanding.words.parties import split_units
from haidang.text.understanding.words.phrases import pattern_of
from haidang.text.understanding.words.units import subject_of
from haidang.text.understanding.words.verbs import begins_with_verb

VOICE = Voice("ỦY BAN NHÂN DÂN TỈNH X")


@given(st.lists(st.text("abc đ", min_size=1, max_size=6), min_size=1, max_size=12))
def test_one_pattern_matches_just_its_phrases(phrases):
    phrases = [" ".join(phrase.split()) for phrase in phrases if phrase.strip()] or ["a"]
    pattern = re.compile(pattern_of(phrases))

    assert all(pattern.fullmatch(phrase) for phrase in phrases)
    assert not any(pattern.fullmatch(phrase + "x") for phrase in phrases)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "Trung tâm Xúc tiến đầu tư, thương mại in 500 tờ gấp",
            "Trung tâm Xúc tiến đầu tư, thương mại",
        ),
        ("Sở Kế hoạch và Đầu tư xây dựng kế hoạch", "Sở Kế hoạch và Đầu tư"),
        ("Sở Tài nguyên và Môi trường chủ trì, phối hợp", "Sở Tài nguyên và Môi trường"),
        ("Vụ Tổ chức cán bộ chủ trì, phối hợp", "Vụ Tổ chức cán bộ"),
        ("các bộ phận thực hiện nghiêm túc", "các bộ phận"),
        ("Mỗi ấp đảm nhận một công trình", "Mỗi ấp"),
        ("Hai bên trao đổi thông tin", "Hai bên"),
        ("Trung tâm Phát triển quỹ đất đo đạc, lập hồ sơ", "Trung tâm Phát triển quỹ đất"),
        ("Ban Quản lý dự án đầu tư xây dựng huyện lắp biển", None),
        (
            "Ban Quản lý dự án đầu tư xây dựng huyện bàn giao mặt bằng",
            "Ban Quản lý dự án đầu tư xây dựng huyện",
        ),
        ("Văn phòng HĐND và UBND xã trực ban", "Văn phòng HĐND và UBND xã"),
        ("Đài Truyền thanh xã phát tin, bài mỗi tuần", "Đài Truyền thanh xã"),
        ("Đội Quản lý thị trường số 3 kiểm tra chợ", "Đội Quản lý thị trường số 3"),
        ("LĐLĐ huyện, Hội LHPN huyện vận động hội viên", "LĐLĐ huyện, Hội LHPN huyện"),
        ("Các chi, đảng bộ cơ sở đưa vào sinh hoạt", "Các chi, đảng bộ cơ sở"),
        ("Tổ hòa giải ở cơ sở giải quyết mâu thuẫn", "Tổ hòa giải ở cơ sở"),
        (
            "Cơ sở sản xuất, kinh doanh",
            None,
        ),
        ("Các chủ rừng canh gác ngày đêm", "Các chủ rừng"),
        (
            "Thủ trưởng các ngành trong phạm vi chức năng của mình nghiêm túc thực hiện",
            "Thủ trưởng các ngành",
        ),
        ("Quá trình thực hiện có vướng mắc, các ấp phản ánh về xã", "các ấp"),
        ("Thanh tra việc sử dụng đất của các dự án", None),
        ("Trang bị đầy đủ máy tính cho các xã", None),
        ("Lãnh đạo, chỉ đạo các ấp thực hiện", None),
        ("Sở hữu trí tuệ được bảo vệ", None),
    ],
)
def test_a_name_ends_where_the_deed_begins(text, unit):
    subject = subject_of(text)

    assert (text[subject.start : subject.end] if subject else None) == unit


@pytest.mark.parametrize(
    ("title", "whole", "unit"),
    [
        ("Sở Nông nghiệp khẩn trương:", False, "Sở Nông nghiệp"),
        ("Phòng Y tế (cơ quan thường trực)", False, "Phòng Y tế"),
        ("Sở Du lịch chủ trì, phối hợp với các sở, ngành:", False, "Sở Du lịch"),
        ("Các đơn vị thực hiện các nhiệm vụ sau", False, "Các đơn vị"),
        ("Ban Chỉ đạo", False, "Ban Chỉ đạo"),
        ("Tổ giúp việc", False, "Tổ giúp việc"),
        (
            "Ban Quản lý dự án đầu tư xây dựng tỉnh:",
            False,
            "Ban Quản lý dự án đầu tư xây dựng tỉnh",
        ),
        ("Nhiệm vụ, quyền hạn của Ban Chỉ đạo", False, "Ban Chỉ đạo"),
        (
            "Các ngành được phân công chủ trì nhiệm vụ",
            True,
            "Các ngành được phân công chủ trì nhiệm vụ",
        ),
        ("Phòng Kế hoạch tổng hợp", False, "Phòng Kế hoạch tổng hợp"),
        ("Đảng ủy xã lãnh đạo, chỉ đạo:", False, "Đảng ủy xã"),
        ("Cấp xã", True, "Cấp xã"),
        ("Người chăn nuôi", True, "Người chăn nuôi"),
        ("Người chăn nuôi", False, None),
        ("Sở " + "và " * 100 + "Y tế", False, None),
    ],
)
def test_a_heading_names_a_unit_without_what_hands_over_to_its_list(title, whole, unit):
    assert unit_of_heading(title, whole) == unit


@pytest.mark.parametrize(
    "words",
    [
        "Phòng ngừa tai nạn",
        "Phòng cháy, chữa cháy",
        "Hội nghị sơ kết",
        "Báo cáo kết quả",
        "Bộ tài liệu tập huấn",
        "Khoa học và công nghệ",
        "Đội ngũ cán bộ",
        "Quỹ đất công",
        "Viện trợ không hoàn lại",
    ],
)
def test_words_that_begin_like_a_body_are_none(words):
    assert UNIT.match(words) is None


@pytest.mark.parametrize(
    "words",
    ["Sáp nhập các điểm trường", "Siết chặt kỷ luật", "Cấp phát thuốc", "tiêm phòng", "Miễn phí"],
)
def test_duties_begin_with_many_verbs(words):
    assert begins_with_verb(words)


@pytest.mark.parametrize(
    "words",
    [
        "Kinh phí thực hiện",
        "Người dân",
        "Quy định tại Điều 7",
        "Giáo dục và đào tạo",
        "Không gian văn hóa",
        "Dịch bệnh diễn biến phức tạp",
        "Thu nhập bình quân",
        "Cho đến nay",
    ],
)
def test_other_words_begin_no_duty(words):
    assert not begins_with_verb(words)


@pytest.mark.parametrize(
    ("words", "mates"),
    [
        ("Chủ trì cùng Sở Xây dựng, Sở Tư pháp tham mưu", ("Sở Xây dựng", "Sở Tư pháp")),
        ("Phối hợp UBND xã chi trả tiền bồi thường", ("UBND xã",)),
        ("Phối hợp với Sở Y tế chia sẻ thông tin", ("Sở Y tế",)),
        ("Phối hợp tổ chức các lớp dạy bơi", ()),
        ("phối hợp với các chùa mời sư sãi", ("các chùa",)),
        ("Yêu cầu Sở Y tế phối hợp với Công an xã rà soát", ("Công an xã",)),
        ("Chỉ đạo các Đồn Biên phòng phối hợp với Đài Truyền thanh phát tin", ()),
    ],
)
def test_helpers_end_where_their_deed_begins(words, mates):
    assert mates_in(words) == mates


def test_the_one_who_is_told_for_a_list_leads_where_it_is_said():
    assert leads("chủ trì, phối hợp với các ngành:", 0)
    assert not leads("thực hiện các nội dung sau:", 0)


def test_several_units_are_taken_apart_at_letters_too():
    assert split_units("UBND các xã, MTTQ, Công an huyện") == (
        "UBND các xã",
        "MTTQ",
        "Công an huyện",
    )


def test_names_in_brackets_stay_with_the_name_before_them():
    words = "các nhà mạng (Viettel An, VNPT An), Sở Y tế"

    assert split_units(words) == ("các nhà mạng (Viettel An, VNPT An)", "Sở Y tế")


def test_a_unit_that_has_done_its_work_is_told_nothing():
    text = "Sở Y tế đã tiêm phòng cho 500 người"

    assert actor_of(text, 0, len(text), VOICE) is None


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("BCĐ họp định kỳ 6 tháng một lần", "BCĐ"),
        ("Ban Chỉ đạo họp định kỳ hằng quý", "Ban Chỉ đạo"),
        ("Tổ dân phố 3 họp dân mỗi tháng", "Tổ dân phố 3"),
        ("Đồn Biên phòng tổ chức tuần tra", "Đồn Biên phòng"),
        ("Hạt trưởng Hạt Kiểm lâm tổ chức tuần tra", "Hạt trưởng Hạt Kiểm lâm"),
        ("UB MTTQ xã vận động nhân dân", "UB MTTQ xã"),
    ],
)
def test_bodies_that_meet_and_posts_are_subjects(words, unit):
    found = subject_of(words)

    assert words[found.start : found.end] == unit


def test_a_meeting_is_no_deed():
    assert subject_of("Văn phòng và phòng họp hằng ngày") is None
