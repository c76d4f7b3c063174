"""One signature, judged: intact or not, what it covers, whose it is and from when."""

import datetime as dt
from dataclasses import replace

from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
)
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator.path import ValidationPath

from haidang.documents.signatures.certificates import WEAK_DIGESTS, facts_of, weaknesses_of
from haidang.documents.signatures.chains import FOR_SIGNING, Known
from haidang.documents.signatures.loose import has_loose_bytes
from haidang.documents.signatures.stamps import stamp_of
from haidang.documents.signatures.verification import (
    Certificate,
    Chain,
    Period,
    Reach,
    Signature,
    Standing,
    TimeStamp,
)

HERE = dt.timezone(dt.timedelta(hours=7))  # of a signing machine that does not name its own


async def signature_of(
    embedded: EmbeddedPdfSignature, known: Known, at: dt.datetime, level: str
) -> Signature:
    """What one signature of a file says and is worth, at a moment."""
    stamp = await stamp_of(embedded, known)
    claimed = _with_zone(embedded.self_reported_timestamp)
    signed_at = _moment(stamp, claimed, at)
    status = await _status(embedded, known, signed_at)
    if known.has_revocation_facts and _chain(status) == Chain.UNFIT:
        # Anybody may add to a file a list that proves nothing, and lists grow too old to be read.
        known = known.without_revocation_facts
        status = await _status(embedded, known, signed_at)
    one = _seen(str(embedded.field_name), status, signed_at)
    if one.reach == Reach.EXTENDED and has_loose_bytes(embedded):
        one = replace(one, reach=Reach.CHANGED)
    return replace(
        one,
        standing=_standing(one),
        claimed_at=claimed,
        time_stamp=stamp,
        level=level,
        has_revocation_facts=known.has_revocation_facts,
    )


def _seen(field: str, status: PdfSignatureStatus, signed_at: dt.datetime) -> Signature:
    chain, certificate = _chain(status), facts_of(status.signing_cert)
    return Signature(
        field=field,
        standing=Standing.UNCHECKED,
        certificate=certificate,
        is_intact=bool(status.intact and status.valid),
        reach=_reach(status),
        chain=chain,
        path=_path(status.validation_path) if chain == Chain.TRUSTED else (),
        period=_period(certificate, signed_at),
        digest=status.md_algorithm,
        algorithm=status.pkcs7_signature_mechanism,
        weak=_weaknesses(status),
    )


async def _status(
    embedded: EmbeddedPdfSignature, known: Known, moment: dt.datetime
) -> PdfSignatureStatus:
    return await async_validate_pdf_signature(
        embedded,
        known.at(moment),
        diff_policy=DEFAULT_DIFF_POLICY,
        key_usage_settings=FOR_SIGNING,
    )


def _moment(stamp: TimeStamp | None, claimed: dt.datetime | None, at: dt.datetime) -> dt.datetime:
    # A certificate that ended, or is not in force yet, must not be helped by a clock set wrong:
    # a time yet to come is not believed.
    if stamp and stamp.is_intact and stamp.is_trusted:
        return stamp.at
    return min(claimed, at) if claimed else at


def _with_zone(moment: dt.datetime | None) -> dt.datetime | None:
    return moment.replace(tzinfo=HERE) if moment and moment.tzinfo is None else moment


def _reach(status: PdfSignatureStatus) -> Reach:
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Reach.WHOLE
    if status.coverage != SignatureCoverageLevel.ENTIRE_REVISION:
        return Reach.PART
    return Reach.EXTENDED if status.docmdp_ok else Reach.CHANGED


def _chain(status: PdfSignatureStatus) -> Chain:
    if status.revoked:
        return Chain.REVOKED
    if status.trust_problem_indic is None and status.validation_path is not None:
        return Chain.TRUSTED
    if status.trust_problem_indic == AdESIndeterminate.OUT_OF_BOUNDS_NO_POE:
        return Chain.TRUSTED  # leads there; that it is out of time is told apart
    unknown = {None, AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND}
    vouches_for_itself = status.signing_cert.self_signed != "no"
    is_unknown = status.trust_problem_indic in unknown or vouches_for_itself
    return Chain.UNKNOWN if is_unknown else Chain.UNFIT


def _period(certificate: Certificate, moment: dt.datetime) -> Period:
    if moment < certificate.valid_from:
        return Period.NOT_YET
    return Period.EXPIRED if moment > certificate.valid_until else Period.IN_FORCE


def _path(path: ValidationPath | None) -> tuple[str, ...]:
    found = path.iter_certs(include_root=True) if path else ()
    return tuple(facts_of(one).subject for one in found)


def _weaknesses(status: PdfSignatureStatus) -> tuple[str, ...]:
    found = {}
    if name := WEAK_DIGESTS.get(status.md_algorithm):
        found[name] = True
    certificates = (
        list(status.validation_path.iter_certs(include_root=False))
        if status.validation_path
        else []
    )
    for certificate in certificates or [status.signing_cert]:
        found |= dict.fromkeys(weaknesses_of(certificate), True)
    return tuple(found)


def _standing(one: Signature) -> Standing:
    if not one.is_intact or one.reach in {Reach.CHANGED, Reach.PART}:
        return Standing.BROKEN
    if one.period != Period.IN_FORCE or one.chain in {Chain.REVOKED, Chain.UNFIT}:
        return Standing.BAD_CERTIFICATE
    if one.weak:
        return Standing.WEAK
    return Standing.UNKNOWN_CHAIN if one.chain == Chain.UNKNOWN else Standing.VALID
