"""Numbers: one run a year for each series, no gap, no double, days in their order."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from haidang import clock
from haidang.documents import commands
from haidang.documents.commands import Wish
from haidang.documents.enums import NumberStatus
from haidang.documents.models import Document, Number, Series
from haidang.documents.queries import next_number, reserved_numbers, series_code
from haidang.documents.queries.numbering import about_day
from haidang.documents.register import Line
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from tests.makers.documents import MONDAY, make_agreed, make_bureau, make_draft, make_issued

pytestmark = pytest.mark.django_db
LINE = Line("BC-UBND", "Báo cáo", "Việc thử")


@pytest.fixture
def bureau(settings):
    settings.AS_OF = MONDAY
    return make_bureau()


def reserve(bureau, document_type="Báo cáo", **wanted):
    wanted = {"by": bureau.clerk, **wanted}
    return commands.reserve_number(unit=bureau.district, document_type=document_type, **wanted)


def use(bureau, day=MONDAY, **wanted):
    edition = make_draft(bureau).edition
    return commands.use_number(edition=edition, line=LINE, issued_on=day, by=bureau.clerk, **wanted)


def names(refusal):
    return [issue.name for issue in refusal.value.issues]


def test_reserve_number_gives_one_after_the_other_in_each_series(bureau):
    given = [reserve(bureau, kind) for kind in ("Báo cáo", "công văn", "BÁO CÁO", "thư công")]

    assert [(number.series.code, number.written) for number in given] == [
        ("BC", "01"),
        ("công văn", "01"),
        ("BC", "02"),
        ("thư công", "01"),
    ]
    assert next_number(bureau.district, "Báo cáo") == 3
    assert next_number(bureau.district, "Kế hoạch") == 1
    assert list(reserved_numbers(bureau.district, "báo cáo")) == [given[0], given[2]]


def test_reserve_number_says_for_what_by_whom_and_when(bureau):
    with clock.as_if(clock.at(MONDAY, 9, 30)):
        number = reserve(bureau, purpose="Báo cáo quý IV")

    assert (number.reserved_by, number.purpose) == (bureau.clerk, "Báo cáo quý IV")
    assert timezone.localtime(number.reserved_at) == clock.at(MONDAY, 9, 30)
    assert Entry.objects.latest("seq").event == "reserve_number"


def test_reserve_number_refuses_everybody_but_the_clerk(bureau):
    for person in (bureau.drafter, bureau.leader, bureau.stranger, bureau.auditor):
        with pytest.raises(NotAllowed):
            reserve(bureau, by=person)


def test_reserve_number_refuses_a_secrecy_mark(bureau):
    with pytest.raises(Incomplete) as refusal:
        reserve(bureau, purpose="TUYỆT MẬT")

    assert names(refusal) == ["secrecy_mark"]


def test_reserve_number_takes_the_next_one_given_by_hand(bureau):
    reserve(bureau)

    assert reserve(bureau, value=2).value == 2


@pytest.mark.parametrize(
    ("value", "name", "words"),
    [
        (3, "number-taken", "Số 03 đang được Văn thư, UBND huyện Thử giữ cho Việc A từ "),
        (4, "number-taken", "Số 04 đã hủy (Thôi) và không dùng lại"),
        (5, "number-taken", "Số 05 đã cấp cho Việc thử, ngày 25/11/2024"),
        (7, "number-leaves-a-gap", "Số tiếp theo của sổ BC là 06"),
        (2, "number-on-paper", "sổ này bắt đầu từ số 03"),
    ],
)
def test_reserve_number_refuses_a_number_asked_for_twice(bureau, value, name, words):
    commands.begin_series(unit=bureau.district, document_type="Báo cáo", after=2, by=bureau.clerk)
    reserve(bureau, purpose="Việc A")
    commands.cancel_number(number=reserve(bureau), reason="Thôi", by=bureau.clerk)
    use(bureau)

    with pytest.raises(Incomplete) as refusal:
        reserve(bureau, value=value)

    assert names(refusal) == [name]
    assert words in refusal.value.message


def test_use_number_takes_the_next_or_the_one_held(bureau):
    held = reserve(bureau)

    assert (use(bureau).value, use(bureau, number=held).value) == (2, 1)
    assert Series.objects.get().last == 2


def test_use_number_refuses_others_a_second_time_and_other_series(bureau):
    number = use(bureau)
    other = reserve(bureau, "Kế hoạch")

    with pytest.raises(WrongState, match="đã được cấp số"):
        commands.use_number(edition=number.edition, line=LINE, issued_on=MONDAY, by=bureau.clerk)
    with pytest.raises(WrongState, match="đã cấp"):
        use(bureau, number=number)
    with pytest.raises(WrongState, match="sổ khác"):
        use(bureau, number=other)
    with pytest.raises(NotAllowed):
        commands.use_number(
            edition=make_draft(bureau).edition, line=LINE, issued_on=MONDAY, by=bureau.leader
        )


def test_use_number_refuses_a_day_before_that_of_the_number_before(bureau):
    use(bureau)

    with pytest.raises(Incomplete, match="không được ghi lùi ngày") as refusal:
        use(bureau, dt.date(2024, 11, 22))

    assert names(refusal) == ["day-out-of-order"]


def test_use_number_refuses_a_day_after_that_of_the_number_behind(bureau):
    held = reserve(bureau)
    use(bureau, dt.date(2024, 11, 22))

    with pytest.raises(Incomplete, match="hủy số này và lấy số mới"):
        use(bureau, number=held)
    assert use(bureau, dt.date(2024, 11, 22), number=held).value == 1


def test_use_number_refuses_another_year_and_a_day_to_come(bureau):
    held = reserve(bureau)

    with clock.as_if(clock.at(dt.date(2025, 1, 2))), pytest.raises(WrongState, match="sổ khác"):
        use(bureau, dt.date(2025, 1, 2), number=held)
    with pytest.raises(Incomplete, match="sau hôm nay"):
        use(bureau, dt.date(2024, 11, 26))


def test_cancel_number_keeps_it_in_the_register_and_nobody_gets_it(bureau):
    number = reserve(bureau)

    commands.cancel_number(number=number, reason=" Không ban hành. ", by=bureau.clerk)

    number.refresh_from_db()
    assert (number.status, number.reason) == (NumberStatus.CANCELLED, "Không ban hành.")
    assert number.cancelled_by == bureau.clerk
    assert reserve(bureau).value == 2


def test_cancel_number_refuses_without_a_reason_twice_used_and_by_others(bureau):
    number, used = reserve(bureau), make_issued(bureau).number

    for reason, name in ((" ", "no-reason"), ("TUYỆT MẬT", "secrecy_mark")):
        with pytest.raises(Incomplete) as refusal:
            commands.cancel_number(number=number, reason=reason, by=bureau.clerk)
        assert names(refusal) == [name]
    with pytest.raises(NotAllowed):
        commands.cancel_number(number=number, reason="Thôi", by=bureau.drafter)
    with pytest.raises(WrongState, match=r"đã cấp cho .*, nên không hủy được"):
        commands.cancel_number(number=used, reason="Thôi", by=bureau.clerk)


def test_issue_with_a_number_given_by_hand(bureau):
    edition = make_agreed(bureau)

    issue = commands.issue_document(edition=edition, by=bureau.clerk, wish=Wish(value=1))

    assert str(issue.number) == "01/BC-UBND"


def test_a_type_that_the_decree_does_not_know_has_a_series_of_its_own(bureau):
    assert series_code(bureau.district, " Tờ tin ", 2024) == "tờ tin"
    assert series_code(bureau.district, "#đến", 2024) == "đến"
    assert series_code(bureau.district, "", 2024) == "công văn"


class AnyOrder(TestCase):
    """Whatever the order of acts, the register is 1 to n, each number once."""

    @settings(max_examples=settings().max_examples // 3)  # each makes an authority of its own
    @given(st.lists(st.sampled_from(["reserve", "use", "use-held", "cancel"]), max_size=12))
    def test_numbers_have_no_gap_and_no_double(self, acts):
        bureau = make_bureau()
        given_out = []
        for act in acts:
            held = list(reserved_numbers(bureau.district, "Báo cáo"))
            if act == "reserve":
                given_out.append(reserve(bureau).value)
            elif act == "use":
                given_out.append(use(bureau, clock.today()).value)
            elif held and act == "use-held":
                use(bureau, clock.today(), number=held[0])
            elif held:
                commands.cancel_number(number=held[-1], reason="Thôi", by=bureau.clerk)

        kept = Number.objects.filter(series__unit=bureau.district).order_by("value")
        assert list(kept.values_list("value", flat=True)) == given_out
        assert given_out == list(range(1, len(given_out) + 1))


def test_a_number_of_one_year_bears_no_day_of_another(bureau):
    (issue,) = about_day(reserve(bureau).series, 1, dt.date(2023, 12, 29))

    assert "Số của năm 2024" in issue.message


def register(bureau, number, text="Nội dung khác", **wanted):
    given = {"document_type": "Báo cáo", "symbol": "BC-UBND", "issued_on": MONDAY, **wanted}
    return commands.register_document(
        title="Từ ngoài vào",
        unit=bureau.district,
        text=text,
        by=bureau.drafter,
        number=number,
        **given,
    )


def test_register_document_refuses_a_number_that_another_document_has(bureau):
    issue = make_issued(bureau)
    reserve(bureau, purpose="Báo cáo năm")

    for number, words in (("01", "Số 01 đã cấp cho Tăng cường"), ("2", "giữ cho Báo cáo năm")):
        with pytest.raises(Incomplete, match=words) as refusal:
            register(bureau, number)
        assert names(refusal) == ["number-taken"]
    assert not Document.objects.exclude(pk=issue.edition.document_id).exists()


def test_register_document_takes_the_same_text_and_numbers_of_no_register_here(bureau):
    issue = make_issued(bureau)

    again = register(bureau, "1", f"{issue.revision.text} Trang 1")

    assert again.edition.number == "1"
    register(bureau, "01", issued_on=dt.date(2023, 5, 5))
    register(bureau, "01", document_type="Kế hoạch")
    for number in ("7", "1" * 20, "x"):
        assert register(bureau, number).edition.number == number


@pytest.mark.promise("N19")
@pytest.mark.parametrize("column", ["subject", "recipients", "signer", "note"])
def test_use_number_refuses_a_secrecy_mark_in_the_line(bureau, column):
    """What the register prints bears no stamp, whoever wrote the line."""
    edition = make_draft(bureau).edition

    with pytest.raises(Incomplete) as refusal:
        commands.use_number(
            edition=edition,
            line=replace(LINE, **{column: "TUYỆT MẬT"}),
            issued_on=MONDAY,
            by=bureau.clerk,
        )

    assert names(refusal) == ["secrecy_mark"]
    assert not Number.objects.exists()


def test_numbers_are_due_and_held_by_the_year_of_the_day(bureau):
    held = reserve(bureau)

    with clock.as_if(clock.at(dt.date(2025, 1, 2))):
        assert next_number(bureau.district, "Báo cáo") == 1
        assert next_number(bureau.district, "Báo cáo", 2024) == 2
        assert not reserved_numbers(bureau.district, "Báo cáo").exists()
        assert list(reserved_numbers(bureau.district, "Báo cáo", 2024)) == [held]
