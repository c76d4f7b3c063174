"""Certificates, time stamps and signed files for tests; the product itself never signs."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from io import BytesIO

import time_machine
from asn1crypto import crl, keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import fields, signers
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

ISSUED = dt.datetime(2022, 1, 1, tzinfo=dt.UTC)
ENDS = dt.datetime(2032, 1, 1, tzinfo=dt.UTC)
SIGNED_AT = dt.datetime(2024, 11, 25, 7, 30, tzinfo=dt.UTC)
USER_ID = ObjectIdentifier("0.9.2342.19200300.100.1.1")


@dataclass(frozen=True)
class Holder:
    """A key with the certificate for it, and the certificates above."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate
    above: tuple[x509.Certificate, ...] = ()

    @property
    def der(self):
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def make_holder(
    name,
    *,
    issuer=None,
    is_ca=False,
    organisation="",
    user_id="",
    valid=(ISSUED, ENDS),
    usage=None,
    signs=True,
    key=None,
):
    """Make a key and its certificate; without an issuer it vouches for itself."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = _name(name, organisation, user_id)
    signing = issuer.key if issuer else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0])
        .not_valid_after(valid[1])
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(_usage(is_ca, signs and not is_ca), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False
        )
    )
    if issuer:
        builder = builder.add_extension(_where_lists_lie(), critical=False)
    if usage:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    certificate = builder.sign(signing, hashes.SHA256())
    return Holder(key, certificate, (issuer.certificate, *issuer.above) if issuer else ())


def _name(name, organisation, user_id):
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    parts.append(x509.NameAttribute(NameOID.COMMON_NAME, name))
    if user_id:
        parts.append(x509.NameAttribute(USER_ID, user_id))
    return x509.Name(parts)


def _where_lists_lie():
    # Nobody may go there: the tests have no network.
    address = x509.UniformResourceIdentifier("http://ca.example/thu-hoi.crl")
    point = x509.DistributionPoint([address], None, None, None)
    return x509.CRLDistributionPoints([point])


def _usage(is_ca, signs):
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_encipherment=not signs and not is_ca,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        encipher_only=False,
        decipher_only=False,
    )


@cache
def root():
    return make_holder("CA Thử gốc", is_ca=True, organisation="Cơ quan chứng thực Thử")


@cache
def issuing():
    return make_holder("CA Thử cấp dưới", issuer=root(), is_ca=True)


@cache
def officer():
    return make_holder(
        "Phó Chủ tịch",
        issuer=issuing(),
        organisation="Ủy ban nhân dân huyện Thử",
        user_id="CCCD:000000000000",
    )


@cache
def seal():
    """The organisation's own certificate, which the clerk signs with."""
    name = "Ủy ban nhân dân huyện Thử"
    return make_holder(name, issuer=issuing(), organisation=name, user_id="MST:0000000000")


@cache
def stranger():
    return make_holder("Phó Chủ tịch")


@cache
def time_authority():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return make_holder(
        "Dấu thời gian Thử", issuer=root(), key=key, usage=ExtendedKeyUsageOID.TIME_STAMPING
    )


def sign(data, holder, *, field="Chuky1", at=SIGNED_AT, stamped=None, box=None, **settings):
    """The PDF with a signature more; `stamped` is the time that an authority confirms."""
    writer = IncrementalPdfFileWriter(BytesIO(data), strict=False)
    settings.setdefault("subfilter", fields.SigSeedSubFilter.PADES)
    settings.setdefault("md_algorithm", "sha256")
    signer = signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name=field, **settings),
        signer=_signer(holder),
        timestamper=stamper(stamped) if stamped else None,
        new_field_spec=fields.SigFieldSpec(field, box=box) if box else None,
    )
    with time_machine.travel(at, tick=False):
        return signer.sign_pdf(writer).getvalue()


def revocation_list(*revoked, issuer=None):
    """What an issuer says on the day of signing of the certificates that it took back."""
    issuer = issuer or issuing()
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(SIGNED_AT - dt.timedelta(days=1))
        .next_update(SIGNED_AT + dt.timedelta(days=3650))
    )
    for holder in revoked:
        row = x509.RevokedCertificateBuilder(
            holder.certificate.serial_number, SIGNED_AT - dt.timedelta(days=2)
        )
        builder = builder.add_revoked_certificate(row.build())
    return crl.CertificateList.load(
        builder.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    )


def with_facts(data, *lists):
    """The signed PDF with what a later check of revocation needs."""
    out = BytesIO(data)
    DocumentSecurityStore.add_dss(out, None, crls=lists, certs=[_asn1(issuing().certificate)])
    return out.getvalue()


def stamp_file(data, at):
    """The PDF with a time stamp over all of it."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    stamped = signers.PdfTimeStamper(stamper(at)).timestamp_pdf(writer, "sha256")
    return stamped.getvalue()


def locked(data):
    """The PDF with a password on it."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(data)))
    writer.encrypt(owner_pass="chủ", user_pass="người đọc")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def stamper(at, holder=None):
    """An authority of time that sits beside us."""
    holder = holder or time_authority()
    store = SimpleCertificateStore.from_certs(map(_asn1, holder.above))
    return DummyTimeStamper(_asn1(holder.certificate), _key(holder), store, fixed_dt=at)


def _signer(holder):
    store = SimpleCertificateStore.from_certs(map(_asn1, holder.above))
    return SimpleSigner(_asn1(holder.certificate), _key(holder), store)


def _asn1(certificate):
    der = certificate.public_bytes(serialization.Encoding.DER)
    return asn1_x509.Certificate.load(der)


def _key(holder):
    return keys.PrivateKeyInfo.load(
        holder.key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
