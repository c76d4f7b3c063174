"""Templates: put in and checked, made current when nothing is wrong, withdrawn; none is lost."""

from dataclasses import asdict

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.commands.secrets import note_secret_file
from haidang.documents.content_types import WORD
from haidang.documents.file_names import kept_name
from haidang.documents.letterhead import letterhead_of
from haidang.documents.models import Template
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.text import Unreadable
from haidang.text.layout.kinds import Kind, kind_of
from haidang.text.reading import secrecy_mark_of_name
from haidang.text.templates.apart import Judged, check_template_apart

ONLY_KEEPERS = "Chỉ quản trị hoặc văn thư của cơ quan mới được đặt mẫu văn bản."


def put_template(
    *, unit: Unit, document_type: str, content: bytes, by: User, file_name: str = ""
) -> Template:
    """Keep a changed template with what the check says of it; it does not serve yet.

    Refuses with NotAllowed, and with Incomplete an unknown type, what is too large or no .docx,
    and what bears a secrecy mark: of that a receipt stays and nothing else (promise N19).
    """
    if not rules.may_keep_templates(by, unit):
        raise NotAllowed(ONLY_KEEPERS)
    kind = kind_of(document_type)
    if kind is None:
        raise Incomplete([Issue("type", f"Nghị định không có loại “{document_type}”.", "file")])
    if len(content) > settings.DOCUMENT_LIMIT:
        most = settings.DOCUMENT_LIMIT // 2**20
        raise Incomplete([Issue("too-large", f"Tệp lớn hơn {most} MB.", "file")])
    if secrecy_mark_of_name(file_name):
        raise note_secret_file(content=content, unit=unit, by=by)
    judged = _judged(content, kind, unit)
    if judged.mark:
        raise note_secret_file(content=content, unit=unit, by=by)
    return _keep(unit, kind, content, file_name, judged, by)


def _judged(content: bytes, kind: Kind, unit: Unit) -> Judged:
    try:
        return check_template_apart(content, kind, letterhead_of(unit, kind))
    except Unreadable as error:
        raise Incomplete([Issue(error.code, error.message, "file")]) from error


@transaction.atomic
def _keep(
    unit: Unit, kind: Kind, content: bytes, file_name: str, judged: Judged, by: User
) -> Template:
    now = clock.now()
    template = Template.objects.create(
        unit=unit,
        document_type=kind.name,
        file=keep(content, WORD),
        file_name=kept_name(file_name),
        checked_at=now,
        findings=[asdict(finding) for finding in judged.findings],
        created_at=now,
        created_by=by,
    )
    facts = {"sha256": template.file_id, "findings": len(judged.findings)}
    record("put_template", target=template, by=by, document_type=kind.name, **facts)
    return template


@transaction.atomic
def use_template(*, template: Template, by: User) -> Template:
    """Let a template serve for its type from now on, in the place of the one before.

    Refuses with NotAllowed, with WrongState what serves already, and with Incomplete one in which
    the check found a fault.
    """
    template = _locked(template)
    if template.is_current:
        raise WrongState("Mẫu này đang dùng rồi.")
    if not rules.may_keep_templates(by, template.unit):
        raise NotAllowed(ONLY_KEEPERS)
    if template.faults:
        words = f"Mẫu còn {len(template.faults)} lỗi nên chưa dùng được; hãy sửa rồi tải lên lại."
        raise Incomplete([Issue("template-faults", words)])
    current = Template.objects.filter(
        unit=template.unit, document_type=template.document_type, is_current=True
    )
    current.update(is_current=False)
    template.is_current = True
    template.save(update_fields=["is_current"])
    record("use_template", target=template, by=by, document_type=template.document_type)
    return template


@transaction.atomic
def withdraw_template(*, template: Template, by: User) -> Template:
    """Go back to the plain layout of the decree for a type; the template is kept.

    Refuses with NotAllowed, and with WrongState one that does not serve.
    """
    template = _locked(template)
    if not template.is_current:
        raise WrongState("Mẫu này không còn dùng.")
    if not rules.may_keep_templates(by, template.unit):
        raise NotAllowed(ONLY_KEEPERS)
    template.is_current = False
    template.save(update_fields=["is_current"])
    record("withdraw_template", target=template, by=by, document_type=template.document_type)
    return template


def _locked(template: Template) -> Template:
    """The row as it is now. Its unit is locked too, so that two never become current at once."""
    Unit.objects.select_for_update(no_key=True).get(pk=template.unit_id)
    rows = Template.objects.select_for_update(no_key=True, of=("self",)).select_related("unit")
    return rows.get(pk=template.pk)
