"""The single rules of the language, each on its own words."""

import doctest
import importlib
import pkgutil

import pytest

import haidang.text
from haidang.text.understanding.boxes.bases import is_basis
from haidang.text.understanding.boxes.issuer import issuer_of_lines, issuer_of_opening
from haidang.text.understanding.duties.actors import Voice, actor_of
from haidang.text.understanding.duties.clauses import cuts_of
from haidang.text.understanding.duties.roles import leads, mates_in
from haidang.text.understanding.paper.kinds import Kind, kind_of_section
from haidang.text.understanding.paper.markers import Rank, marker_of
from haidang.text.understanding.structure.labels import Labels
from haidang.text.understanding.structure.titles import unit_of_heading
from haidang.text.understanding.words import sentences
from haidang.text.understanding.words.folded import fold
from haidang.text.understanding.words.parties import split_units
from haidang.text.understanding.words.units import subject_of

VOICE = Voice("ỦY BAN NHÂN DÂN TỈNH X")


@pytest.mark.parametrize("package", ["haidang.text.reading", "haidang.text.understanding"])
def test_examples_in_docstrings_hold(package):
    folder = importlib.import_module(package)
    names = [package, *(f"{package}.{m.name}" for m in pkgutil.iter_modules(folder.__path__))]

    tried = [doctest.testmod(importlib.import_module(name)) for name in names]

    assert sum(result.failed for result in tried) == 0
    assert sum(result.attempted for result in tried) > 0
    public = ["Unreadable", "contract", "read", "secrecy_mark", "secrecy_mark_of"]
    assert haidang.text.__all__ == public


