"""Documents that a text cites: the first citation in full, later ones joined to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.blocks import Header, Reference, Source
from haidang.text.understanding import understand
from haidang.text.understanding.boxes.references import references_of
from haidang.text.understanding.words.folded import fold

OPENING = (
    "Căn cứ Luật Biên phòng Việt Nam ngày 11 tháng 11 năm 2020;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;",
    (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/10/2023 của Ủy ban nhân dân tỉnh về việc "
        "thông tin đối ngoại, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:"
    ),
)


NOBODY = Header()


def cited_in(*texts, opening=0, header=NOBODY):
    return references_of([fold(text, [(0, len(text))]) for text in texts], opening, header)


def test_a_first_citation_tells_number_symbol_date_issuer_and_subject():
    law, decree, plan = (
        (r.kind, r.code, r.number, r.symbol, r.date, r.issuer, r.title)
        for r in cited_in(*OPENING, opening=3)
    )

    assert law == ("Luật", None, None, None, "2020-11-11", None, "Luật Biên phòng Việt Nam")
    assert decree == (
        "Nghị định", "30/2020/NĐ-CP", "30", "NĐ-CP", "2020-03-05", "Chính phủ",
        "về công tác văn thư",
    )  # fmt: skip
    assert plan == (
        "Kế hoạch", "12/KH-UBND", "12", "KH-UBND", "2023-10-02", "Ủy ban nhân dân tỉnh",
        "về việc thông tin đối ngoại",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("later", "code"),
    [
        ("Thực hiện theo Nghị định số 30/2020/NĐ-CP và báo cáo", "30/2020/NĐ-CP"),
        ("theo Nghị định số 30/2020", "30/2020/NĐ-CP"),
        ("quy định tại Nghị định 30.", "30/2020/NĐ-CP"),
        ("nhiệm vụ của Kế hoạch số 12 trên địa bàn", "12/KH-UBND"),
        ("phổ biến Luật Biên phòng Việt Nam cho Nhân dân", None),
        ("phổ biến Luật Biên phòng Việt Nam năm 2020", None),
    ],
)
def test_a_later_citation_is_joined_to_the_first(later, code):
    found = cited_in(*OPENING, later, opening=3)

    twice = [reference for reference in found if len(reference.citations) == 2]
    assert [reference.code for reference in twice] == [code]
    assert len(found) == 3
    assert all(reference.is_basis for reference in found)


def test_what_only_counts_or_names_itself_is_no_citation():
    own = Header(number="99", symbol="KH-UBND")
    texts = (
        "Kế hoạch 5 năm và Chương trình 10 điểm",
        "Kế hoạch 2024",
        "(Kèm theo Kế hoạch số 99/KH-UBND ngày 12/10/2023)",
        "Luật này, Nghị định này",
    )

    assert cited_in(*texts, header=own) == ()


def test_a_number_alone_is_a_document_where_it_is_called_one():
    plan, letter = cited_in("Thực hiện Kế hoạch số 12 và Công văn số 12.", "Kế hoạch 12")

    assert (plan.kind, plan.code, plan.symbol, len(plan.citations)) == ("Kế hoạch", "12", None, 2)
    assert (letter.kind, letter.code, len(letter.citations)) == ("Công văn", "12", 1)
    assert not plan.citations[0].is_whole


def test_a_short_citation_of_two_documents_is_joined_to_neither():
    found = cited_in(
        "Kế hoạch số 12/KH-UBND và Kế hoạch số 12/KH-SVHTT", "theo Kế hoạch số 12", "Kế hoạch 12"
    )

    assert [(r.code, len(r.citations)) for r in found] == [
        ("12/KH-UBND", 1),
        ("12/KH-SVHTT", 1),
        ("12", 1),
    ]


def test_two_laws_of_one_name_are_told_apart_by_their_numbers():
    found = cited_in(
        "Luật Báo chí năm 2016",
        "Căn cứ Luật Báo chí số 103/2016/QH13;",
        "Căn cứ Luật Báo chí số 126/2025/QH15;",
        "Luật Báo chí",
    )

    assert [(r.code, r.title, len(r.citations)) for r in found] == [
        ("103/2016/QH13", "Luật Báo chí", 2),
        ("126/2025/QH15", "Luật Báo chí", 1),
    ]


def test_a_law_without_a_name_has_no_title_of_its_own():
    (law,) = cited_in("Căn cứ Luật số 87/2025/QH15;")

    assert (law.kind, law.code, law.title) == ("Luật", "87/2025/QH15", None)


def test_references_stand_in_the_reading_with_their_places():
    text = "\n".join(
        ["KẾ HOẠCH\nNăm 2024\n", *OPENING, "", "I. NHIỆM VỤ", "- Theo Kế hoạch số 12."]
    )

    reading = understand(Source(text, "txt"))

    words = {r.kind: [text[c.start : c.end] for c in r.citations] for r in reading.references}
    assert words["Kế hoạch"] == ["Kế hoạch số 12/KH-UBND", "Kế hoạch số 12"]
    assert words["Nghị định"] == ["Nghị định số 30/2020/NĐ-CP"]
    bases = [basis.number for basis in reading.legal_bases]
    assert bases == [None, "30/2020/NĐ-CP", "12/KH-UBND"]


pieces = st.lists(
    st.sampled_from(
        "Căn cứ|Luật|Nghị định|Kế hoạch|số|12|30/2020|/NĐ-CP|/KH-UBND|-KL/TW|ngày 05/3/2020|năm|"
        "2024|của Chính phủ|về|Báo chí|;|,|.|và|Công văn|này".split("|")
    ),
    max_size=14,
).map(" ".join)


@given(st.lists(pieces | st.text(max_size=40), max_size=5))
def test_any_text_has_references_at_their_places(texts):
    text = "\n".join(texts)
    for reference in understand(Source(text, "txt")).references:
        assert isinstance(reference, Reference)
        assert reference.citations
        starts = [citation.start for citation in reference.citations]
        assert starts == sorted(starts)
        assert all(0 <= c.start < c.end <= len(text) for c in reference.citations)
