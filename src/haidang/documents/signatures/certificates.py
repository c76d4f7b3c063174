"""Certificates: who holds one, what is weak in it, and which of them may be trusted as a root."""

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from asn1crypto import pem, x509

from haidang.documents.signatures.verification import Certificate, Owner

MAX_BYTES = 64 * 1024
LEAST_RSA = 2048  # Thông tư 16/2019/TT-BTTTT: what signatures of authorities are made with
WEAK_DIGESTS = {"sha1": "SHA-1", "md5": "MD5"}
# Authorities of Việt Nam write whose number it is before the number of the holder.
PERSONS = ("cccd", "cmnd", "hc", "pp")
ORGANISATIONS = ("mst", "mns")


class NoRoot(Exception):
    """What was given is no certificate that others could be traced to; `message` is Vietnamese."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class Root:
    """A certificate of a certification authority, ready to be trusted."""

    der: bytes
    sha256: str
    subject: str
    serial: str
    valid_from: dt.datetime
    valid_until: dt.datetime


def root_of(data: bytes) -> Root:
    """The root in a file, PEM or DER. Raises NoRoot for what is no authority's certificate."""
    certificate = _loaded(data)
    try:
        if not _may_issue(certificate):
            raise NoRoot("Đây không phải chứng thư của tổ chức chứng thực (CA).")
        facts = facts_of(certificate)
    except (ValueError, TypeError, KeyError) as error:
        raise NoRoot("Tệp không phải chứng thư số (PEM hoặc DER).") from error
    der = certificate.dump()
    digest = hashlib.sha256(der).hexdigest()
    return Root(der, digest, facts.subject, facts.serial, facts.valid_from, facts.valid_until)


def facts_of(certificate: x509.Certificate) -> Certificate:
    """Who holds a certificate, from whom, and how long it is in force."""
    subject, issuer = _names(certificate.subject), _names(certificate.issuer)
    return Certificate(
        subject=_main_name(subject),
        organisation=subject.get("organization_name", ""),
        issuer=_main_name(issuer),
        serial=f"{certificate.serial_number:X}",
        owner=_owner(subject),
        valid_from=certificate.not_valid_before,
        valid_until=certificate.not_valid_after,
    )


def weaknesses_of(certificate: x509.Certificate, *, is_root: bool = False) -> Iterable[str]:
    """What is out of date in a certificate; the signature of a root on itself proves nothing."""
    if not is_root and (name := WEAK_DIGESTS.get(_digest(certificate))):
        yield f"{name} trong chứng thư"
    key = certificate.public_key
    if key.algorithm == "rsa" and key.bit_size < LEAST_RSA:
        yield f"khóa RSA {key.bit_size} bit"


def _digest(certificate: x509.Certificate) -> str:
    try:
        return str(certificate["signature_algorithm"].hash_algo)
    except ValueError:  # such as Ed25519, which names none
        return ""


def _loaded(data: bytes) -> x509.Certificate:
    if len(data) > MAX_BYTES:
        raise NoRoot("Tệp quá lớn so với một chứng thư số.")
    try:
        if pem.detect(data):
            kind, _, data = pem.unarmor(data)
            if kind != "CERTIFICATE":
                raise NoRoot("Tệp PEM này không chứa chứng thư số.")
        return x509.Certificate.load(data, strict=True)
    except (ValueError, TypeError) as error:
        raise NoRoot("Tệp không phải chứng thư số (PEM hoặc DER).") from error


def _may_issue(certificate: x509.Certificate) -> bool:
    constraints, usage = certificate.basic_constraints_value, certificate.key_usage_value
    is_ca = constraints is not None and bool(constraints["ca"].native)
    return is_ca and (usage is None or "key_cert_sign" in usage.native)


def _names(name: x509.Name) -> dict[str, str]:
    found = {}
    for part in name.chosen:
        for pair in part:
            value = pair["value"].native
            found[pair["type"].native] = unicodedata.normalize("NFC", str(value))
    return found


def _main_name(names: dict[str, str]) -> str:
    order = ("common_name", "organizational_unit_name", "organization_name")
    return next((names[kind] for kind in order if names.get(kind)), "") or "; ".join(names.values())


def _owner(names: dict[str, str]) -> Owner:
    kind = names.get("user_id", "").partition(":")[0].casefold()
    name, organisation = names.get("common_name", ""), names.get("organization_name", "")
    if kind in PERSONS:
        return Owner.PERSON
    if kind in ORGANISATIONS or (organisation and name.casefold() == organisation.casefold()):
        return Owner.ORGANISATION
    return Owner.UNTOLD
