"""Taking apart a phrase that names several units, groups, and whoever is concerned."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.orgs import commands as orgs
from haidang.orgs.models import UnitKind
from haidang.plans.meaning import Candidate, Meaning, Why
from haidang.plans.phrases import parts_of
from haidang.plans.recognition import Gazetteer
from haidang.plans.stretches import is_generic
from tests.makers import make_authority, make_unit

DAY = dt.date(2024, 1, 1)
OFFICES = ("Phòng Tài chính - Kế hoạch", "Phòng Nội vụ", "Phòng Y tế", "Trạm Khuyến nông, Thú y")


@pytest.fixture
def authority(db):
    made = make_authority()
    UnitKind.objects.filter(code="xa").update(name="xã")
    for name in OFFICES:
        make_unit(name, kind="phong", parent=made.district)
    orgs.add_group(
        name="các phòng, ban, ngành huyện",
        parent=made.district,
        kinds=UnitKind.objects.filter(code="phong"),
        by=None,
        aliases=["các phòng, ban, ngành"],
    )
    return made


@pytest.fixture
def resolve(authority):
    gazetteer = Gazetteer(authority.district, DAY)
    return lambda phrase: [
        "?" + part.words
        if part.thing is None and not part.is_generic
        else "*" + part.words
        if part.is_generic
        else str(part.thing)
        for part in gazetteer.resolve(phrase)
    ]


CULTURE = "Phòng Văn hóa và Thông tin huyện"
COMMUNES = "Ủy ban nhân dân các xã, thị trấn"


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("Phòng Nội vụ, Phòng Y tế", ["Phòng Nội vụ", "Phòng Y tế"]),
        ("Phòng Nội vụ, Phòng Y tế và UBND các xã, thị trấn", [*OFFICES[1:3], COMMUNES]),
        ("Các phòng, ban, ngành huyện; UBND các xã", ["các phòng, ban, ngành huyện", COMMUNES]),
        ("UBND các xã, thị trấn; các phòng, ban, ngành", [COMMUNES, "các phòng, ban, ngành huyện"]),
        ("Phòng Tài chính – Kế hoạch và Phòng Y tế huyện", [OFFICES[0], OFFICES[2]]),
        ("Trạm Khuyến nông, Thú y, Phòng Nội vụ", [OFFICES[3], "Phòng Nội vụ"]),
        ("Phòng Văn hóa và Thông tin cùng với Phòng Nội vụ", [CULTURE, "Phòng Nội vụ"]),
        ("Phòng Nội vụ, Y tế", ["Phòng Nội vụ", "Phòng Y tế"]),
        ("các Phòng: Nội vụ, Tài chính - Kế hoạch, Y tế", [OFFICES[1], OFFICES[0], OFFICES[2]]),
        ("UBND xã Thử 1, Thử 3", ["UBND xã Thử 1", "UBND xã Thử 3"]),
        ("Phòng NV, Phòng TC-KH", ["?Phòng NV", OFFICES[0]]),
        (
            "Phòng Nội vụ và các cơ quan, đơn vị có liên quan",
            ["Phòng Nội vụ", "*các cơ quan, đơn vị có liên quan"],
        ),
        ("các đơn vị, địa phương liên quan", ["*các đơn vị, địa phương liên quan"]),
        ("Công an xã Lạ và các đơn vị liên quan", ["?Công an xã Lạ", "*các đơn vị liên quan"]),
        ("Phòng Y tế, Trạm Lạ, Đồn Xa", ["Phòng Y tế", "?Trạm Lạ", "?Đồn Xa"]),
        ("các Phòng: Y tế, Lạ; Phòng Nội vụ", ["Phòng Y tế", "?Lạ", "Phòng Nội vụ"]),
        ("Các Bộ: Xa, Nội vụ", ["?Xa, Nội vụ"]),
        ("các phòng, đơn vị liên quan, Phòng Y tế", ["*các phòng, đơn vị liên quan", OFFICES[2]]),
        ("Các phòng, ban, ngành cấp huyện", ["các phòng, ban, ngành huyện"]),
        ("UBND các huyện", ["?UBND các huyện"]),
        ("chính quyền địa phương, đoàn thể cấp xã", ["*chính quyền địa phương, đoàn thể cấp xã"]),
        ("Phòng Y tế, Tài chính - Kế hoạch", [OFFICES[2], OFFICES[0]]),
        ("Trạm, Y tế", ["?Trạm, Y tế"]),
        ("Phòng Nội vụ\n+ Phòng Y tế", ["Phòng Nội vụ", "Phòng Y tế"]),
    ],
)  # fmt: skip
def test_each_thing_named_is_one_part(resolve, phrase, named):
    assert resolve(phrase) == named


def test_a_part_tells_its_place_and_what_it_may_be(authority):
    phrase = "Phòng Nội vụ và Phòng Y tê"

    _, part = Gazetteer(authority.district, DAY).resolve(phrase)

    assert (phrase[part.start : part.end], part.words) == ("Phòng Y tê", "Phòng Y tê")
    assert (str(part.best), part.thing) == ("Phòng Y tế", None)
    assert (part.candidates[0].sure, part.candidates[0].why) == (85, Why.NEAR)


@pytest.mark.parametrize("words", ["các ngành", "các tổ chức, cá nhân", "Các xã liên quan"])
def test_words_that_name_nobody_are_generic(words):
    assert is_generic(words)


@pytest.mark.parametrize("words", ["", "các sở", "Công an xã Lạ và các đơn vị liên quan"])
def test_words_that_name_somebody_are_not(words):
    assert not is_generic(words)


class Letters:
    """Knows things by single letters; "a, b" together is a name of its own."""

    known = frozenset({"a", "b", "c", "a, b", "b và c"})

    def told(self, phrase):
        return (Candidate(phrase, 100, Why.NAME),) if phrase in self.known else ()

    def likely(self, phrase):
        return (Candidate(phrase, 80, Why.NEAR),) if phrase == "d" else ()

    def continued(self, known, words):
        return ()


def test_the_cut_that_knows_most_with_fewest_names_counts():
    assert [part.words for part in parts_of("a, b, c", Letters())] == ["a, b", "c"]
    assert [part.words for part in parts_of("a, b và c", Letters())] in (
        ["a, b", "c"],
        ["a", "b và c"],
    )
    assert [part.words for part in parts_of("x, b và c", Letters())] == ["x", "b và c"]


@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "X y", "các ngành"]), max_size=8),
    st.sampled_from([", ", "; ", " và ", "/", " ,, "]),
)
def test_parts_stand_in_order_and_leave_out_nothing_but_what_joins(words, joining):
    phrase = joining.join(words)

    parts = parts_of(phrase, Letters())

    ends = [0, *(part.end for part in parts)]
    assert all(end <= part.start < part.end for end, part in zip(ends, parts, strict=False))
    assert all(phrase[part.start : part.end] == part.words for part in parts)
    between = "".join(phrase[end : part.start] for end, part in zip(ends, parts, strict=False))
    assert set(between + phrase[ends[-1] :]) <= set(joining)
    for part in parts:
        assert part.thing is None or part.words in Letters.known


def test_more_names_than_anybody_lists_are_left_as_they_are():
    phrase = ", ".join(["x"] * 99 + ["a"])

    parts = parts_of(phrase, Letters())

    assert (parts[0].start, parts[-1].end) == (0, len(phrase))
    assert not any(part.thing for part in parts)


@given(st.text(max_size=200))
def test_any_words_at_all_have_parts(phrase):
    parts = parts_of(phrase, Letters())

    assert all(isinstance(part, Meaning) and part.words in phrase for part in parts)
