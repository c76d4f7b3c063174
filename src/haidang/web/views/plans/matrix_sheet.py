"""The matrix as a workbook: what the page shows, in words."""

from collections.abc import Iterator
from typing import Any

from haidang.web import wording
from haidang.web.plan_words import STATES
from haidang.web.sheets import A3, Value, workbook
from haidang.web.views.plans.grid import Cell, Row


def sheet_of(page: dict[str, Any]) -> bytes:
    """The rows and columns of the page as .xlsx, with the day and what it was narrowed by."""
    grid, plan, form = page["grid"], page["plan"], page["form"]
    columns = [("Mục", 8), ("Nhiệm vụ", 48), ("Hạn hoàn thành", 14)]
    columns += [(unit.short_name, 14) for unit in grid.columns]
    stands = f"Kế hoạch {plan}, năm {plan.year}; số liệu lúc {wording.clock_time(page['now'])}"
    notes = [
        f"{stands} ngày {wording.day(page['now'])}; thay đổi tính từ {form.since_words}.",
        f"C: chủ trì; P: phối hợp. {_narrowed_by(form, page)}",
    ]
    return workbook(
        "Ma trận nhiệm vụ", [*columns, ("Có minh chứng", 12)], _rows(grid), notes=notes, paper=A3
    )


def _narrowed_by(form: Any, page: dict[str, Any]) -> str:
    said = [f"{field.label}: {_shown(field)}" for field in form.visible_fields() if _shown(field)]
    if page["page"].paginator.num_pages > 1:
        said.append(f"nhóm cột {page['page'].number}/{page['page'].paginator.num_pages}")
    return f"Bộ lọc: {'; '.join(said)}." if said else "Không lọc."


def _shown(field: Any) -> str:
    value = field.form.cleaned_data.get(field.name)
    if field.name in {"tu", "ngay", "ke-hoach"} or not value:
        return ""
    if value is True:
        return "có"
    return str(dict(getattr(field.field, "choices", ())).get(value, value))


def _rows(grid: Any) -> Iterator[list[Value]]:
    for title, rows in grid.sections:
        yield [None, title]
        for row in rows:
            yield [row.task.label, row.task.title, _due(row), *map(_words, row.cells), _sum(row)]


def _due(row: Row) -> Value:
    return row.task.due_on or row.task.recurrence.capitalize() or None


def _words(cell: Cell) -> Value:
    if not cell.state:
        return None
    moved = f" ({cell.moved})" if cell.has_changed else ""
    return f"{cell.letter} {STATES[cell.state]}{moved}".strip()


def _sum(row: Row) -> Value:
    return f"{row.shown_by}/{len(row.given)}" if row.given else "chưa đơn vị nào nhận"