@pytest.mark.parametrize(
    ("words", "rank", "label"),
    [
        ("I. MỤC ĐÍCH", Rank.ROMAN, "I"),
        ("Phần thứ nhất", Rank.PART, "Phần thứ nhất"),
        ("Chương II. QUY ĐỊNH", Rank.CHAPTER, "Chương II"),
        ("Mục 1. CHUNG", Rank.GROUP, "Mục 1"),
        ("Điều 12. Hiệu lực", Rank.ARTICLE, "Điều 12"),
        ("1. Mục đích", Rank.NUMBER, "1"),
        ("2/ Yêu cầu", Rank.NUMBER, "2"),
        ("3. 100% các xã", Rank.NUMBER, "3"),
        ("1.2. Giao phòng", Rank.NUMBER_2, "1.2"),
        ("7.1 Tổng kết", Rank.NUMBER_2, "7.1"),
        ("1.2.3. Nhỏ", Rank.NUMBER_3, "1.2.3"),
        ("(2) Tổ chức", Rank.BRACKET, "2"),
        ("(iv). Sớm", Rank.BRACKET, "iv"),
        ("Hai là, giao", Rank.BRACKET, "2"),
        ("Thứ ba, các xã", Rank.BRACKET, "3"),
        ("đ) Kho", Rank.LETTER, "đ"),
        ("a. Thu thập", Rank.LETTER, "a"),
        ("a/. Tên", Rank.LETTER, "a"),
        ("b, Hội Phụ nữ", Rank.LETTER, "b"),
        ("a, b và c", Rank.NONE, ""),
        ("- Gạch", Rank.BULLET, "-"),
        ("+ Cộng", Rank.PLUS, "+"),
        ("24/KH-UBND của UBND", Rank.NONE, ""),
        ("2025 là năm", Rank.NONE, ""),
        ("1.939.211 kg", Rank.NONE, ""),
        ("Mục 6, Công văn", Rank.NONE, ""),
    ],
)
def test_a_mark_is_told_from_words(words, rank, label):
    marker = marker_of(words)

    assert (marker.rank, marker.label) == (rank, label)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Sở Xây dựng chủ trì, phối hợp rà soát", "Sở Xây dựng"),
        ("Các Bộ: Quốc phòng, Công an chủ động chỉ đạo", "Các Bộ: Quốc phòng, Công an"),
        (
            "Văn phòng Ban chỉ đạo phòng thủ dân sự theo dõi sát",
            "Văn phòng Ban chỉ đạo phòng thủ dân sự",
        ),
        ("Căn cứ Kế hoạch này, các sở, ngành xây dựng kế hoạch", "các sở, ngành"),
        (
            "Các cơ quan được phân công chủ trì nhiệm vụ có trách nhiệm lập dự toán",
            "Các cơ quan được phân công chủ trì nhiệm vụ",
        ),
        ("Đơn vị quản lý hồ sơ rà soát", "Đơn vị quản lý hồ sơ"),
        ("Sở Tài chính, trên cơ sở đề xuất của các đơn vị, chủ trì tổng hợp", "Sở Tài chính"),
        (
            "Các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành",
            "Các tổ chức, cá nhân có liên quan",
        ),
        (
            "Trường hợp là người đứng đầu đơn vị thì cơ quan, đơn vị cấp trên xem xét",
            "cơ quan, đơn vị cấp trên",
        ),
        ("Rà soát các sở", None),
        ("Ban hành kế hoạch", None),
        ("Tổ trưởng là Chủ tịch xã, thực hiện", None),
    ],
)
def test_the_subject_of_a_clause_is_the_unit_that_acts(text, unit):
    subject = subject_of(text)

    assert (text[subject.start : subject.end] if subject else None) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Giao Sở Tư pháp theo dõi, đôn đốc", "Sở Tư pháp"),
        ("Ủy ban nhân dân tỉnh yêu cầu các sở nghiêm túc thực hiện", "các sở"),
        ("Chủ tịch Ủy ban nhân dân tỉnh đề nghị các đơn vị phối hợp", "các đơn vị"),
        ("Ủy ban nhân dân tỉnh đề nghị Bộ Tài chính xem xét hỗ trợ", None),
        ("Ủy ban nhân dân tỉnh tổ chức họp", None),
        ("theo văn bản đã giao Sở Tư pháp theo dõi", None),
        ("Sở Tư pháp đã thực hiện xong", None),
    ],
)
def test_who_is_asked_acts_and_who_asks_does_not(text, unit):
    actor = actor_of(text, 0, len(text), VOICE)

    assert (actor.unit if actor else None) == unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Phòng Văn hóa và Thông tin huyện", "Phòng Văn hóa và Thông tin huyện"),
        ("Giao Công an Thành phố", "Công an Thành phố"),
        ("Đề nghị: Hiệp hội Doanh nghiệp tỉnh", "Hiệp hội Doanh nghiệp tỉnh"),
        ("Nhiệm vụ của Tổ tiếp dân, xử lý đơn:", "Tổ tiếp dân, xử lý đơn"),
        ("Chỉ huy trưởng Ban Chỉ huy Quân sự xã:", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã"),
        ("Tổ chức thực hiện", None),
        ("Sở Tài chính bố trí kinh phí cho các xã", None),
        ("Bộ tiêu chí đánh giá", None),
        ("Hội nghị tập huấn", None),
    ],
)
def test_a_heading_may_name_a_unit(title, unit):
    assert unit_of_heading(title) == unit


def test_a_heading_of_a_section_of_tasks_names_its_unit_to_the_end():
    title = "Các Sở, ngành chủ trì các dự án"

    assert unit_of_heading(title) is None
    assert unit_of_heading(title, whole=True) == title


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("phối hợp với Thuế tỉnh, Sở Công Thương triển khai", ("Thuế tỉnh", "Sở Công Thương")),
        (
            "phối hợp với các sở, ngành, địa phương liên quan báo cáo",
            ("các sở, ngành, địa phương liên quan",),
        ),
        (
            "phối hợp với các Sở: Tài chính, Kế hoạch và Đầu tư rà soát",
            ("các Sở: Tài chính, Kế hoạch và Đầu tư",),
        ),
        ("phối hợp chặt chẽ với Công an xã trong việc", ("Công an xã",)),
        (
            "phối hợp với các cơ quan tuyên truyền về biển, đảo.",
            ("các cơ quan tuyên truyền về biển, đảo",),
        ),
        ("phối hợp kiểm tra việc thi hành", ()),
    ],
)
def test_who_helps_is_read_as_written(words, units):
    assert mates_in(words) == units


