"""Drafts, slips, numbers and issued documents for tests; always through the real commands."""

import datetime as dt
import itertools
from dataclasses import dataclass

from haidang import clock
from haidang.documents import commands
from haidang.documents.commands import Come, Wish
from haidang.documents.incoming import Facts
from haidang.documents.models import Edition
from haidang.documents.queries import step_due
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.text.blocks import Document, Header, Heading, Paragraph, Signature
from tests.kept import kept
from tests.makers.orgs import make_authority, make_user

MONDAY = dt.date(2024, 11, 25)
_serial = itertools.count(1)


@dataclass
class Bureau:
    """An authority with everybody that a document passes on its way out."""

    district: Unit
    office: Unit
    drafter: User
    head: User
    clerk: User
    leader: User
    administrator: User
    auditor: User
    stranger: User  # an officer of a commune below


@kept
def make_bureau():
    """Make an authority with a drafter, the head of the office, a clerk and a leader."""
    authority = make_authority(communes=1)
    district = authority.district
    return Bureau(
        district=district,
        office=authority.office,
        drafter=authority.drafter,
        head=make_user(Role.LEADER, unit=authority.office, post="Trưởng phòng"),
        clerk=make_user(Role.CLERK, unit=district, post="Văn thư"),
        leader=authority.leader,
        administrator=make_user(Role.ADMINISTRATOR, unit=district, post="Quản trị"),
        auditor=authority.auditor,
        stranger=authority.reporters[0],
    )


def letter(subject="Tăng cường thông tin đối ngoại", **header):
    """A report of two sections, in which the checker finds nothing."""
    fields = {
        "issuer": "Ủy ban nhân dân huyện Thử",
        "symbol": "BC-UBND",
        "place": "Thử",
        "date": "2024-11",
        "document_type": "Báo cáo",
        "title": subject,
    }
    return Document(
        header=Header(**{**fields, **header}),
        blocks=(
            Heading(1, "I", "KẾT QUẢ THỰC HIỆN"),
            Paragraph("Ủy ban nhân dân huyện đã triển khai các nội dung được giao."),
            Heading(1, "II", "PHƯƠNG HƯỚNG"),
            Paragraph("Tiếp tục thực hiện các nội dung trên trong năm 2025./."),
        ),
        recipients=("CT, các PCT UBND huyện", "Lưu: VT, VHTT (05 bản)"),
        signature=Signature(
            authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), title="PHÓ CHỦ TỊCH", name="Người Ký"
        ),
        addressees=("Ủy ban nhân dân tỉnh Thử",),
    )


def make_draft(bureau, document=None, **header):
    """Make a draft from blocks."""
    document = document or letter(**header)
    return commands.draft_document(document=document, unit=bureau.district, by=bureau.drafter)


def make_agreed(bureau, document=None, **header):
    """Make a draft that every post of the route agreed to; the edition comes back."""
    edition = make_draft(bureau, document, **header).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    for person in (bureau.head, bureau.clerk, bureau.leader):
        commands.agree_step(step=step_due(slip), by=person)
    return Edition.objects.get(pk=edition.pk)


def make_issued(bureau, on=None, document=None, **header):
    """Issue a document, agreed and issued on one day."""
    moment = clock.at(on or clock.today(), 9, 0)
    with clock.as_if(moment):
        edition = make_agreed(bureau, document, **header)
        return commands.issue_document(edition=edition, by=bureau.clerk, wish=Wish(copies=5))


def make_arrival(bureau, arrived_on=None, **facts):
    """Enter an incoming document on paper; each is another one unless told."""
    at = next(_serial)
    given = {
        "issuer": "Sở Thông tin và Truyền thông",
        "number_symbol": f"{at}/STTTT-VP",
        "subject": f"Việc thứ {at}",
    }
    come = Come(facts=Facts(**{**given, **facts}), arrived_on=arrived_on)
    return commands.receive_document(unit=bureau.district, come=come, by=bureau.clerk)
