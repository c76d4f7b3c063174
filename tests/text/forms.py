"""Templates for tests: the starting one of a type, changed as an administrator would in Word."""

import io
import zipfile
from functools import cache

import docx
from lxml import etree

from haidang.text.layout import kind_of
from haidang.text.templates import check_template, starting_template

MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def starting(name="kế hoạch"):
    return starting_template(kind_of(name))


def checked(template, name="kế hoạch", **fields):
    return check_template(template, kind_of(name), **fields)


def rules_of(findings):
    return [finding.rule for finding in findings]


def changed(change, name="kế hoạch"):
    """The starting template after `change` was made to it by python-docx, and saved."""
    opened = docx.Document(io.BytesIO(starting(name)))
    change(opened)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)  # at no time, so that the same parts are the same bytes
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def replaced(data, old, new, part=MAIN):
    """The file with `old` in a part made `new`; it must be there."""
    parts = parts_of(data)
    assert old.encode() in parts[part], old
    return packed(parts | {part: parts[part].replace(old.encode(), new.encode())})


def with_paragraph(words, data=None):
    """The template with one more paragraph, of these runs as XML, before {{nội dung}}."""
    data = data or starting()
    marked = '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t>{{nội dung}}'
    return replaced(
        data, marked, f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>{words}</w:p>{marked}'
    )


def run(words, look=""):
    return f'<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>'


def with_relation(data, kind, target, part="word/_rels/document.xml.rels", mode="External"):
    relation = (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return replaced(data, "</Relationships>", relation, part)


def tree_of(data, part=MAIN):
    return etree.fromstring(parts_of(data)[part])


def same(data, other, part=MAIN):
    one, two = (etree.tostring(tree_of(file, part), method="c14n") for file in (data, other))
    return one == two


def texts_of(data, part=MAIN):
    """The words of each paragraph of the file that has any."""
    paragraphs = tree_of(data, part).iter(f"{W}p")
    said = ("".join(t.text or "" for t in one.iter(f"{W}t")) for one in paragraphs)
    return [words for words in said if words.strip()]
