"""Which sentences are duties, whose they are, and what lines around them still say of them."""

import pytest

from haidang.text.blocks import Certainty
from haidang.text.understanding.duties.brackets import told_in_brackets
from haidang.text.understanding.times.recurrences import recurrence_in
from tests.text.plans import reading_of

HEAD = "ỦY BAN NHÂN DÂN\nXÃ MỸ LONG\nSố: 5/KH-UBND\nMỹ Long, ngày 02 tháng 3 năm 2026\n"
PLAN = HEAD + "KẾ HOẠCH\nTuyên truyền biển, đảo năm 2026\n"
NOTICE = HEAD + "THÔNG BÁO\nKết luận của Chủ tịch UBND xã\n"
MINUTES = (
    "UBND HUYỆN A\nPHÒNG Y TẾ\nBIÊN BẢN\nHọp giao ban\nHôm nay, ngày 03/4/2026 tiến hành họp.\n"
)
END = "\nNơi nhận:\n- Lưu: VT.\n"


def duties_of(head, body):
    return reading_of(head + body + END).duties


def told(duties):
    return [(duty.text.split(" ")[:2], duty.unit) for duty in duties]


def units(head, body):
    return [duty.unit for duty in duties_of(head, body)]


def test_one_line_may_tell_who_leads_who_helps_and_when():
    (duty,) = duties_of(
        PLAN,
        "II. NHIỆM VỤ\n1. Tuyên truyền\n- Treo băng rôn ở các ấp.\n"
        "Chủ trì: Đoàn Thanh niên. Đơn vị phối hợp: Công an xã, UBND các ấp; "
        "thời gian: Quý II/2026.",
    )

    assert (duty.unit, duty.lead) == ("Đoàn Thanh niên", "Đoàn Thanh niên")
    assert duty.coordinate == ("Công an xã", "UBND các ấp")
    assert duty.deadline.phrase == "Quý II/2026"


def test_what_stands_before_a_list_is_said_of_the_list_and_not_of_its_heading():
    body = (
        "II. NHIỆM VỤ\n1. Tuyên truyền\nĐơn vị chủ trì: Đoàn Thanh niên. Thời gian: Quý II/2026.\n"
        "- Treo băng rôn.\n- Vẽ tranh tường.\n2. Tập huấn cán bộ các ấp\n- Chủ trì: Công an xã."
    )

    assert [(duty.text, duty.unit) for duty in duties_of(PLAN, body)] == [
        ("Treo băng rôn.", "Đoàn Thanh niên"),
        ("Vẽ tranh tường.", "Đoàn Thanh niên"),
        ("Tập huấn cán bộ các ấp", "Công an xã"),
    ]


def test_a_line_on_who_comes_parts_no_block_and_tells_nobody_anything():
    (duty,) = duties_of(
        PLAN,
        "II. NHIỆM VỤ\n1. Hội thi\n1.1. Nội dung: Hiệp thương lập danh sách đội thi.\n"
        "- Thành phần: Đại diện các ấp; Ban công tác Mặt trận chủ trì hội nghị.\n"
        "- Thời gian: Tháng 6/2026.\n- Đơn vị chủ trì: Đoàn Thanh niên.",
    )

    assert duty.text == "Hiệp thương lập danh sách đội thi."
    assert (duty.unit, duty.deadline.phrase) == ("Đoàn Thanh niên", "Tháng 6/2026")


