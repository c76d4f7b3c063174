"""A person's own settings, and what an administrator sees of background work."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from haidang.jobs import mailing
from haidang.jobs.letter import Letter
from haidang.jobs.worker import Worker
from haidang.orgs.enums import Role
from tests.jobs import post_office, samples
from tests.makers import make_authority, make_unit, make_user

pytestmark = pytest.mark.django_db
PAGE = "/toi/"


@pytest.fixture
def person(client):
    user = make_user(Role.REPORTER, unit=make_unit("xã Thử"), post="Văn thư")
    client.force_login(user)
    return user


@pytest.fixture
def administrator(client):
    user = make_user(Role.ADMINISTRATOR, unit=make_unit())
    client.force_login(user)
    return user


def test_a_person_finds_the_page_in_the_menu_and_sets_the_address(client, person):
    assert f'href="{PAGE}"' in client.get("/viec/").text

    typed = {"email": "vanthu@xathu.gov.vn"}
    assert client.post(PAGE, typed).url == PAGE

    person.refresh_from_db()
    assert (person.email, person.wants_digest) == ("vanthu@xathu.gov.vn", False)
    page = client.get(PAGE).text
    assert "vanthu@xathu.gov.vn" in page
    assert "Việc nền" not in page


@pytest.mark.parametrize("email", ["vanthu", "a@b.vn, c@d.vn", "a" * 260 + "@b.vn"])
def test_what_is_no_address_is_said_and_stays_typed(client, person, email):
    answer = client.post(PAGE, {"email": email, "wants_digest": "on"})

    assert answer.status_code == 422
    assert email in answer.text
    person.refresh_from_db()
    assert person.email == ""


def test_what_only_the_command_finds_out_is_said_too(client, person):
    answer = client.post(PAGE, {"email": "vanthu@[999.1.1.1]"})

    assert answer.status_code == 422


def test_the_page_says_whether_this_installation_mails(client, person, settings):
    assert "chưa có máy chủ thư" in client.get(PAGE).text

    settings.MAIL_IS_ON = True
    assert "chưa có máy chủ thư" not in client.get(PAGE).text


def test_an_administrator_sees_what_failed_and_runs_it_again(client, administrator, person_mailed):
    samples.stumble.using(priority=1).enqueue("x")
    DBTaskResult.objects.filter(task_path__endswith="stumble").update(worker_ids=["a", "b"])
    with post_office.opened(post_office.RefusesPeople("550 no")):
        Worker("here").run_ready()

    page = client.get(PAGE).text
    assert "Gửi thư · Văn thư, UBND xã Thư" in page
    assert "Máy chủ thư từ chối địa chỉ hoặc thư này: mã 550." in page
    assert "Lỗi của chương trình: builtins.RuntimeError" in page
    assert "xathu.gov.vn" not in page

    job = DBTaskResult.objects.get(status="FAILED", task_path__endswith="send_mail")
    assert client.post(reverse("run-job-again", args=[job.pk])).url == PAGE
    job.refresh_from_db()
    assert job.status == "READY"


@pytest.fixture
def person_mailed(settings):
    settings.MAIL_IS_ON = True
    user = make_user(unit=make_unit("xã Thư"), post="Văn thư")
    user.email = "vanthu@xathu.gov.vn"
    user.save()
    mailing.post(key="k", to=user, letter=Letter("Thư", ("Kính gửi.",)))


def test_nobody_else_runs_it_again(client, person):
    job = samples.give_up.enqueue()
    Worker("here").run_ready()

    assert client.post(reverse("run-job-again", args=[job.id])).status_code == 403


def test_an_administrator_of_a_commune_sees_nothing_of_background_work(client):
    town = make_authority(communes=1)
    client.force_login(make_user(Role.ADMINISTRATOR, unit=town.communes[0]))

    assert "Việc nền" not in client.get(PAGE).text
    assert client.post(reverse("run-job-again", args=[uuid4()])).status_code == 403


def test_the_page_asks_as_much_for_three_failed_jobs_as_for_one(
    client, administrator, count_queries
):
    samples.give_up.enqueue()
    Worker("here").run_ready()
    for_one = count_queries(client, PAGE)
    for _ in range(2):
        samples.give_up.enqueue()
    Worker("here").run_ready()

    assert count_queries(client, PAGE) == for_one


def test_an_administrator_sees_which_mail_server_it_is(client, administrator):
    assert "đặt HAIDANG_SMTP" in client.get(PAGE).text

    with post_office.mailed_to(port=25):
        assert "<dd>127.0.0.1</dd>" in client.get(PAGE).text


def test_a_queue_that_nobody_works_off_is_said(client, administrator):
    samples.say.enqueue("chờ")
    DBTaskResult.objects.update(enqueued_at="2020-01-01T00:00:00Z")

    assert "tiến trình việc nền không chạy" in client.get(PAGE).text
