"""A unit that another one named hears of it, and may say that it took no part (promise N11)."""

import datetime as dt
from dataclasses import replace

import pytest

from haidang import clock
from haidang.activities.commands import close_days, correct_activity, decline_part
from haidang.activities.facts import facts_of
from haidang.activities.models import Indicator
from haidang.activities.queries import distinct_total, logged_values
from haidang.chasing.models import Notice
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from tests.makers import make_authority
from tests.makers.activities import make_activity

pytestmark = [pytest.mark.promise("N11"), pytest.mark.django_db]


@pytest.fixture
def town():
    return make_authority(communes=3)


@pytest.fixture
def joint(town):
    return make_activity(
        town.communes[0], town.reporters[0], together=[town.communes[1], town.communes[2]]
    )


def told(unit):
    return list(Notice.objects.filter(unit=unit).values_list("words", "url"))


def sums(town):
    indicator = Indicator.objects.get(code="3.2")
    days = {"data_from": clock.today(), "data_to": clock.today()}
    values = logged_values(units=town.communes, indicators=[indicator], **days)
    total = distinct_total(units=town.communes, indicators=[indicator], **days)
    each = [int(values.get((one.pk, indicator.pk), 0)) for one in town.communes]
    return each, int(total[indicator.pk])


def test_units_that_are_named_are_told_once(town, joint):
    host, partner, other = town.communes
    ((words, url),) = told(partner)
    assert words.startswith(f"{host} ghi đơn vị cùng làm “{joint.title}”")
    assert url == f"/n/{joint.pk}"
    assert (len(told(other)), told(host)) == (1, [])

    facts = facts_of(joint)
    correct_activity(activity=joint, facts=replace(facts, title="Khác"), by=town.reporters[0])

    assert len(told(partner)) == 1


def test_decline_part_takes_the_share_of_a_unit_out_and_tells_the_host(town, joint):
    host, partner, _ = town.communes
    each, total = sums(town)
    assert each == [total] * 3

    decline_part(activity=joint, unit=partner, reason=" Xã không cử\nai. ", by=town.reporters[1])

    assert sums(town) == ([total, 0, total], total)
    assert [words for words, _ in told(host)] == [
        f"{partner} báo không tham gia “{joint.title}” ngày {joint.on:%d/%m/%Y}: Xã không cử ai."
    ]
    assert history_of(joint)[0].get_details() == {"unit": str(partner), "reason": "Xã không cử ai."}
    # The host does not name it there again.
    joint.refresh_from_db()
    again = replace(facts_of(joint), together=tuple(town.communes[1:]))
    with pytest.raises(Incomplete, match="đã báo không tham gia: Xã không cử ai"):
        correct_activity(activity=joint, facts=again, by=town.reporters[0])


def test_decline_part_refuses_strangers_no_reason_and_closed_days(town, joint):
    partner, by = town.communes[1], town.reporters[1]
    for person in (town.reporters[0], town.reporters[2], town.auditor, town.drafter):
        with pytest.raises(NotAllowed):
            decline_part(activity=joint, unit=partner, reason="x", by=person)
    with pytest.raises(Incomplete, match="Ghi lý do"):
        decline_part(activity=joint, unit=partner, reason=" ", by=by)
    alone = make_activity(town.communes[0], town.reporters[0])
    with pytest.raises(WrongState, match="không được nêu"):
        decline_part(activity=alone, unit=partner, reason="x", by=by)
    first = joint.on - dt.timedelta(1)
    close_days(unit=partner, data_from=first, data_to=joint.on, reason="x", by=town.drafter)
    with pytest.raises(WrongState, match="đã chốt"):
        decline_part(activity=joint, unit=partner, reason="x", by=by)


def test_the_page_lets_a_partner_say_no_and_the_host_reads_why(client, town, joint):
    page = f"/n/{joint.pk}"
    client.force_login(town.reporters[0])
    assert "không tham gia?" not in client.get(page).text
    client.force_login(town.reporters[1])
    assert f"{town.communes[1]} không tham gia?" in client.get(page).text
    assert client.get(f"{page}/khong-tham-gia/")["Location"] == page
    assert client.post(f"{page}/khong-tham-gia/", {"reason": ""}).status_code == 422

    sent = client.post(f"{page}/khong-tham-gia/", {"reason": "Không cử ai."}, follow=True)

    assert "không tham gia “Luật Biên phòng, tại ấp”." in sent.text
    assert client.get(page).status_code == 404
    client.force_login(town.reporters[0])
    shown = client.get(page).text
    assert f"<b>{town.communes[1]}</b> báo không tham gia: Không cử ai." in shown
