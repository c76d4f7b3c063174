"""Which profile of PAdES (ETSI EN 319 142-1) a signature was made after."""

from pyhanko.sign.validation.generic_cms import extract_tst_data_iter, get_signing_cert_attr
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

OLDER = "PKCS#7"
PADES = "/ETSI.CAdES.detached"


def level_of(embedded: EmbeddedPdfSignature, *, has_store: bool, stamped_at: int | None) -> str:
    """The profile, as "PAdES B-T"; PKCS#7 for what was made before there were profiles.

    `has_store` tells whether the file carries what a later check of revocation needs, and
    `stamped_at` in which revision the whole file was last stamped with a time.
    """
    if embedded.sig_object.get("/SubFilter") != PADES or not _names_its_certificate(embedded):
        return OLDER
    is_stamped_later = stamped_at is not None and stamped_at > embedded.signed_revision
    has_stamp = any(True for _ in extract_tst_data_iter(embedded.signer_info, signed=False))
    if has_store and is_stamped_later:
        return "PAdES B-LTA"
    if has_store and has_stamp:
        return "PAdES B-LT"
    return "PAdES B-T" if has_stamp or is_stamped_later else "PAdES B-B"


def _names_its_certificate(embedded: EmbeddedPdfSignature) -> bool:
    return get_signing_cert_attr(embedded.signer_info["signed_attrs"]) is not None
