"""A question that was put into SQL once answers as the question itself does."""

import datetime as dt

import pytest
from django.db.models import Q

from haidang import clock
from haidang.activities.models import Activity
from haidang.orgs.models import Unit
from haidang.prepared import counted, number, prepared
from tests.at_once import at_once
from tests.makers import make_unit
from tests.makers.activities import make_activity

pytestmark = pytest.mark.django_db


@prepared
def _units(names, day):
    begun = Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))
    return Unit.objects.filter(begun, name__in=names).select_related("kind").order_by("name")


@prepared
def _named(path, *, few=False):
    found = Unit.objects.filter(path__startswith=path).order_by("name")
    return found.values_list("name", flat=True)[: 1 if few else None]


@prepared
def _moments(pk, since):
    return Activity.objects.filter(pk=pk, logged_at__gte=since).prefetch_related("quantities")


@pytest.fixture
def units():
    return [make_unit(f"xã 100% {at}") for at in range(3)]


def test_rows_are_counted_in_the_database(units, django_assert_num_queries):
    @prepared
    def how_many(path):
        return counted(Unit.objects.filter(path__startswith=path))

    with django_assert_num_queries(2):
        assert number(how_many(units[1].path)) == 1
        assert number(how_many("nowhere")) == 0


def test_each_time_it_is_asked_with_the_values_given_then(units, django_assert_num_queries):
    day, names = dt.date(2024, 11, 25), [unit.name for unit in units]

    with django_assert_num_queries(4):
        assert _units(names, day) == units
        assert _units(names[1:], day) == units[1:]
        assert _units([], day) == []
        assert _units(names, dt.date(1900, 1, 1)) == []


def test_what_was_joined_is_not_asked_again(units, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert _units([units[0].name], dt.date(2024, 11, 25))[0].kind.name


def test_what_decides_its_shape_makes_another_question(units):
    assert _named(units[0].path) == [units[0].name]
    assert _named("") == [unit.name for unit in Unit.objects.order_by("name")]
    assert _named("", few=True) == _named("")[:1]


@pytest.mark.django_db(transaction=True)
def test_threads_that_come_and_go_do_not_build_it_again():
    built = []

    @prepared
    def named(path):
        built.append(path)
        return Unit.objects.filter(path__startswith=path).values_list("name", "valid_from")

    make_unit("xã Một")
    here = named("")
    assert [at_once(lambda: named("")) for _ in range(2)] == [[here], [here]]

    assert ("xã Một" in str(here), len(built)) == (True, 1)


def test_it_is_asked_of_the_rows_that_stand_there_now(units):
    before = _named("")
    units[0].name = "UBND phường %s"
    units[0].save()

    assert sorted(before) != sorted(_named(""))
    assert "UBND phường %s" in _named("")


def test_moments_and_long_keys_are_given_as_the_database_keeps_them(entry):
    just = entry.logged_at

    assert _moments(entry.pk, just) == [entry]
    assert _moments(entry.pk, just + dt.timedelta(microseconds=1)) == []


def test_rows_that_come_along_are_fetched_too(entry, django_assert_num_queries):
    with django_assert_num_queries(2):
        (found,) = _moments(entry.pk, entry.logged_at)
        assert found.quantities.all()


def test_a_question_that_is_kept_may_not_know_the_day():
    @prepared
    def question(unit):
        return Unit.objects.on(clock.today()).filter(pk=unit)

    with pytest.raises(LookupError):
        question(1)
    assert clock.today()


@pytest.fixture
def entry():
    return make_activity(make_unit())