def test_what_a_heading_says_of_its_unit_is_said_of_the_whole_list():
    duties = duties_of(
        PLAN,
        "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế chủ trì, phối hợp với các đơn vị:\n"
        "- Xây dựng tờ gấp.\n- In tờ gấp.\n2. Công an xã:\n- Tuần tra.",
    )

    assert [(duty.unit, duty.lead, duty.coordinate) for duty in duties] == [
        ("Phòng Kinh tế", "Phòng Kinh tế", ("các đơn vị",)),
        ("Phòng Kinh tế", "Phòng Kinh tế", ("các đơn vị",)),
        ("Công an xã", None, ()),
    ]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("Rà soát hộ (Công an xã chủ trì, phối hợp Phòng Kinh tế; xong trước 30/8).", "lead mates"),
        ("Ký cam kết (Đơn vị thực hiện: các ấp).", "doer"),
        ("Rà soát (có danh sách kèm theo).", ""),
        ("Họp (người chủ trì ký biên bản).", ""),
    ],
)
def test_brackets_at_the_end_may_tell_who(words, roles):
    assert " ".join(told.role.value for told in told_in_brackets(words)) == roles


@pytest.mark.parametrize("words", ["Quý II, III năm 2022", "tháng 3", "thời gian: quý IV/2024"])
def test_the_last_brackets_tell_until_when(words):
    begun = "Sở A thanh tra các xã"

    (told,) = told_in_brackets(f"{begun} ({words}).", at=5)

    assert (told.role.value, told.value, told.begin) == ("time", words, 5 + len(begun) + 2)
    assert told_in_brackets(f"{begun} (theo Kế hoạch năm 2022).") == ()


def test_brackets_tell_of_the_duty_they_close():
    (duty,) = duties_of(PLAN, "II. NHIỆM VỤ\n1. Rà soát các hộ (Công an xã chủ trì).")

    assert (duty.unit, duty.lead) == ("Công an xã", "Công an xã")


def test_a_closing_paragraph_speaks_to_whom_it_names_and_not_to_the_last_unit():
    body = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Tuần tra.\n2. Các ấp\n- Treo cờ.\n"
        "Trên đây là Kế hoạch của UBND xã, yêu cầu các đơn vị nghiêm túc thực hiện./."
    )

    assert units(PLAN, body) == ["Công an xã", "Các ấp", "các đơn vị"]
    asked = body.replace("Trên đây là Kế hoạch của UBND xã, yêu", "Yêu")
    assert units(PLAN, asked) == ["Công an xã", "Các ấp", "các đơn vị"]


def test_a_sentence_that_only_hands_over_is_no_duty_and_gives_its_unit_to_the_list():
    duties = duties_of(
        HEAD.replace("5/KH", "5/UBND"),
        "Kính gửi: Trưởng các ấp.\nĐể phòng dịch, UBND xã đề nghị Trưởng các ấp quan tâm "
        "chỉ đạo một số nội dung sau:\n1. Vận động người dân.\n2. Giao Trạm Y tế cử cán bộ.",
    )

    assert told(duties) == [(["Vận", "động"], "Trưởng các ấp"), (["Giao", "Trạm"], "Trạm Y tế")]


def test_a_list_of_tasks_may_name_nobody():
    body = "Điều 1. Hội đồng nhân dân xã nhấn mạnh một số nhiệm vụ sau:\n1. Siết chặt chi tiêu."
    head = HEAD.replace("ỦY BAN", "HỘI ĐỒNG")
    duties = duties_of(head + "NGHỊ QUYẾT\nVề nhiệm vụ năm 2026\nQUYẾT NGHỊ:\n", body)

    assert told(duties) == [(["Siết", "chặt"], None)]


def test_a_clause_with_a_rhythm_of_its_own_is_a_duty_of_its_own():
    duties = duties_of(
        PLAN,
        "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi, đôn đốc việc thực hiện ở các ấp; "
        "định kỳ 6 tháng, năm tổng hợp, báo cáo Chủ tịch UBND xã.\n2. Công an xã\n"
        "- Tuần tra; kịp thời báo cáo trước ngày 20/6/2026.",
    )

    assert [(duty.unit, duty.recurrence) for duty in duties] == [
        ("Văn phòng", None),
        ("Văn phòng", "định kỳ 6 tháng, năm"),
        ("Công an xã", None),
    ]
    assert duties[-1].deadline.phrase == "trước ngày 20/6/2026"