def test_units_in_a_column_are_parted_before_a_committee():
    assert split_units("Các sở, ngành có liên quan và UBND các xã", columns=True) == (
        "Các sở, ngành có liên quan",
        "UBND các xã",
    )


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Chủ trì, phối hợp rà soát", True),
        ("là cơ quan đầu mối, chủ trì tham mưu", True),
        ("chủ trì cuộc họp", False),
        ("gửi cơ quan chủ trì soạn thảo", False),
        ("báo cáo các Bộ trung ương chủ trì dự án", False),
    ],
)
def test_leading_is_told_from_chairing_and_describing(words, answer):
    assert leads(words) is answer


def test_a_paragraph_is_cut_where_a_clause_has_its_own_unit_date_or_rhythm():
    text = (
        "Công an xã rà soát danh sách; các ấp báo cáo kết quả. Tăng cường tuần tra, xong trong "
        "quý II năm 2026. Hằng năm, xây dựng kế hoạch. Chủ trì, phối hợp với Đồn Biên phòng "
        "tập huấn. Thời gian hoàn thành trước ngày 05/12/2025."
    )

    cuts = [text[cut.begin : cut.end].split()[0:2] for cut in cuts_of(text, 0, None, VOICE)]

    assert cuts == [
        ["Công", "an"],
        ["các", "ấp"],
        ["Tăng", "cường"],
        ["Hằng", "năm,"],
        ["Chủ", "trì,"],
    ]


def test_sections_below_a_working_heading_go_on_working():
    assert kind_of_section("Đánh giá hộ nghèo", Kind.DIRECTION) is Kind.DIRECTION
    assert kind_of_section("Hiện trạng", Kind.DIRECTION) is Kind.RESULTS
    assert kind_of_section("Yêu cầu", Kind.PURPOSE_AND_REQUIREMENT) is Kind.REQUIREMENT
    assert kind_of_section("ĐỀ CƯƠNG BÁO CÁO", None) is Kind.FORM
    assert kind_of_section("Khó khăn", None) is Kind.RESULTS


def test_labels_never_repeat():
    labels = Labels()

    given = [
        labels.give(["II"]),
        labels.give(["II"], "5"),
        labels.give(["II"]),
        labels.give(["II"], "5"),
    ]
    assert given == ["II.1", "II.5", "II.6", "II.5.a"]
    assert labels.give(["III", "1", "1.2"]) == "III.1.2.a"


def test_folded_words_lead_back_to_the_source():
    source = "**Số:**\n 99\u200b /KH"
    folded = fold(source, [(0, len(source))])

    assert folded.text == "Số: 99 /KH"
    assert source[slice(*folded.span(4, 6))] == "99"
    assert fold("", []).at(3) == 0


def test_sentences_end_at_stops_that_are_no_abbreviation():
    text = "Xong... Làm ở TP. Huế. (Gấp!) Ông. A đến… Hết./. Nơi"

    parts = sentences.sentence_starts(text)

    assert [text[start : start + 4] for start in parts] == [
        "Xong",
        "Làm ",
        "(Gấp",
        "Ông.",
        "Hết.",
        "Nơi",
    ]


def test_the_issuer_is_put_together_from_its_lines():
    assert issuer_of_lines(["ỦY BAN MTTQ VIỆT NAM", "XÃ A", "BAN THƯỜNG TRỰC"]) == (
        "ỦY BAN MTTQ VIỆT NAM XÃ A",
        "BAN THƯỜNG TRỰC",
    )
    assert issuer_of_lines(["không", "A", "KHÁC"]) == (None, None)
    assert issuer_of_opening("Theo đề nghị. Sở Y tế ban hành Kế hoạch") == "Sở Y tế"
    assert issuer_of_opening("Không có ai.") is None


def test_letters_of_firms_are_no_legal_bases():
    assert is_basis("Căn cứ Luật Báo chí năm 2016;")
    assert not is_basis("Ủy ban nhân dân xã ban hành Kế hoạch số 1/KH-UBND")
