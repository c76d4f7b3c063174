"""The checklist “Thể thức văn bản”: the checker's rules in twelve groups, each with its verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haidang.text.checking import Finding, Severity
from haidang.text.checking.apart import Quoted
from haidang.text.layout.boxes import BOX_NAMES


@dataclass(frozen=True, slots=True)
class Group:
    """Rules that a clerk thinks of as one: by their names, else by the boxes of the decree.

    A name that ends with "-" stands for every rule that begins so.
    """

    name: str
    rules: str
    boxes: str = ""
    waits: bool = False  # for the clerk, who gives number and date at issue

    def names(self, rule: str) -> bool:
        """Whether the rule belongs here by its name."""
        names = self.rules.split()
        return any(rule == own or (own[-1] == "-" and rule.startswith(own)) for own in names)


# A finding belongs to the first group that names its rule, else to the first of its box.
GROUPS = (
    Group("Quốc hiệu, Tiêu ngữ", "national-name- motto-", "1"),
    Group("Tên cơ quan ban hành", "issuer- superior-", "2"),
    Group("Số, ký hiệu", "number-", "3", waits=True),
    Group("Địa danh, ngày ban hành", "place- date-", "4", waits=True),
    Group("Tên loại, trích yếu", "type- subject-", "5"),
    Group(
        "Phông chữ, cỡ chữ, dãn dòng",
        "font size size-mixed colour bold italic underline struck highlight capitals alignment "
        "block-indent first-line line-spacing paragraph-gap",
    ),
    Group("Khổ giấy, lề trang", "page-size page-margins page-turned active-content", "page"),
    Group("Số trang", "page-number- appendix-page-number"),
    Group(
        "Viết hoa, chính tả, bảng mã",
        "capital-letter old-letters unicode-form tone-placement double-space space-before-mark "
        "table-text",
    ),
    Group("Quyền hạn, chức vụ người ký", "signing- signer-", "7 8"),
    Group(
        "Nơi nhận, “Lưu: VT”, dấu khẩn",
        "recipients- addressee- stamp- contact-",
        "9 10 11 12 13 14",
    ),
    Group(
        "Căn cứ, đề mục, phụ lục, “./.”",
        "basis- decides- heading- label- point-letter citation- appendix- closing-",
        "6 text",
    ),
)
WORDS = {"late": "chưa đạt", "soon": "nên xem lại", "wait": "chờ", "ok": "đạt"}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with the number of its pin, and the words on the page that it is about."""

    number: int
    finding: Finding
    quotes: tuple[str, ...] = ()

    @property
    def is_fault(self) -> bool:
        """Whether the decree is broken, not only good practice."""
        return self.finding.severity is Severity.FAULT

    @property
    def box_name(self) -> str:
        """The name of the decree's box, where it is one."""
        return BOX_NAMES.get(self.finding.box, "")


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist: its verdict, and what was found."""

    name: str
    kind: str  # "late", "soon", "wait", "ok"
    found: Sequence[Numbered] = ()
    detail: str = ""

    @property
    def word(self) -> str:
        """The verdict in words."""
        return WORDS[self.kind]


def numbered(found: Iterable[Quoted]) -> list[Numbered]:
    """The findings in the order of the text, numbered from 1."""
    return [Numbered(number, row.finding, row.quotes) for number, row in enumerate(found, start=1)]


def checklist_of(found: Sequence[Numbered], *, open_number: bool = False) -> list[Check]:
    """The twelve lines, what is wrong first.

    With `open_number` the number and the date are still to be given by the clerk.
    """
    by_group: dict[Group, list[Numbered]] = {group: [] for group in GROUPS}
    for row in found:
        by_group[group_of(row.finding)].append(row)
    checks = [
        _check(group, rows, waits=open_number and group.waits) for group, rows in by_group.items()
    ]
    order = list(WORDS)
    return sorted(checks, key=lambda check: order.index(check.kind))


def group_of(finding: Finding) -> Group:
    """The group that a finding is counted in."""
    by_name = (group for group in GROUPS if group.names(finding.rule))
    by_box = (group for group in GROUPS if finding.box in group.boxes.split())
    return next(by_name, None) or next(by_box, GROUPS[-1])


def passed(checks: Sequence[Check]) -> int:
    """How many lines are all right."""
    return sum(check.kind == "ok" for check in checks)


def parts_of(checks: Sequence[Check]) -> list[tuple[str, str, int]]:
    """The bar above the list, cut by verdict."""
    tones = {"ok": "c-ok", "late": "c-bad", "soon": "c-soon", "wait": "c5"}
    counts = [(kind, sum(check.kind == kind for check in checks)) for kind in tones]
    return [(WORDS[kind], tones[kind], count) for kind, count in counts if count]


def _check(group: Group, rows: list[Numbered], *, waits: bool) -> Check:
    if any(row.is_fault for row in rows):
        return Check(group.name, "late", rows)
    if rows:
        return Check(group.name, "soon", rows)
    if waits:
        return Check(group.name, "wait", detail="Văn thư cấp khi phát hành.")
    return Check(group.name, "ok")
