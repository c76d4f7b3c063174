"""Verifying the signatures of a PDF: every field that was signed, in the order of signing."""

import asyncio
import datetime as dt
from collections.abc import Iterator, Sequence

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from haidang.documents.signatures.chains import Known, known
from haidang.documents.signatures.judging import signature_of
from haidang.documents.signatures.levels import level_of
from haidang.documents.signatures.opening import BROKEN, MALFORMED, opened
from haidang.documents.signatures.stamps import file_stamp_of
from haidang.documents.signatures.verification import (
    Signature,
    Standing,
    Verification,
)
from haidang.text.reading.unreadable import Unreadable

MOST_SIGNATURES = 50
OLD_KIND = "Kiểu chữ ký cũ hoặc lạ, không kiểm tra được."
ILL_MADE = "Chữ ký bị hỏng cấu trúc, không kiểm tra được."

Field = tuple[str, EmbeddedPdfSignature | str]
"""The name of a signed field with its signature, or why there is none to check."""


def verify(data: bytes, roots: Sequence[bytes], at: dt.datetime) -> Verification:
    """The signatures of a PDF as they stand at a moment; `roots` are DER of what is trusted.

    Nothing is fetched. Raises Unreadable for what is no PDF, is broken, encrypted or signed more
    often than any document is.
    """
    try:
        found = _verification(data, roots, at, is_strict=True)
        if not any(one.reason == ILL_MADE for one in found.signatures):
            return found
    except Unreadable as error:
        if error.code != BROKEN:
            raise
    # Office programs stray from the rules; what is tolerated for them is told with the result.
    return _verification(data, roots, at, is_strict=False)


def _verification(
    data: bytes, roots: Sequence[bytes], at: dt.datetime, *, is_strict: bool
) -> Verification:
    with opened(data, is_strict=is_strict) as reader:
        fields, store = _fields(reader), _store(reader)
        return asyncio.run(_verified(fields, known(roots, store), store, at, is_strict))


async def _verified(
    fields: Sequence[Field],
    facts: Known,
    store: DocumentSecurityStore | None,
    at: dt.datetime,
    is_strict: bool,
) -> Verification:
    times = [found for _, found in fields if not isinstance(found, str) and _is_stamp(found)]
    stamped_at = max((one.signed_revision for one in times), default=None)
    has_store = store is not None and facts.has_revocation_facts
    signatures: list[Signature] = []
    for name, found in fields:
        if isinstance(found, str):
            signatures.append(Signature(name, Standing.UNCHECKED, reason=found))
        elif not _is_stamp(found):
            level = level_of(found, has_store=has_store, stamped_at=stamped_at)
            signatures.append(await _judged(found, facts, at, level))
    stamps = [await file_stamp_of(one, facts) for one in times]
    return Verification(at, tuple(signatures), tuple(stamps), is_strict)


async def _judged(
    embedded: EmbeddedPdfSignature, facts: Known, at: dt.datetime, level: str
) -> Signature:
    try:
        return await signature_of(embedded, facts, at, level)
    except MALFORMED:
        return Signature(str(embedded.field_name), Standing.UNCHECKED, reason=ILL_MADE)


def _fields(reader: PdfFileReader) -> list[Field]:
    found = list(_signed(reader))
    if len(found) > MOST_SIGNATURES:
        words = f"Tệp có hơn {MOST_SIGNATURES} chữ ký; không có văn bản nào như vậy."
        raise Unreadable("too-many-signatures", words)
    return sorted(found, key=lambda field: getattr(field[1], "signed_revision", -1))


def _signed(reader: PdfFileReader) -> Iterator[Field]:
    known_kinds = {kind.value for kind in SigSeedSubFilter}
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        if value.get_object().get("/SubFilter") not in known_kinds:
            yield name, OLD_KIND
            continue
        try:
            yield name, EmbeddedPdfSignature(reader, field, name)
        except MALFORMED:
            yield name, ILL_MADE


def _is_stamp(embedded: EmbeddedPdfSignature) -> bool:
    return bool(embedded.sig_object_type == "/DocTimeStamp")


def _store(reader: PdfFileReader) -> DocumentSecurityStore | None:
    try:
        return DocumentSecurityStore.read_dss(reader)
    except (NoDSSFoundError, *MALFORMED):
        return None
