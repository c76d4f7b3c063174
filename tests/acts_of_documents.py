"""Every command of the documents room with what it is asked, for whoever must be refused by all."""

from haidang import clock
from haidang.documents import commands
from haidang.documents.commands import Come
from haidang.documents.incoming import Facts
from haidang.documents.models import Edition
from haidang.documents.queries import step_due
from haidang.documents.register import line_of
from haidang.documents.route import Stop
from haidang.orgs.enums import Role
from tests.makers import make_user, signing
from tests.makers.documents import Bureau, letter, make_arrival, make_draft, make_issued
from tests.makers.templates import make_template


def bureau_of(authority):
    """The posts that a document passes, in an authority that is there already."""
    district, office = authority.district, authority.office
    return Bureau(
        district=district,
        office=office,
        drafter=authority.drafter,
        head=make_user(Role.LEADER, unit=office, post="Trưởng phòng"),
        clerk=make_user(Role.CLERK, unit=district, post="Văn thư"),
        leader=authority.leader,
        administrator=make_user(Role.ADMINISTRATOR, unit=district, post="Quản trị"),
        auditor=authority.auditor,
        stranger=authority.reporters[0],
    )


def of_documents(authority):
    """What each command is asked, but for those that plans and reports ask as well."""
    bureau = bureau_of(authority)
    return {
        **_drafts(bureau),
        **_numbers(bureau),
        **_incoming(bureau),
        **_signed(bureau),
        **_templates(bureau),
    }


def _drafts(bureau):
    edition, other = make_draft(bureau).edition, make_draft(bureau, subject="Việc khác").edition
    slip = commands.submit_for_signature(edition=other, by=bureau.drafter)
    step = step_due(slip)
    back = {"edition": edition, "content": b"x", "name": "x.docx"}
    return {
        "draft_document": {"document": letter(), "unit": bureau.district},
        "redraft_document": {"edition": edition, "document": letter()},
        "submit_for_signature": {"edition": edition},
        "agree_step": {"step": step},
        "send_back_step": {"step": step, "remark": "x"},
        "recall_slip": {"slip": slip},
        "set_route": {"unit": bureau.district, "stops": [Stop("Lãnh đạo", Role.LEADER)]},
        "issue_document": {"edition": edition},
        "hold_draft": back,
        "look_at_draft": back,
        "take_back_draft": {**back, "explanations": {}},
    }


def _numbers(bureau):
    unit, report = bureau.district, "báo cáo"
    held = commands.reserve_number(unit=unit, document_type=report, by=bureau.clerk, purpose="x")
    edition = make_draft(bureau).edition
    line = line_of(letter(), copies=1, note="")
    return {
        "reserve_number": {"unit": unit, "document_type": report},
        "use_number": {"edition": edition, "line": line, "issued_on": clock.today()},
        "cancel_number": {"number": held, "reason": "x"},
        "begin_series": {"unit": unit, "document_type": "kế hoạch", "after": 5},
        "set_series": {"unit": unit, "document_types": ["kế hoạch"], "code": "KH"},
    }


def _incoming(bureau):
    arrival = make_arrival(bureau)
    come = {"unit": bureau.district, "come": Come(facts=Facts(subject="x"))}
    edition = Edition.objects.latest("pk")
    return {
        "receive_document": come,
        "receive_by_steps": come,
        "correct_arrival": {"arrival": arrival, "facts": Facts(subject="y")},
        "hand_over": {"arrival": arrival, "to": bureau.office},
        "answer_arrival": {"arrival": arrival, "edition": edition},
    }


def _signed(bureau):
    edition = make_issued(bureau).edition
    root = commands.trust_root(content=signing.root().pem, by=bureau.administrator)
    return {
        "attach_signed_copy": {"edition": edition, "content": b"x", "name": "x.pdf"},
        "recheck_signed_copy": {"edition": edition},
        "trust_root": {"content": signing.root().pem},
        "distrust_root": {"root": root},
    }


def _templates(bureau):
    unused, used = (make_template(bureau.district, bureau.clerk) for _ in range(2))
    commands.use_template(template=used, by=bureau.clerk)
    return {
        "put_template": {"unit": bureau.district, "document_type": "báo cáo", "content": b"x"},
        "use_template": {"template": unused},
        "withdraw_template": {"template": used},
    }
