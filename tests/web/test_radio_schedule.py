import datetime as dt

import pytest
from django.urls import reverse

from haidang import clock
from haidang.broadcast.commands import confirm_music, save_template
from haidang.broadcast.models import Part, Release, Slot, Station, Template, Week
from haidang.orgs.enums import Role
from tests.makers import make_user
from tests.makers.broadcast import (
    MONDAY,
    make_part,
    make_release,
    make_slot,
    make_station,
    maker_of,
)
from tests.makers.bulletins import lay_recording

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
NEXT = MONDAY + dt.timedelta(days=7)
TYPED = {"kind": "music", "language": "vi", "title": "Dân ca", "seconds": "10:30"}


@pytest.fixture
def slot():
    return make_slot(make_station())


@pytest.fixture
def desk(client, slot):
    """The browser of who makes the station's weeks."""
    client.force_login(maker_of(slot.station))
    return client


def page(client, path, **query):
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode()


def post(client, to, /, *args, query="", **typed):
    return client.post(f"{reverse(to, args=args)}?{query}", typed)


def test_radio_shows_what_is_free_over_and_full(desk, slot):
    make_part(slot, minutes=30), make_part(slot, MONDAY + dt.timedelta(1), minutes=32)
    shown = page(desk, "/phat-thanh/")

    for words in ("Đủ 30&#x27;", "Vượt 2&#x27;", "Còn trống 30&#x27;", "1 khung giờ vượt"):
        assert words in shown
    assert "tuần 48 (25/11 – 01/12/2024) · 1 giờ 2 phút trên 3 giờ 30 phút" in shown
    assert 'aria-current="page">Nội dung' in shown or "Nội dung" in shown


def test_radio_shows_weeks_of_others_without_what_changes_them(client, slot):
    part = make_part(slot)
    client.force_login(make_user(unit=slot.station.unit))
    shown = page(client, "/phat-thanh/")

    assert "Văn nghệ" in shown
    for words in ("Xếp chương trình", "Sao chép tuần trước", "Phát hành bản"):
        assert words not in shown
    assert "Chuyển chỗ" not in page(client, f"/phat-thanh/xep/{part.pk}/")
    assert client.get("/phat-thanh/xep/").status_code == 403


def test_radio_hides_stations_of_others(client, slot):
    part, release = make_part(slot), make_release(slot.station)
    client.force_login(make_user(*Role, unit=None))
    client.force_login(make_user(Role.EDITOR))
    paths = [f"/phat-thanh/?dai={slot.station.pk}", f"/phat-thanh/xep/{part.pk}/"]
    paths += [f"/phat-thanh/ban/{release.pk}/", f"/phat-thanh/in/?ban={release.pk}"]
    paths += [f"/phat-thanh/dai/{slot.station.pk}/", f"/phat-thanh/khung/{slot.pk}/"]

    assert [client.get(path).status_code for path in paths] == [404] * len(paths)
    assert "Chưa có đài nào" in page(client, "/phat-thanh/")


@pytest.mark.parametrize("day", ["x", "0001-01-01", "9999-12-31", "2024-11-27", ""])
def test_radio_takes_any_day_that_is_asked_for(desk, day):
    page(desk, "/phat-thanh/", tuan=day)
    page(desk, "/phat-thanh/in/", tuan=day)


def test_radio_asks_as_often_however_full_the_week_is(desk, slot, count_queries):
    evening = make_slot(slot.station, "17:00", name="Chiều")
    make_part(slot), make_release(slot.station)
    few = [count_queries(desk, path) for path in ("/phat-thanh/", "/phat-thanh/in/")]
    for ahead in range(7):
        for one in (slot, evening):
            make_part(one, MONDAY + dt.timedelta(ahead), minutes=5)
    make_release(slot.station)

    assert [count_queries(desk, path) for path in ("/phat-thanh/", "/phat-thanh/in/")] == few


def test_add_part_takes_the_time_that_was_pressed(desk, slot):
    sitting = f"{slot.pk}:2024-11-26"
    form = page(desk, "/phat-thanh/xep/", khung=sitting)
    assert f'value="{sitting}" selected' in form

    response = post(desk, "add-part", **TYPED, sitting=sitting, seen="0")
    assert response["Location"] == f"/phat-thanh/?dai={slot.station.pk}&tuan=2024-11-25"
    row = Part.objects.get()
    assert (row.on, row.seconds, row.title) == (dt.date(2024, 11, 26), 630, "Dân ca")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"seconds": "15 phút"}, "Ghi số phút, ví dụ 15 hoặc 15:30."),
        ({"seconds": ""}, "Ghi thời lượng, ví dụ 15 phút."),
        ({"title": ""}, "Ghi tên chương trình."),
        ({"sitting": "1:1"}, "sitting"),
        ({"relay": "ftp://x"}, "Nguồn tiếp âm"),
    ],
)
def test_add_part_says_what_is_wrong_beside_it(desk, slot, wrong, said):
    typed = TYPED | {"sitting": f"{slot.pk}:2024-11-25"} | wrong
    response = post(desk, "add-part", **typed)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Part.objects.exists()


