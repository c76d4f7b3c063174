"""A page's words, each with its box, laid out as lines of text with their indents and gaps."""

from dataclasses import dataclass

from haidang.text.reading.runs import Run
from haidang.text.reading.table_lines import cells_of, columns_of, in_columns

Box = tuple[float, float, float, float]
_BELOW = 0.25  # of its height a line reaches below its base line
_FINE = 4  # digits of a share of the page: less than a dot


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and its box as shares of the page, from the upper left; a gap has none."""

    words: str
    box: Box | None = None


def laid_out(runs: list[Run], width: float, height: float) -> list[Line]:
    """A page of this size as lines from the top down, columns side by side."""
    if not runs:
        return []
    letter = _letter_width(runs)
    margin = min(run.left for run in runs)
    lines: list[Line] = []
    before: list[Run] | None = None
    found = _lines(runs)
    cells = cells_of(found, letter)
    columns = columns_of(cells, letter)
    for number, line in enumerate(found):
        if before is not None and _gap(before, line) > 1.16 * (line[0].top - line[0].bottom) + 4:
            lines.append(Line(""))
        words = _line(line, margin, letter)
        if number in columns:
            words = in_columns(cells[number], margin, columns[number])
        lines.append(Line(words, _box(line, width, height)))
        before = line
    return lines


def _box(line: list[Run], width: float, height: float) -> Box:
    top = max(run.top for run in line)
    foot = min(run.bottom - _BELOW * (run.top - run.bottom) for run in line)
    return (
        _share(line[0].left, width),
        _share(height - top, height),
        _share(max(run.right for run in line), width),
        _share(height - foot, height),
    )


def _share(length: float, whole: float) -> float:
    return round(min(max(length / max(whole, 1.0), 0.0), 1.0), _FINE)


def _letter_width(runs: list[Run]) -> float:
    widths = sorted((run.right - run.left) / len(run.words) for run in runs if len(run.words) > 3)
    return max(widths[len(widths) // 2], 1.0) if widths else 5.0


def _lines(runs: list[Run]) -> list[list[Run]]:
    """Runs that share a base line, from the top of the page down."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.bottom, run.left)):
        height = run.top - run.bottom
        if lines and abs(lines[-1][0].bottom - run.bottom) < max(height, 4) * 0.5:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _gap(before: list[Run], line: list[Run]) -> float:
    return min(run.bottom for run in before) - max(run.top for run in line)


def _line(line: list[Run], margin: float, width: float) -> str:
    """One line of words; a wide gap becomes as many spaces as letters would fit."""
    words = ""
    end = margin
    for run in line:
        spaces = round((run.left - end) / width)
        if words:
            spaces = spaces if spaces >= 3 else int(run.left - end > width * 0.15)
        words += " " * max(spaces, 0) + run.words
        end = run.right
    return words
