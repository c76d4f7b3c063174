"""The prose of units put together: nothing lost, same words once, each with its sources (N12)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.reporting.official.narrative import called, gathered, names_of
from haidang.reporting.official.saying import alike, as_written, key_of, paragraphs_of, sayings_of
from haidang.reporting.sheet import Sheet

LOUD = "Thiết bị loa truyền thanh xuống cấp, chưa có kinh phí sửa chữa."


def unit(pk, *lines, name="", sources=None):
    return {
        "id": pk,
        "short_name": f"UBND xã {name or pk}",
        "area": f"xã {name or pk}",
        "report": pk + 100,
        "figures": {},
        "prose": {"8": "\n".join(lines)},
        **({"sources": {"8": sources}} if sources else {}),
    }


def sheet(*units, chosen=None):
    return Sheet({"units": list(units), **({"chosen": {"8": chosen}} if chosen else {})})


def passages(*units, chosen=None):
    found = gathered(sheet(*units, chosen=chosen), 8).passages
    return [(called(names_of(one.statements[0])), one.text) for one in found]


def test_the_same_words_stand_once_with_all_who_said_so_and_come_first():
    said = passages(
        unit(1, "Đã tổ chức tốt.", name="A"),
        unit(2, LOUD, name="B"),
        unit(3, f"- {LOUD.upper()[:1]}{LOUD[1:-1]} ;", name="C"),
    )

    assert said == [("các xã B, C", LOUD), ("xã A", "Đã tổ chức tốt.")]


def test_only_signs_capitals_and_tone_places_make_no_difference():
    assert key_of("Hoà bình, ổn định.") == key_of("  hòa bình, ổn  định;")
    assert key_of("Có 12 loa") != key_of("Có 13 loa")
    assert key_of("Thiếu loa") != key_of("Không thiếu loa")


def test_the_sentences_that_two_share_are_parted_from_the_rest_of_each():
    said = passages(
        unit(1, f"{LOUD} Đã thay 12 loa.", name="A"), unit(2, f"{LOUD} Xin 5 loa.", name="B")
    )

    assert said == [
        ("các xã A, B", LOUD),
        ("xã A", "Đã thay 12 loa."),
        ("xã B", "Xin 5 loa."),
    ]


def test_a_sentence_that_leans_on_another_is_never_parted_from_it():
    said = passages(unit(1, f"{LOUD} Do đó dân nghe không rõ.", name="A"), unit(2, LOUD, name="B"))

    assert ("xã A", f"{LOUD} Do đó dân nghe không rõ.") in said
    assert ("xã B", LOUD) in said


def test_what_says_nearly_the_same_stands_together_and_whole():
    near = "Thiết bị loa truyền thanh xuống cấp, vẫn chưa có kinh phí sửa chữa."
    rows = gathered(
        sheet(
            unit(1, LOUD), unit(2, "Có 3 tổ tuyên truyền."), unit(3, near), unit(4, "Có đủ người.")
        ),
        8,
    ).passages

    texts = [(one.text, one.near) for one in rows]
    assert texts.index((near, True)) == texts.index((LOUD, False)) + 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("có kinh phí sửa chữa loa", "không có kinh phí sửa chữa loa"),
        ("đã thay 12 loa truyền thanh", "đã thay 13 loa truyền thanh"),
        ("thiếu loa", "thiếu loa"),
    ],
)
def test_other_numbers_denials_and_few_words_are_never_nearly_the_same(one, other):
    assert not alike(key_of(one), key_of(other))


def test_weight_is_the_number_of_units_and_then_of_figures():
    said = passages(
        unit(1, "Một việc.", "Họp ngày 21/05/2024, 22/5.", "2 pa nô, 5 buổi.", name="A"),
        unit(2, "Một việc.", name="B"),
    )

    assert [text for _, text in said] == [
        "Một việc.",
        "2 pa nô, 5 buổi.",
        "Họp ngày 21/05/2024, 22/5.",
    ]


def test_every_statement_names_the_paragraph_and_what_the_unit_wrote_it_from():
    behind = [{"kind": "activity", "id": "x", "label": "Buổi nói chuyện"}]
    row = {"paragraph": 9, "text": "Đã nói chuyện ở chùa.", "sources": behind}
    (passage,) = gathered(sheet(unit(1, "", "Đã nói chuyện ở chùa.", sources=[row])), 8).passages

    (source,) = passage.statements[0].sources
    assert (source.report, source.paragraph, source.sentence) == (101, 1, 1)
    assert source.behind == tuple(behind)


def test_suggested_is_what_every_unit_took_from_the_system_and_nobody_typed():
    behind = [{"kind": "figure", "id": 1, "label": "1.1 Buổi phát thanh: 61"}]
    row = {"paragraph": 1, "text": "Đã phát 61 buổi.", "sources": behind}
    taken = unit(1, "Đã phát 61 buổi.", "Loa hỏng.", sources=[row])

    found = gathered(sheet(taken), 8)
    both = gathered(sheet(taken, unit(2, "Đã phát 61 buổi.")), 8)

    assert found.suggested == (keys(taken)["Đã phát 61 buổi."],)
    assert both.suggested == ()  # a unit typed the same


def keys(*units):
    return {
        one.text: one.key
        for passage in gathered(sheet(*units), 8).passages
        for one in passage.statements
    }


def test_what_a_person_left_out_is_not_in_the_draft_and_listed_with_the_reason():
    units = (unit(1, LOUD, name="A"), unit(2, "Đã xong.", name="B"))
    chosen = {"left_out": {keys(*units)[LOUD]: {"reason": "Đã sửa loa"}}}

    found = gathered(sheet(*units, chosen=chosen), 8)

    assert [one.text for one in found.passages] == ["Đã xong."]
    assert [(one.text, why["reason"]) for one, why in found.left_out] == [(LOUD, "Đã sửa loa")]


def test_what_a_person_merged_stands_in_the_others_words_with_its_own_source():
    units = (unit(1, LOUD, name="A"), unit(2, "Loa hỏng, chưa có tiền sửa.", name="B"))
    named = keys(*units)
    chosen = {"merged": {named["Loa hỏng, chưa có tiền sửa."]: named[LOUD]}}

    (passage,) = gathered(sheet(*units, chosen=chosen), 8).passages

    assert called(names_of(passage.statements[0])) == "các xã A, B"
    assert [one.text for one in passage.statements[0].merged] == ["Loa hỏng, chưa có tiền sửa."]


def test_a_merge_into_words_that_do_not_stand_is_no_merge():
    units = (unit(1, LOUD, name="A"), unit(2, "Đã xong.", name="B"))
    named = keys(*units)
    circle = {named[LOUD]: named["Đã xong."], named["Đã xong."]: named[LOUD]}

    assert len(passages(*units, chosen={"merged": circle})) == 2
    assert len(passages(*units, chosen={"merged": {named[LOUD]: "gone"}})) == 2


def test_the_order_of_a_person_comes_before_the_weight():
    units = (unit(1, LOUD, name="A"), unit(2, LOUD, "Đã xong.", name="B"))
    named = keys(*units)

    said = passages(*units, chosen={"order": [named["Đã xong."], named[LOUD]]})

    assert [text for _, text in said] == ["Đã xong.", LOUD]


def test_units_are_named_by_kind_and_many_are_counted():
    assert called(["xã A", "thị trấn B", "xã C"]) == "các xã A, C; thị trấn B"
    assert called(["Đồn Biên phòng"]) == "Đồn Biên phòng"
    assert called([f"xã {n}" for n in "ABCDEF"], most=4) == "các xã A, B, C; 3 đơn vị khác"


def test_marks_of_the_writer_in_a_units_words_are_only_words():
    assert as_written("+ Xem [[9|/so/1/]] **đậm**") == "Xem [ [9|/so/1/]] * *đậm* *"


WORDS = st.sampled_from(
    "Thiếu loa Đã họp Do đó không chưa 12 buổi 13 TP. v.v. Hoà hòa - + * ; … ./. [[x|/so/1]] "
    "**".split()
)
LINES = st.lists(WORDS, max_size=14).map(" ".join)
STOPS = st.lists(st.tuples(LINES, st.sampled_from([". ", "; ", "\n", "! ", ""])), max_size=5)
PROSE = STOPS.map(lambda parts: "".join(line + stop for line, stop in parts))


def words(texts):
    return re.findall(r"\w+", " ".join(texts))


@pytest.mark.promise("N12")
@given(st.lists(PROSE, max_size=5), st.randoms(use_true_random=False))
def test_every_sentence_of_every_unit_is_in_the_draft_or_listed_with_where(texts, chance):
    """Lời của mọi đơn vị: mỗi câu có trong dự thảo, hoặc được kê rõ đã gộp, để ngoài ở đâu."""
    units = [unit(pk, text) for pk, text in enumerate(texts, 1)]
    named = list(keys(*units).values())
    chosen = {
        "left_out": {key: {"reason": "x"} for key in named if chance.random() < 0.2},
        "merged": {key: chance.choice(named) for key in named if chance.random() < 0.3},
        "order": chance.sample(named, len(named) // 2),
    }

    found = gathered(sheet(*units, chosen=chosen), 8)

    shown = [one for passage in found.passages for one in passage.statements]
    told = {}
    for one in [*shown, *(row for row, _ in found.left_out)]:
        for source in (*one.sources, *one.merged):
            place = (source.unit, source.paragraph, source.sentence)
            assert place not in told
            told[place] = source.text
            assert source in one.merged or key_of(source.text) == one.said
    for pk, text in enumerate(texts, 1):
        own = [told[place] for place in sorted(told) if place[0] == pk]
        assert own == [one.text for one in sayings_of(text)]
        assert words(own) == words(paragraphs_of(text))


@pytest.mark.promise("N12")
@given(st.lists(PROSE, max_size=4))
def test_nothing_stands_in_the_draft_that_no_unit_wrote(texts):
    """Dự thảo không có câu nào mà không đơn vị nào viết; mỗi câu có ít nhất một nguồn."""
    units = [unit(pk, text) for pk, text in enumerate(texts, 1)]
    written = {key_of(one.text) for text in texts for one in sayings_of(text)}

    for passage in gathered(sheet(*units), 8).passages:
        for statement in passage.statements:
            assert statement.said in written
            assert statement.sources
    assert {
        one.said for p in gathered(sheet(*units), 8).passages for one in p.statements
    } == written


def test_the_order_of_units_changes_no_words():
    units = [unit(1, LOUD, "Đã xong."), unit(2, LOUD), unit(3, "Đã xong. Xin 5 loa.")]

    texts = [
        sorted(one.text for one in gathered(sheet(*order), 8).passages)
        for order in (units, units[::-1])
    ]

    assert texts[0] == texts[1]
