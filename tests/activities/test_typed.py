"""Indicators that no log feeds."""

import pytest

from haidang.activities.commands import TypedIndicator, add_typed_indicators, load_catalogue
from haidang.activities.enums import Aggregation
from haidang.activities.models import Indicator
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.enums import Role
from tests.makers import make_user

pytestmark = pytest.mark.django_db
ANSWERED = TypedIndicator("244.3.1", "Đã trả lời", "câu hỏi", "Báo chí", part_of="244.3.2")
ASKED = TypedIndicator("244.3.2", "Nhận được", "câu hỏi", "Báo chí")
RATIO = TypedIndicator("244.3", "Tỷ lệ", "%", "Báo chí", per=100, ratio=("244.3.1", "244.3.2"))


def test_add_typed_indicators_makes_counts_and_their_ratio():
    add_typed_indicators(indicators=[RATIO, ANSWERED, ASKED], by=None)

    part, whole, ratio = (Indicator.objects.get(code=one.code) for one in (ANSWERED, ASKED, RATIO))
    assert (part.part_of, whole.part_of) == (whole, None)
    assert (ratio.aggregation, ratio.per) == (Aggregation.RATIO, 100)
    assert (ratio.numerator, ratio.denominator) == (part, whole)
    assert not part.kinds.exists()


def test_add_typed_indicators_leaves_what_is_there_and_finds_free_codes():
    load_catalogue()
    new = TypedIndicator("", "Số cụm loa", "cụm", "Phát thanh")
    first, second, kept = add_typed_indicators(
        indicators=[new, new, TypedIndicator("1.1", "Khác", "x", "y")], by=None
    )

    assert (first.code, second.code) == ("90.1", "90.2")
    assert kept.name == "Buổi phát thanh"


@pytest.mark.parametrize(
    ("one", "issue"),
    [
        (TypedIndicator("", "", "x", "y"), "indicator_name"),
        (TypedIndicator("", "x" * 101, "x", "y"), "indicator_name"),
        (TypedIndicator("", "x", "", "y"), "unit_name"),
        (TypedIndicator("", "x", "x", ""), "group"),
        (TypedIndicator("a", "x", "x", "y"), "code"),
    ],
)
def test_add_typed_indicators_says_what_is_wrong(one, issue):
    with pytest.raises(Incomplete) as refusal:
        add_typed_indicators(indicators=[one], by=None)

    assert [found.name for found in refusal.value.issues] == [issue]


def test_add_typed_indicators_is_for_administrators():
    with pytest.raises(NotAllowed):
        add_typed_indicators(indicators=[ASKED], by=make_user(Role.DRAFTER))
