import datetime as dt

import pytest

from haidang.broadcast import commands
from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.models import Part, Recording, Template, Week
from haidang.broadcast.part_facts import PartFacts, part_facts
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.at_once import at_once
from tests.makers.broadcast import MONDAY, make_part, make_slot, make_station, maker_of
from tests.makers.bulletins import lay_recording, make_bulletin, make_recording
from tests.makers.newsroom import make_newsroom
from tests.makers.orgs import make_user
from tests.system import needs

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
NEXT = MONDAY + 7 * DAY
needs_sound = needs("ffmpeg", "ffmpeg")


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = MONDAY


def order(slot, on=MONDAY):
    return [part.title for part in Part.objects.filter(slot=slot, on=on).order_by("ordinal")]


def names(refusal):
    return [issue.name for issue in refusal.value.issues]


def test_add_part_follows_what_is_there():
    slot = make_slot(make_station())
    make_part(slot, title='Tin\r\n"sáng"')
    make_part(slot, title="Nhạc")

    assert order(slot) == ['Tin "sáng"', "Nhạc"]
    assert Week.objects.get().version == 2


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"title": " "}, "no_title"),
        ({"kind": "x"}, "no_kind"),
        ({"language": "xx"}, "no_language"),
        ({"seconds": None}, "no_length"),
        ({"seconds": 0}, "no_length"),
        ({"seconds": 86_401}, "no_length"),
        ({"relay": "https://vov.vn/x"}, "no_relay"),
        ({"kind": ProgrammeKind.RELAY, "relay": "file:///etc/passwd"}, "no_relay"),
        ({"title": "TỐI MẬT"}, "secrecy_mark"),
    ],
)
def test_add_part_refuses_what_is_no_programme(wrong, name):
    slot = make_slot(make_station())

    with pytest.raises(Incomplete) as refusal:
        make_part(slot, **wrong)
    assert names(refusal) == [name]
    assert not Week.objects.exists()


def test_add_part_refuses_other_people_times_and_crammed_sittings():
    slot, other = make_slot(make_station(), weekdays="1"), make_slot(make_station(), name="Khác")
    facts = PartFacts(kind="music", title="x", seconds=1)

    with pytest.raises(NotAllowed):
        make_part(slot, by=make_user(Role.EDITOR))
    asked = {"station": slot.station, "by": maker_of(slot.station), "facts": facts}
    for wrong, name in [
        ({"slot": other, "on": MONDAY}, "other_station"),
        ({"slot": slot, "on": MONDAY + DAY}, "not_that_day"),
        ({"slot": slot, "on": MONDAY + 700 * DAY}, "far_day"),
    ]:
        with pytest.raises(Incomplete) as refusal:
            commands.add_part(**asked, **wrong)
        assert names(refusal) == [name]
    week = make_part(slot).week
    Part.objects.bulk_create(
        Part(week=week, slot=slot, on=MONDAY, ordinal=n, kind="music", title="x", seconds=1)
        for n in range(2, 41)
    )
    with pytest.raises(Incomplete) as refusal:
        make_part(slot)
    assert names(refusal) == ["crammed"]


@needs_sound
def test_add_part_takes_title_length_and_language_of_its_bulletin():
    room = make_newsroom()
    slot = make_slot(make_station(room.author))
    bulletin = make_bulletin(room, "Bản tin sáng")
    part = make_part(
        slot,
        by=room.author,
        kind="bulletin",
        bulletin=bulletin,
        title="",
        seconds=None,
        language="km",
    )

    assert (part.title, part.language) == ("Bản tin sáng", "vi")
    assert 2 <= part.seconds <= 3


@needs_sound
def test_add_part_refuses_sound_of_others_and_words_that_nobody_cleared():
    room = make_newsroom()
    bulletin, sound = make_bulletin(room), Recording.objects.first()
    own, far = make_slot(make_station(room.author)), make_slot(make_station(name="Xa"))
    for slot, wrong, said in [
        (own, {"kind": "notice", "recording": sound}, ["not_cleared"]),
        (own, {"kind": "music", "bulletin": bulletin}, ["no_bulletin"]),
        (
            own,
            {"kind": "music", "bulletin": bulletin, "recording": sound},
            ["two_sounds", "no_bulletin", "not_cleared"],
        ),
        (far, {"kind": "bulletin", "bulletin": bulletin}, ["other_bulletin"]),
        (far, {"kind": "tune", "recording": sound}, ["other_recording", "not_cleared"]),
    ]:
        with pytest.raises(Incomplete) as refusal:
            make_part(slot, **wrong)
        assert names(refusal) == said
    tune = lay_recording(room.unit, room.author, "Nhạc hiệu", content=b"tune")
    assert make_part(own, by=room.author, kind="tune", recording=tune).recording == tune
    with pytest.raises(Incomplete) as refusal:
        make_part(own, by=room.author, kind="tune", recording=sound)
    assert names(refusal) == ["not_cleared"]


def test_change_part_refuses_who_comes_late_and_says_what_changed():
    slot = make_slot(make_station())
    part, by = make_part(slot), maker_of(slot.station)
    facts = PartFacts(kind="music", title="Dân ca", seconds=600)
    commands.change_part(part=part, facts=facts, by=by, seen=1)

    with pytest.raises(Overtaken) as late:
        commands.change_part(part=part, facts=facts, by=by, seen=1)
    assert "T2 25/11, Sáng: Văn nghệ (15') → Dân ca (10')" in late.value.message
    with pytest.raises(Incomplete):
        commands.change_part(part=part, facts=PartFacts(kind="music"), by=by)


