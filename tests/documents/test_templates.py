"""Templates put in, checked, made current, withdrawn; and documents issued by them."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from haidang.documents import commands
from haidang.documents.content_types import WORD
from haidang.documents.letterhead import letterhead_of
from haidang.documents.models import StoredFile, Template
from haidang.documents.queries.replay import replay_document
from haidang.documents.queries.templates import (
    current_template,
    templates_of,
    units_with_templates,
)
from haidang.documents.storage import keep
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit
from haidang.text.layout import kind_of
from haidang.text.templates.apart import finding_from
from tests.makers.documents import MONDAY, letter, make_agreed, make_bureau, make_issued
from tests.makers.orgs import make_unit, make_user
from tests.makers.tampering import take_guards_away
from tests.makers.templates import make_template, own_template
from tests.text.forms import replaced, starting

pytestmark = pytest.mark.django_db


FAULT = {"rule": "font", "place": "đoạn 1", "severity": "fault"}


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def put(bureau, content=None, **changes):
    fields = {
        "unit": bureau.district,
        "document_type": "Báo cáo",
        "content": own_template() if content is None else content,
        "by": bureau.administrator,
        "file_name": "mau-bc.docx",
    }
    return commands.put_template(**(fields | changes))


def made(bureau, words="Mẫu riêng của huyện.", **fields):
    return make_template(bureau.district, bureau.administrator, words, **fields)


def in_use(bureau, words="Mẫu riêng của huyện."):
    return commands.use_template(template=made(bureau, words), by=bureau.clerk)


def names(refusal):
    return [issue.name for issue in refusal.value.issues]


def test_put_template_keeps_it_with_what_was_found_and_lets_nothing_serve(bureau):
    template = put(bureau)

    assert (template.document_type, template.findings, template.is_current) == (
        "báo cáo",
        [],
        False,
    )
    assert template.file.read() == own_template()
    assert current_template(bureau.district, "Báo cáo") is None
    assert template.file_id in Entry.objects.get(event="put_template").details


def test_put_template_keeps_a_faulty_one_and_says_where(bureau):
    template = put(bureau, own_template("{{trich yeu}} và {{số"))

    found = [finding_from(row) for row in template.findings]
    assert [one.rule for one in found] == ["template-unknown-field", "template-broken-field"]
    assert found[0].due == "có phải {{trích yếu}}?"
    assert len(template.faults) == 2


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"content": b"%PDF-1.7"}, "not-docx"),
        ({"content": b"PK\x03\x04 broken"}, "broken"),
        ({"document_type": "bài thơ"}, "type"),
    ],
)
def test_put_template_refuses_what_is_none(bureau, changes, name):
    with pytest.raises(Incomplete) as refused:
        put(bureau, **changes)

    assert names(refused) == [name]
    assert not Template.objects.exists()


def test_put_template_refuses_what_is_too_large(bureau, settings):
    settings.DOCUMENT_LIMIT = 1000

    with pytest.raises(Incomplete) as refused:
        put(bureau)

    assert names(refused) == ["too-large"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.promise("N19")
@pytest.mark.parametrize(
    ("words", "file_name"), [("Mẫu riêng.", "TỐI MẬT.docx"), ("TỐI MẬT", "mau.docx")]
)
def test_put_template_keeps_nothing_of_a_secret(bureau, words, file_name):
    """Mẫu mang dấu độ mật không được nhận, chỉ còn một biên nhận không nội dung."""
    stamped = replaced(starting("báo cáo"), "{{phạm vi lưu hành}}", words)

    with pytest.raises(Incomplete) as refused:
        put(bureau, stamped, file_name=file_name)

    assert names(refused) == ["secret"]
    assert not Template.objects.exists()
    assert not StoredFile.objects.exists()
    assert Entry.objects.filter(event="refuse_secret_document").exists()


def test_put_template_refuses_people_who_do_not_keep_them(bureau):
    for person in (bureau.drafter, bureau.leader, bureau.stranger, bureau.auditor):
        with pytest.raises(NotAllowed):
            put(bureau, by=person)
    other = make_user(Role.ADMINISTRATOR, unit=make_unit("xã Khác"))
    with pytest.raises(NotAllowed):
        put(bureau, by=other)


def test_use_template_puts_it_in_the_place_of_the_one_before(bureau):
    first, second = in_use(bureau), made(bureau, "Bản hai.")

    commands.use_template(template=second, by=bureau.administrator)

    first.refresh_from_db()
    assert not first.is_current
    assert current_template(bureau.district, "BÁO CÁO") == second
    assert list(templates_of(bureau.district)) == [second, first]
    assert Entry.objects.filter(event="use_template").count() == 2


def test_use_template_may_go_back_to_an_earlier_one(bureau):
    first, second = in_use(bureau), in_use(bureau, "Bản hai.")

    commands.use_template(template=first, by=bureau.clerk)

    second.refresh_from_db()
    assert (current_template(bureau.district, "báo cáo"), second.is_current) == (first, False)


def test_use_template_refuses_one_with_a_fault(bureau):
    with pytest.raises(Incomplete) as refused:
        commands.use_template(template=made(bureau, findings=[FAULT]), by=bureau.clerk)

    assert names(refused) == ["template-faults"]
    assert current_template(bureau.district, "báo cáo") is None


def test_use_template_refuses_others_and_what_serves_already(bureau):
    template = in_use(bureau)

    with pytest.raises(WrongState):
        commands.use_template(template=template, by=bureau.clerk)
    with pytest.raises(NotAllowed):
        commands.use_template(template=made(bureau), by=bureau.drafter)


def test_withdraw_template_goes_back_to_the_plain_layout(bureau):
    template = in_use(bureau)

    commands.withdraw_template(template=template, by=bureau.clerk)

    assert current_template(bureau.district, "báo cáo") is None
    assert Template.objects.get().file.read() == own_template()
    with pytest.raises(WrongState):
        commands.withdraw_template(template=template, by=bureau.clerk)
    assert Entry.objects.filter(event="withdraw_template").count() == 1


def test_withdraw_template_refuses_others(bureau):
    with pytest.raises(NotAllowed):
        commands.withdraw_template(template=in_use(bureau), by=bureau.drafter)


def test_a_template_of_another_unit_never_serves(bureau):
    in_use(bureau)
    commune = Unit.objects.get(name="Ủy ban nhân dân xã Thử 1")

    assert current_template(commune, "báo cáo") is None
    assert current_template(bureau.office, "báo cáo") is None


@pytest.mark.promise("N9")
def test_a_document_is_issued_by_its_template_and_drawn_again_to_the_byte(bureau):
    """Văn bản ban hành theo mẫu dựng lại được đến từng byte, kể cả khi mẫu đã thôi dùng."""
    template = in_use(bureau)

    issue = make_issued(bureau)

    commands.withdraw_template(template=template, by=bureau.clerk)
    assert issue.template == template
    assert b"M\xe1\xba\xabu ri\xc3\xaang c\xe1\xbb\xa7a huy\xe1\xbb\x87n." in issue.docx.read()
    assert replay_document(issue).is_equal


def test_a_document_that_finds_no_place_in_its_template_is_not_issued(bureau):
    in_use(bureau)
    edition = make_agreed(bureau, letter())
    lost = replaced(own_template(), "{{nơi nhận}}", "- Lưu: VT.")
    take_guards_away("documents_template")
    Template.objects.update(file=_kept(lost))

    with pytest.raises(Incomplete) as refused:
        commands.issue_document(edition=edition, by=bureau.clerk)

    assert names(refused) == ["template-lost"]
    edition.refresh_from_db()
    with pytest.raises(ObjectDoesNotExist):
        _ = edition.issue


def _kept(content):
    return keep(content, WORD)


def test_the_letterhead_is_that_of_the_unit(bureau):
    plan = kind_of("kế hoạch")

    own_head, office = letterhead_of(bureau.district, plan), letterhead_of(bureau.office, plan)

    assert (own_head.superior, own_head.symbol) == (None, "KH-UBND")
    assert (office.superior, office.issuer) == (bureau.district.name, bureau.office.name)
    assert office.symbol == "KH-VHTT"
    assert letterhead_of(bureau.district, kind_of("thư công")).symbol is None


def test_units_with_templates_are_the_authority_and_the_own_office(bureau):
    assert units_with_templates(bureau.drafter) == (bureau.district, bureau.office)
    assert units_with_templates(bureau.clerk) == (bureau.district,)
    assert units_with_templates(make_user_without_unit()) == ()


def make_user_without_unit():
    person = make_user(Role.AUDITOR)
    person.unit = None
    return person
