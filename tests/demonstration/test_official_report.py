"""Each figure of the written report of the demonstration year, made again from its records (N8)."""

import io
import re
from decimal import Decimal

import docx
import pytest

from haidang.activities.models import Goal, Indicator, Quantity
from haidang.orgs.models import User
from haidang.reporting import commands
from haidang.reporting.models import Consolidation, Round, Submission
from haidang.reporting.numerals import read_number
from haidang.reporting.official.comparing import BEFORE, ESTIMATE, PLAN, PLANNED
from haidang.reporting.queries.lineage import figure_source, joint_source
from haidang.reporting.sheet import Sheet
from haidang.text.blocks import Table
from haidang.text.checking import check
from haidang.text.stored import from_json

pytestmark = pytest.mark.usefixtures("accounts")
LINK = re.compile(r"\[\[([^\[\]|]+)\|/so/(\d+)/([\d.]+)(?:/([\w-]+))?/\?lan=(\d+)\]\]")
TENTH = Decimal("0.1")


@pytest.fixture(scope="module")
def frozen(accounts):
    drafter = User.objects.get(username="chuyenvien")
    round = Round.objects.get(regime__receiver=drafter.seat, regime__frequency="year")
    made = commands.consolidate_round(round=round, by=drafter)
    commands.write_consolidated_report(consolidation=made, by=drafter)
    return Consolidation.objects.select_related("revision").get(pk=made.pk)


def figures(document):
    """Every figure that is printed, with the address of its records taken apart."""
    texts = [block.text for block in document.blocks if hasattr(block, "text")]
    tables = [
        one for annex in document.appendices for one in annex.blocks if isinstance(one, Table)
    ]
    texts += [cell for table in tables for row in table.rows for cell in row]
    return [found for text in texts for found in LINK.findall(text)]


class Records:
    """Figures made from records alone: never from a total that was kept."""

    def __init__(self, frozen):
        self.sheet = Sheet(frozen.content)

    def figure(self, code, place):
        if place.isdecimal():
            return self.of_unit(code, int(place))
        if place == "chung":
            return -self.shared(code)
        if place == ESTIMATE:
            return sum(map(self.expected_of(code), self.sheet.reported)) - self.shared(code)
        if place == PLANNED:
            goals = self.sheet.content["plan"][code]["goals"]
            return sum(Goal.objects.filter(pk__in=goals).values_list("quantity", flat=True))
        if place == PLAN:
            share = self.figure(code, "") * 100 / self.figure(code, PLANNED)
            return share.quantize(TENTH, "ROUND_HALF_UP")
        assert place == ""
        units = (self.of_unit(code, unit["id"]) for unit in self.sheet.reported)
        return sum(units, Decimal(0)) - self.shared(code)

    def of_unit(self, code, unit):
        """The sum of the activities that are listed; a unit's own figure where it says why."""
        source = figure_source(self.sheet, code, unit)
        logged = self.measured(code, [pk for pk, _ in source.evidence])
        if source.given.reason:
            return source.given.value
        assert (source.is_whole, source.gone) == (True, 0)
        return logged

    def measured(self, code, activities):
        indicator = Indicator.objects.get(code=code)
        if indicator.measure is None:
            return Decimal(len(activities))
        rows = Quantity.objects.filter(activity__in=activities, measure=indicator.measure)
        found = Decimal(sum(rows.values_list("amount", flat=True))) / indicator.divisor
        return found.quantize(Decimal("0.01"), "ROUND_HALF_UP")

    def shared(self, code):
        indicator = Indicator.objects.get(code=code)
        rows = joint_source(self.sheet, code)
        excess = Decimal(sum(row.excess for row in rows)) / indicator.divisor
        return excess.quantize(Decimal("0.01"), "ROUND_HALF_UP")

    def expected_of(self, code):
        def expected(unit):
            sent = Submission.objects.get(pk=unit["evidence"]["submission"])
            value, estimate, *_ = sent.content["figures"][code]
            return Decimal(estimate or value)

        return expected


@pytest.mark.promise("N8")
def test_each_figure_of_the_report_is_the_one_that_its_records_give(frozen, proof):
    """Báo cáo năm trình diễn: tính lại từng số từ các bản ghi mà số đó dẫn tới, ra đúng số đó."""
    document, records = from_json(frozen.revision.source), Records(frozen)
    found = figures(document)

    known = {}
    for figure, round, code, place, ordinal in found:
        assert (int(round), int(ordinal)) == (frozen.round_id, frozen.ordinal)
        if (code, place) not in known:
            known[code, place] = records.figure(code, place)
        shown = -read_number(figure[1:]) if figure[0] == "−" else read_number(figure)
        assert shown == known[code, place], (figure, code, place)

    kinds = {place for _, _, _, place, _ in found if not place.isdecimal()}
    assert kinds >= {"", ESTIMATE, PLAN, PLANNED}
    assert BEFORE not in kinds  # the demonstration has one year
    proof(times=len(found), figure=f"{len(found)} số, {len(known)} nguồn, 0 số khác")


@pytest.mark.promise("N8")
def test_the_file_prints_each_of_these_figures_and_its_layout_has_no_fault(frozen, proof):
    """Tệp .docx in đúng các số đó; kiểm tra thể thức không có lỗi nào."""
    content = frozen.revision.file.read()
    opened = docx.Document(io.BytesIO(content))
    printed = [paragraph.text for paragraph in opened.paragraphs]
    printed += [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    words = re.findall(r"−?\d+(?:\.\d{3})*(?:,\d+)?", " ".join(printed))

    found = {figure for figure, *_ in figures(from_json(frozen.revision.source))}

    assert found <= set(words)
    assert not check(content)
    proof(times=len(found), figure=f"{len(found)} số khác nhau, 0 lỗi thể thức")


@pytest.mark.promise("N8")
def test_every_address_in_the_report_opens(frozen, client, proof):
    """Mỗi đường dẫn của số trong báo cáo mở được trang nguồn có đúng số đó."""
    client.force_login(User.objects.get(username="chuyenvien"))
    found = figures(from_json(frozen.revision.source))

    pages, some = {}, next(place for _, _, _, place, _ in found if place.isdecimal())
    for figure, round, code, place, ordinal in found:
        if place.isdecimal() and place != some:  # of the units one: the others are as this
            continue
        path = f"/so/{round}/{code}/{place}{'/' if place else ''}?lan={ordinal}"
        page = pages.setdefault(path, client.get(path) if path not in pages else None)
        assert page.status_code == 200, path
        assert figure.removeprefix("−") in page.text
    proof(times=len(pages), figure=f"{len(pages)} trang nguồn")
