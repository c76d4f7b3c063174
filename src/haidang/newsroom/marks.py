"""A story's words as simple marks, which a person types, and as clean HTML, which is kept.

## heading, ### smaller one, **bold**, *italic*, [words](address), "- " and "1. " for lists, "> "
for a quotation; a blank line parts paragraphs. Both ways lead back to the same words.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape

from markdown_it import MarkdownIt

from haidang.newsroom.pasted import Block, Run, read, settled

_RULES = ["heading", "list", "blockquote", "emphasis", "link", "escape", "newline"]
_MARKS = MarkdownIt("zero", {"html": False, "breaks": True}).enable(_RULES)
_HEADS = {"h2": "## ", "h3": "### ", "p": ""}
_SIGNS = re.compile(r"([\\*\[\]]|#+$)")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_STARTS = re.compile(r"(?m)^(\d*)([#>\-+.)])")
_NUMBER = re.compile(r"([ >]*)(\d+)(?=[.)](?:\s|$))")
# Stands for an underscore, which is a letter here: addresses and names have them.
_LOW, _LOW_IN_ADDRESS = "\ue000", "%EE%80%80"


def to_html(marks: str) -> str:
    """The HTML of what was typed: only paragraphs, headings, lists, quotations, links, emphasis."""
    return "".join(_written(_settled(block)[1]) for block in _typed(marks))


def to_marks(html: str) -> str:
    """The marks of HTML, whatever its origin; `to_html` of them gives the same words."""
    return taken_from(html)[0]


def clean(html: str) -> str:
    """HTML as a story may hold it; cleaning it again changes nothing."""
    return "".join(_written(_settled(block)[1]) for block in read(html).blocks)


def taken_from(html: str) -> tuple[str, list[str]]:
    """The marks of pasted HTML, and what the person has to be told of what went."""
    found = read(html)
    return "\n\n".join(_settled(block)[0] for block in found.blocks), found.said


def _typed(marks: str) -> list[Block]:
    html = _MARKS.render(_numbers_kept(marks.replace(_LOW, "").replace("_", _LOW)))
    return read(html.replace(_LOW, "_").replace(_LOW_IN_ADDRESS, "_")).blocks


def _numbers_kept(marks: str) -> str:
    """Take a number for that of a list only where a list is: "2024. Năm" keeps its year."""
    lines, is_list = [], False
    for line in marks.splitlines():
        number = _NUMBER.match(line)
        if number and not is_list and number[2] != "1":
            line = f"{number[1]}{number[2]}\\{line[number.end() :]}"
            number = None
        is_list = bool(number) or (is_list and (not line.strip() or line.startswith(" ")))
        lines.append(line)
    return "\n".join(lines)


def _settled(block: Block) -> tuple[str, Block]:
    """The marks of a block with as few signs as will do, and the block that they stand for.

    Where no marks can say how letters look (a bold sign in the middle of a word), the look goes
    and the letters stay.
    """
    for look, spelling in _WAYS:
        kept = Block(block.kind, tuple(settled(map(look, part)) for part in block.parts))
        marks = _in_marks(kept, spelling)
        if _typed(marks) == [kept]:
            break
    return marks, kept


def _in_marks(block: Block, spelling: Callable[[str], str]) -> str:
    lines = [_spelled(part, spelling) for part in block.parts]
    if block.kind == "ul":
        return "\n".join(f"- {_indented(line, '  ')}" for line in lines)
    if block.kind == "ol":
        numbered = [(f"{n}. ", line) for n, line in enumerate(lines, 1)]
        return "\n".join(f"{n}{_indented(line, ' ' * len(n))}" for n, line in numbered)
    if block.kind == "blockquote":
        return "\n>\n".join(f"> {_indented(line, '> ')}" for line in lines)
    return f"{_HEADS[block.kind]}{lines[0]}"


def _indented(line: str, by: str) -> str:
    return line.replace("\n", f"\n{by}")


def _spelled(runs: tuple[Run, ...], spelling: Callable[[str], str]) -> str:
    words, at = "", 0
    while at < len(runs):
        # A link stands around all the looks within it.
        end = at + 1
        while runs[at].href and end < len(runs) and runs[end].href == runs[at].href:
            end += 1
        inside = "".join(_with_signs(run, spelling) for run in runs[at:end])
        words += f"[{inside}]({runs[at].href})" if runs[at].href else inside
        at = end
    return words if spelling is not _escaped else _STARTS.sub(r"\1\\\2", words)


def _with_signs(run: Run, spelling: Callable[[str], str]) -> str:
    sign = "*" * (2 * run.is_bold + run.is_italic)
    return f"{sign}{spelling(run.text)}{sign}"


def _plain(text: str) -> str:
    return text


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text)


def _every_sign(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", text)


def _as_it_looks(run: Run) -> Run:
    return run


def _upright(run: Run) -> Run:
    return replace(run, is_italic=False)


def _linked_only(run: Run) -> Run:
    return replace(run, is_italic=False, is_bold=False)


def _letters_only(run: Run) -> Run:
    return Run(run.text)


_WAYS = (
    (_as_it_looks, _plain),
    (_as_it_looks, _escaped),
    (_upright, _escaped),
    (_linked_only, _escaped),
    (_letters_only, _every_sign),
)


def _written(block: Block) -> str:
    lines = ["".join(map(_in_html, part)) for part in block.parts]
    if block.kind in {"ul", "ol"}:
        items = "".join(f"<li>{line}</li>" for line in lines)
        return f"<{block.kind}>{items}</{block.kind}>"
    if block.kind == "blockquote":
        paragraphs = "".join(f"<p>{line}</p>" for line in lines)
        return f"<blockquote>{paragraphs}</blockquote>"
    return f"<{block.kind}>{lines[0]}</{block.kind}>"


def _in_html(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>")
    text = f"<i>{text}</i>" if run.is_italic else text
    text = f"<b>{text}</b>" if run.is_bold else text
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text