def test_add_part_keeps_what_was_typed_when_somebody_was_faster(desk, slot):
    make_part(slot)
    typed = TYPED | {"sitting": f"{slot.pk}:2024-11-25"}
    response = post(desk, "add-part", **typed, seen="0")

    shown = response.content.decode()
    assert response.status_code == 422
    assert "T2 25/11, Sáng: chưa có → Văn nghệ (15&#x27;)" in shown
    assert 'value="Dân ca"' in shown
    assert 'name="seen" value="1"' in shown


def test_part_is_changed_moved_and_dropped(desk, slot):
    part, other = make_part(slot), make_part(slot, title="Sau")
    assert "15" in page(desk, f"/phat-thanh/xep/{part.pk}/")
    assert post(desk, "part", part.pk, **TYPED, seen="2").status_code == 302
    moved = {"sitting": f"{slot.pk}:2024-11-25", "ordinal": "1", "seen": "3"}
    assert post(desk, "move-part", other.pk, **moved).status_code == 302
    assert [row.title for row in Part.objects.order_by("ordinal")] == ["Sau", "Dân ca"]
    late = post(desk, "move-part", other.pk, **moved)
    assert (late.status_code, "Bạn vừa sửa ở trang khác" in late.content.decode()) == (422, True)
    assert post(desk, "part", part.pk, **TYPED | {"title": ""}).status_code == 422
    assert post(desk, "drop-part", part.pk, seen="1").status_code == 409
    assert post(desk, "drop-part", part.pk, seen="4").status_code == 302
    assert [row.title for row in Part.objects.all()] == ["Sau"]


def test_weeks_are_copied_and_made_from_templates(desk, slot):
    make_part(slot)
    asked = f"dai={slot.station.pk}&tuan=2024-12-02"
    assert post(desk, "copy-radio-week", query=asked, seen="0").status_code == 302
    assert Part.objects.filter(week__monday=NEXT).count() == 1
    assert post(desk, "save-radio-template", query=asked, name="Thường").status_code == 302
    template = Template.objects.get()
    later = asked.replace("12-02", "12-09")
    assert "Thường" in page(desk, f"/phat-thanh/?{later}")
    assert post(desk, "use-radio-template", query=later, template=template.pk).status_code == 302
    assert Week.objects.count() == 3
    dropped = post(desk, "use-radio-template", query=later, template=template.pk, drop="1")
    assert (dropped.status_code, Template.objects.count()) == (302, 0)
    assert post(desk, "use-radio-template", query=later, template="x").status_code == 404


def test_a_week_that_is_full_says_so_on_its_page_and_stays(desk, slot):
    make_part(slot)
    asked = f"dai={slot.station.pk}&tuan=2024-12-02"
    save_template(station=slot.station, monday=MONDAY, name="Thường", by=maker_of(slot.station))
    post(desk, "copy-radio-week", query=asked, seen="0")
    filled = list(Part.objects.values())

    template = Template.objects.get().pk
    for act, typed in (("copy-radio-week", {}), ("use-radio-template", {"template": template})):
        answer = post(desk, act, query=asked, seen="1", **typed)
        assert answer["Location"] == f"/phat-thanh/?{asked}"
        assert "Không còn khung giờ trống nào" in page(desk, f"/phat-thanh/?{asked}")
    late = post(desk, "copy-radio-week", query=asked, seen="0")
    assert "Xem lại rồi làm tiếp" in desk.get(late["Location"]).content.decode()
    assert list(Part.objects.values()) == filled


def test_a_week_is_offered_for_release_where_a_release_would_say_something_new(desk, slot):
    make_part(slot)
    asked = f"/phat-thanh/?dai={slot.station.pk}&tuan=2024-11-25"
    offered = "Phát hành bản số"
    assert f"{offered} 1" in page(desk, asked)
    make_release(slot.station)
    released = page(desk, asked)
    assert "Không có gì để phát hành thêm" in released
    assert offered not in released
    unit, by = slot.station.unit, maker_of(slot.station)
    sound = lay_recording(unit, by, "Nhạc", is_for_filling=True, rights="Đài")
    confirm_music(recording=sound, by=make_user(Role.EDITOR, unit=unit))
    filled = page(desk, asked)
    assert "nhạc phát khi trống đã đổi" in filled
    assert f"{offered} 2" in filled
    make_release(slot.station)
    assert offered not in page(desk, asked)
    make_part(slot, title="Mới thêm")
    assert f"{offered} 3" in page(desk, asked)