def test_a_chapter_of_a_plan_that_no_word_marks_is_still_one_of_tasks_but_not_surely():
    duties = duties_of(
        PLAN,
        "II. THÔNG TIN CỔ ĐỘNG\n1. Treo băng rôn ở các ấp.\n2. Không gian văn hóa đẹp.\n"
        "III. KHẨU HIỆU\n- Phát huy truyền thống quê hương!",
    )

    assert [(duty.text, duty.unit, duty.certainty) for duty in duties] == [
        ("Treo băng rôn ở các ấp.", None, Certainty.LOW)
    ]


def test_a_list_of_members_tells_nobody_anything():
    body = (
        "Điều 1. Thành lập Tổ công tác gồm:\n1. Tổ trưởng: Phó Chủ tịch UBND xã.\n"
        "2. Các thành viên:\n- Đại diện Công an xã;\n- Trưởng các ấp.\n"
        "Điều 2. Nhiệm vụ của Tổ công tác\n1. Vận động người dân."
    )
    duties = duties_of(HEAD + "QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\nQUYẾT ĐỊNH:\n", body)

    assert told(duties) == [(["Vận", "động"], "Tổ công tác")]


def test_an_event_with_its_hour_and_place_is_no_duty_but_one_whom_somebody_is_to_hold_is():
    event = "II. NỘI DUNG\n1. Lễ phát động\n- Thời gian: 7 giờ ngày 24/02/2026.\n- Địa điểm: A."

    assert not duties_of(PLAN, event)
    (duty,) = duties_of(PLAN, event + "\n- Đơn vị thực hiện: Đoàn Thanh niên.")
    assert (duty.text, duty.unit) == ("Lễ phát động", "Đoàn Thanh niên")
    assert duty.deadline is not None


def test_who_is_asked_in_a_later_clause_does_not_do_what_the_first_says():
    body = "1. Đồng ý cho Phòng Y tế tổ chức lớp tập huấn; giao Phòng Kinh tế cân đối kinh phí."

    assert told(duties_of(NOTICE, body)) == [(["giao", "Phòng"], "Phòng Kinh tế")]
    same = "1. Rà soát các hộ còn khó khăn ở các ấp; giao Phòng Kinh tế chủ trì thực hiện."
    assert told(duties_of(NOTICE, same)) == [(["Rà", "soát"], "Phòng Kinh tế")]


def test_whoever_only_speaks_before_a_list_is_not_told_what_it_says():
    letter = HEAD.replace("5/KH", "5/UBND") + "Kính gửi: Các trường học.\n"
    guided = "UBND xã hướng dẫn các trường học thực hiện một số nội dung sau:\n1. Dạy bơi."
    assert units(letter, guided) == ["các trường học"]
    said = "Để phòng cháy, Ban Thường vụ Huyện ủy yêu cầu:\n1. Công an xã tuần tra."
    assert units(letter, said) == ["Công an xã"]


@pytest.mark.parametrize("entry", ["Lực lượng: 08 người.", "Chế độ làm việc: Kiêm nhiệm."])
def test_an_entry_of_figures_or_of_manner_is_no_duty(entry):
    assert not duties_of(PLAN, f"II. NHIỆM VỤ\n1. {entry}")


def test_what_a_paper_says_of_itself_tells_nobody_anything():
    assert not duties_of(NOTICE, "1. Thông báo này thay thế các thông báo trước đây./.")


def test_a_few_words_and_their_rhythm_are_one_duty():
    body = "III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng theo dõi; định kỳ tổng hợp, báo cáo UBND xã."

    assert [duty.recurrence for duty in duties_of(PLAN, body)] == ["định kỳ"]


def test_what_runs_into_its_heading_has_that_headings_label():
    body = "III. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Tuần tra.\n2. Trạm Y tế: Cử cán bộ."
    duties = duties_of(PLAN, body)

    assert [duty.label for duty in duties] == ["III.1.a", "III.2"]


