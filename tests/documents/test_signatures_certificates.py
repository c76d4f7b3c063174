import pytest
from cryptography.hazmat.primitives import serialization

from haidang.documents.signatures.certificates import MAX_BYTES, NoRoot, root_of
from tests.makers import signing


@pytest.mark.parametrize("form", ["der", "pem"])
def test_a_root_is_read_from_either_form(form):
    root = root_of(getattr(signing.root(), form))

    assert root.der == signing.root().der
    assert (root.subject, root.valid_from, root.valid_until) == (
        "CA Thử gốc",
        signing.ISSUED,
        signing.ENDS,
    )
    assert int(root.serial, 16) == signing.root().certificate.serial_number


def test_an_authority_below_another_may_be_trusted_too():
    assert root_of(signing.issuing().pem).subject == "CA Thử cấp dưới"


def _key():
    return signing.root().key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (lambda: signing.officer().der, "không phải chứng thư của tổ chức chứng thực"),
        (lambda: b"", "không phải chứng thư số"),
        (lambda: b"KE HOACH", "không phải chứng thư số"),
        (lambda: b"-----BEGIN CERTIFICATE-----\nabc\n", "không phải chứng thư số"),
        (lambda: b"\x30\x03\x02\x01\x05", "không phải chứng thư số"),
        (lambda: signing.root().der + b"\x00", "không phải chứng thư số"),
        (lambda: bytes(MAX_BYTES + 1), "quá lớn"),
        (_key, "không chứa chứng thư số"),
    ],
    ids=["a person's", "empty", "words", "broken pem", "other asn1", "longer", "huge", "a key"],
)
def test_what_is_no_authoritys_certificate_is_refused(data, words):
    with pytest.raises(NoRoot, match=words):
        root_of(data())
