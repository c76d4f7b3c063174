"""A page's words, each with its box, laid out as lines of text with their indents and gaps."""

from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """Words that stand together on one line of a page; `bottom` is their base line."""

    left: float
    right: float
    bottom: float
    top: float
    words: str

    def goes_on_with(self, letter: "Run") -> bool:
        """Whether a letter stands on the same line, close behind."""
        height = letter.top - letter.bottom
        return abs(letter.bottom - self.bottom) < 2 and -2 < letter.left - self.right < height * 0.6

    def add(self, letter: "Run") -> None:
        """Take a letter in."""
        self.right, self.top = max(self.right, letter.right), max(self.top, letter.top)
        self.words += letter.words


def laid_out(runs: list[Run]) -> str:
    """The page as text: lines from the top down, columns side by side."""
    if not runs:
        return ""
    width = _letter_width(runs)
    margin = min(run.left for run in runs)
    lines: list[str] = []
    before: list[Run] | None = None
    for line in _lines(runs):
        if before is not None and _gap(before, line) > 1.16 * (line[0].top - line[0].bottom) + 4:
            lines.append("")
        lines.append(_line(line, margin, width))
        before = line
    return "\n".join(lines)


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
