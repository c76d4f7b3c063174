"""Emergency messages in the Common Alerting Protocol 1.2 (OASIS), written and checked by its rules.

What is checked here are the rules of the standard's section 3 for the parts that we write: which
elements in which order, how often, and what each may hold.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
LARGEST = 200_000
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
NAME = re.compile(r"[^\s,<&]+")
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
REFERENCE = re.compile(r"[^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
WORDS = re.compile(r".*\S.*", re.DOTALL)
MANY = 10_000
ONE, MAYBE, SOME, ANY = (1, 1), (0, 1), (1, MANY), (0, MANY)


@dataclass(frozen=True, slots=True)
class Rule:
    """One element: how often it stands in its parent, and what it may hold."""

    name: str
    times: tuple[int, int]
    holds: re.Pattern[str] | frozenset[str] | str = WORDS  # text means: elements of that table

    def takes(self, text: str) -> bool:
        """Whether the element may hold this text."""
        if isinstance(self.holds, frozenset):
            return text in self.holds
        if self.holds is MOMENT:
            return _moment(text) is not None
        return isinstance(self.holds, re.Pattern) and bool(self.holds.fullmatch(text))


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


TABLES: Mapping[str, Sequence[Rule]] = {
    "alert": (
        Rule("identifier", ONE, NAME),
        Rule("sender", ONE, NAME),
        Rule("sent", ONE, MOMENT),
        Rule("status", ONE, _of("Actual Exercise System Test Draft")),
        Rule("msgType", ONE, _of("Alert Update Cancel Ack Error")),
        Rule("source", MAYBE),
        Rule("scope", ONE, _of("Public Restricted Private")),
        Rule("restriction", MAYBE),
        Rule("addresses", MAYBE),
        Rule("code", ANY),
        Rule("note", MAYBE),
        Rule("references", MAYBE, re.compile(rf"{REFERENCE.pattern}(?:\s+{REFERENCE.pattern})*")),
        Rule("incidents", MAYBE),
        Rule("info", ANY, "info"),
    ),
    "info": (
        Rule("language", MAYBE, LANGUAGE),
        Rule(
            "category",
            SOME,
            _of("Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other"),
        ),
        Rule("event", ONE),
        Rule(
            "responseType",
            ANY,
            _of("Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None"),
        ),
        Rule("urgency", ONE, _of("Immediate Expected Future Past Unknown")),
        Rule("severity", ONE, _of("Extreme Severe Moderate Minor Unknown")),
        Rule("certainty", ONE, _of("Observed Likely Possible Unlikely Unknown")),
        Rule("audience", MAYBE),
        Rule("effective", MAYBE, MOMENT),
        Rule("onset", MAYBE, MOMENT),
        Rule("expires", MAYBE, MOMENT),
        Rule("senderName", MAYBE),
        Rule("headline", MAYBE),
        Rule("description", MAYBE),
        Rule("instruction", MAYBE),
        Rule("web", MAYBE),
        Rule("contact", MAYBE),
        Rule("resource", ANY, "resource"),
        Rule("area", ANY, "area"),
    ),
    "resource": (
        Rule("resourceDesc", ONE),
        Rule("mimeType", ONE),
        Rule("size", MAYBE, re.compile(r"\d+")),
        Rule("uri", MAYBE),
        Rule("digest", MAYBE),
    ),
    "area": (Rule("areaDesc", ONE), Rule("geocode", ANY)),
}
IN_ALERT = [rule.name for rule in TABLES["alert"]]
IN_INFO = [rule.name for rule in TABLES["info"]]


def cap_message(facts: Mapping[str, object]) -> bytes:
    """Write a message from facts by their names in CAP; several `area` and `category` in a list."""
    root = etree.XML(f'<alert xmlns="{NAMESPACE}"/>')
    _fill(root, [name for name in IN_ALERT if name != "info"], facts)
    info = etree.SubElement(root, f"{{{NAMESPACE}}}info")
    _fill(info, [name for name in IN_INFO if name != "area"], facts)
    for words in _several(facts.get("area")):
        area = etree.SubElement(info, f"{{{NAMESPACE}}}area")
        etree.SubElement(area, f"{{{NAMESPACE}}}areaDesc").text = words
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def cap_faults(message: bytes) -> list[str]:
    """What in a message breaks the standard, in words; nothing where it is valid."""
    if len(message) > LARGEST:
        return ["bản tin quá lớn"]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(message, parser)
    except etree.XMLSyntaxError:
        return ["không phải XML"]
    about: Any = root.getroottree().docinfo
    if about.doctype:
        return ["có khai báo DTD"]
    if root.tag != f"{{{NAMESPACE}}}alert":
        return ["không phải bản tin CAP 1.2"]
    return [*_faults_in(root, "alert"), *_faults_between(root)]


def _fill(parent: etree._Element, names: Iterable[str], facts: Mapping[str, object]) -> None:
    for name in names:
        for words in _several(facts.get(name)):
            etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = words


def _several(given: object) -> list[str]:
    many = given if isinstance(given, list | tuple) else [given]
    return [str(one) for one in many if one not in {None, ""}]


def _faults_in(element: etree._Element, table: str) -> list[str]:
    rules, faults = TABLES[table], list[str]()
    names = [etree.QName(child).localname for child in element.iterchildren("*")]
    order = [rule.name for rule in rules]
    if unknown := [name for name in names if name not in order]:
        return [f"{table}: không có phần {unknown[0]}"]
    if sorted(names, key=order.index) != names:
        faults.append(f"{table}: sai thứ tự")
    for rule in rules:
        found = element.findall(f"{{{NAMESPACE}}}{rule.name}")
        if not rule.times[0] <= len(found) <= rule.times[1]:
            faults.append(f"{rule.name}: có {len(found)} lần")
        for child in found:
            if isinstance(rule.holds, str):
                faults += _faults_in(child, rule.holds)
            elif len(child) or not rule.takes(child.text or ""):
                faults.append(f"{rule.name}: không nhận “{(child.text or '')[:40]}”")
    return faults


def _faults_between(root: etree._Element) -> list[str]:
    """What one element demands of another."""
    told, faults = {name: _text(root, name) for name in IN_ALERT}, list[str]()
    if told["msgType"] in {"Update", "Cancel", "Ack", "Error"} and not told["references"]:
        faults.append("references: phải nói thay cho bản tin nào")
    if told["status"] == "Exercise" and not told["note"]:
        faults.append("note: phải nói là diễn tập gì")
    if told["scope"] == "Restricted" and not told["restriction"]:
        faults.append("restriction: phải nói hạn chế gì")
    if told["scope"] == "Private" and not told["addresses"]:
        faults.append("addresses: phải nói gửi ai")
    sent = _moment(told["sent"])
    for info in root.findall(f"{{{NAMESPACE}}}info"):
        expires = _moment(_text(info, "expires"))
        if sent and expires and expires <= sent:
            faults.append("expires: phải sau lúc gửi")
    return faults


def _text(parent: etree._Element, name: str) -> str:
    return parent.findtext(f"{{{NAMESPACE}}}{name}") or ""


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text) if MOMENT.fullmatch(text) else None
    except ValueError:
        return None
