"""What goes out by e-mail after units were reminded inside the system."""

from uuid import UUID

from django.conf import settings

from haidang.chasing.models import Notice
from haidang.jobs.backend import job
from haidang.jobs.letter import Letter, Line, Part
from haidang.jobs.mailing import post
from haidang.orgs.models import Unit, User

SUBJECT = "Nhắc việc thông tin đối ngoại"


def with_addresses(units: list[Unit]) -> set[int]:
    """The units of which somebody can be mailed; none where this installation has no mail."""
    if not settings.MAIL_IS_ON:
        return set()
    people = User.objects.filter(unit__in=units, is_active=True).exclude(email="")
    return set(people.values_list("unit", flat=True))


def with_addresses_of(people: list[User]) -> bool:
    """Whether one of these people can be mailed."""
    return settings.MAIL_IS_ON and any(person.email for person in people)


@job()
def mail_told(batch: str) -> None:
    """Leave a mail for each person with an address who was told something; once for each."""
    told = Notice.objects.filter(batch=UUID(batch), user__isnull=False)
    for notice in told.select_related("user"):
        if notice.user is not None and notice.user.email:
            post(key=f"notice-{notice.pk}", to=notice.user, letter=_urgent(notice))


@job()
def mail_reminded(batch: str) -> None:
    """Leave a mail for everybody with an address at the units that were told; once for each."""
    told = {row.unit_id: row for row in Notice.objects.filter(batch=UUID(batch))}
    people = User.objects.filter(unit__in=told, is_active=True).exclude(email="")
    for person in people.iterator():
        notice = told[person.unit_id]
        post(key=f"notice-{notice.pk}-{person.pk}", to=person, letter=_letter(notice))


def _letter(notice: Notice) -> Letter:
    opened = Part("Mở trên Hải Đăng", (Line(notice.words, notice.url),))
    return Letter(SUBJECT, ("Cơ quan cấp trên vừa gửi lời nhắc tới đơn vị.",), (opened,))


def _urgent(notice: Notice) -> Letter:
    opened = Part("Mở trên Hải Đăng", (Line(notice.words, notice.url),))
    return Letter("Báo cáo nhanh", ("Có báo cáo nhanh vừa gửi tới Anh/Chị.",), (opened,))