def test_move_part_within_its_sitting_and_to_another():
    station = make_station()
    morning, evening = make_slot(station), make_slot(station, "17:00", name="Chiều", weekdays="1")
    a, b, c = (make_part(morning, title=title) for title in "ABC")
    by = maker_of(station)
    commands.move_part(part=c, slot=morning, on=MONDAY, ordinal=1, by=by)
    assert order(morning) == ["C", "A", "B"]

    commands.move_part(part=a, slot=evening, on=MONDAY, by=by)
    assert (order(morning), order(evening)) == (["C", "B"], ["A"])
    assert list(Part.objects.filter(slot=morning).values_list("ordinal", flat=True)) == [1, 2]
    for slot, on, name in [
        (evening, MONDAY + DAY, "not_that_day"),
        (morning, NEXT, "other_week"),
    ]:
        with pytest.raises(Incomplete) as refusal:
            commands.move_part(part=b, slot=slot, on=on, by=by)
        assert names(refusal) == [name]


def test_drop_part_closes_the_row_and_happens_once():
    slot = make_slot(make_station())
    first, _ = make_part(slot, title="A"), make_part(slot, title="B")
    by = maker_of(slot.station)
    commands.drop_part(part=Part.objects.get(pk=first.pk), by=by, seen=2)

    assert order(slot) == ["B"]
    with pytest.raises(WrongState):
        commands.drop_part(part=first, by=by)


def test_copy_week_fills_what_is_empty_and_leaves_the_rest():
    station = make_station()
    slot, by = make_slot(station), maker_of(station)
    make_part(slot, title="A"), make_part(slot, MONDAY + DAY, title="B", seconds=60)
    make_part(slot, NEXT, title="Đã xếp")
    commands.copy_week(station=station, source=MONDAY, monday=NEXT, by=by, seen=1)

    assert order(slot, NEXT) == ["Đã xếp"]
    assert order(slot, NEXT + DAY) == ["B"]
    with pytest.raises(WrongState):  # nothing is empty any more
        commands.copy_week(station=station, source=MONDAY, monday=NEXT, by=by)
    with pytest.raises(WrongState):
        commands.copy_week(station=station, source=NEXT + 7 * DAY, monday=NEXT, by=by)
    with pytest.raises(Overtaken):
        commands.copy_week(station=station, source=MONDAY, monday=NEXT, by=by, seen=1)
    with pytest.raises(Incomplete):
        commands.copy_week(station=station, source=MONDAY, monday=NEXT + DAY, by=by)


def test_copy_week_finds_hours_that_were_set_anew_by_their_name():
    station = make_station()
    old, by = make_slot(station), maker_of(station)
    make_part(old, title="A")
    commands.end_slot(slot=old, on=NEXT - DAY, by=by)
    new = make_slot(station, "05:30", valid_from=NEXT)
    commands.copy_week(station=station, source=MONDAY, monday=NEXT, by=by)

    assert order(new, NEXT) == ["A"]


@needs_sound
def test_copy_week_leaves_bulletins_and_sound_that_is_given_up_behind():
    room = make_newsroom()
    slot = make_slot(make_station(room.author))
    facts = {"kind": "bulletin", "bulletin": make_bulletin(room), "by": room.author}
    make_part(slot, title="Tin", **facts)
    sound, gone = (
        make_recording(room.unit, room.author, name, seconds=n)
        for name, n in (("Nhạc", 3), ("Cũ", 4))
    )
    for one in (sound, gone):
        make_part(slot, MONDAY + DAY, kind="music", recording=one, by=room.author)
    commands.retire_recording(recording=gone, by=room.author)
    commands.copy_week(station=slot.station, source=MONDAY, monday=NEXT, by=room.author)

    rows = Part.objects.filter(week__monday=NEXT).order_by("on", "ordinal")
    assert [(row.title, row.bulletin, row.recording) for row in rows] == [
        ("Tin", None, None),
        ("Văn nghệ", None, sound),
        ("Văn nghệ", None, None),
    ]


def test_save_template_and_use_template_make_weeks_again():
    station = make_station()
    slot, by = make_slot(station), maker_of(station)
    with pytest.raises(WrongState):
        commands.save_template(station=station, monday=MONDAY, name="x", by=by)
    make_part(slot, MONDAY + 2 * DAY, title="A", seconds=90)
    with pytest.raises(Incomplete):
        commands.save_template(station=station, monday=MONDAY, name="\n", by=by)
    template = commands.save_template(station=station, monday=MONDAY, name="Thường", by=by)
    assert commands.save_template(station=station, monday=MONDAY, name="Thường", by=by) == template
    commands.use_template(template=template, monday=NEXT, by=by)

    made = Part.objects.get(week__monday=NEXT)
    assert (made.on, part_facts(made).seconds) == (NEXT + 2 * DAY, 90)


def test_use_template_refuses_other_people():
    station = make_station()
    make_part(make_slot(station))
    by = maker_of(station)
    template = commands.save_template(station=station, monday=MONDAY, name="Thường", by=by)

    with pytest.raises(NotAllowed):
        commands.use_template(template=template, monday=NEXT, by=make_user(Role.EDITOR))


def test_drop_template_leaves_the_weeks():
    station = make_station()
    make_part(make_slot(station))
    by = maker_of(station)
    template = commands.save_template(station=station, monday=MONDAY, name="Thường", by=by)
    commands.drop_template(template=template, by=by)

    assert (Template.objects.count(), Part.objects.count()) == (0, 1)


@pytest.mark.django_db(transaction=True)
def test_two_people_at_one_week_do_not_write_over_each_other():
    slot = make_slot(make_station())
    week, by = make_part(slot).week, maker_of(slot.station)
    facts = {"by": by, "seen": week.version}
    said = at_once(*(lambda n=n: make_part(slot, title=f"N{n}", **facts) for n in range(3)))

    assert [type(one) for one in said].count(Overtaken) == 2
    assert len(order(slot)) == 2
