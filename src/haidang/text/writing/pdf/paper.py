"""Sheets as the value that the template draws: plain numbers, lists and words, nothing to run."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from haidang.text.blocks import Document, Header
from haidang.text.layout.body import BASIS, BODY, PAGE_NUMBER
from haidang.text.layout.component import Component
from haidang.text.layout.page import FOOT_FROM_EDGE_MM, NUMBER_FROM_EDGE_MM
from haidang.text.layout.widths import MM_PER_PT
from haidang.text.writing.flow import after, before, gaps_of
from haidang.text.writing.grids import BORDER_PT
from haidang.text.writing.lines import Columns, Line, rule_length
from haidang.text.writing.marks import Run, cleaned
from haidang.text.writing.pages import height_of
from haidang.text.writing.pdf.letters import FAMILIES, cut_to_fit, printable
from haidang.text.writing.pdf.looks import look_key, look_of
from haidang.text.writing.pdf.tables import INSET_MM, cells_of, is_higher
from haidang.text.writing.rows import RULE_PT
from haidang.text.writing.sheets import Item, Sheet

Value = dict[str, Any]
UNDATED = date(1980, 1, 1)  # as in the .docx; a PDF/A must have a date, and the clock is not asked


class Paper:
    """Collects the looks in use while the sheets are put into plain values.

    `level` is that of the last heading; PDF/UA forbids to skip one on the way down.
    """

    def __init__(self) -> None:
        self.looks: dict[str, Value] = {"number": look_of(PAGE_NUMBER)}
        self.level = 0

    def sheet(self, sheet: Sheet) -> Value:
        """A sheet with its items; `reserve` is what the foot needs beyond the bottom margin."""
        page, margins = sheet.page, sheet.page.margins
        sides = {side: getattr(margins, side) for side in ("top", "right", "bottom", "left")}
        foot = sum(height_of(line, page.text_width) for line in sheet.foot) + RULE_PT
        free = (margins.bottom - FOOT_FROM_EDGE_MM) / MM_PER_PT
        return {
            "width": page.width,
            "height": page.height,
            **sides,
            "before": before(sheet.items[0]) if sheet.items else 0,
            "items": self.items(sheet),
            "foot": self.lines(sheet.foot, page.text_width),
            "reserve": max(foot - free, 0) if sheet.foot else 0,
        }

    def items(self, sheet: Sheet) -> list[Value]:
        room, highest = sheet.page.text_width, sheet.page.text_height / MM_PER_PT
        return [
            self.item(item, gap, room, highest)
            for item, gap in zip(sheet.items, gaps_of(sheet.items), strict=True)
        ]

    def item(self, item: Item, gap: float, room: float, highest: float) -> Value:
        if isinstance(item, Line):
            whole = item.component not in (BODY, BASIS) and not is_higher(item, room, highest)
            return {"kind": "line", **self.line(item, (item,), room, gap, breaks=not whole)}
        if isinstance(item, Columns):
            return self.columns(item, gap, breaks=height_of(item, room) > highest)
        return {"kind": "grid", "gap": gap, **cells_of(item, self.lines, highest)}

    def line(
        self, line: Line, group: Sequence[Line], room: float, gap: float, *, breaks: bool = False
    ) -> Value:
        """A line with what is below it; `group` are the lines that its rule is measured on."""
        component = line.component
        value: Value = {
            "look": self.look(component),
            "runs": [_run(run, component, room) for run in line.runs] or [""],
            "gap": gap,
            "breaks": breaks,
            "sticky": line.keep or component.keep_next,
        }
        if component.outline:
            value["level"] = self.level = min(component.outline, self.level + 1)
        if line.ruled:
            value["rule"] = rule_length(tuple(group), room)
        if line.frame:
            value["frame"] = line.frame if line.frame[0] <= room else (room, None)
        return value

    def look(self, component: Component) -> str:
        key = look_key(component)
        if key not in self.looks:
            self.looks[key] = look_of(component)
        return key

    def lines(self, lines: Sequence[Line], room: float) -> list[Value]:
        """Lines one below the other in a cell or the foot; nothing is added below the last."""
        gaps = [*gaps_of(lines)[:-1], 0.0]
        return [
            self.line(line, lines, room, gap, breaks=True)
            for line, gap in zip(lines, gaps, strict=False)
        ]

    def columns(self, columns: Columns, gap: float, *, breaks: bool) -> Value:
        cells = [
            {
                "top": before(cell[0]) if cell else 0,
                "bottom": after(cell[-1]) if cell else 0,
                "lines": self.lines(cell, share),
            }
            for row in columns.rows
            for cell, share in zip(row, columns.shares, strict=True)
        ]
        return {
            "kind": "columns",
            "gap": gap,
            "sticky": columns.name == "signers",
            "breaks": breaks,
            "widths": columns.shares,
            "cells": cells,
        }


def _run(run: Run, component: Component, room: float) -> str | Value:
    free = room - component.indent - component.first_line
    words = cut_to_fit(printable(run.text), component.size, free, bold=run.bold or component.bold)
    bold = run.bold and not component.bold
    return {"words": words, "bold": bold} if bold or len(words) > 1 else words[0]


def paper_of(document: Document, sheets: Iterable[Sheet]) -> str:
    """The whole as JSON, the same for equal documents."""
    paper, (first, *others) = Paper(), sheets
    drawn = [paper.sheet(sheet) for sheet in (first, *others)]
    header = document.header
    day = _date_of(header)
    whole = {
        "title": cleaned(first.name),
        "author": cleaned(header.issuer or ""),
        "subject": cleaned(header.title or ""),
        "date": (day.year, day.month, day.day),
        "fonts": FAMILIES,
        "rule": RULE_PT,
        "border": BORDER_PT,
        "padding": INSET_MM,
        "number-from-edge": NUMBER_FROM_EDGE_MM,
        "foot-from-edge": FOOT_FROM_EDGE_MM,
        "looks": paper.looks,
        "sheets": drawn,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _date_of(header: Header) -> date:
    """The day that the document bears, never that of the clock."""
    try:
        return date.fromisoformat(header.date or "")
    except ValueError:
        return UNDATED