def test_minutes_and_notices_tell_their_own_keeper_too():
    assert units(MINUTES, "III. KẾT LUẬN\n1. Phòng Y tế tham mưu kế hoạch kiểm tra.") == [
        "Phòng Y tế"
    ]


def test_a_conclusion_asks_in_the_same_breath_as_it_judges():
    duties = duties_of(
        NOTICE,
        "I. Đánh giá tình hình\n1. Thu ngân sách đạt 71%. Công an xã xử lý 12 vụ việc.\n"
        "2. Hai ấp còn chậm. Giao Phòng Kinh tế đôn đốc hằng tuần.",
    )

    assert [(duty.unit, duty.recurrence) for duty in duties] == [("Phòng Kinh tế", "hằng tuần")]


def test_what_is_still_to_be_done_may_stand_in_a_chapter_of_results():
    duties = duties_of(
        NOTICE,
        "I. Về tình hình tháng 8\n1. Kinh tế phục hồi.\n2. Nhiệm vụ tháng 9\n"
        "Các ấp tập trung thực hiện các nhiệm vụ sau:\n- Chuẩn bị khai giảng.\nII. Việc khác\n"
        "1. Thời tiết xấu.",
    )

    assert told(duties) == [(["Chuẩn", "bị"], "Các ấp")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ trưởng được sử dụng con dấu của UBND xã.",
        "Các thành viên làm việc theo chế độ kiêm nhiệm.",
        "Công an xã đã xử lý 12 vụ việc trong năm.",
        "Văn phòng thông báo để các ấp biết, thực hiện.",
    ],
)
def test_what_entitles_reports_or_informs_tells_nobody_to_act(sentence):
    assert not duties_of(PLAN, f"III. TỔ CHỨC THỰC HIỆN\n1. {sentence}")


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("định kỳ 06 tháng, 01 năm tổng hợp", "định kỳ 06 tháng, 01 năm"),
        ("phát 04 lần mỗi ngày", "04 lần mỗi ngày"),
        ("Báo cáo kết quả 6 tháng, năm", "6 tháng, năm"),
        ("chủ động, thường xuyên chỉ đạo", None),
        ("bố trí trong dự toán ngân sách nhà nước hằng năm", None),
        ("trong 6 tháng và năm 2026", None),
        ("Thường xuyên rà soát", "Thường xuyên"),
        ("giao ban hai tuần một lần tại trụ sở", "hai tuần một lần"),
        ("họp định kỳ 6 tháng một lần", "định kỳ 6 tháng một lần"),
        ("kiểm tra định kỳ 02 lần/năm", "định kỳ 02 lần/năm"),
        ("Hàng tuần, tháng báo cáo", "Hàng tuần, tháng"),
        ("Hằng năm, quý I tổ chức ra quân", "Hằng năm"),
        ("báo cáo theo quý", "theo quý"),
        ("phân bổ vốn theo quý", None),
        ("mở thêm chuyên mục, thường xuyên đưa tin", "thường xuyên"),
        ("phối hợp thật chặt chẽ, thường xuyên với các ấp", None),
    ],
)
def test_a_rhythm_is_told_from_a_manner_and_a_budget(words, phrase):
    assert recurrence_in(words) == phrase


def test_how_large_and_in_what_form_are_facts_that_ask_nobody():
    body = (
        "II. NỘI DUNG THỰC HIỆN\n1. Quy mô: Tổ chức ở từng ấp.\n2. Hình thức: Tổ chức trực tuyến.\n"
        "3. Nội dung: Thăm hỏi các hộ nghèo.\n4. Hình thức tuyên truyền mới: Treo cờ ở bến tàu."
    )

    assert [duty.label for duty in duties_of(PLAN, body)] == ["II.3", "II.4"]
