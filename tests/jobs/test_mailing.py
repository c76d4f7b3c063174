import pytest
from django.test import override_settings
from django_tasks_db.models import DBTaskResult

from haidang.jobs import mailing
from haidang.jobs.letter import Letter, Line, Part
from haidang.jobs.models import Mail
from haidang.orgs.models import User
from tests.jobs import post_office
from tests.jobs.test_queue import pass_time

LETTER = Letter(
    "Nhắc việc ngày\n25/11: <3 việc>",
    ("Kính gửi Văn thư, UBND xã Mỹ Long Nam.",),
    (Part("Sắp đến hạn", (Line("Báo cáo <năm>, hạn thứ Sáu 29/11/2024", "/bc/7/"), Line("Họp"))),),
)
GONE = "haidang.jobs.errors.Hopeless"
LATER = "haidang.jobs.mailing.NotSent"


@pytest.fixture
def person(db):
    return User.objects.create_user(username="vanthu", email="vanthu@mylongnam.gov.vn")


@pytest.fixture
def post(person):
    with post_office.mailed_to(port=0):
        return mailing.post(key="digest:2024-11-25:1", to=person, letter=LETTER)


def outcome():
    row, mail = DBTaskResult.objects.get(), Mail.objects.get()
    return row.status, row.exception_class_path, mail.sent_at is not None


def test_a_mail_arrives_with_its_words_and_headers(post, worker):
    with post_office.opened(post_office.Takes()) as office:
        worker.run_ready()

    ((people, mail),) = office.mails
    assert people == ["vanthu@mylongnam.gov.vn"]
    assert mail["Subject"] == "Nhắc việc ngày 25/11: <3 việc>"
    assert mail["From"] == "Hải Đăng <nhacviec@caungang.gov.vn>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == "<https://haidang.caungang.gov.vn/toi/>"
    assert mail["Message-ID"].endswith("@caungang.gov.vn>")
    text, html = (part.get_content() for part in mail.iter_parts())
    assert text.replace("\r\n", "\n") == (
        "Kính gửi Văn thư, UBND xã Mỹ Long Nam.\n\n"
        "SẮP ĐẾN HẠN\n"
        "- Báo cáo <năm>, hạn thứ Sáu 29/11/2024\n"
        "  https://haidang.caungang.gov.vn/bc/7/\n"
        "- Họp\n\n"
        "Thư tự động của Hải Đăng, xin đừng trả lời. Đổi địa chỉ hoặc tắt thư nhắc việc: "
        "https://haidang.caungang.gov.vn/toi/\n"
    )
    assert "Báo cáo &lt;năm&gt;" in html
    assert 'href="https://haidang.caungang.gov.vn/bc/7/"' in html
    assert outcome() == ("SUCCESSFUL", "", True)


def test_the_same_key_is_the_same_mail(post, person, worker):
    with post_office.opened(post_office.Takes()) as office:
        assert mailing.post(key=post.key, to=person, letter=LETTER) == post
        worker.run_ready()
        mailing.send(post.pk)

    assert (len(office.mails), Mail.objects.count()) == (1, 1)


def test_a_server_that_is_down_is_asked_again(post, worker, port_of_nobody):
    with post_office.mailed_to(port_of_nobody):
        worker.run_ready()
    assert outcome() == ("READY", LATER, False)

    pass_time(minutes=1)
    with post_office.opened(post_office.Takes()) as office:
        worker.run_ready()
    assert len(office.mails) == 1
    assert outcome() == ("SUCCESSFUL", "", True)


def test_a_server_that_dies_in_the_middle_gets_the_same_mail_again(post, worker):
    with post_office.opened(post_office.DiesInTheMiddle()) as office:
        worker.run_ready()
        assert outcome() == ("READY", LATER, False)
        pass_time(minutes=1)
        worker.run_ready()

    (_, first), (_, second) = office.mails
    assert (first["Message-ID"], first["Date"]) == (second["Message-ID"], second["Date"])
    assert outcome() == ("SUCCESSFUL", "", True)


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        (post_office.RefusesPeople("550 5.1.1 unknown"), ("FAILED", GONE, False)),
        (post_office.RefusesPeople("451 4.3.0 busy"), ("READY", LATER, False)),
        (post_office.RefusesMail("554 5.7.1 no"), ("FAILED", GONE, False)),
        (post_office.RefusesMail("452 4.2.2 full"), ("READY", LATER, False)),
        (post_office.RefusesUs(), ("READY", LATER, False)),
    ],
    ids=["nobody", "busy", "unwanted", "full", "not from us"],
)
def test_what_is_refused_for_good_fails_and_the_rest_is_tried_again(post, worker, office, expected):
    with post_office.opened(office):
        worker.run_ready()

    assert outcome() == expected
    # The address is the person's, and who sees failed work need not learn it.
    assert "mylongnam.gov.vn" not in DBTaskResult.objects.get().traceback


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}])
def test_who_has_no_address_any_more_gets_nothing(post, person, worker, change):
    User.objects.filter(pk=person.pk).update(**change)

    with post_office.opened(post_office.Takes()) as office:
        worker.run_ready()

    assert office.mails == []
    assert Mail.objects.get().dropped_at is not None


def test_nothing_is_mailed_without_a_server_or_an_address(person):
    assert mailing.post(key="k", to=person, letter=LETTER) is None
    with override_settings(MAIL_IS_ON=True):
        assert mailing.post(key="k", to=User(username="không thư"), letter=LETTER) is None

    assert (Mail.objects.count(), DBTaskResult.objects.count()) == (0, 0)
