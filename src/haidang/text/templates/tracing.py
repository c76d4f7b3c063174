"""Where the paragraphs of a template are, and which of them a paragraph of the filled sample is."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from haidang.text.checking import Finding, findings_of
from haidang.text.checking.paper import Paper, paper_of_docx
from haidang.text.reading.package import W
from haidang.text.templates.fields import spots_in
from haidang.text.templates.form import MAIN, Form, place_of_part
from haidang.text.templates.placing import TRACE
from haidang.text.templates.words import text_of

MOST_QUOTED = 40


class Places:
    """Where the paragraphs of a template are, in words, and again in a sample filled into it."""

    def __init__(self, template: bytes, form: Form) -> None:
        self._form = form
        paper = paper_of_docx(template)
        assert paper.package is not None
        tree = paper.package.part(MAIN)
        assert tree is not None
        numbers = {id(one): at for at, one in enumerate(tree.iter(f"{W}p"))}
        self._paper = paper
        self._where = {
            numbers[id(passage.node)]: passage.where
            for passage in paper.passages
            if id(passage.node) in numbers
        }
        self._fields: dict[str, str] = {}
        for at, paragraph in enumerate(form.trees[MAIN].iter(f"{W}p")):
            if at in self._where and (words := text_of(paragraph).strip()):
                names = [spot.field.spelled for spot in spots_in(words) if spot.field]
                self._name(at, ", ".join(names) or f"“{shortened(words)}”")

    def _name(self, at: int, names: str) -> None:
        """Say what stands there: of a cell at once, of a numbered paragraph in the end."""
        where = self._where[at]
        if where.startswith("bảng"):
            self._where[at] = f"{where} ({names})"
        else:
            self._fields[where] = names

    def of(self, part: str, element: etree._Element | None) -> str:
        """In words where an element of the template is."""
        if element is None or part != MAIN:
            return place_of_part(part) or "tệp"
        holder = element if element.tag == f"{W}p" else next(element.iterancestors(f"{W}p"), None)
        for at, paragraph in enumerate(self._form.trees[MAIN].iter(f"{W}p")):
            if paragraph is holder:
                return self._where.get(at, "văn bản")
        return "văn bản"

    def fonts(self) -> Iterator[tuple[str, set[str]]]:
        """The fonts of the template's own words, paragraph by paragraph, also in the margins."""
        for passage in self._paper.passages:
            own = [run for run in passage.seen_runs if not _is_field(run.words)]
            yield passage.where, {run.letters.font for run in own}
        styles = self._paper.styles
        assert styles is not None
        for name in self._form.margins_parts():
            for paragraph in self._form.trees[name].iter(f"{W}p"):
                style = styles.style_of(paragraph)
                own_runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
                yield place_of_part(name), {styles.letters_of(run, style).font for run in own_runs}

    def traced(self) -> bytes:
        """The template, each paragraph bearing its number: what is made of it bears it too."""
        for at, paragraph in enumerate(self._form.trees[MAIN].iter(f"{W}p")):
            paragraph.set(TRACE, f"{at:08X}")
        return self._form.packed()

    def told(self, paper: Paper) -> Iterator[Finding]:
        """The findings of the filled sample, at the places in the template that they come from."""
        boxed = [box.passage for box in paper.boxes]
        for passage in dict.fromkeys((*paper.passages, *boxed)):
            passage.where = place_of_part(passage.part) or self._from(passage.node.get(TRACE, ""))
        for finding in findings_of(paper):
            yield self._with_field(finding)

    def _from(self, trace: str) -> str:
        """Where a paragraph came from; appendices come from no paragraph of the template."""
        return self._where.get(int(trace, 16), "văn bản") if trace else "phụ lục"

    def _with_field(self, finding: Finding) -> Finding:
        named = self._fields.get(finding.place)
        place = f"{finding.place} ({named})" if named else finding.place
        # What mends a document would mend the sample, and not the template
        return replace(finding, place=place, repairable=False)


def shortened(words: str) -> str:
    """The first words, enough to find them again.

    >>> shortened("Các cơ quan, đơn vị và Ủy ban nhân dân các xã, thị trấn")
    'Các cơ quan, đơn vị và Ủy ban nhân dân …'
    """
    if len(words) <= MOST_QUOTED:
        return words
    return f"{words[:MOST_QUOTED].rpartition(' ')[0]} …"


def _is_field(words: str) -> bool:
    return "{" in words or "}" in words
