"""Which unit or group one name means: outright, nearly, or nobody."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haidang.orgs import commands as orgs
from haidang.orgs.models import UnitKind
from haidang.orgs.naming import name_key
from haidang.plans.meaning import CERTAIN
from haidang.plans.recognition import Gazetteer, Why
from tests.makers import make_authority, make_unit

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 1, 1)


@pytest.fixture
def authority():
    made = make_authority()
    UnitKind.objects.filter(code="xa").update(name="xã")
    UnitKind.objects.create(code="phuong", name="phường", rank=4)
    return made


@pytest.fixture
def gazetteer(authority):
    return Gazetteer(authority.district, DAY)


def meant(gazetteer, phrase):
    """The one thing that a phrase means for certain."""
    (part,) = gazetteer.resolve(phrase)
    return part.thing


def likely(gazetteer, phrase):
    (part,) = gazetteer.resolve(phrase)
    return part.best, part.is_certain, part.candidates[0].why


@pytest.mark.parametrize(
    "phrase",
    [
        "phòng Văn hoá – Thông tin huyện",
        "PHÒNG VĂN HÓA VÀ THÔNG TIN HUYỆN",
        "Phòng Văn hóa - Thông tin",
        "Phòng Văn hóa và Thông tin huyện Thử",
        "Phòng Văn hóa và Thông tin (VH&TT) huyện",
        "Phòng VH&TT",
        "Phòng VHTT huyện",
        "P. VH-TT",
        "PHÒNG VHTT",
        "Trưởng phòng Văn hóa và Thông tin",
        "các Phòng Văn hóa và Thông tin",
    ],
)
def test_one_office_is_known_by_every_way_of_writing_it(authority, gazetteer, phrase):
    assert meant(gazetteer, phrase) == authority.office


@pytest.mark.parametrize(
    "phrase",
    [
        "UBND các xã, thị trấn",
        "Uỷ ban nhân dân các xã - thị trấn trên địa bàn huyện",
        "UBND các xã",
        "UBND các xã, phường",
        "UBND xã, phường",
        "UBND cấp xã",
        "UBND 3 xã",
        "UBND các xã thuộc huyện Thử",
    ],
)
def test_one_group_is_known_by_the_kinds_of_its_members(authority, gazetteer, phrase):
    assert meant(gazetteer, phrase) == authority.group


@pytest.mark.parametrize(
    "phrase", ["UBND huyện", "Ủy ban nhân dân huyện Thử", "Chủ tịch UBND huyện"]
)
def test_an_authority_may_leave_its_own_name_out(authority, gazetteer, phrase):
    assert meant(gazetteer, phrase) == authority.district


def test_a_unit_is_known_by_its_area_where_no_other_has_it(authority, gazetteer):
    assert meant(gazetteer, "xã Thử 2") == authority.communes[1]


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("Phòng Văn hóa và Thônh tin huyện", Why.NEAR),
        ("Phong Van hoa va Thong tin huyen", Why.BARE),
        ("Phong Van hoa - Thong tin", Why.BARE),
    ],
)
def test_a_near_name_is_proposed_and_never_taken_for_certain(authority, gazetteer, phrase, why):
    assert likely(gazetteer, phrase) == (authority.office, False, why)


@pytest.mark.parametrize(
    "phrase", ["Sở Tài chính", "xã Thử 9", "UBND xã", "UBND 7 xã", "Phòng VT", "Đảng ủy các xã"]
)
def test_what_is_unknown_stays_a_phrase(gazetteer, phrase):
    (part,) = gazetteer.resolve(phrase)

    assert (part.thing, part.best, part.is_generic) == (None, None, False)


def test_nothing_is_meant_by_no_words(gazetteer):
    assert [gazetteer.resolve(phrase) for phrase in ("", " ", "–, ;")] == [(), (), ()]
    assert gazetteer.candidates("") == ()


def test_a_name_that_two_units_bear_is_nobody_and_offers_both(authority):
    twins = [make_unit("Trạm Y tế", kind="tram", parent=authority.district) for _ in range(2)]

    (part,) = Gazetteer(authority.district, DAY).resolve("Trạm Y tế")

    assert part.best is None
    assert [(one.thing, one.sure) for one in part.candidates] == [(unit, 50) for unit in twins]


def test_letters_that_fit_two_names_are_nobody(authority):
    make_unit("Trạm Thủy nông", kind="tram", parent=authority.district)
    make_unit("Trạm Thông ngôn", kind="tram", parent=authority.district)

    (part,) = Gazetteer(authority.district, DAY).resolve("Trạm TN")

    assert part.best is None
    assert {one.why for one in part.candidates} == {Why.LETTERS}


def test_a_deputy_is_offered_the_unit_and_not_given_it(authority, gazetteer):
    (part,) = gazetteer.resolve("PCT UBND huyện")

    assert part.best is None
    assert (part.candidates[0].thing, part.candidates[0].why) == (authority.district, Why.POST)


def test_some_of_the_kinds_of_a_group_offer_it(authority):
    make_unit("thị trấn Thử", kind="thi-tran", parent=authority.district)
    UnitKind.objects.filter(code="thi-tran").update(name="thị trấn")

    (part,) = Gazetteer(authority.district, DAY).resolve("UBND các thị trấn, xã")

    assert part.best is None
    assert (part.candidates[0].thing, part.candidates[0].why) == (authority.group, Why.GROUP)


def test_units_of_others_are_nobody(authority):
    make_unit("Trạm của người khác", kind="tram")

    (part,) = Gazetteer(authority.district, DAY).resolve("Trạm của người khác")

    assert part.candidates == ()


def replaced(authority, olds, news, on=dt.date(2020, 1, 1), how="merge"):
    old = [make_unit(name, kind="tram", parent=authority.district) for name in olds]
    new = [make_unit(name, kind="tram", parent=authority.district) for name in news]
    orgs.replace_units(predecessors=old, successors=new, on=on, how=how, by=None)
    return old, new


def test_an_old_name_means_the_unit_that_took_over(authority):
    _, (heir,) = replaced(authority, ["Trạm Bờ", "Trạm Bãi"], ["Trạm Biển"])

    assert likely(Gazetteer(authority.district, DAY), "Trạm Bãi") == (heir, False, Why.FORMER)


def test_an_old_name_is_followed_through_several_reforms(authority):
    _, (middle,) = replaced(authority, ["Trạm Cũ"], ["Trạm Giữa"])
    heir = make_unit("Trạm Nay", kind="tram", parent=authority.district)
    orgs.replace_units(
        predecessors=[middle], successors=[heir], on=dt.date(2022, 1, 1), how="rename", by=None
    )

    assert likely(Gazetteer(authority.district, DAY), "Trạm Cũ")[0] == heir


def test_a_unit_that_was_split_has_no_one_heir(authority):
    _, heirs = replaced(authority, ["Trạm Chung"], ["Trạm Đông", "Trạm Tây"], how="split")

    (part,) = Gazetteer(authority.district, DAY).resolve("Trạm Chung")

    assert part.best is None
    assert {one.thing for one in part.candidates} == set(heirs)


def test_before_a_reform_the_old_name_is_the_name(authority):
    (old,), _ = replaced(authority, ["Trạm Xưa"], ["Trạm Sau"], on=dt.date(2024, 7, 1))

    assert meant(Gazetteer(authority.district, DAY), "Trạm Xưa") == old


def test_candidates_are_the_likeliest_names(authority, gazetteer):
    first = gazetteer.candidates("Phòng Văn hóa, Thể thao và Thông tin")[0]

    assert (first.thing, first.why, first.key) == (
        authority.office,
        Why.NEAR,
        f"u{authority.office.pk}",
    )
    assert (str(first), 60 <= first.sure < 80) == (str(authority.office), True)
    assert gazetteer.candidates("zzz") == ()
    assert gazetteer.candidates("UBND các xã")[0].key == f"g{authority.group.pk}"


def test_a_gazetteer_asks_as_much_of_a_large_authority_as_of_a_small_one(
    authority, django_assert_num_queries
):
    for size in (0, 3):
        replaced(authority, [f"Trạm Cũ {size}"], [f"Trạm Mới {size} {n}" for n in range(size + 1)])
        with django_assert_num_queries(8):
            Gazetteer(authority.district, DAY).resolve("Phòng VHTT, UBND các xã và Trạm Lạ")


OFFICE = "Phòng Văn hóa và Thông tin huyện"


@given(
    spaces=st.lists(st.sampled_from([" ", "  ", "\t", "\xa0"]), min_size=6, max_size=6),
    joining=st.sampled_from(["và", "-", "–", "&", ",", ""]),
    form=st.sampled_from(["NFC", "NFD", "NFKC"]),
    change=st.sampled_from([str, str.upper, str.lower, str.title]),
    old_tones=st.booleans(),
)
def test_no_way_of_typing_a_name_hides_it(spaces, joining, form, change, old_tones):
    words = ["Phòng", "Văn", "hoá" if old_tones else "hóa", joining, "Thông", "tin", "huyện"]
    typed = "".join(word + space for word, space in zip(words, [*spaces, ""], strict=True))

    assert name_key(unicodedata.normalize(form, change(typed))) == name_key(OFFICE)


UNASKED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
ANY = settings(suppress_health_check=UNASKED, max_examples=150)


@pytest.mark.promise("N2")
@ANY
@given(phrase=st.text(max_size=60) | st.text("ửỦyxãthPòngUBNDVHT&,;và 123", max_size=60))
def test_any_phrase_has_a_meaning_and_says_how_sure_it_is(gazetteer, phrase):
    for part in gazetteer.resolve(phrase):
        sure = [one.sure for one in part.candidates]
        assert sure == sorted(sure, reverse=True)
        assert all(0 < one <= 100 for one in sure)
        assert part.thing is None or (sure[0] >= CERTAIN and sure.count(sure[0]) == 1)
        assert not (part.is_generic and part.candidates)


@pytest.mark.promise("N2")
@ANY
@given(at=st.integers(0, len(OFFICE) - 1), letter=st.sampled_from("abcdeghiklmnopqrstuvxy"))
def test_a_name_with_one_wrong_letter_is_never_certain(authority, gazetteer, at, letter):
    typed = OFFICE[:at] + letter + OFFICE[at + 1 :]

    things = [part.thing for part in gazetteer.resolve(typed)]

    assert things == [authority.office] if name_key(typed) == name_key(OFFICE) else not any(things)


def test_a_name_that_is_taught_is_known_from_then_on(authority):
    assert meant(Gazetteer(authority.district, DAY), "Phòng Đối ngoại") is None

    orgs.add_alias(text="Phòng Đối ngoại", unit=authority.office, by=None)

    (part,) = Gazetteer(authority.district, DAY).resolve("phòng đối ngoại")
    assert (part.thing, part.candidates[0].why) == (authority.office, Why.ALIAS)
