"""Taking the log of a player (promise N22): nothing lost, nothing doubled."""

from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from haidang.broadcast.commands import take_aired
from haidang.broadcast.log_lines import Unreadable, read_line
from haidang.broadcast.models import Aired, Fault
from tests.makers.airing import a_line, a_part, a_player, a_release, a_station

pytestmark = pytest.mark.django_db


def a_week():
    station = a_station()
    part = a_part(station.slots.first())
    return a_player(station), a_release(station, [part]), part


def test_take_aired_keeps_a_line_once_however_often_it_comes():
    player, release, part = a_week()
    line = a_line(part, release=release)

    for _ in range(3):
        assert take_aired(player, [line, line]) == [UUID(line["id"])]

    kept = Aired.objects.get()
    assert (kept.release, kept.part, kept.seconds) == (release, "p1", Decimal("900.000"))
    assert (kept.player, kept.station, kept.how) == (player, player.station, "player")


def test_take_aired_keeps_the_first_word_of_a_line_that_comes_changed():
    player, release, part = a_week()
    line = a_line(part, release=release)
    take_aired(player, [line])

    take_aired(player, [line | {"seconds": 5.0}])

    assert Aired.objects.get().seconds == 900


def test_take_aired_loses_no_line_of_a_copied_card():
    player, release, part = a_week()
    line = a_line(part, release=release)
    other = a_player(a_station(name="Trạm khác", unit=player.station.unit))

    assert take_aired(player, [line]) == take_aired(other, [line]) == take_aired(other, [line])

    assert sorted(Aired.objects.values_list("player", flat=True)) == [player.pk, other.pk]


def test_take_aired_keeps_what_it_cannot_read_as_a_fault_once():
    player, *_ = a_week()
    bad = a_line() | {"seconds": "dài"}

    for _ in range(2):
        assert take_aired(player, [bad, {"id": "không"}, "chữ", None]) == [UUID(bad["id"])]

    assert Aired.objects.count() == 0
    assert "không rõ số giây" in Fault.objects.get().words


def test_take_aired_knows_a_release_by_either_hash_and_only_of_its_own_station():
    player, release, part = a_week()
    elsewhere = a_station(name="Nơi khác", unit=player.station.unit)
    foreign = a_release(elsewhere, [part])

    take_aired(player, [a_line(part, release=release), a_line(part, release=foreign)])

    assert set(Aired.objects.values_list("release", flat=True)) == {release.pk, None}


def test_take_aired_gives_nothing_back_for_nothing():
    player, *_ = a_week()

    assert take_aired(player, []) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"seconds": float("nan")},
        {"seconds": -1},
        {"seconds": 10**9},
        {"seconds": True},
        {"started_at": "hôm qua"},
        {"started_at": "2026-11-23T05:00:00"},
        {"started_at": "1970-01-01T00:00:00+00:00"},
        {"started_at": "9999-12-31T23:59:59-10:00"},
        {"started_at": None},
    ],
)
def test_a_line_that_does_not_say_what_was_aired_is_unreadable(wrong):
    with pytest.raises(Unreadable):
        read_line(a_line() | wrong)


def test_a_line_says_why_it_was_broken_off_and_why_it_was_not_aired():
    cut = read_line(a_line(missed="emergency", seconds=12.3456))
    strange = read_line(a_line(seconds=0, missed="chuột cắn dây"))
    silent = read_line(a_line(seconds=0))

    assert (cut.seconds, cut.missed, cut.note) == (Decimal("12.346"), "", "nhường tin khẩn")
    assert (strange.missed, strange.note) == ("other", "chuột cắn dây")
    assert (silent.missed, silent.note) == ("fault", "máy ghi 0 giây")


def test_a_line_is_kept_in_words_that_the_database_holds():
    line = read_line(
        a_line(title="Tin\x00\n" + "x" * 300, kind="lạ", language="fr", sha256="Z" * 64, note=None)
    )

    assert line.title.startswith("Tin xxx")
    assert (len(line.title), line.kind, line.language) == (200, "notice", "vi")
    assert (line.sha256, line.note) == ("", "")


def test_many_lines_cost_few_statements(django_assert_max_num_queries):
    player, release, part = a_week()
    lines = [a_line(part, release=release, id=str(uuid4())) for _ in range(200)]

    with django_assert_max_num_queries(8):
        assert len(take_aired(player, lines)) == 200
