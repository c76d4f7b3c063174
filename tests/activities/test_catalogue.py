import pytest

from haidang.activities.commands import load_catalogue
from haidang.activities.enums import Channel
from haidang.activities.models import Indicator, Kind, Measure
from haidang.errors import NotAllowed
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers import make_user

pytestmark = pytest.mark.django_db


def test_load_catalogue_makes_fourteen_indicators_in_order():
    indicators = load_catalogue()

    codes = "1.1 1.2 1.3 2.1 2.2 3.1 3.2 3.3 4.1 4.2 5.1 5.2 6.1 6.2"
    assert " ".join(row.code for row in indicators) == codes
    assert list(Indicator.objects.all())[:14] == indicators
    assert Indicator.objects.count() == 38
    assert Indicator.objects.get(code="1.2").divisor == 60
    assert {row.code for row in indicators if row.language == "km"} == {"1.3", "3.3"}


def test_load_catalogue_asks_each_kind_for_its_quantities():
    load_catalogue()

    kinds = Kind.objects.all()[:7]
    asked = {kind.code: {m.code for m in kind.measures.all()} for kind in kinds}

    assert asked == {
        "radio": {"sessions", "minutes"},
        "article": {"items", "files"},
        "talk": {"sessions", "attendances"},
        "contest": {"events", "attendances"},
        "visual": {"pieces", "sheets"},
        "promotion": {"items"},
        "overseas": {"attendances"},
    }


def test_load_catalogue_twice_keeps_what_was_edited():
    load_catalogue()
    Measure.objects.filter(code="minutes").update(name="Thời lượng")
    Kind.objects.get(code="radio").measures.set(["minutes"])

    load_catalogue()

    assert Measure.objects.get(code="minutes").name == "Thời lượng"
    assert [m.code for m in Kind.objects.get(code="radio").measures.all()] == ["minutes"]
    assert Entry.objects.filter(event="load_catalogue").count() == 1


def test_every_indicator_adds_a_measure_that_its_kind_asks_for():
    load_catalogue()
    for indicator in Indicator.objects.all():
        for kind in indicator.kinds.all():
            assert indicator.measure in kind.measures.all(), indicator


def test_load_catalogue_refuses_people_who_set_nothing_up():
    with pytest.raises(NotAllowed):
        load_catalogue(by=make_user(Role.DRAFTER))

    assert not Indicator.objects.exists()


def test_the_starting_catalogue_has_every_form_of_grass_roots_information():
    load_catalogue()

    assert set(Kind.objects.exclude(form="").values_list("form", flat=True)) == set(Channel.values)


def test_load_catalogue_twice_asks_little_and_leaves_retired_rows(django_assert_num_queries):
    load_catalogue()
    Kind.objects.filter(code="board").update(is_retired=True)

    with django_assert_num_queries(6):
        load_catalogue()

    assert Kind.objects.get(code="board").is_retired
    assert not Kind.objects.in_use().filter(code="board").exists()
