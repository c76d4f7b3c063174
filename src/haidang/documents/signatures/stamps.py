"""Time stamps: the time that an authority confirmed, of one signature or of the whole file."""

import datetime as dt
from collections.abc import Iterator

from asn1crypto import cms
from pyhanko.sign.validation.generic_cms import collect_timing_info, extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.status import TimestampSignatureStatus

from haidang.documents.signatures.certificates import facts_of
from haidang.documents.signatures.chains import Known
from haidang.documents.signatures.verification import TimeStamp


async def stamp_of(embedded: EmbeddedPdfSignature, known: Known) -> TimeStamp | None:
    """The time stamp inside a signature, if it bears one."""
    told = next(_times(embedded.signer_info), None)
    if told is None:
        return None
    # Judged as of its own time: an authority of time outlives none of its certificates.
    timing = await collect_timing_info(
        embedded.signer_info, known.at(told), embedded.compute_digest
    )
    return _facts(timing["timestamp_validity"])


async def file_stamp_of(embedded: EmbeddedPdfSignature, known: Known) -> TimeStamp:
    """A time stamp over the whole file, which keeps signatures checkable for years."""
    told = embedded.signed_data["encap_content_info"]["content"].parsed["gen_time"].native
    return _facts(await async_validate_pdf_timestamp(embedded, known.at(told)))


def _times(signer: cms.SignerInfo) -> Iterator[dt.datetime]:
    for token in extract_tst_data_iter(signer, signed=False):
        yield token["encap_content_info"]["content"].parsed["gen_time"].native


def _facts(status: TimestampSignatureStatus) -> TimeStamp:
    return TimeStamp(
        at=status.timestamp,
        authority=facts_of(status.signing_cert).subject,
        is_intact=bool(status.intact and status.valid),
        is_trusted=bool(status.trusted),
    )