def test_a_week_that_is_over_is_not_offered_for_release(desk, slot):
    make_part(slot)

    with clock.as_if(clock.at(MONDAY + dt.timedelta(days=7), 1)):
        shown = page(desk, "/phat-thanh/", dai=slot.station.pk, tuan="2024-11-25")

    assert "Phát hành bản số" not in shown


def test_release_week_leads_to_what_was_released_and_names_what_changed(desk, slot):
    make_part(slot)
    asked = f"dai={slot.station.pk}&tuan=2024-11-25"
    response = post(desk, "release-week", query=asked, seen="1")
    first = Release.objects.get()
    assert response["Location"] == f"/phat-thanh/ban/{first.pk}/"
    assert "Lịch không khác bản số 1" in page(desk, f"/phat-thanh/?{asked}")
    make_part(slot, title="Mới thêm")
    assert "1 thay đổi chưa phát hành" in page(desk, f"/phat-thanh/?{asked}")
    post(desk, "release-week", query=asked, seen="2")
    second = Release.objects.get(number=2)

    shown = page(desk, f"/phat-thanh/ban/{second.pk}/")
    assert "T2 25/11, 5h15: thêm Mới thêm (15&#x27;)" in shown
    assert "Mới thêm" not in page(desk, f"/phat-thanh/ban/{first.pk}/")
    assert "bản số 1, phát hành" in page(desk, f"/phat-thanh/in/?ban={first.pk}")


def test_release_week_says_late_people_what_changed(desk, slot):
    make_part(slot), make_part(slot)
    asked = f"dai={slot.station.pk}&tuan=2024-11-25"

    assert post(desk, "release-week", query=asked, seen="1").status_code == 409
    assert desk.get(f"/phat-thanh/phat-hanh/?{asked}").status_code == 302


def test_stations_are_added_with_their_hours(desk, slot):
    typed = {"name": "Cụm loa Ấp Một", "kind": "cluster", "within": slot.station.pk}
    response = post(desk, "stations", **typed, languages=["vi"])
    cluster = Station.objects.get(name="Cụm loa Ấp Một")
    assert response["Location"] == f"/phat-thanh/dai/{cluster.pk}/"
    hours = {"name": "Chiều", "starts_at": "17h00", "minutes": "30", "weekdays": ["1", "2"]}
    day = {"valid_from_day": "1", "valid_from_month": "11", "valid_from_year": "2024"}
    assert post(desk, "add-slot", cluster.pk, **hours, **day).status_code == 302
    again = post(desk, "add-slot", cluster.pk, **hours, **day)
    assert (again.status_code, "Trùng giờ với khung “Chiều”" in again.content.decode()) == (
        422,
        True,
    )
    added = Slot.objects.get(station=cluster)
    assert post(desk, "slot", added.pk, **hours | {"minutes": "45"}, **day).status_code == 302
    assert post(desk, "station", cluster.pk, **typed, languages=["vi", "km"]).status_code == 302
    shown = page(desk, f"/phat-thanh/dai/{cluster.pk}/")
    assert "17h00–17h45" in shown
    assert post(desk, "retire-station", cluster.pk, seen="1").status_code == 302
    assert "không dùng nữa" in page(desk, "/phat-thanh/dai/")


def test_stations_say_what_is_wrong(desk, slot):
    wrong = post(desk, "stations", name="", kind="commune")
    assert wrong.status_code == 422
    typed = {"name": slot.station.name, "kind": "commune", "languages": ["vi"]}
    assert "Đơn vị đã có đài" in post(desk, "stations", **typed).content.decode()
    late = post(desk, "station", slot.station.pk, **typed, within="", seen="0")
    assert late.status_code == 302
    late = post(desk, "station", slot.station.pk, **typed, seen="0")
    assert late.status_code == 422
    assert "Bắt đầu" in page(desk, f"/phat-thanh/khung/{slot.pk}/")


def test_stations_are_only_looked_at_by_auditors(client, slot):
    client.force_login(make_user(*Role, unit=slot.station.unit))

    assert "Thêm đài" not in page(client, "/phat-thanh/dai/")
    assert client.post("/phat-thanh/dai/", {}).status_code == 404
    assert "Sửa đài" not in page(client, f"/phat-thanh/dai/{slot.station.pk}/")
