"""Whatever is sent to a page, it is answered: never with a 500, never with another's rows."""

import datetime as dt
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haidang.activities.commands import load_catalogue
from haidang.activities.models import Activity
from tests.makers.activities import make_activity
from tests.makers.plans import make_adopted, make_plan
from tests.makers.reporting import make_accepted, make_begun, make_in_review, make_season

pytestmark = pytest.mark.django_db
DIGITS = "9" * 5000
WORDS = ["", "0", "-1", "²", "٣", "1.5", DIGITS, "9" * 25, "2147483648", "x\x00y", "\x00", "NaN"]
WORDS += ["1e9999", "999999999999,999", "−5", "None", "\u202e", "<b>", "a" * 6000, "1"]
TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)  # no half letters: UTF-8
STRANGE = st.one_of(st.sampled_from(WORDS), TYPED)
ASKED = """loai lap-lai nhiem-vu don-vi trang unit kind task photo since_day since_month since_year
lan so xem viec cau loc ke-hoach qua-han next""".split()
SENT = """id kind title on_day on_month on_year language link task quantity_sessions
quantity_attendances reason bucket owner coordinators deadline due_on_day due_on_month due_on_year
regime year muc text no_secret mend_by_day mend_by_month mend_by_year remark-3-3.2 kind-3-3.2
remark-8 kind-8 1.1-value 1.1-estimate 1.1-none 1.1-reason 1.1-note theme next loc choose""".split()


@pytest.fixture
def town(settings):
    """A town with a row of every sort, and the addresses of them all."""
    settings.AS_OF = dt.date(2024, 11, 25)
    season = make_season(communes=3)
    load_catalogue()
    begun, read, last = season.reports
    entry = make_activity(begun.unit, season.reporter)
    make_begun(season, begun), make_in_review(season, read), make_accepted(season, last)
    plan, adopted = make_plan(season.authority), make_adopted(season.authority, text=OTHER)
    task, item = plan.tasks.first(), plan.items.filter(is_sentence=True).first()
    season.paths = [
        *"/viec/ /ghi/ /nhat-ky/ /ke-hoach/ /nhiem-vu/ /bao-cao/".split(),
        *"/bao-cao/mo-ky/ /giao-dien/".split(),
        f"/ghi/?don-vi={begun.unit_id}",
        *(f"/n/{entry.pk}{tail}" for tail in ("", "/sua/", "/them-anh/")),
        *(f"/ke-hoach/{plan.pk}/{tail}" for tail in ("", "lich-su/", "dua-vao-thuc-hien/")),
        *(f"/ke-hoach/viec/{task.pk}/{tail}/" for tail in ("nhan", "sua", "bo")),
        f"/ke-hoach/cau/{item.pk}/xep-loai/",
        *(f"/nv/{adopted.tasks.first().pk}{tail}" for tail in ("", "/giao/")),
        *(f"/bao-cao/{season.round.pk}/{tail}" for tail in ("", "tong-hop/")),
        *(f"/so/{season.round.pk}/3.2/{tail}" for tail in ("", f"{last.unit_id}/")),
        *(f"/bc/{begun.pk}/{tail}" for tail in ("", "lay-so/", "1/", "3/", "8/", "gui/")),
        *(f"/bc/{read.pk}/xem-xet/{tail}" for tail in ("", "tra-lai/")),
    ]
    return season


OTHER = """KẾ HOẠCH
Công tác năm 2024

II. PHƯƠNG HƯỚNG

- Tiếp tục tuyên truyền chủ trương, đường lối của Đảng về biển, đảo.
"""


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=120,
)
@given(data=st.data())
def test_no_page_breaks_on_what_was_sent(client, town, data):
    path = data.draw(st.sampled_from(town.paths))
    who = data.draw(st.sampled_from([town.drafter, town.reporter, town.authority.leader]))
    asks = data.draw(st.booleans())
    names = st.sampled_from(ASKED if asks else SENT)
    fields = data.draw(st.dictionaries(names, STRANGE, max_size=12))
    partly = {"HX-Request": "true"} if data.draw(st.booleans()) else {}
    client.force_login(who)

    answer = (client.get if asks else client.post)(path, fields, headers=partly)

    assert answer.status_code in {200, 302, 403, 404, 405, 409, 422}


@pytest.mark.parametrize("length", [10, 5000])
def test_numbers_longer_than_any_of_ours_are_not_found_or_ignored(client, town, length):
    number, pk = "9" * length, town.round.pk
    client.force_login(town.drafter)

    assert client.get(f"/so/{pk}/3.2/", {"lan": number}).status_code == 404
    assert client.get(f"/bao-cao/{pk}/tong-hop/", {"lan": number}).status_code == 404
    assert client.get(f"/bao-cao/{pk}/tong-hop/", {"so": f"3.2/{number}"}).status_code == 200
    assert client.get("/ghi/", {"don-vi": number}).status_code == 200
    client.force_login(town.reporter)
    answer = client.post(f"/bc/{town.report.pk}/lay-so/", {"muc": number})
    assert answer.url == f"/bc/{town.report.pk}/"


def test_an_unknown_freezing_is_not_shown_as_the_figures_of_this_moment(client, town):
    client.force_login(town.drafter)

    assert client.get(f"/so/{town.round.pk}/3.2/", {"lan": "7"}).status_code == 404
    assert client.get(f"/so/{town.round.pk}/3.2/", {"lan": "0"}).status_code == 200


def test_a_null_character_is_a_fault_of_the_field_or_gone(client, town):
    client.force_login(town.reporter)
    typed = {"id": str(uuid4()), "kind": "talk", "title": "Tại\x00 ấp", "language": "vi"}
    typed |= {"on_day": "20", "on_month": "11", "on_year": "2024", "link": "\x00"}
    typed |= {"quantity_sessions": "1", "quantity_attendances": "85"}

    assert client.post("/ghi/", typed).status_code == 200
    report = f"/bc/{town.report.pk}/8/"
    assert client.post(report, {"text": "Loa\x00 hỏng.\x0b"}).status_code == 302
    assert "Loa hỏng." in client.get(report).text
    assert not Activity.objects.filter(pk=UUID(typed["id"])).exists()
