"""Words in the parts of a .docx or .odt: every part, every paragraph, every named thing."""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from haidang.text.reading.package import BROKEN, MAX_XML, W, parse
from haidang.text.reading.unreadable import Unreadable
from haidang.text.understanding.words.letters import compiled

_WORDS = re.compile(
    r"(?!.*/(?:theme/|fontTable|webSettings|styles|numbering)|META-INF/).*\.(?:xml|rels|svg)\Z|styles\.xml"
)
_PACKED = re.compile(r"(?:word/)?embeddings/.*|.*/Object \d+\.bin")
_PARAGRAPHS = frozenset(("p", "h", "del", "ins", "moveFrom", "text", "title", "desc"))
_SIGNS = {"tab": "\t", "br": "\n", "line-break": "\n", "s": " "}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMED = (
    *(f"{{urn:schemas-microsoft-com:vml}}{name}" for name in ("shape", "textpath", "imagedata")),
    *(f"{{{_DRAWING}/{name}" for name in ("wordprocessingDrawing}docPr", "picture}cNvPr")),
    *(f"{W}{name}" for name in ("alias", "tag", "tblCaption", "tblDescription")),
)
_SAID = compiled(r"[A-Za-z][A-Za-z .:-]{2,60}")
_LARGEST_DRAWING = 2 * 2**20
_DEEPEST = 2  # documents within documents
_LONGEST = 200


def words_of_parts(data: bytes, depth: int = 0) -> Iterator[str]:
    """Every line of every part. Refuses with Unreadable what unpacks to too much, or is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = [info for info in archive.infolist() if _WORDS.fullmatch(info.filename)]
            if sum(info.file_size for info in wanted) > 2 * MAX_XML:
                raise Unreadable("zip-bomb", "Tệp nén bất thường: mở ra quá lớn.")
            for info in wanted:
                part = parse(archive.read(info))
                is_text = info.filename == "word/document.xml" and not depth
                yield from _unread(part) if is_text else _lines(part)
            yield from _drawn(archive)
            if depth < _DEEPEST:
                yield from _packed(archive, depth + 1)
    except BROKEN as error:
        raise Unreadable("broken", "Tệp .docx hỏng, không mở được.") from error


def _packed(archive: zipfile.ZipFile, depth: int) -> Iterator[str]:
    for info in archive.infolist():
        if _PACKED.fullmatch(info.filename) and info.file_size <= MAX_XML:
            data = archive.read(info)
            if data.startswith(b"PK\x03\x04"):
                yield from words_of_parts(data, depth)


def _drawn(archive: zipfile.ZipFile) -> Iterator[str]:
    """The letters in drawings of Windows, which keep them two bytes each."""
    for info in archive.infolist():
        if info.filename.lower().endswith((".emf", ".wmf")) and info.file_size <= _LARGEST_DRAWING:
            data = archive.read(info)
            for letters in (data, data[1:]):
                yield from _SAID.findall(
                    letters[: len(letters) // 2 * 2].decode("utf-16-le", "ignore")
                )
            yield from _SAID.findall(data.decode("cp1258", "ignore"))


def _unread(root: etree._Element) -> Iterator[str]:
    """What the reader leaves out of the text itself: deletions, fields, pictures' names."""
    for element in root.iter(f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}txbxContent"):
        yield "".join(map(str, element.itertext()))
    for element in root.iter(*_NAMED):
        yield from (str(value) for value in element.attrib.values() if len(value) <= _LONGEST)


def _lines(root: etree._Element) -> Iterator[str]:
    """The paragraphs of a part; the words outside of any; the words that things are named with."""
    within = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = str(element.tag).rpartition("}")[2]
        if event == "end":
            within -= name in _PARAGRAPHS
            continue
        if name in _PARAGRAPHS:
            within += 1
            yield _line(element)
        elif not within and element.text:
            yield element.text
        for value in element.attrib.values():
            if 2 < len(value) <= _LONGEST:
                yield str(value)


def _line(paragraph: etree._Element) -> str:
    """A paragraph with its breaks and tabs; what lies in the boxes on it comes by itself."""
    parts: list[str] = [paragraph.text or ""]
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        name = str(element.tag).rpartition("}")[2]
        if name not in ("p", "h"):
            parts.append(_SIGNS.get(name, element.text or ""))
            todo += reversed(element)
        parts.append(element.tail or "")
    return "".join(parts)
