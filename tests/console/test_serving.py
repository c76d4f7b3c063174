import signal
import socket

import pytest

from haidang.console import serving
from haidang.console.say import Trouble


@pytest.fixture(autouse=True)
def signals():
    before = {number: signal.getsignal(number) for number in serving.SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def bound():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))  # nobody listens, and nobody else may
        yield holder.getsockname()[1]


def test_a_server_that_does_not_come_up_is_trouble(bound):
    with pytest.raises(Trouble, match="không lên"), serving.server("127.0.0.1", bound):
        pytest.fail("it cannot be running")


def test_a_word_to_stop_is_an_exception():
    with pytest.raises(serving.Stopped):
        serving._stop(signal.SIGTERM, None)
