"""The calendar of the demonstration: what was confirmed, what waits, what was given out for it."""

import datetime as dt

import pytest

from haidang.occasions.queries import year_of
from haidang.orgs.models import User
from haidang.plans.models import OccasionTask

pytestmark = [pytest.mark.usefixtures("accounts"), pytest.mark.promise("N24")]


def test_one_festival_is_confirmed_and_the_others_are_provisional():
    district = User.objects.get(username="chuyenvien").seat
    festivals = [day for day in year_of(district, 2024) if day.occasion.needs_confirmation]

    assert {day.occasion.key: (str(day.on), day.certainty) for day in festivals} == {
        "chol-chnam-thmay": ("2024-04-13", "tạm tính"),
        "visak-bochea": ("2024-05-22", "tạm tính"),
        "sene-dolta": ("2024-10-01", "tạm tính"),
        "ok-om-bok": ("2024-11-15", "chắc chắn"),
    }


def test_the_festival_of_the_place_is_in_the_year_of_its_communes():
    commune = User.objects.get(username="mylong").seat
    (festival,) = [day for day in year_of(commune, 2024) if day.occasion.owner_id]

    assert (festival.on, festival.until) == (dt.date(2024, 6, 15), dt.date(2024, 6, 17))


def test_a_task_for_border_day_rests_on_the_plan_s_own_words():
    started = OccasionTask.objects.get()

    assert started.occasion.key == "bien-phong-toan-dan"
    assert "năm tròn, năm chẵn" in started.task.text
    assert started.task.assignments.count() == 2
